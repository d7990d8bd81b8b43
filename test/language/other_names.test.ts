/** Names that people bring from other platforms and from English are understood, in any spelling. */
import { expect, test } from "vitest";
import { methodMeant, methodNamed } from "../../server/core/language/lookup.ts";
import { methods } from "../../server/core/language/methods/index.ts";
import { problemsOf, whole } from "../fixture.ts";

const named: { readonly [method: string]: string } = {
	hangup: "reject exit disconnect end_call endCall terminate",
	connect: "call forward bridge dialNumber",
	prompt: "menu input gather Gather ask collectDigits ivr",
	request: "post get api fetch http webhook HttpRequest",
	execute: "exec run subroutine",
	transfer: "jump redirect",
	send_fax: "fax sendFax",
	ai: "llm agent assistant",
	play: "say speak tts Say PlayAudio",
	enter_queue: "enqueue queue joinQueue",
	record: "voicemail",
	record_call: "start_recording startRecording",
	sleep: "pause wait delay",
};

test("methods", () => {
	const found = Object.entries(named).flatMap(([method, names]) =>
		names.split(" ").flatMap((name) => (`${name}: ${methodMeant(name)?.name}` === `${name}: ${method}` ? [] : [`${name}: ${methodMeant(name)?.name}`])),
	);
	expect(found).toEqual([]);
});

test("no name stands for two methods, and none for one that there is", () => {
	const letters = (name: string) => name.toLowerCase().replace(/[-_]/g, "");
	const owners = new Map<string, Set<string>>();
	for (const method of methods) for (const name of method.aka ?? []) owners.set(letters(name), new Set([...(owners.get(letters(name)) ?? []), method.name]));
	expect([...owners].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].join(", ")}`)).toEqual([]);
	expect(methods.flatMap((method) => (method.aka ?? []).filter((name) => methodNamed(name)))).toEqual([]);
	console.log(`${owners.size} other names of methods`);
});

test.each([
	["join_conference:\n    name: a\n    startConferenceOnEnter: true\n", "start_on_enter"],
	["join_conference:\n    name: a\n    start_conference_on_enter: true\n", "start_on_enter"],
	["join_conference:\n    name: a\n    endConferenceOnExit: true\n", "end_on_exit"],
	["join_conference:\n    name: a\n    statusCallback: https://example.com\n", "status_callback"],
	["join_conference:\n    name: a\n    statusCallback: https://example.com\n    statusCallbackEvent: start\n", "status_callback"],
	["join_conference:\n    name: a\n    maxParticipants: 20\n", "max_participants"],
	["record_call:\n    timeout: 5\n", "end_silence_timeout"],
	["connect:\n    destinations: ['+15551234567']\n", "serial"],
	["connect:\n    ring: '+15551234567'\n", "to"],
	["connect:\n    sip: sip:a@example.com\n", "to"],
	["transfer:\n    dest: https://example.com\n    vars: { a: b }\n", "params"],
	["prompt:\n    play: say:Hi\n    language: en-US\n", "say_language"],
])("example %#", (step, param) => {
	const [first] = problemsOf(whole(`- ${step}`)).filter(({ rule }) => rule === "unknown-parameter");
	expect(first?.fixes[0]?.title).toBe(`Rename to \`${param}\``);
});

test.each([
	["beside it", '- connect:\n    to: "+15551230000"\n  on_success:\n    - hangup: {}\n'],
	["inside it", '- connect:\n    to: "+15551230000"\n    on_success:\n      - hangup: {}\n'],
])("what follows a call that went through: %s", (_, steps) => {
	const [first, ...more] = problemsOf(whole(steps)).filter(({ level }) => level !== "hint");
	expect(more).toEqual([]);
	expect(first?.fixes[0]?.title).toBe("Move it to `result.case.connected`");
});

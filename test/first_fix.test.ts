/** The first fix is the one that was meant. Each case: every problem with its fixes in order (`*` is the one a key press applies), and the text after the first. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { actionsAt } from "../server/core/features/actions.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf, whole } from "./fixture.ts";

const room = (rest: string) => `- join_conference:\n    name: a\n    ${rest}\n`;
const agent = (params: string) => `- ai:\n    prompt: { text: Hi }\n    params: { ${params} }\n`;
const inStep = (rest: string) =>
	`- ai:\n    prompt:\n      text: Hi\n      contexts:\n        default:\n          steps:\n            - name: a\n              text: b\n              ${rest}\n`;

describe("words that say yes or no", () => {
	test.each<readonly [string, string, string]>([
		...["off", "no", '"no"', "None", "never", "disabled"].map((word) => [`beep: ${word}`, '*Change to `"false"`', 'beep: "false"'] as const),
		...["on", "yes", '"Yes"', "enabled"].map((word) => [`beep: ${word}`, '*Change to `"true"`', 'beep: "true"'] as const),
		...["true", "yes", "on"].map((word) => [`record: ${word}`, "*Change to `record-from-start`", "record: record-from-start"] as const),
		...["false", "no", "off"].map((word) => [`record: ${word}`, "*Change to `do-not-record`", "record: do-not-record"] as const),
		["record: record-from-begin", "*Change to `record-from-start`", "record: record-from-start"],
	])("%s", (before, title, after) => {
		expect(offers(room(before))).toEqual({ titles: [[title]], after: room(after) });
	});
});

describe("numbers in another unit, and beyond their range", () => {
	test.each([
		[agent("inactivity_timeout: 30"), ["*Change to `30000`", "Change to `10000`"], agent("inactivity_timeout: 30000")],
		[agent("attention_timeout: 10"), ["*Change to `10000`"], agent("attention_timeout: 10000")],
		["- sleep: 0.5\n", ["*Change to `500`", "Change to `1`"], "- sleep: 500\n"],
		["- sleep: -7\n", ["*Change to `0`"], "- sleep: 0\n"],
		[room("max_participants: 300"), ["Change to `250`"], room("max_participants: 250")],
		["- sleep: { seconds: 2 }\n", ["*Rename to `duration`", "Remove `seconds`"], "- sleep: { duration: 2000 }\n"],
	])("example %#", (before, titles, after) => {
		expect(offers(before)).toEqual({ titles: [titles], after });
	});
});

describe("the kind of value that was meant", () => {
	test.each([
		["a name where a list of names belongs", inStep("functions: get_weather"), ["*Wrap in a list"], inStep("functions:\n                - get_weather")],
		["a word as an object", "- live_transcribe:\n    action: { stop: {} }\n", ["*Change to `stop`"], "- live_transcribe:\n    action: stop\n"],
		[
			"params beside the object they belong in",
			"- live_transcribe:\n    lang: 'en-US'\n    direction: [remote-caller]\n    action: start\n",
			["*Expand `start` to an object"],
			"- live_transcribe:\n    action:\n      start:\n        lang: 'en-US'\n        direction: [remote-caller]\n",
		],
	])("%s", (_, before, titles, after) => {
		expect(offers(before)).toEqual({ titles: [titles], after });
	});
});

describe("names", () => {
	test.each([
		["the only one that is lacking", "- goto: { section: x }\n- label: x\n", ["*Rename to `label`", "Remove `section`"], "- goto: { label: x }\n- label: x\n"],
		[
			"the only one that is lacking, and fits",
			"- tap: { target: 'rtp://198.51.100.7:4000' }\n",
			["*Rename to `uri`", "Remove `target`"],
			"- tap: { uri: 'rtp://198.51.100.7:4000' }\n",
		],
		[
			"one of several of which one is lacking",
			'- connect:\n    destinations: ["+15551234567"]\n',
			["*Rename to `serial`", "Remove `destinations`"],
			'- connect:\n    serial: ["+15551234567"]\n',
		],
		[
			"a slip in the key that tells forms apart",
			"- reply: { swich: { variable: x, case: { a: { body: b } } } }\n- reply: hi\n",
			["*Rename to `switch`", "Remove `swich`"],
			"- reply: { switch: { variable: x, case: { a: { body: b } } } }\n- reply: hi\n",
		],
		["no opposite", "- record:\n    format: mp3\n    min_length: 5\n", ["Remove `min_length`"], "- record:\n    format: mp3\n"],
		["another spelling where any name is taken", agent("aiModel: x"), ["*Rename to `ai_model`"], agent("ai_model: x")],
		[
			"several that another method has",
			"- join_room:\n    name: a\n    muted: true\n    beep: onEnter\n",
			["*Rename to `join_conference`"],
			"- join_conference:\n    name: a\n    muted: true\n    beep: onEnter\n",
		],
		["what follows, beside a method", "- prompt:\n    play: say:Hi\n  on_success:\n    - hangup: {}\n", [], undefined],
	])("%s", (_, before, titles, after) => {
		expect(offers(before)).toEqual({ titles: [titles], after });
	});
});

describe("what YAML and JSON misread", () => {
	test.each([
		[
			"a name and its value in one",
			"- join_conference:\n    name:support\n    muted: true\n",
			["*Insert a space"],
			"- join_conference:\n    name: support\n    muted: true\n",
		],
		["a method and its value in one", "- answer: {}\n- hangup:{}\n", ["*Insert a space"], "- answer: {}\n- hangup: {}\n"],
		["the only param in one with its name", "- record_call:\n    stereo:true\n", ["*Insert a space"], "- record_call:\n    stereo: true\n"],
		["words that look like it in a text", "- play:\n    url: say:Please note\n      this:that is text\n    volume: 2\n", [], undefined],
	])("%s", (_, before, titles, after) => {
		const found = offersIn(whole(before), "yaml");
		expect({ titles: found.titles.flat(), after: found.after }).toEqual({ titles, after: after === undefined ? undefined : whole(after) });
	});

	test("a key without its second quote", () => {
		const before = '{\n  "version: "1.0.0",\n  "sections: {\n    "main": [{ "hangup": {} }]\n  }\n}\n';
		const found = offersIn(before, "json");
		expect(problemsOf(before, "json").map(({ message }) => message)).toEqual(['this key is never closed; add `"`', 'this key is never closed; add `"`']);
		expect(found.after).toBe(before.replace('"version:', '"version":'));
	});

	test("a section without steps", () => {
		expect(offersIn("sections:\n  main: []\n", "yaml")).toEqual({
			titles: [["*Add a first step"]],
			after: "sections:\n  main: [{ hangup: {} }]\n",
		});
	});
});

describe("what is removed", () => {
	test("first only where nothing is lost with it", () => {
		expect(offers("- play:\n    url: say:Hi\n    url: say:Hi\n")).toEqual({ titles: [["*Remove this `url`"]], after: "- play:\n    url: say:Hi\n" });
		expect(offers("- play:\n    url: say:Hi\n    url: say:Ho\n").titles).toEqual([["Remove this `url`", "Remove the first `url`"]]);
		expect(offers("- play:\n    url: say:Hi\n    urls: [say:Ho]\n").titles).toEqual([["Remove `url`", "Remove `urls`"]]);
		expect(offers(room("colour: blue")).titles).toEqual([["Remove `colour`"]]);
	});
});

/** The fixes of every problem louder than a hint that tidies, and the text after the first fix; in JSON the same. */
function offers(steps: string) {
	const yaml = offersIn(whole(steps), "yaml");
	const twin = JSON.stringify(parse(whole(steps), { uniqueKeys: false }));
	if (new Set(steps.match(/^\s+\w+:/gm)).size === (steps.match(/^\s+\w+:/gm) ?? []).length) {
		const json = offersIn(twin, "json");
		expect(json.after === undefined ? undefined : JSON.parse(json.after)).toEqual(yaml.after === undefined ? undefined : parse(yaml.after));
	}
	return { titles: yaml.titles, after: yaml.after?.replace(/^version: 1\.0\.0\nsections:\n {2}main:\n/, "").replace(/^ {4}/gm, "") };
}

function offersIn(text: string, format: Format) {
	const problems = problemsOf(text, format).filter(({ rule }) => !/^(?:default-value|simplified-form|legacy-form|undocumented-method)$/.test(rule));
	const offered = problems.map((problem) =>
		actionsAt(open(text, format), [problem], problem.span).filter((each) => each.problem && !each.title.startsWith("Ignore")),
	);
	const first = offered[0]?.[0];
	return {
		titles: offered.map((actions) => actions.map(({ preferred, title }) => (preferred ? `*${title}` : title))),
		after: first && applyEdits(text, first.edits),
	};
}

/** Documents that look odd and are healthy: nothing louder than a hint is said of them. Each was a false alarm once. */
import { expect, test } from "vitest";
import { problemsOf, whole } from "./fixture.ts";

test.each([
	["keys of the author's own that begin with a dash", "- set:\n    -v: 1\n    on: true\n    main: x\n    say: hello\n    text: there\n"],
	["a section whose name begins with a dash", "sections:\n  main:\n    - execute: { dest: -helper }\n  -helper:\n    - return: 1\n"],
	[
		"data that looks like steps of a message, in a call",
		"- request:\n    url: https://example.com/hook\n    method: POST\n    body:\n      actions:\n        - reply: thanks\n- hangup: {}\n",
	],
	[
		"data that looks like steps of a call, in a message",
		"- request:\n    url: https://example.com/log\n    body:\n      events: [{ play: a }, { ai: b }]\n- switch:\n    variable: message.body\n    case:\n      hi: [{ reply: { body: hello } }]\n",
	],
	["a message that conditions tell from a call", "- cond:\n    - when: call.type == 'phone'\n      then:\n        - hangup: {}\n- hangup: {}\n"],
	["an anchor right after a colon", '- set: { "a":&x 1, "b":*x }\n'],
	[
		"`default` as one of the values, beside the steps for all others",
		"- switch:\n    variable: vars.mode\n    case:\n      default: [{ answer: {} }]\n      fast: [{ hangup: {} }]\n    default: [{ hangup: {} }]\n",
	],
	["a document in a text, with placeholders outside its quotes", '- transfer:\n    dest: \'{"sections":{"main":[{"sleep":${ms}}]}}\'\n'],
	["what a template fills in", '- sleep:\n    duration: "{{ ms }}"\n- join_conference:\n    name: a\n    beep: "{{ beep }}"\n    muted: "<%= muted %>"\n'],
	["a comment that says what is to be done", "- stop_stream:\n    control_id: main #TODO rename\n"],
	["prose in curly quotes", "- ai:\n    prompt:\n      text: “Hello”\n"],
	["many brackets in texts", whole(Array.from({ length: 300 }, (_, n) => `- play:\n    url: "say:${n} [ {"\n`).join(""))],
])("%s", (_, text) => {
	expect(problemsOf(whole(text)).filter(({ level }) => level !== "hint")).toEqual([]);
});

/** One cause, one problem, and the fix that was meant: whole lists of problems, in YAML and in JSON. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Format } from "../server/core/syntax/node.ts";
import { fixed, problemsOf, whole } from "./fixture.ts";

const agent = (parameters: string) =>
	`- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n${parameters}`;

describe.each([
	[
		"arguments without what wraps them",
		agent("            city: { type: string } # where\n"),
		"`parameters` has no parameter `city`; it belongs in `properties`",
		agent("            type: object\n            properties:\n              city: { type: string } # where\n"),
	],
	[
		"all that belongs in the one object there must be",
		"- user_event:\n    type: a\n    id: 5 # five\n",
		"`user_event` has no parameters `type` and `id`; they belong in `event`",
		"- user_event:\n    event:\n      type: a\n      id: 5 # five\n",
	],
	[
		"a dash too many",
		"- cond:\n    - when: a == 1\n    - then:\n        - hangup: {}\n",
		"`then` belongs to the entry above; remove the dash",
		"- cond:\n    - when: a == 1\n      then:\n        - hangup: {}\n",
	],
	[
		"steps inside what holds them",
		"- cond:\n    - when: a == 1\n      then:\n        - hangup: {}\n    - else:\n        then:\n          - hangup: {} # all others\n",
		"`else` holds its steps directly; take them out of `then`",
		"- cond:\n    - when: a == 1\n      then:\n        - hangup: {}\n    - else:\n        - hangup: {} # all others\n",
	],
	[
		"params with dashes",
		'- play:\n    - url: "say:Hi"\n    - volume: 2.50\n',
		"the parameters of `play` go in one object, without dashes",
		'- play:\n    url: "say:Hi"\n    volume: 2.50\n',
	],
	[
		"a method as a value",
		"- method: play\n  params:\n    url: say:Hi # greet\n",
		"a step is written `play: …`, without `method`",
		"- play:\n    url: say:Hi # greet\n",
	],
])("%s", (_, before, says, after) => {
	test("in YAML, to the character", () => {
		expect(first(whole(before), "yaml")).toEqual({ says: [says], text: whole(after) });
	});
	test("in JSON, the same data", () => {
		for (const indent of [0, 2]) {
			const { says: said, text } = first(JSON.stringify(parse(whole(before)), null, indent), "json");
			expect({ said, data: JSON.parse(text) }).toEqual({ said: [says], data: parse(whole(after)) });
		}
	});
});

test("a file that holds a step", () => {
	const says = ["`play` is a step; steps belong in `sections`, under `main`"];
	expect(first("# greet\nplay:\n  url: say:Hi # now\n", "yaml")).toEqual({
		says,
		text: "# greet\nsections:\n  main:\n    - play:\n        url: say:Hi # now\n",
	});
	const { says: said, text } = first('{"play": {"url": "say:Hi"}}', "json");
	expect({ said, data: JSON.parse(text) }).toEqual({ said: says, data: { sections: { main: [{ play: { url: "say:Hi" } }] } } });
});

test("a file that holds a list of steps", () => {
	const says = ["the document must be an object, not a list"];
	expect(first("# greet\n- play: # now\n    url: say:Hi\n- hangup: {}\n", "yaml")).toEqual({
		says,
		text: "# greet\nsections:\n    main:\n        - play: # now\n            url: say:Hi\n        - hangup: {}\n",
	});
	const { says: said, text } = first('[{"play": {"url": "say:Hi"}}, {"hangup": {}}]', "json");
	expect({ said, data: JSON.parse(text) }).toEqual({ said: says, data: { sections: { main: [{ play: { url: "say:Hi" } }, { hangup: {} }] } } });
});

test.each([
	[
		"function: f\ndescription: d\nparameters: { type: object, properties: {} }\n",
		"this is a SWAIG function, not a SWML document; it belongs in `SWAIG.functions` of an agent",
	],
	["response: Done.\naction:\n  - hangup: true\n", "this is the answer to a SWAIG function, not a SWML document; it is sent by a server, not run as a script"],
])("a file that holds another part, example %#", (text, says) => {
	expect(first(text, "yaml")).toEqual({ says: [says], text: "" });
	expect(first(JSON.stringify(parse(text)), "json")).toEqual({ says: [says], text: "" });
});

test("a name and its quoted value in one", () => {
	expect(first(whole('- play:\n    url:"say: Hi"\n'), "yaml")).toEqual({
		says: ["`:` needs a space after it, or it is part of the name"],
		text: whole('- play:\n    url: "say: Hi"\n'),
	});
});

test("sections that are begun twice", () => {
	const says = ["`sections` is a duplicate key; merge them"];
	expect(first("sections:\n  main:\n    - answer: {}\nsections: \n  other: # more\n    - hangup: {}\n", "yaml")).toEqual({
		says,
		text: "sections:\n  main:\n    - answer: {}\n  other: # more\n    - hangup: {}\n",
	});
	expect(first('{"sections": {"main": [{"answer": {}}]}, "sections": {"other": [{"hangup": {}}]}}', "json")).toEqual({
		says,
		text: '{"sections": {"main": [{"answer": {}}], "other": [{"hangup": {}}]}}',
	});
});

test.each([
	['{"sections": {"main": [{"answer": {}}}]}}', "this `}` closes nothing; remove it", '{"sections": {"main": [{"answer": {}}]}}'],
	['{"sections": {"main": [{"answer": {}}]]}}', "this `]` closes nothing; remove it", '{"sections": {"main": [{"answer": {}}]}}'],
	['{"sections": {"main": [{"answer": {}}]}}}', "this `}` closes nothing; remove it", '{"sections": {"main": [{"answer": {}}]}}'],
	['{"sections": {"main": [{"answer": {}]}}', "this `{` is never closed; add `}`", '{"sections": {"main": [{"answer": {}}]}}'],
	['{"sections": {"main": [{"answer": {}}}}', "this `[` is never closed; add `]`", '{"sections": {"main": [{"answer": {}}]}}'],
])("brackets in JSON, example %#", (text, says, after) => {
	expect(first(text, "json")).toEqual({ says: [says], text: after });
});

test("semicolons in JSON", () => {
	expect(first('{"sections": {"main": [{"answer": {}};{"hangup": {}}]}}', "json")).toEqual({
		says: ["expected `,`, not `;`"],
		text: '{"sections": {"main": [{"answer": {}},{"hangup": {}}]}}',
	});
	expect(first('{"sections": {"main": [{"answer": {}};, {"hangup": {}};]}}', "json").says).toEqual(["extra `;`; remove it", "extra `;`; remove it"]);
});

/** What is said, but for hints, and the text after the first fix. */
function first(text: string, format: Format) {
	const problems = problemsOf(text, format).filter(({ level }) => level !== "hint");
	const [fix] = problems[0]?.fixes ?? [];
	return { says: problems.map(({ message }) => message), text: fix ? fixed(text, fix) : "" };
}

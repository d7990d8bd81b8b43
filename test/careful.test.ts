/** What a careless change would break without being seen elsewhere: one short document for each. */
import { describe, expect, test } from "vitest";
import { actionsAt, fixAll } from "../server/core/features/actions.ts";
import { complete } from "../server/core/features/complete.ts";
import { boolean, integer, union } from "../server/core/language/build.ts";
import { bind } from "../server/core/model/bind.ts";
import type { Problem } from "../server/core/rules/rule.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { fixed, open, problemsOf, shown, whole } from "./fixture.ts";
import { testKinds } from "./kinds.ts";

const says = (text: string, format: Format = "yaml") => shown(text, problemsOf(text, format));
const room = (rest: string) => `- join_conference:\n    name: a\n${rest}`;

describe("problems", () => {
	testKinds([
		{
			name: "a comment silences the next line, and no other",
			before: room("    # swml-ignore unknown-value\n    beep: loud\n    record: sometimes\n"),
			says: ['error unknown-value "sometimes": `sometimes` is not a valid value for `record`; it must be `do-not-record` or `record-from-start`'],
			offers: [["Change to `do-not-record`", "Change to `record-from-start`"]],
			after: room("    # swml-ignore unknown-value\n    beep: loud\n    record: do-not-record\n"),
			yamlOnly: true,
		},
		{
			name: "a merge brings what is not written, and is no param",
			before: "- play: &hello { url: say:Hi }\n- play: { <<: *hello, volume: 3 }\n- play: { <<: [*hello], say_voice: openai.nova }\n",
			says: [],
			yamlOnly: true,
		},
		{
			name: "words of a list in capitals, where they do not count",
			before: "- ai: { prompt: { text: Hi }, params: { turn_filler_sources: 'Spell,NUMBER:300' } }\n",
			says: [],
		},
		{
			name: "words of a list in capitals, where they count",
			before: room("    status_callback: https://example.com\n    status_callback_event: START\n"),
			says: ['error word-list "START": `START` is not a valid value for `status_callback_event`; did you mean `start`?'],
			offers: [["*Change to `start`"]],
			after: room("    status_callback: https://example.com\n    status_callback_event: start\n"),
		},
		{
			name: "a text of any form that may not be blank",
			before: '- ai:\n    prompt: { text: Hi }\n    languages: [{ name: " ", code: en-US, voice: openai.nova }]\n',
			says: ['error empty-value "\\" \\"": `name` is empty; enter a value'],
			offers: [["*Add a value"]],
			after: "- ai:\n    prompt: { text: Hi }\n    languages: [{ name: English, code: en-US, voice: openai.nova }]\n",
		},
		{
			name: "what a sibling says as text meets a need",
			before: '- ai: { prompt: { text: Hi }, SWAIG: { mcp_servers: [{ url: "https://example.com", resources: "true", resource_vars: { a: b } }] } }\n',
			says: ['hint loose-value "\\"true\\"": `resources` is a boolean; write `true`'],
			offers: [["*Change to `true`"]],
			after: '- ai: { prompt: { text: Hi }, SWAIG: { mcp_servers: [{ url: "https://example.com", resources: true, resource_vars: { a: b } }] } }\n',
		},
		{
			name: "no simpler form beside what has no effect",
			before: room("    trim: trim-silence\n"),
			says: ['warning no-effect "trim": `trim` has no effect: the conference is not recorded'],
			offers: [["Remove `trim`"]],
			after: room(""),
		},
		{
			name: "no default beside what has no effect",
			before: room("    coach: x\n    trim: trim-silence\n"),
			says: ['warning no-effect "trim": `trim` has no effect: the conference is not recorded'],
			offers: [["Remove `trim`"]],
			after: room("    coach: x\n"),
		},
		{
			name: "no other form of what is wrong",
			before: "- play: 'ftp://example.com/a.mp3'\n",
			says: ['error value-format "ftp://": `ftp://` is not supported here; use an `https://` URL'],
		},
		{
			name: "one of two that must be there",
			before: "- play: { volume: 3 }\n",
			says: ['error missing-parameter "play": `play` requires `url` or `urls`; add one of them'],
			offers: [["*Add `url`", "Add `urls`"]],
			after: "- play: { url: say:Hello, volume: 3 }\n",
		},
		{
			name: "sections that are begun twice",
			before: "sections:\n  main:\n    - answer: {}\nsections:\n  other:\n    - hangup: {}\n",
			says: ['error duplicate-key "sections": `sections` is a duplicate key; merge them'],
			offers: [["*Merge them"]],
			after: "sections:\n  main:\n    - answer: {}\n  other:\n    - hangup: {}\n",
			yamlOnly: true,
		},
	]);

	test("a fault on one long line hides its surroundings, and no more", () => {
		const far = `https://example.com/${"a".repeat(300)}`;
		const text = `{"sections": {"main": [{"join_conference": {"name": "a", "beep": "loud", "status_callback": "${far}", "record": "never-ever" "muted": 5}}]}}`;
		expect(says(text, "json")).toEqual([
			'error unknown-value "\\"loud\\"": `loud` is not a valid value for `beep`; it must be `"true"`, `"false"`, `onEnter` or `onExit`',
			'error syntax "\\"muted\\"": missing `,` before this',
		]);
	});

	test("documents in texts are read three deep", () => {
		const nested = (deep: number): unknown => ({ sections: { main: [deep === 0 ? { paly: {} } : { execute: { dest: JSON.stringify(nested(deep - 1)) } }] } });
		const messages = [1, 2, 3, 4].map((deep) => problemsOf(JSON.stringify(nested(deep)), "json").map(({ message }) => message));
		expect(messages).toEqual([...Array.from({ length: 3 }, () => ["unknown method `paly`; did you mean `play`?"]), []]);
	});

	test("an alternative that takes a value loosely comes before one that is strict", () => {
		for (const type of [union(boolean({ strict: true }), integer()), union(integer(), boolean({ strict: true }))]) {
			const { mismatches } = bind(parse('"1"', "yaml").root, '"1"', "calling", type);
			expect(mismatches.map((each) => (each.kind === "coerced" ? [each.type.kind, each.to] : each.kind))).toEqual([["number", 1]]);
		}
	});

	test.each([
		["\\U0001F600", 2],
		["\\U00000041", 1],
		["\\x41\\u0041", 2],
	])("places behind the escape %s", (written) => {
		const text = whole(`- execute:\n    dest: "{\\"sections\\": {\\"main\\": [{\\"play\\": {\\"url\\": \\"say:${written}\\",\\"volum\\":3}}]}}"\n`);
		expect(says(text)).toEqual(['error unknown-parameter "\\\\\\"volum\\\\\\"": `play` has no parameter `volum`; did you mean `volume`?']);
	});
});

describe("fixes", () => {
	test("what would leave a text that cannot be read is not offered", () => {
		const text = whole(room("    beep: loud\n"));
		const [problem] = problemsOf(text);
		const { span } = problem ?? { span: { start: 0, end: 0 } };
		const titles = (fix: string) => {
			const made: readonly Problem[] = problem ? [{ ...problem, fixes: [{ title: "Change it", edits: [{ span, text: fix }] }] }] : [];
			return actionsAt(open(text), made, span).flatMap((action) => (action.problem && !action.title.startsWith("Ignore") ? [action.title] : []));
		};
		expect([titles("onEnter"), titles("{"), titles('"'), titles("a: b")]).toEqual([["Change it"], [], [], []]);
	});

	test("of two safe fixes for the same text, one is made", () => {
		const text = whole(room("    status_callback: https://example.com\n    status_callback_event: start,end,start\n"));
		const problems = problemsOf(text);
		expect(problems.map(({ fixes }) => fixes.map(({ title, safe }) => `${title}${safe ? " safely" : ""}`))).toEqual([
			["Separate with spaces safely"],
			["Remove `start` safely"],
		]);
		expect(applyEdits(text, fixAll(problems)?.edits ?? [])).toBe(
			whole(room("    status_callback: https://example.com\n    status_callback_event: start end start\n")),
		);
	});

	test.each([
		["first", "colour: blue\r\n    name: a", "name: a"],
		["in the middle", "name: a\r\n    colour: blue\r\n    beep: onEnter", "name: a\r\n    beep: onEnter"],
		["last", "name: a\r\n    colour: blue", "name: a"],
	])("an entry goes with its whole line break: %s", (_, before, after) => {
		const text = `sections:\r\n  main:\r\n  - join_conference:\r\n    ${before}\r\n  - hangup: {}\r\n`.replaceAll("    ", "      ");
		const [problem] = problemsOf(text).filter(({ rule }) => rule === "unknown-parameter");
		const fix = problem?.fixes.find(({ title }) => title === "Remove `colour`");
		expect(fix && fixed(text, fix)).toBe(`sections:\r\n  main:\r\n  - join_conference:\r\n    ${after}\r\n  - hangup: {}\r\n`.replaceAll("    ", "      "));
	});

	testKinds([
		{
			name: "a `#` inside quotes is no comment that could be lost",
			before: "- play:\n    - url: 'say:Press # now'\n    - volume: 2\n",
			says: ["error wrong-type \"url: 'say:Press # now'\": the parameters of `play` go in one object, without dashes"],
			offers: [["*Merge into one object"]],
			after: "- play:\n    url: 'say:Press # now'\n    volume: 2\n",
		},
		{
			name: "nor is one in a text that is written anew",
			before: "- join_conference: 'name = a # b'\n",
			says: ["warning wrong-type \"'name = a # b'\": the parameters of `join_conference` are written `name: value`, not `name = value`"],
			offers: [["*Write `:` for `=`"]],
			after: '- join_conference:\n    name: "a # b"\n',
		},
	]);
});

describe("completion", () => {
	const labels = (marked: string) => {
		const offset = marked.indexOf("<|>");
		return complete(open(marked.replace("<|>", "")), offset, { snippets: false, markdown: true }).map(({ label }) => label);
	};
	test("a param that excludes one that is written is not offered", () => {
		const beside = labels(whole("- play:\n    url: say:Hi\n    <|>\n"));
		expect([beside.includes("urls"), beside.includes("volume")]).toEqual([false, true]);
		expect(labels(whole("- play:\n    volume: 3\n    <|>\n")).filter((label) => label.startsWith("url"))).toEqual(["url", "urls"]);
	});
	test("a root key is offered where the others stand, and nowhere else", () => {
		expect(labels("sections:\n  main:\n    - hangup: {}\nvers<|>\n")).toContain("version");
		expect(labels("<|>\nsections:\n  main:\n    - hangup: {}\n")).toEqual(["version"]);
		expect(labels("  <|>\nsections:\n  main:\n    - hangup: {}\n")).toEqual([]);
		expect(labels("<|>\n  sections:\n    main:\n      - hangup: {}\n")).toEqual([]);
	});
});

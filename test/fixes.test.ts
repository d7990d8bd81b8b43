/** Quick fixes on real layouts: the text after, to the character; comments, anchors and line breaks kept. */
import { describe, expect, test } from "vitest";
import { actionsAt, fixAll } from "../server/core/features/actions.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf } from "./fixture.ts";

const head = "sections:\n  main:\n";

/** What is offered for the first problem of a rule, and the text after one of the actions. */
function offered(
	text: string,
	rule: string,
	title: RegExp,
	format: Format = "yaml",
): { readonly titles: readonly string[]; readonly after: string | undefined } {
	const problems = problemsOf(text, format);
	const problem = problems.find((each) => each.rule === rule);
	const actions = problem ? actionsAt(open(text, format), [problem], problem.span).filter((action) => action.problem === problem) : [];
	const action = actions.find((each) => title.test(each.title));
	return { titles: actions.map((each) => each.title).filter((each) => !each.startsWith("Ignore")), after: action && applyEdits(text, action.edits) };
}

describe("what the author wrote stays", () => {
	test("an alias is never replaced by nothing, an anchor never lost", () => {
		const all = (text: string) => applyEdits(text, fixAll(problemsOf(text))?.edits ?? []);
		expect(all(`${head}    - play:\n        url: &u say:Hi\n    - play: [*u, say:x]\n`)).toBe(
			`${head}    - play:\n        url: &u say:Hi\n    - play: { urls: [*u, say:x] }\n`,
		);
		expect(all(`${head}    - play: &p say:Hello\n    - play: *p\n`)).toBe(`${head}    - play:\n        url: &p say:Hello\n    - play: *p\n`);
		expect(
			offered(`${head}    - ai:\n        prompt: { text: a }\n        temperature: &t 0.3\n    - set: { t: *t }\n`, "unknown-parameter", /Move/).titles,
		).toEqual([]);
	});

	test("the comments of its neighbours", () => {
		expect(
			offered(`${head}    - join_conference:\n        colour: blue\n        # room\n        name: a\n        muted: true\n`, "unknown-parameter", /Remove/)
				.after,
		).toBe(`${head}    - join_conference:\n        # room\n        name: a\n        muted: true\n`);
		expect(
			offered(`${head}    - { join_conference: {\n        name: a, # our room\n        colour: blue\n      } }\n`, "unknown-parameter", /Remove/).after,
		).toBe(`${head}    - { join_conference: {\n        name: a, # our room\n\n      } }\n`);
	});

	test("a byte order mark stays the first of all", () => {
		expect(offered("\uFEFFname: a\nsections:\n  main:\n    - hangup: {}\n", "unknown-root-key", /Ignore/).after).toBe(
			"\uFEFF# swml-ignore unknown-root-key\nname: a\nsections:\n  main:\n    - hangup: {}\n",
		);
	});

	test("Windows line breaks", () => {
		const text = `${head}    - join_conference:\n        name: a\n        colour: blue\n        muted: true\n`.replaceAll("\n", "\r\n");
		expect(offered(text, "unknown-parameter", /Remove/).after).toBe(text.replace("        colour: blue\r\n", ""));
		expect(offered(text, "unknown-parameter", /Ignore/).after).toBe(
			text.replace("        colour", "        # swml-ignore unknown-parameter\r\n        colour"),
		);
	});
});

describe("layouts", () => {
	test.each([
		["items", "    - answer: {}\n      hangup: {}\n", "    - answer: {}\n    - hangup: {}\n"],
		["wide dashes", "    -   answer: {}\n        hangup: {}\n", "    -   answer: {}\n    -   hangup: {}\n"],
		["braces", "    - { answer: {}, hangup: {} }\n", "    - { answer: {} }\n    - { hangup: {} }\n"],
	])("a step of each: %s", (_, before, after) => {
		expect(offered(head + before, "step-shape", /separate steps/).after).toBe(head + after);
	});

	test("a step of each is not offered where it would not stand", () => {
		expect(offered(`${head}    -\n        answer: {}\n        hangup: {}\n`, "step-shape", /./).titles).toEqual([]);
		expect(offered(`${head}    - { answer: {}, # first\n        hangup: {} }\n`, "step-shape", /./).titles).toEqual([]);
	});

	test("params beside their method go below it", () => {
		const before = `${head}    - connect:\n      to: "+15551230001"\n      headers:\n        - name: X-A\n          value: b\n`;
		expect(problemsOf(before).map((problem) => problem.message)).toEqual(["`to` and `headers` belong to `connect`; indent them further"]);
		expect(offered(before, "step-shape", /Indent/).after).toBe(
			`${head}    - connect:\n        to: "+15551230001"\n        headers:\n          - name: X-A\n            value: b\n`,
		);
	});

	test("a section becomes a list", () => {
		expect(offered("sections:\n  main:\n    answer: {}\n    play:\n      url: say:Hi\n", "section-not-list", /list/).after).toBe(
			`${head}    - answer: {}\n    - play:\n        url: say:Hi\n`,
		);
		expect(offered('{"sections": {"main": {"answer": {}, "hangup": {}}}}', "section-not-list", /list/, "json").after).toBe(
			'{"sections": {"main": [{"answer": {}}, {"hangup": {}}]}}',
		);
		expect(problemsOf("sections:\n  main:\n    answer: {}\n    hangup: {}\n").map((problem) => problem.rule)).toEqual(["section-not-list"]);
	});

	test("a section that is missing begins with a step of its own kind of document", () => {
		const before = "sections:\n  other:\n    - reply:\n        body: hi\n  more:\n    - reply:\n        body: ho\n";
		expect(offered(before, "missing-section", /Add/).after).toBe(
			before.replace("  other", "  main:\n    - reply:\n        body: Thank you for your message.\n  other"),
		);
	});

	test("`main` moves into `sections`", () => {
		expect(offered("version: 1.0.0\nmain:\n  - hangup: {}\n", "unknown-root-key", /Move/).after).toBe("version: 1.0.0\nsections:\n  main:\n    - hangup: {}\n");
		expect(problemsOf("version: 1.0.0\nmain:\n  - hangup: {}\n").map((problem) => problem.message)).toEqual(["`main` belongs in `sections.main`"]);
	});

	test("what belongs deeper moves there, wherever it stands", () => {
		const before = `${head}    - ai:\n        prompt: { text: hi }\n        functions:\n          - function: a\n            description: b\n            web_hook_url: https://example.com\n`;
		expect(offered(before, "unknown-parameter", /Move/).after).toBe(
			`${head}    - ai:\n        prompt: { text: hi }\n        SWAIG:\n          functions:\n            - function: a\n              description: b\n              web_hook_url: https://example.com\n`,
		);
		expect(offered(`${head}    - ai:\n        temperature: 0.3\n        prompt: { text: hi }\n`, "unknown-parameter", /Move/).after).toBe(
			`${head}    - ai:\n        prompt: { text: hi, temperature: 0.3 }\n`,
		);
	});

	test("braces over several lines stay braces", () => {
		expect(offered("sections:\n  main: [\n    {\n      play: say:Hello\n    }\n  ]\n", "legacy-form", /Expand/).after).toBe(
			'sections:\n  main: [\n    {\n      play: { url: "say:Hello" }\n    }\n  ]\n'.replace('"say:Hello"', "say:Hello"),
		);
	});
});

describe("what YAML misreads gets quotes", () => {
	test.each([
		["url: say: Hello", 'url: "say: Hello"'],
		["url: %{vars.x}", 'url: "%{vars.x}"'],
		["url: say:Choose:", 'url: "say:Choose:"'],
	])("example %#", (before, after) => {
		expect(offered(`${head}    - play:\n        ${before}\n`, "syntax", /quotes/).after).toBe(`${head}    - play:\n        ${after}\n`);
	});
	test.each([
		["to: +15551234567", 'to: "+15551234567"'],
		["from: +15551234567\n        to: sip:a@example.com", 'from: "+15551234567"\n        to: sip:a@example.com'],
	])("example %#", (before, after) => {
		expect(offered(`${head}    - connect:\n        ${before}\n`, "wrong-type", /quotes/).after).toBe(`${head}    - connect:\n        ${after}\n`);
	});
	test("a lone `#`", () => {
		expect(offered(`${head}    - prompt:\n        play: say:Hi\n        terminators: #\n`, "wrong-type", /quotes/).after).toBe(
			`${head}    - prompt:\n        play: say:Hi\n        terminators: "#"\n`,
		);
	});
	test("a version that is a number", () => {
		expect(offered("version: 1.0\nsections:\n  main:\n    - hangup: {}\n", "wrong-type", /1\.0\.0/).after).toBe(
			"version: 1.0.0\nsections:\n  main:\n    - hangup: {}\n",
		);
	});
});

describe("faults are named where they are", () => {
	test.each([
		[
			"yaml",
			`${head}    - play:\n        url: "say:Hi\n    - join_conference:\n        name: "a"\n    - hangup: {}\n`,
			'this string is never closed; add `"`',
			'"say:Hi',
		],
		["yaml", `${head}    - play:\n        url: 'it's here'\n`, "inside a string `'` is written `''`", "'"],
		["yaml", `${head}    - hangup: {}\n   - answer: {}\n`, "this line is not aligned with the ones above; use the same number of spaces", undefined],
		["json", '{\n  "version":\n  "sections": {\n    "main": [ { "answer": {} } ]\n  }\n}', "a value is missing here", ":"],
	] as const)("in %s, example %#", (format, text, message, marked) => {
		const problems = problemsOf(text, format).filter((problem) => problem.level !== "hint");
		expect(problems.map((problem) => problem.message)).toEqual([message]);
		if (marked !== undefined) expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([marked]);
	});
});

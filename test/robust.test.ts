/** Whatever is in a file, no feature throws, and every span lies inside. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionsAt, fixAll } from "../server/core/features/actions.ts";
import { complete } from "../server/core/features/complete.ts";
import { folds } from "../server/core/features/folding.ts";
import { formatTyped, format as laidOut } from "../server/core/features/format.ts";
import { hover } from "../server/core/features/hover.ts";
import { links } from "../server/core/features/links.ts";
import { selections } from "../server/core/features/selection.ts";
import { outline } from "../server/core/features/symbols.ts";
import { check } from "../server/core/rules/check.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { corpus, examples, open, problemsOf } from "./fixture.ts";

const documents = [...(corpus() ?? []), ...examples()];

/** Everything at one place of one text. */
function everything(text: string, format: Format, offset: number): void {
	const document = open(text, format);
	const { problems, failures } = check(document);
	expect(failures).toEqual([]);
	for (const { span } of problems) expect(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span)).toBe(true);
	for (const { fixes } of problems)
		for (const { edits } of fixes) for (const { span } of edits) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
	const told = hover(document, offset);
	if (told) expect(told.span.start <= offset && offset <= told.span.end).toBe(true);
	complete(document, offset, { snippets: true, markdown: true });
	actionsAt(document, problems, { start: offset, end: offset });
	outline(document);
	for (const { span } of [...folds(document), ...links(document)]) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
	for (const span of selections(document, offset)) expect(span.start <= offset && offset <= span.end).toBe(true);
}

/** Formatting of one text, as a whole, in part and while typing: only blanks change. */
function layouts(text: string, format: Format, offset: number): void {
	const document = open(text, format);
	const options = { tabSize: 2, insertSpaces: true, trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
	const part = { start: offset, end: Math.min(offset + 40, text.length) };
	for (const edits of [laidOut(document, options), laidOut(document, options, part), formatTyped(document, offset, "\n", options)]) {
		for (const { span } of edits) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
		expect(applyEdits(text, edits).replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
	}
}

test.each(documents.map((each) => [each.file, each] as const))("%s", (_, { text, format }) => {
	const step = Math.max(1, Math.floor(text.length / 60));
	for (let offset = 0; offset <= text.length; offset += step) everything(text, format, offset);
});

test("half-typed documents, cut and mixed anywhere", () => {
	const texts = documents.map((each) => each.text).filter((text) => text.length < 2500);
	fc.assert(
		fc.property(
			fc.constantFrom(...texts),
			fc.nat(),
			fc.nat(40),
			fc.string({ unit: "grapheme", maxLength: 8 }),
			fc.constantFrom<Format>("yaml", "json"),
			(text, place, length, typed, format) => {
				const start = place % (text.length + 1);
				const mixed = text.slice(0, start) + typed + text.slice(start + length);
				everything(mixed, format, start);
				layouts(mixed, format, start);
			},
		),
		{ numRuns: 400 },
	);
});

test("every safe fix at once leads to a document that still parses, and doing it again changes nothing", () => {
	for (const { text, format, file } of documents) {
		const problems = problemsOf(text, format);
		const all = fixAll(problems);
		if (!all || problems.some((problem) => problem.rule === "syntax")) continue;
		let after = applyEdits(text, all.edits);
		for (let round = 0; round < 5; round++) {
			expect(
				problemsOf(after, format).filter((problem) => problem.rule === "syntax"),
				file,
			).toEqual([]);
			const more = fixAll(problemsOf(after, format));
			if (!more) break;
			after = applyEdits(after, more.edits);
		}
		expect(fixAll(problemsOf(after, format)), file).toBeUndefined();
	}
});

describe("hostile input", () => {
	const one = (text: string, format: Format) => problemsOf(text, format).map((problem) => `${problem.rule}: ${problem.message}`);

	test("nested beyond all measure", () => {
		for (const [text, format] of [
			["[".repeat(100_000), "json"],
			['{"a":'.repeat(100_000), "json"],
			["[".repeat(100_000), "yaml"],
			[`sections: ${"- ".repeat(100_000)}`, "yaml"],
			[Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), "yaml"],
		] as const) {
			expect(one(text, format)).toEqual(["syntax: more than 256 levels deep; SignalWire does not read that"]);
		}
	});

	test("aliases of aliases of aliases", () => {
		const bomb = `a: &a0 [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]`).join("\n")}\nsections:\n  main: *a30\n`;
		expect(one(bomb, "yaml").length).toBeGreaterThan(0);
	});

	test("merge conflicts, binary, one endless line", () => {
		expect(one("sections:\n<<<<<<< HEAD\n  main: []\n=======\n  main: []\n>>>>>>> other\n", "yaml")).toEqual([
			"syntax: unresolved merge conflict; keep one side and remove the markers",
		]);
		for (const format of ["yaml", "json"] as const) layouts('\u0000\u0001\uFFFE\uD800{[\u0007"', format, 3);
		for (const format of ["yaml", "json"] as const) everything('\u0000\u0001\uFFFE\uD800{[\u0007"', format, 3);
		everything(`sections:\n  main:\n    - play: "${"say:x ".repeat(50_000)}"\n`, "yaml", 100);
		everything(`{"sections":{"main":[${'{"hangup":{}},'.repeat(20_000)}{"hangup":{}}]}}`, "json", 100);
	});

	test("a piece that is too large to wait for is named, and the rest is read", () => {
		const large = `        text: "${"a word and ".repeat(40_000)}"\n`;
		const found = problemsOf(`sections:\n  main:\n    - set:\n${large}    - hang: {}\n`, "yaml").map(
			({ level, rule, message }) => `${level} ${rule}: ${message}`,
		);
		expect(found).toEqual([
			"info syntax: 440 KB that cannot be split into steps; YAML is checked in pieces of at most 400 KB, so this is not checked",
			"error unknown-method: unknown method `hang`; did you mean `hangup`?",
		]);
	});

	test("a byte order mark, Windows line breaks, tabs", () => {
		expect(one("\uFEFFsections:\r\n  main:\r\n    - hangup: {}\r\n", "yaml")).toEqual([]);
		expect(one('\uFEFF{\r\n\t"sections": {\r\n\t\t"main": [{ "hangup": {} }]\r\n\t}\r\n}\r\n', "json")).toEqual([]);
		expect(one("sections:\n\tmain:\n\t\t- hangup: {}\n", "yaml")[0]).toBe("syntax: YAML is indented with spaces, not tabs; replace the tab");
	});
});

/** Printing values: what is printed reads back as the same value, in both syntaxes, whichever YAML version reads it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Layout } from "../../server/core/syntax/layout.ts";
import { dataOf, type Format } from "../../server/core/syntax/node.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { type Printable, printValue } from "../../server/core/syntax/print.ts";

const layouts: readonly Layout[] = (["yaml", "json"] as const).flatMap((format: Format) =>
	(["block", "flow"] as const).flatMap((style) => ["  ", "    "].map((unit) => ({ format, style, indent: "", unit }))),
);

const text = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 12 }),
	fc.constantFrom(
		"yes",
		"no",
		"on",
		"off",
		"null",
		"~",
		"1.0",
		"+1555",
		"0123",
		"say: Hi #1",
		"a: b",
		"- x",
		"*",
		"#",
		"%{x}",
		"",
		" ",
		"a\nb",
		"it's",
		'"q"',
		"1e3",
	),
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.letrec<{ value: Printable }>((tie) => ({
	value: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		scalar,
		fc.array(tie("value"), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom("a", "b_c", "on", "1", "x y", "k:"), tie("value"), { maxKeys: 3, noNullPrototype: true }),
	),
})).value;

test("what is printed reads back", () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom("main", "no"), value, { minKeys: 1, noNullPrototype: true }), (data) => {
			for (const layout of layouts) {
				const printed = printValue(data, layout);
				const { root, faults } = parse(printed, layout.format);
				expect(faults, printed).toEqual([]);
				expect(root && dataOf(root), printed).toEqual(data);
			}
		}),
		{ numRuns: 400 },
	);
});

describe("texts that some YAML version reads as something else stand in quotes", () => {
	test.each(["yes", "No", "on", "OFF", "y", "n", "true", "null", "~", "1", "1.5", "+15551234567", "0x1", ".5", "", "a: b", "a #b", "* x", "& x"])(
		"%s",
		(word) => {
			expect(printValue({ key: word }, { format: "yaml", style: "block", indent: "", unit: "  " })).toBe(`key: ${JSON.stringify(word)}`);
		},
	);
	test.each(["onEnter", "say:Hello", "https://example.com/a?b=c#d", "1.0.0", "record-from-start", "${vars.x}"])("%s needs none", (word) => {
		expect(printValue({ key: word }, { format: "yaml", style: "block", indent: "", unit: "  " })).toBe(`key: ${word}`);
	});
});

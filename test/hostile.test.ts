/** What an author writes is shown, never obeyed: no picture is loaded, nothing turns the writing direction, no word ends its own quotation. */
import { describe, expect, test } from "vitest";
import { legible, quote } from "../server/core/base/quote.ts";
import { hover } from "../server/core/features/hover.ts";
import { plain } from "../server/core/features/prose.ts";
import { rules } from "../server/core/rules/index.ts";
import type { Format, Node, ScalarNode } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { open, problemsOf, unmark } from "./fixture.ts";
import { toJson } from "./twin.ts";

const picture = "a`![x](https://example.com/p.png)";
const hidden = "\u202e\u061c\u001b[31m\nb\u200b";
const formats: readonly Format[] = ["yaml", "json"];

test.each([
	["plain", "`plain`"],
	["a`b", "`` a`b ``"],
	["``", "``` `` ```"],
	["`a``", "``` `a`` ```"],
	["\u202eab\u061c", "`\\u202eab\\u061c`"],
	["\u001b[31m\r\n\t", "`\\u001b[31m\\r\\n\\t`"],
	["\ud83d\udcde \udce9", "`\ud83d\udcde \\udce9`"],
	["\u{e0041}", "`\\u{e0041}`"],
	["👩‍🚀 日本 é می‌خواهم", "`👩‍🚀 日本 é می‌خواهم`"],
	[`${"x".repeat(80)}`, `\`${"x".repeat(80)}\``],
	[`${"x".repeat(59)}📞${"y".repeat(30)}`, `\`${"x".repeat(59)}…\``],
])("%j is quoted as %s", (word, expected) => {
	expect(quote(word)).toBe(expected);
});

/** Steps and keys of a document that says `word` wherever an author may. JSON's escapes are YAML's too. */
function documentOf(word: string, format: Format): string {
	const said = JSON.stringify(word).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
	const text = `{
  "version": "1.0.0",
  ${said}: 1,
  "sections": {
    "main": [
      { ${said}: {} },
      { "answer": {}, ${said}: 1 },
      ${said},
      { "join_conference": { "name": "x", ${said}: 1, "beep": ${said}, "max_participants": ${said}, "status_callback_event": ${said} } },
      { "play": { "url": ${said}, ${said}: { ${said}: 1 } } },
      { "ai": { "SWAIG": { "functions": [{ "function": "f", "parameters": { "type": "object", "properties": { ${said}: { "type": ${said} } } } }] } } },
      { "goto": ${said} }
    ],
    ${said}: {}
  }
}
`;
	return format === "json" ? text : `# YAML\n${text}`;
}

/** Markdown without its code spans, as CommonMark pairs backticks. */
function outsideCode(markdown: string): string {
	return markdown.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}

const raw = /[\p{Cc}\p{Cf}\p{Cs}]/u;

describe.each(formats)("in %s", (format) => {
	test.each([picture, hidden])("problems and fixes quote %j and stay what they are", (word) => {
		const problems = problemsOf(documentOf(word, format), format);
		const texts = problems.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
		expect(texts.filter((text) => raw.test(text))).toEqual([]);
		expect(texts.filter((text) => /https|\[|!/.test(outsideCode(text)))).toEqual([]);
		const rules = new Set(problems.filter(({ message }) => message.includes(quote(word))).map(({ rule }) => rule));
		expect([...rules].sort()).toEqual([
			"section-not-list",
			"step-shape",
			"unknown-method",
			"unknown-name",
			"unknown-parameter",
			"unknown-root-key",
			"unknown-value",
			"value-format",
			// A word list is parted at blanks, and this word holds one.
			...(word === picture ? ["word-list"] : []),
		]);
	});

	test.each([picture, hidden])("hovers quote %j", (word) => {
		const text = documentOf(word, format);
		const at = text.indexOf('"type"', text.indexOf("properties")) + 2;
		const found = hover(open(text, format), at)?.text ?? "";
		expect(found.split("\n")[0]).toBe(`**\`type\`** of ${quote(word)} — The kind of value.`);
		expect(raw.test(found.replaceAll("\n", ""))).toBe(false);
		expect(outsideCode(found)).not.toContain("https");
		expect(plain(found).split("\n")[0]).toBe(`type of ${legible(word)} — The kind of value.`);
	});
});

describe("every rule, with each word of its examples made hostile in turn", () => {
	test.each(rules.map(({ id, bad }) => [id, bad] as const))("%s", (_, bad) => {
		for (const [format, text] of bad.flatMap(unmark).flatMap(({ text }) => [["yaml", text] as const, ["json", toJson(text)] as const])) {
			for (const { span, value } of wordsIn(parse(text, format).root)) {
				const word = JSON.stringify(`${value}\`![x](https://example.com)\u061c`).replaceAll("\u061c", "\\u061c");
				const hostile = `${text.slice(0, span.start)}${word}${text.slice(span.end)}`;
				for (const { rule, message, fixes } of problemsOf(hostile, format)) {
					if (rule === "syntax") continue;
					for (const said of [message, ...fixes.map(({ title }) => title)]) {
						if (raw.test(said) || /!\[x/.test(outsideCode(said))) throw new Error(`${rule} says ${said} of\n${hostile}`);
					}
				}
			}
		}
	});
});

/** Keys and values of a document. */
function wordsIn(node: Node | undefined): readonly ScalarNode[] {
	if (node?.kind === "scalar") return node.span.end > node.span.start ? [node] : [];
	if (node?.kind === "list") return node.items.flatMap(wordsIn);
	return node?.kind === "map" ? node.entries.flatMap(({ key, value }) => [key, ...wordsIn(value)]) : [];
}

test("a syntax fault that quotes what it found", () => {
	const faults = problemsOf("sections:\n  main:\n    - play: *\u061c\u202ex\n");
	expect(faults.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
		"syntax: no anchor `&\\u061c\\u202ex` is defined above this; a value that starts with `*` needs quotes",
	]);
});

test("text without anything hidden is left alone", () => {
	expect(legible("`a` — 日本 👩‍🚀")).toBe("`a` — 日本 👩‍🚀");
});

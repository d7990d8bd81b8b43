/** Source lines on a terminal, with a mark under a span. */
import { expect, test } from "vitest";
import { framesOf } from "../../server/cli/frame.ts";
import { plain } from "../../server/cli/paint.ts";

/** The frame of what stands between `«` and `»`. */
function frame(marked: string): string {
	const start = marked.indexOf("«");
	const end = marked.indexOf("»") - 1;
	const text = marked.replace(/[«»]/g, "");
	return framesOf(text, plain)({ start, end }, (mark) => mark).join("\n");
}

test.each([
	["a word", "a: «b» c\n", "  1 | a: b c\n    |    ~"],
	["nothing, at a line's end", "x\na:«»\n", "  2 | a:\n    |   ~"],
	["nothing, in an empty text", "«»", "  1 |\n    | ~"],
	["the end of a text without a line break", "a«»", "  1 | a\n    |  ~"],
	["CRLF", "x\r\nab «c»\r\n", "  2 | ab c\n    |    ~"],
	["tabs", "\ta\t«b\tc»", "  1 |     a   b   c\n    |         ~~~~~"],
	["a span that begins in the indentation", "«    a»: b", "  1 |     a: b\n    |     ~"],
	["a tab that is itself wrong", "«\t»a: b", "  1 |     a: b\n    | ~~~~"],
	["wide characters", "日本: «語🎉é» x", "  1 | 日本: 語🎉é x\n    |       ~~~~~"],
	["emoji of several parts, and combining marks", "👩‍🚀e\u0301: «❤️👍🏽»", "  1 | 👩‍🚀e\u0301: ❤️👍🏽\n    |      ~~~~"],
	["narrow katakana", "ｶ«ﾅ»", "  1 | ｶﾅ\n    |  ~"],
	["two lines", "a: «b\n   c» d", "  1 | a: b\n    |    ~\n  2 |    c d\n    |    ~"],
	["a span that ends at the start of the next line", "a: «b\n»c", "  1 | a: b\n    |    ~"],
	["many lines", "a: «\n  b\n  c\n  d\n» e", "  1 | a:\n    |    ~\n  2 |   b\n    |   ~\n  3 |   c\n    |   ~\n    | … up to line 4"],
	["a line number of several digits", `${"\n".repeat(99)}«a»`, "  100 | a\n      | ~"],
])("%s", (_, marked, expected) => {
	expect(frame(marked)).toBe(expected);
});

test("a long line is cut around the span", () => {
	const shown = (marked: string) => frame(marked).split("\n");
	expect(shown(`${"x".repeat(60)}«yyy»${"z".repeat(60)}`)).toEqual([`  1 | …${"x".repeat(40)}yyy${"z".repeat(57)}…`, `    | ${" ".repeat(41)}~~~`]);
	expect(shown(`«yyy»${"z".repeat(200)}`)).toEqual([`  1 | yyy${"z".repeat(97)}…`, "    | ~~~"]);
	expect(shown(`${"x".repeat(200)}«yyy»`)).toEqual([`  1 | …${"x".repeat(40)}yyy`, `    | ${" ".repeat(41)}~~~`]);
	expect(shown(`${"x".repeat(200)}«»`)).toEqual([`  1 | …${"x".repeat(40)}`, `    | ${" ".repeat(41)}~`]);
	expect(shown(`«${"y".repeat(300)}»`)).toEqual([`  1 | ${"y".repeat(100)}…`, `    | ${"~".repeat(100)}`]);
	expect(shown(`${"日".repeat(500)}«語»${"本".repeat(500)}`)).toEqual([`  1 | …${"日".repeat(20)}語${"本".repeat(29)}…`, `    | ${" ".repeat(41)}~~`]);
	expect(shown(`${"🎉".repeat(50_000)}«y»${"🎉".repeat(50_000)}`)).toEqual([`  1 | …${"🎉".repeat(20)}y${"🎉".repeat(29)}…`, `    | ${" ".repeat(41)}~`]);
});

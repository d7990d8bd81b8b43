/** Formatting over every document, whole and cut off anywhere: it changes blanks only, says the same, and is done after one time. */
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { format, formatTyped } from "../server/core/features/format.ts";
import { applyEdits, type TextEdit } from "../server/core/syntax/edit.ts";
import type { LayoutOptions } from "../server/core/syntax/format.ts";
import { dataOf, type Format, type Node } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { corpus, cutOff, examples, open } from "./fixture.ts";

const documents = [...(corpus() ?? []), ...examples()];
const options: LayoutOptions = { tabSize: 2, insertSpaces: true, trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };

const formatted = (text: string, syntax: Format, wanted = options) => applyEdits(text, format(open(text, syntax), wanted));

/** The data, as far as it can be read, and the faults. */
function meaning(text: string, syntax: Format): string {
	const { root, faults } = parse(text, syntax);
	return JSON.stringify([root && dataOf(root), faults.map((fault) => fault.message)]);
}

/** The same by another reader, with every comment; undefined where that one reads nothing. */
function otherReading(text: string, syntax: Format): string | undefined {
	if (syntax === "json") {
		try {
			return JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, "")));
		} catch {
			return undefined;
		}
	}
	const document = parseDocument(text, { logLevel: "silent", uniqueKeys: false });
	if (document.errors.length > 0) return undefined;
	return JSON.stringify([document.toJS(), text.match(/(?<=^|\s)#.*$/gm)?.map((comment) => comment.trim())]);
}

/** Everything but blanks and line breaks. */
const signs = (text: string) => text.replace(/\s+/g, "");

/** What is wrong with an answer, whatever was asked. */
function wrongIn(text: string, syntax: Format, edits: readonly TextEdit[]): readonly string[] {
	const after = applyEdits(text, edits);
	return [
		...(edits.every(({ span, text: to }, index) => (edits[index - 1]?.span.end ?? 0) <= span.start && text.slice(span.start, span.end) !== to)
			? []
			: ["edits overlap, or change nothing"]),
		...(edits.every(({ span, text: to }) => text.slice(span.start, span.end).trim() === "" && to.trim() === "") ? [] : ["more than blanks changed"]),
		...(signs(after) === signs(text) ? [] : ["a sign is gone"]),
		...(meaning(after, syntax) === meaning(text, syntax) ? [] : ["it says something else"]),
		...(otherReading(after, syntax) === otherReading(text, syntax) ? [] : ["another reader reads something else"]),
	];
}

test.each([
	[2, 3],
	[4, 2],
])("blanks only, the same data and comments, and nothing left to do, %i blanks a level", (tabSize, cuts) => {
	const wanted = { ...options, tabSize };
	const faults: string[] = [];
	let changed = 0;
	for (const { file, text: whole, format: syntax } of documents) {
		for (const text of cutOff(whole, cuts)) {
			const edits = format(open(text, syntax), wanted);
			const after = applyEdits(text, edits);
			const wrong = [...wrongIn(text, syntax, edits), ...(formatted(after, syntax, wanted) === after ? [] : ["the second time changes it again"])];
			faults.push(...wrong.map((each) => `${file}, ${text.length} characters: ${each}`));
			if (after !== text) changed++;
		}
	}
	expect(faults).toEqual([]);
	expect(changed).toBeGreaterThan(documents.length);
});

test("every part, and every sign that is typed", () => {
	const faults: string[] = [];
	for (const { file, text, format: syntax } of documents) {
		const document = open(text, syntax);
		const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
		const step = Math.max(1, Math.floor(breaks.length / 4));
		for (let index = 0; index + step < breaks.length; index += step) {
			const span = { start: breaks[index] ?? 0, end: breaks[index + step] ?? 0 };
			const edits = format(document, { ...options, tabSize: 4 }, span);
			const outside = edits.some((edit) => edit.span.start < span.start || edit.span.end > span.end);
			faults.push(
				...wrongIn(text, syntax, edits).map((each) => `${file}, ${span.start} to ${span.end}: ${each}`),
				...(outside ? [`${file}: beyond ${span.end}`] : []),
			);
		}
		for (const { 0: sign, index } of [...text.matchAll(/[\n}\]]/g)].filter((_, at) => at % 9 === 0)) {
			const edits = formatTyped(document, index + 1, sign, options);
			const beyond = edits.some(({ span }) => span.end > index + 1);
			faults.push(...wrongIn(text, syntax, edits).map((each) => `${file}, typed at ${index}: ${each}`), ...(beyond ? [`${file}: beyond ${index}`] : []));
		}
	}
	expect(faults).toEqual([]);
});

test("YAML with twice the blanks, and without line breaks of Unix, comes out the same", () => {
	let compared = 0;
	for (const { file, text, format: syntax } of documents) {
		if (syntax !== "yaml") continue;
		const wide = text.replace(/^( *)((?:- +)*)/gm, (_, blanks: string, dashes: string) => blanks + blanks + dashes.replaceAll(" ", "   "));
		const once = formatted(text, syntax);
		expect(formatted(text.replaceAll("\n", "\r\n"), syntax), file).toBe(once.replaceAll("\n", "\r\n"));
		// Blanks that are of a text keep their number, and a comment may have stood beside nothing.
		if (ofSeveralLines(text, parse(text, syntax).root) || /^ *#/m.test(text) || meaning(wide, syntax) !== meaning(text, syntax)) continue;
		compared++;
		expect(formatted(wide, syntax), file).toBe(once);
	}
	expect(compared).toBeGreaterThan(2);
});

function ofSeveralLines(text: string, node: Node | undefined): boolean {
	if (node?.kind === "map") return node.entries.some((entry) => ofSeveralLines(text, entry.value));
	if (node?.kind === "list") return node.items.some((item) => ofSeveralLines(text, item));
	return node !== undefined && text.slice(node.span.start, node.span.end).includes("\n");
}

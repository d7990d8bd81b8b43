/** Changes to a document's text that leave the rest of it alone. Callers say what, in terms of nodes; only here is known how, in JSON and in YAML. */
import type { Span } from "../base/span.ts";
import type { Entry, Format, MapNode, Node, ScalarNode } from "./node.ts";
import { afterColon, type Layout, type Printable, printEntry, printKey, printText, printValue } from "./print.ts";

/** Replace `span` by `text`. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/** A text to be changed. */
export interface Source {
	readonly text: string;
	readonly format: Format;
}

/** The text after `edits`, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = "";
	let done = 0;
	for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
		result += text.slice(done, edit.span.start) + edit.text;
		done = edit.span.end;
	}
	return result + text.slice(done);
}

/** Writes another name for a key. */
export function renameKey(source: Source, key: ScalarNode, name: string): TextEdit {
	return {
		span: key.span,
		text:
			key.style === "plain"
				? printKey(name, layoutAt(source, key.span.start, "flow"))
				: printText(name, layoutAt(source, key.span.start, "flow"), quoteOf(key)),
	};
}

/** Writes another scalar in the place of one, keeping its quotes where the new value is text as well. */
export function replaceScalar(source: Source, node: ScalarNode, value: string | number | boolean): TextEdit {
	const blank = node.style === "missing" && !/[\s]/.test(source.text[node.span.start - 1] ?? "") ? " " : "";
	return { span: node.span, text: blank + (typeof value === "string" ? printText(value, inline(source), quoteOf(node)) : String(value)) };
}

/** Puts a scalar in quotes as it stands in the source: `true` → `"true"`, `+1555` → `"+1555"`. */
export function quote(source: Source, node: ScalarNode): TextEdit {
	return { span: node.span, text: JSON.stringify(source.text.slice(node.span.start, node.span.end)) };
}

/** Puts what stands on the rest of the line in quotes, a comment sign included. */
export function quoteRest(source: Source, offset: number): TextEdit {
	const end = lineEnd(source.text, offset);
	const rest = source.text.slice(offset, end);
	const start = offset + rest.length - rest.trimStart().length;
	return { span: { start, end: offset + rest.trimEnd().length }, text: JSON.stringify(rest.trim()) };
}

/** Gives an entry another value, of any kind. Undefined where a comment would be lost. */
export function replaceValue(source: Source, entry: Entry, value: Printable): TextEdit | undefined {
	const { key, value: old } = entry;
	const style = source.format === "json" || (old.kind !== "scalar" && old.kind !== "alias" && old.style === "flow") || isInFlow(source, key) ? "flow" : "block";
	const span = { start: key.span.end, end: Math.max(old.span.end, colonAfter(source.text, key.span.end)) };
	if (source.format === "yaml" && /(?:^|\s)#/.test(gap(source.text, span.start, old.span.start))) return undefined;
	if (old.kind !== "scalar" && hasComment(source, old.span)) return undefined;
	return { span, text: `:${afterColon(value, layoutAt(source, key.span.start, style))}` };
}

/** Replaces a list item, or any value that stands alone, by another. */
export function replaceNode(source: Source, node: Node, value: Printable): TextEdit | undefined {
	if (node.kind !== "scalar" && hasComment(source, node.span)) return undefined;
	return {
		span: node.span,
		text: printValue(value, layoutAt(source, node.span.start, source.format === "json" ? "flow" : isFlowNode(node) ? "flow" : "block")),
	};
}

/** Adds an entry to a map, before the first (`first`) or after the last. */
export function insertEntry(source: Source, map: MapNode, name: string, value: Printable, where: "first" | "last" = "last"): TextEdit {
	const [head] = map.entries;
	const tail = map.entries.at(-1);
	if (!head || !tail) return { span: map.span, text: printValue({ [name]: value }, layoutAt(source, map.span.start, "flow")) };
	const oneLine = map.style === "flow" && !source.text.slice(map.span.start, head.span.start).includes("\n");
	const layout = layoutAt(source, head.span.start, map.style === "flow" ? "flow" : "block");
	const printed = printEntry(name, value, layout);
	const separator = map.style === "block" ? "" : ",";
	const gapText = oneLine ? " " : `\n${" ".repeat(columnOf(source.text, head.span.start))}`;
	const indented = oneLine ? gapText : `\n${indentOf(source.text, head.span.start)}`;
	if (where === "first") return { span: { start: head.span.start, end: head.span.start }, text: `${printed}${separator}${oneLine ? " " : indented}` };
	const end = map.style === "block" ? lineEnd(source.text, tail.span.end) : tail.span.end;
	return { span: { start: end, end }, text: `${separator}${indented}${printed}` };
}

/** Takes an entry out, with the comma or the line it stood on. */
export function removeEntry(source: Source, map: MapNode, entry: Entry): TextEdit {
	const at = map.entries.indexOf(entry);
	const next = map.entries[at + 1];
	const previous = map.entries[at - 1];
	const { text } = source;
	if (map.style === "flow") {
		if (next) return { span: { start: entry.span.start, end: next.span.start }, text: "" };
		if (previous) return { span: { start: previous.span.end, end: entry.span.end }, text: "" };
		return { span: entry.span, text: "" };
	}
	if (!next && !previous) return { span: map.span, text: "{}" };
	if (!previous && next) return { span: { start: entry.span.start, end: next.span.start }, text: "" };
	const start = lineStart(text, entry.span.start);
	const end = lineEnd(text, entry.span.end);
	// The last line of a file has no break after it, so the one before goes.
	if (end >= text.length) return { span: { start: Math.max(0, start - 1), end }, text: "" };
	return { span: { start, end: end + 1 }, text: "" };
}

/** Makes a list of steps out of a map of methods (one step for each entry) or of a single value. */
export function wrapInList(source: Source, node: Node): readonly TextEdit[] {
	const { text } = source;
	if (node.kind === "map" && node.style === "block") return node.entries.flatMap((entry) => shiftRight(text, entry.span));
	if (node.kind === "map" && node.entries.length > 1) {
		const joints = node.entries
			.slice(1)
			.map((entry, index) => ({ span: { start: node.entries[index]?.span.end ?? entry.span.start, end: entry.span.start }, text: "}, {" }));
		return [
			{ span: { start: node.span.start, end: node.span.start }, text: "[" },
			...joints,
			{ span: { start: node.span.end, end: node.span.end }, text: "]" },
		];
	}
	return [{ span: node.span, text: `[${text.slice(node.span.start, node.span.end)}]` }];
}

/** Splits a list item with several entries into one item for each. */
export function splitItem(source: Source, map: MapNode): readonly TextEdit[] {
	if (map.style === "flow")
		return map.entries
			.slice(1)
			.map((entry, index) => ({ span: { start: map.entries[index]?.span.end ?? entry.span.start, end: entry.span.start }, text: "}, {" }));
	const indent = " ".repeat(Math.max(0, columnOf(source.text, map.span.start) - 2));
	return map.entries.slice(1).map((entry) => ({ span: { start: lineStart(source.text, entry.span.start), end: entry.span.start }, text: `${indent}- ` }));
}

/** A comment on a line of its own above the line of `offset`. YAML only: JSON has no comments. */
export function insertLineAbove(source: Source, offset: number, line: string): TextEdit {
	const start = lineStart(source.text, offset);
	return { span: { start, end: start }, text: `${" ".repeat(source.text.slice(start).search(/[^ ]|$/))}${line}\n` };
}

/** One level deeper: `- ` before the first line, two blanks before the others. */
function shiftRight(text: string, span: Span): readonly TextEdit[] {
	const edits: TextEdit[] = [{ span: { start: span.start, end: span.start }, text: "- " }];
	for (let at = text.indexOf("\n", span.start); at >= 0 && at < span.end; at = text.indexOf("\n", at + 1)) {
		if (text[at + 1] !== "\n") edits.push({ span: { start: at + 1, end: at + 1 }, text: "  " });
	}
	return edits;
}

/** How a scalar is printed, wherever it stands. */
function inline(source: Source): Layout {
	return { format: source.format, style: "flow", indent: "", unit: "  " };
}

/** How things are printed at a place: its indentation, and the indentation the document uses. */
function layoutAt(source: Source, offset: number, style: Layout["style"]): Layout {
	const column = source.format === "json" ? indentOf(source.text, offset) : " ".repeat(columnOf(source.text, offset));
	return { format: source.format, style, indent: column, unit: unitOf(source.text) };
}

/** One level of indentation as this document has it: the first indented line decides. */
export function unitOf(text: string): string {
	const found = /^(?:\S.*)?\n( {2,8}|\t)\S/m.exec(text.slice(0, 4000))?.[1];
	return found === "\t" ? "\t" : " ".repeat(found && found.length < 8 ? found.length : 2);
}

function isInFlow(source: Source, key: ScalarNode): boolean {
	// Inside braces a key is followed, on its line or a later one, by a brace that its own line never opened.
	const line = source.text.slice(lineStart(source.text, key.span.start), key.span.start);
	return /[{[,][^}\]]*$/.test(line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ""));
}

function isFlowNode(node: Node): boolean {
	return (node.kind === "map" || node.kind === "list") && node.style === "flow";
}

function hasComment(source: Source, span: Span): boolean {
	return source.format === "yaml" && /(?:^|\s)#/m.test(source.text.slice(span.start, span.end));
}

function gap(text: string, start: number, end: number): string {
	return text.slice(start, Math.max(start, end));
}

function colonAfter(text: string, offset: number): number {
	const colon = text.indexOf(":", offset);
	return colon >= 0 && text.slice(offset, colon).trim() === "" ? colon + 1 : offset;
}

function quoteOf(node: ScalarNode): "single" | "double" | undefined {
	return node.style === "single" || node.style === "double" ? node.style : undefined;
}

/** The offset where the line of `offset` starts. */
export function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset where the line of `offset` ends, before its break. */
export function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	const last = end < 0 ? text.length : end;
	return last > offset && text[last - 1] === "\r" ? last - 1 : last;
}

function columnOf(text: string, offset: number): number {
	return offset - lineStart(text, offset);
}

function indentOf(text: string, offset: number): string {
	const start = lineStart(text, offset);
	return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** Parts of a document printed as they are written: quotes, layout and comments kept, only moved to where they are to stand. Never here: edits. */
import { type Layout, printText } from "./layout.ts";
import type { Entry, Node, ScalarNode } from "./node.ts";

/** A part of a document, to be printed as it is written there. */
export class Written {
	/** The text of the whole document. */
	readonly text: string;
	readonly node: Node;
	/** The entry it is the value of: what stands behind the colon belongs to it. */
	readonly entry: Entry | undefined;
	constructor(text: string, node: Node, entry?: Entry) {
		this.text = text;
		this.node = node;
		this.entry = entry;
	}
}

/** What follows the colon of a key, with the blank or line break before it. */
export function writtenAfterColon(written: Written, layout: Layout): string {
	const { text, node, entry } = written;
	if (layout.format === "yaml" && layout.style === "flow") return ` ${writtenValue(written, layout)}`;
	const gap = entry ? text.slice(valueStart(text, entry), node.span.start) : marksOf(written);
	if (layout.format === "json" || !isBlock(node)) {
		if (mustBeQuoted(written, "entry")) return ` ${quoted(node)}`;
		// Block text behind a dash may stand where it would not be deep enough behind a key.
		const fromItem = !entry && node.kind === "scalar" && node.style === "block";
		const value = fromItem
			? moved(slice(written), () => contentColumn(written), layout.indent + layout.unit)
			: moved(gap + slice(written), () => baseOf(written), layout.indent);
		return /^\s/.test(value) || value === "" ? value : ` ${value}`;
	}
	const inner = layout.indent + layout.unit;
	const [first = "", ...lines] = gap.split("\n");
	const between = entry && lines.length > 0 ? lines.slice(0, -1) : [];
	const above = between.map((line) => `\n${line.trim() === "" ? "" : inner}${line.trim()}`).join("");
	return `${first.trimEnd() === "" ? "" : ` ${first.trim()}`}${above}\n${inner}${moved(slice(written), () => baseOf(written), inner)}`;
}

/** A value, to stand where `layout.indent` ends or further right on that line. */
export function writtenValue(written: Written, layout: Layout): string {
	const { text, node } = written;
	const marks = marksOf(written);
	if (layout.format === "yaml" && layout.style === "flow") return marks + inBraces(text, node, layout);
	if (mustBeQuoted(written, "item")) return quoted(node);
	const value = moved(slice(written), () => baseOf(written), layout.indent);
	return marks && isBlock(node) ? `${marks.trimEnd()}\n${layout.indent}${value}` : marks + value;
}

/** A key as it is written, with quotes only where its new place needs them. */
export function writtenKey({ text, node }: Written, layout: Layout): string {
	return node.kind === "scalar" && layout.format === "yaml" && layout.style === "flow"
		? inBraces(text, node, layout)
		: text.slice(node.span.start, node.span.end);
}

/** The comments on lines of their own above an entry, from `from` on. */
export function commentsAbove(text: string, { key, flow }: Entry, from: number): readonly string[] {
	const lines: string[] = [];
	if (flow) return lines;
	let start = text.lastIndexOf("\n", key.span.start - 1) + 1;
	if (!/^[\s-]*$/.test(text.slice(start, key.span.start))) return lines;
	while (start > from) {
		const above = text.lastIndexOf("\n", start - 2) + 1;
		const line = text.slice(Math.max(above, from), start - 1).trim();
		if (!line.startsWith("#")) break;
		lines.unshift(line);
		start = above;
	}
	return lines;
}

/** The comment that ends the last line of an entry, which it is the last on. */
export function commentBehind(text: string, { span, value, flow }: Entry): { readonly text: string; readonly span: Entry["span"] } | undefined {
	if (flow || lastOf(value).style === "block") return undefined;
	const [, blanks = "", comment] = /^([ \t]+)(#[^\r\n]*)/.exec(text.slice(span.end, span.end + 2000)) ?? [];
	const start = span.end + blanks.length;
	return comment === undefined ? undefined : { text: comment.trimEnd(), span: { start, end: start + comment.length } };
}

/** The comments of YAML between the scalars of some nodes, in a part of the text. */
export function commentsIn(text: string, span: Entry["span"], nodes: readonly (Node | Entry)[]): readonly string[] {
	const found: string[] = [];
	let at = span.start;
	const scan = (to: number) => {
		for (const [, comment = ""] of text.slice(at, Math.max(at, to)).matchAll(/(?<=^|\s)(#[^\r\n]*)/g)) found.push(comment.trimEnd());
	};
	for (const scalar of nodes.flatMap(scalarsOf).sort((a, b) => a.span.start - b.span.start)) {
		if (scalar.span.start < at || scalar.span.end > span.end) continue;
		scan(scalar.span.start);
		at = scalar.span.end;
	}
	scan(span.end);
	return found;
}

function scalarsOf(part: Node | Entry): readonly ScalarNode[] {
	if (!("kind" in part)) return [part.key, ...scalarsOf(part.value)];
	if (part.kind === "map") return part.entries.flatMap(scalarsOf);
	if (part.kind === "list") return part.items.flatMap(scalarsOf);
	return part.kind === "scalar" ? [part] : [];
}

/** The innermost node at the end of another, where that is a scalar; else the node's own kind of end. */
function lastOf(node: Node): { readonly style: ScalarNode["style"] | "flow" } {
	if (node.kind === "scalar") return node;
	if (node.kind === "alias" || node.style === "flow") return { style: "flow" };
	const last = node.kind === "map" ? node.entries.at(-1)?.value : node.items.at(-1);
	return last ? lastOf(last) : { style: "flow" };
}

/** The offset after the colon of an entry. */
function valueStart(text: string, { key, value }: Entry): number {
	const colon = text.indexOf(":", key.span.end);
	return colon >= 0 && colon < Math.max(value.span.start, key.span.end + 1) ? colon + 1 : value.span.start;
}

/** The anchor and the tag before a node, with a blank behind. */
function marksOf({ text, node }: Written): string {
	if (node.kind === "alias") return "";
	const found = marksBefore(text.slice(Math.max(0, node.span.start - 200), node.span.start));
	return found ? `${found.trim().replace(/\s+/g, " ")} ` : "";
}

function slice({ text, node }: Written): string {
	return text.slice(node.span.start, node.span.end);
}

function isBlock(node: Node): boolean {
	return (node.kind === "map" || node.kind === "list") && node.style === "block";
}

/** The column from which the lines of a value are indented. */
function baseOf({ text, node, entry }: Written): number {
	if (isBlock(node)) return columnOf(text, node.span.start);
	if (entry && !entry.flow) return columnOf(text, entry.key.span.start);
	const start = text.lastIndexOf("\n", node.span.start - 1) + 1;
	const [line = ""] = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, node.span.start)) ?? [];
	return line.length;
}

/** The column of the first line of block text. */
function contentColumn(written: Written): number {
	return /\n(?:[ \t]*\r?\n)*( *)/.exec(slice(written))?.[1]?.length ?? 0;
}

/** Block text whose value depends on the place it stands in. */
function mustBeQuoted({ text, node, entry }: Written, role: "entry" | "item"): boolean {
	if (node.kind !== "scalar" || node.style !== "block") return false;
	const [header = ""] = /^[^\r\n]*/.exec(text.slice(node.span.start, node.span.end)) ?? [];
	if (/^[|>]\d?\+/.test(header)) return true;
	if (/^[|>][+-]?\d/.test(header) && (role === "entry") !== (entry !== undefined)) return true;
	return node.span.end === text.length && !/^[|>]\d?-/.test(header);
}

function quoted(node: Node): string {
	return node.kind === "scalar" ? JSON.stringify(node.value) : "";
}

/** Text whose lines were indented by `from` at the least, indented by `indent`. */
function moved(text: string, from: () => number, indent: string): string {
	if (!text.includes("\n")) return text;
	const base = from();
	return text
		.split("\n")
		.map((line, index) => {
			if (index === 0) return line;
			const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0;
			if (blanks === line.trimEnd().length && blanks <= base) return line.endsWith("\r") ? "\r" : "";
			return indent + line.slice(Math.min(blanks, base));
		})
		.join("\n");
}

/** A value of YAML between braces; what stands in braces already stays as it is. */
function inBraces(text: string, node: Node, layout: Layout): string {
	switch (node.kind) {
		case "alias":
			return text.slice(node.span.start, node.span.end);
		case "scalar": {
			const written = text.slice(node.span.start, node.span.end);
			if (node.style === "missing") return "null";
			const unsafe = node.style === "block" || written.includes("\n") || (node.style === "plain" && /[,[\]{}]/.test(written));
			return unsafe ? (typeof node.value === "string" ? printText(node.value, layout, "double") : String(node.value)) : written;
		}
		case "list":
			if (node.style === "flow") return moved(text.slice(node.span.start, node.span.end), () => baseOf(new Written(text, node)), layout.indent);
			return `[${node.items.map((item) => writtenValue(new Written(text, item), layout)).join(", ")}]`;
		case "map":
			if (node.style === "flow") return moved(text.slice(node.span.start, node.span.end), () => baseOf(new Written(text, node)), layout.indent);
			return `{ ${node.entries.map(({ key, value }) => `${inBraces(text, key, layout)}: ${writtenValue(new Written(text, value), layout)}`).join(", ")} }`;
	}
}

function columnOf(text: string, offset: number): number {
	return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The anchors and tags that a text ends with, each with the blanks behind it. */
export function marksBefore(text: string): string {
	let start = text.length;
	for (;;) {
		const end = text.slice(0, start).trimEnd().length;
		let from = end;
		while (from > 0 && !/[\s,[\]{}]/.test(text[from - 1] ?? "")) from--;
		if (end === start || from === end || !/[&!]/.test(text[from] ?? "")) return text.slice(start);
		start = from;
	}
}

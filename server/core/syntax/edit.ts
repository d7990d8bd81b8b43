/** Changes to a document's text that leave the rest of it alone. Callers say what, in terms of nodes; only here is known how, in JSON and in YAML. */
import { breakOf, hasBreak, lineEnd, linesIn, nextLine } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type Layout, printText } from "./layout.ts";
import { type Entry, type Format, type ListNode, type MapNode, type Node, placeOf, type ScalarNode } from "./node.ts";
import { afterColon, type Field, Fields, isLong, type Printable, printField, printKey, printValue } from "./print.ts";
import { commentBehind, commentsIn } from "./written.ts";

/** Replace `span` by `text`. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/** How a file is laid out: one level of indentation, and what ends a line. */
export interface Style {
	readonly unit: string;
	readonly lineBreak: string;
}

/** A text to be changed. */
export interface Source {
	readonly text: string;
	readonly format: Format;
	/** The style of the file it is from; its own where that is not given. */
	readonly style?: () => Style;
}

/** The style of a text: the first indented line decides the indentation, the first line break the rest. */
export function styleOf(text: string): Style {
	return { unit: unitOf(text), lineBreak: breakOf(text) };
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

/** Whether a change takes away a YAML anchor, or an alias, that its new text does not have. */
export function losesAnchor(source: Source, { span, text }: TextEdit): boolean {
	if (source.format === "json") return false;
	const marks = source.text.slice(span.start, span.end).match(/(?<=^|[\s[{,])[&*][^\s,[\]{}]+/g);
	if (!marks) return false;
	// One look over the new text spares a search of it for each mark.
	const kept = new Set(text.match(/[&*][^\s,[\]{}"']+/g));
	return marks.some((mark) => !kept.has(mark) && !text.includes(mark));
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
	const inBraces = entry.flow || (old.kind !== "scalar" && old.kind !== "alias" && old.style === "flow");
	const span = { start: key.span.end, end: Math.max(old.span.end, colonAfter(source.text, key.span.end)) };
	return keeping(source, span, [old], `:${afterColon(value, layoutFor(source, key.span.start, inBraces, value, span))}`);
}

/** Writes another entry in the place of one. Undefined where a comment would be lost. */
export function replaceEntry(source: Source, entry: Entry, name: string, value: Printable): TextEdit | undefined {
	return replaceEntries(source, [entry], [{ name, value }]);
}

/** Replaces a list item, or any value that stands alone, by another. Undefined where a comment would be lost. */
export function replaceNode(source: Source, node: Node, value: Printable): TextEdit | undefined {
	return keeping(source, node.span, [node], printValue(value, layoutFor(source, node.span.start, isFlowNode(node), value, node.span)));
}

/** Adds an entry to a map, before the first (`first`) or after the last. `from` is the part of the document it comes from. */
export function insertEntry(source: Source, map: MapNode, field: Field, where: "first" | "last" = "last", from?: Span): TextEdit {
	const [head] = map.entries;
	const tail = map.entries.at(-1);
	if (!head || !tail) return { span: map.span, text: printValue(new Fields([field]), layoutAt(source, map.span.start, "flow")) };
	const oneLine = map.style === "flow" && !hasBreak(source.text.slice(map.span.start, head.span.start));
	const layout = layoutFor(source, head.span.start, map.style === "flow", field.value, from);
	const printed = printField(field, layout);
	const separator = map.style === "block" ? "" : ",";
	// Behind a dash the first entry stands further right than its line begins.
	const gapText = oneLine ? " " : `\n${map.style === "block" ? layout.indent : indentOf(source, head.span.start)}`;
	if (where === "first") return { span: { start: head.span.start, end: head.span.start }, text: `${printed}${separator}${gapText}` };
	const end = map.style === "block" ? linesIn(source).end(endOf(source.text, tail.value, tail.span.end)) : tail.span.end;
	return { span: { start: end, end }, text: `${separator}${gapText}${printed}` };
}

/** Adds an item to a list, behind the last. */
export function insertItem(source: Source, list: ListNode, value: Printable): TextEdit {
	const [head] = list.items;
	const tail = list.items.at(-1);
	const printed = printValue(value, layoutAt(source, list.span.start, "flow"));
	if (!head || !tail) return { span: list.span, text: `[${printed}]` };
	if (list.style === "block") {
		const end = linesIn(source).end(endOf(source.text, tail, tail.span.end));
		return { span: { start: end, end }, text: `\n${" ".repeat(columnOf(source, list.span.start))}- ${printed}` };
	}
	const broken = hasBreak(source.text.slice(list.span.start, head.span.start));
	return { span: { start: tail.span.end, end: tail.span.end }, text: `,${broken ? `\n${indentOf(source, head.span.start)}` : " "}${printed}` };
}

/** Writes other entries in the place of some that stand one after the other. Undefined where a comment would be lost. */
export function replaceEntries(source: Source, entries: readonly Entry[], fields: readonly Field[]): TextEdit | undefined {
	const [first] = entries;
	const last = entries.at(-1);
	if (!first || !last) return undefined;
	const span = { start: first.span.start, end: last.span.end };
	const { start } = span;
	const layout = layoutFor(source, start, first.flow, new Fields(fields), span);
	const separator = !first.flow ? `\n${layout.indent}` : linesIn(source).start(start) + layout.indent.length === start ? `,\n${layout.indent}` : ", ";
	return keeping(source, span, entries, fields.map((field) => printField(field, layout)).join(separator));
}

/** Takes an entry out, with the comma or the line it stood on. Its neighbours keep their comments, and one behind it stays. */
export function removeEntry(source: Source, map: MapNode, entry: Entry): TextEdit {
	const { text, format } = source;
	const comment = format === "yaml" ? commentBehind(text, entry) : undefined;
	return comment ? removal(source, map, entry, comment.text) : cutEntry(source, map, entry);
}

/** The same, with the comment behind it. */
export function cutEntry(source: Source, map: MapNode, entry: Entry): TextEdit {
	return removal(source, map, entry, "");
}

/** `stays` takes the place of the entry. */
function removal(source: Source, map: MapNode, entry: Entry, stays: string): TextEdit {
	const at = placeOf(map, entry);
	const next = map.entries[at + 1];
	const previous = map.entries[at - 1];
	const { text } = source;
	const lines = linesIn(source);
	const start = lines.start(entry.span.start);
	const alone = text.slice(start, entry.span.start).trim() === "";
	if (map.style === "flow") {
		if (next) {
			const gap = text.slice(entry.span.end, next.span.start);
			const end = /(?:^|\s)#/.test(gap) ? entry.span.end + (/^\s*,[ \t]*/.exec(gap)?.[0].length ?? 0) : next.span.start;
			return { span: { start: entry.span.start, end }, text: "" };
		}
		if (!previous)
			return { span: { start: entry.span.start, end: entry.span.end + (/^\s*,/.exec(text.slice(entry.span.end, map.span.end))?.[0].length ?? 0) }, text: "" };
		const commented = /(?:^|\s)#/.test(text.slice(previous.span.end, entry.span.start));
		return { span: { start: commented && alone ? start : previous.span.end, end: entry.span.end }, text: "" };
	}
	if (!next && !previous) return { span: map.span, text: "{}" };
	const end = lines.end(entry.span.end);
	// Behind a dash the next entry moves up, unless a comment of its own stands in between.
	if (!alone && next) {
		const commented = stays !== "" || /(?:^|\s)#/.test(text.slice(end, next.span.start));
		return { span: { start: entry.span.start, end: commented ? end : next.span.start }, text: stays };
	}
	if (stays !== "") return { span: { start: entry.span.start, end }, text: stays };
	// The last line of a file has no break after it, so the one before goes.
	if (end === text.length) return { span: { start: start === 0 ? 0 : lines.end(start - 1), end }, text: "" };
	return { span: { start, end: nextLine(text, end) }, text: "" };
}

/** The edit, unless it would lose a comment of what it replaces. */
function keeping(source: Source, span: Span, parts: readonly (Node | Entry)[], text: string): TextEdit | undefined {
	return losesComment(source, span, parts, text) ? undefined : { span, text };
}

/** Whether a comment between the scalars of `parts` is not in the text that replaces them. */
export function losesComment(source: Source, span: Span, parts: readonly (Node | Entry)[], text: string): boolean {
	if (source.format === "json" || !source.text.slice(span.start, span.end).includes("#")) return false;
	let rest = text;
	return commentsIn(source.text, span, parts).some((comment) => {
		const at = rest.indexOf(comment);
		if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + comment.length);
		return at < 0;
	});
}

/** A comment on a line of its own above the line of `offset`. YAML only: JSON has no comments. */
export function insertLineAbove(source: Source, offset: number, line: string): TextEdit {
	const first = linesIn(source).start(offset);
	// A byte order mark stays the first of all.
	const start = first === 0 && source.text.startsWith("\uFEFF") ? 1 : first;
	return {
		span: { start, end: start },
		text: `${" ".repeat(source.text.slice(start).search(/[^ ]|$/))}${line}${breakOf(source.text)}`,
	};
}

/** How a scalar is printed, wherever it stands. */
function inline(source: Source): Layout {
	return { format: source.format, style: "flow", indent: "", unit: "  " };
}

/** How things are printed at a place: its indentation, and the indentation the document uses. */
export function layoutAt(source: Source, offset: number, style: Layout["style"]): Layout {
	const column = source.format === "json" ? indentOf(source, offset) : " ".repeat(columnOf(source, offset));
	return { format: source.format, style, indent: column, unit: unitIn(source) };
}

/** One level of indentation as this document has it: the first indented line decides. */
export function unitOf(text: string): string {
	const found = /^(?:\S.*)?(?:\r\n?|\n)( {2,8}|\t)\S/m.exec(text.slice(0, 4000))?.[1];
	return found === "\t" ? "\t" : " ".repeat(found && found.length < 8 ? found.length : 2);
}

const units = new WeakMap<Source, string>();

/** That of the file a text is from, looked up once for each. */
export function unitIn(source: Source): string {
	let unit = units.get(source);
	if (unit === undefined) {
		unit = source.style?.().unit ?? unitOf(source.text);
		units.set(source, unit);
	}
	return unit;
}

/** The same for what takes the place of a part of the document: of JSON several lines stay several. */
function layoutFor(source: Source, offset: number, inBraces: boolean, value: Printable, within: Span | undefined): Layout {
	const style = source.format === "json" ? (isLong(value) ? "block" : "flow") : inBraces ? "flow" : "block";
	const layout = layoutAt(source, offset, style);
	return within && source.format === "yaml" ? { ...layout, within: { text: source.text, span: within } } : layout;
}

/** Where a value ends, with the blank lines that belong to block text. */
function endOf(text: string, value: Node, end: number): number {
	const last = value.kind === "map" ? value.entries.at(-1)?.value : value.kind === "list" ? value.items.at(-1) : undefined;
	if (last) return endOf(text, last, end);
	if (value.kind !== "scalar" || value.style !== "block" || !/^[|>]\d?\+/.test(text.slice(value.span.start, value.span.start + 3))) return end;
	const blank = /^[ \t]*(?:\r?\n[ \t]*)*(?=\r?\n)/.exec(text.slice(end))?.[0] ?? "";
	return end + blank.length;
}

function isFlowNode(node: Node): boolean {
	return (node.kind === "map" || node.kind === "list") && node.style === "flow";
}

function colonAfter(text: string, offset: number): number {
	let at = offset;
	while (/\s/.test(text[at] ?? "")) at++;
	return text[at] === ":" ? at + 1 : offset;
}

function quoteOf(node: ScalarNode): "single" | "double" | undefined {
	return node.style === "single" || node.style === "double" ? node.style : undefined;
}

/** How far from the start of its line an offset is. */
export function columnOf(source: { readonly text: string }, offset: number): number {
	return offset - linesIn(source).start(offset);
}

function indentOf(source: Source, offset: number): string {
	const start = linesIn(source).start(offset);
	return /^[ \t]*/.exec(source.text.slice(start, offset))?.[0] ?? "";
}

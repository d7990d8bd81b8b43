/** Changes to a document's text that leave the rest of it alone. Callers say what, in terms of nodes; only here is known how, in JSON and in YAML. */
import { breakOf, hasBreak, lineEnd, linesIn, nextLine } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type Entry, type Format, type ListNode, type MapNode, type Node, placeOf, type ScalarNode } from "./node.ts";
import { afterColon, type Layout, type Printable, printEntry, printKey, printText, printValue } from "./print.ts";

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
	const style = entry.flow || (old.kind !== "scalar" && old.kind !== "alias" && old.style === "flow") ? "flow" : "block";
	const span = { start: key.span.end, end: Math.max(old.span.end, colonAfter(source.text, key.span.end)) };
	if (source.format === "yaml" && /(?:^|\s)#/.test(gap(source.text, span.start, old.span.start))) return undefined;
	if (old.kind !== "scalar" && hasComment(source, old.span)) return undefined;
	return { span, text: `:${afterColon(value, layoutAt(source, key.span.start, style))}` };
}

/** Writes another entry in the place of one. */
export function replaceEntry(source: Source, entry: Entry, name: string, value: Printable): TextEdit {
	return { span: entry.span, text: printEntry(name, value, layoutAt(source, entry.span.start, entry.flow ? "flow" : "block")) };
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
	const oneLine = map.style === "flow" && !hasBreak(source.text.slice(map.span.start, head.span.start));
	const layout = layoutAt(source, head.span.start, map.style === "flow" ? "flow" : "block");
	const printed = printEntry(name, value, layout);
	const separator = map.style === "block" ? "" : ",";
	// Behind a dash the first entry stands further right than its line begins.
	const gapText = oneLine ? " " : `\n${map.style === "block" ? layout.indent : indentOf(source, head.span.start)}`;
	if (where === "first") return { span: { start: head.span.start, end: head.span.start }, text: `${printed}${separator}${gapText}` };
	const end = map.style === "block" ? linesIn(source).end(tail.span.end) : tail.span.end;
	return { span: { start: end, end }, text: `${separator}${gapText}${printed}` };
}

/** Puts entries that stand one after the other below a new key of their map; nothing where others stand between them. */
export function nestEntries(source: Source, map: MapNode, entries: readonly Entry[], name: string): readonly TextEdit[] {
	const lines = linesIn(source);
	const [first] = entries;
	const last = entries.at(-1);
	const at = first ? placeOf(map, first) : -1;
	if (!first || !last || !entries.every((entry, index) => entry === map.entries[at + index])) return [];
	const { start } = first.span;
	const { end } = last.span;
	const layout = layoutAt(source, start, "flow");
	const key = `${printKey(name, layout)}:`;
	const broken = lines.start(start) < lines.start(end);
	const deeper = broken ? indent(source, { start: nextLine(source.text, lines.end(start)), end }) : [];
	if (map.style === "block") return [{ span: { start, end: start }, text: `${key}\n${layout.indent}${layout.unit}` }, ...deeper];
	const [open, close] = broken ? [`\n${layout.indent}${layout.unit}`, `\n${layout.indent}`] : [" ", " "];
	return [{ span: { start, end: start }, text: `${key} {${open}` }, ...deeper, { span: { start: end, end }, text: `${close}}` }];
}

/** Writes several entries in the place of one. */
export function replaceByEntries(source: Source, entry: Entry, others: readonly (readonly [name: string, value: Printable])[]): TextEdit | undefined {
	if (hasComment(source, entry.span)) return undefined;
	const { start } = entry.span;
	const layout = layoutAt(source, start, entry.flow ? "flow" : "block");
	const separator = !entry.flow ? `\n${layout.indent}` : linesIn(source).start(start) + layout.indent.length === start ? `,\n${layout.indent}` : ", ";
	return { span: entry.span, text: others.map(([name, value]) => printEntry(name, value, layout)).join(separator) };
}

/** Makes the one item of a list out of a value; nothing where that would not stand. */
export function wrapAsItem(source: Source, node: Node): readonly TextEdit[] {
	if (node.kind === "map" && node.style === "block") return shiftRight(source, node.span);
	return node.kind === "scalar" && (node.style === "block" || node.style === "missing") ? [] : brackets(node.span);
}

/** Takes an entry out, with the comma or the line it stood on. Its neighbours keep their comments. */
export function removeEntry(source: Source, map: MapNode, entry: Entry): TextEdit {
	const at = placeOf(map, entry);
	const next = map.entries[at + 1];
	const previous = map.entries[at - 1];
	const { text } = source;
	const lines = linesIn(source);
	const start = lines.start(entry.span.start);
	const alone = text.slice(start, entry.span.start).trim() === "";
	if (map.style === "flow") {
		if (next) return { span: { start: entry.span.start, end: next.span.start }, text: "" };
		if (!previous)
			return { span: { start: entry.span.start, end: entry.span.end + (/^\s*,/.exec(text.slice(entry.span.end, map.span.end))?.[0].length ?? 0) }, text: "" };
		const commented = /(?:^|\s)#/.test(text.slice(previous.span.end, entry.span.start));
		return { span: { start: commented && alone ? start : previous.span.end, end: entry.span.end }, text: "" };
	}
	if (!next && !previous) return { span: map.span, text: "{}" };
	const end = lines.end(entry.span.end);
	// Behind a dash the next entry moves up, unless a comment of its own stands in between.
	if (!alone && next) {
		const commented = /(?:^|\s)#/.test(text.slice(end, next.span.start));
		return { span: { start: entry.span.start, end: commented ? end : next.span.start }, text: "" };
	}
	// The last line of a file has no break after it, so the one before goes.
	if (end === text.length) return { span: { start: start === 0 ? 0 : lines.end(start - 1), end }, text: "" };
	return { span: { start, end: nextLine(text, end) }, text: "" };
}

/** Makes a list of steps out of a map of methods (one step for each entry) or of a single value; nothing where that would not stand. */
export function wrapInList(source: Source, node: Node): readonly TextEdit[] {
	if (node.kind === "map" && node.entries.length === 0) return [];
	if (node.kind === "map" && node.style === "block") return node.entries.flatMap((entry) => shiftRight(source, entry.span));
	const around = brackets(node.span);
	if (node.kind === "map") {
		const joints = jointsOf(source, node, "}, {");
		return joints ? [...around, ...joints] : [];
	}
	return node.kind === "scalar" && (node.style === "block" || node.style === "missing") ? [] : around;
}

function brackets({ start, end }: Span): readonly TextEdit[] {
	return [
		{ span: { start, end: start }, text: "[" },
		{ span: { start: end, end }, text: "]" },
	];
}

/** Splits a list item with several entries into one item for each; nothing where its layout is not understood. */
export function splitItem(source: Source, map: MapNode, list: ListNode): readonly TextEdit[] {
	const { text } = source;
	const lines = linesIn(source);
	if (list.style === "flow") return jointsOf(source, map, "}, {") ?? [];
	const dash = /^([ ]*)-([ ]+)$/.exec(text.slice(lines.start(map.span.start), map.span.start));
	if (!dash) return [];
	if (map.style === "flow") return jointsOf(source, map, ` }\n${dash[1]}-${dash[2]}{ `) ?? [];
	return map.entries.slice(1).map((entry) => ({ span: { start: lines.start(entry.span.start), end: entry.span.start }, text: `${dash[1]}-${dash[2]}` }));
}

/** Replaces what parts the entries of a map in braces; undefined where that is more than a comma. */
function jointsOf(source: Source, map: MapNode, text: string): readonly TextEdit[] | undefined {
	const joints = map.entries
		.slice(1)
		.map((entry, index) => ({ span: { start: map.entries[index]?.span.end ?? entry.span.start, end: entry.span.start }, text }));
	return joints.every(({ span }) => /^\s*,\s*$/.test(source.text.slice(span.start, span.end))) ? joints : undefined;
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

/** Indents the lines of a part so that they stand below an entry: in the columns of what is there already, else one level deeper. */
export function indentBelow(source: Source, { key, value }: Entry, span: Span): readonly TextEdit[] {
	const [head] = value.kind === "map" && value.style === "block" ? value.entries : [];
	const column = columnOf(source, key.span.start);
	if (value.kind === "map" && !head) return [];
	return indent(source, span, head ? " ".repeat(Math.max(0, columnOf(source, head.span.start) - column)) : unitIn(source));
}

/** Indents the lines of a part one level deeper; the document's own level. */
function indent(source: Source, span: Span, by = unitIn(source)): readonly TextEdit[] {
	return [...lineStarts(source, linesIn(source).start(span.start), span.end)].map((at) => ({ span: { start: at, end: at }, text: by }));
}

/** Where lines that are not empty start, from the start of one line up to an offset. */
function* lineStarts({ text }: Source, from: number, to: number): Iterable<number> {
	for (let at = from; at < to; ) {
		const end = lineEnd(text, at);
		if (at < end) yield at;
		if (end === text.length) return;
		at = nextLine(text, end);
	}
}

/** One level deeper: `- ` before the first line, two blanks before the others. */
function shiftRight(source: Source, span: Span): readonly TextEdit[] {
	const below = nextLine(source.text, linesIn(source).end(span.start));
	const deeper = [...lineStarts(source, below, span.end)].map((at) => ({ span: { start: at, end: at }, text: "  " }));
	return [{ span: { start: span.start, end: span.start }, text: "- " }, ...deeper];
}

/** How a scalar is printed, wherever it stands. */
function inline(source: Source): Layout {
	return { format: source.format, style: "flow", indent: "", unit: "  " };
}

/** How things are printed at a place: its indentation, and the indentation the document uses. */
function layoutAt(source: Source, offset: number, style: Layout["style"]): Layout {
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
function unitIn(source: Source): string {
	let unit = units.get(source);
	if (unit === undefined) {
		unit = source.style?.().unit ?? unitOf(source.text);
		units.set(source, unit);
	}
	return unit;
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
	let at = offset;
	while (/\s/.test(text[at] ?? "")) at++;
	return text[at] === ":" ? at + 1 : offset;
}

function quoteOf(node: ScalarNode): "single" | "double" | undefined {
	return node.style === "single" || node.style === "double" ? node.style : undefined;
}

function columnOf(source: Source, offset: number): number {
	return offset - linesIn(source).start(offset);
}

function indentOf(source: Source, offset: number): string {
	const start = linesIn(source).start(offset);
	return /^[ \t]*/.exec(source.text.slice(start, offset))?.[0] ?? "";
}

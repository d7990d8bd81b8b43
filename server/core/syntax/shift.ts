/** Changes that leave every line as it is written and only move it: deeper, below a dash, into brackets. */
import { lineEnd, linesIn, nextLine } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { columnOf, layoutAt, type Source, type TextEdit, unitIn } from "./edit.ts";
import { printText } from "./layout.ts";
import { type Entry, type ListNode, type MapNode, type Node, placeOf } from "./node.ts";
import { printKey } from "./print.ts";

/** Puts entries that stand one after the other below a new key of their map; nothing where others stand between them. */
export function nestEntries(
	source: Source,
	map: MapNode,
	entries: readonly Entry[],
	name: string,
	beside: readonly (readonly [name: string, value: string])[] = [],
): readonly TextEdit[] {
	const lines = linesIn(source);
	const [first] = entries;
	const last = entries.at(-1);
	const at = first ? placeOf(map, first) : -1;
	if (!first || !last || !entries.every((entry, index) => entry === map.entries[at + index])) return [];
	const { start } = first.span;
	const { end } = last.span;
	const layout = layoutAt(source, start, "flow");
	const between = map.style === "block" || lines.start(start) + layout.indent.length === start ? `\n${layout.indent}` : " ";
	const others = beside.map(([other, value]) => `${printKey(other, layout)}: ${printText(value, layout)}${map.style === "block" ? "" : ","}${between}`);
	const key = `${others.join("")}${printKey(name, layout)}:`;
	const broken = lines.start(start) < lines.start(end);
	const deeper = broken ? indent(source, { start: nextLine(source.text, lines.end(start)), end }) : [];
	if (map.style === "block") return [{ span: { start, end: start }, text: `${key}\n${layout.indent}${layout.unit}` }, ...deeper];
	const [open, close] = broken ? [`\n${layout.indent}${layout.unit}`, `\n${layout.indent}`] : [" ", " "];
	return [{ span: { start, end: start }, text: `${key} {${open}` }, ...deeper, { span: { start: end, end }, text: `${close}}` }];
}

/** Makes the one item of a list out of a value; nothing where that would not stand. */
export function wrapAsItem(source: Source, node: Node): readonly TextEdit[] {
	if (node.kind === "map" && node.style === "block") return shiftRight(source, node.span);
	return node.kind === "scalar" && (node.style === "block" || node.style === "missing") ? [] : brackets(node.span);
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

/** Makes one object of two with the same key that stand one after the other; nothing where their layout is not understood. */
export function joinEntries(source: Source, first: Entry, second: Entry): readonly TextEdit[] {
	const { text } = source;
	const lines = linesIn(source);
	const [above, below] = [first.value, second.value];
	if (above.kind !== "map" || below.kind !== "map" || above.style !== below.style) return [];
	const [last, next] = [above.entries.at(-1), below.entries[0]];
	if (!last || !next) return [];
	if (above.style === "flow") {
		const between = `${text.slice(last.span.end, second.key.span.start)}${text.slice(second.key.span.end, next.span.start)}`;
		return /^\s*\}\s*,\s*:\s*\{\s*$/.test(between) ? [{ span: { start: last.span.end, end: next.span.start }, text: ", " }] : [];
	}
	const start = lines.start(second.key.span.start);
	const clear = /^\s*:\s*$/.test(text.slice(second.key.span.end, next.span.start)) && text.slice(start, second.key.span.start).trim() === "";
	const alike = columnOf(source, last.span.start) === columnOf(source, next.span.start);
	return clear && alike ? [{ span: { start, end: lines.start(next.span.start) }, text: "" }] : [];
}

/** Makes one item of a list out of two that stand one after the other; nothing where their layout is not understood. */
export function joinItems(source: Source, first: MapNode, second: MapNode): readonly TextEdit[] {
	const { text } = source;
	const lines = linesIn(source);
	const [end, start] = [first.entries.at(-1)?.span.end ?? first.span.end, second.entries[0]?.span.start ?? second.span.start];
	if (first.style === "flow" && second.style === "flow") {
		return /^\s*\}\s*,\s*\{\s*$/.test(text.slice(end, start)) ? [{ span: { start: end, end: start }, text: ", " }] : [];
	}
	const dash = /^[ ]*-(?=[ ]+$)/.exec(text.slice(lines.start(start), start));
	const alike = columnOf(source, first.span.start) === columnOf(source, start);
	if (first.style === "flow" || second.style === "flow" || !dash || !alike) return [];
	const at = lines.start(start) + dash[0].length;
	return [{ span: { start: at - 1, end: at }, text: " " }];
}

/** Replaces what parts the entries of a map in braces; undefined where that is more than a comma. */
function jointsOf(source: Source, map: MapNode, text: string): readonly TextEdit[] | undefined {
	const joints = map.entries
		.slice(1)
		.map((entry, index) => ({ span: { start: map.entries[index]?.span.end ?? entry.span.start, end: entry.span.start }, text }));
	return joints.every(({ span }) => /^\s*,\s*$/.test(source.text.slice(span.start, span.end))) ? joints : undefined;
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

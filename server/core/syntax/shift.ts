/** Changes that leave every line as it is written and only move it: deeper, below a dash, into brackets. */
import type { Span } from "../base/span.ts";
import { columnOf, layoutAt, lineEnd, lineStart, type Source, type TextEdit, unitOf } from "./edit.ts";
import { printText } from "./layout.ts";
import type { Entry, ListNode, MapNode, Node } from "./node.ts";
import { printKey } from "./print.ts";

/** Puts entries that stand one after the other below a new key of their map; nothing where others stand between them. */
export function nestEntries(
	source: Source,
	map: MapNode,
	entries: readonly Entry[],
	name: string,
	beside: readonly (readonly [name: string, value: string])[] = [],
): readonly TextEdit[] {
	const { text } = source;
	const [first] = entries;
	const last = entries.at(-1);
	const at = first ? map.entries.indexOf(first) : -1;
	if (!first || !last || !entries.every((entry, index) => entry === map.entries[at + index])) return [];
	const { start } = first.span;
	const { end } = last.span;
	const layout = layoutAt(source, start, "flow");
	const between = map.style === "block" || lineStart(text, start) + layout.indent.length === start ? `\n${layout.indent}` : " ";
	const others = beside.map(([other, value]) => `${printKey(other, layout)}: ${printText(value, layout)}${map.style === "block" ? "" : ","}${between}`);
	const key = `${others.join("")}${printKey(name, layout)}:`;
	const broken = lineStart(text, start) < lineStart(text, end);
	const deeper = broken ? indent(source, { start: lineEnd(text, start) + 1, end }) : [];
	if (map.style === "block") return [{ span: { start, end: start }, text: `${key}\n${layout.indent}${layout.unit}` }, ...deeper];
	const [open, close] = broken ? [`\n${layout.indent}${layout.unit}`, `\n${layout.indent}`] : [" ", " "];
	return [{ span: { start, end: start }, text: `${key} {${open}` }, ...deeper, { span: { start: end, end }, text: `${close}}` }];
}

/** Makes the one item of a list out of a value; nothing where that would not stand. */
export function wrapAsItem(source: Source, node: Node): readonly TextEdit[] {
	if (node.kind === "map" && node.style === "block") return shiftRight(source.text, node.span);
	return node.kind === "scalar" && (node.style === "block" || node.style === "missing") ? [] : brackets(node.span);
}

/** Makes a list of steps out of a map of methods (one step for each entry) or of a single value; nothing where that would not stand. */
export function wrapInList(source: Source, node: Node): readonly TextEdit[] {
	const { text } = source;
	if (node.kind === "map" && node.entries.length === 0) return [];
	if (node.kind === "map" && node.style === "block") return node.entries.flatMap((entry) => shiftRight(text, entry.span));
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
	if (list.style === "flow") return jointsOf(source, map, "}, {") ?? [];
	const dash = /^([ ]*)-([ ]+)$/.exec(text.slice(lineStart(text, map.span.start), map.span.start));
	if (!dash) return [];
	if (map.style === "flow") return jointsOf(source, map, ` }\n${dash[1]}-${dash[2]}{ `) ?? [];
	return map.entries.slice(1).map((entry) => ({ span: { start: lineStart(text, entry.span.start), end: entry.span.start }, text: `${dash[1]}-${dash[2]}` }));
}

/** Makes one object of two with the same key that stand one after the other; nothing where their layout is not understood. */
export function joinEntries({ text }: Source, first: Entry, second: Entry): readonly TextEdit[] {
	const [above, below] = [first.value, second.value];
	if (above.kind !== "map" || below.kind !== "map" || above.style !== below.style) return [];
	const [last, next] = [above.entries.at(-1), below.entries[0]];
	if (!last || !next) return [];
	if (above.style === "flow") {
		const between = `${text.slice(last.span.end, second.key.span.start)}${text.slice(second.key.span.end, next.span.start)}`;
		return /^\s*\}\s*,\s*:\s*\{\s*$/.test(between) ? [{ span: { start: last.span.end, end: next.span.start }, text: ", " }] : [];
	}
	const start = lineStart(text, second.key.span.start);
	const clear = /^\s*:\s*$/.test(text.slice(second.key.span.end, next.span.start)) && text.slice(start, second.key.span.start).trim() === "";
	const alike = columnOf(text, last.span.start) === columnOf(text, next.span.start);
	return clear && alike ? [{ span: { start, end: lineStart(text, next.span.start) }, text: "" }] : [];
}

/** Makes one item of a list out of two that stand one after the other; nothing where their layout is not understood. */
export function joinItems({ text }: Source, first: MapNode, second: MapNode): readonly TextEdit[] {
	const [end, start] = [first.entries.at(-1)?.span.end ?? first.span.end, second.entries[0]?.span.start ?? second.span.start];
	if (first.style === "flow" && second.style === "flow") {
		return /^\s*\}\s*,\s*\{\s*$/.test(text.slice(end, start)) ? [{ span: { start: end, end: start }, text: ", " }] : [];
	}
	const dash = /^[ ]*-(?=[ ]+$)/.exec(text.slice(lineStart(text, start), start));
	const alike = columnOf(text, first.span.start) === columnOf(text, start);
	if (first.style === "flow" || second.style === "flow" || !dash || !alike) return [];
	const at = lineStart(text, start) + dash[0].length;
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
	const column = columnOf(source.text, key.span.start);
	if (value.kind === "map" && !head) return [];
	return indent(source, span, head ? " ".repeat(Math.max(0, columnOf(source.text, head.span.start) - column)) : unitOf(source.text));
}

/** Indents the lines of a part one level deeper; the document's own level. */
function indent(source: Source, span: Span, by = unitOf(source.text)): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	for (let at = lineStart(source.text, span.start); at < span.end; ) {
		if (!/^[\r\n]/.test(source.text.slice(at, at + 1))) edits.push({ span: { start: at, end: at }, text: by });
		const next = source.text.indexOf("\n", at);
		if (next < 0) break;
		at = next + 1;
	}
	return edits;
}

/** One level deeper: `- ` before the first line, two blanks before the others. */
function shiftRight(text: string, span: Span): readonly TextEdit[] {
	const edits: TextEdit[] = [{ span: { start: span.start, end: span.start }, text: "- " }];
	for (let at = text.indexOf("\n", span.start); at >= 0 && at < span.end; at = text.indexOf("\n", at + 1)) {
		if (text[at + 1] !== "\n") edits.push({ span: { start: at + 1, end: at + 1 }, text: "  " });
	}
	return edits;
}

/** The blanks between YAML's signs on one line: one after a colon and a comma, one inside braces, none inside brackets. */
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";
import type { Entry, ListNode, MapNode } from "./node.ts";

/** The blanks around the colon of an entry. */
export function colonEdits(text: string, { key, value }: Entry): readonly TextEdit[] {
	const start = key.span.end;
	const gap = /^([ \t]*):([ \t]*)(?=([^\r\n]?))/.exec(text.slice(start, Math.max(start, value.span.start) + 1));
	if (!gap || value.span.start <= start) return [];
	const [, before = "", after = "", next = ""] = gap;
	const colon = start + before.length;
	const behind = { start: colon + 1, end: colon + 1 + after.length };
	return [
		...(before === "" ? [] : [{ span: { start, end: colon }, text: "" }]),
		// What stands at the end of a line, and before a comment, is not between signs.
		...(next === "" || next === "#" ? [] : [{ span: behind, text: " " }]),
	];
}

/** The blanks inside a map or list in braces, those inside its children left out. */
export function flowEdits(text: string, node: MapNode | ListNode): readonly TextEdit[] {
	const { start, end } = node.span;
	const [open, close, pad] = node.kind === "map" ? ["{", "}", " "] : ["[", "]", ""];
	const parts: readonly Span[] = node.kind === "map" ? node.entries.map(({ span }) => span) : node.items.map(({ span }) => span);
	const edits: TextEdit[] = node.kind === "map" ? node.entries.flatMap((entry) => colonEdits(text, entry)) : [];
	for (const [index, part] of parts.entries()) {
		const next = parts[index + 1];
		const comma = next && /^([ \t]*),([ \t]*)(?=[^\s#])/.exec(text.slice(part.end, next.start + 1));
		if (!comma) continue;
		const at = part.end + (comma[1]?.length ?? 0);
		edits.push({ span: { start: part.end, end: at }, text: "" }, { span: { start: at + 1, end: at + 1 + (comma[2]?.length ?? 0) }, text: " " });
	}
	// `[a: 1]` is a map without braces.
	if (text[start] !== open || text[end - 1] !== close) return edits;
	const first = parts[0];
	const last = parts.at(-1);
	if (!first || !last) return /^[ \t]+$/.test(text.slice(start + 1, end - 1)) ? [{ span: { start: start + 1, end: end - 1 }, text: "" }] : edits;
	if (/^[ \t]*(?=[^\s#])/.test(text.slice(start + 1, first.start + 1))) edits.push(blanks(text, start + 1, 1, pad));
	const tail = text.slice(last.end, end - 1);
	if (/^[ \t]*(?:,[ \t]*)?$/.test(tail)) edits.push(blanks(text, end - 1, -1, pad));
	return edits;
}

/** The blanks on one side of an offset become `pad`. */
function blanks(text: string, offset: number, side: 1 | -1, pad: string): TextEdit {
	let to = offset;
	while (/[ \t]/.test(text[side > 0 ? to : to - 1] ?? "")) to += side;
	return { span: { start: Math.min(offset, to), end: Math.max(offset, to) }, text: pad };
}

/** Reading a text as it would be with its faults mended, while everything keeps its place in the text as it is. Never here: what a fault is. */
import { countUpTo } from "../base/search.ts";
import type { Span } from "../base/span.ts";
import { applyEdits, type TextEdit } from "./edit.ts";
import type { Node, SyntaxFault } from "./node.ts";
import { relocate } from "./relocate.ts";

/** More faults than this are not told one by one. */
export const mostFaults = 60;

/** A text after some edits, and the way from its offsets back to those of the text before. */
export interface Mended {
	readonly text: string;
	readonly back: (offset: number) => number;
}

/** Applies what mends `faults`. An edit that runs into an earlier one is left out. */
export function mended(text: string, faults: readonly SyntaxFault[]): Mended {
	const edits: TextEdit[] = [];
	const all = faults.flatMap((each) => each.mend?.edits ?? []).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	for (const edit of all) if (edit.span.start >= (edits.at(-1)?.span.end ?? 0)) edits.push(edit);
	/** Where each edit ends in the new text, and how much further left or right what follows it stands. */
	const shifts: { readonly from: number; readonly to: number; readonly by: number; readonly edit: TextEdit }[] = [];
	let by = 0;
	for (const edit of edits) {
		const from = edit.span.start + by;
		by += edit.text.length - (edit.span.end - edit.span.start);
		shifts.push({ from, to: edit.span.end + by, by, edit });
	}
	const back = (offset: number): number => {
		// Where an edit begins is still the text before it.
		const last = shifts[countUpTo(offset - 1, shifts.length, (index) => shifts[index]?.from ?? 0) - 1];
		if (!last) return offset;
		// What was written anew has no place of its own but that of what it replaces.
		return offset < last.to ? Math.min(last.edit.span.start + (offset - last.from), last.edit.span.end) : offset - last.by;
	};
	return { text: applyEdits(text, edits), back };
}

/** A tree of the mended text, at the places of the text as it is. `text` is the latter. */
export function putBack(root: Node, text: string, back: Mended["back"]): Node {
	const move = ({ start, end }: Span): Span => ({ start: back(start), end: back(end) });
	return relocate(root, move, (node) => {
		const span = move(node.span);
		const quoted = node.style === "double" || node.style === "single";
		const written = text[span.start];
		// Quotes that were only put there by mending are not in the text.
		const style = quoted && written !== '"' && written !== "'" ? "plain" : node.style;
		return { kind: "scalar", span, style, value: node.value };
	});
}

/** A fault of the mended text, at the places of the text as it is. */
export function putFaultBack(fault: SyntaxFault, back: Mended["back"]): SyntaxFault {
	const move = ({ start, end }: Span): Span => ({ start: back(start), end: Math.max(back(end), back(start)) });
	const { mend, reach } = fault;
	return {
		...fault,
		span: move(fault.span),
		...(reach ? { reach: move(reach) } : {}),
		...(mend ? { mend: { ...mend, edits: mend.edits.map((edit) => ({ ...edit, span: move(edit.span) })) } } : {}),
	};
}

/** A document that stands between the lines that mark code in Markdown: the fault, and the text with those lines blanked. */
export function fenced(text: string): { readonly text: string; readonly fault: SyntaxFault } | undefined {
	const open = /^\uFEFF?\s*?(```|~~~)[^`\n]*(?:\n|$)/.exec(text);
	if (!open) return undefined;
	const mark = open[1] ?? "";
	const at = text.indexOf(mark);
	const after = open[0].length;
	const close = text.indexOf(`\n${mark}`, after - 1);
	const rest = close < 0 ? text.length : close + 1;
	// Prose after the end is not ours to remove.
	const end = /^[`~]+\s*$/.test(text.slice(rest)) ? text.length : rest;
	const lines = [
		{ start: at, end: after },
		{ start: rest, end },
	].filter((span) => span.start < span.end);
	const blank = lines.reduce((left, { start, end }) => left.slice(0, start) + left.slice(start, end).replace(/[^\r\n]/g, " ") + left.slice(end), text);
	return {
		text: blank,
		fault: {
			span: { start: at, end: at + text.slice(at, after).trimEnd().length },
			message: `this line is Markdown, not part of the document; remove it${lines.length > 1 ? ", and the one at the end" : ""}`,
			mend: { title: lines.length > 1 ? "Remove both lines" : "Remove the line", edits: lines.map((span) => ({ span, text: "" })), safe: true },
		},
	};
}

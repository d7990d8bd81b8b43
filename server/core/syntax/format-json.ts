/** JSON laid out by `jsonc-parser`. */
import { format } from "jsonc-parser";
import { lineStart } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";
import type { LayoutOptions } from "./format.ts";

/** The changes that lay out `text` from `start` on, or the lines of `within`. The end of the file is not touched. */
export function jsonEdits(text: string, start: number, options: LayoutOptions, within: Span | undefined): readonly TextEdit[] {
	const { tabSize, insertSpaces, keepLines = false } = options;
	// At the end it would take away, or add, the last line break.
	const body = text.slice(start).trimEnd();
	const range = within && {
		offset: Math.max(0, within.start - start),
		length: Math.max(0, Math.min(within.end - start, body.length) - Math.max(0, within.start - start)),
	};
	return format(body, range, { tabSize, insertSpaces, keepLines })
		.map(({ offset, length, content }) => shrunk(text, { span: { start: start + offset, end: start + offset + length }, text: content }))
		.filter(({ span }) => !within || (lineStart(text, within.start) <= span.start && span.end <= within.end))
		.filter((edit) => !keepLines || !padsBrackets(text, edit));
}

/** A blank in `[1]` or `{}`, which `keepLines` would put there. */
function padsBrackets(text: string, { span: { start, end }, text: added }: TextEdit): boolean {
	return start === end && added === " " && (text[start - 1] === "[" || text[start] === "]" || text.slice(start - 1, start + 1) === "{}");
}

/** A change without what is the same before and after it. */
function shrunk(text: string, edit: TextEdit): TextEdit {
	let { start, end } = edit.span;
	let [from, to] = [0, edit.text.length];
	while (start < end && from < to && text[start] === edit.text[from]) {
		start++;
		from++;
	}
	while (start < end && from < to && text[end - 1] === edit.text[to - 1]) {
		end--;
		to--;
	}
	return { span: { start, end }, text: edit.text.slice(from, to) };
}

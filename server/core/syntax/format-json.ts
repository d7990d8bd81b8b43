/** JSON laid out by `jsonc-parser`. */
import { format } from "jsonc-parser";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";
import type { LayoutOptions } from "./format.ts";

/** The changes that lay out `text` from `start` on, or those that touch `within`. The end of the file is not touched. */
export function jsonEdits(text: string, start: number, options: LayoutOptions, within: Span | undefined): readonly TextEdit[] {
	const { tabSize, insertSpaces, keepLines = false } = options;
	// At the end it would take away, or add, the last line break.
	const body = text.slice(start).trimEnd();
	const range = within && {
		offset: Math.max(0, within.start - start),
		length: Math.max(0, Math.min(within.end - start, body.length) - Math.max(0, within.start - start)),
	};
	return format(body, range, { tabSize, insertSpaces, keepLines }).map(({ offset, length, content }) => ({
		span: { start: start + offset, end: start + offset + length },
		text: content,
	}));
}

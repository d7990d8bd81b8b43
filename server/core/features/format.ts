/** Formatting: the whole document, some of its lines, or what was just typed. */

import { lineStart } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type Document, openDocument } from "../document.ts";
import type { TextEdit } from "../syntax/edit.ts";
import { formatEdits, type LayoutOptions } from "../syntax/format.ts";
import type { Node } from "../syntax/node.ts";

/** The changes that lay the document out, or the lines of `within`; in order, and none where nothing is to be done. */
export function format(document: Document, options: LayoutOptions, within?: Span): readonly TextEdit[] {
	return formatEdits(document, document.tree(), (text) => openDocument(text, document.format).tree(), options, within);
}

/** The signs after which something is laid out while it is typed. */
export const formattedAfter = ["\n", "}", "]"] as const;

/**
 * The changes after `typed` was typed, up to `offset`. After a line break the blanks in the line above; after a closing bracket what it
 * closes. Line breaks stay, and so does the line that is being typed on.
 */
export function formatTyped(document: Document, offset: number, typed: string, options: LayoutOptions): readonly TextEdit[] {
	const { text } = document;
	const calm = { ...options, keepLines: true, trimTrailingWhitespace: false, insertFinalNewline: false, trimFinalNewlines: false };
	if (typed === "\n") {
		const end = lineStart(text, offset) - 1;
		if (end < 0) return [];
		const line = { start: lineStart(text, end), end };
		return format(document, calm, line).filter(({ span }) => line.start < span.start && span.end <= end && text.slice(line.start, span.start).trim() !== "");
	}
	const closed = closedAt(document.tree().root, offset);
	return closed ? format(document, calm, closed).filter(({ span }) => closed.start < span.start && span.end <= offset) : [];
}

/** The map or list in braces that ends at an offset. */
function closedAt(node: Node | undefined, offset: number): Span | undefined {
	if (!node || node.span.end < offset || node.span.start >= offset || node.kind === "scalar" || node.kind === "alias") return undefined;
	if (node.style === "flow" && node.span.end === offset) return node.span;
	for (const child of node.kind === "map" ? node.entries.map((entry) => entry.value) : node.items) {
		const found = closedAt(child, offset);
		if (found) return found;
	}
	return undefined;
}

/** The text around a cursor, in half-written documents of either syntax: the word it is in, the quotes around that, what stands next to it. */
import { lineEnd, lineStart } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { Source } from "./edit.ts";

/** The word at the cursor. */
export interface Token {
	readonly offset: number;
	/** Without quotes. */
	readonly start: number;
	readonly end: number;
	/** The quote it stands in, where it does; `closed` when the closing one is there too. */
	readonly quote: string;
	readonly closed: boolean;
}

/** The word at `offset`; undefined in a comment. Strings are looked for on the cursor's line only. */
export function tokenAt(document: Source, offset: number): Token | undefined {
	const { text, format } = document;
	const start = lineStart(text, offset);
	const end = lineEnd(text, offset);
	let quote = "";
	let quoteStart = start;
	let opens = true;
	let i = start;
	for (; i < offset; i++) {
		const char = text[i] ?? "";
		if (quote) {
			if ((char === "\\" && quote === '"') || (char === "'" && quote === "'" && text[i + 1] === "'")) i++;
			else if (char === quote) {
				quote = "";
				opens = false;
			}
		} else if (char === '"' || (char === "'" && format === "yaml")) {
			if (opens) {
				quote = char;
				quoteStart = i + 1;
			}
		} else if (char === "#" && format === "yaml" && (i === start || /\s/.test(text[i - 1] ?? ""))) return undefined;
		else if (/[\s[{,]/.test(char)) opens = opens || /[[{,]/.test(char);
		else opens = (char === ":" || char === "-" || char === "?") && /\s|$/.test(text[i + 1] ?? "");
		if (format === "json" && !quote && char === ":") opens = true;
	}
	if (quote) {
		// An escape may reach over the cursor.
		let close = Math.max(offset, i);
		while (close < end && (text[close] !== quote || (quote === "'" && text[close + 1] === "'")))
			close += (text[close] === "\\" && quote === '"') || text[close] === quote ? 2 : 1;
		const closed = close < end;
		return { offset, start: quoteStart, end: closed ? close : Math.max(offset, wordEnd(text, offset, end)), quote, closed };
	}
	let from = offset;
	while (from > start && isWord(text[from - 1] ?? "")) from--;
	return { offset, start: from, end: wordEnd(text, offset, end), quote: "", closed: false };
}

function wordEnd(text: string, offset: number, end: number): number {
	let to = offset;
	while (to < end && isWord(text[to] ?? "")) to++;
	return to;
}

function isWord(char: string): boolean {
	return /[\p{L}\p{N}_$.+*-]/u.test(char);
}

/** The stretch between blanks and commas around `offset`, inside `from` and `to`. */
export function wordSpan(text: string, offset: number, from: number, to: number): Span {
	let start = offset;
	let end = offset;
	while (start > from && !/[\s,]/.test(text[start - 1] ?? "")) start--;
	while (end < to && !/[\s,]/.test(text[end] ?? "")) end++;
	return { start, end };
}

/** Whether the nearest line above at this column, with nothing shallower between, starts a list item. */
export function siblingIsItem(text: string, lineFrom: number, column: number): boolean {
	for (let end = lineFrom - 1; end > 0; ) {
		const start = lineStart(text, end);
		const line = text.slice(start, end);
		const indent = line.search(/[^ ]/);
		if (indent >= 0 && line[indent] !== "#") {
			if (indent < column) return false;
			if (indent === column) return /^-(?:\s|$)/.test(line.slice(indent));
		}
		end = start - 1;
	}
	return false;
}

/** Where the last character before `offset` stands, blanks and comments left out; -1 at the start. */
export function previousOffset(text: string, offset: number): number {
	for (let end = offset; end > 0; ) {
		const start = lineStart(text, end);
		const line = text.slice(start, end);
		const written = (/^\s*#/.test(line) ? "" : withoutComment(line)).trimEnd();
		if (written !== "") return start + written.length - 1;
		end = start - 1;
	}
	return -1;
}

/** A line up to the comment at its end. Behind the sign of a comment stands nothing that could be a quote or a bracket of the document's. */
function withoutComment(line: string): string {
	let last = line.length;
	while (last > 0 && !/["'{}[\]]/.test(line[last - 1] ?? "")) last--;
	const tail = Math.max(0, last - 1);
	const comment = /["'\]},\w]\s+#/.exec(line.slice(tail));
	return comment ? line.slice(0, tail + comment.index + 1) : line;
}

/** The character from `offset` on, blanks left out; empty at the end. */
export function nextChar(text: string, offset: number): string {
	let at = offset;
	while (at < text.length && /\s/.test(text[at] ?? "")) at++;
	return text[at] ?? "";
}

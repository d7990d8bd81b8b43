/**
 * Where lines end, for everyone who asks: at `\n`, at `\r\n`, and at a lone `\r`, as in the protocol. Offsets to lines and columns and back,
 * for the protocol and the terminal. Nothing else decides what a line break is.
 */

import { countUpTo } from "./search.ts";

/** A place as the protocol has it: zero-based, in UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** The lines of one text. Offsets beyond its ends, and columns beyond the end of a line, stop there. */
export interface Lines {
	readonly position: (offset: number) => Position;
	readonly offset: (position: Position) => number;
	/** Where the line of an offset starts. Between `\r` and `\n` is still the line they end. */
	readonly start: (offset: number) => number;
	/** Where the line of an offset ends, before its break. */
	readonly end: (offset: number) => number;
}

/** Reads the line breaks of `text` once; look-ups are binary searches. */
export function linesOf(text: string): Lines {
	const starts = [0];
	// Most texts have one kind of break, which is quick to find.
	if (!text.includes("\r")) for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	else
		for (let at = lineEnd(text, 0); at < text.length; at = lineEnd(text, at)) {
			at = nextLine(text, at);
			starts.push(at);
		}
	const lineOf = (place: number): number => countUpTo(place, starts.length, (index) => starts[index] ?? 0) - 1;
	const within = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
	const endOf = (line: number): number => {
		const next = starts[line + 1];
		if (next === undefined) return text.length;
		return next - (text[next - 1] === "\n" && text[next - 2] === "\r" ? 2 : 1);
	};
	return {
		position: (offset) => {
			const place = within(offset);
			const line = lineOf(place);
			// What stands inside a break counts as its beginning: no editor has a caret there.
			return { line, character: Math.min(place, endOf(line)) - (starts[line] ?? 0) };
		},
		offset: ({ line, character }) => {
			const start = starts[line];
			if (start === undefined) return line < 0 ? 0 : text.length;
			return Math.min(start + Math.max(character, 0), endOf(line));
		},
		start: (offset) => starts[lineOf(within(offset))] ?? 0,
		end: (offset) => endOf(lineOf(within(offset))),
	};
}

const known = new WeakMap<{ readonly text: string }, Lines>();

/** The lines of what has a text that never changes: read once, kept for as long as it lives. A text on one long line is not searched for each question. */
export function linesIn(source: { readonly text: string }): Lines {
	let lines = known.get(source);
	if (!lines) {
		lines = linesOf(source.text);
		known.set(source, lines);
	}
	return lines;
}

/** The offset where the line of `offset` starts. Costs as much as the line is long before it; for many questions about one text there is `linesIn`. */
export function lineStart(text: string, offset: number): number {
	for (let at = Math.min(offset, text.length); at > 0; at--) {
		const before = text.charCodeAt(at - 1);
		if (before === lineFeed || (before === carriageReturn && text.charCodeAt(at) !== lineFeed)) return at;
	}
	return 0;
}

/** The offset where the line of `offset` ends, before its break. Costs as much as the line is long behind it. */
export function lineEnd(text: string, offset: number): number {
	for (let at = Math.max(0, offset); at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === carriageReturn) return at;
		// An offset between `\r` and `\n` belongs to the line that they end.
		if (code === lineFeed) return at === offset && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
	}
	return text.length;
}

/** Where the next line begins, after the break at `end`; the length of the text where there is none. */
export function nextLine(text: string, end: number): number {
	return Math.min(text.length, end + (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1));
}

/** Whether there is a line break in a part of a text. */
export function hasBreak(text: string): boolean {
	return text.includes("\n") || text.includes("\r");
}

/** How a text breaks its lines: as it does first. */
export function breakOf(text: string): string {
	const end = lineEnd(text, 0);
	return text.slice(end, nextLine(text, end)) || "\n";
}

/**
 * The same text, of the same length, with `\n` for every lone `\r`: YAML 1.2 (5.4) breaks lines there, our parser of it does not. What is
 * read of it keeps its offsets.
 */
export function withLineFeeds(text: string): string {
	return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}

const [carriageReturn, lineFeed] = [0x0d, 0x0a];

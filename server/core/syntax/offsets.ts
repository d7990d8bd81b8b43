/** From an index in a scalar's value back to where that character stands in the source, through quotes, escapes, folding and indentation. */
import { withLineFeeds } from "../base/lines.ts";
import { once } from "../base/once.ts";
import type { ScalarNode } from "./node.ts";

/** The source offset of the character at `index` of the scalar's text value; `index` may be its length, for the end. */
export function sourceOffset(source: string, scalar: ScalarNode, index: number): number {
	return offsetMap(source, scalar)(index);
}

/** The same for many indexes of one scalar: its quotes and escapes are read once. */
export function offsetMap(source: string, scalar: ScalarNode): (index: number) => number {
	if (scalar.at) return scalar.at;
	const { span, style, value } = scalar;
	// What the parser read has `\n` where a lone `\r` is written.
	const written = withLineFeeds(source.slice(span.start, span.end));
	if (typeof value !== "string") return (index) => Math.min(span.start + index, span.end);
	const quote = style === "single" || style === "double" ? 1 : 0;
	if (style !== "block" && span.end - span.start - 2 * quote === value.length && !written.includes("\\")) {
		return (index) => span.start + quote + index;
	}
	const offsets = once(() => offsetsOf(written, style, value));
	return (index) => span.start + (offsets()[index] ?? written.length - quote);
}

/** For each character of `value`, and for its end, its offset in what is written. */
function offsetsOf(source: string, style: ScalarNode["style"], value: string): readonly number[] {
	const escapes = style === "double";
	const end = style === "double" || style === "single" ? source.length - 1 : source.length;
	const indent = style === "block" ? blockIndent(source, end) : 0;
	let at = style === "block" ? afterHeader(source, end, indent) : style === "plain" ? 0 : 1;
	const offsets: number[] = [];
	for (let i = 0; i < value.length; ) {
		const char = value[i] ?? "";
		const raw = source[at] ?? "";
		if (at >= end) {
			offsets.push(end);
			i++;
		} else if (escapes && raw === "\\") {
			const [length, produced] = escapeAt(source, at);
			for (let k = 0; k < produced && i < value.length; k++, i++) offsets.push(at);
			at += length;
		} else if (style === "single" && raw === "'" && source[at + 1] === "'") {
			offsets.push(at);
			at += 2;
			i++;
		} else if (raw === char && !(raw === "\n" && style !== "block")) {
			offsets.push(at);
			at++;
			i++;
			if (raw === "\n") at = skipIndent(source, at, indent, end);
		} else if (/\s/.test(raw)) {
			// A fold: a stretch of white space with a line break in it stands for one blank, or for the breaks in it.
			if (/\s/.test(char) && lineBreakAhead(source, at, end)) {
				while (i < value.length && /[ \n]/.test(value[i] ?? "")) {
					offsets.push(at);
					i++;
				}
				while (at < end && /\s/.test(source[at] ?? "")) at++;
			} else at++;
		} else {
			offsets.push(at);
			at++;
			i++;
		}
	}
	offsets.push(Math.min(at, end));
	return offsets;
}

function lineBreakAhead(source: string, at: number, end: number): boolean {
	for (let i = at; i < end; i++) {
		const char = source[i] ?? "";
		if (char === "\n") return true;
		if (!/\s/.test(char)) return false;
	}
	return false;
}

/** How many characters the escape takes in the source, and how many it makes. */
function escapeAt(source: string, at: number): readonly [length: number, produced: number] {
	switch (source[at + 1]) {
		case "u":
			return [6, 1];
		case "x":
			return [4, 1];
		case "U":
			return [10, parseInt(source.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1];
		case "\r":
		case "\n": {
			let length = source[at + 1] === "\r" ? 3 : 2;
			while (/[ \t]/.test(source[at + length] ?? "")) length++;
			return [length, 0];
		}
		default:
			return [2, 1];
	}
}

/** How far a block text is indented: as deep as its first line that is not empty. */
function blockIndent(source: string, end: number): number {
	const header = source.indexOf("\n");
	return header < 0 ? 0 : (/^(?:[ \t]*\r?\n)*( *)/.exec(source.slice(header + 1, end))?.[1]?.length ?? 0);
}

/** The first character of a block text: after the line of `|` or `>`, and after the indentation. */
function afterHeader(source: string, end: number, indent: number): number {
	const header = source.indexOf("\n");
	return header < 0 ? end : skipIndent(source, header + 1, indent, end);
}

function skipIndent(source: string, at: number, indent: number, end: number): number {
	let skipped = at;
	while (skipped < end && skipped - at < indent && source[skipped] === " ") skipped++;
	return skipped;
}

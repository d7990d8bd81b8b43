/** Where the steps of a JSON file begin and end, told by brackets and quotes alone. A text whose brackets do not match is not cut. */
import { deepest } from "./node.ts";
import type { Stretch } from "./parts.ts";

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const quote = 0x22;
const hash = 0x23;
const apostrophe = 0x27;
const comma = 0x2c;
const slash = 0x2f;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const backtick = 0x60;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The elements of the lists below the entries of the root key `below`. */
export function cutJson(text: string, below: string): readonly Stretch[] {
	const found: Stretch[] = [];
	const open: number[] = [];
	/** The last text that was read, on the level that is open. */
	let named = "";
	/** Whether what is open on the first level is what is cut below. */
	let inside = false;
	let seen = false;
	let list = -1;
	/** The list being read: where its items begin in `found`, where the item being read begins, whether there is one before the next comma. */
	let since = 0;
	let start = -1;
	let full = false;
	let sound = true;
	let nextBreak = -1;
	const breakAt = (offset: number): number => {
		if (nextBreak < offset) {
			const found = text.indexOf("\n", offset);
			nextBreak = found < 0 ? text.length : found;
		}
		return nextBreak;
	};
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === blank || code === lineFeed || code === carriageReturn || code === tab) continue;
		if (code === slash || code === hash || code === apostrophe || code === backtick) return [];
		const listed = inside && open.length === 3 && open[2] === openBracket;
		if (listed && code !== closeBracket) {
			if (code === comma) {
				if (!full) sound = false;
				full = false;
				continue;
			}
			if (full) sound = false;
			start = at;
			if (code !== quote && code !== openBrace && code !== openBracket) sound = false;
			full = true;
		}
		if (code === quote) {
			const end = stringEnd(text, at, breakAt(at));
			if (open.length <= 2) named = text.slice(at + 1, end - 1);
			if (listed) found.push(stretch(text, at, end, list));
			at = end - 1;
		} else if (code === openBrace || code === openBracket) {
			open.push(code);
			if (open.length > deepest) return [];
			if (open.length === 2) {
				inside = code === openBrace && open[0] === openBrace && named === below;
				if (inside && seen) return [];
				seen ||= inside;
			} else if (inside && open.length === 3 && code === openBracket) {
				list++;
				since = found.length;
				full = false;
				sound = true;
			}
		} else if (code === closeBrace || code === closeBracket) {
			if (open.pop() !== (code === closeBrace ? openBrace : openBracket)) return [];
			if (open.length === 3 && inside && open[2] === openBracket) found.push(stretch(text, start, at + 1, list));
			else if (open.length === 2 && inside && code === closeBracket && !(sound && (full || found.length === since))) found.length = since;
			else if (open.length === 1) inside = false;
			else if (open.length === 0 && /\S/.test(text.slice(at + 1))) return [];
		}
	}
	return open.length === 0 ? found : [];
}

/** Where a text ends: behind its quote, or, where that is missing, with its line. */
function stringEnd(text: string, start: number, lineBreak: number): number {
	for (let close = text.indexOf('"', start + 1); close >= 0 && close < lineBreak; close = text.indexOf('"', close + 1)) {
		let before = close;
		while (text.charCodeAt(before - 1) === backslash) before--;
		// An even number of backslashes stands for themselves.
		if ((close - before) % 2 === 0) return close + 1;
	}
	return lineBreak;
}

/** An item; where it begins its line, with the blanks before it. */
function stretch(text: string, start: number, end: number, list: number): Stretch {
	const line = text.lastIndexOf("\n", start) + 1;
	let first = line;
	while (text.charCodeAt(first) === blank || text.charCodeAt(first) === tab) first++;
	return { start, end, indent: text.slice(line, Math.min(first, start)), list, column: -1, outer: 0 };
}

/** Where the steps of a JSON file begin whose brackets do not match, told by the columns of its lines: what does not line up belongs to the step above it. */

import {
	apostrophe,
	backslash,
	backtick,
	blank,
	closeBrace,
	closeBracket,
	comma,
	hash,
	lineFeed,
	openBrace,
	openBracket,
	quote,
	slash,
	tab,
} from "./char-codes.ts";
import type { Stretch } from "./parts.ts";

/** Where the lines that are read stand: above the root, in it, below the key that is cut, in the list of a key there. */
type State = "above" | "root" | "entries" | "items";

/** More items with brackets that do not match are not the work of one slip: the columns say nothing. */
const mostUnmatched = 2;

/** The items of the lists below the entries of the root key `below`; none where the lines do not tell. */
export function cutLines(text: string, below: string): readonly Stretch[] {
	const found: Stretch[] = [];
	const key = new RegExp(`"${below}"[ \\t]*:[ \\t]*\\{[ \\t]*\\r?(?:\\n|$)`, "y");
	let state: State = "above";
	let seen = false;
	let [rootColumn, entryColumn, itemColumn] = [-1, -1, -1];
	let list = -1;
	/** Where the item being read begins, and where the last line that says something ends. */
	let [start, last] = [0, 0];
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		const next = text.indexOf("\n", at);
		const end = next < 0 ? text.length : next;
		let first = at;
		while (text.charCodeAt(first) === blank || text.charCodeAt(first) === tab) first++;
		const column = first - at;
		at = end + 1;
		if (first >= end || text.slice(first, end).trim() === "") continue;
		const code = text.charCodeAt(first);
		const until = endOf(text, end);
		if (state === "items") {
			const deeper = itemColumn < 0 ? column > entryColumn : column > itemColumn;
			if (itemColumn < 0 && deeper && beginsItem(text, first, until)) {
				list++;
				itemColumn = column;
				start = first;
			} else if (itemColumn < 0) state = "entries";
			else if (column === itemColumn && beginsItem(text, first, until)) {
				const parted = beforeComma(text, last);
				if (parted !== undefined) {
					found.push(stretch(text, start, parted, list));
					start = first;
				}
			} else if (column <= entryColumn && ((column === entryColumn && isKeyed(text, first, until)) || columnBelow(text, at) < itemColumn)) {
				found.push(stretch(text, start, code === closeBracket ? last : (beforeComma(text, last) ?? last), list));
				state = "entries";
			}
		}
		last = until;
		if (state === "items") continue;
		if (state === "entries") {
			if (entryColumn < 0) entryColumn = column;
			if (column <= rootColumn) state = "root";
			else if (column === entryColumn && code === quote && text.charCodeAt(until - 1) === openBracket && isKeyed(text, first, until)) {
				state = "items";
				itemColumn = -1;
			}
		}
		if (state === "root") {
			if (rootColumn < 0) rootColumn = column;
			key.lastIndex = first;
			if (column !== rootColumn || !key.test(text)) continue;
			if (seen) return [];
			seen = true;
			state = "entries";
			entryColumn = -1;
		} else if (state === "above") {
			if (code !== openBrace || until !== first + 1) return [];
			state = "root";
		}
	}
	if (state === "items" && itemColumn >= 0) found.push(stretch(text, start, last, list));
	return isTold(text, found) ? found : [];
}

/** Whether comments and other quotes are nowhere, and few items have brackets that do not add up. */
function isTold(text: string, items: readonly Stretch[]): boolean {
	let [index, level, unmatched] = [0, 0, 0];
	for (let at = 0, lineBreak = -1; at < text.length; at++) {
		const item = items[index];
		if (item && at === item.start) level = 0;
		if (item && at >= item.end) {
			if (level !== 0 && ++unmatched > mostUnmatched) return false;
			level = 0;
			index++;
			at--;
			continue;
		}
		const code = text.charCodeAt(at);
		if (code === openBrace || code === openBracket) level++;
		else if (code === closeBrace || code === closeBracket) level--;
		else if (code === quote) {
			if (lineBreak < at) {
				const next = text.indexOf("\n", at);
				lineBreak = next < 0 ? text.length : next;
			}
			at = Math.max(at, stringEnd(text, at, lineBreak) - 1);
		} else if (code === slash || code === hash || code === apostrophe || code === backtick) return false;
	}
	return true;
}

/** Where what stands before an offset ends, blanks left out. */
function endOf(text: string, offset: number): number {
	let end = offset;
	while (end > 0 && text.charCodeAt(end - 1) <= blank) end--;
	return end;
}

/** How far the next line is indented that says something; -1 where there is none. */
function columnBelow(text: string, from: number): number {
	let line = from;
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === lineFeed) line = at + 1;
		else if (code > blank) return at - line;
	}
	return -1;
}

/** Where an item ends that is parted from the next by exactly the comma before `end`; undefined where it is not. */
function beforeComma(text: string, end: number): number | undefined {
	if (text.charCodeAt(end - 1) !== comma) return undefined;
	const before = endOf(text, end - 1);
	return text.charCodeAt(before - 1) === comma ? undefined : before;
}

/** Whether a line begins an object, or is a text of its own. */
function beginsItem(text: string, first: number, until: number): boolean {
	if (text.charCodeAt(first) === openBrace) return true;
	return text.charCodeAt(first) === quote && /^,?$/.test(text.slice(stringEnd(text, first, until), until));
}

/** Whether a line is a key and the beginning of its list. */
function isKeyed(text: string, first: number, until: number): boolean {
	return /^[ \t]*:[ \t]*\[$/.test(text.slice(stringEnd(text, first, until), until));
}

/** Where a text ends: behind its quote, or, where that is missing, with its line. */
export function stringEnd(text: string, start: number, lineBreak: number): number {
	for (let close = text.indexOf('"', start + 1); close >= 0 && close < lineBreak; close = text.indexOf('"', close + 1)) {
		let before = close;
		while (text.charCodeAt(before - 1) === backslash) before--;
		// An even number of backslashes stands for themselves.
		if ((close - before) % 2 === 0) return close + 1;
	}
	return lineBreak;
}

/** An item; where it begins its line, with the blanks before it. */
export function stretch(text: string, start: number, end: number, list: number): Stretch {
	const line = text.lastIndexOf("\n", start) + 1;
	let first = line;
	while (text.charCodeAt(first) === blank || text.charCodeAt(first) === tab) first++;
	return { start, end, indent: text.slice(line, Math.min(first, start)), list, column: -1, outer: 0 };
}

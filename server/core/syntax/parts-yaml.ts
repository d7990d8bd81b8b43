/** Where the steps of a YAML file begin, told by columns alone. What does not line up belongs to the step above it, and is a fault there. */
import { withLineFeeds } from "../base/lines.ts";
import { apostrophe, blank, carriageReturn, dash, dot, hash, lineFeed, percent, quote, tab } from "./char-codes.ts";
import type { Stretch } from "./parts.ts";

const key = /(?:[\w$.-]+|"[^"\\\n]*"|'[^'\n]*')[ \t]*:/y;

/** Where the lines that are read stand: at the root, below the root key, right below a key there, in its list, or in what is not cut. */
type State = "root" | "entries" | "keyed" | "items" | "other";

/** The items of the lists below the entries of the root key `below`. */
export function cutYaml(written: string, below: string): readonly Stretch[] {
	const text = withLineFeeds(written);
	const found: Stretch[] = [];
	let state: State = "root";
	let seen = false;
	let began = false;
	/** The columns of the entries below the root key, and of the items of the list being read. */
	let entryColumn = -1;
	let itemColumn = -1;
	let list = -1;
	/** Where the item being read begins; where the comments begin that may belong to the next; where the last line that says something ends. */
	let start = 0;
	let pending = -1;
	let lastEnd = 0;
	const close = (end: number) => found.push({ start, end, indent: "", list, column: itemColumn, outer: entryColumn });
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		const next = text.indexOf("\n", at);
		const end = next < 0 ? text.length : next + 1;
		let first = at;
		while (text.charCodeAt(first) === blank) first++;
		const column = first - at;
		const code = first < end ? text.charCodeAt(first) : lineFeed;
		const line = at;
		at = end;
		if (code === lineFeed || code === carriageReturn) continue;
		// Most lines lie deeper than anything that is cut.
		if (state === "items" && column > itemColumn) {
			if (code !== hash || pending < 0) {
				pending = -1;
				lastEnd = end;
			}
			continue;
		}
		if (code === hash) {
			if (state === "items" && pending < 0) pending = line;
			continue;
		}
		if (code === tab) {
			// A fault of the step it is in.
			if (state === "items") {
				pending = -1;
				lastEnd = end;
			}
			continue;
		}
		if (column === 0 && isMarker(text, first)) {
			if (began) break;
			began = true;
			continue;
		}
		if (column === 0 && code === percent && !began) continue;
		began = true;
		// In the column of the steps, a word that begins with a dash lacks its blank.
		const named: Key | undefined = column === itemColumn && code === dash ? undefined : column === 0 || column === entryColumn ? keyAt(text, first) : undefined;
		if (state === "items") {
			if (column === itemColumn && isDash(text, first)) {
				const from = pending < 0 ? line : pending;
				close(from);
				start = from;
			} else if (named === undefined || (column !== 0 && column !== entryColumn)) {
				pending = -1;
				lastEnd = end;
				continue;
			} else {
				close(lastEnd);
				state = "entries";
			}
			pending = -1;
			lastEnd = end;
			if (state === "items") continue;
		}
		if (column === 0) {
			// Half a word.
			if (named === undefined) continue;
			const open: boolean = named.text === below && isBare(text, named.end, end);
			if (named.text === below) {
				if (seen) return [];
				seen = true;
			}
			state = open ? "entries" : "root";
			entryColumn = -1;
			continue;
		}
		if (state === "root") continue;
		if (state === "keyed") {
			if (column >= entryColumn && isDash(text, first)) {
				state = "items";
				list++;
				itemColumn = column;
				pending = -1;
				lastEnd = end;
				continue;
			}
			state = column > entryColumn ? "other" : "entries";
		}
		if (entryColumn < 0) {
			entryColumn = column;
			if (!keyAt(text, first)) return found;
		}
		if (column > entryColumn) continue;
		if (column < entryColumn) return found;
		const entry = keyAt(text, first);
		state = entry && isBare(text, entry.end, end) ? "keyed" : "other";
		start = end;
	}
	if (state === "items") close(lastEnd);
	return found;
}

interface Key {
	readonly text: string;
	readonly end: number;
}

/** A key without its quotes, and where its colon ends; one that goes on in the same word is none. */
function keyAt(text: string, at: number): Key | undefined {
	key.lastIndex = at;
	const match = key.exec(text)?.[0];
	if (match === undefined) return undefined;
	const end = at + match.length;
	const after = end < text.length ? text.charCodeAt(end) : lineFeed;
	if (after !== blank && after !== tab && after !== lineFeed && after !== carriageReturn) return undefined;
	const first = text.charCodeAt(at);
	const name = match.slice(0, -1).trimEnd();
	return { text: first === quote || first === apostrophe ? name.slice(1, -1) : name, end };
}

/** Whether nothing but a comment follows on the line. */
function isBare(text: string, from: number, end: number): boolean {
	for (let at = from; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === hash) return at > from;
		if (code !== blank && code !== tab && code !== lineFeed && code !== carriageReturn) return false;
	}
	return true;
}

function isDash(text: string, at: number): boolean {
	if (text.charCodeAt(at) !== dash) return false;
	const after = at + 1 < text.length ? text.charCodeAt(at + 1) : lineFeed;
	return after === blank || after === lineFeed || after === carriageReturn || after === tab;
}

/** `---` or `...`, where a document begins or ends. */
function isMarker(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code !== dash && code !== dot) return false;
	return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && !(text.charCodeAt(at + 3) > blank);
}

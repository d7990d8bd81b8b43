/** Where the steps of a JSON file begin and end, told by brackets and quotes alone; where those do not match, by the columns of the lines. */
import { withLineFeeds } from "../base/lines.ts";
import {
	apostrophe,
	backtick,
	blank,
	carriageReturn,
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
import { deepest } from "./node.ts";
import type { Stretch } from "./parts.ts";
import { cutLines, stretch, stringEnd } from "./parts-json-lines.ts";

/** The elements of the lists below the entries of the root key `below`. */
export function cutJson(text: string, below: string): readonly Stretch[] {
	const { found, matching } = cutBrackets(text, below);
	if (matching) return found;
	const byLines = cutLines(withLineFeeds(text), below);
	return byLines.length > 0 ? byLines : found;
}

/** What a cut by brackets gives; not `matching`: they do not, or commas do not part what they should, and the lines may tell more. */
interface ByBrackets {
	readonly found: readonly Stretch[];
	readonly matching: boolean;
}

const nowhere: ByBrackets = { found: [], matching: true };
const unmatched: ByBrackets = { found: [], matching: false };

function cutBrackets(text: string, below: string): ByBrackets {
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
	/** Whether commas part the items of all lists. */
	let parted = true;
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
		if (code === slash || code === hash || code === apostrophe || code === backtick) return nowhere;
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
			if (open.length > deepest) return nowhere;
			if (open.length === 2) {
				inside = code === openBrace && open[0] === openBrace && named === below;
				if (inside && seen) return nowhere;
				seen ||= inside;
			} else if (inside && open.length === 3 && code === openBracket) {
				list++;
				since = found.length;
				full = false;
				sound = true;
			}
		} else if (code === closeBrace || code === closeBracket) {
			if (open.pop() !== (code === closeBrace ? openBrace : openBracket)) return unmatched;
			if (open.length === 3 && inside && open[2] === openBracket) found.push(stretch(text, start, at + 1, list));
			else if (open.length === 2 && inside && code === closeBracket && !(sound && (full || found.length === since))) {
				found.length = since;
				parted = false;
			} else if (open.length === 1) inside = false;
			else if (open.length === 0 && /\S/.test(text.slice(at + 1))) return unmatched;
		}
	}
	return open.length === 0 ? { found, matching: parted } : unmatched;
}

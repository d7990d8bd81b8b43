/** How deep a YAML text is nested, told before it is read: its parser calls itself, and has no end of its own. One walk over the text for each way of nesting. */
import { lineEnd, nextLine } from "../base/lines.ts";
import { closingQuote } from "../base/quoted.ts";
import { deepest } from "./node.ts";

/** The offset of the first collection beyond the deepest level, counted generously; undefined where there is none. */
export function tooDeep(text: string): number | undefined {
	return dashesTooDeep(text) ?? bracketsTooDeep(text) ?? indentTooDeep(text);
}

/** `- - - …`: the first of too many dashes or question marks in a row. */
function dashesTooDeep(text: string): number | undefined {
	let start = 0;
	let count = 0;
	for (let at = 0; at < text.length; ) {
		const code = text.charCodeAt(at);
		if ((code === dash || code === questionMark) && isBlank(text.charCodeAt(at + 1))) {
			if (count === 0) start = at;
			if (++count === deepest) return start;
			at++;
			while (isBlank(text.charCodeAt(at))) at++;
		} else {
			count = 0;
			at++;
		}
	}
	return undefined;
}

/** The first bracket beyond the deepest level, those in double quotes left out. A line that begins with a word ends what was open. */
function bracketsTooDeep(text: string): number | undefined {
	let level = 0;
	/** Up to here no quote is closed: none of them hides a bracket. */
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		switch (text.charCodeAt(at)) {
			case doubleQuote:
				if (at >= open) {
					const end = closingQuote(text, at);
					if (text.charCodeAt(end) === doubleQuote) at = end;
					else open = end;
				}
				break;
			case openBracket:
			case openBrace:
				if (++level > deepest) return at;
				break;
			case closeBracket:
			case closeBrace:
				if (level > 0) level--;
				break;
			case lineFeed:
				if (/[A-Za-z-]/.test(text[at + 1] ?? "")) level = 0;
				break;
		}
	}
	return undefined;
}

/** The first line that is indented deeper than so many levels can be, where there are so many. */
function indentTooDeep(text: string): number | undefined {
	const deep = new RegExp(`^ {${deepest * 4},}[^ \\n]`, "m").exec(text);
	return deep && indentLevels(text) > deepest ? deep.index : undefined;
}

/** How many distinct indents lie one inside the other at the deepest place. */
function indentLevels(text: string): number {
	const open: number[] = [];
	let most = 0;
	for (let start = 0; start < text.length; ) {
		const end = lineEnd(text, start);
		const indent = text.slice(start, end).search(/[^ ]/);
		start = nextLine(text, end);
		if (indent < 0) continue;
		while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
		open.push(indent);
		most = Math.max(most, open.length);
	}
	return most;
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09;
}

const [dash, questionMark, doubleQuote, lineFeed, openBracket, openBrace, closeBracket, closeBrace] = [0x2d, 0x3f, 0x22, 0x0a, 0x5b, 0x7b, 0x5d, 0x7d] as const;

/** A JSON text as a row of signs: brackets, commas, colons, and texts, numbers and words as one each. Knows what people write for them; knows nothing of what may follow what. */
import { closingQuote } from "../base/quoted.ts";
import { type Endless, keyAt, valueAt } from "./json-tokens.ts";
import { isUnseen } from "./odd-signs.ts";
import { matchAt } from "./slip.ts";

/** One sign, and where its line stands. */
export interface Sign {
	/** `a`: a text, a number or a word. */
	readonly kind: "{" | "}" | "[" | "]" | "," | ":" | "a";
	readonly start: number;
	readonly end: number;
	/** As written, where a colon follows it. */
	readonly key: string | undefined;
	/** Where its line begins, how far that line is indented, and whether the sign is the first in it. */
	readonly line: number;
	readonly indent: number;
	readonly first: boolean;
}

/** The signs of a text; undefined where the end of one cannot be told. */
export function signsIn(text: string): readonly Sign[] | undefined {
	const endless: Endless = new Map();
	const signs: Sign[] = [];
	let line = 0;
	let indent = 0;
	let first = true;
	for (let at = 0; at < text.length; ) {
		const char = text[at] ?? "";
		if (char === "\n") {
			line = ++at;
			first = true;
			continue;
		}
		if (isUnseen(char)) {
			at++;
			continue;
		}
		const comment = char === "/" || char === "#" ? matchAt(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#(?=[ \t!])[^\n]*/y, text, at) : undefined;
		if (comment !== undefined) {
			at += comment.length;
			continue;
		}
		if (first) indent = at - line;
		const start = at;
		let key: string | undefined;
		const kind = kinds.get(char) ?? "a";
		if (kind === ":") at += matchAt(/:=|=>|:|=/y, text, at)?.length ?? 1;
		else if (kind !== "a") at++;
		else {
			const end = closed(text, at);
			const named = end === undefined ? keyAt(text, at, endless) : { end };
			if (named && matchAt(/\s*[:=]/y, text, named.end) !== undefined) key = text.slice(at, named.end);
			const token = key !== undefined || end !== undefined ? named : valueAt(text, at, endless);
			if (token && "faults" in token && token.guessed && token.faults.some(({ mend }) => !mend)) return undefined;
			at = Math.max(at + 1, token?.end ?? 0);
		}
		signs.push({ kind, start, end: at, key, line, indent, first });
		first = false;
		// A text may go on over several lines.
		const broken = kind === "a" ? text.slice(start, at).lastIndexOf("\n") : -1;
		if (broken >= 0) line = start + broken + 1;
	}
	return signs;
}

const kinds: ReadonlyMap<string, Sign["kind"]> = new Map([...("{}[],:" as const)].map((sign) => [sign, sign as Sign["kind"]] as const))
	.set(";", ",")
	.set("=", ":");

/** Where a text in double quotes ends that is closed on its line, with no word right behind it; undefined where it is anything else. */
function closed(text: string, at: number): number | undefined {
	if (text[at] !== '"') return undefined;
	const end = closingQuote(text, at);
	return text[end] !== '"' || /[\p{L}\d]/u.test(text[end + 1] ?? "") ? undefined : end + 1;
}

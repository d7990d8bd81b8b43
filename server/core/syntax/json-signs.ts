/** A JSON text as a row of signs: brackets, commas, colons, and texts, numbers and words as one each. Knows what people write for them; knows nothing of what may follow what. */
import { type Endless, keyAt, valueAt } from "./json-tokens.ts";
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
		if (/[\s\uFEFF]/.test(char)) {
			at++;
			continue;
		}
		const comment = matchAt(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#(?=[ \t!])[^\n]*/y, text, at);
		if (comment !== undefined) {
			at += comment.length;
			continue;
		}
		if (first) indent = at - line;
		const kind = /[{}[\],]/.test(char) ? (char as Sign["kind"]) : char === ";" ? "," : undefined;
		const joint = kind ? undefined : matchAt(/:=|=>|:|=/y, text, at);
		let end = at + (joint?.length ?? 1);
		let key: string | undefined;
		if (!kind && joint === undefined) {
			const plain = matchAt(/"(?:[^"\\\n]|\\.)*"(?![\p{L}\d])/uy, text, at);
			const named = plain === undefined ? keyAt(text, at, endless) : { end: at + plain.length };
			if (named && matchAt(/\s*[:=]/y, text, named.end) !== undefined) key = text.slice(at, named.end);
			const token = key !== undefined || plain !== undefined ? named : valueAt(text, at, endless);
			if (token && "faults" in token && token.guessed && token.faults.some(({ mend }) => !mend)) return undefined;
			end = Math.max(at + 1, token?.end ?? 0);
		}
		signs.push({ kind: kind ?? (joint === undefined ? "a" : ":"), start: at, end, key, line, indent, first });
		first = false;
		// A text may go on over several lines.
		const broken = text.lastIndexOf("\n", end - 1);
		if (broken >= at) line = broken + 1;
		at = end;
	}
	return signs;
}

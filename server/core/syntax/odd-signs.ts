/** Signs that look like blanks or like nothing, and are neither to a parser: what they are called, and the one fault that puts all of them right. */
import type { SyntaxFault } from "./node.ts";

/** Blanks that are not those of YAML and JSON, and signs of no width. */
export const oddBlank = "\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

const odd = new RegExp(`[${oddBlank}]`);

/** Whether a sign is such a blank. */
export function isOdd(sign: string): boolean {
	return sign > "\u007f" && odd.test(sign);
}

/** Whether nothing is seen of a sign: a blank of any kind, or a control character. */
export function isUnseen(sign: string): boolean {
	return sign <= " " || sign === "\u007f" || isOdd(sign) || (sign > "\u007f" && /\s/.test(sign));
}

const names: { readonly [sign: string]: string } = {
	"\u00a0": "a no-break space",
	"\u2007": "a figure space",
	"\u2009": "a thin space",
	"\u200b": "a zero-width space",
	"\u2028": "a line separator",
	"\u2029": "a paragraph separator",
	"\u202f": "a narrow no-break space",
	"\u2060": "a word joiner",
	"\u3000": "an ideographic space",
	"\ufeff": "a byte order mark",
};

/** Whether a sign has a width: only then it was meant as a blank. */
function isWide(sign: string): boolean {
	return !/[\u180e\u200b\u2060\ufeff]/.test(sign);
}

/** All odd signs at some offsets of a text as one fault, at the first; undefined where there are none. */
export function oddBlanksAt(text: string, offsets: readonly number[]): SyntaxFault | undefined {
	const [first] = offsets;
	if (first === undefined) return undefined;
	const sign = text[first] ?? "";
	const edits = offsets.map((start) => ({ span: { start, end: start + 1 }, text: isWide(text[start] ?? "") ? " " : "" }));
	const name = `${names[sign] ?? "an unusual space"} (${codeOf(sign)})`;
	const more = offsets.length - 1;
	const also = more > 0 ? `, here and in ${more} more ${more > 1 ? "places" : "place"}` : "";
	const message = isWide(sign) ? `${name} where a space belongs${also}; replace it` : `${name}, which nobody sees${also}; remove it`;
	const does = isWide(sign) ? "Replace" : "Remove";
	const by = isWide(sign) ? (offsets.length > 1 ? " by spaces" : " by a space") : "";
	return { span: { start: first, end: first + 1 }, message, mend: { title: `${does} ${offsets.length > 1 ? `all ${offsets.length}` : "it"}${by}`, edits } };
}

/** Whether a sign is a control character: of those only tabs and line breaks have a place in a text. */
export function isControl(code: number): boolean {
	return code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d);
}

/** A control character that no document may hold, to be removed. */
export function controlAt(text: string, at: number, language: string): SyntaxFault {
	const span = { start: at, end: at + 1 };
	const message = `a control character (${codeOf(text[at] ?? "")}) has no place in ${language}; remove it`;
	return { span, message, mend: { title: "Remove the control character", edits: [{ span, text: "" }] } };
}

/** `U+00A0`. */
export function codeOf(sign: string): string {
	return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The author's words among ours: how messages, titles, hovers and the terminal show text that somebody else wrote. Never here: what is said about it. */

/**
 * What is not seen, moves a terminal's cursor or turns the writing direction. Joiners stay, as emoji and some scripts need them, and so
 * does every blank that can be seen as one.
 */
const hidden = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const names: { readonly [sign: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Words of more UTF-16 units than this are cut, to fewer. */
const longest = 80;
const kept = 60;

/** `text` with everything hidden written as an escape, and so on one line: `\n`, `\u202e`, `\u{e0041}`. */
export function legible(text: string): string {
	return unhide(text, (sign) => names[sign] ?? escaped(sign.codePointAt(0) ?? 0));
}

/** `text` with `write` of each hidden sign, line breaks among them, in its place. */
export function unhide(text: string, write: (sign: string) => string): string {
	return text.replace(hidden, write);
}

function escaped(code: number): string {
	const digits = code.toString(16);
	return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/** An author's word in backticks, legible and cut to a length. Backticks in it cannot end the quotation, so that Markdown finds nothing in it. */
export function quote(word: string | number | boolean | null): string {
	const written = String(word);
	const text = legible(
		written.length > longest
			? `${written
					.slice(0, kept)
					.replace(/[\ud800-\udbff]$/, "")
					.trimEnd()}…`
			: written,
	);
	const runs = text.match(/`+/g);
	if (!runs) return `\`${text}\``;
	const fence = "`".repeat(Math.max(...runs.map((run) => run.length)) + 1);
	return `${fence} ${text} ${fence}`;
}

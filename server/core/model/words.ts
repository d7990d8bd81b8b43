/** A text that is a list of words: which words it has, and what is wrong with each. */
import type { TextType, WordList } from "../language/type.ts";

/** One word of a word list, at its place in the value. */
export interface Word {
	readonly text: string;
	/** Without what follows a colon, where the list allows that. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly state: "good" | "unknown" | "duplicate";
}

/** The words of `value`. Both separators part words; whether the right one was used, `wrongSeparator` says. */
export function wordsOf(value: string, list: WordList): readonly Word[] {
	const seen = new Set<string>();
	const known = knownTo(list);
	return [...value.matchAll(/[^\s,]+/g)].map((match) => {
		const text = match[0];
		const name = list.suffix ? (text.split(":", 1)[0] ?? text) : text;
		const folded = fold(name, list);
		const state = seen.has(folded) ? "duplicate" : known.has(folded) || list.open ? "good" : "unknown";
		seen.add(folded);
		return { text, name, start: match.index, end: match.index + text.length, state };
	});
}

const vocabularies = new WeakMap<WordList, ReadonlySet<string>>();

/** The words of a list. Descriptions never change, so each is read once. */
function knownTo(list: WordList): ReadonlySet<string> {
	let known = vocabularies.get(list);
	if (!known) {
		known = new Set(list.of.map((each) => fold(String(each.value), list)));
		vocabularies.set(list, known);
	}
	return known;
}

/** Whether words are parted by a comma where a blank belongs, or by blanks alone where a comma belongs. */
export function wrongSeparator(value: string, list: WordList): boolean {
	if (list.separator === " ") return value.includes(",");
	return /[^\s,]\s+[^\s,]/.test(value);
}

/** Whether a word list has nothing wrong with it. */
export function wordsAreGood(value: string, type: TextType): boolean {
	const list = type.words;
	return !list || (!wrongSeparator(value, list) && wordsOf(value, list).every((word) => word.state === "good"));
}

function fold(word: string, list: WordList): string {
	return list.ignoreCase ? word.toLowerCase() : word;
}

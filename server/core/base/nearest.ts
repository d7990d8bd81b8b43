/** "Did you mean": the name closest to a misspelt one. Knows letters, not SWML. */
import { opposed, stemOf } from "./english.ts";

/**
 * The candidate nearest to `word`, or undefined when none is near enough to be a slip of the hand.
 * Case, `-`, `_`, spaces and the endings of verbs do not count as differences; a swap of neighbours counts as one.
 * What says the opposite is not near. Of candidates that are as near as each other, the one with the most `weight` is taken.
 */
export function nearest(word: string, candidates: Iterable<string>, weight?: (candidate: string) => number): string | undefined {
	const wanted = fold(word);
	const limit = wanted.length < 2 ? 0.9 : Math.max(1, Math.floor(Math.min(wanted.length, 12) / 3)) + 0.9;
	let best: string | undefined;
	let bestDistance = limit;
	const all = [...candidates];
	const found = new Map<string, number>();
	for (const candidate of all) {
		const folded = fold(candidate);
		if (Math.abs(folded.length - wanted.length) >= limit && !sameVerb(wanted, folded)) continue;
		const far = farOff(wanted, folded);
		if (far >= bestDistance + (weight ? 0.6 : 0) || far >= limit || (far >= 1 && opposed(word, candidate))) continue;
		found.set(candidate, far);
		if (far >= bestDistance) continue;
		best = candidate;
		bestDistance = far;
	}
	if (best === undefined) return begunAlike(word, wanted, all);
	if (!weight) return best;
	const near = [...found].filter(([, far]) => far < bestDistance + 0.6).map(([candidate]) => candidate);
	return near.reduce((heaviest, each) => (weight(each) > weight(heaviest) ? each : heaviest), best);
}

function farOff(wanted: string, folded: string): number {
	// Of two that are equally near, first the one of which letters were left out, then one that begins alike, then the one of the same length.
	if (isShortFor(wanted, folded)) return folded.length - wanted.length - 0.1;
	const unlike = (folded.length === wanted.length ? 0 : 0.5) + (folded[0] === wanted[0] ? 0 : 0.2);
	const far = distance(wanted, folded) + unlike;
	return far > 0.7 && sameVerb(wanted, folded) ? 0.7 : far;
}

/** Whether two words are forms of the same verb. */
function sameVerb(a: string, b: string): boolean {
	return a.startsWith(b.slice(0, 3)) && stemOf(a) === stemOf(b);
}

/** The only candidate that begins as the word does, and goes on otherwise: `record-from-begin` for `record-from-start`. */
function begunAlike(word: string, wanted: string, candidates: readonly string[]): string | undefined {
	const alike = candidates.filter((candidate) => {
		const folded = fold(candidate);
		let shared = 0;
		while (shared < wanted.length && wanted[shared] === folded[shared]) shared++;
		return shared >= 6 && shared >= 0.6 * Math.max(wanted.length, folded.length) && !opposed(word, candidate);
	});
	return alike.length === 1 ? alike[0] : undefined;
}

/** The candidates that `word` is a slip of by one letter at most: left out, put in, another one, or two swapped. Those it differs from in no letter stand alone. */
export function oneLetterFrom(word: string, candidates: readonly string[]): readonly string[] {
	const wanted = fold(word);
	const near = candidates.filter((candidate) => isOneLetterOff(wanted, fold(candidate)));
	const same = near.filter((candidate) => fold(candidate) === wanted);
	// Two letters swapped are a likelier slip than one too many.
	const swapped = near.filter((candidate) => sorted(fold(candidate)) === sorted(wanted));
	return same.length > 0 ? same : swapped.length > 0 ? swapped : near;
}

/** Whether two words differ only in case, `-`, `_` and blanks. */
export function sameLetters(a: string, b: string): boolean {
	return fold(a) === fold(b);
}

function fold(word: string): string {
	const short = word.length > 64 ? word.slice(0, 64) : word;
	// Most words are written so already.
	return /[-_\sA-Z\u0080-\uffff]/.test(short) ? short.toLowerCase().replace(/[-_\s]/g, "") : short;
}

/** Whether `word` is `whole` with letters left out, the first excepted. */
function isShortFor(word: string, whole: string): boolean {
	if (word[0] !== whole[0] || word.length >= whole.length) return false;
	let at = 0;
	for (let place = 0; place < whole.length && at < word.length; place++) if (whole[place] === word[at]) at++;
	return at === word.length;
}

function sorted(word: string): string {
	return [...word].sort().join("");
}

/** Whether two words differ in one letter at most: left out, put in, another one, or two neighbours swapped. */
function isOneLetterOff(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
	if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
	return a.slice(at + 1) === b.slice(at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
}

/** Optimal string alignment distance: inserts, deletes, replacements and swaps of neighbours. */
function distance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

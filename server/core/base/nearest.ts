/** "Did you mean": the name closest to a misspelt one. Knows letters, not SWML. */

/**
 * The candidate nearest to `word`, or undefined when none is near enough to be a slip of the hand.
 * Case, `-`, `_` and spaces do not count as differences; a swap of neighbours counts as one.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const wanted = fold(word);
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(Math.min(wanted.length, 12) / 3)) + 0.9;
	if (wanted.length < 2) bestDistance = 0.9;
	for (const candidate of candidates) {
		const folded = fold(candidate);
		if (folded.length - wanted.length >= bestDistance || wanted.length - folded.length >= bestDistance) continue;
		// Of two that are equally near, first the one of which letters were left out, then the one of the same length.
		const found = isShortFor(wanted, folded) ? folded.length - wanted.length - 0.1 : distance(wanted, folded) + (folded.length === wanted.length ? 0 : 0.5);
		if (found < bestDistance) {
			best = candidate;
			bestDistance = found;
		}
	}
	return best;
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
	return word
		.slice(0, 64)
		.toLowerCase()
		.replace(/[-_\s]/g, "");
}

/** Whether `word` is `whole` with letters left out, the first excepted. */
function isShortFor(word: string, whole: string): boolean {
	if (word[0] !== whole[0] || word.length >= whole.length) return false;
	let at = 0;
	for (const char of whole) if (char === word[at]) at++;
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

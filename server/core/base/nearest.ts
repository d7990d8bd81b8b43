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

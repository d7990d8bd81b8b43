/** Looking things up in what is in order. */

/** How many of `count` offsets, which are in ascending order, are not beyond `offset`: the last of them is the one before that. */
export function countUpTo(offset: number, count: number, at: (index: number) => number): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at(middle) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

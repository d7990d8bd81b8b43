/** Ranges of numbers, written so that two that mean the same look the same. */

interface Range {
	readonly min: number | undefined;
	readonly max: number | undefined;
	/** Single numbers in place of a range. */
	readonly points: readonly number[] | undefined;
	readonly whole: boolean;
}

/** The limits of 32-bit integers, which a schema states where it means no limit. */
const word = 2 ** 31;

/** The numbers that some ranges allow together: `0 or 10000 to 600000`. */
export function intervals(ranges: readonly Range[]): string {
	const whole = ranges.some((range) => range.whole);
	const spans = ranges
		.flatMap(({ min, max, points }) =>
			points
				? points.map((point) => [point, point] as const)
				: [[min === undefined || min <= -word ? -Infinity : min, max === undefined || max >= word - 1 ? Infinity : max] as const],
		)
		.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const merged: [number, number][] = [];
	for (const [from, to] of spans) {
		const last = merged.at(-1);
		if (last && from <= last[1] + (whole ? 1 : 0)) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged.map(([from, to]) => shown(from, to)).join(" or ");
}

function shown(from: number, to: number): string {
	if (from === to) return String(from);
	if (from === -Infinity) return to === Infinity ? "any number" : `up to ${to}`;
	return to === Infinity ? `at least ${from}` : `${from} to ${to}`;
}

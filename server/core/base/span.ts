/** Spans of text, in UTF-16 offsets. Never lines or columns: those exist only at the protocol and on the terminal. */

import { countUpTo } from "./search.ts";

/** A half-open stretch of text: from offset `start` up to, not including, `end`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Whether a caret at `offset` touches `span`; both ends count, as a caret stands between characters. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** Whether two spans share a character or a border. */
export function meets(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}

/** A look-up among many spans at once: what those make up together that share a character or a border with the stretch from `start` to `end`. */
export function outermost(spans: readonly Span[]): (start: number, end: number) => Span | undefined {
	const apart: { start: number; end: number }[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = apart.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else apart.push({ start, end });
	}
	return (start, end) => {
		// They do not touch, so the last that begins in time is the one that reaches furthest.
		const last = apart[countUpTo(end, apart.length, (index) => apart[index]?.start ?? 0) - 1];
		return last && start <= last.end ? last : undefined;
	};
}

/** A span with both its ends led elsewhere. */
export function led({ start, end }: Span, place: (offset: number) => number): Span {
	return { start: place(start), end: place(end) };
}

/** Spans of text, in UTF-16 offsets. Never lines or columns: those exist only at the protocol and on the terminal. */

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

/** The lines of source that a problem stands in, with a mark under it, as a terminal shows them. */
import { linesOf } from "../core/base/lines.ts";
import type { Span } from "../core/base/span.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

/** As many columns of source are shown; longer lines are cut around the mark. */
const widest = 100;
/** As much is shown before the mark of a line that is cut. */
const before = 40;
const tab = 4;
/** Spans over more lines show these, and how far they go. */
const mostLines = 3;

/** Draws frames for the problems of one text. `mark` colours the underline. */
export function framesOf(text: string, paint: Paint): (span: Span, mark: (text: string) => string) => readonly string[] {
	const { position, offset } = linesOf(text);
	// No searching for line breaks: minified JSON is one long line with all the problems in it.
	const lineSpan = (line: number): Span => {
		return { start: offset({ line, character: 0 }), end: offset({ line, character: Number.POSITIVE_INFINITY }) };
	};
	return (span, mark) => {
		const first = position(span.start).line;
		// An end at the start of a line takes nothing of that line.
		const last = position(Math.max(span.start, span.end - 1)).line;
		const shown = Math.min(last, first + mostLines - 1);
		const gutter = String(shown + 1).length + 2;
		const rows: string[] = [];
		for (let line = first; line <= shown; line++) {
			const drawn = drawLine(text, lineSpan(line), span);
			rows.push(`${paint("dim", `${String(line + 1).padStart(gutter)} |`)} ${drawn.source}`.trimEnd());
			rows.push(`${paint("dim", `${" ".repeat(gutter)} |`)} ${drawn.blanks}${mark(drawn.marks)}`);
		}
		if (last > shown) rows.push(`${paint("dim", `${" ".repeat(gutter)} |`)} … up to line ${last + 1}`);
		return rows;
	};
}

interface Drawn {
	readonly source: string;
	readonly blanks: string;
	readonly marks: string;
}

/** One line, with a mark under what of `span` is in it. */
function drawLine(text: string, line: Span, span: Span): Drawn {
	const to = Math.min(span.end, line.end);
	let from = Math.max(span.start, line.start);
	// Blanks before what is wrong are not marked, unless they are what is wrong.
	const leading = /^\s*(?=\S)/.exec(text.slice(from, Math.min(to, from + widest)))?.[0].length;
	from += leading ?? 0;
	const near = around(line, from);
	const cells = cellsOf(text.slice(near.start, near.end), near.start);
	const whole = near.start === line.start && near.end === line.end && cells.reduce((sum, cell) => sum + cell.width, 0) <= widest;
	const shown = whole ? cells : cut(cells, from);
	const cutBefore = (shown[0]?.at ?? line.start) > line.start;
	const lastShown = shown.at(-1);
	const cutAfter = !whole && lastShown !== undefined && lastShown.at + lastShown.size < line.end;
	let blanks = cutBefore ? 1 : 0;
	let marks = 0;
	for (const cell of shown) {
		if (cell.at < from) blanks += cell.width;
		else if (cell.at < to) marks += cell.width;
	}
	return {
		source: `${cutBefore ? "…" : ""}${shown.map((cell) => cell.text).join("")}${cutAfter ? "…" : ""}`,
		blanks: " ".repeat(blanks),
		marks: "~".repeat(Math.max(1, marks)),
	};
}

/** The stretch of a very long line that can matter. */
function around(line: Span, from: number): Span {
	const reach = widest * 4;
	return { start: Math.max(line.start, from - reach), end: Math.min(line.end, from + reach) };
}

function cut(cells: readonly Cell[], start: number): readonly Cell[] {
	let at = cells.findIndex((cell) => cell.at >= start);
	if (at < 0) at = cells.length;
	let first = at;
	for (let width = 0; first > 0; first--) {
		width += cells[first - 1]?.width ?? 0;
		if (width > before) break;
	}
	let end = first;
	for (let width = 0; end < cells.length; end++) {
		width += cells[end]?.width ?? 0;
		if (width > widest) break;
	}
	return cells.slice(first, end);
}

/** What stands for one character on the terminal. */
interface Cell {
	readonly text: string;
	/** Columns it takes. */
	readonly width: number;
	/** Offset in the text, and length there. */
	readonly at: number;
	readonly size: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function cellsOf(line: string, offset: number): readonly Cell[] {
	let column = 0;
	// The segmenter is slow, and most lines do not need it.
	const segments = ascii.test(line) ? Array.from(line, (segment, index) => ({ segment, index })) : [...segmenter.segment(line)];
	return segments.map(({ segment, index }) => {
		const text = segment === "\t" ? " ".repeat(tab - (column % tab)) : printable(segment);
		const width = widthOf(text);
		column += width;
		return { text, width, at: offset + index, size: segment.length };
	});
}

const ascii = /^[\t\x20-\x7e]*$/;
const nothing = /^[\p{M}\p{Cf}]+$/u;
const narrow = /^[\uff61-\uffdc]/;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3001-\u303e\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;

function widthOf(segment: string): number {
	if (ascii.test(segment)) return segment.length;
	if (nothing.test(segment)) return 0;
	return wide.test(segment) && !narrow.test(segment) ? 2 : 1;
}

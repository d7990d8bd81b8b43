/** The lines of a text, and where each is to begin. Knows blanks and comment signs, no other grammar. */

import { linesOf } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";

/** A column as it was, and as it is to be. */
export interface Column {
	readonly old: number;
	readonly now: number;
}

/** One line. */
interface Row {
	readonly start: number;
	/** Before its break. */
	readonly end: number;
	readonly indent: number;
	/** Where it is to begin; undefined as long as nobody said so. */
	now: number | undefined;
	columns: readonly Column[];
	/** Part of a text of several lines. */
	held: boolean;
	/** Touched by a fault. */
	doubtful: boolean;
	/** A comment here must not stand deeper, or it would become part of the text above it. */
	limit: number | undefined;
}

/** The lines by their numbers; offsets are those of the text. */
export interface Rows {
	readonly text: string;
	/** The line of an offset. */
	readonly at: (offset: number) => number;
	/** The last line of a span. */
	readonly last: (span: Span) => number;
	/** How far right an offset stands on its line. */
	readonly column: (offset: number) => number;
	/** Whether only blanks stand before it on its line. */
	readonly begins: (offset: number) => boolean;
	/** Whether only blanks and dashes stand before it on its line. */
	readonly followsDash: (offset: number) => boolean;
	readonly indent: (row: number) => number;
	readonly isBlank: (row: number) => boolean;
	/** The first line from this one on that is not blank. */
	readonly written: (row: number) => number;
	/** Whether all its lines are to be laid out. */
	readonly isFree: (span: Span) => boolean;
	/** Whether no fault touches its lines. */
	readonly isSound: (span: Span) => boolean;
	readonly distrust: (span: Span) => void;
	readonly isPlaced: (row: number) => boolean;
	/** Where a line is to begin; where it begins, if nobody said so. */
	readonly placed: (row: number) => number;
	/** Says where a line is to begin; what was said first counts. `columns`: what else moves on it. */
	readonly place: (row: number, now: number, columns?: readonly Column[]) => void;
	/** The same for a line of a text. */
	readonly hold: (row: number, now: number) => void;
	readonly limit: (row: number, most: number) => void;
	/** Changes within lines. */
	readonly change: (edits: readonly TextEdit[]) => void;
	readonly edits: (trim: boolean) => readonly TextEdit[];
	readonly all: readonly Row[];
}

/** Cuts a text into lines, from `start` on; only those of `within` are ever changed. */
export function rowsOf(text: string, start: number, within: Span | undefined): Rows {
	const all: Row[] = [];
	for (let at = start; at <= text.length; ) {
		const next = text.indexOf("\n", at);
		const end = next < 0 ? text.length : text[next - 1] === "\r" && next > at ? next - 1 : next;
		let indent = 0;
		while (at + indent < end && text[at + indent] === " ") indent++;
		all.push({ start: at, end, indent, now: undefined, columns: [], held: false, doubtful: false, limit: undefined });
		if (next < 0) break;
		at = next + 1;
	}
	const lines = linesOf(text);
	const inline: TextEdit[] = [];
	const at = (offset: number) => lines.position(offset).line;
	const last = (span: Span) => at(Math.max(span.start, span.end - 1));
	const column = (offset: number) => offset - (all[at(offset)]?.start ?? 0);
	const before = (offset: number) => text.slice(all[at(offset)]?.start ?? 0, offset);
	const from = within ? at(within.start) : 0;
	// A selection of whole lines ends where the next line begins.
	const to = within ? at(within.end > within.start && text[within.end - 1] === "\n" ? within.end - 1 : within.end) : all.length;
	const isBlank = (row: number) => {
		const found = all[row];
		return found !== undefined && found.start + found.indent === found.end;
	};
	const put = (row: number, now: number, columns: readonly Column[], held: boolean) => {
		const found = all[row];
		if (!found) return;
		if (found.now === undefined) found.now = row < from || row > to ? found.indent : Math.max(0, now);
		if (columns.length > 0) found.columns = [...found.columns, ...columns];
		found.held ||= held;
	};
	const rowsFrom = ({ start: a, end: b }: Span) => all.slice(at(a), last({ start: a, end: b }) + 1);
	return {
		text,
		at,
		last,
		column,
		begins: (offset) => /^ *$/.test(before(offset)),
		followsDash: (offset) => /^ *(?:- +)+$/.test(before(offset)),
		indent: (row) => all[row]?.indent ?? 0,
		isBlank,
		written: (row) => {
			let found = row;
			while (isBlank(found)) found++;
			return found;
		},
		isFree: (span) => at(span.start) >= from && last(span) <= to,
		isSound: (span) => !rowsFrom(span).some((row) => row.doubtful),
		distrust: (span) => {
			for (const row of rowsFrom(span)) row.doubtful = true;
		},
		isPlaced: (row) => all[row]?.now !== undefined,
		placed: (row) => all[row]?.now ?? all[row]?.indent ?? 0,
		place: (row, now, columns = []) => put(row, now, columns, false),
		hold: (row, now) => put(row, now, [], true),
		limit: (row, most) => {
			const found = all[row];
			if (found) found.limit = most;
		},
		change: (edits) => {
			for (const edit of edits) {
				const row = at(edit.span.start);
				if (row >= from && row <= to && !all[row]?.doubtful && text.slice(edit.span.start, edit.span.end) !== edit.text) inline.push(edit);
			}
		},
		edits: (trim) => [...inline, ...all.slice(from, to + 1).flatMap((row) => rowEdits(text, row, trim))].sort((a, b) => a.span.start - b.span.start),
		all,
	};
}

function rowEdits(text: string, { start, end, indent, now, held }: Row, trim: boolean): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	if (now !== undefined && now > indent) edits.push({ span: { start, end: start }, text: " ".repeat(now - indent) });
	else if (now !== undefined && now < indent) edits.push({ span: { start, end: start + indent - now }, text: "" });
	if (trim && !held) {
		let last = end;
		while (last > start && /[ \t]/.test(text[last - 1] ?? "")) last--;
		if (last < end) edits.push({ span: { start: last, end }, text: "" });
	}
	return edits;
}

/** Places what nobody spoke of: comments beside what they stand beside now, anything else along with the line above it. */
export function placeRest(rows: Rows): void {
	const { text, all } = rows;
	/** How far the line above moved. */
	let by = 0;
	const comments: number[] = [];
	for (const [index, row] of all.entries()) {
		if (rows.isBlank(index)) continue;
		const sign = text[row.start + row.indent];
		if (row.now === undefined && sign === "#") {
			comments.push(index);
			continue;
		}
		if (row.now === undefined)
			rows.place(index, /^(?:---|\.\.\.|%)/.test(text.slice(row.start, row.start + 3)) || sign === "\t" ? row.indent : row.indent + by);
		by = rows.placed(index) - row.indent;
	}
	for (const index of comments.reverse()) rows.place(index, Math.min(columnFor(rows, index), rows.all[rows.written(index)]?.limit ?? Number.MAX_SAFE_INTEGER));
}

/** How many lines above a comment are looked at. */
const furthest = 1000;

/** Where a comment goes: with the line below if it stands in its column, else with the lines above that have this column, else as far as the line below. */
function columnFor(rows: Rows, index: number): number {
	const { all } = rows;
	const own = rows.indent(index);
	const next = rows.written(index + 1);
	const below = all[next];
	if (below?.indent === own) return below.now ?? own;
	for (let at = index - 1; at >= Math.max(0, index - furthest); at--) {
		const row = all[at];
		if (!row || row.held || rows.isBlank(at)) continue;
		const known = row.columns.find(({ old }) => old === own);
		if (known) return known.now;
		if (row.indent < own && row.columns.length > 0) break;
	}
	return own + (below ? (below.now ?? below.indent) - below.indent : 0);
}

/** What checking gave, as the formats need it. Never here: how a format looks. */
import { type Lines, linesOf } from "../core/base/lines.ts";
import type { Problem } from "../core/rules/rule.ts";

/** One file that was checked. */
export interface Checked {
	/** As it is shown: relative to the current folder, with forward slashes. */
	readonly path: string;
	/** Without a byte order mark, after `--fix` where it was asked for. */
	readonly text: string;
	/** In the order of the text, as the settings want them. */
	readonly problems: readonly Problem[];
}

/** Where a problem stands: counted from 1, columns in UTF-16 units, the end after the last character. */
export interface Place {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

/** Turns the offsets of one file into places. */
export function placesIn(text: string): (problem: Problem) => Place {
	const lines: Lines = linesOf(text);
	return ({ span }) => {
		const start = lines.position(span.start);
		const end = lines.position(span.end);
		return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
	};
}

/** Whether `--fix` puts it right. */
export function isFixable(problem: Problem): boolean {
	return problem.fixes[0]?.safe === true;
}

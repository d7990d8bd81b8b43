/**
 * What is not told yet while an author types: a thing that is not finished is not wrong. Where the last change was, new findings wait until
 * the author writes elsewhere, pauses or saves; what was told already stays, what is fixed goes at once, and the rest of the file never waits.
 */
import { linesIn } from "../core/base/lines.ts";
import type { Span } from "../core/base/span.ts";
import { type Document, stepAt } from "../core/document.ts";
import type { Problem } from "../core/rules/rule.ts";

/** How long the author must pause until what is written counts as finished, in milliseconds. */
export const pause = 800;

/** The problems to tell, and what they are known by the next time. `change`: what the last change wrote; undefined when nothing is being typed. */
export function finished(
	file: Document,
	problems: readonly Problem[],
	change: Span | undefined,
	told: ReadonlySet<string>,
): { readonly problems: readonly Problem[]; readonly told: ReadonlySet<string> } {
	const keyOf = ({ rule, message, span }: Problem) => `${rule} ${file.text.slice(span.start, Math.min(span.end, span.start + 80))} ${message}`;
	const waits = change ? waiting(file, change) : () => false;
	const now = problems.filter((problem) => !waits(problem) || told.has(keyOf(problem)));
	return { problems: now, told: new Set(now.map(keyOf)) };
}

function waiting(file: Document, change: Span): (problem: Problem) => boolean {
	const { text } = file;
	// Of several lines, the last is the one that is gone on with.
	const line = { start: linesIn(file).start(change.end), end: linesIn(file).end(change.end) };
	const part = stepAt(file.parts(), change.end);
	const isHere = (span: Span) => span.start <= line.end && span.end >= line.start;
	/** Many problems may follow from the same places. */
	const looked = new Map<readonly Span[], boolean>();
	const isBeingWritten = (spans: readonly Span[]) => {
		const known = looked.get(spans) ?? spans.some(isHere);
		looked.set(spans, known);
		return known;
	};
	return ({ rule, span, absentFrom, dependsOn }) => {
		if (isHere(span) || (dependsOn && isBeingWritten(dependsOn))) return true;
		// A key whose value is about to be written below.
		if (span.end < line.start && line.start - span.end < 200 && /^["']?\s*:\s*$/.test(text.slice(span.end, line.end))) return true;
		// What is missing may be about to be written: in here, or right below.
		if (absentFrom && absentFrom.start <= change.end && (change.end <= absentFrom.end || text.slice(absentFrom.end, line.end).trim() === "")) return true;
		if (rule !== "syntax") return false;
		// A sign with nothing behind it yet, such as a comma, goes on where the author is.
		if (span.end <= change.end && change.end - span.end < 200 && text.slice(span.end, line.end).trim() === "") return true;
		// A bracket or a quote that is open is seen anywhere in its step.
		return stepAt(file.parts(), span.start) === part;
	};
}

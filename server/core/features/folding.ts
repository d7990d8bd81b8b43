/** What can be folded away: sections, steps, maps and lists of several lines, long texts, and runs of comments. */

import { lineEnd, lineStart } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import type { Node } from "../syntax/node.ts";

/** A part that can be hidden: from the end of the line that stays to the end of the last one, or to the bracket that stays. */
export interface Fold {
	readonly span: Span;
	readonly kind?: "comment";
	/** How many others it lies in. */
	readonly depth: number;
}

/** All folds, in the order of the text; at most one begins on a line. */
export function folds(document: Document): readonly Fold[] {
	const { text, format } = document;
	const { root } = document.tree();
	const byLine = new Map<number, Fold>();
	const texts: Span[] = [];
	const add = (fold: Fold) => {
		const { span } = fold;
		if (span.end <= span.start || !text.slice(span.start, span.end).includes("\n")) return;
		const line = lineStart(text, span.start);
		const known = byLine.get(line);
		if (!known) byLine.set(line, fold);
		// What begins on a line folds as far as the largest goes, closing brackets left in sight.
		else if (known.span.end < span.end || /^[\s}\]]+$/.test(text.slice(span.end, known.span.end))) byLine.set(line, { ...fold, depth: known.depth });
	};
	const walk = (node: Node, from: number, depth: number): void => {
		const { start, end } = node.span;
		if (node.kind === "scalar" && start < end && text.slice(start, end).includes("\n")) texts.push(node.span);
		const braces = (node.kind === "map" || node.kind === "list") && node.style === "flow" && /[{[]/.test(text[start] ?? "");
		if (braces) add({ span: { start: start + 1, end: /[}\]]/.test(text[end - 1] ?? "") ? lastBreak(text, start, end - 1) : end }, depth });
		else add({ span: { start: lineEnd(text, from), end }, depth });
		if (node.kind === "map") for (const entry of node.entries) walk(entry.value, entry.key.span.start, depth + 1);
		else if (node.kind === "list")
			for (const item of node.items) walk(item, node.style === "block" ? dashLine(text, item.span.start) : item.span.start, depth + 1);
	};
	if (root) {
		const { kind } = root;
		if (kind === "map" && root.style === "block") for (const entry of root.entries) walk(entry.value, entry.key.span.start, 0);
		else if (kind === "list" && root.style === "block") for (const item of root.items) walk(item, dashLine(text, item.span.start), 0);
		else walk(root, root.span.start, 0);
	}
	if (format === "yaml") for (const span of comments(text, texts)) add({ span, kind: "comment", depth: 0 });
	return [...byLine.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Where an item begins: at its dash, which may stand on a line of its own. */
function dashLine(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
	return text[at - 1] === "-" ? at - 1 : offset;
}

/** The end of the line before a closing bracket on a line of such brackets only; the bracket itself otherwise. */
function lastBreak(text: string, start: number, bracket: number): number {
	const line = lineStart(text, bracket);
	return line > start && /^[\s}\]]*$/.test(text.slice(line, bracket)) ? lineEnd(text, lineStart(text, line - 1)) : bracket;
}

/** Runs of at least two lines that hold nothing but a comment. */
function comments(text: string, texts: readonly Span[]): readonly Span[] {
	const found: Span[] = [];
	let run: { start: number; end: number } | undefined;
	let next = 0;
	for (let index = 0; index <= text.length; index = text.indexOf("\n", index) + 1 || text.length + 1) {
		const line = text.slice(index, lineEnd(text, index));
		while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) < index) next++;
		const inText = (texts[next]?.start ?? Number.POSITIVE_INFINITY) < index;
		const end = index + line.trimEnd().length;
		if (/^\s*#/.test(line) && !inText) {
			if (run) run.end = end;
			else run = { start: end, end };
		} else {
			if (run && run.end > run.start) found.push(run);
			run = undefined;
		}
	}
	if (run && run.end > run.start) found.push(run);
	return found;
}

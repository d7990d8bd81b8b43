/** What "expand selection" takes at a place, step by step: the word, the value, the entry, its params, the step, the steps, the section, the document. */

import { lineEnd, lineStart } from "../base/lines.ts";
import { type Span, touches } from "../base/span.ts";
import type { Document } from "../document.ts";
import type { Bound } from "../model/bind.ts";
import type { ScalarNode } from "../syntax/node.ts";

/** The stretches around `offset`, the smallest first; each holds the one before, and the last is the whole document. */
export function selections(document: Document, offset: number): readonly Span[] {
	const { text } = document;
	const outside: Span[] = [{ start: 0, end: text.length }];
	const add = (span: Span) => {
		const inner = outside.at(-1);
		if (!inner || !touches(span, offset) || span.start >= span.end) return;
		if (inner.start <= span.start && span.end <= inner.end && span.end - span.start < inner.end - inner.start) outside.push(span);
	};
	for (let at = document.binding().root; at; at = childAt(at, offset)) {
		addNode(text, at, add);
		if (at.node.kind === "scalar" && at.below.length === 0) addScalar(text, at.node, offset, add);
		const entry = at.node.kind === "map" ? at.node.entries.find(({ key }) => touches(key.span, offset)) : undefined;
		if (!entry) continue;
		add(entry.span);
		addScalar(text, entry.key, offset, add);
		break;
	}
	add(wordAt(text, offset));
	return outside.reverse();
}

function addNode(text: string, { entry, node, parent }: Bound, add: (span: Span) => void): void {
	if (entry) add(entry.span);
	else if (parent?.node.kind === "list" && parent.node.style === "block") add({ start: dashBefore(text, node.span.start), end: node.span.end });
	add(node.span);
	if ((node.kind === "map" || node.kind === "list") && node.style === "flow" && /[{[]/.test(text[node.span.start] ?? ""))
		add(trimmed(text, { start: node.span.start + 1, end: node.span.end - 1 }));
}

/** The child that holds the offset; of two that touch there, the one that begins. */
function childAt(bound: Bound, offset: number): Bound | undefined {
	const here = bound.below.filter((child) => touches(child.entry?.span ?? child.node.span, offset));
	return here.find((child) => child.entry && touches(child.entry.key.span, offset)) ?? here.at(-1);
}

function addScalar(text: string, { span, style }: ScalarNode, offset: number, add: (span: Span) => void): void {
	add(span);
	if (style === "double" || style === "single") {
		// One that is still open has no closing quote.
		const closed = span.end - span.start > 1 && text[span.end - 1] === text[span.start];
		add({ start: span.start + 1, end: closed ? span.end - 1 : span.end });
	}
	if (style === "block") add(trimmed(text, { start: lineEnd(text, span.start), end: span.end }));
	if (!text.slice(span.start, span.end).includes("\n")) return;
	const line = trimmed(text, { start: Math.max(span.start, lineStart(text, offset)), end: Math.min(span.end, lineEnd(text, offset)) });
	add(line);
}

function dashBefore(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
	return text[at - 1] === "-" ? at - 1 : offset;
}

function trimmed(text: string, { start, end }: Span): Span {
	let [from, to] = [start, end];
	while (from < to && /\s/.test(text[from] ?? "")) from++;
	while (from < to && /\s/.test(text[to - 1] ?? "")) to--;
	return { start: from, end: to };
}

/** Letters, digits and `_` around the offset. */
function wordAt(text: string, offset: number): Span {
	let [start, end] = [offset, offset];
	while (start > 0 && /[\p{L}\p{N}_]/u.test(text[start - 1] ?? "")) start--;
	while (end < text.length && /[\p{L}\p{N}_]/u.test(text[end] ?? "")) end++;
	return { start, end };
}

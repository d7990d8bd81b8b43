/** The cursor at a scalar: its values, or the words it lists. */
import { linesIn } from "../../base/lines.ts";
import type { Document } from "../../document.ts";
import type { Bound } from "../../model/bind.ts";
import { type Token, wordSpan } from "../../syntax/token.ts";
import type { Place, Slot } from "./place.ts";
import { wantedInAny } from "./wanted.ts";

/** At a scalar: its values, or, in a list of words, the words. */
export function scalarPlace(document: Document, bound: Bound, token: Token, slot: Slot): Place | undefined {
	const { node } = bound;
	// Beside a value that is there already stands nothing new.
	if (node.kind !== "scalar") return undefined;
	const { types } = bound;
	const words = types.find((type) => type.kind === "text" && type.words);
	const touched =
		node.span.start <= token.offset && (token.offset <= node.span.end || (words && document.text.slice(node.span.end, token.offset).trim() === ""));
	if (node.style !== "missing" && !touched) return undefined;
	if (words?.kind === "text") {
		const contentStart = token.quote ? token.start : node.style === "plain" ? node.span.start : token.start;
		if (!token.quote && (node.style === "double" || node.style === "single")) return undefined;
		const contentEnd = token.quote ? token.end : Math.max(token.end, node.span.end);
		const content = document.text.slice(contentStart, contentEnd);
		const { start, end } = wordSpan(document.text, token.offset, contentStart, contentEnd);
		const others = `${content.slice(0, start - contentStart)} ${content.slice(end - contentStart)}`.split(/[\s,]+/).filter((word) => word !== "");
		// A word alone has the quotes it needs: `1` would be a number.
		const bare = !token.quote && (document.format === "json" || others.length === 0);
		return {
			kind: "word",
			type: words,
			others: document.format === "json" && bare ? [] : others,
			slot: { ...slot, ...(token.quote ? { before: "" } : {}), span: { start, end }, inQuotes: !bare, coversQuote: false },
		};
	}
	if (token.quote)
		return {
			kind: "value",
			types,
			param: bound.param,
			slot: { ...slot, before: "", span: { start: token.start, end: token.end }, inQuotes: true, coversQuote: false },
		};
	const line = { start: linesIn(document).start(token.offset), end: linesIn(document).end(token.offset) };
	const shorthand = bound.entry && bound.parent?.step?.form?.shorthand;
	if (node.style === "missing") return { kind: "value", types: wantedInAny(bound), param: bound.param, shorthand, begins: "value", slot };
	// A value is replaced as a whole, whatever signs it has in it.
	if (node.span.start < line.start || node.span.end > line.end) return undefined;
	return { kind: "value", types, param: bound.param, shorthand, slot: { ...slot, span: node.span } };
}

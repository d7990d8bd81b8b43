/** Addresses that are written out, to be opened with a click. */
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import { offsetMap } from "../syntax/offsets.ts";

/** An address and where it stands, without quotes. */
export interface Link {
	readonly span: Span;
	readonly target: string;
}

/** Braces and angles are of placeholders, never of an address. */
const address = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;

/** The texts that are http(s) URLs from end to end, in the order of the text; none that a placeholder completes at run time. */
export function links(document: Document): readonly Link[] {
	return document.bounds().flatMap(({ node }) => {
		if (node.kind !== "scalar" || typeof node.value !== "string" || !address.test(node.value)) return [];
		const place = offsetMap(document.text, node);
		const span = { start: place(0), end: place(node.value.length) };
		// What is not all there yet leads nowhere.
		return document.text.slice(span.start, span.end).replaceAll("\\", "") === node.value ? [{ span, target: node.value }] : [];
	});
}

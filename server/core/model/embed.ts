/** Documents that are written as JSON inside a string. */
import { once } from "../base/once.ts";
import { led, type Span } from "../base/span.ts";
import { parseJson } from "../syntax/json.ts";
import type { Node } from "../syntax/node.ts";
import { offsetMap } from "../syntax/offsets.ts";
import { relocate } from "../syntax/relocate.ts";

/** A tree that was read out of a text, at the place of that text in the document. */
export function embed(root: Node, inner: string, place: (index: number) => number): Node {
	const move = (span: Span): Span => led(span, place);
	return relocate(root, move, (node) => {
		const within = once(() => offsetMap(inner, node));
		return { ...node, span: move(node.span), at: (index) => place(within()(index)) };
	});
}

/** Whether a text is a list of objects as JSON, and no document. */
export function holdsList(text: string): boolean {
	if (!/^\s*\[\s*\{\s*"/.test(text)) return false;
	const { root, faults } = parseJson(text);
	return root?.kind === "list" && faults.length === 0;
}

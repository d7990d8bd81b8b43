/** Moves a tree that was read out of a text to the place of that text in the document. */
import type { Span } from "../base/span.ts";
import type { Node, ScalarNode } from "../syntax/node.ts";

/** The same tree with every offset mapped by `place`. */
export function relocate(node: Node, place: (offset: number) => number): Node {
	const move = (span: Span): Span => ({ start: place(span.start), end: place(span.end) });
	switch (node.kind) {
		case "map":
			return {
				...node,
				span: move(node.span),
				entries: node.entries.map((entry) => ({ span: move(entry.span), key: relocateScalar(entry.key, place), value: relocate(entry.value, place) })),
			};
		case "list":
			return { ...node, span: move(node.span), items: node.items.map((item) => relocate(item, place)) };
		case "scalar":
			return relocateScalar(node, place);
		case "alias":
			return { ...node, span: move(node.span) };
	}
}

function relocateScalar(node: ScalarNode, place: (offset: number) => number): ScalarNode {
	const { start, end } = node.span;
	const quote = node.style === "double" ? 1 : 0;
	// Escapes inside the inner text shift what follows them; ends stay exact, which is what spans need.
	const at = (index: number) => place(Math.min(start + quote + index, end - quote));
	return { ...node, span: { start: place(start), end: place(end) }, at };
}

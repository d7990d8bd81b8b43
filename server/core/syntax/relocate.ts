/** Moves a tree to another place in a text. */
import type { Span } from "../base/span.ts";
import type { Node, ScalarNode } from "./node.ts";

/** The same tree with every span mapped by `move`; `scalar` may say more about scalars. */
export function relocate(
	node: Node,
	move: (span: Span) => Span,
	scalar: (node: ScalarNode) => ScalarNode = (each) => ({ kind: "scalar", span: move(each.span), style: each.style, value: each.value }),
): Node {
	switch (node.kind) {
		case "map": {
			const entries = node.entries.map((entry) => ({
				span: move(entry.span),
				key: scalar(entry.key),
				value: relocate(entry.value, move, scalar),
				flow: entry.flow,
			}));
			return { kind: "map", span: move(node.span), style: node.style, entries };
		}
		case "list":
			return { kind: "list", span: move(node.span), style: node.style, items: node.items.map((item) => relocate(item, move, scalar)) };
		case "scalar":
			return scalar(node);
		case "alias":
			return { kind: "alias", span: move(node.span), name: node.name };
	}
}

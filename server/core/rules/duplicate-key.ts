import type { Document } from "../document.ts";
import { removeEntry } from "../syntax/edit.ts";
import { children, keyText, type Node } from "../syntax/node.ts";
import { fix } from "./find.ts";
import type { Finding, Rule } from "./rule.ts";

export const duplicateKey: Rule = {
	id: "duplicate-key",
	level: "error",
	says: "No key is written twice in the same object.",
	why: "SignalWire refuses a document with a duplicated element, and a reader that accepts it keeps only one of the two.",
	prevents: "relay_script_element_duplicated",
	bad: [
		`
- join_conference:
    name: support
    muted: true
    name: sales
#   ~~~~ \`name\` is already written above; remove one of the two
`,
	],
	good: [
		`
- join_conference:
    name: support
    muted: true
`,
	],
	*check(document) {
		const { root } = document.tree();
		if (root) yield* duplicates(root, document);
		for (const bound of document.bounds()) {
			// Documents inside texts have trees of their own.
			if (bound.node.kind === "scalar") for (const child of bound.below) yield* duplicates(child.node, document);
		}
	},
};

function* duplicates(node: Node, document: Document): Iterable<Finding> {
	if (node.kind === "map") {
		// Most maps are small: looking back is cheaper than keeping a set.
		const seen = node.entries.length > 12 ? new Set<string>() : undefined;
		for (const [index, entry] of node.entries.entries()) {
			const key = keyText(entry.key);
			const repeated = seen ? seen.has(key) : node.entries.findIndex((each) => each.key.value === entry.key.value) < index;
			if (repeated && key !== "<<") {
				const message = `\`${key}\` is already written above; remove one of the two`;
				yield { span: entry.key.span, message, fixes: [fix(`Remove this \`${key}\``, [removeEntry(document, node, entry)])] };
			}
			seen?.add(key);
		}
	}
	for (const child of children(node)) yield* duplicates(child, document);
}

import type { Document } from "../document.ts";
import { removeEntry } from "../syntax/edit.ts";
import { children, type Entry, keyText, type Node } from "../syntax/node.ts";
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

function duplicates(node: Node, document: Document, found: Finding[] = []): readonly Finding[] {
	if (node.kind === "map") {
		const { entries } = node;
		for (let at = 1; at < entries.length; at++) {
			const entry = entries[at];
			if (!entry || !isRepeated(entries, at)) continue;
			const key = keyText(entry.key);
			const message = `\`${key}\` is already written above; remove one of the two`;
			found.push({ span: entry.key.span, message, fixes: [fix(`Remove this \`${key}\``, [removeEntry(document, node, entry)])] });
		}
	}
	for (const child of children(node)) duplicates(child, document, found);
	return found;
}

/** Whether the key of an entry stands above it already; a merge may be repeated. Looking back is cheap: most maps are small. */
function isRepeated(entries: readonly Entry[], at: number): boolean {
	const key = entries[at]?.key.value;
	if (key === "<<") return false;
	const known = entries.length > 40 ? keysOf(entries) : undefined;
	if (known) return known.get(String(key)) !== at;
	for (let before = 0; before < at; before++) if (entries[before]?.key.value === key) return true;
	return false;
}

const indexes = new WeakMap<readonly Entry[], ReadonlyMap<string, number>>();

/** Key → where it is written first. */
function keysOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
	let found = indexes.get(entries);
	if (!found) {
		found = new Map(entries.map((entry, at) => [keyText(entry.key), at] as const).reverse());
		indexes.set(entries, found);
	}
	return found;
}

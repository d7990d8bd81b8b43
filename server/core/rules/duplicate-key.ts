import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { removeEntry } from "../syntax/edit.ts";
import { type Entry, keyText, type Node } from "../syntax/node.ts";
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
		// Documents inside texts have trees of their own.
		for (const { below } of document.binding().embeddings) for (const { node } of below) yield* duplicates(node, document);
	},
};

function duplicates(node: Node, document: Document, found: Finding[] = []): readonly Finding[] {
	if (node.kind === "map") {
		// Most maps are small: looking back is cheaper than keeping a set.
		const seen = node.entries.length > 12 ? new Set<string>() : undefined;
		for (let at = 0; at < node.entries.length; at++) {
			const entry = node.entries[at];
			if (!entry) continue;
			const key = keyText(entry.key);
			const repeated = seen ? seen.has(key) : standsAbove(node.entries, at, key);
			seen?.add(key);
			// A merge may be repeated.
			if (!repeated || key === "<<") continue;
			const message = `${quote(key)} is already written above; remove one of the two`;
			found.push({ span: entry.key.span, message, fixes: [fix(`Remove this ${quote(key)}`, [removeEntry(document, node, entry)])] });
		}
	}
	if (node.kind === "map") for (const entry of node.entries) duplicates(entry.value, document, found);
	if (node.kind === "list") for (const item of node.items) duplicates(item, document, found);
	return found;
}

function standsAbove(entries: readonly Entry[], at: number, key: string): boolean {
	for (let above = 0; above < at; above++) {
		const other = entries[above];
		if (other && keyText(other.key) === key) return true;
	}
	return false;
}

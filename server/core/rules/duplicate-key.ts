import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import type { TextEdit } from "../syntax/edit.ts";
import { dataOf, type Entry, keyText, type MapNode, type Node } from "../syntax/node.ts";
import { joinEntries } from "../syntax/shift.ts";
import { fix, remove, removeSurplus, toChoose } from "./find.ts";
import type { Finding, Rule } from "./rule.ts";

export const duplicateKey: Rule = {
	id: "duplicate-key",
	level: "error",
	says: "Reports keys that are written twice in the same object.",
	why: "SignalWire rejects a document with a duplicate key, and a reader that accepts it keeps only one of the two.",
	prevents: "relay_script_element_duplicated",
	bad: [
		`
- join_conference:
    name: support
    muted: true
    name: sales
#   ~~~~ \`name\` is a duplicate key; remove one of the two
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
			const first = node.entries.find((other) => keyText(other.key) === key);
			if (first) found.push(finding(document, node, first, entry));
		}
	}
	if (node.kind === "map") for (const entry of node.entries) duplicates(entry.value, document, found);
	if (node.kind === "list") for (const item of node.items) duplicates(item, document, found);
	return found;
}

function finding(document: Document, map: MapNode, first: Entry, again: Entry): Finding {
	const key = keyText(again.key);
	const message = `${quote(key)} is a duplicate key; remove one of the two`;
	const same = JSON.stringify(dataOf(first.value)) === JSON.stringify(dataOf(again.value));
	const together = joined(document, map, first, again);
	if (together.length > 0)
		return { span: again.key.span, message: `${quote(key)} is a duplicate key; merge them`, fixes: [fix("Merge them", together)], ofAll: true };
	const fixes = same
		? [removeSurplus(document, map, again, `Remove this ${quote(key)}`)]
		: toChoose([remove(document, map, again, `Remove this ${quote(key)}`), remove(document, map, first, `Remove the first ${quote(key)}`)]);
	return { span: again.key.span, message, fixes, ofAll: true };
}

/** One object of two, where neither has a key of the other and nothing stands between them. */
function joined(document: Document, { entries }: MapNode, first: Entry, again: Entry): readonly TextEdit[] {
	const keys = [first, again].flatMap(({ value }) => (value.kind === "map" ? value.entries.map(({ key }) => keyText(key)) : []));
	const near = entries.indexOf(again) === entries.indexOf(first) + 1;
	return near && new Set(keys).size === keys.length ? joinEntries(document, first, again) : [];
}

function standsAbove(entries: readonly Entry[], at: number, key: string): boolean {
	for (let above = 0; above < at; above++) {
		const other = entries[above];
		if (other && keyText(other.key) === key) return true;
	}
	return false;
}

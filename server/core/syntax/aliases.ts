/** YAML's anchors and aliases: where names are given to values, and where they stand for them. */
import type { AliasNode, Node, SyntaxFault } from "./node.ts";
import { quotingRest } from "./yaml-faults.ts";

/** The anchors of a text, with the offset of the first of each name. */
export function anchorsIn(text: string): ReadonlyMap<string, number> {
	const anchors = new Map<string, number>();
	if (!text.includes("&")) return anchors;
	for (const { 1: name = "", index } of text.matchAll(/(?<=^|[\s[{,:])&([^\s,[\]{}]+)/gm)) if (!anchors.has(name)) anchors.set(name, index);
	return anchors;
}

/** The aliases in a tree of `text`, in the order they stand. */
export function aliasesIn(root: Node | undefined, text: string): readonly AliasNode[] {
	const found: AliasNode[] = [];
	const walk = (node: Node) => {
		if (node.kind === "alias") found.push(node);
		else if (node.kind === "map") for (const entry of node.entries) walk(entry.value);
		else if (node.kind === "list") for (const item of node.items) walk(item);
	};
	if (root && text.includes("*")) walk(root);
	return found;
}

/** The aliases of which the anchor does not stand above them, as faults: no reader gets past one. */
export function danglingAliases(text: string, aliases: readonly AliasNode[], anchors: ReadonlyMap<string, number>): readonly SyntaxFault[] {
	return aliases
		.filter(({ name, span }) => (anchors.get(name) ?? text.length) >= span.start)
		.map(({ name, span }) => ({
			span,
			message: `no anchor \`&${name}\` stands above this; a text that starts with \`*\` needs quotes`,
			mend: quotingRest(text, span.start),
		}));
}

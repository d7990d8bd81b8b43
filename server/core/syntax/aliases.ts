/** YAML's anchors and aliases: where names are given to values, and where they stand for them. */
import type { AliasNode, Node, SyntaxFault } from "./node.ts";
import { quotingItem, quotingRest } from "./yaml-faults.ts";

/** The anchors of a text, with the offset of the first of each name. */
export function anchorsIn(text: string): ReadonlyMap<string, number> {
	const anchors = new Map<string, number>();
	if (!text.includes("&")) return anchors;
	for (const { 1: name = "", index } of text.matchAll(/(?<=^|[\s[{,:])&([^\s,[\]{}]+)/gm)) if (!anchors.has(name)) anchors.set(name, index);
	return anchors;
}

/** An alias, and whether it stands in braces or brackets. */
export interface Alias extends AliasNode {
	readonly flow: boolean;
}

/** The aliases in a tree of `text`, in the order they stand. */
export function aliasesIn(root: Node | undefined, text: string): readonly Alias[] {
	const found: Alias[] = [];
	const walk = (node: Node, flow: boolean) => {
		if (node.kind === "alias" && text[node.span.start] === "*") found.push({ ...node, flow });
		if (node.kind === "map") for (const entry of node.entries) walk(entry.value, node.style === "flow");
		else if (node.kind === "list") for (const item of node.items) walk(item, node.style === "flow");
	};
	if (root && text.includes("*")) walk(root, false);
	return found;
}

/** The aliases of which the anchor does not stand above them, as faults: no reader gets past one. */
export function danglingAliases(text: string, aliases: readonly Alias[], anchors: ReadonlyMap<string, number>): readonly SyntaxFault[] {
	return aliases
		.filter(({ name, span }) => (anchors.get(name) ?? text.length) >= span.start)
		.map(({ name, span, flow }) => ({
			span,
			message: `no anchor \`&${name}\` is defined above this; a value that starts with \`*\` needs quotes`,
			mend: flow ? quotingItem(text, span.start) : quotingRest(text, span.start),
		}));
}

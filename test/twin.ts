/** The same document in the other syntax, and the place of a problem in terms that both share: its path. */

import type { Span } from "../server/core/base/span.ts";
import { dataOf, keyText, type Node } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { type Printable, printValue } from "../server/core/syntax/print.ts";

/** The JSON twin of a YAML text. */
export function toJson(yaml: string): string {
	const { root } = parse(yaml, "yaml");
	return root ? `${printValue(dataOf(root) as Printable, { format: "json", style: "block", indent: "", unit: "  " })}\n` : "";
}

/** The YAML twin of a JSON text. */
export function toYaml(json: string): string {
	const { root } = parse(json, "json");
	return root ? `${printValue(dataOf(root) as Printable, { format: "yaml", style: "block", indent: "", unit: "  " })}\n` : "";
}

/** Whether JSON can say what this YAML says: no duplicate keys, no aliases, no half-written parts. */
export function hasTwin(yaml: string): boolean {
	const { root, faults } = parse(yaml, "yaml");
	return root !== undefined && faults.length === 0 && plain(root);
}

function plain(node: Node): boolean {
	if (node.kind === "alias") return false;
	if (node.kind === "list") return node.items.every(plain);
	if (node.kind === "scalar") return true;
	return new Set(node.entries.map((entry) => keyText(entry.key))).size === node.entries.length && node.entries.every((entry) => plain(entry.value));
}

/** The path of the smallest node or key that holds a span: `/sections/main/0/play#key`. */
export function pathOf(root: Node, span: Span): string {
	let path = "";
	let node = root;
	for (;;) {
		const next: readonly (readonly [string, Node, boolean])[] =
			node.kind === "map"
				? node.entries.flatMap((entry) => [[`/${keyText(entry.key)}`, entry.value, false] as const, [`/${keyText(entry.key)}#key`, entry.key, true] as const])
				: node.kind === "list"
					? node.items.map((item, index) => [`/${index}`, item, false] as const)
					: [];
		const hit = next.find(([, child]) => child.span.start <= span.start && span.end <= child.span.end && child.span.end > child.span.start);
		if (!hit) return path;
		path += hit[0];
		if (hit[2]) return path;
		node = hit[1];
	}
}

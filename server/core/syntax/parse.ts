/** The one place where the two syntaxes meet the rest. */
import { aliasesIn, anchorsIn, danglingAliases } from "./aliases.ts";
import { parseJson } from "./json.ts";
import type { Format, Node, Tree } from "./node.ts";
import { readTemplate } from "./templates.ts";
import { parseYaml, parseYamlPart } from "./yaml.ts";

/** Reads `text` into a tree; never throws, whatever the text. */
export function parse(text: string, format: Format): Tree {
	return readTemplate(text, format, (plain) => parseText(plain, format)) ?? parseText(text, format);
}

function parseText(text: string, format: Format): Tree {
	if (format === "json") return parseJson(text);
	const tree = parseYaml(text);
	return withFaults(tree, danglingAliases(text, aliasesIn(tree.root, text), anchorsIn(text)));
}

/** Reads what is left of a file from which items were cut out. Aliases are for the file to judge. */
export function parseFrame(text: string, format: Format): Tree {
	const read = (plain: string) => (format === "json" ? parseJson(plain) : parseYaml(plain));
	return readTemplate(text, format, read) ?? read(text);
}

/** A tree with more faults. */
export function withFaults(tree: Tree, more: Tree["faults"]): Tree {
	return more.length === 0 ? tree : { ...tree, faults: [...tree.faults, ...more].sort((a, b) => a.span.start - b.span.start) };
}

/** Reads items that were cut out of a list: the root is a list of them. `outer`: how far the list's key is indented. Aliases are for the file to judge. */
export function parsePart(text: string, format: Format, outer: number): Tree {
	const read = (plain: string) => (format === "json" ? parseJson(plain) : parseYamlPart(plain, outer));
	const { root, faults } = readTemplate(text, format, read) ?? read(text);
	if (format === "yaml") return { root, faults };
	const items: readonly Node[] = root ? [root] : [];
	return { root: { kind: "list", span: root?.span ?? { start: 0, end: text.length }, style: "flow", items }, faults };
}

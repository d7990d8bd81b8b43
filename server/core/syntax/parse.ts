/** The one place where the two syntaxes meet the rest. */
import { aliasesIn, anchorsIn, danglingAliases } from "./aliases.ts";
import { parseJson } from "./json.ts";
import { putFaultBack } from "./mend.ts";
import type { Format, Tree } from "./node.ts";
import { relocate } from "./relocate.ts";
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
	const read = (plain: string) => (format === "json" ? readItems(plain) : parseYamlPart(plain, outer));
	return readTemplate(text, format, read) ?? read(text);
}

function readItems(text: string): Tree {
	const tree = parseJson(text);
	if (tree.faults.length === 0) return listOf(tree, text);
	// What several values explain better than one: commas do not part them.
	const list = parseJson(`[${text}]`);
	const inside = list.faults.every(({ mend }) => mend?.edits.every(({ span }) => span.start > 0 && span.end <= text.length + 1) ?? true);
	const whole = tree.root !== undefined && tree.root.span.end >= text.trimEnd().length;
	if (list.root?.kind !== "list" || !inside || (whole && list.faults.length >= tree.faults.length)) return listOf(tree, text);
	const move = (offset: number) => Math.min(text.length, Math.max(0, offset - 1));
	return {
		root: relocate(list.root, (span) => ({ start: move(span.start), end: move(span.end) })),
		faults: list.faults.map((each) => putFaultBack(each, move)),
	};
}

/** A value as the only item of a list. */
function listOf({ root, faults }: Tree, text: string): Tree {
	return { root: { kind: "list", span: root?.span ?? { start: 0, end: text.length }, style: "flow", items: root ? [root] : [] }, faults };
}

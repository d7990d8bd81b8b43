/** The one place where the two syntaxes meet the rest. */
import { parseJson } from "./json.ts";
import type { Format, Tree } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** Reads `text` into a tree; never throws, whatever the text. */
export function parse(text: string, format: Format): Tree {
	return format === "json" ? parseJson(text) : parseYaml(text);
}

/** The one place where the two syntaxes meet the rest. */
import { parseJson } from "./json.ts";
import type { Format, Tree } from "./node.ts";
import { parseYaml } from "./yaml.ts";

/** Reads `text` into a tree; never throws, whatever the text. The tree of an earlier version saves work, and changes nothing. */
export function parse(text: string, format: Format, previous?: Tree): Tree {
	return format === "json" ? parseJson(text) : parseYaml(text, previous);
}

/** Params that are written as `name = value`, as in other languages. */
import type { ScalarNode } from "../syntax/node.ts";
import type { Expected } from "./expected.ts";

/** The names and values of a text like `name = support`, line by line, where an object with such params may stand. */
export function assignedIn(node: ScalarNode, { shapes, texts, open }: Expected, source: string): readonly (readonly [string, string])[] | undefined {
	if (open || shapes.length === 0 || typeof node.value !== "string" || !node.value.includes("=")) return undefined;
	const text = node.style === "plain" && !node.at && source !== "" ? source.slice(node.span.start, node.span.end) : node.value;
	const pairs = text.split(/\r\n?|\n/).map((line) => /^(\w+)\s*=(?!=)\s*(\S.*)$/.exec(line.trim()));
	const known = (name: string) => shapes.some((shape) => shape.params.has(name) || (shape.rest !== undefined && texts.length === 0));
	const found = pairs.flatMap((match) => (match?.[1] !== undefined && match[2] !== undefined && known(match[1]) ? [[match[1], match[2]] as const] : []));
	return found.length === pairs.length ? found : undefined;
}

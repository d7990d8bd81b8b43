/** The step that shows a method at work, out of the whole document that is its example, and short enough for a hover. */
import { lineStart } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { Form } from "../language/type.ts";
import { dataOf, type Format, keyText, type MapNode, type Node } from "../syntax/node.ts";
import { parse } from "../syntax/parse.ts";
import { type Printable, printValue } from "../syntax/print.ts";

/** Longer ones end after the last param, or item of a list, that is whole by then. */
const mostLines = 10;

/** The first step of a form's example that uses the method, in either syntax. */
export function shortExample(name: string, form: Form, format: Format): string {
	const text = form.example.trim();
	const { step, value } = exampleStep(name, form);
	if (!step || !value) return text;
	const { start } = step.span;
	const isShort = ({ span }: { readonly span: Span }, index: number) => index === 0 || text.slice(start, span.end).split("\n").length <= mostLines;
	const kept: Node =
		value.kind === "map"
			? { ...value, entries: value.entries.filter(isShort) }
			: value.kind === "list"
				? { ...value, items: value.items.filter(isShort) }
				: value;
	if (format === "json") return printValue({ [name]: dataOf(kept) as Printable }, { format: "json", style: "block", indent: "", unit: "  " });
	const last = kept.kind === "map" ? kept.entries.at(-1) : kept.kind === "list" ? kept.items.at(-1) : undefined;
	return `- ${text.slice(start, (last ?? step).span.end).trimEnd()}`.replaceAll(`\n${" ".repeat(start - lineStart(text, start))}`, "\n  ");
}

/** The step of a form's example that uses the method, and its value. */
export function exampleStep(name: string, form: Form): { readonly step: MapNode | undefined; readonly value: Node | undefined } {
	const { root } = parse(form.example.trim(), "yaml");
	const step = root && stepIn(root, name);
	return { step, value: step?.entries[0]?.value };
}

/** The first step of this name, from the outside in. */
function stepIn(node: Node, name: string): MapNode | undefined {
	if (node.kind === "scalar" || node.kind === "alias") return undefined;
	const below = node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
	const isStep = (item: Node): item is MapNode => item.kind === "map" && item.entries.length === 1 && item.entries.every(({ key }) => keyText(key) === name);
	const own = node.kind === "list" ? below.find(isStep) : undefined;
	if (own) return own;
	for (const inner of below) {
		const found = stepIn(inner, name);
		if (found) return found;
	}
	return undefined;
}

/** The cursor in YAML written by indentation: the document is read again with a made-up word there, which then says where it landed. */
import { type Document, openDocument } from "../../document.ts";
import { alternatives } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import { lineEnd, lineStart, unitOf } from "../../syntax/edit.ts";
import { entryOf, keyText } from "../../syntax/node.ts";
import { siblingIsItem, type Token } from "../../syntax/token.ts";
import type { Place, Slot } from "./place.ts";
import { scalarPlace } from "./scalar.ts";

const probe = "swmlProbe";

/** The place of `token` at the start of a line, or after a key. */
export function blockPlace(document: Document, token: Token): Place | undefined {
	const { text } = document;
	const lineFrom = lineStart(text, token.offset);
	const outerStart = token.quote ? token.start - 1 : token.start;
	const prefix = text.slice(lineFrom, outerStart);
	const dashes = /^\s*((?:-\s+)*)$/.exec(prefix);
	if (!dashes) return blockValue(document, token);
	const outerEnd = token.closed ? token.end + 1 : token.end;
	const rest = text.slice(outerEnd, lineEnd(text, outerEnd));
	// What else is on the line is a text or a comment, unless it is a colon.
	if (/^\s*[^\s:]/.test(rest) || insideLongText(document, token.offset)) return undefined;
	const hasColon = /^\s*:(?:\s|$)/.test(rest);
	if (/^-(?:\s|$)/.test(text.slice(outerStart, lineEnd(text, outerStart)))) return undefined;
	const column = prefix.length;
	const slot: Slot = {
		span: { start: outerStart, end: outerEnd },
		inQuotes: false,
		coversQuote: token.quote !== "",
		value: undefined,
		before: "",
		after: "",
		braces: false,
		layout: { format: "yaml", style: "block", indent: " ".repeat(column), unit: unitOf(text) },
	};
	const needsDash = dashes[1] === "" && siblingIsItem(text, lineFrom, column);
	const written = `${needsDash ? "- " : ""}${probe}${hasColon ? "" : ":"}`;
	const probed = openDocument(text.slice(0, outerStart) + written + text.slice(outerEnd), "yaml", document);
	const landed = probed.bounds().find((bound) => bound.entry?.key.value === probe);
	if (!landed?.parent || (landed.parent.parent === undefined && !linesUpWithRoot(document, column))) return undefined;
	const value = hasColon && landed.parent.node.kind === "map" ? entryOf(landed.parent.node, probe)?.value : undefined;
	const filled = { ...slot, value, name: text.slice(token.start, token.end) };
	return landedPlace(document, landed.parent, needsDash ? withDash(filled) : filled, needsDash, prefix);
}

/** Whether a root key at this column is a sibling of those that are there. */
function linesUpWithRoot(document: Document, column: number): boolean {
	const { root } = document.tree();
	return root?.kind !== "map" || root.span.start - lineStart(document.text, root.span.start) === column;
}

/** Whether the cursor is in a text that runs over several lines. */
function insideLongText(document: Document, offset: number): boolean {
	return document
		.bounds()
		.some(
			({ node: { kind, span } }) => kind === "scalar" && span.start < offset && offset <= span.end && document.text.slice(span.start, offset).includes("\n"),
		);
}

function landedPlace(document: Document, map: Bound, slot: Slot, needsDash: boolean, prefix: string): Place | undefined {
	const written = new Set(map.node.kind === "map" ? map.node.entries.map((entry) => keyText(entry.key)).filter((key) => key !== probe) : []);
	const steps = map.parent?.stepsType;
	// Where a list of steps belongs and none is begun, the step brings its dash along.
	if (steps) return written.size === 0 ? { kind: "step", steps, document, slot: map.parent?.node.kind === "list" ? slot : withDash(slot) } : undefined;
	const maps = map.types.filter((type) => type.kind === "map");
	if (maps.length > 0) return { kind: "key", maps, written, slot };
	// Where a list belongs and none is begun, its first item brings its dash along.
	const lacking =
		map.param && map.types.length === 0 && written.size === 0
			? alternatives([map.param.type]).flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : []))
			: [];
	const objects = lacking.filter((type) => type.kind === "map");
	if (objects.length > 0) return { kind: "key", maps: objects, written, slot: withDash(slot) };
	if (lacking.length > 0) return { kind: "value", types: lacking, param: undefined, slot: withDash(slot) };
	const items = (map.parent?.types ?? []).flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : []));
	return items.length > 0 && (needsDash || /-\s+$/.test(prefix)) ? { kind: "value", types: items, param: undefined, slot } : undefined;
}

function withDash(slot: Slot): Slot {
	return { ...slot, before: "- ", layout: { ...slot.layout, indent: `${slot.layout.indent}  ` } };
}

/** After `key: ` or inside a text of several lines. */
function blockValue(document: Document, token: Token): Place | undefined {
	const bound = document
		.bounds()
		.filter(({ entry, node }) => {
			const from = entry ? entry.key.span.end + 1 : node.span.start;
			return from <= token.offset && token.offset <= Math.max(node.span.end, entry ? lineEnd(document.text, entry.key.span.end) : 0);
		})
		.at(-1);
	if (!bound || (bound.node.kind === "scalar" && bound.node.style === "block")) return undefined;
	const { entry } = bound;
	// A value starts on the line of its key, or it is a text that goes on.
	if (entry && lineStart(document.text, entry.key.span.end) !== lineStart(document.text, token.offset)) return undefined;
	if (entry && document.text[entry.key.span.end] === ":" && token.start <= entry.key.span.end + 1 && !/\s/.test(document.text[token.start - 1] ?? ""))
		return undefined;
	const start = token.quote ? token.start - 1 : token.start;
	const slot: Slot = {
		span: { start, end: token.closed ? token.end + 1 : token.end },
		inQuotes: false,
		coversQuote: false,
		value: undefined,
		before: "",
		after: "",
		braces: false,
		layout: { format: "yaml", style: "flow", indent: "", unit: unitOf(document.text) },
	};
	return scalarPlace(document, bound, token, slot);
}

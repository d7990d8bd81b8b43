/** The cursor in braces: in JSON, and in YAML's flow style. The tree at hand says everything. */
import type { Document } from "../../document.ts";
import { alternatives } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import { lineStart, unitOf } from "../../syntax/edit.ts";
import { type Entry, keyText } from "../../syntax/node.ts";
import { nextChar, previousChar, type Token } from "../../syntax/token.ts";
import type { Place, Slot } from "./place.ts";
import { scalarPlace } from "./scalar.ts";

/** The place of `token` inside `around`, the smallest map or list that holds it. */
export function flowPlace(document: Document, around: Bound, token: Token): Place | undefined {
	const { text } = document;
	const key = keyAt(around, token.offset);
	const start = key ? key.key.span.start : token.quote ? token.start - 1 : token.start;
	const end = key ? key.key.span.end : token.closed ? token.end + 1 : token.end;
	const before = previousChar(text, start);
	const next = nextChar(text, end);
	const unfinished = !["{", "[", ",", ":"].includes(before);
	const followed = next !== "" && !/[,:}\]]/.test(next);
	const slot: Slot = {
		span: { start, end },
		inQuotes: false,
		coversQuote: /["']/.test(text[start] ?? ""),
		value: key && next === ":" ? key.value : undefined,
		...(key ? { name: keyText(key.key) } : {}),
		before: unfinished ? ", " : "",
		after: followed ? "," : "",
		braces: false,
		layout: {
			format: document.format,
			style: document.format === "json" ? "block" : "flow",
			indent: /^[ \t]*/.exec(text.slice(lineStart(text, token.offset), token.offset))?.[0] ?? "",
			unit: unitOf(text),
		},
	};
	// YAML wants a blank after the colon, JSON does not mind.
	if (before === ":" && !key) return valuePlace(document, around, token, { ...slot, before: text[start - 1] === ":" ? " " : "", after: "" });
	if (around.node.kind === "list") {
		// Before or behind an item that is there already stands nothing new.
		if (around.node.items.some((item) => item.span.start <= token.offset && token.offset <= item.span.end && item.kind !== "scalar")) return undefined;
		if (around.stepsType) return { kind: "step", steps: around.stepsType, document, slot: { ...slot, braces: true } };
		const types = around.types.flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : []));
		return { kind: "value", types, param: undefined, slot };
	}
	return keyPlace(document, around, slot, key);
}

/** The entry of a map whose key the cursor touches. */
function keyAt(around: Bound, offset: number): Entry | undefined {
	if (around.node.kind !== "map") return undefined;
	return around.node.entries.find(({ key }) => key.span.start < offset && offset <= key.span.end);
}

function keyPlace(document: Document, around: Bound, slot: Slot, key: Entry | undefined): Place | undefined {
	if (around.node.kind !== "map") return undefined;
	const written = new Set(around.node.entries.filter((entry) => entry !== key).map((entry) => keyText(entry.key)));
	const steps = around.parent?.stepsType ?? around.stepsType;
	if (steps) return written.size === 0 ? { kind: "step", steps, document, slot } : undefined;
	const maps = around.types.filter((type) => type.kind === "map");
	return maps.length > 0 ? { kind: "key", maps, written, slot } : undefined;
}

function valuePlace(document: Document, around: Bound, token: Token, slot: Slot): Place | undefined {
	const child = around.below.filter((each) => each.entry && each.entry.key.span.end <= token.offset).at(-1);
	return child && scalarPlace(document, child, token, slot);
}

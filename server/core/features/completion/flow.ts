/** The cursor in braces: in JSON, and in YAML's flow style. The tree at hand says everything. */
import { hasBreak, lineStart } from "../../base/lines.ts";
import { touches } from "../../base/span.ts";
import type { Document } from "../../document.ts";
import type { Bound } from "../../model/bind.ts";
import { type Entry, keyText } from "../../syntax/node.ts";
import { nextChar, previousOffset, type Token } from "../../syntax/token.ts";
import type { Place, Slot } from "./place.ts";
import { scalarPlace } from "./scalar.ts";
import { itemsOf, mapsAt } from "./wanted.ts";

/** The place of `token` inside `around`, the smallest map or list that holds it. */
export function flowPlace(document: Document, around: Bound, found: Token): Place | undefined {
	const { text } = document;
	const token = beforeWord(text, found) ? { ...found, end: found.offset } : found;
	const key = keyAt(around, token.offset);
	const start = key ? key.key.span.start : token.quote ? token.start - 1 : token.start;
	const end = key ? key.key.span.end : token.closed ? token.end + 1 : token.end;
	const last = previousOffset(text, start);
	const before = text[last] ?? "";
	const next = nextChar(text, end);
	const unfinished = !["{", "[", ",", ":"].includes(before);
	// A comma that was forgotten on a line above belongs there.
	const above = unfinished && hasBreak(text.slice(last, start));
	const followed = next !== "" && !/[,:}\]]/.test(next);
	const slot: Slot = {
		span: { start, end },
		inQuotes: false,
		coversQuote: /["']/.test(text[start] ?? ""),
		value: key && next === ":" ? key.value : undefined,
		...(key ? { name: keyText(key.key) } : {}),
		before: unfinished && !above ? ", " : "",
		...(above ? { also: [{ span: { start: last + 1, end: last + 1 }, text: "," }] } : {}),
		after: followed ? (/\s/.test(text[end] ?? "") ? "," : ", ") : "",
		braces: false,
		layout: {
			format: document.format,
			style: document.format === "json" ? "block" : "flow",
			indent: /^[ \t]*/.exec(text.slice(lineStart(text, token.offset), token.offset))?.[0] ?? "",
			unit: document.style().unit,
		},
		ownLine: text.slice(lineStart(text, start), start).trim() === "",
	};
	// YAML wants a blank after the colon, JSON does not mind.
	if (before === ":" && !key) return valuePlace(document, around, token, { ...slot, before: text[start - 1] === ":" ? " " : "", after: "" });
	if (around.node.kind === "list") {
		// Before or behind an item that is there already stands nothing new.
		if (around.node.items.some((item) => item.span.start <= token.offset && token.offset <= item.span.end && item.kind !== "scalar")) return undefined;
		if (around.stepsType) return { kind: "step", steps: around.stepsType, document, slot: { ...slot, braces: true } };
		const others = new Set(around.node.items.flatMap((item) => (item.kind === "scalar" && !touches(item.span, token.offset) ? [item.value] : [])));
		const begins = token.quote || token.start < token.end ? {} : { begins: "item" as const };
		return { kind: "value", types: itemsOf(around.types), param: undefined, others, ...begins, slot };
	}
	return keyPlace(document, around, slot, key);
}

/** Whether the cursor is right before a word: what is put in there stands before it. After a colon it stands in its place. */
function beforeWord(text: string, { offset, start, end, quote }: Token): boolean {
	return !quote && start === offset && offset < end && text[previousOffset(text, start)] !== ":";
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
	const maps = mapsAt(around);
	return maps.length > 0 ? { kind: "key", maps, written, ...(around.parent?.node.kind === "list" ? { item: [] } : {}), at: around, slot } : undefined;
}

function valuePlace(document: Document, around: Bound, token: Token, slot: Slot): Place | undefined {
	const child = around.below.filter((each) => each.entry && each.entry.key.span.end <= token.offset).at(-1);
	return child && scalarPlace(document, child, token, slot);
}

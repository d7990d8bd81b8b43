/** The cursor in YAML written by indentation: the document is read again with a made-up word there, which then says where it landed. */
import { hasBreak, lineEnd, lineStart, linesIn } from "../../base/lines.ts";
import { type Document, reopen } from "../../document.ts";
import type { MapType } from "../../language/type.ts";
import type { Concrete } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import { entryOf, keyText, type MapNode } from "../../syntax/node.ts";
import { siblingIsItem, type Token } from "../../syntax/token.ts";
import type { Place, Slot } from "./place.ts";
import { scalarPlace } from "./scalar.ts";
import { itemsOf, mapsAt, valuesFor, wantedAt } from "./wanted.ts";

const probe = "swmlProbe";

/** The place of `token` at the start of a line, or after a key. */
export function blockPlace(document: Document, token: Token): Place | undefined {
	return openedValue(document, token) ?? linePlace(document, token);
}

/** `ring:` and the like: YAML reads a key there, where the author begins a value. */
function openedValue(document: Document, token: Token): Place | undefined {
	const { text } = document;
	const from = lineStart(text, token.offset);
	const [, before = "", word = ""] = /^(\s*(?:-\s+)*(?:[\w-]+:\s+)?)([a-z][\w+.-]*:)$/i.exec(text.slice(from, token.offset)) ?? [];
	if (!/\S/.test(before) || /\S/.test(text.slice(token.offset, lineEnd(text, token.offset)))) return undefined;
	const start = from + before.length;
	const without = reopen(document, text.slice(0, start) + text.slice(token.offset));
	const place = linePlace(without, { ...token, offset: start, start, end: start });
	const types = place?.kind === "value" ? place.types : place?.kind === "key" ? (place.item ?? []) : [];
	const texts = types.filter((type) => type.kind === "text" && valuesFor(type).some((value) => String(value.value).startsWith(word)));
	if (!place || texts.length === 0) return undefined;
	return { kind: "value", types: texts, param: undefined, slot: { ...place.slot, span: { start, end: start + word.length } } };
}

function linePlace(document: Document, token: Token): Place | undefined {
	const { text } = document;
	const lineFrom = lineStart(text, token.offset);
	const outerStart = token.quote ? token.start - 1 : token.start;
	const prefix = text.slice(lineFrom, outerStart);
	const dashes = /^\s*((?:-\s+)*)$/.exec(prefix);
	if (!dashes) return blockValue(document, token);
	const outerEnd = token.closed ? token.end + 1 : token.end;
	const rest = text.slice(outerEnd, lineEnd(text, outerEnd));
	// What else is on the line is a text, unless it is a colon or a comment.
	const comment = /^\s+#/.test(rest);
	if (/^\s*[^\s:]/.test(rest) && !comment) return undefined;
	// In front of a line of comment stands only what lines up with what follows it.
	if (comment && outerEnd === lineFrom + prefix.length && dashes[1] === "" && columnBelow(text, outerEnd) > prefix.length) return undefined;
	if (insideLongText(document, token.offset)) return undefined;
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
		layout: { format: "yaml", style: "block", indent: " ".repeat(column), unit: document.style().unit },
		ownLine: true,
	};
	const needsDash = dashes[1] === "" && siblingIsItem(text, lineFrom, column);
	const written = `${needsDash ? "- " : ""}${probe}${hasColon ? "" : ":"}`;
	const probed = reopen(document, text.slice(0, outerStart) + written + text.slice(outerEnd));
	const landed = probed.bounds().find((bound) => bound.entry?.key.value === probe);
	if (!landed?.parent || (landed.parent.parent === undefined && !linesUpWithRoot(document, column))) return undefined;
	const value = hasColon && landed.parent.node.kind === "map" ? entryOf(landed.parent.node, probe)?.value : undefined;
	const filled = { ...slot, value, name: text.slice(token.start, token.end) };
	return landedPlace(document, landed.parent, needsDash ? withDash(filled) : filled, needsDash, prefix);
}

/** The column of the next line that holds more than a comment; -1 where there is none. */
function columnBelow(text: string, offset: number): number {
	const line = text.slice(lineEnd(text, offset)).match(/[\r\n]( *)[^\s#]/);
	return line?.[1]?.length ?? -1;
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
		.some(({ node: { kind, span } }) => kind === "scalar" && span.start < offset && offset <= span.end && hasBreak(document.text.slice(span.start, offset)));
}

function landedPlace(document: Document, map: Bound, slot: Slot, needsDash: boolean, prefix: string): Place | undefined {
	const others = map.node.kind === "map" ? map.node.entries.filter((entry) => keyText(entry.key) !== probe) : [];
	const written = new Set(others.map((entry) => keyText(entry.key)));
	const steps = map.parent?.stepsType;
	// Where a list of steps belongs and none is begun, the step brings its dash along.
	if (steps) return written.size === 0 ? { kind: "step", steps, document, slot: map.parent?.node.kind === "list" ? slot : withDash(slot) } : undefined;
	const maps = mapsAt(map);
	const begins = needsDash || /-\s+$/.test(prefix);
	const wanted = written.size === 0 ? wantedAt(map) : [];
	if (maps.length > 0) {
		// A list may begin in the column of its key; that is meant where the key's own map has nothing left to offer.
		const above = written.size > 0 && !begins && hasAll(maps, written) && map.node.kind === "map" ? keyAbove(map, map.node) : undefined;
		return (
			(above && firstItem(document, above, slot)) ?? { kind: "key", maps, written, ...(begins && written.size === 0 ? { item: wanted } : {}), at: map, slot }
		);
	}
	if (wanted.some((type) => type.kind === "list")) return firstItem(document, wanted, slot);
	if (!begins || map.parent?.node.kind !== "list") return undefined;
	const items = map.parent.node.items;
	const taken = new Set(items.flatMap((item) => (item.kind === "scalar" && item !== map.node ? [item.value] : [])));
	return wanted.length > 0 ? { kind: "value", types: wanted, param: undefined, others: taken, slot } : undefined;
}

/** Where a list belongs and none is begun, its first item brings its dash along. */
function firstItem(document: Document, wanted: readonly Concrete[], slot: Slot): Place | undefined {
	const steps = wanted.find((type) => type.kind === "steps");
	if (steps) return { kind: "step", steps, document, slot: withDash(slot) };
	const items = itemsOf(wanted);
	const maps = items.filter((type) => type.kind === "map");
	if (maps.length > 0) return { kind: "key", maps, written: new Set(), item: items, slot: withDash(slot) };
	if (items.some((type) => type.kind === "list")) return firstItem(document, items, withDash(slot));
	return items.length > 0 ? { kind: "value", types: items, param: undefined, slot: withDash(slot) } : undefined;
}

/** Whether every key that is known of these objects is written. */
function hasAll(maps: readonly MapType[], written: ReadonlySet<string>): boolean {
	return maps.every((map) => !map.restKeys && map.params.every((param) => param.unlisted || written.has(param.name)));
}

/** What the key right above the probe wants, where it has no value yet. */
function keyAbove(map: Bound, node: MapNode): readonly Concrete[] | undefined {
	const entry = node.entries[node.entries.findIndex((each) => keyText(each.key) === probe) - 1];
	const bound = map.below.find((child) => child.entry === entry);
	return entry && bound && entry.value.kind === "scalar" && entry.value.style === "missing" ? wantedAt(bound) : undefined;
}

function withDash(slot: Slot): Slot {
	return { ...slot, before: `${slot.before}- `, layout: { ...slot.layout, indent: `${slot.layout.indent}  ` } };
}

/** After `key: ` or inside a string of several lines. */
function blockValue(document: Document, token: Token): Place | undefined {
	const lines = linesIn(document);
	const bound = document
		.bounds()
		.filter(({ entry, node }) => {
			const from = entry ? entry.key.span.end + 1 : node.span.start;
			return from <= token.offset && token.offset <= Math.max(node.span.end, entry ? lines.end(entry.key.span.end) : 0);
		})
		.at(-1);
	if (!bound || (bound.node.kind === "scalar" && bound.node.style === "block")) return undefined;
	const { entry } = bound;
	// A value starts on the line of its key, or it is a text that goes on.
	if (entry && lines.start(entry.key.span.end) !== lines.start(token.offset)) return undefined;
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
		layout: { format: "yaml", style: "flow", indent: "", unit: document.style().unit },
		ownLine: false,
		...(entry && !entry.flow
			? {
					below: {
						format: "yaml",
						style: "block",
						indent: " ".repeat(entry.key.span.start - lines.start(entry.key.span.start)),
						unit: document.style().unit,
					},
				}
			: {}),
	};
	return scalarPlace(document, bound, token, slot);
}

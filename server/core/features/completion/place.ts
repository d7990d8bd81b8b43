/** Where the cursor stands, in terms of the language: at a key, a step, a value or a word. Knows how half-written documents look. */
import type { Span } from "../../base/span.ts";
import { type Document, openDocument } from "../../document.ts";
import type { MapType, Param, StepsType, TextType } from "../../language/type.ts";
import { alternatives, type Concrete } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import { lineEnd, lineStart, unitOf } from "../../syntax/edit.ts";
import { type Entry, entryOf, keyText, type Node } from "../../syntax/node.ts";
import type { Layout } from "../../syntax/print.ts";

/** What may be written at the cursor. */
export type Place =
	| { readonly kind: "key"; readonly maps: readonly MapType[]; readonly written: ReadonlySet<string>; readonly slot: Slot }
	| { readonly kind: "step"; readonly steps: StepsType; readonly document: Document; readonly slot: Slot }
	| { readonly kind: "value"; readonly types: readonly Concrete[]; readonly param: Param | undefined; readonly slot: Slot }
	| { readonly kind: "word"; readonly type: TextType; readonly others: readonly string[]; readonly slot: Slot };

/** How what is chosen is put into the text. */
export interface Slot {
	/** What is replaced: on one line, around the cursor. */
	readonly span: Span;
	/** The text at the cursor's line is in quotes that stay where they are: what is put in has none of its own. */
	readonly inQuotes: boolean;
	/** The span includes the opening quote. */
	readonly coversQuote: boolean;
	/** The value that is there already, after a colon: only the name is put in, and only one that the value fits. */
	readonly value: Node | undefined;
	/** Put in before and after: commas in braces, `- ` in lists. */
	readonly before: string;
	readonly after: string;
	/** A step put in here needs braces of its own. */
	readonly braces: boolean;
	readonly layout: Layout;
}

const probe = "swmlProbe";

/** The place of the cursor at `offset`, or undefined where nothing of SWML can stand: comments, free text, unknown objects. */
export function placeOf(document: Document, offset: number): Place | undefined {
	const token = tokenAt(document, offset);
	if (token === undefined) return undefined;
	return inBlock(document, token) ? blockPlace(document, token) : flowPlace(document, token);
}

/** The word at the cursor. */
interface Token {
	readonly offset: number;
	/** Without quotes. */
	readonly start: number;
	readonly end: number;
	/** The quote it stands in, where it does; `closed` when the closing one is there too. */
	readonly quote: string;
	readonly closed: boolean;
}

/** Undefined in a comment. Strings are looked for on the cursor's line only. */
function tokenAt(document: Document, offset: number): Token | undefined {
	const { text, format } = document;
	const start = lineStart(text, offset);
	const end = lineEnd(text, offset);
	let quote = "";
	let quoteStart = start;
	let opens = true;
	let i = start;
	for (; i < offset; i++) {
		const char = text[i] ?? "";
		if (quote) {
			if ((char === "\\" && quote === '"') || (char === "'" && quote === "'" && text[i + 1] === "'")) i++;
			else if (char === quote) {
				quote = "";
				opens = false;
			}
		} else if (char === '"' || (char === "'" && format === "yaml")) {
			if (opens) {
				quote = char;
				quoteStart = i + 1;
			}
		} else if (char === "#" && format === "yaml" && (i === start || /\s/.test(text[i - 1] ?? ""))) return undefined;
		else if (/[\s[{,]/.test(char)) opens = opens || /[[{,]/.test(char);
		else opens = (char === ":" || char === "-" || char === "?") && /\s|$/.test(text[i + 1] ?? "");
		if (format === "json" && !quote && char === ":") opens = true;
	}
	if (quote) {
		// An escape may reach over the cursor.
		let close = Math.max(offset, i);
		while (close < end && (text[close] !== quote || (quote === "'" && text[close + 1] === "'")))
			close += (text[close] === "\\" && quote === '"') || text[close] === quote ? 2 : 1;
		const closed = close < end;
		return { offset, start: quoteStart, end: closed ? close : Math.max(offset, wordEnd(text, offset, end)), quote, closed };
	}
	let from = offset;
	while (from > start && isWord(text[from - 1] ?? "")) from--;
	return { offset, start: from, end: wordEnd(text, offset, end), quote: "", closed: false };
}

function wordEnd(text: string, offset: number, end: number): number {
	let to = offset;
	while (to < end && isWord(text[to] ?? "")) to++;
	return to;
}

function isWord(char: string): boolean {
	return /[\p{L}\p{N}_$.+*-]/u.test(char);
}

/** Whether the cursor is in YAML written by indentation, not inside braces. */
function inBlock(document: Document, token: Token): boolean {
	return document.format === "yaml" && !innermost(document, token.offset, true);
}

/** The smallest bound map or list around an offset; with `flow`, only those in braces. */
function innermost(document: Document, offset: number, flow: boolean): Bound | undefined {
	let found: Bound | undefined;
	const walk = (bound: Bound) => {
		const { node } = bound;
		const inside = node.span.start <= offset && offset <= node.span.end;
		if (!inside) return;
		const open = node.kind === "map" || node.kind === "list";
		const closed = open && node.style === "flow" && /[}\]]/.test(document.text[node.span.end - 1] ?? "");
		if (open && (!flow || node.style === "flow") && node.span.start < offset && (offset < node.span.end || !closed)) found = bound;
		for (const child of bound.below) walk(child);
	};
	const { root } = document.binding();
	if (root) walk(root);
	return found;
}

// --- In braces: JSON, and YAML's flow style. The tree at hand says everything.

function flowPlace(document: Document, token: Token): Place | undefined {
	const { text } = document;
	const around = innermost(document, token.offset, document.format === "yaml");
	if (!around) return undefined;
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
	if (before === ":" && !key) return valuePlace(document, around, token, { ...slot, before: "", after: "" });
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

/** At a scalar: its values, or, in a list of words, the words. */
function scalarPlace(document: Document, bound: Bound, token: Token, slot: Slot): Place | undefined {
	const { node } = bound;
	// Beside a value that is there already stands nothing new.
	if (node.kind !== "scalar") return undefined;
	const { types } = bound;
	const words = types.find((type) => type.kind === "text" && type.words);
	const touched =
		node.span.start <= token.offset && (token.offset <= node.span.end || (words && document.text.slice(node.span.end, token.offset).trim() === ""));
	if (node.style !== "missing" && !touched) return undefined;
	if (words?.kind === "text") {
		const contentStart = token.quote ? token.start : node.style === "plain" ? node.span.start : token.start;
		if (!token.quote && (node.style === "double" || node.style === "single")) return undefined;
		const contentEnd = token.quote ? token.end : Math.max(token.end, node.span.end);
		const content = document.text.slice(contentStart, contentEnd);
		const { start, end } = wordSpan(document.text, token.offset, contentStart, contentEnd);
		const others = `${content.slice(0, start - contentStart)} ${content.slice(end - contentStart)}`.split(/[\s,]+/).filter((word) => word !== "");
		const bare = document.format === "json" && !token.quote;
		return { kind: "word", type: words, others: bare ? [] : others, slot: { ...slot, span: { start, end }, inQuotes: !bare, coversQuote: false } };
	}
	if (token.quote)
		return { kind: "value", types, param: bound.param, slot: { ...slot, span: { start: token.start, end: token.end }, inQuotes: true, coversQuote: false } };
	const line = { start: lineStart(document.text, token.offset), end: lineEnd(document.text, token.offset) };
	if (node.style === "missing") return { kind: "value", types, param: bound.param, slot };
	// A value is replaced as a whole, whatever signs it has in it.
	if (node.span.start < line.start || node.span.end > line.end) return undefined;
	return { kind: "value", types, param: bound.param, slot: { ...slot, span: node.span } };
}

function wordSpan(text: string, offset: number, from: number, to: number): Span {
	let start = offset;
	let end = offset;
	while (start > from && !/[\s,]/.test(text[start - 1] ?? "")) start--;
	while (end < to && !/[\s,]/.test(text[end] ?? "")) end++;
	return { start, end };
}

// --- By indentation: the document is read again with a made-up word at the cursor, which then says where it landed.

function blockPlace(document: Document, token: Token): Place | undefined {
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
	const filled = { ...slot, value };
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
	const items = (map.parent?.types ?? []).flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : []));
	return items.length > 0 && (needsDash || /-\s+$/.test(prefix)) ? { kind: "value", types: items, param: undefined, slot } : undefined;
}

function withDash(slot: Slot): Slot {
	return { ...slot, before: "- ", layout: { ...slot.layout, indent: `${slot.layout.indent}  ` } };
}

/** Whether the nearest line above at this column, with nothing shallower between, starts a list item. */
function siblingIsItem(text: string, lineFrom: number, column: number): boolean {
	for (let end = lineFrom - 1; end > 0; ) {
		const start = lineStart(text, end);
		const line = text.slice(start, end);
		const indent = line.search(/[^ ]/);
		if (indent >= 0 && line[indent] !== "#") {
			if (indent < column) return false;
			if (indent === column) return /^-(?:\s|$)/.test(line.slice(indent));
		}
		end = start - 1;
	}
	return false;
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

function previousChar(text: string, offset: number): string {
	let at = offset - 1;
	while (at >= 0 && /\s/.test(text[at] ?? "")) at--;
	return text[at] ?? "";
}

function nextChar(text: string, offset: number): string {
	let at = offset;
	while (at < text.length && /\s/.test(text[at] ?? "")) at++;
	return text[at] ?? "";
}

/** What rules share: picking mismatches, and the fixes that many of them offer. Never here: a rule, or a message. */
import { quote } from "../base/quote.ts";
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import { samples } from "../language/formats.ts";
import type { Json, MapType, NumberType, Param, Type, Unit } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import type { Mismatch } from "../model/mismatch.ts";
import { removeEntry, replaceScalar, type TextEdit } from "../syntax/edit.ts";
import { type Entry, entryOf, keyText, type MapNode, type Node, type ScalarNode } from "../syntax/node.ts";
import type { Finding, Fix } from "./rule.ts";

/** The mismatches of one kind. */
export function mismatches<K extends Mismatch["kind"]>(document: Document, kind: K): readonly Extract<Mismatch, { kind: K }>[] {
	return document.binding().mismatches.filter((each): each is Extract<Mismatch, { kind: K }> => each.kind === kind);
}

/** The entries of older names beside which the newer is written, and counts: that is told, and nothing else of them. */
export function overruledIn(document: Document): ReadonlySet<Entry> {
	return new Set(
		mismatches(document, "conflict").flatMap(({ bound, entries, choice }) => {
			const old = bound.below.filter(({ entry, param }) => entry && entries.includes(entry) && param?.replacedBy !== undefined);
			return choice.tolerated ? old.flatMap(({ entry, param }) => (entry && choice.of.includes(param?.replacedBy ?? "") ? [entry] : [])) : [];
		}),
	);
}

/** Where sources disagree about a param, mistakes of value are at most hints; where none says that a wrong value is refused, at most warnings. */
export function disputed(bound: Bound): Pick<Finding, "level" | "disputed"> {
	for (let at: Bound | undefined = bound; at && !at.step; at = at.parent)
		if (at.param) return at.param.disputed ? { level: "hint", disputed: at.param.disputed } : at.param.unsure ? { level: "warning" } : {};
	return {};
}

/** Where a value is spoken of: the value, or its key where nothing is written. */
export function spanOf(bound: Bound): Span {
	const { span } = bound.node;
	return span.start === span.end && bound.entry ? bound.entry.key.span : span;
}

/** The place that speaks for a whole map: the key it belongs to. */
export function headOf(bound: Bound): Span {
	if (bound.entry) return bound.entry.key.span;
	const { node } = bound;
	if (node.kind === "map") return node.entries[0]?.key.span ?? node.span;
	if (node.kind === "list") return { start: node.span.start, end: node.span.start + 1 };
	return node.span;
}

/** "Change to `x`", with `x` as it will stand in the text. */
export function replaceBy(document: Document, node: ScalarNode, value: string | number | boolean, safe = false): Fix {
	const edit = replaceScalar(document, node, value);
	return fix(`Change to ${quote(edit.text.trim())}`, [edit], safe);
}

/** A fix for each value there is to choose from. */
export function chooseFrom(document: Document, node: ScalarNode, values: readonly (string | number | boolean)[]): readonly Fix[] {
	return toChoose(values.slice(0, 8).map((value) => replaceBy(document, node, value)));
}

/** Several fixes of which none is better than the others: the author has to choose. */
export function toChoose(fixes: readonly Fix[]): readonly Fix[] {
	return fixes.length > 1 ? fixes.map((each) => ({ ...each, choice: true as const })) : fixes;
}

/** A fix out of its parts. */
export function fix(title: string, edits: readonly TextEdit[], safe = false): Fix {
	return safe ? { title, edits, safe: true } : { title, edits };
}

/** Takes an entry out of its map: for the author to decide. */
export function remove(document: Document, map: MapNode, entry: Entry, title = `Remove ${quote(keyText(entry.key))}`): Fix {
	return { title, edits: [removeEntry(document, map, entry)], drops: true };
}

/** The same where nothing is lost with it: it is written twice, or has its default. */
export function removeSurplus(document: Document, map: MapNode, entry: Entry, title?: string): Fix {
	const { drops: _, ...surplus } = remove(document, map, entry, title);
	return surplus;
}

/** Whether a param is written in a map. */
export function isWritten(map: MapNode, name: string): boolean {
	return entryOf(map, name) !== undefined;
}

/** The values a type allows, when it is a closed set. */
export function closedValues(types: readonly Type[]): readonly (string | number | boolean)[] {
	return alternatives(types).flatMap((type) => (type.kind === "text" && type.values && !type.open ? type.values.map((each) => each.value) : []));
}

/** The params without which a map is not accepted, or is ignored; of several to choose from, the first. */
export function neededIn(map: MapType): readonly Param[] {
	const chosen = map.choices?.find((choice) => choice.required)?.of[0];
	const isNeeded = (name: string) => name === chosen || map.params.some((param) => param.required && param.name === name);
	const handlers = map.ignoredWithout?.flatMap(({ of }) => (of.some(isNeeded) ? [] : of.slice(0, 1))) ?? [];
	return map.params.filter((param) => param.required || param.name === chosen || handlers.includes(param.name));
}

/** The fix for `hangup:{}`, which YAML reads as one text, where the name is one that is known. */
export function unspacedColon(node: Node, known: (name: string) => unknown): Fix | undefined {
	if (node.kind !== "scalar" || node.style !== "plain" || typeof node.value !== "string") return undefined;
	const [, name = ""] = /^(\w+):(?=\S)/.exec(node.value) ?? [];
	const at = node.span.start + name.length + 1;
	return name !== "" && known(name) ? fix("Insert a space", [{ span: { start: at, end: at }, text: " " }]) : undefined;
}

/** A value to start from when a param is inserted. */
export function startingValue(param: Param): Json {
	const { example } = param;
	if (example !== undefined) return typeof example === "string" ? example.trimEnd() : example;
	return param.default ?? startOf(param.type, param.name);
}

/** A number that is no default and not out of the way: of the default's size, or what is usual of its unit. */
export function usualNumber({ whole, min, max, unit }: NumberType, standard?: Json): number {
	const fits = (value: number) => value !== standard && (min === undefined || value >= min) && (max === undefined || value <= max);
	const rounded = (value: number) => (whole ? Math.round(value) : value);
	const half = typeof standard === "number" ? [rounded(standard / 2), standard * 2].filter((value) => value !== 0) : [];
	const middle = min !== undefined && max !== undefined ? [rounded((min + max) / 2), rounded(min + (max - min) / 4)] : [];
	return [...half, ...(unit ? [usual[unit]] : []), ...middle, 10, 3, 2, 1].find(fits) ?? min ?? 1;
}

const usual: { readonly [unit in Unit]: number } = { s: 10, ms: 1000, dB: 6, Hz: 8000, tokens: 500, "%": 50 };

function startOf(type: Type, name: string): Json {
	const [first] = alternatives([type]);
	switch (first?.kind) {
		case "text":
			if (first.values?.[0]) return first.values[0].value;
			if (first.words?.of[0]) return String(first.words.of[0].value);
			return (first.format === undefined ? undefined : samples[first.format]) ?? `my-${name}`;
		case "number":
			return usualNumber(first);
		case "boolean":
			return true;
		case "list":
			return [startOf(first.items, name)];
		case "map":
			return Object.fromEntries(neededIn(first).map((param) => [param.name, startingValue(param)]));
		case "steps":
			return [];
		default:
			return null;
	}
}

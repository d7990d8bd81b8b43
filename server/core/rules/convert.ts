/** Fixes that make a value of one kind out of another: a list of a text, a text of a list, an object of either. Never here: a rule. */
import { nearest } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { ListType, Type } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, misfitOf } from "../model/bind.ts";
import { lineEnd, quote, quoteRest, replaceByEntries, replaceScalar, replaceValue, wrapAsItem } from "../syntax/edit.ts";
import { dataOf, keyText, type ListNode, type MapNode, type ScalarNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { contentsMeantBeside } from "./displaced.ts";
import { chooseFrom, closedValues, fix, startingValue } from "./find.ts";
import type { Fix } from "./rule.ts";

/** The fixes for a value of a kind that is none of `expected`. `asText`: it is right but for its quotes. */
export function conversions(document: Document, bound: Bound, expected: readonly Type[], asText: boolean): readonly Fix[] {
	const { node } = bound;
	switch (node.kind) {
		case "scalar":
			return fromScalar(document, bound, node, expected, asText);
		case "list":
			return fromList(document, bound, node, expected);
		case "map":
			return fromMap(document, bound, node, expected);
		case "alias":
			return [];
	}
}

function fromScalar(document: Document, bound: Bound, node: ScalarNode, expected: readonly Type[], asText: boolean): readonly Fix[] {
	if (asText) return [fix("Put it in quotes", [quote(document, node)], true)];
	const values = closedValues(expected);
	if (values.length > 0) return chooseFrom(document, node, values);
	const holder = typeof node.value === "string" ? textParam(expected) : undefined;
	if (holder && bound.entry) {
		const edit = replaceValue(document, bound.entry, { [holder]: node.value });
		return edit ? [fix(`Write it as an object with \`${holder}\``, [edit])] : [];
	}
	if (
		node.value === null &&
		document.format === "yaml" &&
		alternatives(expected).some((type) => type.kind === "text") &&
		startsComment(document.text, node.span.start)
	) {
		return [fix("Put it in quotes", [quoteRest(document, node.span.start)])];
	}
	if (node.value === null) {
		const edit = bound.entry && bound.param && replaceValue(document, bound.entry, startingValue(bound.param));
		return edit ? [fix("Write a value", [edit])] : [];
	}
	if (alternatives(expected).some((type) => type.kind === "list" && takes(type.items, typeof node.value)) && bound.entry) {
		const edit = replaceValue(document, bound.entry, [node.value]);
		return edit ? [fix("Put it in a list", [edit])] : [];
	}
	const near =
		typeof node.value === "string" && alternatives(expected).some((type) => type.kind === "boolean") ? nearest(node.value, ["true", "false"]) : undefined;
	return near ? [fix(`Replace by \`${near}\``, [replaceScalar(document, node, near === "true")])] : [];
}

function fromList(document: Document, bound: Bound, node: ListNode, expected: readonly Type[]): readonly Fix[] {
	if (!bound.entry) return [];
	const merged = onePartObject(node);
	if (merged && alternatives(expected).some((type) => type.kind === "map")) {
		const edit = replaceValue(document, bound.entry, merged);
		return edit ? [fix("Make one object of the list", [edit])] : [];
	}
	const words = alternatives(expected).find((type) => type.kind === "text" && type.words);
	const texts = node.items.map((item) => (item.kind === "scalar" && typeof item.value === "string" ? item.value : undefined));
	if (words?.kind === "text" && words.words && texts.length > 0 && texts.every((text) => text !== undefined)) {
		const edit = replaceValue(document, bound.entry, texts.join(words.words.separator));
		return edit ? [fix("Join it into one text", [edit], true)] : [];
	}
	const [only, ...more] = node.items;
	if (only?.kind === "scalar" && more.length === 0 && only.value !== null && alternatives(expected).some((type) => type.kind === "text")) {
		const edit = replaceValue(document, bound.entry, only.value);
		return edit ? [fix("Take it out of the list", [edit])] : [];
	}
	return [];
}

function fromMap(document: Document, bound: Bound, node: MapNode, expected: readonly Type[]): readonly Fix[] {
	const { entry } = bound;
	if (!entry) return [];
	const beside = contentsMeantBeside(bound);
	if (beside.length > 0) {
		const edit = replaceByEntries(
			document,
			entry,
			beside.map((each) => [each.param.name, dataOf(each.entry.value) as Printable]),
		);
		return edit ? [fix("Take its entries out of the object", [edit])] : [];
	}
	for (const type of alternatives(expected)) {
		if (type.kind !== "list") continue;
		const pairs = asPairs(node, type);
		const edit = pairs && replaceValue(document, entry, pairs);
		if (edit) return [fix("Make a list of it", [edit])];
		if (node.entries.length > 0 && misfitOf(node, type.items, document.binding().flavour).own === 0) {
			const edits = wrapAsItem(document, node);
			if (edits.length > 0) return [fix("Put it in a list", edits)];
		}
	}
	return [];
}

/** `{ a: 1 }` as `[{ name: a, value: 1 }]`, where the items of a list have two params that must be there, and take such values. */
function asPairs(node: MapNode, { items }: ListType): readonly Printable[] | undefined {
	const item = alternatives([items]).find((each) => each.kind === "map");
	const [name, value, ...more] = item?.params.filter((param) => param.required) ?? [];
	if (
		!name ||
		!value ||
		more.length > 0 ||
		node.entries.length === 0 ||
		item?.params.some((param) => node.entries.some((each) => keyText(each.key) === param.name))
	)
		return undefined;
	if (!node.entries.every((each) => each.value.kind === "scalar" && each.value.value !== null)) return undefined;
	return node.entries.map((each) => ({ [name.name]: keyText(each.key), [value.name]: dataOf(each.value) as Printable }));
}

/** Whether a scalar of this JavaScript type could be an item. */
function takes(items: Type, kind: string): boolean {
	const wanted = kind === "string" ? "text" : kind;
	return alternatives([items]).some((type) => type.kind === wanted || type.kind === "any");
}

/** The param that a bare text is meant for, where an object belongs: the one that has to be there and takes text. */
function textParam(expected: readonly Type[]): string | undefined {
	for (const map of alternatives(expected)) {
		if (map.kind !== "map") continue;
		const needed = map.params.filter((param) => param.required || map.choices?.some((choice) => choice.required && choice.of[0] === param.name));
		const [only, ...more] = needed;
		if (only && more.length === 0 && alternatives([only.type])[0]?.kind === "text") return only.name;
	}
	return undefined;
}

/** `[{ a: 1 }, { b: 2 }]` as `{ a: 1, b: 2 }`. */
function onePartObject(list: ListNode): { readonly [key: string]: Printable } | undefined {
	const entries = list.items.flatMap((item) => (item.kind === "map" ? item.entries : []));
	const names = new Set(entries.map((entry) => keyText(entry.key)));
	if (list.items.length === 0 || entries.length !== list.items.length || names.size !== entries.length) return undefined;
	return Object.fromEntries(entries.map((entry) => [keyText(entry.key), dataOf(entry.value) as Printable]));
}

/** Whether what stands at `offset` is a comment of a single `#`, and so perhaps a value. */
export function startsComment(text: string, offset: number): boolean {
	return /^[ \t]*#[^\s]*[ \t]*\r?$/m.test(text.slice(offset, lineEnd(text, offset)));
}

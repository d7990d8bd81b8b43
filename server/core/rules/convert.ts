/** Fixes that make a value of one kind out of another: a list of a text, a text of a list, an object of either. Never here: a rule. */

import { answerIn, valueSaying } from "../base/english.ts";
import { linesIn } from "../base/lines.ts";
import { nearest } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import { anything } from "../language/build.ts";
import { formats } from "../language/formats.ts";
import { methodNamed } from "../language/lookup.ts";
import type { Flavour, ListType, MapType, Param, Type, WordList } from "../language/type.ts";
import { alternatives, type Concrete } from "../model/alternatives.ts";
import { type Bound, isGoodAs, misfitOf } from "../model/bind.ts";
import { takesText } from "../model/check_scalar.ts";
import { paramOf } from "../model/expected.ts";
import { wordsOf } from "../model/words.ts";
import { quote, quoteRest, renameKey, replaceEntries, replaceNode, replaceValue } from "../syntax/edit.ts";
import { type Entry, keyText, type ListNode, type MapNode, type Node, type ScalarNode } from "../syntax/node.ts";
import { Fields, fieldOf, type Printable } from "../syntax/print.ts";
import { wrapAsItem } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { asPair, contentsMeantBeside, nameAndValue, nameFrom } from "./displaced.ts";
import { chooseFrom, closedValues, fix, isWritten, neededIn, replaceBy, startingValue, toChoose, unspacedColon } from "./find.ts";
import type { Fix } from "./rule.ts";
import { numberMeant } from "./units.ts";

/** The text that a number or boolean is meant to be: as it stands in the document, or as the format of the text would put it right. */
export function textMeant(document: Document, { node }: Bound, expected: readonly Type[]): string | undefined {
	if (node.kind !== "scalar" || node.value === null || typeof node.value === "string") return undefined;
	const written = document.text.slice(node.span.start, node.span.end);
	const texts = alternatives(expected).filter((type) => type.kind === "text");
	if (texts.some((type) => takesText(type, written))) return written;
	return texts.flatMap((type) => (type.format === undefined ? [] : (formats[type.format]?.check(written)?.fix ?? []))).at(0);
}

/** The fixes for a value of a kind that is none of `expected`. */
export function conversions(document: Document, bound: Bound, expected: readonly Type[]): readonly Fix[] {
	const { node } = bound;
	switch (node.kind) {
		case "scalar":
			return fromScalar(document, bound, node, expected);
		case "list":
			return fromList(document, bound, node, expected);
		case "map":
			return fromMap(document, bound, node, expected);
		case "alias":
			return [];
	}
}

function fromScalar(document: Document, bound: Bound, node: ScalarNode, expected: readonly Type[]): readonly Fix[] {
	const colon = unspacedColon(node, (name) => alternatives(expected).some((type) => type.kind === "map" && paramOf(type, name)));
	if (colon) return [colon];
	const text = textMeant(document, bound, expected);
	if (text === document.text.slice(node.span.start, node.span.end)) return [fix("Add quotes", [quote(document, node)], true)];
	if (text !== undefined) return [replaceBy(document, node, text)];
	if (
		bound.entry &&
		alternatives(expected).some((type) => type.kind === "map" && (node.value === true ? neededIn(type).length === 0 : isForNone(type, node)))
	) {
		const edit = replaceValue(document, bound.entry, {});
		if (edit) return [fix("Change to `{}`", [edit])];
	}
	const number = numberMeant(node, expected);
	if (number !== undefined) return [replaceBy(document, node, number)];
	const values = closedValues(expected);
	const said = typeof node.value === "boolean" ? valueSaying(node.value, values) : undefined;
	if (said !== undefined) return [replaceBy(document, node, said)];
	if (values.length > 0) return chooseFrom(document, node, values);
	const swallowed = bound.entry && swallowedIn(node, expected);
	if (swallowed && bound.entry) {
		const edit = replaceValue(document, bound.entry, swallowed);
		if (edit) return [fix("Remove the quotes", [edit])];
	}
	const holder = typeof node.value === "string" ? textParam(expected) : undefined;
	if (holder && bound.entry && isGoodAs(node, holder.type, document.binding().flavour)) {
		const edit = replaceValue(document, bound.entry, { [holder.name]: new Written(document.text, node, bound.entry) });
		return edit ? [fix(`Change to an object with \`${holder.name}\``, [edit])] : [];
	}
	if (
		node.value === null &&
		document.format === "yaml" &&
		alternatives(expected).some((type) => type.kind === "text") &&
		startsComment(document, node.span.start)
	) {
		return [fix("Add quotes", [quoteRest(document, node.span.start)])];
	}
	if (node.value === null) {
		const edit = bound.entry && bound.param && replaceValue(document, bound.entry, startingValue(bound.param));
		return edit ? [fix("Add a value", [edit])] : [];
	}
	const asItem = (type: Concrete) => type.kind === "list" && !type.first && (type.min ?? 0) < 2 && isGoodAs(node, type.items, document.binding().flavour);
	if (alternatives(expected).some((type) => type.kind === "list" && takes(type.items, typeof node.value)) && bound.entry) {
		const parts = typeof node.value === "string" ? node.value.split(/,\s+/).filter(Boolean) : [];
		const split = parts.length > 1 ? replaceValue(document, bound.entry, parts) : undefined;
		const edit = alternatives(expected).some(asItem) ? replaceValue(document, bound.entry, [new Written(document.text, node)]) : undefined;
		return [...(split ? [fix("Split into a list", [split])] : []), ...(edit ? [fix("Wrap in a list", [edit])] : [])];
	}
	const isBoolean = typeof node.value === "string" && alternatives(expected).some((type) => type.kind === "boolean");
	const near = isBoolean ? answerIn(nearest(String(node.value), ["true", "false", "yes", "none"]) ?? String(node.value)) : undefined;
	return near === undefined ? [] : [replaceBy(document, node, near)];
}

/** Whether an object stands for nothing at all, and so does the word that is written in its place. */
function isForNone({ params, rest }: MapType, { value }: ScalarNode): boolean {
	const none = value === false || (typeof value === "string" && (value.trim() === "" || answerIn(value) === false));
	return none && params.length === 0 && rest === undefined;
}

function fromList(document: Document, bound: Bound, node: ListNode, expected: readonly Type[]): readonly Fix[] {
	const { flavour } = document.binding();
	const path = homeOf(node, expected, flavour);
	if (path) {
		const value = path.reduceRight<Printable>((inner, name) => ({ [name]: inner }), new Written(document.text, node, bound.entry));
		const edit = bound.entry ? replaceValue(document, bound.entry, value) : replaceNode(document, node, value);
		if (edit) return [fix(`Wrap in \`${path.join(".")}\``, [edit])];
	}
	const [only, ...more] = node.items;
	const taken = alternatives(expected).some((type) => /^(?:text|number|boolean)$/.test(type.kind) && only && isGoodAs(only, type, flavour));
	const out = only?.kind === "scalar" && more.length === 0 && only.value !== null && taken ? new Written(document.text, only) : undefined;
	if (!bound.entry) {
		const edit = out && replaceNode(document, node, out);
		return edit ? [fix("Take it out of the list", [edit])] : [];
	}
	const { key } = bound.entry;
	const siblings = siblingsTaking(bound, flavour);
	if (siblings.length > 0) return toChoose(siblings.map((param) => fix(`Rename to \`${param.name}\``, [renameKey(document, key, param.name)])));
	const map = alternatives(expected).find((type) => type.kind === "map");
	const merged = map && onePartObject(document, node, map);
	if (merged) {
		const edit = replaceValue(document, bound.entry, merged);
		return edit ? [fix("Merge into one object", [edit])] : [];
	}
	const words = alternatives(expected).find((type) => type.kind === "text" && type.words);
	const texts = node.items.map((item) => (item.kind === "scalar" && typeof item.value === "string" ? item.value : undefined));
	if (words?.kind === "text" && words.words && texts.length > 0 && texts.every((text) => text !== undefined) && joinsTo(texts, words.words)) {
		const edit = replaceValue(document, bound.entry, texts.join(words.words.separator));
		return edit ? [fix("Join into one string", [edit], true)] : [];
	}
	if (out) {
		const edit = replaceValue(document, bound.entry, out);
		return edit ? [fix("Take it out of the list", [edit])] : [];
	}
	return [];
}

/** Whether some texts are words of a list; one that is there twice is a mistake of its own. */
function joinsTo(texts: readonly string[], list: WordList): boolean {
	return wordsOf(texts.join(list.separator), list).every(({ state }) => state !== "unknown");
}

/** Where a list belongs in an object that takes its place: the one param that must be there, or the one in that. */
function homeOf(node: ListNode, expected: readonly Type[], flavour: Flavour): readonly string[] | undefined {
	for (const type of alternatives(expected)) {
		if (type.kind !== "map") continue;
		const [home, ...more] = neededIn(type);
		if (!home) {
			const [taking, ...others] = type.params.filter((param) => !param.unlisted && holdsObjects(node, param, flavour));
			if (taking && others.length === 0) return [taking.name];
		}
		if (!home || more.length > 0) continue;
		if (alternatives([home.type]).some((each) => each.kind === "any")) continue;
		if (node.items.length > 0 && misfitOf(node, home.type, flavour).all === 0) return [home.name];
		const deeper = homeOf(node, [home.type], flavour);
		if (deeper) return [home.name, ...deeper];
	}
	return undefined;
}

/** Whether a param takes a list as a list of such objects, and not just as anything. */
function holdsObjects(node: ListNode, { type }: Param, flavour: Flavour): boolean {
	const lists = alternatives([type]).filter((each) => each.kind === "list" && alternatives([each.items]).some((item) => item.kind === "map"));
	return lists.length > 0 && node.items.length > 0 && node.items.every((item) => item.kind === "map") && misfitOf(node, type, flavour).all === 0;
}

/** The params that exclude the one that is written, and take its value. */
function siblingsTaking({ node, param, parent }: Bound, flavour: Flavour): readonly Param[] {
	const type = parent?.types[0];
	if (!param || type?.kind !== "map") return [];
	const names = (type.choices ?? []).flatMap(({ of }) => (of.includes(param.name) ? of : []));
	return type.params.filter((each) => each !== param && !each.unlisted && names.includes(each.name) && isGoodAs(node, each.type, flavour));
}

function fromMap(document: Document, bound: Bound, node: MapNode, expected: readonly Type[]): readonly Fix[] {
	const { entry } = bound;
	if (!entry) return [];
	const beside = contentsMeantBeside(bound);
	if (beside.length > 0) {
		const edit = replaceEntries(
			document,
			[entry],
			beside.map((each) => fieldOf(document.text, each.entry, each.param.name)),
		);
		return edit ? [fix("Take its entries out of the object", [edit])] : [];
	}
	for (const type of alternatives(expected)) {
		if (type.kind !== "list") continue;
		const items = asPairs(document, node, type) ?? asNamed(document, node, type);
		const edit = items && replaceValue(document, entry, items);
		if (edit) return [fix("Change to a list", [edit])];
		if (node.entries.length > 0 && misfitOf(node, type.items, document.binding().flavour).own === 0) {
			const edits = wrapAsItem(document, node);
			if (edits.length > 0) return [fix("Wrap in a list", edits)];
		}
	}
	return [];
}

/** `{ a: { b: 1 } }` as `[{ name: a, b: 1 }]`, where the items of a list are objects that must have a name. */
function asNamed(document: Document, node: MapNode, { items }: ListType): readonly Printable[] | undefined {
	const item = alternatives([items]).find((each) => each.kind === "map");
	const name = item?.params.find((param) => param.required && alternatives([param.type])[0]?.kind === "text")?.name;
	if (!item || name === undefined || node.entries.length === 0) return undefined;
	const { flavour } = document.binding();
	const lacks = (map: MapNode) =>
		item.params.some((param) => param.required && param.name !== name && !isWritten(map, param.name)) ||
		item.choices?.some((choice) => choice.required && !choice.of.some((each) => each === name || isWritten(map, each)));
	const fits = ({ value }: Entry) =>
		value.kind === "map" && value.entries.length > 0 && !isWritten(value, name) && !lacks(value) && misfitOf(value, item, flavour).own === 0;
	return node.entries.every(fits)
		? node.entries.map((each) => {
				const inner = each.value.kind === "map" ? each.value.entries.map((deeper) => fieldOf(document.text, deeper)) : [];
				return new Fields([{ name, value: nameFrom(document.text, each), above: each }, ...inner]);
			})
		: undefined;
}

/** `{ a: 1 }` as `[{ name: a, value: 1 }]`, where the items of a list have two params that must be there, and take such values. */
function asPairs(document: Document, node: MapNode, { items }: ListType): readonly Printable[] | undefined {
	const item = alternatives([items]).find((each) => each.kind === "map");
	const pair = item && nameAndValue(item);
	if (!pair || node.entries.length === 0 || item.params.some((param) => isWritten(node, param.name))) return undefined;
	if (item.choices?.some((choice) => choice.required && !choice.of.some((each) => pair.includes(each)))) return undefined;
	const [name = anything, value = anything] = pair.map((each) => paramOf(item, each)?.type);
	if (alternatives([value]).every(({ kind }) => kind === "steps" || kind === "map" || kind === "list")) return undefined;
	const { flavour } = document.binding();
	const fits = ({ key, value: inner }: Entry) => inner.kind === "scalar" && inner.value !== null && isGoodAs(key, name, flavour);
	if (!node.entries.every(fits)) return undefined;
	return node.entries.map((each) => new Fields(asPair(document.text, each, pair)));
}

/** Whether a scalar of this JavaScript type could be an item. */
function takes(items: Type, kind: string): boolean {
	const wanted = kind === "string" ? "text" : kind;
	return alternatives([items]).some((type) => type.kind === wanted || type.kind === "any");
}

/** `"customer: ${name}"` as the entry that it was before quotes made a text of it. */
function swallowedIn({ value }: ScalarNode, expected: readonly Type[]): { readonly [key: string]: Printable } | undefined {
	const [, key = "", rest = ""] = (typeof value === "string" && /^((?:[\w.-]|\$\{[^}]*\})+):\s+(\S[^\n]*)$/.exec(value)) || [];
	const taken = alternatives(expected).some((type) => type.kind === "map" && (type.rest || paramOf(type, key)));
	return key !== "" && taken ? { [key]: rest } : undefined;
}

/** The param that a bare text is meant for, where an object belongs: the one that has to be there and takes text. */
function textParam(expected: readonly Type[]): Param | undefined {
	for (const map of alternatives(expected)) {
		if (map.kind !== "map") continue;
		const needed = map.params.filter((param) => param.required || map.choices?.some((choice) => choice.required && choice.of[0] === param.name));
		const [only, ...more] = needed;
		if (only && more.length === 0 && alternatives([only.type])[0]?.kind === "text") return only;
	}
	return undefined;
}

/** `[{ a: 1 }, { b: 2 }]` as `{ a: 1, b: 2 }`. */
function onePartObject(document: Document, list: ListNode, type: MapType): Fields | undefined {
	const entries = list.items.flatMap((item) => (item.kind === "map" ? item.entries : []));
	const names = new Set(entries.map((entry) => keyText(entry.key)));
	// Steps are no parts of one object.
	if ([...names].some((name) => methodNamed(name))) return undefined;
	if (list.items.length === 0 || entries.length !== list.items.length || names.size !== entries.length) return undefined;
	return new Fields(
		entries.map((entry) => {
			const { value } = entry;
			const name = keyText(entry.key);
			const inner = alternatives([paramOf(type, name)?.type ?? anything]);
			const map =
				value.kind === "list" && !inner.some((each) => each.kind === "list" || each.kind === "any") ? inner.find((each) => each.kind === "map") : undefined;
			const inside = value.kind === "list" && map ? onePartObject(document, value, map) : undefined;
			return inside ? { ...fieldOf(document.text, entry), value: inside } : fieldOf(document.text, entry);
		}),
	);
}

/** A list of one param each, where a list may stand but an object of them is meant. */
export function dashedParams(document: Document, { node, entry, param, parent }: Bound): Fields | undefined {
	const type = param?.type ?? parent?.step?.form?.type;
	if (node.kind !== "list" || !entry || !type) return undefined;
	const map = alternatives([type]).find((each) => each.kind === "map");
	const known = (item: Node) => map && item.kind === "map" && item.entries.length === 1 && item.entries.every(({ key }) => paramOf(map, keyText(key)));
	return map && node.items.every(known) ? onePartObject(document, node, map) : undefined;
}

/** Whether what stands at `offset` is a comment of a single `#`, and so perhaps a value. */
export function startsComment(document: Document, offset: number): boolean {
	return /^[ \t]*#[^\s]*[ \t]*$/.test(document.text.slice(offset, linesIn(document).end(offset)));
}

/** Entries that stand a level too high or too low: which they are, and what they are meant for. Never here: a rule. */
import { nearest, oneLetterFrom, sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { methodNamed } from "../language/lookup.ts";
import type { Flavour, MapType, Misplaced, Param } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, isGoodAs, misfitOf } from "../model/bind.ts";
import { listed } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { replaceValue } from "../syntax/edit.ts";
import { type Entry, entryOf, keyText, type MapNode, type Node } from "../syntax/node.ts";
import type { Field } from "../syntax/print.ts";
import { indentBelow } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { fix, isWritten } from "./find.ts";
import type { Finding } from "./rule.ts";

/**
 * The params that a key is a slip of, or another word for, as long as they are not written themselves. More than one where it is as near to
 * each. What only the platform's own list has is meant by a slip of one letter, and by no more than that.
 */
export function allMeantBy(key: string, type: MapType, node: MapNode): readonly Param[] {
	const free = type.params.filter((param) => !isWritten(node, param.name) && !param.unlisted);
	const slips = oneLetterFrom(
		key,
		free.map((param) => param.name),
	);
	const near = free.filter((param) => slips.includes(param.name));
	const named = free.find((param) => param.aka?.some((name) => sameLetters(name, key)));
	// Of short words everything is a neighbour; there, a word that is known for another is no slip.
	if (named) return key.length < 4 ? [named] : [named, ...near.filter((param) => param !== named)];
	if (near.length > 0) return near;
	const far = nearest(
		key,
		free.filter((param) => param.tier !== "engine").map((param) => param.name),
	);
	const found = far === undefined ? undefined : paramOf(type, far);
	return found ? [found] : [];
}

/** The first of them. */
export function meantBy(key: string, type: MapType, node: MapNode): Param | undefined {
	return allMeantBy(key, type, node)[0];
}

/** The word that is written as an object without params, where the word itself is the value: `action: { stop: {} }`. */
export function keywordMeant({ node, param }: Bound, entry: Entry): string | undefined {
	const { value } = entry;
	const nothing = value.kind === "map" ? value.entries.length === 0 : value.kind === "scalar" && (value.value === null || value.value === true);
	if (node.kind !== "map" || node.entries.length > 1 || !param || !nothing) return undefined;
	const key = keyText(entry.key);
	const isWord = alternatives([param.type]).some((type) => type.kind === "text" && type.values?.some((each) => each.value === key));
	return isWord ? key : undefined;
}

/** Whether an entry of a map belongs into the object that a word stands for in one of its params: `action: start`. */
export function belongsBelow({ types }: Bound, { key }: Entry, param: string, word: string): boolean {
	const [type] = types;
	return type?.kind === "map" && type.misplaced?.some((each) => each.key === keyText(key) && each.to === `${param}.${word}.${each.key}`) === true;
}

/** Whether the word that stands for the object a misplaced key belongs into is written beside it: there it is told. */
export function isToldAbove(map: MapNode, { key, to }: Misplaced): boolean {
	const [param = "", word, name] = to.split(".");
	const value = name === key ? entryOf(map, param)?.value : undefined;
	return value?.kind === "scalar" && String(value.value) === word;
}

/** The one entry, under a name of the author's own, that holds the steps of what should hold them itself: `else: { then: [...] }`. */
export function wrappedSteps({ node, stepsType }: Bound, flavour: Flavour): Entry | undefined {
	const [only, ...more] = node.kind === "map" ? node.entries : [];
	if (!only || more.length > 0 || !stepsType || methodNamed(keyText(only.key)) || only.value.kind !== "list" || only.value.items.length === 0) return undefined;
	return misfitOf(only.value, stepsType, flavour).all === 0 ? only : undefined;
}

/** Items of a list that are one, parted by a dash too many: the first and the second of each pair. */
export function partedIn({ node, types, below }: Bound): ReadonlyMap<Node, Node> {
	const pairs = new Map<Node, Node>();
	const shapes = alternatives(types.flatMap((type) => (type.kind === "list" ? [type.items] : []))).filter((type) => type.kind === "map");
	const holds = (type: MapType, keys: readonly string[]) => type.params.every((param) => !param.required || keys.includes(param.name));
	for (let at = 0; node.kind === "list" && at + 1 < below.length; at++) {
		const [first, second] = [node.items[at], node.items[at + 1]];
		if (first?.kind !== "map" || second?.kind !== "map" || first.entries.length === 0) continue;
		const [above, under] = [first, second].map((map) => map.entries.map(({ key }) => keyText(key)));
		const all = [...(above ?? []), ...(under ?? [])];
		const fits = (keys: readonly string[]) => shapes.some((type) => holds(type, keys) && keys.every((key) => paramOf(type, key)));
		if (new Set(all).size < all.length || !fits(all) || fits(above ?? []) || fits(under ?? [])) continue;
		pairs.set(first, second);
		at++;
	}
	return pairs;
}

/** All entries of a map, where none is known in it and the one object it must hold would take them. */
export function allMeantFor({ node }: Bound, type: MapType, flavour: Flavour): { readonly entries: readonly Entry[]; readonly param: Param } | undefined {
	if (node.kind !== "map" || node.entries.length === 0 || type.rest) return undefined;
	const strange = node.entries.every(({ key }) => !paramOf(type, keyText(key)) && key.value !== "<<" && !meantBy(keyText(key), type, node));
	const [param, ...more] = type.params.filter((each) => each.required);
	if (!strange || !param || more.length > 0 || type.misplaced?.some(({ key }) => isWritten(node, key))) return undefined;
	const takesObject = alternatives([param.type]).some(({ kind }) => kind === "map" || kind === "any");
	if (!takesObject || (node.entries.length === 1 && node.entries[0]?.value.kind !== "scalar") || misfitOf(node, param.type, flavour).all > 0) return undefined;
	return { entries: node.entries, param };
}

/** The one entry of a map that is unknown, and the one param that must be there and is not, where the value is good for it. */
export function onlyMeant({ node }: Bound, type: MapType, flavour: Flavour): { readonly entry: Entry; readonly param: Param } | undefined {
	if (node.kind !== "map" || type.rest) return undefined;
	const isUnknown = ({ key }: Entry) => !paramOf(type, keyText(key)) && key.value !== "<<";
	const entry = node.entries.find(isUnknown);
	// Asked for each of them: the second one ends the search.
	if (!entry || entry.value.kind === "alias" || node.entries.some((each) => each !== entry && isUnknown(each))) return undefined;
	const lacking = [
		...type.params.filter((param) => param.required && !isWritten(node, param.name)).map((param) => [param.name]),
		...(type.choices ?? []).filter((choice) => choice.required && !choice.of.some((name) => isWritten(node, name))).map((choice) => choice.of),
	];
	const [names, ...others] = lacking;
	if (!names || others.length > 0 || (entry.value.kind === "scalar" && entry.value.value === null)) return undefined;
	const param = names.map((name) => paramOf(type, name)).find((each) => each && !each.unlisted && isGoodAs(entry.value, each.type, flavour));
	return param && { entry, param };
}

/** The unknown entries of a map that are meant for the param its description calls `strays`, in the order of the text. */
export function straysOf(bound: Bound, type: MapType, flavour: Flavour): readonly Entry[] {
	const { node } = bound;
	const home = type.strays === undefined ? undefined : paramOf(type, type.strays);
	const inner = home && alternatives([home.type]).find((each) => each.kind === "map")?.rest;
	if (node.kind !== "map" || !inner) return [];
	return node.entries.filter((entry) => {
		const key = keyText(entry.key);
		if (paramOf(type, key) || type.misplaced?.some((each) => each.key === key) || key === "<<") return false;
		return entry.value.kind !== "scalar" && allMeantBy(key, type, node).length === 0 && misfitOf(entry.value, inner, flavour).own === 0;
	});
}

/** The names of the two params that an object must have, where it must have just two: a name and its value. */
export function nameAndValue(type: MapType): readonly [name: string, value: string] | undefined {
	const [name, value, ...more] = type.params.filter((param) => param.required);
	return name && value && more.length === 0 ? [name.name, value.name] : undefined;
}

/** `X-Account: 7` as `name: X-Account` and `value: 7`. */
export function asPair(text: string, entry: Entry, [name, value]: readonly [name: string, value: string]): readonly [Field, Field] {
	return [
		{ name, value: nameFrom(text, entry), above: entry },
		{ name: value, value: new Written(text, entry.value, entry), behind: entry },
	];
}

/** A key as a text: as it is written, unless that would be something else. */
export function nameFrom(text: string, { key }: Entry): string | Written {
	return typeof key.value === "string" ? new Written(text, key) : keyText(key);
}

/** An entry such as `X-Account: 7` that stands for `name: X-Account` and `value: 7`, in an object that must have just such two. */
export function pairMeant({ node }: Bound, type: MapType): readonly [name: string, value: string] | undefined {
	const only = node.kind === "map" && node.entries.length === 1 ? node.entries[0] : undefined;
	const names = nameAndValue(type);
	if (!only || node.kind !== "map" || !names || only.value.kind !== "scalar" || only.value.value === null) return undefined;
	const key = keyText(only.key);
	if (paramOf(type, key) || type.misplaced?.some((each) => each.key === key) || meantBy(key, type, node)) return undefined;
	return names;
}

/** A map that stands where a text belongs, and holds what belongs beside it: its entries, by the params they are meant for. */
export function contentsMeantBeside(bound: Bound): readonly { readonly entry: Entry; readonly param: Param }[] {
	const { node, param, parent } = bound;
	const type = parent?.types[0];
	if (node.kind !== "map" || !param || parent?.node.kind !== "map" || type?.kind !== "map") return [];
	if (alternatives([param.type]).some((each) => each.kind === "map" || each.kind === "any")) return [];
	const around = parent.node;
	const found = node.entries.flatMap((entry) => {
		const key = keyText(entry.key);
		const meant = type.params.find((each) => each.name === key || each.aka?.includes(key));
		return meant && (meant === param || !isWritten(around, meant.name)) ? [{ entry, param: meant }] : [];
	});
	return found.length === node.entries.length && new Set(found.map((each) => each.param)).size === found.length ? found : [];
}

/** The keys of some entries, for a message. */
export function named(entries: readonly Entry[]): string {
	return listed(
		entries.map(({ key }) => quote(keyText(key))),
		"and",
	);
}

/** The finding for params that stand beside what they belong to, instead of below it. `bare` is the param that a bare value there stands for. */
export function outdented(document: Document, entry: Entry, params: readonly Entry[], bare?: string): Finding {
	const [first] = params;
	const names = named(params);
	const many = params.length > 1;
	const message = `${names} ${many ? "belong" : "belongs"} to ${quote(keyText(entry.key))}; indent ${many ? "them" : "it"} further`;
	const { value } = entry;
	const written = value.kind === "scalar" && value.value !== null ? new Written(document.text, value, entry) : undefined;
	const object = written !== undefined && bare !== undefined ? replaceValue(document, entry, { [bare]: written }) : undefined;
	const edits =
		first?.flow || (written !== undefined && !object)
			? []
			: [...(object ? [object] : []), ...params.flatMap((param) => indentBelow(document, entry, param.span))];
	return { span: first?.key.span ?? entry.key.span, message, fixes: edits.length > 0 ? [fix("Indent it further", edits)] : [] };
}

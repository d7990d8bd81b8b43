/** Entries that stand a level too high or too low: which they are, and what they are meant for. Never here: a rule. */
import { nearest, oneLetterFrom } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { Flavour, MapType, Param } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, misfitOf } from "../model/bind.ts";
import { listed } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { indentBelow, replaceValue } from "../syntax/edit.ts";
import { type Entry, keyText, type MapNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { fix, isWritten } from "./find.ts";
import type { Finding } from "./rule.ts";

/**
 * The params that a key is a slip of, or another word for, as long as they are not written themselves. More than one where it is as near to
 * each. What only the platform's own list has is meant by a slip of one letter, and by no more than that.
 */
export function allMeantBy(key: string, type: MapType, node: MapNode): readonly Param[] {
	const free = type.params.filter((param) => !isWritten(node, param.name) && !param.unlisted);
	const folded = key.toLowerCase();
	const slips = oneLetterFrom(
		key,
		free.map((param) => param.name),
	);
	const near = free.filter((param) => slips.includes(param.name));
	const named = free.find((param) => param.aka?.some((name) => name.toLowerCase() === folded));
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

type Pair = readonly [name: string, value: Printable];

/** An entry such as `X-Account: 7` that stands for `name: X-Account` and `value: 7`, in an object that must have just such two. */
export function pairMeant({ node }: Bound, type: MapType): readonly [Pair, Pair] | undefined {
	const only = node.kind === "map" && node.entries.length === 1 ? node.entries[0] : undefined;
	const names = nameAndValue(type);
	if (!only || node.kind !== "map" || !names || only.value.kind !== "scalar" || only.value.value === null) return undefined;
	const key = keyText(only.key);
	if (paramOf(type, key) || type.misplaced?.some((each) => each.key === key) || allMeantBy(key, type, node).length > 0) return undefined;
	const [name, value] = names;
	return [
		[name, key],
		[value, only.value.value],
	];
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
		entries.map(({ key }) => `\`${keyText(key)}\``),
		"and",
	);
}

/** The finding for params that stand beside what they belong to, instead of below it. `bare` is the param that a bare value there stands for. */
export function outdented(document: Document, entry: Entry, params: readonly Entry[], bare?: string): Finding {
	const [first] = params;
	const names = named(params);
	const many = params.length > 1;
	const message = `${names} ${many ? "belong" : "belongs"} to \`${keyText(entry.key)}\`; indent ${many ? "them" : "it"} further`;
	const { value } = entry;
	const written = value.kind === "scalar" && value.value !== null ? value.value : undefined;
	const object = written !== undefined && bare !== undefined ? replaceValue(document, entry, { [bare]: written }) : undefined;
	const edits =
		first?.flow || (written !== undefined && !object)
			? []
			: [...(object ? [object] : []), ...params.flatMap((param) => indentBelow(document, entry, param.span))];
	return { span: first?.key.span ?? entry.key.span, message, fixes: edits.length > 0 ? [fix("Indent it further", edits)] : [] };
}

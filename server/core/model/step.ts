/** A step by its name, and the params that stand beside what they belong to: what binding has to know before it goes down. */
import { formOf, methodNamed } from "../language/lookup.ts";
import type { Flavour, Form, Method, Param } from "../language/type.ts";
import { type Entry, keyText, type MapNode, type ScalarNode } from "../syntax/node.ts";
import { expectedOf, type Shape } from "./expected.ts";

/** What is known of a step. */
export interface Step {
	readonly name: string;
	readonly method: Method | undefined;
	/** The method in this document's flavour. */
	readonly form: Form | undefined;
	/** Where the name stands. */
	readonly key: ScalarNode;
}

/** The step that a key names, in one flavour. */
export function stepOf(key: ScalarNode, flavour: Flavour): Step {
	const name = keyText(key);
	const method = methodNamed(name);
	return { name, method, form: method && formOf(method, flavour), key };
}

/** A merge (`<<`) brings in what stands elsewhere; it is no method. */
export function meantEntries(node: MapNode): readonly Entry[] {
	return hasKey(node.entries, "<<") ? node.entries.filter((entry) => entry.key.value !== "<<") : node.entries;
}

/** Whether what follows a method, which has no value or some of its params, are more of its params, indented too little. */
export function isOutdented([entry, ...more]: readonly Entry[], flavour: Flavour): boolean {
	const { form } = entry ? stepOf(entry.key, flavour) : {};
	if (!entry || !form || (entry.value.kind !== "map" && entry.value.kind !== "scalar")) return false;
	// A bare value stands for one param where there is a short form.
	if (entry.value.kind === "scalar" && entry.value.value !== null && !form.shorthand) return false;
	const { shapes } = expectedOf(form.type);
	const written = entry.value.kind === "map" ? entry.value.entries : [];
	return more.every(({ key }) => !hasKey(written, keyText(key)) && shapes.some((shape) => shape.params.has(keyText(key))));
}

/** The entries after one without a value that are unknown in their map, and known in that value: they are indented too little. */
export function outdentedIn(node: MapNode, shape: Shape): { readonly entry: Entry; readonly params: readonly Entry[] } | undefined {
	if (!hasEmpty(node)) return undefined;
	for (const [index, entry] of node.entries.entries()) {
		if (entry.flow || entry.value.kind !== "scalar" || entry.value.value !== null) continue;
		const inner = shape.params.get(keyText(entry.key))?.expected().shapes ?? [];
		const belongs = ({ key }: Entry) => !shape.params.has(keyText(key)) && inner.some((each) => each.params.has(keyText(key)) || (each.rest && !shape.rest));
		let end = index + 1;
		for (let next = node.entries[end]; next && belongs(next); next = node.entries[end]) end++;
		if (end > index + 1) return { entry, params: node.entries.slice(index + 1, end) };
	}
	return undefined;
}

/** Whether one of the entries has this key. */
function hasKey(entries: readonly Entry[], name: string): boolean {
	for (const entry of entries) if (entry.key.value === name) return true;
	return false;
}

/** Whether a param is written; some are found in any mix of upper and lower case. */
export function hasParam(entries: readonly Entry[], { name, anyCase }: Param): boolean {
	return hasKey(entries, name) || (anyCase === true && entries.some((entry) => keyText(entry.key).toLowerCase() === name.toLowerCase()));
}

/** Asked of every object, and nearly always false. */
function hasEmpty(node: MapNode): boolean {
	for (const { value } of node.entries) if (value.kind === "scalar" && value.value === null) return true;
	return false;
}

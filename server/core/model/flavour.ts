/** Whether a document handles calls or messages. Decided once, from the text alone. */
import { methodMeant, methodNamed } from "../language/lookup.ts";
import type { Flavour, Method } from "../language/type.ts";
import { type Entry, keyText, type Node } from "../syntax/node.ts";
import { type Expected, expectedOf } from "./expected.ts";

/**
 * Calling or messaging: by the methods the sections use, then by those inside their branches. Methods that work without audio speak up
 * only after those, though only calls have them: who answers a message reaches for them as well. Where all that leaves it open, calling.
 */
export function flavourOf(root: Node | undefined): Flavour {
	const sections = root?.kind === "map" ? root.entries.find((entry) => entry.key.value === "sections")?.value : undefined;
	const lists = sections?.kind === "map" ? sections.entries.map((entry) => entry.value) : [];
	const used = lists.flatMap(methodsIn);
	const sure = prevailing(used, false);
	if (sure) return sure;
	const steps = lists.flatMap(stepsIn);
	return prevailing(steps.flatMap(methodsBelow), false) ?? prevailing(used, true) ?? "calling";
}

/** The flavour most of these methods speak for; with `all`, also those that only calls have, and that work without audio. */
function prevailing(used: readonly Method[], all: boolean): Flavour | undefined {
	let messaging = 0;
	let calling = 0;
	for (const { forms } of used) {
		if (!forms.calling) messaging++;
		if (!forms.messaging && (all || forms.calling?.beforeAnswer !== "safe")) calling++;
	}
	if (messaging === calling) return messaging > 0 ? "calling" : undefined;
	return messaging > calling ? "messaging" : "calling";
}

/** The methods of a list of steps, not of those below. */
function methodsIn(list: Node): readonly Method[] {
	const found: Method[] = [];
	const add = (name: string) => {
		const method = methodNamed(name) ?? methodMeant(name);
		if (method) found.push(method);
	};
	if (list.kind !== "list") return found;
	for (const item of list.items) {
		if (item.kind === "map") for (const entry of item.entries) add(keyText(entry.key));
		else if (item.kind === "scalar") add(String(item.value));
	}
	return found;
}

/** The steps of a list that are a method with its value. */
function stepsIn(list: Node): readonly Entry[] {
	return list.kind === "list" ? list.items.flatMap((item) => (item.kind === "map" && item.entries.length === 1 ? item.entries : [])) : [];
}

/** The methods inside the branches of a step. */
function methodsBelow({ key, value }: Entry): readonly Method[] {
	const method = methodNamed(keyText(key));
	const forms = method ? [method.forms.calling, method.forms.messaging] : [];
	return forms.flatMap((form) => (form ? methodsWithin(value, expectedOf(form.type)) : []));
}

/** The methods in all lists of steps that a value holds by its description; what is the author's own data holds none. */
function methodsWithin(node: Node, { shapes, steps, lists, items }: Expected): readonly Method[] {
	if (node.kind === "list" && steps) return [...methodsIn(node), ...stepsIn(node).flatMap(methodsBelow)];
	if (node.kind === "list" && lists.length > 0) return node.items.flatMap((item) => methodsWithin(item, items()));
	if (node.kind !== "map") return [];
	return node.entries.flatMap((entry) => {
		const key = keyText(entry.key);
		const inner = shapes.flatMap((shape) => shape.params.get(key)?.expected() ?? shape.rest?.() ?? [])[0];
		return inner ? methodsWithin(entry.value, inner) : [];
	});
}

/** Whether a document handles calls or messages. Decided once, from the text alone. */
import { once } from "../base/once.ts";
import { methodMeant, methodNamed } from "../language/lookup.ts";
import type { Flavour, Method } from "../language/type.ts";
import { type Entry, keyText, type Node } from "../syntax/node.ts";
import { type Expected, expectedOf } from "./expected.ts";

/** How many methods speak for a flavour; of those that only calls have, some work without audio and speak up last. */
interface Tally {
	readonly messaging: number;
	readonly calling: number;
	readonly quiet: number;
}

/** What lists of steps say of the flavour: their methods, and those inside their branches. */
export interface Votes {
	readonly own: Tally;
	readonly below: () => Tally;
}

/** What some lists of steps say. */
export function votesOf(lists: readonly Node[]): Votes {
	return { own: tally(lists.flatMap(methodsIn)), below: once(() => tally(lists.flatMap(stepsIn).flatMap(methodsBelow))) };
}

/** The lists of steps that stand as sections of a document. */
export function sectionsOf(root: Node | undefined): readonly Node[] {
	const sections = root?.kind === "map" ? root.entries.find((entry) => entry.key.value === "sections")?.value : undefined;
	return sections?.kind === "map" ? sections.entries.map((entry) => entry.value) : [];
}

/**
 * Calling or messaging: by the methods the sections use, then by those inside their branches. Methods that work without audio speak up
 * only after those, though only calls have them: who answers a message reaches for them as well. Where all that leaves it open, `otherwise`.
 */
export function flavourBy(votes: readonly Votes[], otherwise: Flavour = "calling"): Flavour {
	const own = sum(votes.map((each) => each.own));
	return prevailing(own, false) ?? prevailing(sum(votes.map((each) => each.below())), false) ?? prevailing(own, true) ?? otherwise;
}

function prevailing({ messaging, calling, quiet }: Tally, all: boolean): Flavour | undefined {
	const calls = all ? calling + quiet : calling;
	if (messaging === calls) return messaging > 0 ? "calling" : undefined;
	return messaging > calls ? "messaging" : "calling";
}

function tally(used: readonly Method[]): Tally {
	const found = { messaging: 0, calling: 0, quiet: 0 };
	for (const { forms } of used) {
		if (!forms.calling) found.messaging++;
		else if (!forms.messaging) found[forms.calling.beforeAnswer === "safe" ? "quiet" : "calling"]++;
	}
	return found;
}

function sum(tallies: readonly Tally[]): Tally {
	const all = { messaging: 0, calling: 0, quiet: 0 };
	for (const { messaging, calling, quiet } of tallies) {
		all.messaging += messaging;
		all.calling += calling;
		all.quiet += quiet;
	}
	return all;
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

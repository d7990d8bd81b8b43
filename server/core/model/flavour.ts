/** Whether a document handles calls or messages. Decided once, from the text alone. */
import { methodMeant, methodNamed } from "../language/lookup.ts";
import type { Flavour, Form, Method } from "../language/type.ts";
import { scopes } from "../language/vocabulary/scopes.ts";
import { keyText, type Node } from "../syntax/node.ts";
import { type Expected, expectedOf } from "./expected.ts";

/** How much speaks for each flavour; `quiet`: methods that only calls have, and that work without audio. Who answers a message reaches for them as well. */
export interface Votes {
	readonly messaging: number;
	readonly calling: number;
	readonly quiet: number;
}

/** Votes while they are counted. */
type Tally = { -readonly [side in keyof Votes]: Votes[side] };

/** What some lists of steps say: their methods at every level, the params that a method has in one flavour only, and placeholders. */
export function votesOf(lists: readonly Node[]): Votes {
	const tally: Tally = { messaging: 0, calling: 0, quiet: 0 };
	for (const list of lists) {
		countSteps(list, tally);
		for (const step of list.kind === "list" ? list.items : []) countScopes(step, tally);
	}
	return tally;
}

/** The lists of steps that stand as sections of a document. */
export function sectionsOf(root: Node | undefined): readonly Node[] {
	const sections = root?.kind === "map" ? root.entries.find((entry) => entry.key.value === "sections")?.value : undefined;
	return sections?.kind === "map" ? sections.entries.map((entry) => entry.value) : [];
}

/** The flavour for which more speaks, so that one stray step does not turn all others into mistakes; `otherwise` where nothing decides. */
export function flavourBy(votes: readonly Votes[], otherwise: Flavour = "calling"): Flavour {
	const sum = (side: keyof Votes) => votes.reduce((all, each) => all + each[side], 0);
	const [messaging, calling] = [sum("messaging"), sum("calling")];
	if (messaging === calling) return messaging > 0 || sum("quiet") > 0 ? "calling" : otherwise;
	return messaging > calling ? "messaging" : "calling";
}

/** Counts the methods of a list of steps, and those inside their branches. */
function countSteps(list: Node, tally: Tally): void {
	for (const item of list.kind === "list" ? list.items : []) {
		if (item.kind === "scalar") countMethod(String(item.value), tally);
		if (item.kind !== "map") continue;
		const methods = item.entries.map(({ key }) => countMethod(keyText(key), tally));
		const [only, ...more] = item.entries;
		const [method] = methods;
		if (!only || more.length > 0 || !method) continue;
		const forms = [method.forms.calling, method.forms.messaging].filter((form) => form !== undefined);
		if (forms.length > 1) countParams(only.value, method, tally);
		countBelow(only.value, forms, tally);
	}
}

function countMethod(name: string, tally: Tally): Method | undefined {
	const method = methodNamed(name);
	const { forms } = method ?? methodMeant(name) ?? {};
	if (forms?.messaging && !forms.calling) tally.messaging++;
	if (forms?.calling && !forms.messaging) tally[forms.calling.beforeAnswer === "safe" ? "quiet" : "calling"]++;
	return method;
}

/** Counts a method that both have for the one in which it has the params that are written. */
function countParams(value: Node, { forms }: Method, tally: Tally): void {
	if (value.kind !== "map") return;
	const has = (form: Form | undefined, key: string) => form !== undefined && expectedOf(form.type).shapes.some((shape) => shape.params.has(key) || shape.rest);
	const keys = value.entries.map(({ key }) => keyText(key));
	const [calling, messaging] = [
		keys.some((key) => has(forms.calling, key) && !has(forms.messaging, key)),
		keys.some((key) => has(forms.messaging, key) && !has(forms.calling, key)),
	];
	if (calling !== messaging) tally[calling ? "calling" : "messaging"]++;
}

/** Counts the methods in all lists of steps that the value of a method holds by its description; what is the author's own data holds none. */
function countBelow(value: Node, forms: readonly Form[], tally: Tally): void {
	const within = (node: Node, expected: readonly Expected[]): void => {
		if (node.kind === "list" && expected.some(({ steps }) => steps)) countSteps(node, tally);
		else if (node.kind === "list")
			for (const item of node.items)
				within(
					item,
					expected.filter(({ lists }) => lists.length > 0).map(({ items }) => items()),
				);
		if (node.kind !== "map" || expected.length === 0) return;
		for (const entry of node.entries) {
			const key = keyText(entry.key);
			within(
				entry.value,
				expected.flatMap(({ shapes }) => shapes.flatMap((shape) => shape.params.get(key)?.expected() ?? shape.rest?.() ?? [])),
			);
		}
	};
	within(
		value,
		forms.map((form) => expectedOf(form.type)),
	);
}

/** The first name in a placeholder. */
const firstName = /[$%]\{\s*(\w+)\.\w/g;

/** Counts what the placeholders of a step stand for, once for each step; documents inside texts speak for themselves. */
function countScopes(step: Node, tally: Tally): void {
	const found = new Set<Flavour>();
	const look = (node: Node): void => {
		if (node.kind === "map") for (const entry of node.entries) look(entry.value);
		else if (node.kind === "list") for (const item of node.items) look(item);
		else if (node.kind === "scalar" && typeof node.value === "string" && node.value.includes("{") && !/^\s*\{\s*"/.test(node.value))
			for (const [, name = ""] of node.value.matchAll(firstName)) {
				const flavour = scopes.get(name);
				if (flavour) found.add(flavour);
			}
	};
	look(step);
	const [only, ...others] = found;
	if (only && others.length === 0) tally[only]++;
}

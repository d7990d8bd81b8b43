/**
 * The centre of the house: every node of a document with the types it may have, and where the two disagree.
 * A step is dispatched on its one key; a set of alternatives narrows by what was written. Never here: messages, or the name of any method.
 */
import { once } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import { documentType } from "../language/document.ts";
import { formOf, methodNamed } from "../language/lookup.ts";
import type { Flavour, Form, ListType, MapType, Method, Param, StepsType, Type, Value } from "../language/type.ts";
import { parseJson } from "../syntax/json.ts";
import { type Entry, keyText, type ListNode, type MapNode, type Node, type ScalarNode } from "../syntax/node.ts";
import { offsetMap } from "../syntax/offsets.ts";
import { relocate } from "../syntax/relocate.ts";
import { alternatives, type Concrete } from "./alternatives.ts";
import { checkScalar } from "./check_scalar.ts";
import { isDynamic } from "./expression.ts";
import { flavourOf } from "./flavour.ts";
import type { Mismatch } from "./mismatch.ts";

/** A node with what the language says of it. */
export interface Bound {
	readonly node: Node;
	readonly parent: Bound | undefined;
	/** What it may be, narrowed by what it is. Empty where the language says nothing, or nothing fits. */
	readonly types: readonly Concrete[];
	/** The entry it is the value of. */
	readonly entry?: Entry;
	/** The param it is the value of, where the language knows one. */
	readonly param?: Param;
	/** Set on a list item that stands where a step belongs. */
	readonly step?: Step;
	/** The steps allowed here; set on lists of steps. */
	readonly stepsType?: StepsType;
	/** Values and items below, in the order of the text; a document inside a text is below the text. */
	readonly below: readonly Bound[];
}

/** What is known of a step. */
export interface Step {
	readonly name: string;
	readonly method: Method | undefined;
	/** The method in this document's flavour. */
	readonly form: Form | undefined;
	/** Where the name stands. */
	readonly key: ScalarNode;
}

/** A document, bound. */
export interface Binding {
	readonly root: Bound | undefined;
	readonly flavour: Flavour;
	/** In the order of the text, as far as their nodes are. */
	readonly mismatches: readonly Mismatch[];
}

/** Whether this is the root of a document, be it the file's own or one inside a text. */
export function isDocument(bound: Bound | undefined): boolean {
	return bound !== undefined && bound.types[0] === documentType;
}

interface Context {
	readonly source: string;
	readonly flavour: Flavour;
	readonly mismatches: Mismatch[];
	readonly embedded: number;
}

/** How deep documents inside texts are followed. */
const deepestEmbedding = 3;

/** Binds the root of a document. `source` is the text the nodes were read from. */
export function bind(root: Node | undefined, source: string): Binding {
	const flavour = flavourOf(root);
	const mismatches: Mismatch[] = [];
	const context: Context = { source, flavour, mismatches, embedded: 0 };
	return { root: root && bindNode(root, [documentType], undefined, {}, context), flavour, mismatches };
}

const telling: ReadonlySet<Mismatch["kind"]> = new Set(["unknown-key", "wrong-kind", "not-a-value", "not-steps", "step-shape", "unknown-method"]);

/** What in a value as it is written could not stand there, if it were to be a `type`: kinds, keys, methods and words; `own` at its outermost. */
export function misfitOf(node: Node, type: Type, flavour: Flavour): { readonly own: number; readonly all: number } {
	const mismatches: Mismatch[] = [];
	bindNode(node, [type], undefined, {}, { source: "", flavour, mismatches, embedded: deepestEmbedding });
	const wrong = mismatches.filter(({ kind }) => telling.has(kind));
	return { own: wrong.filter(({ bound }) => bound.node === node).length, all: wrong.length };
}

type Place = { readonly entry?: Entry; readonly param?: Param };

/** A bound node under construction: `below` is filled once the node itself exists, since children know their parent. */
type Growing = { -readonly [key in keyof Bound]: Bound[key] } & { below: Bound[] };

function bindNode(node: Node, types: readonly Type[], parent: Bound | undefined, place: Place, context: Context): Bound {
	const expected = alternatives(types);
	const bound = grow(node, parent, place);
	switch (node.kind) {
		case "alias":
			break;
		case "map":
			bindMap(bound, node, expected, context);
			break;
		case "list":
			bindList(bound, node, expected, context);
			break;
		case "scalar":
			bindScalar(bound, node, expected, context);
			break;
	}
	return bound;
}

const nothing: readonly never[] = [];
/** Shared by all scalars, which are most of a document; never filled. */
const childless: Bound[] = [];

/** A bound node to begin with; `below` is filled for maps and lists, and where a document is found inside a text. */
function grow(node: Node, parent: Bound | undefined, { entry, param }: Place): Growing {
	const below: Bound[] = node.kind === "map" || node.kind === "list" ? [] : childless;
	if (entry && param) return { node, parent, types: nothing, below, entry, param };
	return entry ? { node, parent, types: nothing, below, entry } : { node, parent, types: nothing, below };
}

function bindMap(bound: Growing, node: MapNode, expected: readonly Concrete[], context: Context): void {
	const maps = expected.filter((type) => type.kind === "map");
	const [best, ...others] = narrow(maps, node);
	if (!best) {
		const steps = expected.find((type) => type.kind === "steps");
		if (steps) {
			bound.stepsType = steps;
			context.mismatches.push({ kind: "not-steps", bound });
			if (node.entries.length === 1) bound.below.push(bindStep(node, bound, steps, context));
			else bindEntries(bound, node, context);
			return;
		}
		if (expected.length > 0 && !expected.some((type) => type.kind === "any")) context.mismatches.push({ kind: "wrong-kind", bound, expected });
		bindFreely(bound, node);
		return;
	}
	bound.types = [best, ...others];
	const inherits = node.entries.some((entry) => entry.key.value === "<<");
	for (const entry of node.entries) {
		const key = keyText(entry.key);
		const param = paramOf(best, key);
		if (param) bound.below.push(bindNode(entry.value, [param.type], bound, { entry, param }, context));
		else if (best.rest && !best.misplaced?.some((each) => each.key === key)) bound.below.push(bindNode(entry.value, [best.rest], bound, { entry }, context));
		else {
			if (key !== "<<") context.mismatches.push({ kind: "unknown-key", bound, entry, type: best });
			bound.below.push(bindNode(entry.value, [], bound, { entry }, context));
		}
	}
	if (!inherits) checkPresence(bound, node, best, context);
	if (best.min !== undefined && node.entries.length < best.min) context.mismatches.push({ kind: "size", bound, count: node.entries.length, min: best.min });
}

function checkPresence(bound: Bound, node: MapNode | undefined, type: MapType, context: Context): void {
	const entriesOf = node?.entries ?? [];
	for (const param of requiredOf(type)) {
		if (!entriesOf.some((entry) => entry.key.value === param.name)) context.mismatches.push({ kind: "missing-key", bound, params: [param], type });
	}
	for (const choice of type.choices ?? []) {
		const entries = entriesOf.filter((entry) => typeof entry.key.value === "string" && choice.of.includes(entry.key.value));
		if (entries.length > 1 && new Set(entries.map((entry) => entry.key.value)).size > 1) context.mismatches.push({ kind: "conflict", bound, entries, choice });
		if (entries.length === 0 && choice.required) {
			context.mismatches.push({ kind: "missing-key", bound, params: type.params.filter((param) => choice.of.includes(param.name)), type });
		}
	}
}

/** The param of this name. */
export function paramOf(type: MapType, name: string): Param | undefined {
	return index(type).get(name);
}

const requirements = new WeakMap<MapType, readonly Param[]>();

function requiredOf(type: MapType): readonly Param[] {
	let found = requirements.get(type);
	if (!found) {
		found = type.params.filter((param) => param.required);
		requirements.set(type, found);
	}
	return found;
}

const indexes = new WeakMap<MapType, ReadonlyMap<string, Param>>();

function index(type: MapType): ReadonlyMap<string, Param> {
	let found = indexes.get(type);
	if (!found) {
		found = new Map(type.params.map((param) => [param.name, param]));
		indexes.set(type, found);
	}
	return found;
}

/** The maps that fit best what was written, best first: by fixed values, then by unknown keys, then by missing ones. */
function narrow(maps: readonly MapType[], node: MapNode): readonly MapType[] {
	if (maps.length < 2) return maps;
	const telling = new Set(maps.flatMap((type) => type.params.filter((param) => fixedValue(param) !== undefined).map((param) => param.name)));
	const scored = maps.map((type) => ({ type, score: misfit(type, node, telling) }));
	// Nothing written yet that any of them knows: all are open.
	if (!node.entries.some((entry) => maps.some((type) => paramOf(type, keyText(entry.key)))))
		return scored.sort((a, b) => a.score - b.score).map((each) => each.type);
	const least = Math.min(...scored.map((each) => each.score));
	return scored.filter((each) => each.score === least).map((each) => each.type);
}

/** `telling` are the keys whose values tell the alternatives apart: not to know one is as bad as to want another value. */
function misfit(type: MapType, node: MapNode, telling: ReadonlySet<string>): number {
	let score = 0;
	const written = new Set<string>();
	for (const entry of node.entries) {
		const key = keyText(entry.key);
		written.add(key);
		const param = paramOf(type, key);
		if (!param) score += telling.has(key) ? 10_100 : type.rest ? 1 : 100;
		else if (contradicts(param, entry.value)) score += 10_000;
	}
	for (const param of type.params) if (param.required && !written.has(param.name)) score += 10;
	return score;
}

/** Whether a param with one fixed value is written with another. */
function contradicts(param: Param, value: Node): boolean {
	const fixed = fixedValue(param);
	if (fixed === undefined || value.kind !== "scalar" || value.value === null) return false;
	return value.value !== fixed.value && !(typeof value.value === "string" && isDynamic(value.value));
}

/** The only value a param may have, where there is only one. */
function fixedValue({ type }: Param): Value | undefined {
	return type.kind === "text" && !type.open && type.values?.length === 1 ? type.values[0] : undefined;
}

function bindList(bound: Growing, node: ListNode, expected: readonly Concrete[], context: Context): void {
	const steps = expected.find((type) => type.kind === "steps");
	const lists = expected.filter((type): type is ListType => type.kind === "list");
	if (steps) {
		bound.types = [steps];
		bound.stepsType = steps;
		if (node.items.length === 0) context.mismatches.push({ kind: "no-steps", bound });
		for (const item of node.items) bound.below.push(bindStep(item, bound, steps, context));
		return;
	}
	if (lists.length === 0) {
		if (expected.length > 0 && !expected.some((type) => type.kind === "any")) context.mismatches.push({ kind: "wrong-kind", bound, expected });
		bindFreely(bound, node);
		return;
	}
	bound.types = lists;
	const items = lists.map((type) => type.items);
	for (const item of node.items) bound.below.push(bindNode(item, items, bound, {}, context));
	const [first] = lists;
	const count = node.items.length;
	if (lists.length === 1 && first) {
		const { min, max } = first;
		if ((min !== undefined && count < min) || (max !== undefined && count > max)) {
			context.mismatches.push({ kind: "size", bound, count, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
		}
	}
}

function bindStep(node: Node, parent: Bound, steps: StepsType, context: Context): Bound {
	const bound = grow(node, parent, {});
	if (node.kind === "alias") return bound;
	if (node.kind === "scalar" && typeof node.value === "string" && node.value !== "") {
		const step = stepOf(node, context.flavour);
		bound.step = step;
		if (step.form) context.mismatches.push({ kind: "bare-step", bound, name: step.name, legal: step.form.bare === true });
		else reportName(bound, step, steps, context);
		return bound;
	}
	const [entry, ...more] = node.kind === "map" ? meantEntries(node) : [];
	// A step that is merged in is checked where it is written.
	if (node.kind === "map" && !entry && node.entries.length > 0) return bound;
	if (node.kind === "map" && entry && more.length > 0 && isOutdented(entry, more, context.flavour)) {
		context.mismatches.push({ kind: "outdented", bound, entry, params: more });
		bound.step = stepOf(entry.key, context.flavour);
		return bound;
	}
	if (node.kind !== "map" || !entry || more.length > 0) {
		context.mismatches.push({ kind: "step-shape", bound });
		if (node.kind === "map") bindEntries(bound, node, context);
		else bindFreely(bound, node);
		return bound;
	}
	const step = stepOf(entry.key, context.flavour);
	bound.step = step;
	if (!step.form || (steps.only && !steps.only.includes(step.name))) reportName(bound, step, steps, context);
	bound.below.push(bindNode(entry.value, step.form ? [step.form.type] : [], bound, { entry }, context));
	return bound;
}

/** Whether what follows a method without a value are its own params, indented too little. */
function isOutdented(entry: Entry, more: readonly Entry[], flavour: Flavour): boolean {
	const { form } = stepOf(entry.key, flavour);
	if (!form || entry.value.kind !== "scalar" || entry.value.value !== null) return false;
	const maps = alternatives([form.type]).filter((type) => type.kind === "map");
	return more.every((each) => maps.some((type) => paramOf(type, keyText(each.key))));
}

/** The entries of a map that holds several methods where it should hold one. */
function bindEntries(bound: Growing, node: MapNode, context: Context): void {
	for (const entry of node.entries) {
		const { form } = stepOf(entry.key, context.flavour);
		bound.below.push(bindNode(entry.value, form ? [form.type] : [], bound, { entry }, context));
	}
}

/** A merge (`<<`) brings in what stands elsewhere; it is no method. */
function meantEntries(node: MapNode): readonly Entry[] {
	return node.entries.filter((entry) => entry.key.value !== "<<");
}

function stepOf(key: ScalarNode, flavour: Flavour): Step {
	const name = keyText(key);
	const method = methodNamed(name);
	return { name, method, form: method && formOf(method, flavour), key };
}

function reportName(bound: Bound, step: Step, steps: StepsType, context: Context): void {
	const why = !step.method ? "unknown" : !step.form ? "flavour" : "place";
	if (why === "place" && !steps.only) return;
	context.mismatches.push({ kind: "unknown-method", bound, name: step.name, span: step.key.span, why });
}

function bindScalar(bound: Growing, node: ScalarNode, expected: readonly Concrete[], context: Context): void {
	bound.types = expected;
	if (node.value === null) {
		const map = expected.find((type) => type.kind === "map");
		if (expected.some((type) => type.kind === "steps")) {
			const steps = expected.find((type) => type.kind === "steps");
			if (steps) bound.stepsType = steps;
			context.mismatches.push({ kind: "no-steps", bound });
		} else if (map && !expected.some((type) => type.kind === "null" || type.kind === "any")) checkPresence(bound, undefined, map, context);
		else checkScalar(bound, node, expected, context.mismatches);
		return;
	}
	if (bindEmbedded(bound, node, expected, context)) return;
	if (expected.some((type) => type.kind === "steps") && !expected.some((type) => type.kind === "text" || type.kind === "any")) {
		context.mismatches.push({ kind: "not-steps", bound });
		return;
	}
	checkScalar(bound, node, expected, context.mismatches);
}

/** A text that holds a whole document as JSON is bound like one, in its own place. */
function bindEmbedded(bound: Growing, node: ScalarNode, expected: readonly Concrete[], context: Context): boolean {
	if (typeof node.value !== "string" || !/^\s*\{\s*"/.test(node.value) || context.embedded >= deepestEmbedding) return false;
	if (!expected.some((type) => type.kind === "text" && type.embeds === "document")) return false;
	const tree = parseJson(node.value);
	const place = offsetMap(context.source, node);
	for (const fault of tree.faults) {
		const span = { start: place(fault.span.start), end: place(fault.span.end) };
		context.mismatches.push({ kind: "embedded-syntax", bound, fault: { span, message: fault.message } });
	}
	if (tree.root) {
		bound.below = [
			bindNode(embed(tree.root, node.value, place), [documentType], bound, {}, { ...context, flavour: flavourOf(tree.root), embedded: context.embedded + 1 }),
		];
	}
	return true;
}

/** A tree that was read out of a text, at the place of that text in the document. */
function embed(root: Node, inner: string, place: (index: number) => number): Node {
	const move = (span: Span): Span => ({ start: place(span.start), end: place(span.end) });
	return relocate(root, move, (node) => {
		const within = once(() => offsetMap(inner, node));
		return { ...node, span: move(node.span), at: (index) => place(within()(index)) };
	});
}

/** Below what the language does not describe, there is still something to stand on. */
function bindFreely(bound: Growing, node: Node): void {
	const add = (child: Node, place: Place) => {
		const made = grow(child, bound, place);
		bindFreely(made, child);
		bound.below.push(made);
	};
	if (node.kind === "map") for (const entry of node.entries) add(entry.value, { entry });
	if (node.kind === "list") for (const item of node.items) add(item, {});
}

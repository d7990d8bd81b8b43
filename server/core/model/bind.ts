/**
 * The centre of the house: every node of a document with the types it may have, and where the two disagree.
 * A step is dispatched on its one key; a set of alternatives narrows by what was written. Never here: messages, or the name of any method.
 */
import { led } from "../base/span.ts";
import { documentType } from "../language/document.ts";
import type { Flavour, ListType, Param, StepsType, Type } from "../language/type.ts";
import { parseJson } from "../syntax/json.ts";
import { type Entry, keyText, type ListNode, type MapNode, type Node, type ScalarNode } from "../syntax/node.ts";
import { offsetMap } from "../syntax/offsets.ts";
import { elsewhere } from "../syntax/parts.ts";
import type { Concrete } from "./alternatives.ts";
import { assignedIn } from "./assigned.ts";
import { checkScalar } from "./check_scalar.ts";
import { embed, holdsList } from "./embed.ts";
import { type Expected, expectedOf, type Shape, unknown } from "./expected.ts";
import { isDynamic, isTemplate } from "./expression.ts";
import { flavourBy, sectionsOf, votesOf } from "./flavour.ts";
import type { Mismatch } from "./mismatch.ts";
import { narrow } from "./narrow.ts";
import { checkDependence, checkKey, checkPresence, remark } from "./presence.ts";
import { isOutdented, meantEntries, outdentedIn, type Step, stepOf } from "./step.ts";

/** A node with what the language says of it. */
export interface Bound {
	readonly node: Node;
	readonly parent: Bound | undefined;
	/** The entry it is the value of. */
	readonly entry: Entry | undefined;
	/** The param it is the value of, where the language knows one. */
	readonly param: Param | undefined;
	/** What it may be, narrowed by what it is. Empty where the language says nothing, or nothing fits. */
	readonly types: readonly Concrete[];
	/** Set on a list item that stands where a step belongs. */
	readonly step: Step | undefined;
	/** The steps allowed here; set on lists of steps. */
	readonly stepsType: StepsType | undefined;
	/** Values and items below, in the order of the text; a document inside a string is below the text. */
	readonly below: readonly Bound[];
}

/** A document, bound. */
export interface Binding {
	readonly root: Bound | undefined;
	readonly flavour: Flavour;
	/** In the order of the text, as far as their nodes are. */
	readonly mismatches: readonly Mismatch[];
	/** What holds steps, in the order of the text. */
	readonly stepLists: readonly Bound[];
	/** What has a `step`, in the order of the text. */
	readonly steps: readonly Bound[];
	/** The texts that hold a document of their own. */
	readonly embeddings: readonly Bound[];
}

/** Whether this is the root of a document, be it the file's own or one inside a string. */
export function isDocument(bound: Bound | undefined): boolean {
	return bound !== undefined && bound.types[0] === documentType;
}

interface Context {
	readonly source: string;
	readonly flavour: Flavour;
	readonly mismatches: Mismatch[];
	readonly stepLists: Bound[];
	readonly steps: Bound[];
	readonly embeddings: Bound[];
	/** How many texts deep this is. */
	readonly embedded: number;
}

/** How deep documents inside texts are followed. */
const deepestEmbedding = 3;

/** Binds the root of a document, or what stands for a `type` in one. `source` is the text the nodes were read from. */
export function bind(root: Node | undefined, source: string, flavour = flavourBy([votesOf(sectionsOf(root))]), type: Type = documentType): Binding {
	const context: Context = { source, flavour, mismatches: [], stepLists: [], steps: [], embeddings: [], embedded: 0 };
	const bound = root && bindNode(root, expectedOf(type), undefined, undefined, undefined, context);
	const { mismatches, stepLists, steps, embeddings } = context;
	return { root: bound, flavour, mismatches, stepLists, steps, embeddings };
}

const telling: ReadonlySet<Mismatch["kind"]> = new Set(["unknown-key", "wrong-kind", "not-a-value", "not-steps", "step-shape", "unknown-method"]);

/** What in a value as it is written could not stand there, if it were to be a `type`: kinds, keys, methods and words; `own` at its outermost. */
export function misfitOf(node: Node, type: Type, flavour: Flavour): { readonly own: number; readonly all: number } {
	const mismatches: Mismatch[] = [];
	const context: Context = { source: "", flavour, mismatches, stepLists: [], steps: [], embeddings: [], embedded: deepestEmbedding };
	bindNode(node, expectedOf(type), undefined, undefined, undefined, context);
	const wrong = mismatches.filter(({ kind }) => telling.has(kind));
	return { own: wrong.filter(({ bound }) => bound.node === node).length, all: wrong.length };
}

const harmless: ReadonlySet<Mismatch["kind"]> = new Set(["open-key", "default", "no-effect", "deprecated-key", "deprecated-value", "coerced", "bare-step"]);

/** Whether a value as it is written would be good as a `type`, words and ranges included. */
export function isGoodAs(node: Node, type: Type, flavour: Flavour): boolean {
	const mismatches: Mismatch[] = [];
	const context: Context = { source: "", flavour, mismatches, stepLists: [], steps: [], embeddings: [], embedded: deepestEmbedding };
	bindNode(node, expectedOf(type), undefined, undefined, undefined, context);
	return mismatches.every((each) => harmless.has(each.kind) || (each.kind === "format" && each.problem.level !== "error"));
}

/** A bound node under construction: `below` is set once the node itself exists, since children know their parent. */
type Growing = { -readonly [key in keyof Bound]: Bound[key] };

function bindNode(node: Node, expected: Expected, parent: Bound | undefined, entry: Entry | undefined, param: Param | undefined, context: Context): Bound {
	const bound = grow(node, parent, entry, param);
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

/** A document inside another handles what its own steps say, and where they leave it open, what the other one handles. */
function within(context: Context, root: Node): Context {
	return { ...context, flavour: flavourBy([votesOf(sectionsOf(root))], context.flavour) };
}

const nothing: readonly never[] = [];

/** A bound node to begin with. All have the same fields in the same order, which is what makes them quick to read. */
function grow(node: Node, parent: Bound | undefined, entry: Entry | undefined, param: Param | undefined): Growing {
	return { node, parent, entry, param, types: nothing, step: undefined, stepsType: undefined, below: nothing };
}

function bindMap(bound: Growing, node: MapNode, expected: Expected, context: Context): void {
	const shapes = narrow(expected, node);
	const best = meantShape(shapes, node, expected);
	if (best) {
		bound.types = shapes.length === 1 ? best.alone : shapes.map((shape) => shape.type);
		bindParams(bound, node, best, best.type === documentType && bound.entry ? within(context, node) : context);
	} else if (expected.steps) {
		holdSteps(bound, expected.steps, context);
		context.mismatches.push({ kind: "not-steps", bound });
		if (node.entries.length === 1) bound.below = [bindStep(node, bound, expected.steps, context)];
		else bindEntries(bound, node, context);
	} else {
		if (!expected.open) context.mismatches.push({ kind: "wrong-kind", bound, expected: expected.all });
		bindFreely(bound, node);
	}
}

/** Where a list of steps belongs, an object is the one that may stand for it only if it has one of its keys: else it is a step without a list. */
function meantShape(shapes: readonly Shape[], node: MapNode, { steps }: Expected): Shape | undefined {
	return steps ? shapes.find((shape) => node.entries.some((entry) => shape.params.has(keyText(entry.key)))) : shapes[0];
}

/** The values of an object whose shape is settled. */
function bindParams(bound: Growing, node: MapNode, shape: Shape, context: Context): void {
	const { type } = shape;
	let inherits = false;
	const below: Bound[] = [];
	bound.below = below;
	const outdented = outdentedIn(node, shape);
	if (outdented) context.mismatches.push({ kind: "outdented", bound, ...outdented });
	for (const entry of node.entries) {
		const key = keyText(entry.key);
		const known = shape.params.get(key) ?? shape.anyCase?.get(key.toLowerCase());
		if (outdented && (entry === outdented.entry || outdented.params.includes(entry))) {
			below.push(bindNode(entry.value, unknown, bound, entry, known?.param, context));
			continue;
		}
		if (known) {
			const child = bindNode(entry.value, known.expected(), bound, entry, known.param, context);
			below.push(child);
			if (known.telling) remark(child, entry, known.param, context.mismatches);
		} else if (shape.rest && !type.misplaced?.some((each) => each.key === key)) {
			const rest = shape.rest();
			if (rest.open && type.params.length > 0) context.mismatches.push({ kind: "open-key", bound, entry, type });
			checkKey(bound, entry, type, context.mismatches);
			if (isTemplate(key)) inherits = true;
			below.push(bindNode(entry.value, rest, bound, entry, undefined, context));
		} else {
			if (key === "<<" || isTemplate(key)) inherits = true;
			else context.mismatches.push({ kind: "unknown-key", bound, entry, type });
			below.push(bindNode(entry.value, unknown, bound, entry, undefined, context));
		}
	}
	if (shape.depends && !inherits) checkDependence(bound, node, type, context.mismatches);
	if (!inherits) checkPresence(bound, node, shape, context.mismatches);
	if (type.min !== undefined && node.entries.length < type.min) context.mismatches.push({ kind: "size", bound, count: node.entries.length, min: type.min });
}

function holdSteps(bound: Growing, steps: StepsType, context: Context): void {
	bound.stepsType = steps;
	context.stepLists.push(bound);
}

function bindList(bound: Growing, node: ListNode, expected: Expected, context: Context): void {
	const { steps, lists, positional } = expected;
	if (steps) {
		bound.types = [steps];
		holdSteps(bound, steps, context);
		if (node.items.length === 0) context.mismatches.push({ kind: "no-steps", bound });
		bound.below = node.items.map((item) => bindStep(item, bound, steps, context));
		return;
	}
	if (positional && lists.length === 0 && node.items[0]?.kind !== "map" && node.items[0]?.kind !== "list") {
		bindPositional(bound, node, positional, context);
		return;
	}
	if (lists.length === 0) {
		if (!expected.open) context.mismatches.push({ kind: "wrong-kind", bound, expected: expected.all });
		bindFreely(bound, node);
		return;
	}
	bound.types = lists;
	const items = expected.items();
	bound.below = node.items.map((item) => bindNode(item, items, bound, undefined, undefined, context));
	const first = lists[0];
	const count = node.items.length;
	if (lists.length === 1 && first) {
		const { min, max } = first;
		if ((min !== undefined && count < min) || (max !== undefined && count > max)) {
			context.mismatches.push({ kind: "size", bound, count, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
		}
	}
}

/** A list of which only the first entry has a meaning that is known. */
function bindPositional(bound: Growing, node: ListNode, type: ListType, context: Context): void {
	bound.types = [type];
	const { first = type.items, items, min = 0 } = type;
	bound.below = node.items.map((item, index) => bindNode(item, expectedOf(index === 0 ? first : items), bound, undefined, undefined, context));
	if (node.items.length < min) context.mismatches.push({ kind: "size", bound, count: node.items.length, min });
}

function bindStep(node: Node, parent: Bound, steps: StepsType, context: Context): Bound {
	const bound = grow(node, parent, undefined, undefined);
	// What is read elsewhere is checked there.
	if (node.kind === "alias" || (node.kind === "scalar" && (node.value === elsewhere || isTemplate(node.value)))) return bound;
	if (node.kind === "map" && node.entries.some(({ key }) => isTemplate(key.value))) {
		bindFreely(bound, node);
		return bound;
	}
	if (node.kind === "scalar" && typeof node.value === "string" && node.value !== "") {
		const step = nameStep(bound, node, context);
		if (step.form) context.mismatches.push({ kind: "bare-step", bound, name: step.name, legal: step.form.bare === true });
		else reportName(bound, step, steps, context);
		return bound;
	}
	const entries = node.kind === "map" ? meantEntries(node) : nothing;
	const entry = entries[0];
	// A step that is merged in is checked where it is written.
	if (node.kind === "map" && !entry && node.entries.length > 0) return bound;
	if (entry && entries.length > 1 && isOutdented(entries, context.flavour)) {
		context.mismatches.push({ kind: "outdented", bound, entry, params: entries.slice(1) });
		nameStep(bound, entry.key, context);
		if (node.kind === "map") bindFreely(bound, node);
		return bound;
	}
	if (node.kind !== "map" || !entry || entries.length > 1) {
		context.mismatches.push({ kind: "step-shape", bound });
		if (node.kind === "map") bindEntries(bound, node, context);
		else bindFreely(bound, node);
		return bound;
	}
	const step = nameStep(bound, entry.key, context);
	if (!step.form || (steps.only && !steps.only.includes(step.name))) reportName(bound, step, steps, context);
	bound.below = [bindNode(entry.value, step.form ? expectedOf(step.form.type) : unknown, bound, entry, undefined, context)];
	return bound;
}

/** The entries of a map that holds several methods where it should hold one. */
function bindEntries(bound: Growing, node: MapNode, context: Context): void {
	bound.below = node.entries.map((entry) => {
		const { form } = stepOf(entry.key, context.flavour);
		return bindNode(entry.value, form ? expectedOf(form.type) : unknown, bound, entry, undefined, context);
	});
}

function nameStep(bound: Growing, key: ScalarNode, context: Context): Step {
	const step = stepOf(key, context.flavour);
	bound.step = step;
	context.steps.push(bound);
	return step;
}

function reportName(bound: Bound, step: Step, steps: StepsType, context: Context): void {
	const why = !step.method ? "unknown" : !step.form ? "flavour" : "place";
	if (why === "place" && !steps.only) return;
	context.mismatches.push({ kind: "unknown-method", bound, name: step.name, span: step.key.span, why, flavour: context.flavour });
}

function bindScalar(bound: Growing, node: ScalarNode, expected: Expected, context: Context): void {
	bound.types = expected.all;
	if (node.value === null) {
		const shape = expected.shapes[0];
		if (expected.steps) {
			bound.stepsType = expected.steps;
			context.mismatches.push({ kind: "no-steps", bound });
		} else if (shape && !expected.open && !expected.all.some((type) => type.kind === "null")) checkPresence(bound, undefined, shape, context.mismatches);
		else checkScalar(bound, node, expected, context.mismatches);
		return;
	}
	if (bindEmbedded(bound, node, expected, context)) return;
	const pairs = assignedIn(node, expected, context.source);
	if (pairs) {
		context.mismatches.push({ kind: "assigned", bound, pairs, isText: expected.texts.length > 0 });
		return;
	}
	if (expected.steps && isTemplate(node.value)) return;
	if (expected.steps && expected.texts.length === 0 && !expected.open) {
		context.mismatches.push({ kind: "not-steps", bound });
		return;
	}
	const old = expected.outdated?.find((each) => each.value === node.value);
	if (old) context.mismatches.push({ kind: "deprecated-value", bound, node, value: old });
	checkScalar(bound, node, expected, context.mismatches);
}

/** A text that holds a whole document as JSON is bound like one, in its own place. */
function bindEmbedded(bound: Growing, node: ScalarNode, expected: Expected, context: Context): boolean {
	if (!expected.embeds || typeof node.value !== "string") return false;
	if (holdsList(node.value)) {
		context.mismatches.push({ kind: "embedded-list", bound, node });
		return true;
	}
	if (!/^\s*\{\s*"/.test(node.value) || context.embedded >= deepestEmbedding) return false;
	const tree = parseJson(node.value);
	// What a placeholder brings may be what is missing.
	if (tree.faults.length > 0 && isDynamic(node.value)) return true;
	const place = offsetMap(context.source, node);
	for (const fault of tree.faults) {
		const span = led(fault.span, place);
		context.mismatches.push({ kind: "embedded-syntax", bound, fault: { span, message: fault.message } });
	}
	if (tree.root) {
		const inner = { ...within(context, tree.root), embedded: context.embedded + 1 };
		bound.below = [bindNode(embed(tree.root, node.value, place), expectedOf(documentType), bound, undefined, undefined, inner)];
		context.embeddings.push(bound);
	}
	return true;
}

/** Below what the language does not describe, there is still something to stand on. */
function bindFreely(bound: Growing, node: Node): void {
	if (node.kind !== "map" && node.kind !== "list") return;
	const below: Bound[] = [];
	bound.below = below;
	const add = (child: Node, entry: Entry | undefined) => {
		const made = grow(child, bound, entry, undefined);
		bindFreely(made, child);
		below.push(made);
	};
	if (node.kind === "map") for (const entry of node.entries) add(entry.value, entry);
	else for (const item of node.items) add(item, undefined);
}

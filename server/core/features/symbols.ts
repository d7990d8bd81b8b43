/** The outline of a document: its sections, their steps and branches, agents with their functions, contexts and steps. Derived from the description. */
import type { SymbolKind } from "vscode-languageserver-types";
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import type { Form, NameKind } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { type Entry, keyText } from "../syntax/node.ts";
import { labelOf, nameOf, nameSpan, spoken, titled } from "./symbol-names.ts";

/** A line of the outline. */
export interface Outlined {
	readonly name: string;
	readonly kind: SymbolKind;
	/** All of it. */
	readonly span: Span;
	/** Its name; inside `span`. */
	readonly selection: Span;
	readonly children: readonly Outlined[];
}

/** The protocol's numbers: its own names are not there at run time. */
const kinds = {
	namespace: 3,
	class: 5,
	method: 6,
	property: 7,
	enumeration: 10,
	function: 12,
	variable: 13,
	object: 19,
	key: 20,
	member: 22,
	event: 24,
} as const;

const kindsOfNames: { readonly [kind in NameKind]: SymbolKind } = {
	section: kinds.namespace,
	label: kinds.key,
	variable: kinds.variable,
	"control-id": kinds.key,
	function: kinds.function,
	context: kinds.class,
	"context-step": kinds.event,
};

/** The outline, in the order of the text. */
export function outline(document: Document): readonly Outlined[] {
	const { root } = document.binding();
	return root ? below(root).map((each) => fitted(each)) : [];
}

/** What a node has to show for itself, or else what is in it. */
function below(bound: Bound): readonly Outlined[] {
	return bound.below.flatMap((child) => (bound.stepsType ? stepIn(child) : child.entry ? entryIn(bound, child, child.entry) : itemIn(child)));
}

/** A step: its name and what it is called with. */
function stepIn(bound: Bound): readonly Outlined[] {
	const { step, node } = bound;
	if (!step) {
		if (node.kind !== "map") return [];
		// Several methods in one step, or none yet.
		return bound.below.flatMap((child) =>
			child.entry ? outlined(child, keyText(child.entry.key), kinds.method, child.entry.span, child.entry.key.span, below(child)) : [],
		);
	}
	const [value] = bound.below;
	const label = value && labelOf(value, step.form);
	const inner = value ? below(value) : [];
	return outlined(bound, spoken(step.name, label), kindOf(step.form), node.span, step.key.span, inner);
}

function kindOf(form: Form | undefined): SymbolKind {
	if (form?.flow === "branch") return kinds.enumeration;
	return form?.flow === "label" ? kinds.key : kinds.method;
}

/** An entry of a map: shown where it holds steps, names or objects. */
function entryIn(map: Bound, bound: Bound, entry: Entry): readonly Outlined[] {
	const { node, param } = bound;
	const key = keyText(entry.key);
	const inner = below(bound);
	const type = map.types[0];
	const named = type?.kind === "map" ? type.restDefines : undefined;
	const show = (name: string, kind: SymbolKind) => outlined(bound, name, kind, entry.span, entry.key.span, inner);
	if (named !== undefined) return named === "variable" ? [] : show(key, kindsOfNames[named]);
	// What only holds the sections, or the cases, has no line of its own.
	if (isDocument(map) && param && node.kind === "map") return inner;
	if (bound.stepsType) return show(param || !map.entry ? key : spoken(keyText(map.entry.key), key), kinds.member);
	if (param && bound.types.some((each) => each.kind === "map" && each.rest && alternatives([each.rest]).some(({ kind }) => kind === "steps"))) return inner;
	// A list whose items have names of their own needs no line for itself.
	if (node.kind === "list" && bound.below.length > 0 && bound.below.every((item) => nameOf(item))) return inner;
	if (inner.length > 0) return show(key, kinds.property);
	const described = bound.types.some((each) => each.kind === "map" && each.params.length > 0);
	return node.kind === "map" && node.entries.length > 0 && (described || bound.types.length === 0) ? show(key, kinds.object) : [];
}

/** An item of a list: by the name it introduces, or by what tells it from the others. */
function itemIn(bound: Bound): readonly Outlined[] {
	const { node } = bound;
	const inner = below(bound);
	if (isDocument(bound) || node.kind !== "map") return inner;
	const named = nameOf(bound);
	if (named) return outlined(bound, named.text, kindsOfNames[named.kind], node.span, nameSpan(named.bound), inner);
	const title = titled(bound);
	// An item that is nothing but one branch is that branch.
	if (!title) return inner;
	const [only] = inner;
	const branches = inner.some((each) => each.kind === kinds.member);
	return outlined(
		bound,
		title.text,
		branches ? kinds.member : kinds.object,
		node.span,
		title.span,
		branches && inner.length === 1 && only ? only.children : inner,
	);
}

function outlined(bound: Bound, name: string, kind: SymbolKind, span: Span, selection: Span, children: readonly Outlined[]): readonly Outlined[] {
	return [{ name: readable(name), kind, span: span.start < span.end ? span : bound.node.span, selection, children }];
}

const longest = 80;

/** A name on one line, of bounded length, without anything that is no sign; never empty. */
function readable(name: string): string {
	// More than this is cut anyway.
	const plain = name
		.slice(0, 8 * longest)
		.replace(/[\s\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+|\p{Cs}/gu, " ")
		.trim();
	const signs = [...plain];
	return plain === ""
		? '""'
		: signs.length > longest
			? `${signs
					.slice(0, longest - 1)
					.join("")
					.trimEnd()}…`
			: plain;
}

/** What half-written text leaves askew: a part of the outline holds its name and all of its children. */
function fitted({ name, kind, span, selection, children }: Outlined): Outlined {
	const inner = children.map(fitted);
	const start = Math.min(span.start, selection.start, ...inner.map((each) => each.span.start));
	const end = Math.max(span.end, selection.end, ...inner.map((each) => each.span.end));
	return { name, kind, span: { start, end }, selection, children: inner };
}

/** What a word means, where the pointer rests on it. */
import type { Span } from "../base/span.ts";
import { led, touches } from "../base/span.ts";
import { type Document, partAt } from "../document.ts";
import type { Param, Value } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { paramOf } from "../model/expected.ts";
import { wordsOf } from "../model/words.ts";
import { type Entry, keyText } from "../syntax/node.ts";
import { offsetMap } from "../syntax/offsets.ts";
import { keyProse, methodProse, paramProse, valueProse, valuesOf } from "./prose.ts";

/** A text about a stretch of the document. */
export interface Explanation {
	readonly span: Span;
	/** Markdown. */
	readonly text: string;
}

/** The explanation of what stands at `offset`, or undefined where there is nothing to say. */
export function hover(file: Document, offset: number): Explanation | undefined {
	const { document, place, inner } = partAt(file, offset);
	const bound = deepestAt(document.binding().root, inner(offset));
	const found = bound && explain(document, bound, inner(offset));
	return found && { ...found, span: led(found.span, place) };
}

/** The innermost bound node whose entry or span touches the offset. */
function deepestAt(root: Bound | undefined, offset: number): Bound | undefined {
	let found: Bound | undefined;
	let at = root;
	while (at) {
		found = at;
		at = at.below.find((child) => touches(child.entry?.span ?? child.node.span, offset) || touches(child.node.span, offset));
	}
	return found;
}

function explain(document: Document, bound: Bound, offset: number): Explanation | undefined {
	const { entry, node, param, parent } = bound;
	if (entry && touches(entry.key.span, offset)) {
		const { span } = entry.key;
		const step = parent?.step;
		if (step?.method && step.form) return { span, text: methodProse(step.method, step.form, document.format) };
		if (param) return { span, text: paramProse(param, ownerOf(bound)) };
		const known = knownKey(bound, entry);
		return known && { span, text: keyProse(known, ownerOf(bound)) };
	}
	if (!touches(node.span, offset)) return undefined;
	if (bound.step?.method && bound.step.form && node.kind === "scalar")
		return { span: node.span, text: methodProse(bound.step.method, bound.step.form, document.format) };
	return node.kind === "scalar" ? explainValue(document, bound, offset) : undefined;
}

function explainValue(document: Document, bound: Bound, offset: number): Explanation | undefined {
	const { node } = bound;
	if (node.kind !== "scalar" || node.value === null) return undefined;
	const { param, owner: inside } = meantFor(bound);
	const owner = param?.name ?? "this list";
	for (const type of bound.types) {
		if (type.kind === "text" && type.words && typeof node.value === "string") {
			const place = offsetMap(document.text, node);
			for (const word of wordsOf(node.value, type.words)) {
				const span = led(word, place);
				const known = type.words.of.find((each) => String(each.value) === word.name);
				if (known && touches(span, offset)) return { span, text: valueProse(known, owner, type) };
			}
		}
		const known = valuesOf(type).find((each) => each.value === node.value);
		if (known) return { span: node.span, text: valueProse(known, owner, type) };
	}
	if (param) return { span: node.span, text: paramProse(param, inside) };
	const step = bound.entry && bound.parent?.step;
	return step?.method && step.form && { span: node.span, text: methodProse(step.method, step.form, document.format) };
}

/** The param that a value is meant for, and whose it is: its own, that of the list it is in, or the one that the short form of a method stands for. */
function meantFor(bound: Bound): { readonly param: Param | undefined; readonly owner: string | undefined } {
	const { param, entry, node, parent } = bound;
	const step = entry && parent?.step;
	if (param || !parent) return { param, owner: ownerOf(bound) };
	if (step?.form?.shorthand) {
		const { shorthand, type } = step.form;
		const name = node.kind === "list" ? (shorthand.list ?? shorthand.param) : shorthand.param;
		const found = alternatives([type]).flatMap((each) => (each.kind === "map" ? (paramOf(each, name) ?? []) : []))[0];
		return { param: found, owner: step.name };
	}
	return parent.node.kind === "list" && !parent.stepsType ? meantFor(parent) : { param: undefined, owner: undefined };
}

/** The key as it is known among keys of the author's choosing. */
function knownKey({ parent }: Bound, { key }: Entry): Value | undefined {
	return parent?.types.flatMap((type) => (type.kind === "map" ? (type.restKeys ?? []) : [])).find((each) => String(each.value) === keyText(key));
}

/** What the author called the method or object that a param belongs to. */
function ownerOf(bound: Bound): string | undefined {
	const { parent } = bound;
	if (isDocument(parent)) return undefined;
	return parent?.entry ? String(parent.entry.key.value) : parent?.parent?.entry ? String(parent.parent.entry.key.value) : undefined;
}

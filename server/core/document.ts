/** One immutable version of one file, and what follows from its text. Facts are derived once and die with it: there is nothing to invalidate. */
import { once } from "./base/once.ts";
import { type Binding, type Bound, bind } from "./model/bind.ts";
import type { Format, Tree } from "./syntax/node.ts";
import { parse } from "./syntax/parse.ts";

export interface Document {
	readonly text: string;
	readonly format: Format;
	readonly tree: () => Tree;
	readonly binding: () => Binding;
	/** Every bound node, parents before children, in the order of the text. */
	readonly bounds: () => readonly Bound[];
}

/**
 * Opens one version of a text. Nothing is computed until it is asked for; settings never enter here.
 * `previous`, an earlier version of the same file, saves reading again what did not change; the facts are the same without it.
 */
export function openDocument(text: string, format: Format, previous?: Document): Document {
	let earlier = previous;
	const tree = once(() => {
		const read = parse(text, format, earlier?.format === format ? earlier.tree() : undefined);
		// Versions must not hang on to each other.
		earlier = undefined;
		return read;
	});
	const binding = once(() => bind(tree().root, text));
	const bounds = once(() => {
		const root = binding().root;
		return root ? everyBound(root) : [];
	});
	return { text, format, tree, binding, bounds };
}

function everyBound(root: Bound): readonly Bound[] {
	const all: Bound[] = [];
	const walk = (bound: Bound) => {
		all.push(bound);
		for (const child of bound.below) walk(child);
	};
	walk(root);
	return all;
}

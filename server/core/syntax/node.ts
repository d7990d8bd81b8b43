/** The tree that JSON and YAML share. Knows text and offsets; knows nothing of SWML. */
import type { Span } from "../base/span.ts";

export type Format = "json" | "yaml";

export type Node = MapNode | ListNode | ScalarNode | AliasNode;

export interface MapNode {
	readonly kind: "map";
	readonly span: Span;
	/** `flow`: in braces, and all of JSON. `block`: by indentation. */
	readonly style: "flow" | "block";
	readonly entries: readonly Entry[];
}

/** One `key: value` of a map. The span runs from the key to the end of the value. */
export interface Entry {
	readonly span: Span;
	readonly key: ScalarNode;
	readonly value: Node;
	/** In braces; all of JSON is. */
	readonly flow: boolean;
}

export interface ListNode {
	readonly kind: "list";
	readonly span: Span;
	readonly style: "flow" | "block";
	readonly items: readonly Node[];
}

/** `missing`: nothing is written where a value belongs; its span is empty. */
export type ScalarStyle = "plain" | "single" | "double" | "block" | "missing";

export interface ScalarNode {
	readonly kind: "scalar";
	readonly span: Span;
	readonly style: ScalarStyle;
	readonly value: string | number | boolean | null;
	/** Set on nodes that were read out of another text: from an index in `value` to the offset in the document. */
	readonly at?: (index: number) => number;
}

/** `*name`. What it stands for is checked where it is written. Or a value behind a tag of a tool's own (`!include x`), with the tag as its name: what that stands for is known to the tool alone. */
export interface AliasNode {
	readonly kind: "alias";
	readonly span: Span;
	readonly name: string;
}

/** Something the parser stumbled over. */
export interface SyntaxFault {
	readonly span: Span;
	/** What is wrong, then what to do. */
	readonly message: string;
	/** `info`: nothing is wrong but that it is not read. `warning`: it is read, and hardly as it is meant. */
	readonly level?: "info" | "warning";
	/** How far its effects go: what the tree says of this part follows from the fault. The fault's own lines, unless given. */
	readonly reach?: Span;
	readonly mend?: Mend;
	/** There is code of a template: what is missing, or too much, may be its doing. */
	readonly blind?: true;
	/** Not told, because it may be the doing of such code; what follows from it is not told either. */
	readonly hidden?: true;
}

/** A change to the text after which it can be read there. */
export interface Mend {
	/** What it does, as a command. */
	readonly title: string;
	readonly edits: readonly { readonly span: Span; readonly text: string }[];
	/** It cannot change what is meant. */
	readonly safe?: true;
	/** Nothing is wrong: for the author to choose. */
	readonly offer?: true;
}

/** What parsing gives: as much of a tree as there is, and the faults in order of place. */
export interface Tree {
	readonly root: Node | undefined;
	readonly faults: readonly SyntaxFault[];
}

/** Deeper documents are not read: no real one comes near, and recursion has an end. */
export const deepest = 256;

/** The value of `key` in a map, if it is written; with duplicates, the first. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
	return map.entries.length > few ? indexOf(map).byKey.get(key) : map.entries.find((entry) => entry.key.value === key);
}

/** Which of a map's entries an entry is, counted from 0; -1 where it is none of them. */
export function placeOf(map: MapNode, entry: Entry): number {
	return map.entries.length > few ? (indexOf(map).places.get(entry) ?? -1) : map.entries.indexOf(entry);
}

/** Most maps are small: looking through them is cheaper than keeping an index. Large ones are asked for each of their keys. */
const few = 16;

interface Index {
	readonly byKey: ReadonlyMap<ScalarNode["value"], Entry>;
	readonly places: ReadonlyMap<Entry, number>;
}

const indexes = new WeakMap<MapNode, Index>();

function indexOf(map: MapNode): Index {
	let index = indexes.get(map);
	if (!index) {
		const byKey = new Map<ScalarNode["value"], Entry>();
		const places = new Map<Entry, number>();
		for (const [at, entry] of map.entries.entries()) {
			if (!byKey.has(entry.key.value)) byKey.set(entry.key.value, entry);
			places.set(entry, at);
		}
		index = { byKey, places };
		indexes.set(map, index);
	}
	return index;
}

/** A key as text; numbers and booleans as they are read. */
export function keyText(key: ScalarNode): string {
	const { value } = key;
	return typeof value === "string" ? value : value === null ? "" : String(value);
}

/** The plain data a node stands for; aliases become null. */
export function dataOf(node: Node): unknown {
	switch (node.kind) {
		case "map":
			return Object.fromEntries(node.entries.map((entry) => [keyText(entry.key), dataOf(entry.value)]));
		case "list":
			return node.items.map(dataOf);
		case "scalar":
			return node.value;
		case "alias":
			return null;
	}
}

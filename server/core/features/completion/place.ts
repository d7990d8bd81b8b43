/** Where the cursor stands, in terms of the language: at a key, a step, a value or a word. */
import { lineStart } from "../../base/lines.ts";
import type { Span } from "../../base/span.ts";
import type { Document } from "../../document.ts";
import { documentType } from "../../language/document.ts";
import type { MapType, Param, Shorthand, StepsType, TextType } from "../../language/type.ts";
import type { Concrete } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import type { TextEdit } from "../../syntax/edit.ts";
import type { Layout } from "../../syntax/layout.ts";
import type { Node } from "../../syntax/node.ts";
import { type Token, tokenAt } from "../../syntax/token.ts";
import { blockPlace } from "./block.ts";
import { flowPlace } from "./flow.ts";

/** What may be written at the cursor. */
export type Place =
	| KeyPlace
	| { readonly kind: "step"; readonly steps: StepsType; readonly document: Document; readonly slot: Slot }
	| { readonly kind: "document"; readonly document: Document; readonly keys: KeyPlace | undefined; readonly slot: Slot }
	| ValuePlace
	| { readonly kind: "word"; readonly type: TextType; readonly others: readonly string[]; readonly slot: Slot };

export interface KeyPlace {
	readonly kind: "key";
	/** The objects that may be meant, in the order they are described. */
	readonly maps: readonly MapType[];
	readonly written: ReadonlySet<string>;
	/** What may stand here in place of an object, among all that may. Set where an item of a list begins. */
	readonly item?: readonly Concrete[];
	/** The object itself, where one is read. */
	readonly at?: Bound;
	readonly slot: Slot;
}

export interface ValuePlace {
	readonly kind: "value";
	readonly types: readonly Concrete[];
	readonly param: Param | undefined;
	/** Whether nothing is written yet, so that an object or a list may be begun: as an item of a list, or after a key. */
	readonly begins?: "item" | "value";
	/** The param that a bare value here stands for. */
	readonly shorthand?: Shorthand | undefined;
	/** What the other items of the list are. */
	readonly others?: ReadonlySet<unknown>;
	readonly slot: Slot;
}

/** How what is chosen is put into the text. */
export interface Slot {
	/** What is replaced: on one line, around the cursor. */
	readonly span: Span;
	/** The text at the cursor's line is in quotes that stay where they are: what is put in has none of its own. */
	readonly inQuotes: boolean;
	/** The span includes the opening quote. */
	readonly coversQuote: boolean;
	/** The value that is there already, after a colon: only the name is put in, and only one that the value fits. */
	readonly value: Node | undefined;
	/** The name that value has now. */
	readonly name?: string;
	/** Put in before and after: commas in braces, `- ` in lists. */
	readonly before: string;
	readonly after: string;
	/** A step put in here needs braces of its own. */
	readonly braces: boolean;
	readonly layout: Layout;
	/** How an object or a list is laid out below its key, where that is another way. */
	readonly below?: Layout;
	/** Where several keys are put in, each begins a line. */
	readonly ownLine: boolean;
	/** What is changed beside: a comma that was forgotten further up. */
	readonly also?: readonly TextEdit[];
}

/** The place of the cursor at `offset`, or undefined where nothing of SWML can stand: comments, free text, unknown objects. */
export function placeOf(document: Document, offset: number): Place | undefined {
	const token = tokenAt(document, offset);
	if (token === undefined) return undefined;
	if (isEmpty(document) && !token.quote) return emptyPlace(document, token);
	const around = innermost(document, offset);
	if (around) return flowPlace(document, around, token);
	return document.format === "yaml" ? blockPlace(document, token) : undefined;
}

/** Whether nothing is written yet but comments and the beginning of one word. */
function isEmpty({ text, format }: Document): boolean {
	if (text.length > 4000) return false;
	return /^[\w-]*$/.test((format === "yaml" ? text.replace(/^[ \t]*#.*$/gm, "") : text).trim());
}

/** Where nothing is written yet, a whole document may be, or in YAML its first key. */
function emptyPlace(document: Document, token: Token): Place | undefined {
	const { text, format } = document;
	if (format === "yaml" && lineStart(text, token.start) !== token.start) return undefined;
	const slot: Slot = {
		span: { start: token.start, end: token.end },
		inQuotes: false,
		coversQuote: false,
		value: undefined,
		before: "",
		after: "",
		braces: false,
		layout: { format, style: "block", indent: "", unit: document.style().unit },
		ownLine: true,
	};
	return { kind: "document", document, keys: format === "yaml" ? { kind: "key", maps: [documentType], written: new Set(), slot } : undefined, slot };
}

/** The smallest bound map or list in braces around an offset; one that is never closed goes on to its end. */
function innermost(document: Document, offset: number): Bound | undefined {
	let found: Bound | undefined;
	const walk = (bound: Bound) => {
		const { node } = bound;
		const inside = node.span.start <= offset && offset <= node.span.end;
		if (!inside) return;
		const open = node.kind === "map" || node.kind === "list";
		const closed = open && node.style === "flow" && /[}\]]/.test(document.text[node.span.end - 1] ?? "");
		if (open && node.style === "flow" && node.span.start < offset && (offset < node.span.end || !closed)) found = bound;
		for (const child of bound.below) walk(child);
	};
	const { root } = document.binding();
	if (root) walk(root);
	return found;
}

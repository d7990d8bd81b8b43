/** One immutable version of one file, and what follows from its text. Facts are derived once and die with it: there is nothing to invalidate. */
import { once } from "./base/once.ts";
import { countUpTo } from "./base/search.ts";
import { led, type Span } from "./base/span.ts";
import { sectionType } from "./language/document.ts";
import type { Flavour, Type } from "./language/type.ts";
import { type Binding, type Bound, bind } from "./model/bind.ts";
import { flavourBy, sectionsOf, votesOf } from "./model/flavour.ts";
import { type Piece, piecesOf } from "./piece.ts";
import { type Alias, aliasesIn, anchorsIn, danglingAliases } from "./syntax/aliases.ts";
import { type Style, styleOf } from "./syntax/edit.ts";
import { putFaultBack } from "./syntax/mend.ts";
import type { Format, Node, SyntaxFault, Tree } from "./syntax/node.ts";
import { parse, parseFrame, withFaults } from "./syntax/parse.ts";
import { type Cut, cut, elsewhere, excerpt } from "./syntax/parts.ts";
import { relocate } from "./syntax/relocate.ts";

/** A text that is read as SWML: a file, or a part of one. */
export interface Document {
	readonly text: string;
	readonly format: Format;
	/** How the file is laid out, also where this is a part of it. */
	readonly style: () => Style;
	readonly tree: () => Tree;
	readonly binding: () => Binding;
	/** Every bound node, parents before children, in the order of the text. */
	readonly bounds: () => readonly Bound[];
	readonly parts: () => Parts;
}

/** A document that is a part of a file, and the way between their offsets. */
export interface Part {
	readonly document: Document;
	/** What of the file it is; of the frame, all. */
	readonly span: Span;
	/** From an offset of the part to the file's. */
	readonly place: (offset: number) => number;
	/** From an offset of the file to the part's. */
	readonly inner: (offset: number) => number;
}

/** A file in parts. A text that cannot be cut, or is a part itself, is its own frame, without steps. */
export interface Parts {
	/** What is left of the file when the steps of its sections are taken out. */
	readonly frame: Part;
	/** In the order of the text. */
	readonly steps: readonly Part[];
	/** Where the steps stand, and the list each is in. */
	readonly cut: Cut;
	readonly flavour: Flavour;
	/** What another version can take over. */
	readonly memory: Readonly<Memory>;
}

/** What was read last of a file, for the next version to take over: texts of steps with their trees, never a version. The answers are the same without it. */
export interface Memory {
	format?: Format;
	pieces: readonly Piece[];
	frame?: Document;
}

/** A memory of nothing. */
export function remember(): Memory {
	return { pieces: [] };
}

/** The document a piece was last opened as. */
const opened = new WeakMap<Piece, { readonly document: Document; readonly flavour: Flavour; readonly style: Style }>();

/** Opens one version of a text. Nothing is computed until it is asked for; settings never enter here. */
export function openDocument(text: string, format: Format, memory: Memory = remember()): Document {
	const stretches = once(() => cut(text, format));
	const parts = once(
		(): Parts => (stretches().length > 0 ? divide(document, stretches(), memory) : undivided(document, flavourBy([votesOf(sectionsOf(tree().root))]))),
	);
	const tree = once(() => (stretches().length > 0 ? join(parts(), faultsOf(document)) : parse(text, format)));
	const document: Document = {
		...read(
			text,
			format,
			once(() => styleOf(text)),
			tree,
			() => parts().flavour,
		),
		parts,
	};
	return document;
}

/** Opens another text in the place of a document that is a part, or was put together from some: as what stands there, in the flavour of the file. */
export function reopen(document: Document, text: string): Document {
	return openPart(text, document.format, document.style(), () => parse(text, document.format), document.parts().flavour);
}

function openPart(text: string, format: Format, style: Style, tree: () => Tree, flavour: Flavour, type?: Type): Document {
	const known = once(tree);
	const document: Document = {
		...read(
			text,
			format,
			() => style,
			known,
			() => flavour,
			type,
		),
		parts: once(() => undivided(document, flavour)),
	};
	return document;
}

function read(text: string, format: Format, style: () => Style, tree: () => Tree, flavour: () => Flavour, type?: Type): Omit<Document, "parts"> {
	const binding = once(() => bind(tree().root, text, flavour(), type));
	const bounds = once(() => {
		const { root } = binding();
		return root ? everyBound(root) : [];
	});
	return { text, format, style, tree, binding, bounds };
}

function undivided(document: Document, flavour: Flavour): Parts {
	const itself = (offset: number) => offset;
	return { frame: { document, span: { start: 0, end: document.text.length }, place: itself, inner: itself }, steps: [], cut: [], flavour, memory: remember() };
}

function divide({ text, format, style }: Document, stretches: Cut, memory: Memory): Parts {
	const known = memory.format === format ? memory : remember();
	const pieces = piecesOf(text, format, stretches, known.pieces);
	const rest = excerpt(text, format, stretches);
	const kept = known.frame?.text === rest.text ? known.frame : undefined;
	const frameTree = kept?.tree ?? once(() => parseFrame(rest.text, format));
	const flavour = flavourBy([votesOf(sectionsOf(frameTree().root)), ...pieces.map((piece) => piece.votes())]);
	const own = style();
	const dangling = format === "yaml" && text.includes("*") ? danglingIn(stretches, pieces, frameTree, rest) : undefined;
	const open = (kept: Document | undefined, inner: string, tree: () => Tree, aliases: readonly Alias[], type?: Type): Document => {
		if (aliases.length > 0) return openPart(inner, format, own, () => withFaults(tree(), danglingAliases(inner, aliases, new Map())), flavour, type);
		return kept ?? openPart(inner, format, own, tree, flavour, type);
	};
	const frame = open(kept && kept.parts().flavour === flavour && sameStyle(kept.style(), own) ? kept : undefined, rest.text, frameTree, dangling?.frame ?? []);
	// A frame with aliases to nothing is not what its text alone says.
	memory.format = format;
	memory.pieces = pieces;
	if (!dangling || dangling.frame.length === 0) memory.frame = frame;
	const steps = pieces.map((piece, index): Part => {
		const { start, end, indent } = stretches[index] ?? { start: 0, end: 0, indent: "" };
		const aliases = dangling?.steps[index] ?? [];
		const last = opened.get(piece);
		const kept = last?.flavour === flavour && sameStyle(last.style, own) ? last.document : undefined;
		const document = open(kept, piece.text, piece.tree, aliases, sectionType);
		if (aliases.length === 0 && !kept) opened.set(piece, { document, flavour, style: own });
		const by = start - indent.length;
		return { document, span: { start, end }, place: (offset) => Math.max(start, offset + by), inner: (offset) => offset - by };
	});
	return {
		frame: { document: frame, span: { start: 0, end: text.length }, place: rest.place, inner: rest.inner },
		steps,
		cut: stretches,
		flavour,
		memory: { ...memory },
	};
}

function sameStyle(a: Style, b: Style): boolean {
	return a.unit === b.unit && a.lineBreak === b.lineBreak;
}

/** The aliases of which the anchor stands nowhere above them in the file, of the frame and of each step. */
function danglingIn(stretches: Cut, pieces: readonly Piece[], frame: () => Tree, rest: ReturnType<typeof excerpt>) {
	const inFrame = aliasesIn(frame().root, rest.text);
	if (inFrame.length === 0 && pieces.every((piece) => piece.aliases().length === 0)) return undefined;
	const first = new Map<string, number>();
	const note = (name: string, offset: number) => first.set(name, Math.min(first.get(name) ?? offset, offset));
	for (const [name, offset] of anchorsIn(rest.text)) note(name, rest.place(offset));
	for (const [index, piece] of pieces.entries()) for (const [name, offset] of piece.anchors()) note(name, offset + (stretches[index]?.start ?? 0));
	const lost = (aliases: readonly Alias[], place: (offset: number) => number) =>
		aliases.filter(({ name, span }) => (first.get(name) ?? Number.POSITIVE_INFINITY) >= place(span.start));
	return {
		frame: lost(inFrame, rest.place),
		steps: pieces.map((piece, index) => lost(piece.aliases(), (offset) => offset + (stretches[index]?.start ?? 0))),
	};
}

/** The tree of a file, put together from its parts. */
function join({ frame, steps, cut: stretches }: Parts, faults: readonly SyntaxFault[]): Tree {
	const items: Node[][] = [];
	const spans: Span[] = [];
	for (const [index, { document, place }] of steps.entries()) {
		const { root } = document.tree();
		const list = stretches[index]?.list ?? 0;
		items[list] ??= [];
		const span = root && led(root.span, place);
		if (span) spans[list] = { start: spans[list]?.start ?? span.start, end: span.end };
		if (root?.kind === "list") items[list]?.push(...root.items.map((item) => moved(item, place)));
		else if (root) items[list]?.push(moved(root, place));
	}
	const filled = (node: Node): Node => {
		if (node.kind === "map") return { ...node, span: led(node.span, frame.place), entries: node.entries.map((entry) => filledEntry(entry)) };
		const held = node.kind === "list" ? node.items.find((item) => item.kind === "scalar" && item.value === elsewhere) : undefined;
		if (node.kind === "list" && held) {
			const list = stretches[stepIndexAt(steps, frame.place(held.span.start))]?.list ?? 0;
			// Brackets are the frame's; a list without them is as long as its items.
			const span = node.style === "block" ? spans[list] : undefined;
			return { ...node, span: span ?? led(node.span, frame.place), items: items[list] ?? [] };
		}
		return moved(node, frame.place);
	};
	const filledEntry = (entry: { readonly span: Span; readonly key: Node; readonly value: Node; readonly flow: boolean }) => {
		const key = moved(entry.key, frame.place);
		const value = filled(entry.value);
		return { ...entry, span: led(entry.span, frame.place), key: key.kind === "scalar" ? key : { ...emptyKey, span: key.span }, value };
	};
	const { root } = frame.document.tree();
	return { root: root && filled(root), faults };
}

const emptyKey = { kind: "scalar", style: "missing", value: null } as const;

function moved(node: Node, place: (offset: number) => number): Node {
	return relocate(node, (span) => led(span, place));
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

/** What of a file cannot be read, in the order of the text. */
export function faultsOf(file: Document): readonly SyntaxFault[] {
	const { frame, steps } = file.parts();
	if (steps.length === 0) return frame.document.tree().faults;
	const faults: SyntaxFault[] = [];
	for (const { document, place } of [frame, ...steps]) for (const fault of document.tree().faults) faults.push(putFaultBack(fault, place));
	return faults.sort((a, b) => a.span.start - b.span.start);
}

/** The step that stands at an offset of a file; undefined outside all of them. Where two meet, the later one. */
export function stepAt({ steps }: Parts, offset: number): Part | undefined {
	const index = stepIndexAt(steps, offset);
	const part = steps[index];
	return part && offset <= part.span.end ? part : undefined;
}

/** The part of a file that stands at an offset: a step, or else the frame. */
export function partAt(file: Document, offset: number): Part {
	return stepAt(file.parts(), offset) ?? file.parts().frame;
}

/** The last step that begins at or before an offset; -1 where there is none. */
function stepIndexAt(steps: readonly Part[], offset: number): number {
	return countUpTo(offset, steps.length, (index) => steps[index]?.span.start ?? 0) - 1;
}

/** A file without the steps that do not touch `span`: what can be said of a place there can be said by this. */
export function around(file: Document, span: Span): Part {
	const { steps, cut: stretches, frame, flavour } = file.parts();
	if (steps.length === 0) return frame;
	let from = Math.max(0, stepIndexAt(steps, span.start));
	// Where two steps meet, both are at hand.
	if (from > 0 && steps[from]?.span.start === span.start) from--;
	const to = stepIndexAt(steps, span.end) + 1;
	const shown = excerpt(file.text, file.format, stretches, from, Math.max(to, from + 1));
	const document = openPart(shown.text, file.format, file.style(), () => parse(shown.text, file.format), flavour);
	return { document, span: { start: 0, end: file.text.length }, place: shown.place, inner: shown.inner };
}

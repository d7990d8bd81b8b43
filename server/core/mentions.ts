/** Where names stand in a file: what introduces one, and what refers to it. Read off the description, part by part. Never here: a method, or what is done with a name. */
import { countUpTo } from "./base/search.ts";
import { led, type Span, touches } from "./base/span.ts";
import { type Document, partAt } from "./document.ts";
import type { MapType, NameKind, TextType } from "./language/type.ts";
import { visibleIn } from "./language/vocabulary/visibility.ts";
import { type Bound, isDocument } from "./model/bind.ts";
import { paramOf } from "./model/expected.ts";
import { isDynamic } from "./model/expression.ts";
import type { ScalarNode } from "./syntax/node.ts";
import { offsetMap } from "./syntax/offsets.ts";

/** One place where a name is written, in offsets of its file. */
export interface Mention {
	readonly kind: NameKind;
	readonly name: string;
	/** Whether the name is introduced here, or referred to. */
	readonly role: "defines" | "refers";
	/** The name as it is written, without quotes. */
	readonly span: Span;
	/** Where what the name is visible in begins: names of one kind are the same thing if they stand in the same scope. */
	readonly scope: number;
	/** Where the innermost list that it stands in begins. */
	readonly list: number;
	/** What is filled in at run time: it may be any name. */
	readonly dynamic: boolean;
	/** The language gives this name a meaning. */
	readonly reserved: boolean;
	/** The scalar, in the document of the part it stands in. */
	readonly node: ScalarNode;
	readonly isKey: boolean;
	/** Inside a document that stands in a text. */
	readonly inText: boolean;
}

const kept = new WeakMap<Document, readonly Mention[]>();

/** Scope of what no part can tell: the file, or, for what belongs to a section, the section the part stands in. */
const outside = -1;

/** The names that stand in a document, in the order of its text, with offsets and scopes of its own. */
function mentionsIn(document: Document): readonly Mention[] {
	let found = kept.get(document);
	if (!found) {
		found = document.bounds().flatMap((bound) => mentionsOf(document, bound));
		kept.set(document, found);
	}
	return found;
}

function mentionsOf(document: Document, bound: Bound): readonly Mention[] {
	const { entry, parent, node } = bound;
	const mention = (kind: NameKind, role: Mention["role"], scalar: ScalarNode, isKey = false, reserved = false): Mention => {
		// A break at the end is told where it stands, and taken for a slip.
		const name = String(scalar.value).trimEnd();
		const place = offsetMap(document.text, scalar);
		const span = { start: place(0), end: place(name.length) };
		const scope = scopeOf(kind, isKey ? parent : bound);
		return { kind, name, role, span, scope, list: listOf(bound), dynamic: isDynamic(name), reserved, node: scalar, isKey, inText: isInText(bound) };
	};
	const found: Mention[] = [];
	const named = entry && parent?.types.find((type): type is MapType => type.kind === "map" && type.restDefines !== undefined);
	if (named?.restDefines && typeof entry?.key.value === "string" && entry.key.value !== "<<")
		found.push(mention(named.restDefines, "defines", entry.key, true, paramOf(named, entry.key.value) !== undefined));
	if (node.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return found;
	const texts = bound.types.filter((type): type is TextType => type.kind === "text");
	const defines = texts.find((type) => type.defines)?.defines;
	if (defines) found.push(mention(defines, "defines", node));
	const refers = texts.find((type) => type.refers);
	if (refers?.refers && isName(refers, node.value)) found.push(mention(refers.refers, "refers", node));
	return found;
}

/** Whether a text that may name something does: an address, a document and a word of the language name nothing. */
function isName({ format, values }: TextType, text: string): boolean {
	if (values?.some(({ value }) => value === text)) return false;
	return isDynamic(text) || format !== "dest" || !isNoSectionName(text.trimEnd());
}

/** Where the thing that a name of this kind is visible in begins, in the offsets of the document. */
function scopeOf(kind: NameKind, bound: Bound | undefined): number {
	for (let at: Bound | undefined = bound; at; at = at.parent) {
		switch (visibleIn[kind]) {
			case "document":
				if (isDocument(at) && at.parent) return at.node.span.start;
				break;
			case "section":
				if (at.entry && at.parent?.types.some((type) => type.kind === "map" && type.restDefines === "section")) return at.entry.key.span.start;
				break;
			case "step":
				if (at.step) return at.node.span.start;
				break;
			case "file":
				return outside;
		}
	}
	return outside;
}

function listOf({ parent }: Bound): number {
	for (let at = parent; at; at = at.parent) if (at.node.kind === "list") return at.node.span.start;
	return outside;
}

function isInText({ parent }: Bound): boolean {
	for (let at = parent; at; at = at.parent) if (at.node.kind === "scalar") return true;
	return false;
}

const files = new WeakMap<Document, readonly Mention[]>();

/** The names that stand in a file, in the order of the text. */
export function mentionsOfFile(file: Document): readonly Mention[] {
	const known = files.get(file);
	if (known) return known;
	const { frame, steps } = file.parts();
	const sections = mentionsIn(frame.document)
		.filter(({ kind, scope, role }) => kind === "section" && role === "defines" && scope === outside)
		.map(({ node }) => frame.place(node.span.start));
	const all = [frame, ...steps].flatMap(({ document, span, place }) => {
		const home = sections[countUpTo(span.start, sections.length, (index) => sections[index] ?? 0) - 1] ?? outside;
		return mentionsIn(document).map((mention): Mention => {
			const scope = mention.scope !== outside ? place(mention.scope) : visibleIn[mention.kind] === "section" ? home : outside;
			return { ...mention, span: led(mention.span, place), scope, list: mention.list === outside ? outside : place(mention.list) };
		});
	});
	all.sort((a, b) => a.span.start - b.span.start);
	files.set(file, all);
	return all;
}

/** What a name of this kind is called. */
export function kindOf({ kind }: Pick<Mention, "kind">): string {
	return kind.replace("-", " ");
}

/** Whether a text that may be the name of a section would be read as something else: an address, a document, an expression. */
export function isNoSectionName(text: string): boolean {
	return /[:/{}[\]\n]/.test(text);
}

/** The name at an offset of a file; what is filled in at run time is none. */
export function mentionAt(file: Document, offset: number): Mention | undefined {
	const { document, inner } = partAt(file, offset);
	// Most places name nothing, and cost no more than their part.
	if (!mentionsIn(document).some(({ span }) => touches(span, inner(offset)))) return undefined;
	return mentionsOfFile(file).find((mention) => !mention.dynamic && touches(mention.span, offset));
}

/** All places in a file that name the same thing, in the order of the text. */
export function sameAs(file: Document, { kind, name, scope }: Mention): readonly Mention[] {
	return mentionsOfFile(file).filter((each) => each.kind === kind && each.name === name && each.scope === scope);
}

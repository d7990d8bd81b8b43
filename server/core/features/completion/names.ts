/** The names that can be written at a place: those that stand in the file, and the variables that its methods set. */
import { touches } from "../../base/span.ts";
import type { Document } from "../../document.ts";
import type { NameKind, Variable } from "../../language/type.ts";
import { type Mention, mentionsOfFile } from "../../mentions.ts";
import type { Bound } from "../../model/bind.ts";

/** A variable with the method that sets it. */
export interface SetVariable extends Variable {
	readonly by?: string;
	readonly at: number;
}

/** What can be asked of the names of a file, from where the cursor is. */
export interface Names {
	/** The names of a kind that may be referred to here, in the order of the text. */
	readonly defined: (kind: NameKind) => readonly string[];
	/** The names of a kind that are referred to, and stand nowhere. */
	readonly missing: (kind: NameKind) => readonly string[];
	/** The variables that methods set, the nearest above first. */
	readonly variables: () => readonly SetVariable[];
}

/** The names of a file, asked for at `offset`; what is written there is none of them. */
export function namesAt(file: Document, offset: number): Names {
	const { frame, steps } = file.parts();
	const mentions = mentionsOfFile(file).filter(({ span, dynamic }) => !dynamic && !touches(span, offset));
	const sets = [frame, ...steps].flatMap(({ document, place }) => setIn(document).map((each): SetVariable => ({ ...each, at: place(each.at) })));
	const starts = mentions.filter(({ kind, role }) => kind === "section" && role === "defines").map(({ span }) => span.start);
	const from = starts.reduce((last, start) => (start <= offset ? Math.max(last, start) : last), -1);
	const to = starts.reduce((first, start) => (start > offset ? Math.min(first, start) : first), Number.POSITIVE_INFINITY);
	const unique = (found: readonly Mention[]) => [...new Set(found.map(({ name }) => name))];
	const defined = (kind: NameKind) =>
		// A label belongs to its section.
		unique(mentions.filter((each) => each.role === "defines" && each.kind === kind && (kind !== "label" || (from <= each.span.start && each.span.start < to))));
	return {
		defined,
		missing: (kind) => {
			const known = new Set(defined(kind));
			return unique(mentions.filter((each) => each.role === "refers" && each.kind === kind && /^[\w-]+$/.test(each.name) && !known.has(each.name)));
		},
		variables: () => {
			const above = sets.filter((each) => each.at <= offset).sort((a, b) => b.at - a.at);
			const own = defined("variable").map((name): SetVariable => ({ name, at: 0 }));
			const below = sets.filter((each) => each.at > offset).sort((a, b) => a.at - b.at);
			const known = new Set<string>();
			return [...above, ...own, ...below].filter(({ name }) => !known.has(name) && known.add(name));
		},
	};
}

const kept = new WeakMap<Document, readonly SetVariable[]>();

/** The variables that the methods of a document set, with offsets of its own. */
function setIn(document: Document): readonly SetVariable[] {
	let found = kept.get(document);
	if (!found) {
		found = document.bounds().flatMap(({ node, step }) => (step?.form?.sets ?? []).map((each) => ({ ...each, by: step?.name ?? "", at: node.span.start })));
		kept.set(document, found);
	}
	return found;
}

/** The values that the variable of these cases can have, as far as the language says: of the step they belong to, or of the nearest above that sets it. */
export function outcomesAt(cases: Bound, sibling: string, names: Names): readonly string[] {
	const body = cases.parent;
	const written = body?.below.find((each) => each.entry?.key.value === sibling)?.node;
	const shapes = body?.types.flatMap((type) => (type.kind === "map" ? [type] : [])) ?? [];
	const standard = shapes.flatMap((map) => map.params.filter((param) => param.name === sibling).map((param) => param.default))[0];
	const variable = written?.kind === "scalar" && typeof written.value === "string" ? written.value : standard;
	for (let at = body; at; at = at.parent) {
		const own = at.step?.form?.sets?.find((each) => each.name === variable);
		if (own?.values) return own.values;
	}
	return names.variables().find((each) => each.name === variable)?.values ?? [];
}

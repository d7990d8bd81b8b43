/** The names that stand in a file: what it defines, refers to and sets, in every step of it. Each part is read once. */
import type { Document } from "../../document.ts";
import type { NameKind, Variable } from "../../language/type.ts";
import type { Bound } from "../../model/bind.ts";

/** A name with the place where it stands, in offsets of the file. */
interface Name {
	readonly kind: NameKind;
	readonly name: string;
	readonly at: number;
}

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
	const all = [frame, ...steps].flatMap(({ document, place }) => {
		const { defines, refers, sets } = summaryOf(document);
		const placed = <T extends { readonly at: number; readonly end: number }>(each: T) => ({ ...each, at: place(each.at), end: place(each.end) });
		return [{ defines: defines.map(placed), refers: refers.map(placed), sets: sets.map((each) => ({ ...each, at: place(each.at) })) }];
	});
	const elsewhere = ({ at, end }: { readonly at: number; readonly end: number }) => offset < at || end < offset;
	const defines = all.flatMap((each) => each.defines).filter(elsewhere);
	const starts = defines.filter((each) => each.kind === "section").map((each) => each.at);
	const from = starts.reduce((last, start) => (start <= offset ? Math.max(last, start) : last), -1);
	const to = starts.reduce((first, start) => (start > offset ? Math.min(first, start) : first), Number.POSITIVE_INFINITY);
	const unique = (names: readonly Name[]) => [...new Set([...names].sort((a, b) => a.at - b.at).map((each) => each.name))];
	const defined = (kind: NameKind) =>
		// A label belongs to its section.
		unique(defines.filter((each) => each.kind === kind && (kind !== "label" || (from <= each.at && each.at < to))));
	return {
		defined,
		missing: (kind) => {
			const known = new Set(defined(kind));
			return unique(all.flatMap((each) => each.refers).filter((each) => each.kind === kind && elsewhere(each) && !known.has(each.name)));
		},
		variables: () => {
			const sets: readonly SetVariable[] = all.flatMap((each) => each.sets);
			const above = sets.filter((each) => each.at <= offset).sort((a, b) => b.at - a.at);
			const own = defined("variable").map((name): SetVariable => ({ name, at: 0 }));
			const below = sets.filter((each) => each.at > offset).sort((a, b) => a.at - b.at);
			const known = new Set<string>();
			return [...above, ...own, ...below].filter(({ name }) => !known.has(name) && known.add(name));
		},
	};
}

interface Summary {
	readonly defines: readonly (Name & { readonly end: number })[];
	readonly refers: readonly (Name & { readonly end: number })[];
	readonly sets: readonly SetVariable[];
}

const summaries = new WeakMap<Document, Summary>();

function summaryOf(document: Document): Summary {
	const known = summaries.get(document);
	if (known) return known;
	const defines: (Name & { readonly end: number })[] = [];
	const refers: (Name & { readonly end: number })[] = [];
	const sets: SetVariable[] = [];
	for (const bound of document.bounds()) {
		const { entry, parent, node, step } = bound;
		const keys = entry && parent?.types.flatMap((type) => (type.kind === "map" && type.restDefines ? [type.restDefines] : []))[0];
		if (entry && keys && typeof entry.key.value === "string")
			defines.push({ kind: keys, name: entry.key.value, at: entry.key.span.start, end: entry.key.span.end });
		for (const variable of step?.form?.sets ?? []) sets.push({ ...variable, by: step?.name ?? "", at: node.span.start });
		if (node.kind !== "scalar" || typeof node.value !== "string" || node.value === "") continue;
		for (const type of bound.types) {
			if (type.kind !== "text") continue;
			const here = { name: node.value, at: node.span.start, end: node.span.end };
			if (type.defines) defines.push({ kind: type.defines, ...here });
			if (type.refers && /^[\w-]+$/.test(node.value)) refers.push({ kind: type.refers, ...here });
		}
	}
	const summary = { defines, refers, sets };
	summaries.set(document, summary);
	return summary;
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

/** The facts file (`swml-language-2026-11.json`) as types, and what is read out of one node of it. Never here: our own description. */
import type { Json } from "../../server/core/language/type.ts";

/** One node of the facts: what a value may be. */
export interface Fact {
	readonly t?: string | readonly string[];
	readonly ref?: string;
	readonly params?: Facts;
	/** What all alternatives of `union` have in common. */
	readonly common?: Facts;
	readonly union?: readonly Fact[];
	readonly items?: Fact;
	/** The schema of extra keys; in hidden methods, the name of an expression language. */
	readonly values?: Fact | string;
	readonly keys?: readonly string[];
	readonly open?: boolean;
	readonly empty?: boolean;
	readonly req?: boolean;
	readonly default?: Json;
	readonly defaultText?: boolean;
	readonly enum?: readonly (string | number | boolean)[];
	readonly suggest?: readonly string[];
	readonly min?: number;
	readonly max?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly minProps?: number;
	readonly minLen?: number;
	readonly pattern?: string;
	readonly format?: string;
	readonly deprecated?: boolean;
	/** `engine` or `sdk-next`; absent where the published schema has it. */
	readonly tier?: string;
	/** What it means, in the words of the facts; `?` where no source says. */
	readonly mean?: string;
	readonly experimental?: boolean;
	readonly replacedBy?: string;
	readonly forms?: { readonly [source: string]: readonly string[] };
	readonly nests?: string;
	readonly methods?: readonly string[];
	readonly expr?: string;
	readonly x?: Curated;
}

/** Nodes by name. */
export type Facts = { readonly [name: string]: Fact };

/** What was gathered by hand beside the schema. */
export interface Curated {
	readonly sem?: string;
	readonly unit?: string;
	readonly list?: { readonly of: readonly string[] | string; readonly sep: string; readonly ci?: boolean; readonly suffix?: string };
	readonly ref?: string;
	readonly def?: string;
	readonly expr?: string;
	readonly nests?: string;
	readonly replacedBy?: string;
	readonly suggest?: readonly string[];
	readonly extra?: { readonly [name: string]: Extra };
	readonly docs?: Json;
	readonly sdk?: Json;
	readonly ed23?: Json;
	readonly engine?: EngineFacts;
	/** What the published schema says where the main value follows the platform. */
	readonly spec?: { readonly enum?: readonly Json[] };
	readonly maxBytes?: number;
	readonly exclusiveMin?: number;
}

/** What the platform's own list says where it differs. */
export interface EngineFacts {
	readonly alsoString?: boolean;
	readonly alsoNumber?: boolean;
	readonly alsoAny?: boolean;
	readonly alsoObject?: boolean | string;
	readonly absent?: boolean;
	readonly optional?: boolean;
	readonly noEffectWithout?: readonly (readonly string[])[];
}

/** A key that is seen outside the schema. */
export interface Extra extends Omit<Fact, "params"> {
	readonly from: string;
	/** The names alone. */
	readonly params?: readonly string[];
}

/** A method as it is in one flavour. */
export interface MethodFacts {
	readonly experimental?: boolean;
	readonly value: Fact;
	readonly forms: { readonly [source: string]: readonly string[] };
	readonly flow: string;
	readonly preAnswer?: string;
	readonly sets?: { readonly [name: string]: { readonly t?: string; readonly vals?: readonly string[] } };
}

/** What is known of one SWAIG action, over all sources. */
export interface ActionFacts {
	readonly t: readonly string[];
	readonly schema: boolean | string;
	readonly engine?: boolean;
	readonly bedrockDocs: boolean | string;
	readonly default?: Json;
	readonly max?: number;
	readonly params?: readonly string[];
	readonly vals?: readonly (string | boolean)[];
}

/** The whole file, as far as it is compared. */
export interface FactsFile {
	readonly methods: { readonly [name: string]: { readonly [flavour: string]: MethodFacts } };
	readonly hiddenMethods: { readonly [name: string]: Fact & { readonly flavour: string } };
	readonly actions: { readonly [name: string]: ActionFacts };
	readonly types: Facts;
	readonly documents: { readonly [flavour: string]: { readonly root: Fact; readonly methods: readonly string[] } };
	readonly lists: { readonly gateForbidden?: readonly string[]; readonly bareStepNames: { readonly ed23: readonly string[] } };
}

/** The kinds of value, in the words of the facts and of our description alike. */
export type Kind = "text" | "integer" | "number" | "boolean" | "null" | "any" | "list" | "map" | "steps" | "document";

/** A node that is exactly one kind of value. */
export interface Atom {
	readonly kind: Kind;
	readonly fact: Fact;
}

const kinds: { readonly [t: string]: Kind } = {
	string: "text",
	integer: "integer",
	number: "number",
	boolean: "boolean",
	null: "null",
	any: "any",
	array: "list",
	"array?": "list",
	object: "map",
	document: "document",
	step: "steps",
};

/** The kind that a type word of the facts stands for; `var` and `bare` are none. */
export function kindNamed(t: string): Kind | undefined {
	return kinds[t];
}

/** Resolves references: the node with everything that its type says. */
export function resolved(fact: Fact, types: Facts): Fact {
	const target = fact.ref === undefined ? undefined : types[fact.ref];
	if (!target) return fact;
	const { ref: _, ...own } = fact;
	const base = resolved(target, types);
	return { ...base, ...own, ...(base.x || own.x ? { x: { ...base.x, ...own.x } } : {}) };
}

/** What a node may be, as single kinds: unions laid flat, common params merged in, bounds of a union handed to its members. */
export function atoms(fact: Fact, types: Facts): readonly Atom[] {
	const node = resolved(fact, types);
	if (node.union) {
		const { union, common, params: _, t: __, ...outer } = node;
		return union.flatMap((member) =>
			atoms(member, types).map((atom) => {
				const extra = { ...outer.x?.extra, ...atom.fact.x?.extra };
				const x = { ...outer.x, ...atom.fact.x, extra };
				const merged = { ...outer, ...atom.fact, ...tighter(outer, atom.fact), x };
				return { kind: atom.kind, fact: atom.kind === "map" && common ? { ...merged, params: { ...common, ...atom.fact.params } } : merged };
			}),
		);
	}
	if (node.nests === "steps" && (node.t === undefined || node.t === "array")) return [{ kind: "steps", fact: node.items ?? node }];
	if (node.t === undefined) return node.expr ? [{ kind: "text", fact: node }] : node.enum ? [{ kind: "text", fact: node }] : [];
	const words = typeof node.t === "string" ? [node.t] : node.t;
	return words.flatMap((t) => {
		const kind = kindNamed(t);
		if (!kind) return [];
		// Single whole numbers beside a range of whole numbers say nothing about fractions.
		const whole = kind === "number" && node.enum?.every((value) => Number.isInteger(value));
		return [{ kind: whole ? ("integer" as const) : kind, fact: node }];
	});
}

/** The range that satisfies a union and its member. */
function tighter(outer: Fact, inner: Fact): Pick<Fact, "min" | "max"> {
	const min = Math.max(outer.min ?? -Infinity, inner.min ?? -Infinity);
	const max = Math.min(outer.max ?? Infinity, inner.max ?? Infinity);
	return { ...(Number.isFinite(min) ? { min } : {}), ...(Number.isFinite(max) ? { max } : {}) };
}

/** The sources that say something else about a node, as a remark for a difference. */
export function otherwise(fact: Fact, aspects: readonly string[]): string {
	const said = (["docs", "sdk", "ed23"] as const).flatMap((source) => {
		const value = fact.x?.[source];
		if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
		const about = Object.entries(value).filter(([key]) => aspects.includes(key));
		return about.length > 0 ? [`${source}: ${about.map(([key, each]) => `${key} ${JSON.stringify(each)}`).join(", ")}`] : [];
	});
	return said.length > 0 ? ` (${said.join("; ")})` : "";
}

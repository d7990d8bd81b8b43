/** The words in which methods are described; each makes one piece of `type.ts`. Only shorthand: no facts live here. */
import type {
	AnyType,
	BooleanType,
	DocumentType,
	Form,
	LazyType,
	ListType,
	MapType,
	Method,
	NullType,
	NumberType,
	Param,
	StepsType,
	TextType,
	Tier,
	Type,
	UnionType,
	Value,
	Variable,
} from "./type.ts";

/** A param's own facts besides name, type and summary. */
type Extra = Omit<Param, "name" | "type" | "summary" | "required">;

/** A param before it has its name. */
export type Unnamed = Omit<Param, "name">;

/** A method. The key of `params` is the name that is written. */
export function method(name: string, rest: Omit<Method, "name">): Method {
	return { name, ...rest };
}

/** The form of a method in one flavour. */
export function form(facts: Form): Form {
	return facts;
}

/** A param that must be written. */
export function required(type: Type, summary: string, extra: Extra = {}): Unnamed {
	return { type, summary, required: true, ...extra };
}

/** A param that may be left out. */
export function optional(type: Type, summary: string, extra: Extra = {}): Unnamed {
	return { type, summary, ...extra };
}

/** A param that only the platform's own list has, with a meaning that some source gives, or with none. */
export function engine(type: Type, summary?: string, extra: Extra = {}): Unnamed {
	const meaning = summary === undefined ? { summary: "The platform accepts it; no source explains it.", unexplained: true as const } : { summary };
	return { type, ...meaning, tier: "engine", ...extra };
}

/** Several params of one type that only the platform's own list has, and that no source explains. */
export function engineAll(type: Type, names: readonly string[]): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(names.map((name) => [name, engine(type)]));
}

/** A kind of value that is known from another source than the place it stands in. */
export function from<T extends Exclude<Type, UnionType | StepsType | DocumentType | LazyType | NullType | AnyType>>(tier: Tier, type: T): T {
	return { ...type, tier };
}

/** A kind of value beside which the platform reads others too. */
export function reads<T extends TextType | NumberType | BooleanType | MapType>(others: NonNullable<T["reads"]>, type: T): T {
	return { ...type, reads: others };
}

/** The same params, with values of the given kinds read from others as well: in a union, those of its kinds. */
export function readingLoosely(params: { readonly [name: string]: Unnamed }, alsoNumbers: readonly string[] = []): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(
		Object.entries(params).map(([name, param]) => [name, param.absent ? param : { ...param, type: loosely(param.type, alsoNumbers.includes(name)) }]),
	);
}

function loosely(type: Type, numbers: boolean): Type {
	if (type.kind === "union") return { ...type, of: type.of.map((each) => loosely(each, numbers)) };
	return type.kind === "boolean" || type.kind === "number" ? { ...type, reads: numbers ? "text and numbers" : "text" } : type;
}

/** A list of which only the first entry has a meaning that is known. */
export function positional(first: Type, extra: Omit<ListType, "kind" | "items" | "first"> = {}): ListType {
	return { kind: "list", items: { kind: "any" }, first, tier: "engine", ...extra };
}

/** An object with the given params; every other key is a mistake unless `rest` says what it may be. */
export function map(params: { readonly [name: string]: Unnamed }, extra: Omit<MapType, "kind" | "params"> = {}): MapType {
	return { kind: "map", params: Object.entries(params).map(([name, param]) => ({ name, ...param })), ...extra };
}

/** An object with keys of the author's choosing, all of one type. */
export function mapOf(rest: Type, extra: Omit<MapType, "kind" | "params" | "rest"> = {}): MapType {
	return { kind: "map", params: [], rest, ...extra };
}

/** Free text. */
export function text(extra: Omit<TextType, "kind"> = {}): TextType {
	return { kind: "text", ...extra };
}

/** Text that must be one of the given values: `oneOf({ fast: "What fast means.", slow: "…" })`, or a bare list. */
export function oneOf(values: Values, extra: Omit<TextType, "kind" | "values"> = {}): TextType {
	return { kind: "text", values: listValues(values), ...extra };
}

/** Text for which values are known and offered, while any other is accepted. */
export function suggested(values: Values, extra: Omit<TextType, "kind" | "values" | "open"> = {}): TextType {
	return { kind: "text", values: listValues(values), open: true, ...extra };
}

/** One text that holds a list of words, parted by spaces or commas. */
export function words(separator: " " | ",", of: Values, extra: { readonly suffix?: string; readonly ignoreCase?: true; readonly open?: true } = {}): TextType {
	return { kind: "text", words: { of: listValues(of), separator, ...extra } };
}

/** An http(s) URL. */
export function url(extra: Omit<TextType, "kind"> = {}): TextType {
	return { kind: "text", format: "url", ...extra };
}

/** A whole number. */
export function integer(extra: Omit<NumberType, "kind" | "whole"> = {}): NumberType {
	return { kind: "number", whole: true, ...extra };
}

/** A number. */
export function number(extra: Omit<NumberType, "kind"> = {}): NumberType {
	return { kind: "number", ...extra };
}

/** `true` or `false`. */
export function boolean(extra: Omit<BooleanType, "kind"> = {}): BooleanType {
	return { kind: "boolean", ...extra };
}

/** A list. */
export function list(items: Type, extra: Omit<ListType, "kind" | "items"> = {}): ListType {
	return { kind: "list", items, ...extra };
}

/** One of several types; what was written decides which. */
export function union(...of: readonly Type[]): UnionType {
	return { kind: "union", of };
}

/** A list of steps; `only` names the methods allowed at its top level. */
export function steps(only?: readonly string[]): StepsType {
	return only ? { kind: "steps", only } : { kind: "steps" };
}

/** A type that is written elsewhere; for types that contain themselves. */
export function lazy(to: () => Type): LazyType {
	return { kind: "lazy", to };
}

export const anything: AnyType = { kind: "any" };
export const nothing: NullType = { kind: "null" };
/** A whole SWML document as an object. */
export const swmlDocument: DocumentType = { kind: "document" };
/** An object of the author's own data. */
export const anyMap: MapType = mapOf(anything);

/** A variable that a method sets. */
export function sets(name: string, summary: string, facts: Omit<Variable, "name" | "summary"> = {}): Variable {
	return { name, summary, ...facts };
}

/** A value that only the platform's own list has; `summary` where its word does not say it all. */
export function engineValue(summary?: string): Meaning {
	return summary === undefined ? { tier: "engine" } : { summary, tier: "engine" };
}

/** Values with their meanings, or bare. */
export type Values = { readonly [value: string]: string | Meaning } | readonly Value["value"][];

/** What a value means, with the words that people write instead of it. */
type Meaning = Omit<Value, "value">;

/** A value's meaning, and the words that people write when they mean it. */
export function meaning(summary: string, ...aka: readonly string[]): Meaning {
	return { summary, aka };
}

function listValues(values: Values): readonly Value[] {
	if (isList(values)) return values.map((value) => ({ value }));
	return Object.entries(values).map(([value, meaning]) => ({ value, ...(typeof meaning === "string" ? { summary: meaning } : meaning) }));
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(values: Values): values is readonly Value["value"][] {
	return Array.isArray(values);
}

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

/** Values to start from, with tab stops where the author fills something in. */
import { formats, samples } from "../../language/formats.ts";
import { valuesOfVariable } from "../../language/lookup.ts";
import { type Blank, openingSteps, type Template } from "../../language/shapes.ts";
import type { Flavour, Json, ListType, MapType, Param, TextType, Type } from "../../language/type.ts";
import { alternatives, type Concrete } from "../../model/alternatives.ts";
import { paramOf } from "../../model/expected.ts";
import { neededIn, usualNumber } from "../../rules/find.ts";
import type { Layout } from "../../syntax/layout.ts";
import { afterColon, Hole, Named, type Printable, printKey } from "../../syntax/print.ts";

/** What a param starts with. */
export function holesFor(param: Param, flavour: Flavour): Printable {
	return startHoles(param.type, param.name, flavour, param);
}

/** What a value of this type starts with; `name` is what it is called. Never the default, which need not be written. */
export function startHoles(type: Type, name: string, flavour: Flavour, param?: Param): Printable {
	const { example } = param ?? {};
	if (typeof example === "object" && example !== null) return exampleHoles(example, type);
	const first = firstOf(type);
	switch (first?.kind) {
		case "text":
			return textHole(first, param);
		case "boolean":
			return param?.default === true ? new Hole(false, [false, true]) : new Hole(true, [true, false]);
		case "number":
			return new Hole(typeof example === "number" ? example : usualNumber(first, param?.default));
		case "list":
			return listHoles(first, name, flavour);
		case "map":
			return objectHoles(first, flavour);
		case "steps":
			return stepHoles(flavour);
		case "any":
			return new Hole("value", [], true);
		default:
			return new Hole("");
	}
}

/** An example with its texts and numbers as tab stops. */
function exampleHoles(example: Json, type: Type | undefined): Printable {
	const types = type ? alternatives([type]) : [];
	if (Array.isArray(example)) {
		const list = types.find((each) => each.kind === "list");
		return example.map((item) => exampleHoles(item, list?.items));
	}
	if (typeof example === "object" && example !== null) {
		const maps = types.filter((each) => each.kind === "map");
		const typeOf = (key: string) => maps.flatMap((map) => paramOf(map, key)?.type ?? map.rest ?? [])[0];
		return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, exampleHoles(value, typeOf(key))]));
	}
	const text = types.find((each) => each.kind === "text");
	return example === null ? null : new Hole(example as string | number | boolean, [], text === undefined || isFree(text));
}

/** Whether a text is the author's own words, in which any sign may stand. */
function isFree({ values, format, words, refers, defines, expression }: TextType): boolean {
	if (values || words || refers || defines || expression) return false;
	return format === undefined || formats[format]?.holdsText === true;
}

/** The alternative to start with: the first, unless it is a bare word in the place of an object that says more. */
function firstOf(type: Type): Concrete | undefined {
	const all = alternatives([type]);
	const [first] = all;
	if (first?.kind !== "text" || !isClosed(first)) return first;
	return all.find((each) => each.kind === "map" && neededIn(each).length > 0) ?? first;
}

function isClosed(type: TextType): boolean {
	return type.values !== undefined && !type.open;
}

function textHole(type: TextType, param: Param | undefined): Hole {
	const standard = param?.default;
	const example = typeof param?.example === "string" ? param.example : undefined;
	const known = (type.values ?? type.words?.of ?? []).filter((value) => !value.deprecated).map((value) => value.value);
	if (isClosed(type)) {
		const first = [example, ...known].find((value) => value !== undefined && value !== standard) ?? standard;
		const start = typeof first === "object" || first === undefined ? "" : first;
		const rest = known.filter((value) => value !== start && value !== standard);
		const choices = [start, ...rest, ...known.filter((value) => value === standard && value !== start)];
		return new Hole(start, choices.length <= 12 ? choices : []);
	}
	if (example !== undefined) return new Hole(example, [], isFree(type));
	// The names that are suggested have a meaning already; this one is the author's.
	if (type.defines) return new Hole(`my_${type.defines.replaceAll("-", "_")}`);
	const { offers = [], check } = (type.format === undefined ? undefined : formats[type.format]) ?? {};
	const whole = offers.map((value) => value.value).filter((value) => check?.(String(value)) === undefined);
	const sample = type.format === undefined ? undefined : samples[type.format];
	const start = [...known, sample, ...whole].find((value) => value !== undefined && value !== standard);
	// Words that nobody would write are no help: the author's own stand in the quotes.
	return new Hole(typeof start === "number" ? String(start) : (start ?? ""), [], isFree(type));
}

/** As many items as there must be, each with another value where there are values to choose from. */
function listHoles({ items, min = 1 }: ListType, name: string, flavour: Flavour): Printable {
	const inner = firstOf(items);
	if (!inner || (inner.kind !== "text" && inner.kind !== "map" && inner.kind !== "number" && inner.kind !== "list")) return [];
	const values = inner.kind === "text" && isClosed(inner) ? (inner.values ?? []).map((value) => value.value) : [];
	return Array.from({ length: Math.max(1, min) }, (_, index) => {
		const value = values[index];
		return value === undefined || index === 0 ? startHoles(items, name, flavour) : new Hole(value, [value, ...values.filter((each) => each !== value)]);
	});
}

/** What an object must have; empty where it needs nothing. */
export function objectHoles(map: MapType, flavour: Flavour): { readonly [key: string]: Printable } {
	const needed = neededIn(map);
	const some = needed.length > 0 || !map.min ? needed : map.params.filter(isPlainChoice).slice(0, map.min);
	return Object.fromEntries(some.map((param) => [param.name, neededHoles(param, map, flavour)]));
}

/** The value of a param that must be there: an object that need not hold anything gets its first entry, as nobody writes it to leave it empty. */
function neededHoles(param: Param, inside: MapType, flavour: Flavour): Printable {
	const value = holesFor(param, flavour);
	const map = firstOf(param.type);
	if (map?.kind !== "map" || !isEmpty(value)) return value;
	const first = map.params.find((each) => isPlainChoice(each) && each.default === undefined);
	if (first) return { [first.name]: holesFor(first, flavour) };
	return map.rest && map.params.length === 0 ? new Named(keyFor(map, inside), startHoles(map.rest, "value", flavour)) : value;
}

function isPlainChoice(param: Param): boolean {
	return !param.unlisted && !param.deprecated && !param.needs;
}

/** A key of the author's own: `my_property` in `properties`; for the values of a variable, those that it can have. */
function keyFor(map: MapType, inside: MapType): Hole {
	const variable = inside.params.find((param) => param.name === map.restValuesOf);
	const values = valuesOfVariable(variable?.example ?? variable?.default);
	const known = map.restKeys?.[0]?.value ?? values[0];
	if (known !== undefined) return new Hole(known, values);
	return new Hole(`my_${(map.name ?? "key").replace(/ies$/, "y").replace(/s$/, "").replaceAll(" ", "_")}`, [], map.restValuesOf !== undefined);
}

/** The steps that a list of steps starts with. */
function stepHoles(flavour: Flavour): readonly Printable[] {
	return openingSteps[flavour].map(withHoles);
}

/** A template as it is printed. */
export function withHoles(template: Template): Printable {
	if (Array.isArray(template)) return template.map(withHoles);
	if (typeof template !== "object" || template === null) return template as Printable;
	if (isBlank(template)) return holeOf(template);
	return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, withHoles(value)]));
}

const holes = new WeakMap<Blank, Hole>();

/** A blank that stands in several places is one hole. */
function holeOf(blank: Blank): Hole {
	const hole = holes.get(blank) ?? new Hole(blank.blank, [], blank.free === true);
	holes.set(blank, hole);
	return hole;
}

function isBlank(template: Template): template is Blank {
	return typeof template === "object" && template !== null && "blank" in template;
}

function isEmpty(value: Printable): boolean {
	return typeof value === "object" && value !== null && !(value instanceof Hole) && Object.keys(value).length === 0;
}

/** `key: value`; an object without entries is opened for the author to type in, where `opens` says that there is something to type. */
export function printPair(key: string | Hole, value: Printable, layout: Layout, opens: boolean): string {
	return `${printKey(key, layout)}:${printBelow(value, layout, opens)}`;
}

/** What follows the colon of a key. */
export function printBelow(value: Printable, layout: Layout, opens: boolean): string {
	if (!opens || !isEmpty(value) || Array.isArray(value) || !layout.stops) return afterColon(value, layout);
	layout.stops.next++;
	return layout.format === "yaml" && layout.style === "block" ? `\n${layout.indent}${layout.unit}$0` : " {$0}";
}

/** Whether there is something to type in an object of this type. */
export function hasPlace(type: Type | undefined): boolean {
	const first = type && firstOf(type);
	return first?.kind === "map" && (first.params.length > 0 || first.rest !== undefined);
}

/** Values to start from, with tab stops where the author fills something in. */
import { samples } from "../../language/formats.ts";
import { openingSteps, type Template } from "../../language/shapes.ts";
import type { Flavour, ListType, MapType, Param, TextType, Type } from "../../language/type.ts";
import { alternatives, type Concrete } from "../../model/alternatives.ts";
import { neededIn, startingValue } from "../../rules/find.ts";
import type { Layout } from "../../syntax/layout.ts";
import { afterColon, Hole, type Printable, printKey } from "../../syntax/print.ts";

/** What a param starts with. */
export function holesFor(param: Param, flavour: Flavour): Printable {
	return startHoles(param.type, param.name, flavour, param);
}

/** What a value of this type starts with; `name` is what it is called. */
export function startHoles(type: Type, name: string, flavour: Flavour, param?: Param): Printable {
	const first = firstOf(type);
	switch (first?.kind) {
		case "text":
			return textHole(first, name, param);
		case "boolean":
			return param?.default === true ? new Hole(false, [false, true]) : new Hole(true, [true, false]);
		case "number": {
			const start = param ? startingValue(param) : (first.min ?? 1);
			return new Hole(typeof start === "number" ? start : 1);
		}
		case "list":
			return listHoles(first, name, flavour);
		case "map":
			return objectHoles(first, flavour);
		case "steps":
			return stepHoles(flavour);
		case "any":
			return new Hole("value");
		default:
			return new Hole("");
	}
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

function textHole(type: TextType, name: string, param: Param | undefined): Printable {
	const closed = isClosed(type) ? (type.values ?? []).filter((value) => !value.deprecated).map((value) => value.value) : [];
	if (closed.length > 1 && closed.length <= 12) return new Hole(closed[0] ?? "", closed);
	if (closed[0] !== undefined) return new Hole(closed[0]);
	if (typeof param?.default === "string" && param.default !== "") return new Hole(param.default);
	// The names that are suggested have a meaning already; this one is the author's.
	if (type.defines && type.values && param?.example === undefined) return new Hole(`my_${type.defines.replaceAll("-", "_")}`);
	const start = param ? startingValue(param) : ((type.format === undefined ? undefined : samples[type.format]) ?? type.words?.of[0]?.value ?? name);
	return new Hole(typeof start === "string" ? start : name);
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
	return Object.fromEntries(some.map((param) => [param.name, neededHoles(param, flavour)]));
}

/** The value of a param that must be there: an object that need not hold anything gets its first entry, as nobody writes it to leave it empty. */
function neededHoles(param: Param, flavour: Flavour): Printable {
	const value = holesFor(param, flavour);
	const map = firstOf(param.type);
	if (map?.kind !== "map" || !isEmpty(value)) return value;
	const first = map.params.find((each) => isPlainChoice(each) && each.default === undefined);
	if (first) return { [first.name]: holesFor(first, flavour) };
	return map.rest && map.params.length === 0 ? { [keyFor(map)]: startHoles(map.rest, "value", flavour) } : value;
}

function isPlainChoice(param: Param): boolean {
	return !param.unlisted && !param.deprecated && !param.needs;
}

/** A key of the author's own: `my_property` in `properties`. */
function keyFor(map: MapType): string {
	const known = map.restKeys?.[0]?.value;
	return known === undefined ? `my_${(map.name ?? "key").replace(/ies$/, "y").replace(/s$/, "").replaceAll(" ", "_")}` : String(known);
}

/** The steps that a list of steps starts with. */
function stepHoles(flavour: Flavour): readonly Printable[] {
	return openingSteps[flavour].map(withHoles);
}

/** A template as it is printed. */
export function withHoles(template: Template): Printable {
	if (Array.isArray(template)) return template.map(withHoles);
	if (typeof template !== "object" || template === null) return template as Printable;
	if (isBlank(template)) return new Hole(template.blank);
	return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, withHoles(value)]));
}

function isBlank(template: Template): template is { readonly blank: string | number } {
	return typeof template === "object" && template !== null && "blank" in template;
}

function isEmpty(value: Printable): boolean {
	return typeof value === "object" && value !== null && !(value instanceof Hole) && Object.keys(value).length === 0;
}

/** `key: value`; an object without entries is opened for the author to type in, where `opens` says that there is something to type. */
export function printPair(key: string, value: Printable, layout: Layout, opens: boolean): string {
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

/** The description's types as JSON Schema. Every place says in one flat schema what may stand there; only what an object holds may live in a definition. */
import { documentType } from "../../server/core/language/document.ts";
import { formOf, methodsOf } from "../../server/core/language/lookup.ts";
import type { Choice, Flavour, Json, ListType, MapType, Method, Param, StepsType, Type } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import { isUnpublished, listed } from "../../server/core/model/describe.ts";
import { ignoringParams } from "../../server/core/model/ignored.ts";
import { methodProse, paramProse, wrongKind } from "./prose.ts";
import { anyCase as anyCaseOf, escaped, type Schema, scalarLimits, visible } from "./scalars.ts";
import { startingBody } from "./starting.ts";

/** Gathers definitions by name while types are written. */
export interface Definitions {
	/** A reference to what `make` makes; made once for each `of`, `flavour` and `variant`. */
	readonly refer: (of: object, flavour: Flavour, variant: string, name: string, make: () => Schema) => Schema;
}

/** Where a type is written. */
interface Place {
	readonly definitions: Definitions;
	readonly flavour: Flavour;
	/** Sources disagree about the values here, so none is refused. */
	readonly loose?: true;
	/** Among those, sources disagree about the range only: no fraction is a whole number. */
	readonly whole?: true;
	/** The platform lets a text, a number or a list pass here. */
	readonly anyBody?: true;
}

/** A whole document of one flavour. */
export function documentSchema(definitions: Definitions, flavour: Flavour): Schema {
	return shape(documentType, { definitions, flavour });
}

/** What may stand in a place, without prose. */
function place(types: readonly Type[], at: Place): Schema {
	const all = alternatives(types);
	if (all.length === 0 || all.some((type) => type.kind === "any")) return {};
	if (all.some((type) => "reads" in type && type.reads === "anything")) return { type: ["string", "number", "boolean", "array", "object"] };
	const maps = all.filter((type): type is MapType => type.kind === "map");
	const lists = all.filter((type): type is ListType => type.kind === "list" && !type.first);
	const positional = all.find((type): type is ListType => type.kind === "list" && type.first !== undefined);
	const steps = all.find((type): type is StepsType => type.kind === "steps");
	const shapes = maps.length > 0 ? { allOf: [objectShape(maps, at)] } : {};
	const items = steps
		? { items: step(steps, at) }
		: lists.length > 0
			? {
					items: place(
						lists.map((list) => list.items),
						at,
					),
				}
			: positional
				? // Which entry is the first, no keyword says that all drafts know.
					{ items: { type: ["string", "number", "boolean", "null"] }, ...(positional.min ? { minItems: positional.min } : {}) }
				: {};
	const numbers = all.filter((type) => type.kind === "number");
	const whole = numbers.length > 0 && numbers.every((type) => type.whole && !type.reads?.includes("numbers"));
	if (at.loose) return { ...(at.whole && whole ? { multipleOf: 1 } : {}), ...items, ...shapes };
	if (at.anyBody) return { type: ["object", "string", "number", "array", ...(maps[0] && !needsKeys(maps[0]) ? ["null"] : [])], ...shapes };
	const kinds = kindsOf(all, maps, steps);
	const [list, ...more] = lists;
	const sizes = list && more.length === 0 ? { ...(list.min ? { minItems: list.min } : {}), ...(list.max ? { maxItems: list.max } : {}) } : {};
	const limits = kinds.includes("string") ? scalarLimits(all) : {};
	return {
		type: kinds.length === 1 ? (kinds[0] ?? null) : kinds,
		errorMessage: wrongKind(all),
		...limits,
		...(limits.pattern === visible ? { patternErrorMessage: "Must not be empty." } : {}),
		...items,
		...sizes,
		...merged(limits, shapes),
	};
}

/** Both may have an `allOf`. */
function merged(limits: Schema, shapes: Schema): Schema {
	return Array.isArray(limits.allOf) && Array.isArray(shapes.allOf) ? { allOf: [...limits.allOf, ...shapes.allOf] } : shapes;
}

/** The kinds of JSON value, the one to start with first: editors write that one when they complete the key. */
function kindsOf(all: readonly Concrete[], maps: readonly MapType[], steps: StepsType | undefined): readonly string[] {
	const kinds = new Set<string>();
	for (const type of all) {
		if (type.kind === "text") kinds.add("string");
		if (type.kind === "number") kinds.add(type.whole && !type.reads?.includes("numbers") ? "integer" : "number");
		if (type.kind === "boolean") kinds.add("boolean");
		if (type.kind === "boolean" && type.reads?.includes("numbers")) kinds.add("number");
		if (type.kind === "null") kinds.add("null");
		if (type.kind === "list" || type.kind === "steps") kinds.add("array");
		if (type.kind === "map") kinds.add("object");
	}
	// A placeholder may stand for any value but steps.
	if (!(steps && all.every((type) => type.kind === "steps" || isUnpublished(type)))) kinds.add("string");
	if (kinds.has("boolean") && !kinds.has("number")) kinds.add("integer");
	const [map] = maps;
	if (steps || (map && !needsKeys(map))) kinds.add("null");
	return [...kinds];
}

/** Whether an object has to have keys, so that nothing at all cannot stand for it. */
function needsKeys(map: MapType): boolean {
	return requiredOf(map).length > 0 || requiredChoices(map).length > 0;
}

/** The params without which an object is refused. Others are asked for by the reference only, or the object is ignored without them. */
function requiredOf(map: MapType): readonly string[] {
	const ignored = ignoringParams(map);
	return map.params.filter((param) => param.required && !param.unneeded && !param.anyCase && !ignored.has(param.name)).map((param) => param.name);
}

function requiredChoices(map: MapType): readonly Choice[] {
	const ignored = ignoringParams(map);
	return (map.choices ?? []).filter((choice) => choice.required && !choice.unneeded && !ignored.has(choice.of[0] ?? ""));
}

/** A param with its prose. */
function paramSchema(param: Param, at: Place): Schema {
	const { loose: _, whole: __, anyBody: ___, ...strict } = at;
	const loose = param.disputed ? { loose: true as const, whole: true as const } : param.unsure ? { loose: true as const } : {};
	const schema = place([param.type], { ...strict, ...loose });
	return { ...paramProse(param), ...schema, ...patternWith(param, schema) };
}

/** A default is always a right value, even one that nobody would be asked to write. */
function patternWith(param: Param, { pattern }: Schema): Schema {
	if (typeof param.default !== "string" || typeof pattern !== "string" || new RegExp(pattern, "u").test(param.default)) return {};
	return { pattern: `^${escaped(param.default)}$|${pattern}` };
}

/** What an object holds that is one of `maps`. */
function objectShape(maps: readonly MapType[], at: Place): Schema {
	const [first, ...more] = maps;
	if (first && more.length === 0) return shape(first, at);
	return at.definitions.refer(maps[0] ?? maps, at.flavour, `choice${maps.length}${at.loose ? " loose" : ""}`, `${maps[0]?.name ?? "object"} or other`, () =>
		oneOfShapes(maps, at),
	);
}

function shape(map: MapType, at: Place): Schema {
	return at.definitions.refer(map, at.flavour, at.loose ? "loose" : "", map.name ?? "object", () => shapeOf(map, at));
}

function shapeOf(map: MapType, at: Place): Schema {
	const { params, hidden } = partition(map);
	const rest = map.rest && place([map.rest], at);
	const restKeys = (map.restKeys ?? []).map((each): readonly [string, Schema] => [
		String(each.value),
		{ ...(each.summary ? { description: each.summary } : {}), ...rest },
	]);
	const wrong = map.rest ? (map.misplaced ?? []).map((each): readonly [string, boolean] => [each.key, false]) : [];
	const properties = Object.fromEntries([...params.map((param): readonly [string, Schema] => [param.name, paramSchema(param, at)]), ...restKeys, ...wrong]);
	const required = requiredOf(map);
	const anyCase = map.params.filter((param) => param.anyCase).map((param): readonly [string, Schema] => [`^${anyCaseOf(param.name)}$`, paramSchema(param, at)]);
	const conditions = [
		...(map.choices ?? []).flatMap((choice) => conditionsOf(choice, requiredChoices(map).includes(choice))),
		...map.params.flatMap(requirementsOf),
	];
	return {
		...(Object.keys(properties).length > 0 ? { properties } : {}),
		...(anyCase.length > 0 ? { patternProperties: Object.fromEntries(anyCase) } : {}),
		...(hidden.length > 0 ? { patternProperties: { [`^(?:${hidden.map((param) => escaped(param.name)).join("|")})$`]: true } } : {}),
		...(required.length > 0 ? { required } : {}),
		...(map.min ? { minProperties: map.min } : {}),
		...(rest && Object.keys(rest).length === 0 ? {} : { additionalProperties: rest ?? false }),
		...(conditions.length > 0 ? { allOf: conditions } : {}),
	};
}

/** Many params that are accepted, not offered, and all mean the same are one pattern rather than dozens of entries. */
function partition(map: MapType): { readonly params: readonly Param[]; readonly hidden: readonly Param[] } {
	const alike = map.params.filter((param) => param.unlisted && param.type.kind === "any");
	const hidden = alike.length > 12 ? alike : [];
	return { params: map.params.filter((param) => !hidden.includes(param)), hidden };
}

/** At most one, or exactly one, of some params. */
function conditionsOf(choice: Choice, isNeeded: boolean): readonly Schema[] {
	const needed: readonly Schema[] = isNeeded ? [{ anyOf: choice.of.map((name) => ({ required: [name] })) }] : [];
	if (choice.tolerated || choice.several) return needed;
	const pairs = choice.of.flatMap((one, index) => choice.of.slice(index + 1).map((other) => [one, other] as const));
	const names = listed(
		choice.of.map((name) => `\`${name}\``),
		"or",
	);
	// The second one gets the mark: that is where the eye looks.
	const clashes = pairs.map(
		([one, other]): Schema => ({ if: { required: [one, other] }, then: { properties: { [other]: false }, errorMessage: `Write ${names}, not both.` } }),
	);
	return [...needed, ...clashes];
}

/** What must be written beside some values of a param. */
function requirementsOf({ name, requires: requirements = [] }: Param): readonly Schema[] {
	return requirements.map(({ params, is, starts, because }): Schema => {
		const values: Schema = is ? { enum: is } : { type: "string", pattern: `^${escaped(starts ?? "")}` };
		const needed = params.map((param): Schema => ({ required: [param] }));
		return {
			if: { required: [name], properties: { [name]: values } },
			then: needed.length === 1 ? { ...needed[0], errorMessage: because } : { anyOf: needed },
		};
	});
}

/** Objects that are told apart by what was written, so that a mistake is reported against the one that was meant. */
function oneOfShapes(maps: readonly MapType[], at: Place): Schema {
	const [first] = maps;
	if (!first) return {};
	const told = maps.map((map) => ({ map, fixed: map.params.filter((param) => fixedValue(param) !== undefined) }));
	const byValue = told.filter((each) => each.fixed.length > 0);
	const byKeys = chain(maps, at);
	if (byValue.length === 0) return byKeys;
	const dispatch = byValue.map(
		({ map, fixed }): Schema => ({ if: written(fixed.map((param) => [param.name, [fixedValue(param) ?? null]])), then: shape(map, at) }),
	);
	const [name] = byValue.flatMap((each) => each.fixed.map((param) => param.name));
	const values = byValue.flatMap((each) => each.fixed.filter((param) => param.name === name).map((param) => fixedValue(param) ?? null));
	return { allOf: [...dispatch, { if: written([[name ?? "", values]]), else: byKeys }] };
}

/** The one value a param must have, where there is one. */
function fixedValue(param: Param): Json | undefined {
	return param.type.kind === "text" && !param.type.open && param.type.values?.length === 1 ? param.type.values[0]?.value : undefined;
}

/** That keys are there with one of the given values. Patterns rather than names, since editors offer the names of every schema they pass. */
function written(keys: readonly (readonly [string, readonly Json[]])[]): Schema {
	return {
		required: keys.map(([name]) => name),
		patternProperties: Object.fromEntries(keys.map(([name, values]) => [`^${escaped(name)}$`, { enum: values }])),
	};
}

/** The first object all of whose own keys are there and none that only another knows; else the first without such a foreign key. */
function chain(maps: readonly MapType[], at: Place): Schema {
	const [first] = maps;
	if (!first) return {};
	const free = maps.filter((map) => !map.params.some((param) => fixedValue(param) !== undefined));
	const everywhere = new Set(maps.flatMap((map) => map.params.map((param) => param.name)));
	const foreign = (map: MapType) => [...everywhere].filter((name) => !map.rest && !map.params.some((param) => param.name === name));
	const own = (map: MapType) => map.params.filter((param) => param.required && !free.every((other) => requires(other, param.name))).map((param) => param.name);
	const tests: (readonly [Schema, MapType])[] = [];
	for (const map of free)
		if (own(map).length > 0 || !map.params.some((param) => param.required))
			tests.push([{ ...without(foreign(map)), ...(own(map).length > 0 ? { required: own(map) } : {}) }, map]);
	const seen: (readonly string[])[] = [];
	for (const map of maps) {
		const names = foreign(map);
		if (seen.some((each) => each.every((name) => names.includes(name)))) continue;
		seen.push(names);
		tests.push([without(names), map]);
	}
	return tests.reduceRight<Schema>(
		(otherwise, [test, map]) => (Object.keys(test).length === 0 ? shape(map, at) : { if: test, then: shape(map, at), else: otherwise }),
		shape(first, at),
	);
}

function requires(map: MapType, name: string): boolean {
	return map.params.some((param) => param.required && param.name === name);
}

/** That none of these keys is there. */
function without(names: readonly string[]): Schema {
	if (names.length === 0) return {};
	return { propertyNames: { not: { enum: names } } };
}

/** One step: an object with one key, each method with a schema of its own; or the bare name of one of a few. */
function step(steps: StepsType, at: Place): Schema {
	const { definitions, flavour } = at;
	const only = steps.only?.join(" ") ?? "";
	return definitions.refer(stepKey, flavour, only, only ? `${flavour}.some.step` : `${flavour}.step`, () => {
		const methods = methodsOf(flavour).filter((method) => !steps.only || steps.only.includes(method.name));
		const bare = methodsOf(flavour).filter((method) => formOf(method, flavour)?.bare);
		const names = bare.map((method) => escaped(method.name)).join("|");
		return {
			type: names ? ["object", "string"] : "object",
			minProperties: 1,
			maxProperties: 1,
			properties: Object.fromEntries(methods.map((method) => [method.name, methodSchema(method, at)])),
			additionalProperties: false,
			...(names ? { pattern: `^(?:${names})$`, patternErrorMessage: "A step is written as an object: the method's name and its parameters." } : {}),
		};
	});
}

/** Steps are no object of the description; this one stands for them all. */
const stepKey = {};

function methodSchema(method: Method, at: Place): Schema {
	const { definitions, flavour } = at;
	const form = formOf(method, flavour);
	if (!form) return {};
	return definitions.refer(method, flavour, "", `${flavour}.${method.name}`, () => ({
		...methodProse(form),
		...(form.undocumented ? { doNotSuggest: true } : {}),
		...(form.replacedBy ? { deprecated: true } : {}),
		...place([form.type], { definitions, flavour, ...(form.anyBody ? { anyBody: true as const } : {}) }),
		defaultSnippets: [{ label: method.name, body: startingBody(form.type) }],
	}));
}

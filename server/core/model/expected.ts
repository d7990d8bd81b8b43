/**
 * What may stand in one place of a document, sorted by kind. Descriptions never change, so each is sorted once and binding only looks it up.
 * Never here: text, or what is wrong with it.
 */
import { once } from "../base/once.ts";
import type { ListType, MapType, Param, StepsType, TextType, Type, Value } from "../language/type.ts";
import { alternatives, type Concrete } from "./alternatives.ts";
import { ignoringParams } from "./ignored.ts";

/** The alternatives for one place. */
export interface Expected {
	/** In the order they are described. */
	readonly all: readonly Concrete[];
	readonly shapes: readonly Shape[];
	readonly lists: readonly ListType[];
	/** A list of which only the first entry has a meaning; where other lists may stand as well, it is one of those. */
	readonly positional: ListType | undefined;
	readonly texts: readonly TextType[];
	readonly steps: StepsType | undefined;
	/** Whether nothing that stands here can be wrong: anything is accepted, or nothing is known. */
	readonly open: boolean;
	/** What an item of a list here may be. */
	readonly items: () => Expected;
	/** The keys whose values tell the shapes apart. */
	readonly telling: ReadonlySet<string>;
	/** The deprecated ones among the values of the texts; undefined where there are none. */
	readonly outdated: readonly Value[] | undefined;
	/** Whether a text may hold a document. */
	readonly embeds: boolean;
}

/** An object, with its params by name. */
export interface Shape {
	readonly type: MapType;
	/** Just this type: what a node is bound to when it can be nothing else. */
	readonly alone: readonly [MapType];
	readonly params: ReadonlyMap<string, Known>;
	readonly required: readonly Param[];
	/** What any other key may have as its value; undefined where other keys are mistakes. */
	readonly rest: (() => Expected) | undefined;
	/** Whether some of its params depend on others. */
	readonly depends: boolean;
	/** The params that are found in any mix of upper and lower case, by their names in lower case. */
	readonly anyCase: ReadonlyMap<string, Known> | undefined;
	/** The params without which the object is ignored; that is told in place of their being missing. */
	readonly forIgnored: ReadonlySet<string> | undefined;
}

/** A param, with what its value may be. */
export interface Known {
	readonly param: Param;
	readonly expected: () => Expected;
	/** Whether there may be something to say of it by itself: it is deprecated, or has a default. */
	readonly telling: boolean;
}

const known = new WeakMap<Type, Expected>();

/** What `type` allows. */
export function expectedOf(type: Type): Expected {
	let found = known.get(type);
	if (!found) {
		found = sorted(alternatives([type]));
		known.set(type, found);
	}
	return found;
}

/** Where the language says nothing. */
export const unknown: Expected = sorted([]);

const shapes = new WeakMap<MapType, Shape>();

/** The shape of an object. */
function shapeOf(type: MapType): Shape {
	let found = shapes.get(type);
	if (!found) {
		const { rest } = type;
		const forIgnored = type.ignoredWithout && ignoringParams(type);
		const params = new Map(type.params.map((param) => [param.name, knownOf(param)]));
		const anyCase = type.params.filter((param) => param.anyCase).flatMap((param) => [[param.name.toLowerCase(), params.get(param.name)] as const]);
		found = {
			type,
			alone: [type],
			params,
			required: type.params.filter((param) => param.required && !forIgnored?.has(param.name)),
			rest: rest && once(() => expectedOf(rest)),
			depends: type.params.some((param) => param.needs ?? param.requires),
			anyCase: anyCase.length > 0 ? new Map(anyCase.flatMap(([name, found]) => (found ? [[name, found] as const] : []))) : undefined,
			forIgnored,
		};
		shapes.set(type, found);
	}
	return found;
}

function knownOf(param: Param): Known {
	return { param, expected: once(() => expectedOf(param.type)), telling: param.deprecated !== undefined || param.default !== undefined };
}

/** The param of this name. */
export function paramOf(type: MapType, name: string): Param | undefined {
	return shapeOf(type).params.get(name)?.param;
}

/** The only value a param may have, where there is only one. */
export function fixedValue({ type }: Param): Value | undefined {
	return type.kind === "text" && !type.open && type.values?.length === 1 ? type.values[0] : undefined;
}

function sorted(all: readonly Concrete[]): Expected {
	const maps = all.filter((type) => type.kind === "map");
	const lists = all.filter((type): type is ListType => type.kind === "list" && !type.first);
	const texts = all.filter((type) => type.kind === "text");
	const outdated = texts.flatMap((type) => (type.values ?? []).filter((value) => value.deprecated));
	return {
		all,
		shapes: maps.map(shapeOf),
		lists,
		positional: all.find((type): type is ListType => type.kind === "list" && type.first !== undefined),
		texts,
		steps: all.find((type) => type.kind === "steps"),
		open: all.length === 0 || all.some((type) => type.kind === "any"),
		items: once(() => sorted(alternatives(lists.map((type) => type.items)))),
		telling: new Set(maps.flatMap((type) => type.params.filter((param) => fixedValue(param) !== undefined).map((param) => param.name))),
		outdated: outdated.length > 0 ? outdated : undefined,
		embeds: texts.some((type) => type.embeds === "document"),
	};
}

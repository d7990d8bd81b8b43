/** Makes documents out of the language's description: healthy ones around one value, and the mistakes that a value can be. Never here: an expectation. */
import { documentType } from "../../server/core/language/document.ts";
import type { Choice, Flavour, Json, MapType, Param, TextType, Type } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import { type Printable, printValue } from "../../server/core/syntax/print.ts";

/** A value in a document under construction. */
export type Value = Printable;

/** Keys and indexes from the root of a document down to a value. */
export type Path = readonly (string | number)[];

/** A place in the language where a value is written: a param, an item of a list, the value of a key. */
export interface Slot {
	/** `calling/play.urls[]`. */
	readonly name: string;
	readonly flavour: Flavour;
	readonly type: Type;
	/** The param it is the value of. */
	readonly param?: Param;
	/** The map the param belongs to. */
	readonly map?: MapType;
	/** The map's other params, healthy, without this one; where no other alternative could be meant instead. */
	readonly without?: Value;
	/** Whether sources disagree about the param this is in. */
	readonly disputed: boolean;
	/** A document with this value in its place, and beside it what it needs to be healthy. */
	readonly document: (value: Value, beside?: { readonly [key: string]: Value }) => Value;
	readonly path: Path;
	/** The first entry of a positional list: what is no bare value makes another kind of list of it. */
	readonly first?: true;
}

/** A text in its format. */
const formatted: { readonly [format: string]: string } = {
	amount: "12.50",
	"caller-id": "+12025550143",
	"connect-target": "+12025550143",
	"decimal-seconds": "1.5",
	dest: "elsewhere",
	dtmf: "5",
	duration: "1h30m",
	e164: "+12025550143",
	"header-name": "X-Origin",
	language: "en-US",
	"play-item": "say:Hello",
	regex: "^[a-z]+$",
	"request-header-name": "X-Origin",
	name: "name 1",
	"room-name": "room-1",
	"send-digits": "1w2",
	"sip-uri": "sip:alice@example.com",
	"sms-sender": "+12025550143",
	"stream-codec": "PCMU",
	"tap-uri": "rtp://198.51.100.7:4000",
	timezone: "America/New_York",
	url: "https://example.com/resource",
	vad: "50",
	voice: "elevenlabs.rachel",
	"wss-url": "wss://example.com/resource",
};

/** A name of each kind; those that are referred to stand in every generated document. */
const names = {
	section: "elsewhere",
	label: "here",
	variable: "answered",
	"control-id": "control",
	function: "look_up",
	context: "default",
	"context-step": "greeting",
} as const;

/** The smallest healthy value of a type. */
function healthy(type: Type, flavour: Flavour): Value {
	const [first] = alternatives([type]);
	return first ? healthyConcrete(first, flavour) : null;
}

function healthyConcrete(type: Concrete, flavour: Flavour): Value {
	if (type === documentType) return { version: "1.0.0", sections: { main: [{ hangup: {} }] } };
	switch (type.kind) {
		case "text":
			return healthyText(type, flavour);
		case "number":
			return type.elsewhere?.min ?? type.min ?? type.max ?? 1;
		case "boolean":
			return true;
		case "null":
			return null;
		case "any":
			return "anything";
		case "list":
			return Array.from({ length: Math.max(1, type.min ?? 0) }, () => healthy(type.first ?? type.items, flavour));
		case "steps":
			return [plainStep(flavour)];
		case "map":
			return healthyMap(type, undefined, undefined, flavour);
	}
}

function healthyText(type: TextType, flavour: Flavour): string {
	if (type.format) return formatted[type.format] ?? `no sample of the format ${type.format}`;
	if (type.expression === "js") return "call.type == 'phone'";
	if (type.expression === "path") return flavour === "messaging" ? "message.body" : "call.type";
	const kind = type.refers ?? type.defines;
	if (kind) return names[kind];
	return String(type.values?.find((each) => !each.deprecated)?.value ?? type.words?.of[0]?.value ?? "some text");
}

function plainStep(flavour: Flavour): Value {
	return flavour === "messaging" ? { reply: "Hello" } : { hangup: {} };
}

/** A map with what it cannot do without, and with `value` for one of its params. */
function healthyMap(type: MapType, param: Param | undefined, value: Value | undefined, flavour: Flavour): { readonly [key: string]: Value } {
	const made = new Map<string, Value>();
	const named = (name: string) => type.params.find((each) => each.name === name);
	const allowed = (name: string) =>
		!(type.choices ?? []).some((choice) => choice.of.includes(name) && choice.of.some((other) => other !== name && made.has(other)));
	const write = (each: Param, written: Value): void => {
		if (made.has(each.name)) return;
		made.set(each.name, written);
		for (const need of each.needs ?? []) {
			const sibling = named(need.param);
			if (!sibling || made.has(need.param)) continue;
			const [wanted] = need.is ?? [];
			if (need.is?.some((one) => JSON.stringify(one) === JSON.stringify(sibling.default))) continue;
			if (allowed(need.param)) write(sibling, need.is ? (wanted ?? null) : healthyParam(sibling, flavour));
		}
	};
	if (param) write(param, value ?? null);
	for (const each of type.params) if (each.required) write(each, healthyParam(each, flavour));
	for (const choice of type.choices ?? []) {
		const [chosen] = settled(choice, made) ? [] : choice.of.flatMap((name) => named(name) ?? []).filter((each) => !each.deprecated);
		if (chosen) write(chosen, healthyParam(chosen, flavour));
	}
	for (const { of } of type.ignoredWithout ?? []) {
		const [handler] = of.some((name) => made.has(name)) ? [] : of.flatMap((name) => named(name) ?? []);
		if (handler && param?.name !== handler.name) write(handler, healthyParam(handler, flavour));
	}
	const first = type.params.find((each) => !each.unlisted && !each.deprecated);
	if (type.min && made.size < type.min && first) write(first, healthyParam(first, flavour));
	// In the order of the description, so that what a reader sees is what a person would write.
	return Object.fromEntries(type.params.filter((each) => made.has(each.name)).map((each) => [each.name, made.get(each.name) ?? null]));
}

function settled(choice: Choice, made: ReadonlyMap<string, Value>): boolean {
	return !choice.required || choice.of.some((name) => made.has(name));
}

function healthyParam(param: Param, flavour: Flavour): Value {
	return param.example === undefined ? healthy(param.type, flavour) : param.example;
}

/** Every place below the value of a method, each map once. */
export function slotsOf(method: string, type: Type, flavour: Flavour): readonly Slot[] {
	const found: Slot[] = [];
	const start: Slot = {
		name: `${flavour}/${method}`,
		flavour,
		type,
		disputed: false,
		path: ["sections", "main", flavour === "messaging" ? 2 : 1, method],
		document: (value) => whole(method, value, flavour),
	};
	walk(start, found, new Set());
	return found;
}

/** A document that ends with the step of interest: plainly of its flavour, and with a label and a section where the step refers to them. */
function whole(method: string, value: Value, flavour: Flavour): Value {
	const text = JSON.stringify(value);
	const label = text.includes(`"${names.label}"`) && method !== "label" ? { label: names.label } : { label: "start" };
	return {
		version: "1.0.0",
		sections: {
			main: [label, ...(flavour === "messaging" ? [plainStep(flavour)] : []), { [method]: value }],
			...(text.includes(`"${names.section}"`) ? { [names.section]: [plainStep(flavour)] } : {}),
		},
	};
}

function walk(slot: Slot, found: Slot[], seen: Set<Concrete>): void {
	found.push(slot);
	const types = alternatives([slot.type]);
	// All alternatives of a place are taken before anything below them: types that contain themselves are met where they are shallowest.
	const fresh = new Set(types.filter((type) => type.kind === "map" && !seen.has(type)));
	for (const type of fresh) seen.add(type);
	for (const type of types) {
		if (type === documentType) continue;
		if (type.kind === "list") {
			const few = Math.max(1, type.min ?? 0) - 1;
			const item = type.first ?? type.items;
			const others = Array.from({ length: few }, () => healthy(item, slot.flavour));
			const { param: _, map: __, without: ___, ...rest } = slot;
			walk(
				{
					...rest,
					name: `${slot.name}[]`,
					type: item,
					...(type.first ? { first: true as const } : {}),
					path: [...slot.path, 0],
					document: (value) => slot.document([value, ...others]),
				},
				found,
				seen,
			);
		}
		if (type.kind !== "map" || !fresh.has(type)) continue;
		const alone = types.length === 1 || types.every((other) => other === type || other.kind !== "map");
		for (const param of type.params) walk(inside(slot, type, param, alone), found, seen);
		if (type.rest && type.rest.kind !== "any") {
			const key = type.restDefines ? "billing" : "some_key";
			const { param: _, map: __, without: ___, ...rest } = slot;
			const document = (value: Value) => slot.document({ ...healthyMap(type, undefined, undefined, slot.flavour), [key]: value });
			walk({ ...rest, name: `${slot.name}.*`, type: type.rest, path: [...slot.path, key], document }, found, seen);
		}
	}
}

function inside(slot: Slot, map: MapType, param: Param, alone: boolean): Slot {
	const { [param.name]: _, ...others } = healthyMap(map, undefined, undefined, slot.flavour);
	return {
		flavour: slot.flavour,
		...(alone && param.required ? { without: slot.document(others) } : {}),
		name: `${slot.name}.${param.name}`,
		type: param.type,
		param,
		map,
		disputed: param.disputed !== undefined,
		path: [...slot.path, param.name],
		document: (value, beside = {}) => slot.document({ ...healthyMap(map, param, value, slot.flavour), ...beside }),
	};
}

/** A mistake in the value of a slot. */
export interface Mistake {
	readonly what: "wrong kind" | "missing" | "unknown key" | "outside the enum" | "unknown word" | "below" | "above" | "not whole" | "too few" | "too many";
	readonly document: Value;
	/** Where it has to be found: the value, its key, the text within its quotes, or the key that speaks for a map. */
	readonly at: { readonly path: Path; readonly part: "value" | "key" | "inner" | "head" };
}

/** The mistakes that a slot admits, one in each document. */
export function mistakesOf(slot: Slot): readonly Mistake[] {
	const types = alternatives([slot.type]);
	const here = { path: slot.path, part: "value" } as const;
	return [
		...wrongKinds(types)
			.filter((value) => !slot.first || typeof value !== "object")
			.map((value): Mistake => ({ what: "wrong kind", document: slot.document(value), at: here })),
		...(slot.without === undefined ? [] : [{ what: "missing" as const, document: slot.without, at: { path: slot.path.slice(0, -1), part: "head" as const } }]),
		...unknownKey(slot),
		...outside(types, slot),
		...beyond(types, slot),
		...sizes(types, slot),
	];
}

const stray = "quite_unheard_of";

function unknownKey(slot: Slot): readonly Mistake[] {
	const { map } = slot;
	if (!map || map.rest) return [];
	const path = [...slot.path.slice(0, -1), stray];
	return [{ what: "unknown key", document: slot.document(healthySlot(slot), { [stray]: 1 }), at: { path, part: "key" } }];
}

/** A healthy value for a slot. */
export function healthySlot(slot: Slot): Value {
	return slot.param ? healthyParam(slot.param, slot.flavour) : healthy(slot.type, slot.flavour);
}

/** Values of kinds that none of the types takes; numbers and booleans written as text are none of these. */
function wrongKinds(types: readonly Concrete[]): readonly Value[] {
	const kinds = new Set(types.map((type) => type.kind));
	const read = types.flatMap((type) => ("reads" in type ? (type.reads ?? []) : []));
	if (read.includes("anything")) return [];
	if (kinds.has("any") || types.length === 0) return [];
	const values: Value[] = [];
	if (!kinds.has("text")) values.push("perhaps");
	// 0 and 1 are booleans in other clothes, and a single step may stand for a list of them.
	if (!kinds.has("number") && !read.some((each) => each.includes("numbers"))) values.push(7);
	if (!kinds.has("list") && !kinds.has("steps")) values.push(["perhaps"]);
	if (!kinds.has("map") && !kinds.has("steps")) values.push({ perhaps: "not" });
	return values;
}

function outside(types: readonly Concrete[], slot: Slot): readonly Mistake[] {
	const texts = types.filter((type) => type.kind === "text");
	if (texts.length === 0 || types.some((type) => type.kind === "any")) return [];
	if (texts.every((type) => type.values && !type.open)) {
		return [{ what: "outside the enum", document: slot.document("unheard-of"), at: { path: slot.path, part: "value" } }];
	}
	if (texts.every((type) => type.words && !type.words.open)) {
		return [{ what: "unknown word", document: slot.document("unheard-of"), at: { path: slot.path, part: "inner" } }];
	}
	return [];
}

function beyond(types: readonly Concrete[], slot: Slot): readonly Mistake[] {
	const numbers = types.filter((type) => type.kind === "number");
	const [type] = numbers;
	// What is no boolean may be a number all the same.
	if (types.some((each) => each.kind === "boolean" && each.reads?.includes("numbers"))) return [];
	if (!type || numbers.length > 1 || types.some((each) => each.kind === "any")) return [];
	const known = new Set(type.also?.map((each) => each.value));
	const step = type.whole ? 1 : 0.5;
	const at = { path: slot.path, part: "value" } as const;
	// 0 and 1 are taken for booleans where those are allowed.
	const taken = (value: number) => known.has(value) || (types.some((each) => each.kind === "boolean") && (value === 0 || value === 1));
	const past = (from: number, by: number) => {
		let value = from + by;
		while (taken(value)) value += by;
		return value;
	};
	return [
		...(type.min === undefined ? [] : [{ what: "below" as const, document: slot.document(past(type.min, -step)), at }]),
		...(type.max === undefined ? [] : [{ what: "above" as const, document: slot.document(past(type.max, step)), at }]),
		...(type.above === undefined ? [] : [{ what: "below" as const, document: slot.document(type.above), at }]),
		...(type.whole && !type.reads?.includes("numbers") ? [{ what: "not whole" as const, document: slot.document((type.min ?? 1) + 0.25), at }] : []),
	];
}

function sizes(types: readonly Concrete[], slot: Slot): readonly Mistake[] {
	const lists = types.filter((type) => type.kind === "list");
	const [type] = lists;
	if (!type || lists.length > 1) return [];
	const at = { path: slot.path, part: typeof slot.path.at(-1) === "number" ? "value" : "key" } as const;
	const of = (length: number) => slot.document(Array.from({ length }, () => healthy(type.items, slot.flavour)));
	return [
		...(type.min ? [{ what: "too few" as const, document: of(type.min - 1), at }] : []),
		...(type.max === undefined ? [] : [{ what: "too many" as const, document: of(type.max + 1), at }]),
	];
}

/** A document as text. */
export function print(document: Value, format: "yaml" | "json"): string {
	return `${printValue(document, { format, style: "block", indent: "", unit: "  " })}\n`;
}

/** A default as a value. */
export function asValue(json: Json): Value {
	return json;
}

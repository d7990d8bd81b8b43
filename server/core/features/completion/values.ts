/** Values: those that are known, and objects and lists to begin with. */
import { formats } from "../../language/formats.ts";
import type { Flavour, ListType, MapType, NumberType, Param, StepsType, TextType, Value } from "../../language/type.ts";
import { isUnpublished } from "../../model/describe.ts";
import { type Layout, printText, type Stops } from "../../syntax/layout.ts";
import { Hole, type Printable, printValue } from "../../syntax/print.ts";
import { valueProse } from "../prose.ts";
import { hasPlace, holesFor, objectHoles, printBelow, startHoles } from "./holes.ts";
import type { Names } from "./names.ts";
import type { Offer } from "./offer.ts";
import type { Place, Slot, ValuePlace } from "./place.ts";
import { valuesFor } from "./wanted.ts";

/** What may be the value here. */
export function valueOffers(place: ValuePlace, flavour: Flavour, names: () => Names): readonly Offer[] {
	const { types, param, slot, begins } = place;
	const orObject = begins === "item" && types.some((type) => type.kind === "map");
	const found = types.flatMap((type): readonly Offer[] => {
		switch (type.kind) {
			case "text":
				return [...nameOffers(type, param, slot, names), ...textOffers(type, param, slot, orObject, place.others)];
			case "boolean":
				return slot.inQuotes ? [] : [true, false].map((value) => valueOffer({ value }, param, slot));
			case "number":
				return slot.inQuotes ? [] : numbersOf(type, param).map((value) => valueOffer(value, param, slot));
			case "map":
				return begins ? [objectOffer(type, place, flavour)].map((offer) => lastIf(isUnpublished(type), offer)) : [];
			case "list":
			case "steps":
				return begins ? listOffers(type, place, flavour).map((offer) => lastIf(isUnpublished(type), offer)) : [];
			default:
				return [];
		}
	});
	// What only the platform's own list has is no way to begin.
	return found.every((offer) => offer.rank === last) ? [] : found.sort((a, b) => a.rank - b.rank);
}

const last = 8;

function lastIf(condition: boolean, offer: Offer): Offer {
	return condition ? { ...offer, rank: last } : offer;
}

/** The names of the file that a text may refer to. */
function nameOffers({ refers, expression }: TextType, param: Param | undefined, slot: Slot, names: () => Names): readonly Offer[] {
	const found: readonly { readonly name: string; readonly detail: string; readonly summary?: string }[] =
		expression === "path"
			? names()
					.variables()
					.map(({ name, by, summary }) => ({ name, detail: by ? `set by ${by}` : "variable", ...(summary ? { summary } : {}) }))
			: refers
				? names()
						.defined(refers)
						.map((name) => ({ name, detail: refers.replaceAll("-", " ") }))
				: [];
	return found.map(({ name, detail, summary }) => ({ ...valueOffer({ value: name, ...(summary ? { summary } : {}) }, param, slot), detail, rank: 2 }));
}

function numbersOf(type: NumberType, param: Param | undefined): readonly Value[] {
	return [...(typeof param?.default === "number" ? [{ value: param.default, summary: "The default." }] : []), ...(type.also ?? [])];
}

/** The values of a text; a text without any is offered by itself where the author may not know that it can stand there: beside objects (`orObject`). */
export function textOffers(type: TextType, param: Param | undefined, slot: Slot, orObject: boolean, others?: ReadonlySet<unknown>): readonly Offer[] {
	const values = valuesFor(type);
	if (values.length === 0 && orObject && !type.words && !slot.inQuotes)
		return [{ label: "text", kind: "value", detail: "text of your own", print: (layout) => printValue(new Hole("text", [], true), layout), rank: 3 }];
	const check = type.values || type.format === undefined ? undefined : formats[type.format]?.check;
	return values
		.filter((value) => !(type.values && others?.has(value.value)))
		.map((value) => valueOffer(value, param, slot, check?.(String(value.value)) !== undefined));
}

/** An object with what it needs. */
function objectOffer(type: MapType, { slot, begins, shorthand, param }: ValuePlace, flavour: Flavour): Offer {
	const shown = typeof param?.example === "object" ? holesFor(param, flavour) : undefined;
	const needed = isObject(shown) ? shown : objectHoles(type, flavour);
	const short = type.params.find((param) => param.name === shorthand?.param);
	// Where a bare value stands for one param, the object is there for the sake of that.
	const value = Object.keys(needed).length === 0 && short && short.default === undefined ? { [short.name]: holesFor(short, flavour) } : needed;
	const keys = Object.keys(value);
	return {
		label: begins === "value" ? "{…}" : (type.name ?? "object"),
		kind: "snippet",
		// Who types braces wants those.
		find: begins === "value" ? "object" : (type.name ?? "object"),
		...(keys.length > 0 ? { detail: `object with ${keys.join(", ")}` } : {}),
		print: (layout) => printBranch(value, hasPlace(type), slot, layout),
		rank: shorthand?.style === "legacy" ? 2 : shorthand ? 4 : 3,
	};
}

function isObject(value: Printable | undefined): value is { readonly [key: string]: Printable } {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Hole);
}

/** A list with its first item. */
function listOffers(type: ListType | StepsType, { slot, param, shorthand }: ValuePlace, flavour: Flavour): readonly Offer[] {
	const value = startHoles(type, param?.name ?? "item", flavour);
	if (Array.isArray(value) && value.length === 0) return [];
	return [
		{
			label: "[…]",
			find: "list",
			kind: "snippet",
			detail: type.kind === "steps" ? "list of steps" : "list",
			print: (layout) => printBranch(value, false, slot, layout),
			rank: shorthand ? 4 : 3,
		},
	];
}

/** An object or a list where a value stands: below its key where that is how it is written. */
function printBranch(value: Printable, opens: boolean, slot: Slot, layout: Layout): string {
	const at = slot.below ? { ...slot.below, ...(layout.stops ? { stops: layout.stops } : {}) } : layout;
	const printed = printBelow(value, at, opens);
	return printed.startsWith("\n") ? printed : printed.slice(1);
}

function valueOffer(value: Value, param: Param | undefined, slot: Slot, goesOn = false): Offer {
	const isDefault = param?.default === value.value;
	return {
		label: String(value.value),
		kind: "value",
		...(isDefault ? { detail: "default" } : {}),
		...(value.summary ? { prose: valueProse(value, param?.name ?? "this list") } : {}),
		print: (layout) => {
			if (slot.inQuotes) return quotedInside(String(value.value), layout);
			const printed = printValue(value.value, layout);
			return goesOn && layout.stops && printed.endsWith('"') ? stopInside(printed, layout.stops) : printed;
		},
		rank: value.deprecated ? 9 : value.tier === "engine" ? last : 3,
		goesOn,
		...(value.deprecated ? { deprecated: true } : {}),
	};
}

/** A text as it stands between double quotes. */
function quotedInside(value: string, layout: Layout): string {
	return printText(value, layout, "double").slice(1, -1);
}

/** A text in quotes that is to be gone on with: the cursor stays inside. */
function stopInside(printed: string, stops: Stops): string {
	stops.next++;
	return `${printed.slice(0, -1)}$0"`;
}

/** The words of a list that are not there yet. */
export function wordOffers(place: Extract<Place, { kind: "word" }>): readonly Offer[] {
	const list = place.type.words;
	if (!list) return [];
	const others = new Set(place.others);
	return list.of
		.filter((word) => !others.has(String(word.value)))
		.map((word) => ({
			label: String(word.value),
			kind: "value",
			...(word.summary ? { prose: valueProse(word, "this list", place.type) } : {}),
			print: (layout) => (place.slot.inQuotes ? String(word.value) : printValue(word.value, layout)),
			rank: 3,
		}));
}

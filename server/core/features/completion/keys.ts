/** Keys of an object: params, and known names among keys of the author's choosing. */
import type { Flavour, MapType, Param, Type, Value } from "../../language/type.ts";
import { misfitOf } from "../../model/bind.ts";
import { defaultOf, shortType } from "../../model/describe.ts";
import { neededIn } from "../../rules/find.ts";
import type { Layout } from "../../syntax/layout.ts";
import { Hole, type Printable, printKey } from "../../syntax/print.ts";
import { paramProse } from "../prose.ts";
import { hasPlace, holesFor, printPair, startHoles } from "./holes.ts";
import { type Names, outcomesAt } from "./names.ts";
import type { Offer } from "./offer.ts";
import type { KeyPlace, Slot } from "./place.ts";
import { textOffers } from "./values.ts";

/** What may be the next key; where an item of a list begins, also the texts that may stand there instead. */
export function keyOffers(place: KeyPlace, flavour: Flavour, names: () => Names): readonly Offer[] {
	const { maps, written, item, slot } = place;
	const excluded = new Set(
		maps.flatMap((map) =>
			(map.choices ?? []).filter((choice) => !choice.several && choice.of.some((name) => written.has(name))).flatMap((choice) => choice.of),
		),
	);
	const own = maps.flatMap((map) => map.params).find((param) => param.name === slot.name)?.type;
	const listed = (param: Param) => !param.unlisted && !written.has(param.name) && !excluded.has(param.name) && suits(slot, param.type, flavour, own);
	const begins = item !== undefined && written.size === 0 && !slot.value;
	const params = maps.flatMap((map) => map.params.filter(listed).map((param) => paramOffer(param, begins ? company(map, param) : [], slot, flavour)));
	const keys = maps.flatMap((map) => (map.restKeys ?? []).map((key) => ({ key, type: map.rest }))).filter(({ key }) => !written.has(String(key.value)));
	const texts = begins ? item.flatMap((type) => (type.kind === "text" ? textOffers(type, undefined, slot, true) : [])) : [];
	const textsRank = item?.[0]?.kind === "text" ? 0 : 5;
	return [
		...params,
		...keys.map(({ key, type }) => keyOffer(key, type, slot, flavour)),
		...ownKeys(place, flavour, names),
		...texts.map((offer) => ({ ...offer, rank: offer.deprecated ? 9 : textsRank })),
	].sort((a, b) => a.rank - b.rank);
}

/** Keys of the author's choosing: names that are referred to and stand nowhere, values of the variable that is switched on, and a new name. */
function ownKeys({ maps, written, at, slot }: KeyPlace, flavour: Flavour, names: () => Names): readonly Offer[] {
	return maps.flatMap((map) => {
		const { rest, restDefines, restValuesOf } = map;
		if (!rest) return [];
		const known = restValuesOf && at ? outcomesAt(at, restValuesOf, names()) : restDefines && isBranch(rest) ? names().missing(restDefines) : [];
		const offered = known.filter((name) => !written.has(name)).map((name): Offer => ({ ...keyOffer({ value: name }, rest, slot, flavour), rank: 2 }));
		const fresh = restDefines && isBranch(rest) ? `my_${restDefines.replaceAll("-", "_")}` : undefined;
		if (fresh === undefined || slot.value || written.has(fresh)) return offered;
		const print = (layout: Layout) => printPair(new Hole(fresh), startHoles(rest, fresh, flavour), layout, hasPlace(rest));
		return [...offered, { label: fresh, kind: "snippet", detail: `new ${restDefines?.replaceAll("-", " ")}`, print, rank: 4 }];
	});
}

/** Whether a value of the type holds steps or params, so that its name says where something stands. */
function isBranch(type: Type): boolean {
	return type.kind === "steps" || type.kind === "map";
}

/** What else an object needs that begins with this param. */
function company(map: MapType, param: Param): readonly Param[] {
	const [first, ...others] = neededIn(map);
	return param === first ? others : [];
}

/** Whether the value that is there already would do for another name; under a name that is still being typed it may have a few mistakes. */
export function suits(slot: Slot, type: Type, flavour: Flavour, own: Type | undefined): boolean {
	const { value } = slot;
	if (!value || (value.kind === "scalar" && value.value === null)) return true;
	const misfit = misfitOf(value, type, flavour);
	if (own) return type === own || misfit.all === 0;
	return misfit.own <= (value.kind === "map" ? Math.floor(value.entries.length / 2) : 0);
}

function paramOffer(param: Param, others: readonly Param[], slot: Slot, flavour: Flavour): Offer {
	const standard = defaultOf(param);
	return {
		label: param.name,
		kind: "param",
		detail: `${shortType(param.type)}${param.required ? ", required" : standard ? `, default ${standard.replaceAll("`", "")}` : ""}`,
		prose: paramProse(param),
		print: (layout) =>
			[param, ...others]
				.map((each) => entryText(each.name, holesFor(each, flavour), hasPlace(each.type), slot, layout))
				.join(layout.format === "yaml" && layout.style === "block" ? `\n${layout.indent}` : slot.ownLine ? `,\n${layout.indent}` : ", "),
		rank: param.deprecated || param.unexplained ? 9 : param.tier === "engine" ? 8 : param.required ? 1 : 3,
		...(param.deprecated ? { deprecated: true } : {}),
	};
}

function keyOffer(key: Value, type: Type | undefined, slot: Slot, flavour: Flavour): Offer {
	const name = String(key.value);
	return {
		label: name,
		kind: "param",
		print: (layout) => entryText(name, type ? startHoles(type, name, flavour) : new Hole(""), hasPlace(type), slot, layout),
		rank: 5,
		...(key.summary ? { prose: key.summary } : {}),
	};
}

/** `key: value`, or only the key where its colon is there already. */
export function entryText(key: string, value: Printable, opens: boolean, slot: Slot, layout: Layout): string {
	return slot.value ? printKey(key, layout) : printPair(key, value, layout, opens);
}

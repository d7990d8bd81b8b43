/** What a place wants, whatever is written there. Binding narrows by what is written; where that is half a word, it narrows too much. */
import { documentType } from "../../language/document.ts";
import { formats } from "../../language/formats.ts";
import type { MapType, TextType, Value } from "../../language/type.ts";
import { alternatives, type Concrete } from "../../model/alternatives.ts";
import type { Bound } from "../../model/bind.ts";
import { paramOf } from "../../model/expected.ts";
import { keyText } from "../../syntax/node.ts";

/** What the language allows in the place of `bound`, in the order it is described. */
export function wantedAt({ parent, param, entry }: Bound): readonly Concrete[] {
	if (param) return alternatives([param.type]);
	if (!parent) return [documentType];
	if (entry && parent.step?.form) return alternatives([parent.step.form.type]);
	if (parent.node.kind === "list") return itemsOf(parent.types);
	return parent.types.flatMap((type) => (type.kind === "map" && type.rest ? alternatives([type.rest]) : []));
}

/** The same, where several objects may be meant: what the key may hold in any of them. */
export function wantedInAny(bound: Bound): readonly Concrete[] {
	const { entry, parent, types } = bound;
	const maps = entry && parent ? parent.types.filter((type) => type.kind === "map") : [];
	if (!entry || maps.length < 2) return types;
	const params = maps.flatMap((map) => paramOf(map, keyText(entry.key)) ?? []);
	return params.length > 0 ? [...new Set(alternatives(params.map((param) => param.type)))] : types;
}

/** What an item of these lists may be. */
export function itemsOf(types: readonly Concrete[]): readonly Concrete[] {
	return types.flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : []));
}

/** The objects that may be meant, in the order they are described. */
export function mapsAt(bound: Bound): readonly MapType[] {
	const order = wantedAt(bound);
	return bound.types.filter((type) => type.kind === "map").sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The values that are known of a text: its own, or what its format offers. */
export function valuesFor(type: TextType): readonly Value[] {
	return type.values ?? (type.format === undefined ? undefined : formats[type.format]?.offers) ?? [];
}

/** Whether a param that is written changes anything: it may repeat its default, or lack what it needs beside it. */
import type { Json, MapType, Need, Param, Requirement } from "../language/type.ts";
import { dataOf, entryOf, keyText, type MapNode, type Node } from "../syntax/node.ts";
import { paramOf } from "./expected.ts";
import { isDynamic } from "./expression.ts";

/** Whether a value is the very one the param has by default, and would have in `map` if it were not written there. */
export function repeatsDefault(param: Param | undefined, node: Node, map?: Node): boolean {
	if (param?.default === undefined || param.disputed || param.required || param.unlessSet !== undefined) return false;
	if (map?.kind === "map" && param.keepsOn?.some((name) => entryOf(map, name))) return false;
	if (node.kind === "scalar") return node.value === param.default;
	return typeof param.default === "object" && JSON.stringify(dataOf(node)) === JSON.stringify(param.default);
}

/** The first need of a param that the map it stands in does not meet; what is not known before the call counts as met. */
export function unmetNeed(param: Param | undefined, map: MapNode, type: MapType): Need | undefined {
	return param?.needs?.find((need) => !meets(need, map, type));
}

/** What must be written beside a param with this value, and is not. */
export function unmetRequirement(param: Param, map: MapNode, value: Node): Requirement | undefined {
	if (!param.requires || value.kind !== "scalar") return undefined;
	const written = value.value;
	return param.requires.find(
		({ is, starts, params }) =>
			(is?.includes(written) || (starts !== undefined && typeof written === "string" && written.startsWith(starts))) &&
			!params.some((name) => entryOf(map, name)),
	);
}

/** The value of a param that is found in any mix of upper and lower case. */
function inAnyCase(map: MapNode, param: Param | undefined): Node | undefined {
	if (!param?.anyCase) return undefined;
	return map.entries.find((entry) => keyText(entry.key).toLowerCase() === param.name.toLowerCase())?.value;
}

function meets(need: Need, map: MapNode, type: MapType): boolean {
	const value = entryOf(map, need.param)?.value ?? inAnyCase(map, paramOf(type, need.param));
	if (!need.is) return value !== undefined;
	const actual: Json | undefined = value ? (value.kind === "scalar" ? value.value : undefined) : paramOf(type, need.param)?.default;
	if (value && (value.kind !== "scalar" || (typeof value.value === "string" && isDynamic(value.value)))) return true;
	// A value that is itself a mistake says nothing about what was meant.
	const known = paramOf(type, need.param)?.type;
	if (value && known?.kind === "text" && known.values && !known.values.some((each) => each.value === actual)) return true;
	return need.is.includes(actual ?? null) || need.is.map(String).includes(String(actual));
}

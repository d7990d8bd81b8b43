/** What completing a method puts there: what it cannot do without, with places to fill in. */

import type { Json, MapType, Type } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";
import { startingValue } from "../../server/core/rules/find.ts";

/** The body of a snippet for a value of this type. */
export function startingBody(type: Type): Json {
	const [first, ...more] = alternatives([type]);
	const map = [first, ...more].find((each): each is MapType => each?.kind === "map");
	let place = 0;
	const fill = (value: Json): Json => {
		if (Array.isArray(value)) return value.map(fill);
		if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
		place++;
		// `^` keeps what is no text from getting quotes.
		const text = typeof value === "string" ? value : String(value);
		return `${typeof value === "string" ? "" : "^"}\${${place}:${text.replace(/[\\$}]/g, "\\$&")}}`;
	};
	if (!map) return first?.kind === "list" || first?.kind === "steps" ? [] : first?.kind === "text" ? "$1" : {};
	const choice = map.choices?.find((each) => each.required)?.of[0];
	const params = map.params.filter((param) => param.required || param.name === choice);
	return Object.fromEntries(params.map((param) => [param.name, fill(startingValue(param))]));
}

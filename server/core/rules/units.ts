/** Numbers that were meant in another unit: `5s`, seconds where milliseconds belong, a unit as the name. Never here: a rule. */
import type { NumberType, Type, Unit } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { ScalarNode } from "../syntax/node.ts";

/** Seconds in units of time, by the words people write for them. */
const seconds: ReadonlyMap<string, number> = new Map([
	...["ms", "msec", "millisecond", "milliseconds"].map((unit) => [unit, 0.001] as const),
	...["s", "sec", "secs", "second", "seconds"].map((unit) => [unit, 1] as const),
	...["m", "min", "mins", "minute", "minutes"].map((unit) => [unit, 60] as const),
	...["h", "hr", "hour", "hours"].map((unit) => [unit, 3600] as const),
]);

const wantedUnits: { readonly [unit in Unit]?: number } = { s: 1, ms: 0.001 };

/** A number under a name that is its unit, or ends with it (`seconds`, `delay_ms`), in the unit of a type. */
export function inUnitOf(value: number, name: string, type: Type): number | undefined {
	const written = seconds.get(name.slice(name.lastIndexOf("_") + 1).toLowerCase());
	const unit = alternatives([type])
		.map((each) => (each.kind === "number" && each.unit ? wantedUnits[each.unit] : undefined))
		.find(Boolean);
	return written === undefined || unit === undefined || written === unit ? undefined : Number(((value * written) / unit).toFixed(6));
}

/** `5s` as 5 where seconds are wanted, and as 5000 where milliseconds are. */
export function numberMeant({ value }: ScalarNode, expected: readonly Type[]): number | undefined {
	const [, digits = "", word = ""] = (typeof value === "string" && /^\s*(\d{1,9}(?:\.\d{1,6})?)\s*([a-z]+)\s*$/i.exec(value)) || [];
	const written = seconds.get(word.toLowerCase());
	for (const type of alternatives(expected)) {
		const unit = type.kind === "number" && type.unit ? wantedUnits[type.unit] : undefined;
		if (type.kind !== "number" || unit === undefined || written === undefined || digits === "") continue;
		const number = Number(((Number(digits) * written) / unit).toFixed(6));
		const fits = (!type.whole || Number.isInteger(number)) && number >= (type.min ?? number) && number <= (type.max ?? number);
		if (fits) return number;
	}
	return undefined;
}

/** The number that was meant if it was written in seconds where milliseconds belong, or the other way round. */
export function inOtherUnit(value: number, type: NumberType): { readonly value: number; readonly says: string } | undefined {
	if ((type.unit !== "ms" && type.unit !== "s") || value <= 0) return undefined;
	const [meant, written, wanted] = type.unit === "ms" ? [value * 1000, "second", "milliseconds"] : [value / 1000, "millisecond", "seconds"];
	const number = Number(meant.toFixed(6));
	const fits = number >= (type.min ?? 0) && number <= (type.max ?? number) && (!type.whole || Number.isInteger(number));
	return fits ? { value: number, says: `${value} ${written}${value === 1 ? " is" : "s are"} ${number} ${wanted}` } : undefined;
}

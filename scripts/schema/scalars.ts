/** What JSON Schema can say of a single value: texts, numbers, booleans, in one flat schema wherever that is possible. */
import type { Json, NumberType, Value } from "../../server/core/language/type.ts";
import type { Concrete } from "../../server/core/model/alternatives.ts";

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: Json };

/** A text whose value is only known while the call runs. */
const variable = "[$%@]\\{";

/** The same where only an object belongs: a text like `key: value` is one that quotes have swallowed. */
const variableObject = "^(?![^\\s:]+(?::[^\\s:]+)*:\\s+\\S)[\\s\\S]*[$%@]\\{";

/** Any text that is not blank. */
export const visible = "\\S";

/** The limits of the texts and numbers among `types`. They say nothing about values of other kinds: of a wrong kind, only the place itself speaks. */
export function scalarLimits(types: readonly Concrete[]): Schema {
	const texts = textLimits(types);
	const numbers = numberLimits(types);
	if (texts.anyOf && numbers.anyOf) return { allOf: [texts, numbers] };
	return { ...texts, ...numbers };
}

function textLimits(types: readonly Concrete[]): Schema {
	if (types.some((type) => "reads" in type && type.reads?.includes("text"))) return {};
	const values: Value[] = [];
	const patterns: string[] = [];
	let free = false;
	for (const type of types) {
		if (type.kind === "number" && !type.strict) patterns.push(type.whole ? "^\\s*[+-]?\\d+(?:\\.0*)?\\s*$" : "^\\s*[+-]?(?:\\d+\\.?\\d*|\\.\\d+)\\s*$");
		if (type.kind === "boolean") patterns.push(`^\\s*(?:${["true", "false", "yes", "no", "on", "off", "y", "n"].map(anyCase).join("|")}|0|1)\\s*$`);
		if (type.kind !== "text") continue;
		values.push(...(type.values ?? []).filter((each) => !each.deprecated));
		if (type.values && !type.open) patterns.push(...type.values.filter((each) => each.deprecated).map((each) => `^${escaped(String(each.value))}$`));
		else if (type.words) patterns.push(wordsPattern(type.words));
		else if (type.values || type.notBlank || type.format) patterns.push(visible);
		else free = true;
	}
	if (types.every((type) => type.kind === "map")) return { pattern: variableObject };
	if (values.length === 0) return free ? {} : { pattern: joined(patterns) };
	return { anyOf: [enumOf(values), free ? {} : { pattern: joined(patterns) }] };
}

/** Any placeholder is a text that may stand for the value, so each pattern has room for one. */
function joined(patterns: readonly string[]): string {
	return patterns.includes(visible) ? visible : [...new Set(patterns), variable].join("|");
}

function wordsPattern(list: NonNullable<Extract<Concrete, { kind: "text" }>["words"]>): string {
	if (list.open) return visible;
	const words = list.of.map((each) => (list.ignoreCase ? anyCase(String(each.value)) : escaped(String(each.value)))).join("|");
	const word = `(?:${words})${list.suffix ? "(?::[^\\s,]*)?" : ""}`;
	return `^[\\s,]*${word}(?:[\\s,]+${word})*[\\s,]*$`;
}

/** The values with their meanings, where they have any. */
function enumOf(values: readonly Value[]): Schema {
	const summaries = values.map((each) => each.summary ?? "");
	const explained = summaries.some((each) => each !== "");
	return {
		enum: values.map((each) => each.value),
		...(explained ? { markdownEnumDescriptions: summaries, enumDescriptions: summaries.map(withoutMarkup) } : {}),
	};
}

function numberLimits(types: readonly Concrete[]): Schema {
	const numbers = types.filter((type): type is NumberType => type.kind === "number");
	const booleans = types.some((type) => type.kind === "boolean");
	if (types.some((type) => type.kind === "boolean" && type.reads?.includes("numbers"))) return {};
	const [number, ...more] = numbers;
	if (!number) return booleans ? { minimum: 0, maximum: 1 } : {};
	if (more.length > 0) throw new Error("Two kinds of number in one place: say how the schema tells them apart.");
	const range: Schema = {
		...(number.above === undefined ? {} : { exclusiveMinimum: number.above }),
		...(number.min === undefined ? {} : { minimum: number.min }),
		...(number.max === undefined ? {} : { maximum: number.max }),
	};
	const apart = [...(number.also ?? []).map((each) => each.value), ...(booleans ? [0, 1] : [])];
	if (apart.length === 0 || Object.keys(range).length === 0) return range;
	return { anyOf: [range, { enum: apart }] };
}

/** A text as a pattern that means nothing but itself. */
export function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** The same in upper and lower case: JSON Schema has no flag for it. */
export function anyCase(text: string): string {
	return escaped(text).replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

/** Markdown as it reads without markup. */
export function withoutMarkup(markdown: string): string {
	return markdown.replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1: $2").replace(/\*\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|`/g, "");
}

/** Types in words, for messages, hovers and pages. */
import { quote } from "../base/quote.ts";
import { formats } from "../language/formats.ts";
import type { NumberType, Param, TextType, Tier, Type, Unit, Value } from "../language/type.ts";
import { type Layout, printText } from "../syntax/layout.ts";
import { alternatives, type Concrete } from "./alternatives.ts";
import type { Bound } from "./bind.ts";

/** What a value may be, as a phrase: "an integer from 1 to 250", "`true` or `false`". The words are those of docs/glossary.md. */
export function describe(...types: readonly Type[]): string {
	const all = alternatives(types);
	const published = all.filter((type) => !isUnpublished(type));
	const phrases = [...new Set((published.length > 0 ? published : all).map(phrase))];
	// Behind a comma of its own, the last "or" would seem to belong to it.
	const last = phrases.slice(0, -1).some((each) => each.includes(", ")) ? ", or " : " or ";
	return [phrases.slice(0, -1).join(", "), ...phrases.slice(-1)].filter(Boolean).join(last);
}

/** Whether this kind of value is taken according to another source than the one that the place itself comes from. */
export function isUnpublished(type: Concrete): boolean {
	return "tier" in type && type.tier !== undefined;
}

const sources: { readonly [tier in Tier]: string } = {
	seed: "the reference this project was created from",
	engine: "the platform's own list of what it accepts; not in the published reference",
	next: "SDKs that are not released yet; a platform without it ignores it",
	sdk: "the SDKs; not in the published reference",
	docs: "pages and examples of the documentation; not in the published reference",
	older: "documents of earlier years; not in the published reference",
};

/** Where a fact comes from, in a few words; nothing where it is in the published reference. */
export function sourceOf(tier: Tier | undefined): string | undefined {
	return tier && sources[tier];
}

/** What is to be known of a param's source: where it comes from, and which source lacks it. */
export function provenanceOf({ tier, absent }: Pick<Param, "tier" | "absent">): readonly string[] {
	const source = sourceOf(tier);
	return [...(source ? [`Source: ${source}.`] : []), ...(absent ? ["The platform's newest list does not have it."] : [])];
}

function phrase(type: Concrete): string {
	switch (type.kind) {
		case "text":
			return textPhrase(type);
		case "number":
			return numberPhrase(type);
		case "boolean":
			return "`true` or `false`";
		case "null":
			return "`null`";
		case "any":
			return "any value";
		case "list":
			return "a list";
		case "map":
			return "an object";
		case "steps":
			return "a list of steps";
	}
}

function textPhrase(type: TextType): string {
	if (type.values && !type.open)
		return type.values.length > 12
			? `${type.values.slice(0, 10).map(shown).join(", ")} or ${type.values.length - 10} more`
			: listed(type.values.map(shown), "or");
	if (type.words) return type.words.separator === " " ? "a string of space-separated words" : "a string of comma-separated words";
	return (type.format !== undefined && formats[type.format]?.looks) || "a string";
}

function numberPhrase(type: NumberType): string {
	const what = type.whole ? "an integer" : "a number";
	const unit = type.unit ? ` (${unitWord(type.unit)})` : "";
	const also = type.also?.length ? `, or ${listed(type.also.map(shown), "or")}` : "";
	return `${what}${range(type)}${unit}${also}`;
}

/** " from 1 to 250", or nothing. */
function range(type: NumberType): string {
	if (type.above !== undefined) return ` of more than ${type.above}${type.max === undefined ? "" : ` and at most ${type.max}`}`;
	if (type.min !== undefined && type.max !== undefined) return ` from ${type.min} to ${type.max}`;
	if (type.min !== undefined) return ` of at least ${type.min}`;
	return type.max === undefined ? "" : ` up to ${type.max}`;
}

function unitWord(unit: Unit): string {
	return { s: "seconds", ms: "milliseconds", dB: "dB", Hz: "Hz", tokens: "tokens", "%": "percent" }[unit];
}

/** A value as it is written, in backticks: a string that YAML would read as something else has its quotes. */
export function shown({ value }: Pick<Value, "value">): string {
	return `\`${typeof value === "string" ? printText(value, plainly) : value}\``;
}

const plainly: Layout = { format: "yaml", style: "block", indent: "", unit: "" };

/** "a, b or c". */
export function listed(items: readonly string[], word: "or" | "and"): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** A type in a word or two, for completion lists: `string`, `integer`, `"a" | "b"`. */
export function shortType(type: Type): string {
	const all = alternatives([type]);
	const published = all.filter((each) => !isUnpublished(each));
	const words = new Set(
		(published.length > 0 ? published : all).map((each) => {
			if (each.kind === "number") return each.whole ? "integer" : "number";
			if (each.kind === "map") return "object";
			if (each.kind === "text" && each.values && !each.open && each.values.length <= 6)
				return each.values.map((value) => JSON.stringify(value.value)).join(" | ");
			return each.kind === "text" ? "string" : each.kind;
		}),
	);
	return [...words].join(" | ");
}

/** The default of a param, as it is written, or in words. */
export function defaultOf(param: Param): string | undefined {
	const { default: standard } = param;
	if (typeof standard === "string") return shown({ value: standard });
	if (standard !== undefined) return `\`${JSON.stringify(standard)}\``;
	return param.defaultNote;
}

/** What a param asks of its siblings, a sentence each: "Only has an effect when `record` is `record-from-start`." */
export function dependencesOf({ needs = [], requires = [] }: Param): readonly string[] {
	const code = (value: unknown) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
	return [
		...needs.map(({ param, is }) =>
			is ? `Only has an effect when ${code(param)} is ${listed(is.map(code), "or")}.` : `Only has an effect beside ${code(param)}.`,
		),
		...requires.map(({ params: [first], is = [], starts, because }) => {
			const values = [...is.map(code), ...(starts === undefined ? [] : [code(`${starts}…`)])];
			return `With ${listed(values, "or")}, ${code(first)} must be written as well: ${because}.`;
		}),
	];
}

/** What a bound value is called in a message, in backticks: its param, its key, or the list it is in. */
export function calledIn(bound: Bound): string {
	for (let at: Bound | undefined = bound; at; at = at.parent) {
		if (at.entry) return quote(at.entry.key.value);
		if (at.step) return quote(at.step.name);
	}
	return "the document";
}

/** What a map is called in a message: the method or key it is the value of, else what the language calls such a map. */
export function mapCalled(bound: Bound): string {
	if (!bound.parent) return "a SWML document";
	if (bound.entry) return quote(bound.entry.key.value);
	const [type] = bound.types;
	if (type?.kind === "map" && type.name) return `this ${type.name}`;
	return calledIn(bound);
}

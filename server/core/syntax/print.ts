/** Values as text, in either syntax: quotes, commas and indentation. The only place that knows them, beside `edit.ts`. */
import type { Format } from "./node.ts";

/** What can be printed: plain data, in which a hole stands for a place the author fills in. */
export type Printable = string | number | boolean | null | Hole | Named | readonly Printable[] | { readonly [key: string]: Printable };

/** A tab stop of a snippet; one that is printed in several places is typed in all of them at once. Printed without snippets, it is its `text`. */
export class Hole {
	/** One that ends with a line break is block text, where the syntax has that. */
	readonly text: string | number | boolean;
	/** Values to choose from; the first is `text`. */
	readonly choices: readonly (string | number | boolean)[];
	/** Anything may be typed over it, so that it has quotes whether it needs them now or not. */
	readonly free: boolean;
	constructor(text: string | number | boolean, choices: readonly (string | number | boolean)[] = [], free = false) {
		this.text = text;
		this.choices = choices;
		this.free = free;
	}
}

/** An object with one entry, whose name the author fills in. */
export class Named {
	readonly key: Hole;
	readonly value: Printable;
	constructor(key: Hole, value: Printable) {
		this.key = key;
		this.value = value;
	}
}

/** The tab stops of a snippet that are printed already, and the number of the next one. */
export interface Stops {
	next: number;
	readonly known: Map<Hole, number>;
}

/** Where and how something is printed. */
export interface Layout {
	readonly format: Format;
	/** `flow`: in braces on one line; `block`: YAML by indentation, JSON over several lines. */
	readonly style: "flow" | "block";
	/** The white space at the start of the line that is printed on. */
	readonly indent: string;
	/** One level of indentation. */
	readonly unit: string;
	/** Print holes as tab stops of an LSP snippet; the counter gives them their numbers. */
	readonly stops?: Stops;
}

/** `key: value`, to stand on a line that is indented by `layout.indent`. */
export function printEntry(key: string | Hole, value: Printable, layout: Layout): string {
	return `${printKey(key, layout)}:${afterColon(value, layout)}`;
}

/** A key as it is written. */
export function printKey(key: string | Hole, layout: Layout): string {
	if (key instanceof Hole) return printHole(key, layout);
	return layout.format === "json" ? escapeStops(JSON.stringify(key), layout) : printText(key, layout);
}

/** What follows the colon of a key, with the blank or line break before it. */
export function afterColon(value: Printable, layout: Layout): string {
	if (layout.format === "json" || layout.style === "flow" || !isBranch(value)) return ` ${printValue(value, layout)}`;
	const inner = { ...layout, indent: layout.indent + layout.unit };
	return `\n${inner.indent}${printValue(value, inner)}`;
}

/** A value, to stand where `layout.indent` ends or further right on that line. */
export function printValue(value: Printable, layout: Layout): string {
	if (value instanceof Hole) return printHole(value, layout);
	if (Array.isArray(value)) return printList(value, layout);
	if (typeof value === "object" && value !== null) return printMap(value as { readonly [key: string]: Printable }, layout);
	if (typeof value === "string") return printText(value, layout);
	return String(value);
}

function isBranch(value: Printable): boolean {
	return typeof value === "object" && value !== null && !(value instanceof Hole) && Object.keys(value).length > 0;
}

function printMap(value: { readonly [key: string]: Printable }, layout: Layout): string {
	const entries: readonly (readonly [string | Hole, Printable])[] = value instanceof Named ? [[value.key, value.value]] : Object.entries(value);
	if (entries.length === 0) return "{}";
	if (layout.style === "flow") return `{ ${entries.map(([key, each]) => printEntry(key, each, layout)).join(", ")} }`;
	if (layout.format === "yaml") return entries.map(([key, each]) => printEntry(key, each, layout)).join(`\n${layout.indent}`);
	const inner = { ...layout, indent: layout.indent + layout.unit };
	return `{\n${entries.map(([key, each]) => `${inner.indent}${printEntry(key, each, inner)}`).join(",\n")}\n${layout.indent}}`;
}

function printList(value: readonly Printable[], layout: Layout): string {
	if (value.length === 0) return "[]";
	if (layout.style === "flow") return `[${value.map((each) => printValue(each, layout)).join(", ")}]`;
	if (layout.format === "yaml") {
		const inner = { ...layout, indent: `${layout.indent}  ` };
		return value.map((each) => `- ${printValue(each, inner)}`).join(`\n${layout.indent}`);
	}
	const inner = { ...layout, indent: layout.indent + layout.unit };
	return `[\n${value.map((each) => `${inner.indent}${printValue(each, inner)}`).join(",\n")}\n${layout.indent}]`;
}

function printHole(hole: Hole, layout: Layout): string {
	const { stops, ...plain } = layout;
	const whole = (value: string | number | boolean) =>
		hole.free && typeof value === "string" ? printText(value, plain, "double") : typeof value === "string" ? printText(value, plain) : String(value);
	const long = typeof hole.text === "string" && hole.text.endsWith("\n");
	const text = typeof hole.text === "string" ? hole.text.trimEnd() : hole.text;
	const asBlock = long && layout.format === "yaml" && layout.style === "block";
	const before = asBlock ? `|\n${layout.indent}${layout.unit}` : "";
	if (!stops) return asBlock ? `${before}${text}` : whole(text);
	const known = stops.known.get(hole);
	const number = known ?? stops.next++;
	stops.known.set(hole, number);
	if (hole.choices.length > 1) return `\${${number}|${hole.choices.map((each) => whole(each).replace(/[\\$}|,]/g, "\\$&")).join(",")}|}`;
	const printed = asBlock ? String(text) : whole(text);
	// Quotes stay outside the tab stop, so that typing over it leaves them standing.
	const quote = /^["']/.exec(printed)?.[0] ?? "";
	const inside = known !== undefined ? "" : quote ? printed.slice(1, -1) : printed;
	return `${before}${quote}\${${number}${inside === "" ? "" : `:${inside.replace(/[\\$}]/g, "\\$&")}`}}${quote}`;
}

/** A text with the quotes it needs; `prefer` keeps the author's own. */
export function printText(value: string, layout: Layout, prefer?: "single" | "double"): string {
	if (layout.format === "json") return escapeStops(JSON.stringify(value), layout);
	if (prefer === "single" && !/[\n\r\t']/.test(value)) return escapeStops(`'${value}'`, layout);
	if (prefer === "double" || !isPlain(value, layout.style === "flow")) return escapeStops(JSON.stringify(value), layout);
	return escapeStops(value, layout);
}

function escapeStops(printed: string, layout: Layout): string {
	return layout.stops ? printed.replace(/[\\$}]/g, "\\$&") : printed;
}

/** Words that some YAML version reads as something other than text. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan)$/i;

/** Whether a text may stand without quotes in every YAML version. */
function isPlain(value: string, inFlow: boolean): boolean {
	if (value === "" || notText.test(value) || /^[-+.]?[\d.]/.test(value)) return /^\d+\.\d+\.\d+$/.test(value);
	if (!/^[\p{L}_/$]/u.test(value) || /[\n\r\t]/.test(value)) return false;
	if (/:(?:\s|$)|\s#|\s$/.test(value)) return false;
	return !(inFlow && /[,[\]{}]/.test(value));
}

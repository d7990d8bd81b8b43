/** Values as text, in either syntax: quotes, commas and indentation. The only place that knows them, beside `edit.ts`. */
import { escapeStops, type Layout, printText } from "./layout.ts";
import type { Entry } from "./node.ts";
import { commentBehind, commentsAbove, Written, writtenAfterColon, writtenKey, writtenValue } from "./written.ts";

/** What can be printed: plain data, in which a hole stands for a place the author fills in, and what is already written stays as it is. */
export type Printable = string | number | boolean | null | Hole | Named | Written | Fields | readonly Printable[] | { readonly [key: string]: Printable };

/** An object whose entries keep their order, their keys as they are written, and their comments. */
export class Fields {
	readonly all: readonly Field[];
	constructor(all: readonly Field[]) {
		this.all = all;
	}
}

/** One entry of such an object. */
export interface Field {
	readonly name: string | Written;
	readonly value: Printable;
	/** The entry whose comments above it come along. */
	readonly above?: Entry;
	/** The entry whose comment at its end comes along. */
	readonly behind?: Entry;
}

/** An entry as it is written, or under another name. */
export function fieldOf(text: string, entry: Entry, name?: string): Field {
	return { name: name ?? new Written(text, entry.key), value: new Written(text, entry.value, entry), above: entry, behind: entry };
}

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

/** `key: value`, to stand on a line that is indented by `layout.indent`. */
function printEntry(key: string | Hole, value: Printable, layout: Layout): string {
	return `${printKey(key, layout)}:${afterColon(value, layout)}`;
}

/** A key as it is written. */
export function printKey(key: string | Hole, layout: Layout): string {
	if (key instanceof Hole) return printHole(key, layout);
	return layout.format === "json" ? escapeStops(JSON.stringify(key), layout) : printText(key, layout);
}

/** What follows the colon of a key, with the blank or line break before it. */
export function afterColon(value: Printable, layout: Layout): string {
	if (value instanceof Written) return writtenAfterColon(value, layout);
	if (layout.format === "json" || layout.style === "flow" || !isBranch(value)) return ` ${printValue(value, layout)}`;
	const inner = { ...layout, indent: layout.indent + layout.unit };
	return `\n${inner.indent}${printValue(value, inner)}`;
}

/** A value, to stand where `layout.indent` ends or further right on that line. */
export function printValue(value: Printable, layout: Layout): string {
	if (value instanceof Hole) return printHole(value, layout);
	if (value instanceof Written) return writtenValue(value, layout);
	if (value instanceof Named) return joined([(inner) => printEntry(value.key, value.value, inner)], layout);
	if (value instanceof Fields)
		return joined(
			value.all.map((field) => (inner: Layout) => printField(field, inner)),
			layout,
		);
	if (Array.isArray(value)) return printList(value, layout);
	if (typeof value === "object" && value !== null) return printMap(value as { readonly [key: string]: Printable }, layout);
	if (typeof value === "string") return printText(value, layout);
	return String(value);
}

/** Whether something that is printed as it is written takes several lines. */
export function isLong(value: Printable): boolean {
	if (value instanceof Written) return value.text.slice(value.node.span.start, value.node.span.end).includes("\n");
	if (value instanceof Fields) return value.all.some((field) => isLong(field.value));
	return typeof value === "object" && value !== null && !(value instanceof Hole) && Object.values(value).some(isLong);
}

function isBranch(value: Printable): boolean {
	if (value instanceof Fields) return value.all.length > 0;
	return typeof value === "object" && value !== null && !(value instanceof Hole) && Object.keys(value).length > 0;
}

/** A field, with the comments that come along. */
export function printField({ name, value, above, behind }: Field, layout: Layout): string {
	const key = typeof name === "string" ? printKey(name, layout) : writtenKey(name, layout);
	const entry = `${key}:${afterColon(value, layout)}`;
	if (layout.style === "flow" || !layout.within) return entry;
	const { text, span } = layout.within;
	const lines = above ? commentsAbove(text, above, span.start) : [];
	const end = behind ? commentBehind(text, behind) : undefined;
	return [...lines, entry].join(`\n${layout.indent}`) + (end && end.span.end <= span.end ? ` ${end.text}` : "");
}

function printMap(value: { readonly [key: string]: Printable }, layout: Layout): string {
	return joined(
		Object.entries(value).map(
			([key, each]) =>
				(inner: Layout) =>
					printEntry(key, each, inner),
		),
		layout,
	);
}

function joined(entries: readonly ((layout: Layout) => string)[], layout: Layout): string {
	if (entries.length === 0) return "{}";
	if (layout.style === "flow") return `{ ${entries.map((print) => print(layout)).join(", ")} }`;
	if (layout.format === "yaml") return entries.map((print) => print(layout)).join(`\n${layout.indent}`);
	const inner = { ...layout, indent: layout.indent + layout.unit };
	return `{\n${entries.map((print) => `${inner.indent}${print(inner)}`).join(",\n")}\n${layout.indent}}`;
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

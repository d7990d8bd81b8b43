/** Where and how things are printed, and which quotes a text needs there. Never here: objects and lists. */
import type { Span } from "../base/span.ts";
import type { Format } from "./node.ts";

/** The tab stops of a snippet that are printed already, by what they stand for, and the number of the next one. */
export interface Stops {
	next: number;
	readonly known: Map<object, number>;
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
	/** The part of the document that is replaced: the comments around what is printed come along if they stand in it. */
	readonly within?: { readonly text: string; readonly span: Span };
}

/** A text with the quotes it needs; `prefer` keeps the author's own. */
export function printText(value: string, layout: Layout, prefer?: "single" | "double"): string {
	if (layout.format === "json") return escapeStops(JSON.stringify(value), layout);
	if (prefer === "single" && !/[\n\r\t']/.test(value)) return escapeStops(`'${value}'`, layout);
	if (prefer === "double" || !isPlain(value, layout.style === "flow")) return escapeStops(JSON.stringify(value), layout);
	return escapeStops(value, layout);
}

/** Keeps what is printed from being read as a tab stop of a snippet, where stops are printed. */
export function escapeStops(printed: string, layout: Layout): string {
	return layout.stops ? printed.replace(/[\\$}]/g, "\\$&") : printed;
}

/** Words that some YAML version reads as something other than text. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan)$/i;

/** Whether a text may stand without quotes in every YAML version. */
function isPlain(value: string, inFlow: boolean): boolean {
	if (value === "" || notText.test(value) || /^[-+.]?[\d.]/.test(value)) return /^\d+\.\d+\.\d+$/.test(value);
	if (!/^[\p{L}_/$]/u.test(value) || /[\p{Cc}\p{Cs}]/u.test(value)) return false;
	if (/:(?:\s|$)|\s#|\s$/.test(value)) return false;
	return !(inFlow && /[,[\]{}]/.test(value));
}

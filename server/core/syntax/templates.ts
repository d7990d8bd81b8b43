/**
 * Code of template engines, which is run before the document is sent: `{{ x }}`, `{% if x %}`, `<%= x %>`, `<?= $x ?>`, `%{ if x }`.
 * What it brings is not known: where a value begins with it, it is read as text; where it stands for itself, it is passed over.
 */
import { lineEnd } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";
import { mended, putBack, putFaultBack } from "./mend.ts";
import type { Format, Tree } from "./node.ts";

const closing: ReadonlyMap<string, string> = new Map([
	["{{", "}}"],
	["{%", "%}"],
	["{#", "#}"],
	["<%", "%>"],
	["<?", "?>"],
	["%{", "}"],
]);

/** Whether there may be any: one look that spares most texts the rest. */
function mayHoldTemplates(text: string): boolean {
	return text.includes("{{") || text.includes("{%") || text.includes("<%") || text.includes("<?") || /%\{[ \t]*(?:if|for|else|end)/.test(text);
}

/** One piece of code outside quotes. */
interface Code extends Span {
	/** It decides about what stands around it, and brings no value of its own. */
	readonly control: boolean;
	/** The sign before it in its line, past blanks; empty where it begins the line. */
	readonly before: string;
	/** Where a value may begin: behind a bracket or a comma, or with a blank behind a colon or a dash. */
	readonly begins: boolean;
	/** In braces or brackets. */
	readonly flow: boolean;
}

/** The code of a text, outside quotes and comments, in one pass. What does not end in its line is none. */
function codeIn(text: string, format: Format): readonly Code[] {
	const found: Code[] = [];
	const next = new Map<string, number>();
	let end = -1;
	let open = "";
	let before = "";
	let depth = 0;
	let textBelow = Number.POSITIVE_INFINITY;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (at > end) {
			end = lineEnd(text, at);
			open = "";
			before = "";
			const line = format === "yaml" ? text.slice(at, end) : "";
			const column = line.search(/\S/);
			// Block text is text, whatever it holds.
			if (column > textBelow) {
				at = end;
				continue;
			}
			if (column >= 0) textBelow = /[:-][ \t]+[|>][-+\d]{0,2}[ \t]*(?:#|$)/.test(line) ? column : Number.POSITIVE_INFINITY;
		}
		if (char === "\n" || char === "\r" || char === " " || char === "\t") continue;
		if (open !== "") {
			if (char === "\\" && open === '"') at++;
			else if (char === open) open = "";
			continue;
		}
		const starts = before === "" || ":-[{,".includes(before);
		if (char === '"' || (char === "'" && format === "yaml")) {
			if (starts || format === "json") open = char;
		} else if (char === "#" && format === "yaml" && (before === "" || /\s/.test(text[at - 1] ?? ""))) {
			at = end;
			continue;
		} else {
			const close = closing.get(text.slice(at, at + 2));
			if (close !== undefined) {
				let stop = next.get(close) ?? -1;
				if (stop < at + 2) {
					stop = text.indexOf(close, at + 2);
					if (stop < 0) stop = Number.POSITIVE_INFINITY;
					next.set(close, stop);
				}
				const last = stop + close.length + (text.startsWith("{{{", at) && text[stop + 2] === "}" ? 1 : 0);
				const control = stop < end && isControl(text.slice(at, Math.min(last, at + 80)));
				if (stop < end && control !== undefined) {
					const begins = ":-".includes(before) ? /\s/.test(text[at - 1] ?? "") : "[{,".includes(before);
					found.push({ start: at, end: last, control, before, begins, flow: depth > 0 });
					before = "x";
					at = last - 1;
					continue;
				}
			}
			if ((char === "{" || char === "[") && (depth > 0 || starts)) depth++;
			else if ((char === "}" || char === "]") && depth > 0) depth--;
		}
		before = char;
	}
	return found;
}

/** Undefined where it is no code at all: `%{name}` is SWML's own. */
function isControl(code: string): boolean | undefined {
	if (code.startsWith("%{")) return /^%\{~?\s*(?:if|for|else|endif|endfor)\b/.test(code) ? true : undefined;
	if (code.startsWith("{{")) return /^\{\{[-~]?\s*(?:[#/^!>]|(?:if|else|end|range|with|define|block|each|unless)\b)/.test(code);
	if (code.startsWith("<?")) return !/^<\?(?:=|php\s+echo\b)/.test(code);
	return !/^<%[=-]/.test(code);
}

/** Whether a text has code in it that decides about what stands around it: such a text is read as a whole. */
export function holdsControl(text: string, format: Format): boolean {
	return mayHoldTemplates(text) && changes(text, format).lines.length > 0;
}

/** What is read in the place of the code, and the code that is passed over. */
function changes(text: string, format: Format): { readonly edits: readonly TextEdit[]; readonly lines: readonly Span[] } {
	const edits: TextEdit[] = [];
	const lines: Span[] = [];
	const all = codeIn(text, format);
	let done = 0;
	const asText = (start: number, end: number) => {
		edits.push({ span: { start, end }, text: JSON.stringify(text.slice(start, end)) });
		done = end;
	};
	for (const [index, code] of all.entries()) {
		if (code.start < done) continue;
		if (format === "json") {
			if (!code.control) asText(code.start, runEnd(text, all, index, /[\w.+-]/));
			else {
				lines.push(code);
				edits.push({ span: code, text: "" });
			}
			continue;
		}
		const end = lineEnd(text, code.start);
		if (code.before === "") {
			const last = runEnd(text, all, index, /[ \t]/);
			const alone = /^[ \t]*(?:#|$)/.test(text.slice(last, end));
			const isValue = !code.control && /:[ \t]*$/.test(lineAbove(text, code.start));
			if (alone && !isValue) {
				lines.push({ start: code.start, end: text.slice(0, last).trimEnd().length });
				edits.push({ span: { start: code.start, end: last }, text: " ".repeat(last - code.start) });
				done = last;
			} else if (alone) asText(code.start, text.slice(0, last).trimEnd().length);
			else {
				const key = keyEnd(text, all, index);
				if (key !== undefined) asText(code.start, key);
			}
		} else if (code.flow && code.begins) asText(code.start, runEnd(text, all, index, /[\w.:/+-]/));
		else if (code.begins) asText(code.start, (code.before === "-" ? keyEnd(text, all, index) : undefined) ?? valueEnd(text, all, index, end));
	}
	return { edits, lines };
}

/** Where code ends with what is glued to it: more code, and such signs. */
function runEnd(text: string, all: readonly Code[], index: number, signs: RegExp): number {
	let at = all[index]?.end ?? 0;
	for (let next = index + 1; ; ) {
		if (all[next]?.start === at) at = all[next++]?.end ?? at;
		else if (at < text.length && signs.test(text[at] ?? "")) at++;
		else return at;
	}
}

/** Where a name ends that begins with code; undefined where it is none. */
function keyEnd(text: string, all: readonly Code[], index: number): number | undefined {
	const end = runEnd(text, all, index, /[\w.-]/);
	return /^[ \t]*:(?:\s|$)/.test(text.slice(end, end + 40)) ? end : undefined;
}

/** Where a value ends that begins with code: with its line, or before a comment. */
function valueEnd(text: string, all: readonly Code[], index: number, end: number): number {
	const last = runEnd(text, all, index, /[^#\r\n]|(?<=\S)#/);
	return text.slice(0, Math.min(last, end)).trimEnd().length;
}

/** The last line above an offset that is not blank. */
function lineAbove(text: string, offset: number): string {
	const above = text.slice(Math.max(0, offset - 400), offset).trimEnd();
	return above.slice(Math.max(above.lastIndexOf("\n"), above.lastIndexOf("\r")) + 1);
}

/** Reads a text with code of a template in it; undefined where there is none. */
export function readTemplate(text: string, format: Format, read: (text: string) => Tree): Tree | undefined {
	if (!mayHoldTemplates(text)) return undefined;
	const { edits, lines } = changes(text, format);
	if (edits.length === 0) return undefined;
	const { text: plain, back } = mended(text, [{ span: { start: 0, end: 0 }, message: "", mend: { title: "", edits } }]);
	const tree = read(plain);
	const root = tree.root && putBack(tree.root, text, back);
	const faults = tree.faults.map((fault) => putFaultBack(fault, back));
	const [first] = lines;
	if (!first) return { root, faults };
	// What the code leaves out or repeats may be what is missing, or too much.
	const hidden = faults.map(({ mend: _, ...fault }) => ({ ...fault, hidden: true as const }));
	const off = { title: "Turn SWML off in this file", edits: [{ span: { start: 0, end: 0 }, text: "# swml: off\n" }], offer: true as const };
	const message = "this is a template: what its code leaves out or repeats cannot be seen here, so only what does not depend on that is checked";
	return { root, faults: [{ span: first, message, level: "info", blind: true, ...(format === "yaml" ? { mend: off } : {}) }, ...hidden] };
}

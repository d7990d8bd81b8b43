/**
 * Whether a file is SWML, and in which syntax: by name, by content, by the author's word. Needs no parser, so that looking at
 * every YAML and JSON file that is opened costs nothing. Never here: anything about methods.
 */

import { closingQuote } from "./base/quoted.ts";
import { methodNames } from "./language/names.ts";

/** What is known of a file. */
export interface Candidate {
	/** Its path or URI; only the end is looked at. Empty where there is none (standard input). */
	readonly name: string;
	/** The editor's language id, where there is an editor. */
	readonly languageId?: string;
	readonly text: string;
	/** `auto`: decide by content as well; `off`: by name and language only. */
	readonly mode?: "auto" | "off";
}

/** The verdict, with a reason for a person to read: a clause that follows "SWML: " or "Not SWML: ". */
export interface Detection {
	readonly swml: boolean;
	readonly reason: string;
}

const swmlName = /(?:\.swml(?:\.(?:ya?ml|json))?|(?:^|[\\/])swml\.(?:ya?ml|json))$/i;
const switchedOn = /^\uFEFF?#[ \t]*swml[ \t]*(?:[\r\n]|$)/;
const switchedOff = /^\uFEFF?[ \t]*#[ \t]*swml:[ \t]*off[ \t]*$/m;

/** Only the beginning of a file is read for its content; `sections` stands near the top of every SWML document. */
const lookedAt = 100_000;

/** Whether a file is to be treated as SWML. */
export function detect(file: Candidate): Detection {
	const text = file.text.slice(0, lookedAt);
	if (switchedOff.test(text)) return { swml: false, reason: "the comment `# swml: off` turns it off in this file" };
	if (swmlName.test(bare(file.name))) return { swml: true, reason: "the file's name says so" };
	if (switchedOn.test(text)) return { swml: true, reason: "the comment `# swml` says so" };
	if (file.languageId?.startsWith("swml")) return { swml: true, reason: "its language is set to SWML" };
	if (file.mode === "off") return { swml: false, reason: "the file's name does not say so, and the setting `swml.detect` is `off`" };
	if (looksLikeSwml(text)) return { swml: true, reason: "it has `sections` that hold lists of steps" };
	return { swml: false, reason: "it has no `sections` that hold lists of steps" };
}

/** Which of the two syntaxes a file is written in: by name and language id, and for a plain `.swml` by its first character. */
export function syntaxOf(file: Pick<Candidate, "name" | "languageId" | "text">): "json" | "yaml" {
	const name = bare(file.name).toLowerCase();
	if (name.endsWith(".json")) return "json";
	if (/\.ya?ml$/.test(name)) return "yaml";
	if ("{[".includes(firstSign(file.text.slice(0, lookedAt)) || " ")) return "json";
	if (file.languageId === "json" || file.languageId === "jsonc" || file.languageId === "swml-json") return "json";
	return "yaml";
}

/** Without the query and fragment of a URI. */
function bare(name: string): string {
	const end = /^[a-z][a-z0-9+.-]+:/i.test(name) ? name.search(/[?#]/) : -1;
	return end < 0 ? name : name.slice(0, end);
}

/** The first sign of a text that is neither blank nor in a comment, as other kinds of JSON have them. */
function firstSign(text: string): string {
	const skip = /[\s\uFEFF]+|\/\/[^\r\n]*/y;
	for (let at = 0; at < text.length; ) {
		skip.lastIndex = at;
		const close = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
		const end = close >= 0 ? close + 2 : skip.test(text) ? skip.lastIndex : at;
		if (end === at) return text[at] ?? "";
		at = end;
	}
	return "";
}

const yamlSections = /^( *)(["']?)sections\2[ \t]*:(?=[ \t\r\n]|$)/m;
const yamlVersion = /^ *version[ \t]*:[ \t]*["']?1\.0\.0["']?[ \t]*(?:#.*)?\r?$/m;
const flowVersion = /["']?version["']?\s*:\s*["']?1\.0\.0/;

function looksLikeSwml(text: string): boolean {
	const flow = firstSign(text) === "{";
	const sections = flow ? flowSections(text) : blockSections(text);
	if (sections === undefined) return false;
	const versioned = (flow ? flowVersion : yamlVersion).test(text);
	const hasMain = /(?:^|[\s{,])["']?main["']?[ \t]*:/.test(sections);
	// Nothing is written yet, or a list that the right version vouches for.
	if (/["']?main["']?[ \t]*:\s*\[\s*\]/.test(sections) || (versioned && /["']?main["']?[ \t]*:\s*(?:\[|-\s|\}|$)/.test(sections))) return true;
	// A name that stands where a step's would: behind a dash or an opening bracket. Beside `main` that is enough; elsewhere, as other
	// people's lists have such names too, with the right version and an object as its value.
	for (const [, name = "", value = ""] of sections.matchAll(
		/(?:-[ \t]+|[[{,]\s*|[\r\n][ \t]+)["']?([A-Za-z_]+)["']?[ \t]*(?=[:,\]}\r\n]|$)(?=(:[ \t]*(?:[{[]|\r?\n))?)/g,
	)) {
		if (methodNames.has(name) && (hasMain || (versioned && value !== ""))) return true;
	}
	return false;
}

/** What stands below a root key `sections` in YAML: up to the next root key. */
function blockSections(text: string): string | undefined {
	const key = yamlSections.exec(text);
	if (!key) return undefined;
	const margin = key[1]?.length ?? 0;
	// Some documents are indented as a whole; deeper than what stands above it, `sections` is no root key.
	const above = text.slice(0, key.index).split(/\r\n?|\n/);
	if (margin > 0 && above.some((line) => /^\s*[^#\s]/.test(line) && line.search(/\S/) < margin)) return undefined;
	const rest = text.slice(key.index + key[0].length);
	const next = new RegExp(`^ {0,${margin}}[^\\s#]`, "m").exec(rest.replace(/^[^\r\n]*/, (first) => " ".repeat(first.length)));
	return next ? rest.slice(0, next.index) : rest;
}

/** What stands in the braces of a root key `sections`: in JSON, and in YAML written like it. */
function flowSections(text: string): string | undefined {
	let depth = 0;
	for (const { sign, index } of signsIn(text, 0)) {
		if (sign === "{" || sign === "[") depth++;
		else if (sign === "}" || sign === "]") depth--;
		else if (depth === 1 && /^"?sections"?$/.test(sign) && /^\s*:\s*\{/.test(text.slice(index + sign.length, index + sign.length + 200))) {
			return inBraces(text, index + sign.length);
		}
	}
	return undefined;
}

function inBraces(text: string, from: number): string {
	let depth = 0;
	for (const { sign, index } of signsIn(text, from)) {
		if (sign === "{" || sign === "[") depth++;
		else if ((sign === "}" || sign === "]") && --depth === 0) return text.slice(from, index + 1);
	}
	return text.slice(from);
}

/** Brackets, texts in double quotes, and the word `sections` as a key, in order. A quote that is not closed on its line is none. */
function* signsIn(text: string, from: number): Iterable<{ readonly sign: string; readonly index: number }> {
	const key = /sections(?=\s*:)/y;
	let open = 0;
	for (let at = from; at < text.length; at++) {
		const char = text[at] ?? "";
		key.lastIndex = at;
		if ("{}[]".includes(char)) yield { sign: char, index: at };
		else if (char === '"' && at >= open) {
			const end = closingQuote(text, at);
			if (text[end] === '"') {
				yield { sign: text.slice(at, end + 1), index: at };
				at = end;
			} else open = end;
		} else if (char === "s" && key.test(text)) yield { sign: "sections", index: at };
	}
}

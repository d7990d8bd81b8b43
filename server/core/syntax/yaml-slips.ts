/** What people write that YAML misreads and yet plain in what it means: each with the change that makes it right. Never here: the parser, or what cannot be told. */
import type { YAMLError } from "yaml";
import { lineEnd, lineStart, nextLine } from "../base/lines.ts";
import { unitOf } from "./edit.ts";
import type { Node, SyntaxFault } from "./node.ts";
import { faultOf } from "./yaml-faults.ts";

/** What can be mended at once in a text that was read as `root`, with `errors`: guesses, the best first. Empty where nothing is plain. */
export function slipsInYaml(text: string, root: Node | undefined, errors: readonly YAMLError[]): readonly (readonly SyntaxFault[])[] {
	const [error] = errors;
	const guesses = error
		? [slippedTabs(text, error), slipsInLines(text), slipAtError(text, root, error)]
		: root && suspicious.test(text)
			? [slipsInTree(text, root)]
			: [];
	return guesses.filter((faults) => faults.length > 0);
}

/** Without this no text that can be read has a slip: a quote behind a word. */
const suspicious = /^ *(?:- +)*[\w-]+[ \t]+["'][^\n]*: /m;

/** What the parser itself stumbled over, where that says how to mend it. */
function slipAtError(text: string, root: Node | undefined, error: YAMLError): readonly SyntaxFault[] {
	const fault = faultOf(error, text, root);
	const { start } = fault.span;
	const rest = text.slice(start, lineEnd(text, start)).trimEnd();
	if (isCurly(rest)) return [curlyQuotes(start, rest)];
	return fault.mend ? [fault] : [];
}

/** A line, without the blanks it begins with. */
interface Line {
	readonly start: number;
	/** How many blanks it begins with. */
	readonly indent: number;
	readonly content: string;
}

/** The lines that hold entries and items: not blank, no comment, not inside a text of several lines. */
function structure(text: string): readonly Line[] {
	const lines: Line[] = [];
	/** Deeper lines belong to a `|` or `>` text. */
	let deeper = -1;
	/** The quote that a text of several lines ends with. */
	let quote = "";
	for (let start = 0; start < text.length; ) {
		const end = lineEnd(text, start);
		const line = text.slice(start, end);
		const indent = line.search(/[^ ]/);
		const content = indent < 0 ? "" : line.slice(indent).trimEnd();
		const at = start;
		start = nextLine(text, end);
		if (quote !== "") {
			if (closes(line, quote)) quote = "";
			continue;
		}
		if (content === "" || content.startsWith("#")) continue;
		if (deeper >= 0 && indent > deeper) continue;
		deeper = -1;
		lines.push({ start: at, indent, content });
		if (blockText.test(content)) deeper = indent + dashes(content);
		else {
			const open = /(?:^|[:-][ \t]+)(["'])(?:(?!\1)[^\\]|\\.)*$/.exec(content)?.[1];
			// A quote that was forgotten would swallow the rest.
			if (open && !/^[ \t]*(?:- +)?[\w.-]+:(?:[ \t]|$)/.test(text.slice(start, lineEnd(text, start)))) quote = open;
		}
	}
	return lines;
}

/** A line that ends by starting a text in the lines below. */
const blockText = /(?:^|[:-][ \t]+)[|>][-+1-9]{0,2}(?:[ \t]+#.*)?$/;

/** How far the dashes of a line push its key to the right. A lone `- |` has none to push. */
function dashes(content: string): number {
	const before = /^(?:-[ \t]+)+/.exec(content)?.[0] ?? "";
	return /^[|>]/.test(content.slice(before.length)) ? Math.max(0, before.length - 2) : before.length;
}

function closes(line: string, quote: string): boolean {
	return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(line) : line.replaceAll("''", "").includes("'");
}

/** Slips that a line shows by itself, or beside the lines above it. */
function slipsInLines(text: string): readonly SyntaxFault[] {
	const lines = structure(text);
	const faults: SyntaxFault[] = [];
	/** The lists and maps that are open, by the column they stand at. */
	const open: { readonly column: number; readonly list: boolean }[] = [];
	for (const [index, line] of lines.entries()) {
		const { start, indent, content } = line;
		const at = start + indent;
		if (content.startsWith("//")) {
			faults.push(slip(at, at + 2, "#", "a comment starts with `#`, not with `//`", "Change to `#`"));
			continue;
		}
		const behind = content.length < 1000 && /^(?:[^"']|"(?:[^"\\]|\\.)*"|'[^']*')*?[[{,][ \t]+(?=\/\/[ \t])/.exec(content);
		if (behind) faults.push(slip(at + behind[0].length, at + behind[0].length + 2, "#", "a comment starts with `#`, not with `//`", "Change to `#`"));
		const shallow = emptyBlock(text, lines, index);
		if (shallow) {
			faults.push(shallow);
			// What follows is not what it looks like.
			return faults;
		}
		while ((open.at(-1)?.column ?? -1) > indent) open.pop();
		const unspaced = /^(?:- +)*-(?=[A-Za-z_][\w-]*:(?: |$))/.exec(content)?.[0].length;
		if (unspaced !== undefined) faults.push(unspacedDash(at + unspaced - 1));
		const colon = unspacedColon(lines, index);
		if (colon !== undefined) faults.push(slip(colon, colon + 1, ": ", "`:` needs a space after it, or it is part of the value", "Insert a space"));
		const list = /^-(?:\s|$)/.test(content) || unspaced !== undefined;
		const top = open.at(-1);
		const under = open.at(-2);
		if (!list && top?.column === indent && top.list) {
			if (under?.column === indent) open.pop();
			else if (/^(?:[\w-]+|"[\w-]+"|'[\w-]+'):(?:\s|$)|^[\w-]+$/.test(content)) faults.push(lostDash(text, lines, index));
			else return faults;
			continue;
		}
		if (!top || top.column < indent || (list && !top.list)) open.push({ column: indent, list });
		for (let column = indent, rest = content; ; ) {
			const dash = /^-[ \t]*(?=\S)/.exec(rest)?.[0];
			if (dash === undefined || rest === "-" || !/^-[ \t]/.test(rest)) break;
			column += dash.length;
			rest = rest.slice(dash.length);
			open.push({ column, list: /^-(?:\s|$)/.test(rest) });
		}
	}
	return faults;
}

function slip(start: number, end: number, by: string, message: string, title: string): SyntaxFault {
	const span = { start, end };
	return { span, message, mend: { title, edits: [{ span, text: by }] } };
}

const keyed = /^(?:[\w-]+|"[^"]+"|'[^']+'):(?:\s|$)/;

/** The offset of the colon in `name:support`, where the line above or below it, in the same column, is an entry. */
function unspacedColon(lines: readonly Line[], index: number): number | undefined {
	const line = lines[index];
	const [, before = "", name = ""] = (line && /^((?:-[ ]+)*)([A-Za-z_][\w-]*):(?=[^\s:/])/.exec(line.content)) || [];
	if (!line || name === "") return undefined;
	const column = line.indent + before.length;
	const [above, below] = [lines[index - 1], lines[index + 1]];
	const after = below?.indent === column && keyed.test(below.content);
	const dashed = above && /^(?:-[ ]+)*/.exec(above.content)?.[0].length;
	const beside = before === "" && above && dashed !== undefined && above.indent + dashed === column && keyed.test(above.content.slice(dashed));
	// A text of several lines may have such words in it.
	const begins = before !== "" || (above !== undefined && /:(?:[ ]+#.*)?$/.test(above.content));
	return beside || (after && begins) ? line.start + column + name.length : undefined;
}

/** `-answer:` for `- answer:`; `at` is the dash. */
function unspacedDash(at: number): SyntaxFault {
	const edits = [{ span: { start: at + 1, end: at + 1 }, text: " " }];
	return { span: { start: at, end: at + 1 }, message: "`-` needs a space after it", mend: { title: "Insert a space", edits } };
}

/** An entry at the column of dashes: it becomes an item, and what it holds stays deeper than it. */
function lostDash(text: string, lines: readonly Line[], index: number): SyntaxFault {
	const line = lines[index] ?? { start: 0, indent: 0, content: "" };
	const at = line.start + line.indent;
	const name = /^["']?([\w-]+)/.exec(line.content)?.[1] ?? "";
	const edits = [{ span: { start: at, end: at }, text: "- " }];
	let end = index + 1;
	let least = Number.POSITIVE_INFINITY;
	for (; (lines[end]?.indent ?? -1) > line.indent; end++) least = Math.min(least, lines[end]?.indent ?? 0);
	if (least <= line.indent + 2) {
		const until = lines[end]?.start ?? text.length;
		for (let next = nextLine(text, lineEnd(text, at)); next < until; ) {
			const end = lineEnd(text, next);
			// Comments and lines of a text go with it, blank lines and what stands further left do not.
			const blanks = /^ */.exec(text.slice(next, end))?.[0].length ?? 0;
			if (blanks > line.indent && text.slice(next, end).trim() !== "") edits.push({ span: { start: next, end: next }, text: "  " });
			next = nextLine(text, end);
		}
	}
	const span = { start: at, end: at + (/^[\w"'-]+/.exec(line.content)?.[0].length ?? 1) };
	return { span, message: `\`${name}\` is an entry of a list; put \`- \` before it`, mend: { title: `Insert \`- \` before \`${name}\``, edits } };
}

/** `text: |` above lines that are not deeper: these are its text, up to what looks like the next entry. */
function emptyBlock(text: string, lines: readonly Line[], index: number): SyntaxFault | undefined {
	const line = lines[index];
	if (!line || !blockText.test(line.content)) return undefined;
	const key = line.indent + dashes(line.content);
	const unit = unitOf(text);
	const edits: { span: SyntaxFault["span"]; text: string }[] = [];
	let last = line.start;
	for (let next = index + 1; next < lines.length; next++) {
		const below = lines[next];
		if (!below || below.indent > key || below.indent < line.indent || /^(?:-(?:\s|$)|["']?[\w$.-]+["']?:(?:\s|$)|[\]}])/.test(below.content)) break;
		edits.push({ span: { start: below.start, end: below.start }, text: `${unit}${" ".repeat(key - below.indent)}` });
		last = below.start;
	}
	if (edits.length === 0) return undefined;
	const at = line.start + line.indent;
	const sign = /([|>])[-+1-9]{0,2}(?:[ \t]+#.*)?$/.exec(line.content)?.[1] ?? "|";
	const name = /^(?:-[ \t]+)*["']?([\w$.-]+)/.exec(line.content)?.[1];
	const mark = at + line.content.lastIndexOf(sign);
	return {
		span: { start: mark, end: mark + 1 },
		message: `the text after \`${sign}\` must be indented more than ${name ? `\`${name}\`` : "its dash"}`,
		reach: { start: at, end: lineEnd(text, last) },
		mend: { title: "Indent the text further", edits },
	};
}

/** Tabs where the parser stumbled over one: all that lines begin with. */
function slippedTabs(text: string, error: YAMLError): readonly SyntaxFault[] {
	const [place] = error.pos;
	const at = error.code === "TAB_AS_INDENT" ? text.indexOf("\t", place) : -1;
	const above = lineStart(text, Math.max(0, lineStart(text, place) - 1));
	if (at < 0 && !/^ *\t/m.test(text.slice(above, lineEnd(text, place)))) return [];
	const unit = " ".repeat(tabWidth(text));
	const edits = [...text.matchAll(/^([ ]*)(\t[ \t]*)(?=\S)/gm)].map(({ 1: blanks = "", 2: tabs = "", index }) => {
		const start = index + blanks.length;
		return { span: { start, end: start + tabs.length }, text: tabs.replaceAll("\t", unit) };
	});
	const inside = /[^ \t\n]\t/.test(text.slice(Math.max(0, at - 1), at + 1));
	if (inside || (edits.length === 0 && at >= 0)) edits.push({ span: { start: at, end: at + 1 }, text: " " });
	const [start] = edits;
	if (!start) return [];
	const span = inside ? { start: at, end: at + 1 } : start.span;
	edits.sort((a, b) => a.span.start - b.span.start);
	const title = edits.length > 1 ? "Replace all tabs with spaces" : "Replace the tab with spaces";
	return [{ span, message: "YAML is indented with spaces, not tabs; replace the tab", mend: { title, edits } }];
}

/** How many blanks a tab stands for: one level of the document, or more where what stands below a key would not be deeper than the key. */
function tabWidth(text: string): number {
	const unit = unitOf(text) === "\t" ? 2 : unitOf(text).length;
	const widths = [unit, 4, 8].filter((width) => width >= unit);
	const fits = new Set(widths);
	let above = { blanks: "", content: "" };
	for (let start = 0; start < text.length; ) {
		const end = lineEnd(text, start);
		const blanks = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "";
		const content = text.slice(start + blanks.length, end);
		if (content !== "" && !content.startsWith("#")) {
			if (above.content.endsWith(":") && !/^-\s/.test(content)) {
				for (const width of widths) if (columns(blanks, width) <= columns(above.blanks, width) + dashes(above.content)) fits.delete(width);
			}
			above = { blanks, content: content.trimEnd() };
		}
		start = nextLine(text, end);
	}
	return widths.find((width) => fits.has(width)) ?? unit;
}

function columns(blanks: string, width: number): number {
	let count = 0;
	for (const char of blanks) count += char === "\t" ? width : 1;
	return count;
}

/** Slips in what can be read, but never means what is written. */
function slipsInTree(text: string, root: Node): readonly SyntaxFault[] {
	const faults: SyntaxFault[] = [];
	const walk = (node: Node) => {
		if (node.kind === "list") for (const item of node.items) walk(item);
		else if (node.kind === "map") {
			for (const { key, value } of node.entries) {
				const name = typeof key.value === "string" && key.style === "plain" ? key.value : "";
				const word = /^([\w-]+)[ \t]+(["'])(?:(?!\2).)*$/.exec(name);
				if (word?.[1] && value.kind === "scalar" && text.slice(value.span.start, value.span.end).endsWith(word[2] ?? '"')) {
					const end = key.span.start + word[1].length;
					const edits = [{ span: { start: end, end }, text: ":" }];
					const message = `missing \`:\` after \`${word[1]}\``;
					faults.push({ span: { start: key.span.start, end }, message, mend: { title: "Insert `:`", edits } });
				}
				walk(value);
			}
		}
	};
	walk(root);
	return faults;
}

function isCurly(text: string): boolean {
	return /^[“”][^“”\n]*[“”]$|^[‘’][^‘’\n]*[‘’]$/.test(text);
}

function curlyQuotes(start: number, text: string): SyntaxFault {
	const message = `\`${text[0]}\` is not a quotation mark in YAML; use \`"\``;
	return slip(start, start + text.length, JSON.stringify(text.slice(1, -1)), message, 'Change to `"`');
}

/** What people write that YAML misreads and yet plain in what it means: each with the change that makes it right. Never here: the parser, or what cannot be told. */
import type { YAMLError } from "yaml";
import { lineEnd, lineStart, nextLine } from "../base/lines.ts";
import { unitOf } from "./edit.ts";
import type { Node, SyntaxFault } from "./node.ts";
import { faultOf } from "./yaml-faults.ts";
import { slipsInFlow } from "./yaml-flow.ts";
import { blockText, dashes, type Line, structure } from "./yaml-lines.ts";
import { innerQuotes, unclosedKeys } from "./yaml-quotes.ts";
import { unseenIn } from "./yaml-unseen.ts";

/** What can be mended at once in a text that was read as `root`, with `errors`: guesses, the best first. Empty where nothing is plain. */
export function slipsInYaml(text: string, root: Node | undefined, errors: readonly YAMLError[]): readonly (readonly SyntaxFault[])[] {
	const odd = unseenIn(text);
	if (odd.length > 0) return [odd];
	const [error] = errors;
	const guesses = error
		? [slippedTabs(text, error), slipsInSigns(text), slipsInLines(text), slipAtError(text, root, error)]
		: root && suspicious.test(text)
			? [slipsInSigns(text), slipsInTree(text, root)]
			: [];
	return guesses.filter((faults) => faults.length > 0);
}

/** Without this no text that can be read has a slip: a quote behind a word or its colon, or the sign of block text the wrong way round. */
const suspicious = /^ *(?:- +)*[\w-]+(?:[ \t]+["'][^\n]*: |:["']|:[ \t]+[-+][|>][ \t]*$)/m;

/** Slips that single signs show: quotes, the beginning of block text, braces. The first kind that there is. */
function slipsInSigns(text: string): readonly SyntaxFault[] {
	const lines = structure(text);
	const kinds = [swappedMarks, gluedTexts, unclosedKeys, innerQuotes, flowSlips];
	for (const kind of kinds) {
		const faults = kind(text, lines);
		if (faults.length > 0) return faults;
	}
	return [];
}

/** `+|` for `|+`. */
function swappedMarks(_: string, lines: readonly Line[]): readonly SyntaxFault[] {
	return lines.flatMap(({ start, indent, content }) => {
		const marks = /^(?:-[ \t]+)*[\w-]+:[ \t]+([-+])([|>])$/.exec(content);
		if (!marks) return [];
		const at = start + indent + content.length - 2;
		const right = `${marks[2]}${marks[1]}`;
		return [
			{
				...slip(at, at + 2, right, `\`${marks[1]}${marks[2]}\` does not begin a block of text; write \`${right}\``, `Change to \`${right}\``),
				level: "warning" as const,
			},
		];
	});
}

/** `url:"say: Hi"`: a quote right behind the colon, and the end of the text at the end of the line. */
function gluedTexts(_: string, lines: readonly Line[]): readonly SyntaxFault[] {
	return lines.flatMap(({ start, indent, content }) => {
		const name = /^((?:-[ \t]+)*[A-Za-z_][\w-]*):(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+#.*)?$/.exec(content)?.[1];
		if (name === undefined) return [];
		const at = start + indent + name.length;
		const part = content.includes(": ", name.length) ? "name" : "value";
		return [slip(at, at + 1, ": ", `\`:\` needs a space after it, or it is part of the ${part}`, "Insert a space")];
	});
}

/** What is wrong in braces and brackets, up to where their lines end. */
function flowSlips(text: string, lines: readonly Line[]): readonly SyntaxFault[] {
	const faults: SyntaxFault[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index];
		const before = line && /^(?:-[ \t]+)*(?:(?:[\w.$-]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?(?=[{[])/.exec(line.content)?.[0];
		if (!line || before === undefined) continue;
		const key = line.indent + (/^(?:-[ \t]+)*/.exec(before)?.[0].length ?? 0);
		const inside = ({ indent, content }: Line) => (before === "" ? indent >= line.indent : indent > key) || (/^[}\]]/.test(content) && indent >= line.indent);
		let last = index;
		for (let next = lines[index + 1]; next && inside(next); next = lines[last + 1]) last++;
		const end = lines[last] ?? line;
		for (const fault of slipsInFlow(text, line.start + line.indent + before.length, end.start + end.indent + end.content.length)) faults.push(fault);
		index = last;
	}
	return faults;
}

/** What the parser itself stumbled over, where that says how to mend it. */
function slipAtError(text: string, root: Node | undefined, error: YAMLError): readonly SyntaxFault[] {
	const fault = faultOf(error, text, root);
	const { start } = fault.span;
	const rest = text.slice(start, lineEnd(text, start)).trimEnd();
	if (isCurly(rest)) return [curlyQuotes(start, rest)];
	return fault.mend ? [fault] : [];
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
	const begins = before !== "" || above === undefined || /^---$|:(?:[ ]+#.*)?$/.test(above.content);
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

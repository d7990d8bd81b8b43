/** A text laid out afresh: indentation and the blanks between signs, in either syntax. Whatever is in it, it says the same afterwards. */
import type { Span } from "../base/span.ts";
import { applyEdits, type Source, type TextEdit } from "./edit.ts";
import { jsonEdits } from "./format-json.ts";
import { yamlEdits } from "./format-yaml.ts";
import { keyText, type Node, type Tree } from "./node.ts";

/** What the editor wants of a layout. */
export interface LayoutOptions {
	/** Blanks for one level. */
	readonly tabSize: number;
	/** Blanks, not tabs. YAML never has tabs. */
	readonly insertSpaces: boolean;
	/** Whether blanks at the end of a line go; only where `true`, and never inside a string. */
	readonly trimTrailingWhitespace?: boolean;
	readonly insertFinalNewline?: boolean;
	/** Whether empty lines at the end go. */
	readonly trimFinalNewlines?: boolean;
	/** JSON: line breaks stay as they are. YAML's always do. */
	readonly keepLines?: boolean;
}

/** A level deeper than this is a slip of the settings. */
const widest = 10;

/** The changes that lay `source` out, or the lines of `within`; `read` reads a text as `tree` was read. What is not understood stays as it is; the data, the faults and the comments stay in any case. */
export function formatEdits(source: Source, tree: Tree, read: (text: string) => Tree, options: LayoutOptions, within?: Span): readonly TextEdit[] {
	const { text, format } = source;
	// Where code of a template stands is for its own tool to say.
	if (tree.faults.some(({ blind }) => blind)) return [];
	const tabSize = Math.min(Math.max(1, Math.trunc(options.tabSize) || 2), widest);
	const sane = { ...options, tabSize };
	// A byte order mark is no part of the first line.
	const mark = text.startsWith("\uFEFF") ? 1 : 0;
	const body = format === "json" ? jsonEdits(text, mark, sane, within) : yamlEdits(text, mark, tree, sane, within);
	const end = within ? [] : finalEdits(text, sane);
	const inner = body.filter(({ span }) => !end.some((edit) => edit.span.start < span.end));
	for (const edits of [[...inner, ...end], inner, inner.filter(({ span }) => !startsLine(text, span.start)), end]) {
		if (edits.length === 0) continue;
		const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
		if (same(tree, read(applyEdits(text, sorted)))) return sorted;
	}
	return [];
}

function startsLine(text: string, offset: number): boolean {
	return offset === 0 || text[offset - 1] === "\n";
}

/** The end of the file: line breaks too many, or none. */
function finalEdits(text: string, { trimTrailingWhitespace, trimFinalNewlines, insertFinalNewline }: LayoutOptions): readonly TextEdit[] {
	let start = text.length;
	while (start > 0 && (trimTrailingWhitespace ? /[ \t\r\n]/ : /[\r\n]/).test(text[start - 1] ?? "")) start--;
	const tail = text.slice(start);
	if (start === 0) return [];
	const [lineBreak] = /\r?\n/.exec(tail) ?? [];
	const wanted = lineBreak ?? (insertFinalNewline ? (text.includes("\r\n") ? "\r\n" : "\n") : "");
	if (lineBreak === undefined && wanted !== "") return [{ span: { start, end: text.length }, text: wanted }];
	return trimFinalNewlines && tail !== wanted ? [{ span: { start, end: text.length }, text: wanted }] : [];
}

/** Whether two texts were read as the same, with the same faults. */
function same(before: Tree, after: Tree): boolean {
	return (
		before.faults.length === after.faults.length &&
		before.faults.every((fault, index) => fault.message === after.faults[index]?.message) &&
		(before.root && after.root ? sameNode(before.root, after.root) : before.root === after.root)
	);
}

function sameNode(a: Node, b: Node): boolean {
	if (a.kind === "map" && b.kind === "map") {
		const sameEntry = (index: number): boolean => {
			const [one, other] = [a.entries[index], b.entries[index]];
			return one !== undefined && other !== undefined && keyText(one.key) === keyText(other.key) && sameNode(one.value, other.value);
		};
		return a.style === b.style && a.entries.length === b.entries.length && a.entries.every((_, index) => sameEntry(index));
	}
	if (a.kind === "list" && b.kind === "list") {
		return a.style === b.style && a.items.length === b.items.length && a.items.every((item, index) => sameItem(item, b.items[index]));
	}
	if (a.kind === "alias" && b.kind === "alias") return a.name === b.name;
	return a.kind === "scalar" && b.kind === "scalar" && a.style === b.style && Object.is(a.value, b.value);
}

function sameItem(a: Node, b: Node | undefined): boolean {
	return b !== undefined && sameNode(a, b);
}

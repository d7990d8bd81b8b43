/** The lines of a YAML text that hold its structure, told without a parser. Never here: what is wrong with them. */
import { lineEnd, nextLine } from "../base/lines.ts";

/** A line, without the blanks it begins with. */
export interface Line {
	readonly start: number;
	/** How many blanks it begins with. */
	readonly indent: number;
	readonly content: string;
	/** The whole line. */
	readonly raw: string;
}

/** The lines that hold entries and items: not blank, no comment, not inside a string of several lines. */
export function structure(text: string): readonly Line[] {
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
		lines.push({ start: at, indent, content, raw: line });
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
export const blockText = /(?:^|[:-][ \t]+)[|>][-+1-9]{0,2}(?:[ \t]+#.*)?$/;

/** How far the dashes of a line push its key to the right. A lone `- |` has none to push. */
export function dashes(content: string): number {
	const before = /^(?:-[ \t]+)+/.exec(content)?.[0] ?? "";
	return /^[|>]/.test(content.slice(before.length)) ? Math.max(0, before.length - 2) : before.length;
}

function closes(line: string, quote: string): boolean {
	return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(line) : line.replaceAll("''", "").includes("'");
}

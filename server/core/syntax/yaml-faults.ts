/** The parser's complaints in the author's words, at the place of their cause. Never here: what is plainly meant although it cannot be read (`yaml-slips.ts`). */
import type { YAMLError } from "yaml";
import { lineEnd, lineStart, nextLine } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { quoteRest } from "./edit.ts";
import type { Mend, Node, ScalarNode, SyntaxFault } from "./node.ts";

/** Quotes from an offset to the end of its line. */
export function quotingRest(text: string, offset: number): Mend {
	return { title: "Add quotes", edits: [quoteRest({ text, format: "yaml" }, offset)] };
}

/** Quotes around what stands at an offset in braces or brackets, up to the sign that ends it. */
export function quotingItem(text: string, offset: number): Mend {
	const item = /[^,[\]{}\r\n]*/y;
	item.lastIndex = offset;
	const written = item.exec(text)?.[0].trimEnd() ?? "";
	return { title: "Add quotes", edits: [{ span: { start: offset, end: offset + written.length }, text: JSON.stringify(written) }] };
}

/** Puts a fault where its cause is and says it in the author's words; the parser's own place is often where it gave up. */
export function faultOf(error: YAMLError, text: string, root: Node | undefined): SyntaxFault {
	const [start, end] = error.pos;
	const here = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), text.length) };
	const say = (message: string, span = here): SyntaxFault => ({ span, message });
	const unquoted = (message: string, span = here): SyntaxFault => ({ span, message, mend: quotingRest(text, span.start) });
	const runaway = runawayQuote(text, here.start);
	if (runaway) {
		const quote = text[runaway.start] ?? '"';
		const at = runaway.start + text.slice(runaway.start, runaway.end).trimEnd().length;
		const mend = { title: `Insert \`${quote}\``, edits: [{ span: { start: at, end: at }, text: quote }] };
		return { span: runaway, message: `this string is never closed; add \`${quote}\``, mend };
	}
	switch (error.code) {
		case "MISSING_CHAR": {
			if (/closing ["']/.test(error.message)) {
				const open = root && unclosed(root, here.start);
				const quote = error.message.includes('"') ? '"' : "'";
				return say(
					`this string is never closed; add \`${quote}\``,
					open ? { start: open.span.start, end: Math.min(open.span.end, lineEnd(text, open.span.start)) } : here,
				);
			}
			if (/map keys|map values/.test(error.message)) return say("missing `:` and a value after this key");
			if (/space/.test(error.message)) return say("missing space after `:`");
			if (/,/.test(error.message)) return say("missing `,` before this");
			if (/without -/.test(error.message)) return say(misaligned, lineAt(text, here.start));
			return say("something is missing here");
		}
		case "BAD_INDENT":
			if (/must (?:be sufficiently indented and )?end with a?/.test(error.message) || /end with/.test(error.message)) {
				const open = lastOpen(text, here.start);
				if (!/[[{]/.test(text[open] ?? "")) return say("missing `}` or `]`");
				const closing = text[open] === "[" ? "]" : "}";
				return say(`this \`${text[open] ?? "{"}\` is never closed; add \`${closing}\``, { start: open, end: open + 1 });
			}
			return say(misaligned, lineAt(text, here.start));
		case "BLOCK_AS_IMPLICIT_KEY": {
			const rest = { start: here.start, end: lineEnd(text, here.start) };
			const value = text.slice(rest.start, rest.end).trimEnd();
			if (/^\s*-(?:\s|$)/.test(value)) return say(misaligned, lineAt(text, here.start));
			if (value.includes(": ")) return unquoted("a value that contains `: ` needs quotes", rest);
			if (value.endsWith(":")) return unquoted("a value that ends with `:` needs quotes", { start: rest.start, end: rest.start + value.length });
			return say("the line below is indented as if it belonged to this value; check its spaces");
		}
		case "MULTILINE_IMPLICIT_KEY":
			return say("this is not a `key: value` pair; a key is on one line, followed by `:` and a space", {
				start: here.start,
				end: Math.min(here.end, lineEnd(text, here.start)),
			});
		case "TAB_AS_INDENT":
			return say("YAML is indented with spaces, not tabs; replace the tab");
		case "BAD_SCALAR_START":
			return unquoted(
				text[here.start] === "`" ? "a value that starts with a backtick needs quotes" : `a value that starts with \`${text[here.start] ?? ""}\` needs quotes`,
			);
		case "BAD_ALIAS": {
			const star = text[here.start] === "*" ? here.start : here.start - 1;
			return text[star] === "*"
				? unquoted("`*` starts an alias here; a value that starts with it needs quotes", { start: star, end: star + 1 })
				: say("an alias needs a name");
		}
		case "BAD_DQ_ESCAPE":
			return say("unknown escape sequence; write a backslash as `\\\\` or use single quotes");
		case "IMPOSSIBLE":
		case "UNEXPECTED_TOKEN":
			if (text[here.start - 1] === "'") return say("the `'` before this ends the string; inside single quotes it is written `''`");
			if (text[here.start - 1] === '"') return say('the `"` before this ends the string; inside double quotes it is written `\\"`');
			return say("this does not belong here; check the spaces at the start of this line and the one above");
		case "DUPLICATE_KEY":
			return say("duplicate key");
		default:
			return say("YAML does not allow this here");
	}
}

const misaligned = "this line is not aligned with the ones above; use the same number of spaces";

/** A quoted text before `offset` that is not closed on its line, where the next line looks like an entry of its own: its closing quote is missing. */
function runawayQuote(text: string, offset: number): Span | undefined {
	const last = text.trimEnd().length;
	for (let start = 0; start <= offset && start < text.length; ) {
		const end = lineEnd(text, start);
		const below = nextLine(text, end);
		const open = /(?:[:-][ \t]+|[[{,][ \t]*)(["'])(?:(?!\1)[^\\]|\\.)*$/.exec(text.slice(start, end));
		// What follows is a key, or nothing at all.
		if (open && (end >= last || /^[ \t]*(?:- +)?[\w.-]+:(?:[ \t]|$)/.test(text.slice(below, lineEnd(text, below))))) {
			return { start: start + open.index + open[0].indexOf(open[1] ?? ""), end };
		}
		start = below;
	}
	return undefined;
}

/** The quoted text that runs up to `offset`. */
function unclosed(node: Node, offset: number): ScalarNode | undefined {
	if (node.kind === "scalar") return (node.style === "double" || node.style === "single") && node.span.end >= offset - 1 ? node : undefined;
	const below = node.kind === "map" ? node.entries.flatMap((each) => [each.key, each.value]) : node.kind === "list" ? node.items : [];
	for (const child of [...below].reverse()) {
		const found = unclosed(child, offset);
		if (found) return found;
	}
	return undefined;
}

/** The last `[` or `{` before `offset` that nothing closes, leaving quotes aside. */
function lastOpen(text: string, offset: number): number {
	const open: number[] = [];
	for (let i = 0; i < offset; i++) {
		const char = text[i];
		if (char === "[" || char === "{") open.push(i);
		else if (char === "]" || char === "}") open.pop();
	}
	return open.at(-1) ?? Math.max(0, offset - 1);
}

/** The line at an offset, without the blanks around it. */
function lineAt(text: string, offset: number): Span {
	const start = lineStart(text, offset);
	const line = text.slice(start, lineEnd(text, offset));
	const end = start + line.trimEnd().length;
	return { start: Math.min(end, start + line.length - line.trimStart().length), end };
}

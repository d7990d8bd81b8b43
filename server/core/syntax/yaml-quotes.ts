/** Quotes in YAML that end where they should not, or nowhere: each line by itself. Never here: texts of several lines. */
import type { SyntaxFault } from "./node.ts";
import { insertion } from "./slip.ts";
import type { Line } from "./yaml-lines.ts";

/** `"url: say:Hi`: keys that lost their second quote. */
export function unclosedKeys(_: string, lines: readonly Line[]): readonly SyntaxFault[] {
	return lines.flatMap(({ start, indent, content }) =>
		[...content.matchAll(/(^(?:-[ \t]+)*|[{,][ \t]*)(["'])([A-Za-z_][\w.-]*)(?=:$|:[ \t]+(?:\2|[^"']*$))/g)].map(
			({ 1: before = "", 2: quote = '"', 3: name = "", index }) => {
				const at = start + indent + index + before.length;
				const end = at + 1 + name.length;
				return insertion(end, { start: at, end }, quote, `this key is never closed; add \`${quote}\``);
			},
		),
	);
}

/** `"say "hello" there"`: quotes inside a string of the same quotes. */
export function innerQuotes(_: string, lines: readonly Line[]): readonly SyntaxFault[] {
	return lines.flatMap((line) => innerIn(line) ?? []);
}

function innerIn({ start, indent, content }: Line): SyntaxFault | undefined {
	const before = /^(?:-[ \t]+)*(?:(?:[\w.$-]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?(?=["'])/.exec(content)?.[0];
	const from = before === undefined || before === content ? quoteInBraces(content) : before.length;
	if (from === undefined) return undefined;
	const quote = content[from] ?? '"';
	const flow = before === undefined;
	const first = quote === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y;
	first.lastIndex = from;
	const end = from + (first.exec(content)?.[0].length ?? 0);
	if (end === from || /^\s*(?:$|#|:)/.test(content.slice(end)) || (flow && /^\s*[,}\]]/.test(content.slice(end)))) return undefined;
	const ends = flow ? new RegExp(`${quote}(?=[ \\t]*(?:[,}\\]]|$))`, "g") : new RegExp(`${quote}(?=[ \\t]*(?:#.*)?$)`, "g");
	ends.lastIndex = end;
	const last = ends.exec(content)?.index;
	if (last === undefined) return undefined;
	const at = start + indent;
	const span = { start: at + end - 1, end: at + end };
	const reach = { start: at + from, end: at + last + 1 };
	const inner = content.slice(from + 1, last);
	const written = quote === '"' ? inner.replace(/\\.|"/g, (sign) => (sign === '"' ? '\\"' : sign)) : inner.replace(/''|'/g, "''");
	const by = quote === '"' ? '\\"' : "''";
	const edits = [{ span: reach, text: quote + written + quote }];
	return { span, message: `inside a string \`${quote}\` is written \`${by}\``, reach, mend: { title: `Change to \`${by}\``, edits } };
}

/** The first text in braces of a line that goes on behind its quote. */
function quoteInBraces(content: string): number | undefined {
	for (const { 0: found, 1: before = "", index } of content.matchAll(/([[{,][ \t]*|:[ \t]+)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g)) {
		if (!/^[ \t]*(?:$|[,:}\]#])/.test(content.slice(index + found.length, index + found.length + 200))) return index + before.length;
	}
	return undefined;
}

/** YAML text into the shared tree. Knows YAML's grammar and faults, not SWML. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type YAMLError, type Node as YamlNode } from "yaml";
import type { Span } from "../base/span.ts";
import { type Chunk, cut } from "./chunks.ts";
import {
	type AliasNode,
	deepest,
	type Entry,
	type ListNode,
	type MapNode,
	type Node,
	type Piece,
	type ScalarNode,
	type ScalarStyle,
	type SyntaxFault,
	type Tree,
} from "./node.ts";
import { relocate } from "./relocate.ts";

/** The key below which a document is cut into pieces that are read on their own. */
const cutBelow = "sections";

/**
 * Reads YAML 1.2, as far as it goes. A file holds one document; what follows a second `---` is not read.
 * `previous` is the tree of an earlier version: pieces that are the same are taken from it. The result is the same without it.
 */
export function parseYaml(text: string, previous?: Tree): Tree {
	const conflict = /^(?:<{7}|>{7}) /m.exec(text);
	if (conflict) {
		const span = { start: conflict.index, end: lineEnd(text, conflict.index) };
		return { root: undefined, faults: [{ span, message: "a merge conflict is not resolved here; keep one side and remove the markers" }] };
	}
	const deep = tooDeep(text);
	if (deep !== undefined) {
		return { root: undefined, faults: [{ span: { start: deep, end: deep + 1 }, message: `more than ${deepest} levels deep; no call reads that` }] };
	}
	const tree = parsePieces(text, previous) ?? parseWhole(text);
	const dangling = danglingAliases(text, tree.root);
	return dangling.length === 0 ? tree : { ...tree, faults: [...tree.faults, ...dangling].sort((a, b) => a.span.start - b.span.start) };
}

/** Aliases of which the anchor does not stand above them: no reader gets past one. */
function danglingAliases(text: string, root: Node | undefined): readonly SyntaxFault[] {
	if (!root || !/(?:^|[\s[{,])\*/m.test(text)) return [];
	const anchors = new Map<string, number>();
	for (const { 1: name = "", index } of text.matchAll(/(?<=^|[\s[{,])&([^\s,[\]{}]+)/gm)) if (!anchors.has(name)) anchors.set(name, index);
	return aliases(root).flatMap(({ name, span }) =>
		(anchors.get(name) ?? text.length) < span.start
			? []
			: [{ span, message: `no anchor \`&${name}\` stands above this; a text that starts with \`*\` needs quotes`, quoteFrom: span.start }],
	);
}

function aliases(node: Node): readonly AliasNode[] {
	if (node.kind === "alias") return [node];
	if (node.kind === "map") return node.entries.flatMap((each) => aliases(each.value));
	return node.kind === "list" ? node.items.flatMap(aliases) : [];
}

function parseWhole(text: string): Tree {
	const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, keepSourceTokens: false, logLevel: "silent" });
	if (!Array.isArray(documents) || documents.length === 0) return { root: undefined, faults: [] };
	const [first, second] = documents as Document.Parsed[];
	if (!first) return { root: undefined, faults: [] };
	const root = first.contents ? read(first.contents, text, first.contents.range[0]) : undefined;
	const faults = first.errors.slice(0, 1).map((error) => fault(error, text, root));
	if (second?.contents && faults.length === 0) {
		const start = text.lastIndexOf("---", second.contents.range?.[0] ?? 0);
		if (start >= 0) faults.push({ span: { start, end: start + 3 }, message: "a second document starts here; only the first is read, so keep one to a file" });
	}
	return { root, faults };
}

/** Reads a document piece by piece; undefined where it cannot be cut, or a piece is no map. */
function parsePieces(text: string, previous: Tree | undefined): Tree | undefined {
	const chunks = cut(text, cutBelow);
	if (!chunks) return undefined;
	const pieces = new Map<string, Piece>();
	const faults: SyntaxFault[] = [];
	const entriesOf = (chunk: Chunk): readonly Entry[] | undefined => {
		const tree = pieceAt(chunk, pieces, previous?.pieces);
		faults.push(...tree.faults);
		if (tree.root === undefined) return [];
		return tree.root.kind === "map" && tree.root.style === "block" ? tree.root.entries : undefined;
	};
	const below: Entry[] = [];
	for (const chunk of chunks.below) {
		const entries = entriesOf(chunk);
		if (!entries) return undefined;
		below.push(...entries);
	}
	const [first] = below;
	const last = below.at(-1);
	if (!first || !last) return undefined;
	const inner: MapNode = { kind: "map", span: { start: first.span.start, end: last.span.end }, style: "block", entries: below };
	const root: Entry[] = [];
	for (const [index, chunk] of chunks.root.entries()) {
		const entries = entriesOf(chunk);
		if (!entries) return undefined;
		const owner = index === chunks.owner ? entries.at(-1) : undefined;
		root.push(
			...(owner ? [...entries.slice(0, -1), { span: { start: owner.span.start, end: inner.span.end }, key: owner.key, value: inner, flow: false }] : entries),
		);
	}
	const [head] = root;
	const tail = root.at(-1);
	if (!head || !tail) return undefined;
	faults.sort((a, b) => a.span.start - b.span.start);
	return { root: { kind: "map", span: { start: head.span.start, end: tail.span.end }, style: "block", entries: root }, faults, pieces };
}

/** A piece read before: its tree with offsets of the document it was read in. */
function pieceAt(chunk: Chunk, pieces: Map<string, Piece>, known: Tree["pieces"]): Tree {
	const kept = pieces.get(chunk.text) ?? known?.get(chunk.text);
	const piece = kept ?? { start: 0, tree: parseWhole(chunk.text) };
	const moved = piece.start === chunk.start ? piece : { start: chunk.start, tree: shifted(piece.tree, chunk.start - piece.start) };
	pieces.set(chunk.text, moved);
	return moved.tree;
}

function shifted(tree: Tree, by: number): Tree {
	const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
	return {
		root: tree.root && relocate(tree.root, move),
		faults: tree.faults.map((each) => ({
			...each,
			span: move(each.span),
			...(each.reach ? { reach: move(each.reach) } : {}),
			...(each.quoteFrom === undefined ? {} : { quoteFrom: each.quoteFrom + by }),
		})),
	};
}

/** `at` is where a value would stand when nothing is written. */
function read(yaml: unknown, text: string, at: number): Node {
	const node = yaml as YamlNode | null;
	const range = node?.range;
	if (isMap(node) && range) {
		const entries: Entry[] = [];
		let end = range[0];
		for (const pair of node.items) {
			if (!isPair(pair)) continue;
			const made = entry(pair.key, pair.value, text, end, node.flow === true);
			entries.push(made);
			end = Math.max(end, made.span.end);
		}
		const span = { start: range[0], end: node.flow ? range[1] : end };
		return { kind: "map", span, style: node.flow ? "flow" : "block", entries } satisfies MapNode;
	}
	if (isSeq(node) && range) {
		const items: Node[] = [];
		let end = range[0];
		for (const item of node.items) {
			// A pair as an item is the flow shorthand `[a: 1]`: a map of one entry.
			const made = isPair(item) ? single(entry(item.key, item.value, text, end, true)) : read(item, text, end);
			items.push(made);
			end = Math.max(end, made.span.end);
		}
		const span = { start: range[0], end: node.flow ? range[1] : Math.max(end, range[0] + 1) };
		return { kind: "list", span, style: node.flow ? "flow" : "block", items } satisfies ListNode;
	}
	if (isAlias(node) && range) return { kind: "alias", span: { start: range[0], end: range[1] }, name: node.source };
	if (isScalar(node) && range) {
		const [start, end] = range;
		const style = start === end ? "missing" : styleOf(node.type);
		return { kind: "scalar", span: { start, end: style === "block" ? trimmedEnd(text, start, end) : end }, style, value: scalarValue(node.value) };
	}
	return { kind: "scalar", span: { start: at, end: at }, style: "missing", value: null };
}

function entry(yamlKey: unknown, yamlValue: unknown, text: string, at: number, flow: boolean): Entry {
	const readKey = read(yamlKey, text, at);
	// A map or list as a key is beyond SWML; it stands as the text it is written in.
	const key: ScalarNode =
		readKey.kind === "scalar"
			? readKey
			: { kind: "scalar", span: readKey.span, style: "plain", value: firstLine(text.slice(readKey.span.start, readKey.span.end)) };
	const value = read(yamlValue, text, key.span.end);
	return { span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) }, key, value, flow };
}

/** Enough of a long text to know it by. */
function firstLine(text: string): string {
	const line = /^[^\r\n]{0,40}/.exec(text)?.[0] ?? "";
	return line === text ? text : `${line}…`;
}

function single(made: Entry): MapNode {
	return { kind: "map", span: made.span, style: "flow", entries: [made] };
}

function scalarValue(value: unknown): ScalarNode["value"] {
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	if (typeof value === "bigint") return Number(value);
	return value === null || value === undefined ? null : String(value);
}

function styleOf(type: string | null | undefined): ScalarStyle {
	if (type === "QUOTE_DOUBLE") return "double";
	if (type === "QUOTE_SINGLE") return "single";
	return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" ? "block" : "plain";
}

function trimmedEnd(text: string, start: number, end: number): number {
	let last = end;
	while (last > start && /\s/.test(text[last - 1] ?? "")) last--;
	return last;
}

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end;
}

/** The offset of the first collection beyond the deepest level, counted generously. */
function tooDeep(text: string): number | undefined {
	const run = new RegExp(`(?:[-?][ \\t]+){${deepest}}`).exec(text);
	if (run) return run.index;
	let level = 0;
	for (const { 0: char, index } of text.matchAll(/[[{}\]]|\n(?=[A-Za-z-])/g)) {
		if (char === "[" || char === "{") {
			if (++level > deepest) return index;
		} else if (char === "\n") level = 0;
		else if (level > 0) level--;
	}
	if (!text.includes(" ".repeat(deepest * 4))) return undefined;
	const indent = new RegExp(`^ {${deepest * 4},}[^ \\n]`, "m").exec(text);
	return indent && indentLevels(text) > deepest ? indent.index : undefined;
}

/** How many distinct indents lie one inside the other at the deepest place. */
function indentLevels(text: string): number {
	const open: number[] = [];
	let most = 0;
	for (const line of text.split("\n")) {
		const indent = line.search(/[^ ]/);
		if (indent < 0) continue;
		while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
		open.push(indent);
		most = Math.max(most, open.length);
	}
	return most;
}

/** Puts a fault where its cause is and says it in the author's words; the parser's own place is often where it gave up. */
function fault(error: YAMLError, text: string, root: Node | undefined): SyntaxFault {
	const [start, end] = error.pos;
	const here = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), text.length) };
	const say = (message: string, span = here): SyntaxFault => ({ span, message });
	const unquoted = (message: string, span = here): SyntaxFault => ({ span, message, quoteFrom: span.start });
	const runaway = runawayQuote(text, here.start);
	if (runaway) return say(`this text is never closed; add \`${text[runaway.start] ?? '"'}\``, runaway);
	switch (error.code) {
		case "MISSING_CHAR": {
			if (/closing ["']/.test(error.message)) {
				const open = root && unclosed(root, here.start);
				const quote = error.message.includes('"') ? '"' : "'";
				return say(
					`this text is never closed; add \`${quote}\``,
					open ? { start: open.span.start, end: Math.min(open.span.end, lineEnd(text, open.span.start)) } : here,
				);
			}
			if (/map keys|map values/.test(error.message)) return say("a `:` and a value are missing after this key");
			if (/space/.test(error.message)) return say("a space is missing after `:`");
			if (/,/.test(error.message)) return say("a `,` is missing before this");
			return say("something is missing here");
		}
		case "BAD_INDENT":
			if (/must (?:be sufficiently indented and )?end with a?/.test(error.message) || /end with/.test(error.message)) {
				const open = lastOpen(text, here.start);
				if (!/[[{]/.test(text[open] ?? "")) return say("a `}` or `]` is missing");
				const closing = text[open] === "[" ? "]" : "}";
				return say(`this \`${text[open] ?? "{"}\` is never closed; add \`${closing}\``, { start: open, end: open + 1 });
			}
			return say(misaligned);
		case "BLOCK_AS_IMPLICIT_KEY": {
			const rest = { start: here.start, end: lineEnd(text, here.start) };
			const value = text.slice(rest.start, rest.end).trimEnd();
			if (/^\s*-(?:\s|$)/.test(value)) return say(misaligned, rest);
			if (value.includes(": ")) return unquoted("a text that contains `: ` needs quotes", rest);
			if (value.endsWith(":")) return unquoted("a text that ends with `:` needs quotes", { start: rest.start, end: rest.start + value.length });
			return say("the line below is indented as if it belonged to this value; check its spaces");
		}
		case "MULTILINE_IMPLICIT_KEY":
			return say("this is no `key: value`; a key stands on one line, with `:` and a space after it", {
				start: here.start,
				end: Math.min(here.end, lineEnd(text, here.start)),
			});
		case "TAB_AS_INDENT":
			return say("YAML is indented with spaces, never with tabs; replace the tab");
		case "BAD_SCALAR_START":
			return unquoted(
				text[here.start] === "`" ? "a text that starts with a backtick needs quotes" : `a text that starts with \`${text[here.start] ?? ""}\` needs quotes`,
			);
		case "BAD_ALIAS": {
			const star = text[here.start] === "*" ? here.start : here.start - 1;
			return text[star] === "*"
				? unquoted("`*` starts an alias here; a text that starts with it needs quotes", { start: star, end: star + 1 })
				: say("an alias needs a name");
		}
		case "BAD_DQ_ESCAPE":
			return say("no escape that YAML knows; a backslash itself is written `\\\\` or the text is put in single quotes");
		case "IMPOSSIBLE":
		case "UNEXPECTED_TOKEN":
			if (text[here.start - 1] === "'") return say("the `'` before this ends the text; inside single quotes it is written `''`");
			if (text[here.start - 1] === '"') return say('the `"` before this ends the text; inside double quotes it is written `\\\\"`');
			return say("this does not belong here; check the spaces at the start of this line and the one above");
		case "DUPLICATE_KEY":
			return say("this key is written twice");
		default:
			return say("YAML does not allow this here");
	}
}

const misaligned = "this line does not line up with the ones above; use the same number of spaces as its neighbours";

/** A quoted text before `offset` that is not closed on its line, where the next line looks like an entry of its own: its closing quote is missing. */
function runawayQuote(text: string, offset: number): Span | undefined {
	for (let start = 0; start <= offset && start < text.length; ) {
		const end = lineEnd(text, start);
		const open = /(?:[:-][ \t]+|[[{,][ \t]*)(["'])(?:(?!\1)[^\\]|\\.)*$/.exec(text.slice(start, end));
		if (open && /^[ \t]*(?:- +)?[\w.-]+:(?:[ \t\r]|$)/.test(text.slice(end + 1, lineEnd(text, end + 1)))) {
			return { start: start + open.index + open[0].indexOf(open[1] ?? ""), end };
		}
		start = end + 1;
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

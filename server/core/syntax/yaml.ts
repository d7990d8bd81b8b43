/** YAML text into the shared tree. Knows YAML's grammar and faults, not SWML. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type YAMLError, type Node as YamlNode } from "yaml";
import { lineEnd, withLineFeeds } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type Chunk, cut } from "./chunks.ts";
import { parseJson } from "./json.ts";
import { fenced, mended, mostFaults, putBack, putFaultBack } from "./mend.ts";
import { deepest, type Entry, type ListNode, type MapNode, type Node, type ScalarNode, type ScalarStyle, type SyntaxFault, type Tree } from "./node.ts";
import { cutBelow } from "./parts.ts";
import { relocate } from "./relocate.ts";
import { marksBefore } from "./written.ts";
import { tooDeep } from "./yaml-depth.ts";
import { faultOf } from "./yaml-faults.ts";
import { slipsInYaml } from "./yaml-slips.ts";

/** Reads YAML 1.2, as far as it goes. A file holds one document; what follows a second `---` is not read. */
export function parseYaml(written: string): Tree {
	const text = withLineFeeds(written);
	const conflict = /^(?:<{7}|>{7}) /m.exec(text);
	if (conflict) {
		const span = { start: conflict.index, end: lineEnd(text, conflict.index) };
		return { root: undefined, faults: [{ span, message: "unresolved merge conflict; keep one side and remove the markers" }] };
	}
	const deep = tooDeep(text);
	if (deep !== undefined) return tooDeepAt(deep);
	const fence = fenced(text);
	if (fence) {
		const { root, faults } = parseYaml(fence.text);
		return { root, faults: [fence.fault, ...faults] };
	}
	const tree = parsePieces(text) ?? parseWhole(text);
	// JSON is YAML as long as it is sound; of what is wrong with it JSON's reader knows more.
	return tree.faults.length > 0 && isJson(text) ? parseJson(text) : tree;
}

/** Whether a text begins as JSON, and nothing in it is YAML's alone: comments, commas before closing brackets. */
function isJson(text: string): boolean {
	return /^\uFEFF?\s*\{\s*"/.test(text) && !/^[ \t]*#/m.test(text) && !/,\s*[}\]]/.test(text);
}

/** Reads items of a list that were cut out of a file: below a key that is indented by `outer` blanks. What only begins a file is not looked for. */
export function parseYamlPart(written: string, outer: number): Tree {
	const text = withLineFeeds(written);
	const deep = tooDeep(text);
	if (deep !== undefined) return tooDeepAt(deep);
	const above = `_:\n${" ".repeat(outer)}_:\n`;
	const { root, faults } = parseWhole(above + text);
	return shifted({ root: firstOf(firstOf(root)), faults }, -above.length);
}

/** What the first key of a map holds. */
function firstOf(node: Node | undefined): Node | undefined {
	return node?.kind === "map" ? node.entries[0]?.value : undefined;
}

function tooDeepAt(offset: number): Tree {
	return {
		root: undefined,
		faults: [{ span: { start: offset, end: offset + 1 }, message: `more than ${deepest} levels deep; SignalWire does not read that` }],
	};
}

/** What was read of a text, and what the parser complained of. */
interface Reading {
	readonly root: Node | undefined;
	readonly errors: readonly YAMLError[];
	/** The offset of a second document, if there is one. */
	readonly second: number | undefined;
}

function readOnce(text: string): Reading {
	const documents = withoutStacks(() => parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, keepSourceTokens: false, logLevel: "silent" }));
	const [first, second] = Array.isArray(documents) ? (documents as Document.Parsed[]) : [];
	if (!first) return { root: undefined, errors: [], second: undefined };
	const root = first.contents ? read(first.contents, text, first.contents.range[0]) : undefined;
	const start = second?.contents ? text.lastIndexOf("---", second.contents.range?.[0] ?? 0) : -1;
	return { root, errors: first.errors, second: start < 0 ? undefined : start };
}

/** The parser makes an error object of every complaint: where in our program it was made is most of the time that a broken text takes. */
function withoutStacks<T>(work: () => T): T {
	const limited = Error as { stackTraceLimit?: number };
	const { stackTraceLimit } = limited;
	if (stackTraceLimit === undefined) return work();
	limited.stackTraceLimit = 0;
	try {
		return work();
	} finally {
		limited.stackTraceLimit = stackTraceLimit;
	}
}

/** How often a text is read again with its faults mended; a long one less often, so that what is read in all stays within bounds. */
const mostRounds = 6;
const mostRead = 400_000;

/** More is not read in one piece: the parser would take longer than anybody waits. A file is cut into its steps, which are far smaller. */
const longestPiece = 400_000;

/** Reads a text as a whole. What is plainly meant is read as if it were written so; of the other faults only the first is sure. */
function parseWhole(text: string): Tree {
	if (text.length > longestPiece) {
		const message = `${Math.round(text.length / 1000)} KB that cannot be split into steps; YAML is checked in pieces of at most ${longestPiece / 1000} KB, so this is not checked`;
		return { root: undefined, faults: [{ span: { start: 0, end: lineEnd(text, 0) }, message, level: "info" }] };
	}
	let reading = readOnce(text);
	let current = text;
	let back = (offset: number) => offset;
	const faults: SyntaxFault[] = [];
	for (let round = 0; round < mostRounds && text.length * (round + 1) <= mostRead; round++) {
		const step = betterReading(current, reading);
		if (!step) break;
		const place = back;
		for (const each of step.found) faults.push(putFaultBack(each, place));
		back = (offset) => place(step.next.back(offset));
		current = step.next.text;
		reading = step.again;
	}
	const [error] = reading.errors;
	if (error) faults.push(putFaultBack(faultOf(error, current, reading.root), back));
	else if (reading.second !== undefined && faults.length === 0) {
		const start = reading.second;
		faults.push({ span: { start, end: start + 3 }, message: "a second document starts here; only the first is read, so keep one document per file" });
	}
	const { root } = reading;
	return { root: root && current !== text ? putBack(root, text, back) : root, faults: inOrder(faults).slice(0, mostFaults) };
}

/** The first guess at what was meant that leads further. */
function betterReading(text: string, { root, errors }: Reading) {
	const [before] = errors;
	for (const found of slipsInYaml(text, root, errors)) {
		const next = mended(text, found);
		const again = readOnce(next.text);
		const [after] = again.errors;
		if (!before || !after || next.back(after.pos[0]) > before.pos[0]) return { found, next, again };
	}
	return undefined;
}

function inOrder(faults: readonly SyntaxFault[]): SyntaxFault[] {
	return [...faults].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Reads a document piece by piece; undefined where it cannot be cut, or a piece is no map. */
function parsePieces(text: string): Tree | undefined {
	const chunks = cut(text, cutBelow);
	if (!chunks) return undefined;
	const faults: SyntaxFault[] = [];
	const entriesOf = (chunk: Chunk): readonly Entry[] | undefined => {
		const tree = shifted(parseWhole(chunk.text), chunk.start);
		for (const fault of tree.faults) faults.push(fault);
		if (tree.root === undefined) return [];
		return tree.root.kind === "map" && tree.root.style === "block" ? tree.root.entries : undefined;
	};
	const below: Entry[] = [];
	for (const chunk of chunks.below) {
		const entries = entriesOf(chunk);
		if (!entries) return undefined;
		for (const each of entries) below.push(each);
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
		for (const each of entries)
			root.push(each === owner ? { span: { start: owner.span.start, end: inner.span.end }, key: owner.key, value: inner, flow: false } : each);
	}
	const [head] = root;
	const tail = root.at(-1);
	if (!head || !tail) return undefined;
	faults.sort((a, b) => a.span.start - b.span.start);
	return { root: { kind: "map", span: { start: head.span.start, end: tail.span.end }, style: "block", entries: root }, faults };
}

function shifted(tree: Tree, by: number): Tree {
	if (by === 0) return tree;
	const move = (span: Span): Span => ({ start: Math.max(0, span.start + by), end: Math.max(0, span.end + by) });
	return {
		root: tree.root && relocate(tree.root, move),
		faults: tree.faults.map((each) => putFaultBack(each, (offset) => Math.max(0, offset + by))),
	};
}

/** `at` is where a value would stand when nothing is written. */
function read(yaml: unknown, text: string, at: number): Node {
	const node = yaml as YamlNode | null;
	const range = node?.range;
	const tag = node && !isAlias(node) ? node.tag : undefined;
	const isBlock = (isMap(node) || isSeq(node)) && !node.flow;
	if (tag && /^![^!]/.test(tag) && range && !isBlock) {
		const start = range[0] - marksBefore(text.slice(at, range[0])).length;
		return { kind: "alias", span: { start, end: trimmedEnd(text, range[0], range[1]) }, name: tag };
	}
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

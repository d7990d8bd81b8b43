/** JSON text into the shared tree. Knows JSON's grammar and faults, not SWML. */
import { type JSONVisitor, type ParseError, printParseErrorCode, visit } from "jsonc-parser";
import { bracketSlips } from "./json-brackets.ts";
import { slipsInJson } from "./json-slips.ts";
import { fenced, mended, mostFaults, putBack, putFaultBack } from "./mend.ts";
import { deepest, type Entry, type Node, type ScalarNode, type SyntaxFault, type Tree } from "./node.ts";

/** Reads JSON as strictly as SignalWire does (no comments, no trailing commas) and yet as far as it goes. */
export function parseJson(text: string): Tree {
	const start = text.startsWith("\uFEFF") ? 1 : 0;
	if (start === text.length || text.trim() === "") return { root: undefined, faults: [] };
	const deep = tooDeep(text);
	if (deep !== undefined) return { root: undefined, faults: [tooDeepAt(deep)] };
	// A BOM is replaced by a blank, so that offsets stay.
	const plain = start === 0 ? text : ` ${text.slice(1)}`;
	const { root, errors } = grow(plain);
	return errors.length === 0 ? { root, faults: [] } : readMended(plain);
}

/** What is plainly meant is read as if it were written so; of the other faults only the first is sure. */
function readMended(text: string): Tree {
	const fence = fenced(text);
	if (fence) {
		const { root, faults } = parseJson(fence.text);
		return { root, faults: [fence.fault, ...faults] };
	}
	const brackets = bracketSlips(text);
	const matching = mended(text, brackets);
	const { faults: slips, guessed } = slipsInJson(matching.text);
	const { text: better, back: inner } = mended(matching.text, slips);
	const back = (offset: number) => matching.back(inner(offset));
	const deep = tooDeep(better);
	if (deep !== undefined) return { root: undefined, faults: [tooDeepAt(back(deep))] };
	const { root, errors } = grow(better);
	const [first] = errors.sort((a, b) => a.offset - b.offset);
	const faults = [...brackets, ...slips.slice(0, mostFaults).map((each) => putFaultBack(each, matching.back))];
	if (first && !guessed) faults.push(putFaultBack(fault(first, better), back));
	return { root: root && better !== text ? putBack(root, text, back) : root, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

function grow(text: string): Growth {
	const tree = new Growth();
	visit(text, tree, { disallowComments: true, allowTrailingComma: false });
	return tree;
}

function tooDeepAt(offset: number): SyntaxFault {
	return { span: { start: offset, end: offset + 1 }, message: `more than ${deepest} levels deep; SignalWire does not read that` };
}

/** An object or list that is not closed yet. */
interface Open {
	readonly start: number;
	readonly entries: Entry[];
	readonly items: Node[];
	/** A key of an object that still lacks its value. */
	key: ScalarNode | undefined;
}

/** Puts our tree together from what the parser meets, without a tree of its own in between. */
class Growth implements JSONVisitor {
	root: Node | undefined;
	readonly errors: ParseError[] = [];
	private readonly open: Open[] = [];

	readonly onObjectBegin = (start: number): undefined => {
		this.open.push({ start, entries: [], items: [], key: undefined });
	};
	readonly onObjectProperty = (name: string, start: number, length: number): void => {
		const top = this.open.at(-1);
		if (top) top.key = { kind: "scalar", span: { start, end: start + length }, style: "double", value: name };
	};
	readonly onObjectEnd = (offset: number, length: number): void => {
		this.lackValue();
		const top = this.open.pop();
		if (top) this.add({ kind: "map", span: { start: top.start, end: offset + length }, style: "flow", entries: top.entries });
	};
	readonly onArrayBegin = this.onObjectBegin;
	readonly onArrayEnd = (offset: number, length: number): void => {
		const top = this.open.pop();
		if (top) this.add({ kind: "list", span: { start: top.start, end: offset + length }, style: "flow", items: top.items });
	};
	readonly onLiteralValue = (value: ScalarNode["value"], start: number, length: number): void => {
		this.add({ kind: "scalar", span: { start, end: start + length }, style: typeof value === "string" ? "double" : "plain", value });
	};
	readonly onSeparator = (sign: string): void => {
		if (sign === ",") this.lackValue();
	};
	readonly onError = (error: number, offset: number, length: number): void => {
		this.errors.push({ error, offset, length });
	};

	private add(value: Node): void {
		const top = this.open.at(-1);
		if (!top) this.root ??= value;
		else if (top.key) {
			top.entries.push(entry(top.key, value));
			top.key = undefined;
		} else top.items.push(value);
	}

	/** A key without a value ends here. */
	private lackValue(): void {
		const top = this.open.at(-1);
		if (top?.key) this.add(missing(top.key.span.end));
	}
}

function entry(key: ScalarNode, value: Node): Entry {
	return { span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) }, key, value, flow: true };
}

function missing(offset: number): ScalarNode {
	return { kind: "scalar", span: { start: offset, end: offset }, style: "missing", value: null };
}

/** The offset of the first bracket beyond the deepest level, if there is one. */
function tooDeep(text: string): number | undefined {
	let level = 0;
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (quoted) {
			if (code === backslash) i++;
			else if (code === doubleQuote || code === lineFeed) quoted = false;
		} else if (code === doubleQuote) quoted = true;
		else if (code === openBrace || code === openBracket) {
			if (++level > deepest) return i;
		} else if (code === closeBrace || code === closeBracket) level--;
	}
	return undefined;
}

const [backslash, doubleQuote, lineFeed, openBrace, openBracket, closeBrace, closeBracket] = [...'\\"\n{[}]'].map((char) => char.charCodeAt(0));

/** By the names that `printParseErrorCode` gives. */
const messages: { readonly [code: string]: string } = {
	InvalidSymbol: "this is not a JSON value; strings need double quotes",
	InvalidNumberFormat: "this is not a valid JSON number",
	PropertyNameExpected: "a key in double quotes is missing here",
	ValueExpected: "a value is missing here",
	ColonExpected: "missing `:` between the key and its value",
	CommaExpected: "missing `,` before this",
	CloseBraceExpected: "missing `}`",
	CloseBracketExpected: "missing `]`",
	EndOfFileExpected: "the document ends before this; remove what follows",
	InvalidCommentToken: "JSON has no comments; remove this one",
	UnexpectedEndOfComment: "JSON has no comments; remove this one",
	UnexpectedEndOfString: 'this string is never closed; add `"`',
	UnexpectedEndOfNumber: "this number is not finished",
	InvalidUnicode: "`\\u` needs four hexadecimal digits",
	InvalidEscapeCharacter: "unknown escape sequence; a backslash itself is written `\\\\`",
	InvalidCharacter: "this character must be escaped inside a string",
};

/** The bracket that is never closed, told by the indentation of the lines: a closing one stands further left than it should. */
function unclosed(text: string): number | undefined {
	const open: { readonly at: number; readonly indent: number }[] = [];
	let indent = 0;
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const char = text[i] ?? "";
		if (char === "\n") {
			quoted = false;
			indent = /^[ \t]*/.exec(text.slice(i + 1, i + 200))?.[0].length ?? 0;
		} else if (quoted) {
			if (char === "\\") i++;
			else if (char === '"') quoted = false;
		} else if (char === '"') quoted = true;
		else if (char === "{" || char === "[") open.push({ at: i, indent });
		else if (char === "}" || char === "]") {
			const top = open.pop();
			if (top && /^[ \t]*$/.test(text.slice(text.lastIndexOf("\n", i) + 1, i)) && indent < top.indent) return top.at;
		}
	}
	return undefined;
}

/** A missing comma or bracket is reported where the text before it ends, not at the innocent word after it. */
function fault(error: ParseError, text: string): SyntaxFault {
	const code = printParseErrorCode(error.error);
	const message = messages[code] ?? `not JSON (${code})`;
	let { offset: start, length } = error;
	// A key that was taken for the value of the one before it.
	const stolen = text[start] === ":" ? /:\s*"(?:[^"\\]|\\.)*"\s*$/.exec(text.slice(0, start)) : null;
	if (stolen) return { span: { start: stolen.index, end: stolen.index + 1 }, message: "a value is missing here", reach: { start: stolen.index, end: start } };
	if (code === "CommaExpected" && /[}\]]/.test(text[start] ?? "")) {
		return { span: { start, end: start + 1 }, message: `missing \`${text[start] === "}" ? "]" : "}"}\` before this` };
	}
	if (code === "ValueExpected" && /[}\]]/.test(text[start] ?? "") && /,\s*$/.test(text.slice(0, start))) {
		start = text.slice(0, start).lastIndexOf(",");
		return { span: { start, end: start + 1 }, message: "trailing comma; remove it" };
	}
	if (code === "PropertyNameExpected" && text[start] === "}") {
		const comma = text.slice(0, start).trimEnd();
		if (comma.endsWith(",")) return { span: { start: comma.length - 1, end: comma.length }, message: "trailing comma; remove it" };
	}
	if (code === "CloseBraceExpected" || code === "CloseBracketExpected") {
		const open = unclosed(text);
		if (open !== undefined)
			return { span: { start: open, end: open + 1 }, message: `this \`${text[open]}\` is never closed`, reach: { start: open, end: text.length } };
	}
	if (start >= text.length) {
		start = Math.max(0, text.trimEnd().length - 1);
		length = 1;
	}
	return { span: { start, end: Math.min(text.length, start + Math.max(length, 1)) }, message };
}

/** One key or one value of a JSON text as people write them: where it ends, and what is wrong with it. Never here: what stands around it. */
import { lineEnd } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { SyntaxFault } from "./node.ts";
import { codeOf, isControl } from "./odd-signs.ts";
import { insertion, matchAt, quoting, replacement } from "./slip.ts";

/** A key or value that was read: where it ends, and what is wrong with it. */
export interface Token {
	readonly end: number;
	readonly faults: readonly SyntaxFault[];
	readonly guessed?: true;
}

/** Ends of lines, by the sign that a text would end with. */
export type Endless = Map<string, number>;

/** The key that begins here; undefined where nobody can tell. */
export function keyAt(text: string, at: number, endless: Endless): Token | undefined {
	// A key that lost its second quote has one at the beginning of its value instead.
	const open = matchAt(/"[A-Za-z_$][\w$.-]*(?=\s*:\s*["{[\dtfn-])/y, text, at);
	if (open !== undefined && matchAt(/"(?:[^"\\\n]|\\.)*"\s*[:=]/y, text, at) === undefined) {
		const end = at + open.length;
		return { end, faults: [insertion(end, { start: at, end }, '"', 'this key is never closed; add `"`')] };
	}
	const quoted = quotedAt(text, at, endless);
	if (quoted) return quoted;
	const name = matchAt(/[A-Za-z_$][\w$.-]*(?="?\s*(?::(?!\/\/)|=))/y, text, at);
	if (name === undefined) return undefined;
	const end = at + name.length;
	if (text[end] === '"') return { end: end + 1, faults: [insertion(at, { start: at, end: end + 1 }, '"', 'this key is never opened; add `"`')] };
	return { end, faults: [quoting(at, end, JSON.stringify(name), `the key \`${name}\` needs double quotes`)] };
}

/** The text, number or word that begins here; undefined where nobody can tell. */
export function valueAt(text: string, at: number, endless: Endless): Token | undefined {
	const quoted = quotedAt(text, at, endless);
	if (quoted) return quoted;
	const bare = matchAt(/(?:[%$]\{[^}\n]{0,200}\}|:\/\/|\/(?![/*])|[^\s,[\]{}"/]|[ \t]+(?![\s,[\]{}"#]|\/[/*])){1,2000}/y, text, at);
	if (bare === undefined || /^[:=]|:$|: /.test(bare)) return undefined;
	const end = at + bare.length;
	if (matchAt(/"\s*(?:[,}\]]|$)/y, text, end) !== undefined) {
		return { end: end + 1, faults: [insertion(at, { start: at, end: end + 1 }, '"', 'this string is never opened; add `"`')] };
	}
	if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(bare)) return { end, faults: [] };
	const literal = literals[bare.toLowerCase()];
	if (literal) return { end, faults: [replacement(at, end, literal, `\`${bare}\` is not valid JSON; write \`${literal}\``, true)] };
	const number = /^\+?(-?\d{0,6}(?:\.\d*)?)$/.exec(bare)?.[1];
	if (number !== undefined && /\d/.test(number)) {
		const proper = number
			.replace(/^(-?)\./, "$10.")
			.replace(/\.$/, ".0")
			.replace(/^(-?)0+(?=\d)/, "$1");
		return { end, faults: [replacement(at, end, proper, `\`${bare}\` is not a valid number in JSON; write \`${proper}\``)] };
	}
	const what = bare.length > 40 ? "this text" : `\`${bare}\``;
	return { end, faults: [quoting(at, end, JSON.stringify(bare), `${what} needs double quotes`)] };
}

/** What other languages write for JSON's three words. */
const literals: { readonly [word: string]: string } = { true: "true", false: "false", null: "null", none: "null", nil: "null", undefined: "null" };

/** A text in quotes of any kind. */
function quotedAt(text: string, at: number, endless: Endless): Token | undefined {
	const open = text[at] ?? "";
	if (open === '"') return textAt(text, at);
	const close = open === "“" || open === "”" ? '[”“"]' : open === "‘" || open === "’" ? "[’‘']" : open === "'" || open === "`" ? open : undefined;
	if (close === undefined || at < (endless.get(close) ?? 0)) return undefined;
	// An apostrophe inside is not followed by what ends a text.
	const whole = matchAt(new RegExp(`.[^\\n]*?${close}(?=[ \\t\\r]*(?:[,:=}\\]\\n]|$))`, "y"), text, at);
	if (whole === undefined) {
		endless.set(close, lineEnd(text, at));
		return undefined;
	}
	const inner = whole
		.slice(1, -1)
		.replace(/\\(['`])/g, "$1")
		.replace(/\\.|"/g, (sign) => (sign === '"' ? '\\"' : sign));
	const sign = open === "`" ? "backticks" : open === "'" ? "`'`" : `\`${open}\``;
	return { end: at + whole.length, faults: [quoting(at, at + whole.length, `"${inner}"`, `JSON strings use \`"\`, not ${sign}`)] };
}

/** A text in double quotes: its signs that JSON wants written otherwise, its line breaks, its missing end. */
function textAt(text: string, at: number): Token {
	const faults: SyntaxFault[] = [];
	let end = at + 1;
	for (; end < text.length; end++) {
		const char = text[end];
		if (char === '"') break;
		if (char === "\n") return openText(text, at, end) ?? { end: guessEnd(text, at), faults: [...faults, unclosedAt(text, at)], guessed: true };
		if (char !== undefined && isControl(char.charCodeAt(0))) {
			const short = JSON.stringify(char).slice(1, -1);
			const by = short.startsWith("\\") ? short : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
			faults.push(replacement(end, end + 1, by, `a control character (${codeOf(char)}) inside a string is written \`${by}\``));
		}
		if (char === "\t") faults.push(replacement(end, end + 1, "\\t", "a tab inside a string is written `\\t`"));
		if (char !== "\\") continue;
		const escaped = text[end + 1] ?? "";
		if (escaped === "\n") continue;
		if (escaped === "'") faults.push(replacement(end, end + 2, "'", "inside a string `'` is written without `\\`"));
		else if (!/["\\/bfnrtu]/.test(escaped) && escaped > " ") {
			faults.push(replacement(end, end + 2, `\\\\${escaped}`, `unknown escape sequence \`\\${escaped}\`; a backslash itself is written \`\\\\\``));
		}
		end++;
	}
	if (end >= text.length) return { end: guessEnd(text, at), faults: [unclosedAt(text, at)], guessed: true };
	return innerQuotes(text, at, end + 1) ?? { end: end + 1, faults };
}

/** A word right after the end of a text: quotes inside it, as in `"say "hello" there"`, or the end of a later text taken for its own. */
function innerQuotes(text: string, at: number, end: number): Token | undefined {
	if (!/[\p{L}\d]/u.test(text[end] ?? "")) return undefined;
	const rest = text.slice(end, Math.min(lineEnd(text, end), end + 2000));
	if (/^[\w.-]+"\s*:/.test(rest)) {
		const span = { start: at, end };
		return {
			end: text.length,
			guessed: true,
			faults: [{ span, message: 'this string is never closed; add `"`', reach: { start: at, end: end + rest.length } }],
		};
	}
	const inner = /^[^"\\]*(?:"(?!\s*(?:[,:}\]]|$))[^"\\]*)*(?="\s*(?:[,}\]]|$))/.exec(rest)?.[0];
	if (inner === undefined) return undefined;
	const whole = { start: at, end: end + inner.length + 1 };
	const escaped = text.slice(at + 1, whole.end - 1).replace(/\\.|"/g, (sign) => (sign === '"' ? '\\"' : sign));
	const message = 'inside a string `"` is written `\\"`';
	return {
		end: whole.end,
		faults: [{ span: { start: end - 1, end }, message, reach: whole, mend: { title: 'Change to `\\"`', edits: [{ span: whole, text: `"${escaped}"` }] } }],
	};
}

/** A text that goes on in the next lines and ends there. Undefined where its end was rather forgotten. */
function openText(text: string, at: number, breakAt: number): Token | undefined {
	if (/^\s*(?:[}\]]|"[^"\n]*"\s*:)/.test(text.slice(breakAt, breakAt + 400))) return undefined;
	let end = breakAt;
	while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
	if (end >= text.length || !/^[ \t\r]*(?:[,}\]\n]|$)/.test(text.slice(end + 1, end + 200))) return undefined;
	const edits = breaksIn(text, at, end).map((span) => ({ span, text: "\\n" }));
	const span = { start: at, end: lineEnd(text, at) };
	const reach = { start: at, end: end + 1 };
	return { end: end + 1, faults: [{ span, message: "a line break inside a string is written `\\n`", reach, mend: { title: "Change to `\\n`", edits } }] };
}

/** The line breaks in a part of a text, each with the blanks around it. */
function breaksIn(text: string, from: number, to: number): readonly Span[] {
	const found: Span[] = [];
	for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at)) {
		let start = at;
		while (start > Math.max(from, found.at(-1)?.end ?? 0) && /[ \t\r]/.test(text[start - 1] ?? "")) start--;
		at++;
		while (at < to && /[ \t]/.test(text[at] ?? "")) at++;
		found.push({ start, end: at });
	}
	return found;
}

/** Where a text that is never closed is meant to end: on its line, before what goes on after it. */
function guessEnd(text: string, at: number): number {
	let end = lineEnd(text, at);
	const after = /[[{]/.test(text.slice(at, end)) ? /[\s,]/ : /[\s,}\]]/;
	while (end > at + 1 && after.test(text[end - 1] ?? "")) end--;
	return Math.max(at + 1, end);
}

function unclosedAt(text: string, at: number): SyntaxFault {
	const end = guessEnd(text, at);
	return {
		span: { start: at, end },
		message: 'this string is never closed; add `"`',
		mend: { title: 'Insert `"`', edits: [{ span: { start: end, end }, text: '"' }] },
	};
}

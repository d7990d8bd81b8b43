/** What people write that is no JSON and yet plain in what it means: each with the change that makes it JSON. Never here: a tree, or what cannot be told. */
import { lineEnd, withLineFeeds } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { closesAll } from "./json-brackets.ts";
import type { SyntaxFault } from "./node.ts";

/** The slips of a text, in order of place. */
export interface Slips {
	readonly faults: readonly SyntaxFault[];
	/** The end of a text was guessed: what else is wrong may follow from that. */
	readonly guessed: boolean;
}

/** An object or list that is open: what may come next in it, and the last comma. */
interface Level {
	readonly closing: "}" | "]" | "";
	wants: "first" | "key" | "colon" | "value" | "joint";
	comma: number;
}

/** A key or value that was read: where it ends, and what is wrong with it. */
interface Token {
	readonly end: number;
	readonly faults: readonly SyntaxFault[];
	readonly guessed?: true;
}

/** Ends of lines, by the sign that a text would end with. */
type Endless = Map<string, number>;

/** Walks through a text for as long as it is clear what each sign is meant to be. */
export function slipsInJson(written: string): Slips {
	const text = withLineFeeds(written);
	/** For each kind of quote, up to where no text in it ends: a search that failed is not begun again for every quote on the line. */
	const endless: Endless = new Map();
	const faults: SyntaxFault[] = [];
	const levels: Level[] = [{ closing: "", wants: "value", comma: -1 }];
	let guessed = false;
	/** Where the last thing that is no blank and no comment ended. */
	let last = 0;
	for (let at = 0; at < text.length; ) {
		const char = text[at] ?? "";
		if (/[\s\uFEFF]/.test(char)) {
			at++;
			continue;
		}
		const level = levels.at(-1);
		if (!level) break;
		const comment = matchAt(
			level.wants === "value" ? /\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|#(?=[ \t!])[^\n\r]*/y : /(?:\/\/|#)[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/y,
			text,
			at,
		);
		if (comment !== undefined) {
			faults.push(commentAt(text, at, at + comment.length));
			at += comment.length;
			continue;
		}
		if (char === ";" && level.wants === "joint") {
			const more = matchAt(/;\s*(?:,\s*)?["{[\w-]/y, text, at) !== undefined && !matchAt(/;\s*,/y, text, at);
			const by = more ? "," : "";
			const span = { start: at, end: at + 1 };
			faults.push({
				span,
				message: more ? "expected `,`, not `;`" : "extra `;`; remove it",
				mend: { title: more ? "Change to `,`" : "Remove the `;`", edits: [{ span, text: by }] },
			});
			if (more) level.wants = level.closing === "}" ? "key" : "value";
			at++;
			continue;
		}
		if (char === ",") {
			if (level.closing === "") break;
			const idle = level.wants === "first" || level.wants === "key" || (level.wants === "value" && level.closing === "]");
			if (idle) faults.push(removal(at, "extra comma; remove it", "Remove the comma"));
			else {
				level.wants = level.closing === "}" ? "key" : "value";
				level.comma = at;
			}
			last = ++at;
			continue;
		}
		if (char === "}" || char === "]") {
			if (char !== level.closing) {
				const wrong = wrongBracket(text, at, levels);
				if (!wrong) break;
				faults.push(wrong.fault);
				if (wrong.missing) {
					levels.pop();
					const around = levels.at(-1);
					if (around) around.wants = "joint";
				} else at++;
				continue;
			}
			if (level.comma >= 0 && level.comma === last - 1) {
				faults.push(removal(level.comma, "trailing comma; remove it", "Remove the comma", true));
			}
			levels.pop();
			const outer = levels.at(-1);
			if (outer) outer.wants = "joint";
			last = ++at;
			continue;
		}
		if (level.wants === "colon") {
			const sign = matchAt(/:=|=>|:|=/y, text, at);
			if (sign !== undefined) {
				if (sign !== ":") faults.push(replacement(at, at + sign.length, ":", `expected \`:\`, not \`${sign}\``));
				level.wants = "value";
				last = at += sign.length;
				continue;
			}
			// A key that lost its value is not the same as one that lost its colon.
			if (text.slice(last, at).includes("\n") || matchAt(/"[^"\n]*"\s*[:=]/y, text, at) !== undefined) break;
			faults.push(insertion(last, { start: at, end: at + 1 }, ":", "missing `:` between the key and its value"));
			level.wants = "value";
		}
		if (char === ":" || char === "=") break;
		if (level.wants === "joint") {
			if (level.closing === "" || (level.closing === "}" && !isKey(text, at))) break;
			const end = char === "{" || char === "[" ? at + 1 : Math.max(at + 1, stringEnd(text, at));
			faults.push(insertion(last, { start: at, end }, ",", "missing `,` before this", text.slice(last, at).includes("\n")));
			level.wants = level.closing === "}" ? "key" : "value";
		}
		if (level.wants === "first") level.wants = level.closing === "}" ? "key" : "value";
		if (char === "{" || char === "[") {
			if (level.wants !== "value") break;
			levels.push({ closing: char === "{" ? "}" : "]", wants: "first", comma: -1 });
			last = ++at;
			continue;
		}
		const token = level.wants === "key" ? keyAt(text, at, endless) : valueAt(text, at, endless);
		if (!token) break;
		for (const fault of token.faults) faults.push(fault);
		guessed ||= token.guessed === true;
		level.wants = level.wants === "key" ? "colon" : "joint";
		last = at = token.end;
	}
	return { faults, guessed };
}

/** A closing bracket that closes nothing: it is one too many, or another is missing before it; undefined where the rest does not tell. */
function wrongBracket(text: string, at: number, levels: readonly Level[]): { readonly fault: SyntaxFault; readonly missing: boolean } | undefined {
	const open = levels.map(({ closing }) => closing).filter((closing) => closing !== "");
	const char = text[at] ?? "";
	const expected = open.at(-1);
	const surplus = closesAll(text, at + 1, open);
	const lacking = expected !== undefined && closesAll(text, at, open.slice(0, -1));
	if (surplus === lacking || (levels.at(-1)?.wants ?? "") === "colon" || (lacking && levels.at(-1)?.wants === "value")) return undefined;
	if (surplus) return { fault: removal(at, `unmatched \`${char}\`; remove it`, `Remove the \`${char}\``), missing: false };
	return { fault: insertion(at, { start: at, end: at + 1 }, expected ?? "", `missing \`${expected}\` before this`), missing: true };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

function removal(at: number, message: string, title: string, safe = false): SyntaxFault {
	const span = { start: at, end: at + 1 };
	return { span, message, mend: { title, edits: [{ span, text: "" }], ...(safe ? { safe: true as const } : {}) } };
}

function insertion(at: number, span: SyntaxFault["span"], sign: string, message: string, safe = false): SyntaxFault {
	const title = `Insert \`${sign}\``;
	return { span, message, mend: { title, edits: [{ span: { start: at, end: at }, text: sign }], ...(safe ? { safe: true as const } : {}) } };
}

function replacement(start: number, end: number, by: string, message: string, safe = false): SyntaxFault {
	const span = { start, end };
	return { span, message, mend: { title: `Change to \`${by}\``, edits: [{ span, text: by }], ...(safe ? { safe: true as const } : {}) } };
}

function quoting(start: number, end: number, by: string, message: string): SyntaxFault {
	const span = { start, end };
	return { span, message, mend: { title: "Use double quotes", edits: [{ span, text: by }] } };
}

/** A comment goes with the blanks before it, or with its line where it stands alone. */
function commentAt(text: string, start: number, end: number): SyntaxFault {
	let before = start;
	while (/[ \t]/.test(text[before - 1] ?? "")) before--;
	let after = end;
	while (/[ \t\r]/.test(text[after] ?? "")) after++;
	const alone = (before === 0 || text[before - 1] === "\n") && text[after] === "\n";
	const span = alone ? { start: before, end: after + 1 } : { start: before, end };
	return {
		span: { start, end: start + (/^[^\n\r]*/.exec(text.slice(start, end))?.[0].length ?? 1) },
		message: "JSON has no comments; remove this one",
		reach: { start, end },
		mend: { title: "Remove the comment", edits: [{ span, text: "" }] },
	};
}

/** Whether what stands here is followed by a colon. */
function isKey(text: string, at: number): boolean {
	return matchAt(/(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[“”][^“”\n]*[“”]|[A-Za-z_$][\w$.-]*)\s*[:=]/y, text, at) !== undefined;
}

/** Where a text in double quotes ends that is closed on its line; otherwise `at`. */
function stringEnd(text: string, at: number): number {
	return at + (matchAt(/"(?:[^"\\\n]|\\.)*"/y, text, at)?.length ?? 0);
}

function keyAt(text: string, at: number, endless: Endless): Token | undefined {
	// A key that lost its second quote has one at the beginning of its value instead.
	const open = matchAt(/"[A-Za-z_$][\w$.-]*(?=\s*:\s*["{[\dtfn-])/y, text, at);
	if (open !== undefined && matchAt(/"(?:[^"\\\n]|\\.)*"\s*[:=]/y, text, at) === undefined) {
		const end = at + open.length;
		return { end, faults: [insertion(end, { start: at, end }, '"', 'this key is never closed; add `"`')] };
	}
	const quoted = quotedAt(text, at, endless);
	if (quoted) return quoted;
	const name = matchAt(/[A-Za-z_$][\w$.-]*(?=\s*[:=])/y, text, at);
	if (name === undefined) return undefined;
	const end = at + name.length;
	return { end, faults: [quoting(at, end, JSON.stringify(name), `the key \`${name}\` needs double quotes`)] };
}

function valueAt(text: string, at: number, endless: Endless): Token | undefined {
	const quoted = quotedAt(text, at, endless);
	if (quoted) return quoted;
	const bare = matchAt(/(?:[%$]\{[^}\n]{0,200}\}|:\/\/|\/(?![/*])|[^\s,[\]{}"/]|[ \t]+(?![\s,[\]{}"#]|\/[/*])){1,2000}/y, text, at);
	if (bare === undefined || /^[:=]|:$|: /.test(bare)) return undefined;
	const end = at + bare.length;
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

/** What people write that is no JSON and yet plain in what it means: each with the change that makes it JSON. Never here: a tree, or what cannot be told. */
import { withLineFeeds } from "../base/lines.ts";
import { type Endless, keyAt, valueAt } from "./json-tokens.ts";
import type { SyntaxFault } from "./node.ts";
import { controlAt, isControl, isOdd, isUnseen, oddBlanksAt } from "./odd-signs.ts";
import { insertion, matchAt, removal, replacement } from "./slip.ts";

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

/** Walks through a text for as long as it is clear what each sign is meant to be. */
export function slipsInJson(written: string): Slips {
	const text = withLineFeeds(written);
	/** For each kind of quote, up to where no text in it ends: a search that failed is not begun again for every quote on the line. */
	const endless: Endless = new Map();
	const faults: SyntaxFault[] = [];
	const levels: Level[] = [{ closing: "", wants: "value", comma: -1 }];
	let guessed = false;
	const odd: number[] = [];
	/** Where the last thing that is no blank and no comment ended. */
	let last = 0;
	for (let at = 0; at < text.length; ) {
		const char = text[at] ?? "";
		if (isUnseen(char)) {
			if (isOdd(char)) odd.push(at);
			else if (isControl(char.charCodeAt(0))) faults.push(controlAt(text, at, "JSON"));
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
			if (char !== level.closing) break;
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
	const blanks = oddBlanksAt(text, odd);
	return { faults: blanks ? [blanks, ...faults] : faults, guessed };
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

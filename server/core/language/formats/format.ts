/**
 * What a named value format is, and the few words all formats share.
 * Never here: a format of its own.
 */
import { quote } from "../../base/quote.ts";
import { holdsStandIn } from "../../base/stand_in.ts";
import type { Value } from "../type.ts";

/** What is wrong with a value. */
export interface FormatProblem {
	/** `error` only where the value cannot work. */
	readonly level: "error" | "warning" | "hint";
	/** What is wrong, then what to do; the user's words in backticks; no full stop at the end. */
	readonly message: string;
	/** The smallest wrong part, in offsets of the value. Absent: the whole value. */
	readonly at?: readonly [start: number, end: number];
	/** The whole new value, where it can be told. It passes the same check. */
	readonly fix?: string;
}

/** How a text has to look. */
export interface Format {
	/** How such a value looks, as a phrase: "an http or https URL". */
	readonly looks: string;
	/** Such a value may hold any text: blanks, colons, signs. */
	readonly holdsText?: true;
	/** Prefixes or whole values to offer, with their meanings. */
	readonly offers?: readonly Value[];
	/** Speaks of a literal text that is neither blank nor holds a placeholder such as `${…}`. */
	readonly check: Check;
}

export type Check = (value: string) => FormatProblem | undefined;

/** A problem; an undefined fix, and an undefined or empty span, are left out. */
export function problem(
	level: FormatProblem["level"],
	message: string,
	more: { at?: readonly [number, number] | undefined; fix?: string | undefined } = {},
): FormatProblem {
	return { level, message, ...(more.at && more.at[0] < more.at[1] && { at: more.at }), ...(more.fix !== undefined && { fix: more.fix }) };
}

/** Text that is still to be filled in: `<number>`, `your-url-here`, `+1XXXXXXXXXX`. */
export function isPlaceholder(value: string): boolean {
	return /<[^<>]*>|\byour(?![a-z])|xxx|yyy|zzz|\.\.\.|…|[_-]here\b/i.test(value);
}

/** Says that a value is still to be filled in; `wanted` is what belongs there. */
export function unfilled(value: string, wanted: string): FormatProblem {
	return problem("hint", `${quote(value)} is a placeholder; write ${wanted}`);
}

/** Checks what stands between leading and trailing blanks, and speaks of the blanks only where the rest is sound. */
export function trimming(check: Check): Check {
	return (value) => {
		const inner = value.trim();
		const start = value.length - value.trimStart().length;
		const end = start + inner.length;
		const found = check(inner);
		if (inner === value) return found;
		if (found) return within(found, start, end);
		const at = start === 0 ? ([end, value.length] as const) : end === value.length ? ([0, start] as const) : undefined;
		return problem("warning", `${quote(inner)} has spaces or line breaks around it; remove them`, { at, fix: inner });
	};
}

/** A problem of the part `start` to `end` of a value, as a problem of that value. */
function within(found: FormatProblem, start: number, end: number): FormatProblem {
	const at = found.at ? ([found.at[0] + start, found.at[1] + start] as const) : start < end ? ([start, end] as const) : undefined;
	return problem(found.level, found.message, { at, fix: found.fix });
}

/** A problem of the end of a value, from `start` on, as a problem of that value: the fix keeps what stands before it. */
export function after(start: number, value: string, found: FormatProblem | undefined): FormatProblem | undefined {
	if (!found) return undefined;
	return within({ ...found, ...(found.fix !== undefined && { fix: value.slice(0, start) + found.fix }) }, start, value.length);
}

/** Text in curly quotes, which no syntax knows as quotes: they are part of it. */
export function unquoted(check: Check): Check {
	return (value) => {
		const inner = /^\s*[“”„‘’]([^“”„‘’]*)[“”‘’]\s*$/.exec(value)?.[1];
		return inner ? problem("warning", `${quote(value)} has curly quotes around it; remove them`, { fix: inner }) : check(value);
	};
}

/** The check as it is used: silent on text that a template engine fills in before SignalWire sees it. */
export function literal(check: Check): Check {
	return (value) => (/\{\{|\{%|<[%?]|@\{/.test(value) ? undefined : check(value));
}

/** The same check, which takes what a tool fills in before SignalWire sees it for no more than a place to fill in. `looks`: what belongs there. */
export function filledIn(check: Check, looks: string): Check {
	return (value) => {
		const found = check(value);
		return found && found.level !== "hint" && holdsStandIn(value) ? unfilled(value, looks) : found;
	};
}

/** The same check with fixes followed to their end: a fix that has a problem of its own gets that one's fix too, or is dropped. */
export function settled(check: Check): Check {
	return (value) => {
		const found = check(value);
		if (found?.fix === undefined) return found;
		let fix: string | undefined = found.fix;
		for (let rounds = 0; rounds < 4 && fix !== undefined; rounds++) {
			const next = check(fix);
			if (!next) return { ...found, fix };
			fix = next.fix;
		}
		return problem(found.level, found.message, { at: found.at });
	};
}

/** Regular expressions: `regex`. They are PCRE, so that JavaScript's own reader is no judge. */
import { type Format, type FormatProblem, problem } from "./format.ts";

export const regex: Format = {
	looks: "a regular expression (PCRE)",
	offers: [
		{ value: ".*", summary: "Anything, also nothing." },
		{ value: "\\w+", summary: "At least one letter, digit or `_`." },
		{ value: "/^Yes$/", summary: "Between slashes, small letters and capitals are told apart; otherwise they are the same." },
	],
	check: (value) => {
		const slashed = /^\/(.*)\/[a-z]*$/s.exec(value)?.[1];
		if (slashed === undefined) return checkPattern(value);
		const found = checkPattern(slashed);
		return found && problem(found.level, found.message, { at: found.at && [found.at[0] + 1, found.at[1] + 1] });
	},
};

/** Only what no reader of PCRE accepts: brackets that do not match, a lone backslash, nothing to repeat. */
function checkPattern(value: string): FormatProblem | undefined {
	if (/\(\?[a-wyz^]*x/.test(value)) return undefined; // With the flag x there are comments, which may hold any bracket.
	const open: number[] = [];
	let start = true;
	for (let i = 0; i < value.length; ) {
		const char = value[i];
		const begins = start;
		start = false;
		if (char === "\\") {
			if (i === value.length - 1)
				return problem("error", "a backslash at the end escapes nothing; remove it, or write `\\\\` for a backslash", { at: [i, i + 1] });
			i = value[i + 1] === "Q" ? endOfQuote(value, i) : i + 2;
		} else if (char === "[") {
			const end = endOfSet(value, i);
			if (end === undefined) return problem("error", "the `[` opens a set that no `]` closes; close it, or write `\\[` for a bracket", { at: [i, i + 1] });
			i = end;
		} else if (value.startsWith("(?#", i)) {
			const end = value.indexOf(")", i);
			if (end < 0) return problem("error", "the `(?#` opens a comment that no `)` closes; close it", { at: [i, i + 3] });
			i = end + 1;
		} else if (char === "(") {
			open.push(i);
			start = value[i + 1] !== "?" && value[i + 1] !== "*";
			i += start ? 1 : 2;
		} else if (char === ")") {
			if (open.pop() === undefined)
				return problem("error", "the `)` closes a group that no `(` opens; remove it, or write `\\)` for a bracket", { at: [i, i + 1] });
			i++;
		} else if (begins && (char === "*" || char === "+" || char === "?")) {
			return checkRepeat(value, i, char);
		} else {
			start = char === "|";
			i++;
		}
	}
	const last = open.at(-1);
	if (last === undefined) return undefined;
	return problem("error", "the `(` opens a group that no `)` closes; close it, or write `\\(` for a bracket", { at: [last, last + 1] });
}

function checkRepeat(value: string, at: number, char: string): FormatProblem {
	const how = char === "*" ? "`.*` for any text, or `\\*` for a star" : `\`\\${char}\` for the character itself`;
	return problem("error", `there is nothing before the \`${char}\` that it could repeat; write ${how}`, {
		at: [at, at + 1],
		fix: value === "*" ? ".*" : undefined,
	});
}

/** The end of `\Q…\E`, which is taken literally. */
function endOfQuote(value: string, start: number): number {
	const end = value.indexOf("\\E", start + 2);
	return end < 0 ? value.length : end + 2;
}

/** The end of `[…]`. A `]` that comes first is one of the set. */
function endOfSet(value: string, start: number): number | undefined {
	const posix = /\[:\^?[a-z]{1,12}:\]/y;
	let i = start + 1;
	if (value[i] === "^") i++;
	if (value[i] === "]") i++;
	while (i < value.length) {
		posix.lastIndex = i;
		const named = value[i] === "[" ? posix.exec(value)?.[0] : undefined;
		if (named) i += named.length;
		else if (value[i] === "\\") i = value[i + 1] === "Q" ? endOfQuote(value, i) : i + 2;
		else if (value[i] === "]") return i + 1;
		else i++;
	}
	return undefined;
}

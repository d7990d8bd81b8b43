/** Keys of a phone: `dtmf`, `send-digits`. */
import { quote } from "../../base/quote.ts";
import { type Format, type FormatProblem, problem } from "./format.ts";

export const dtmf: Format = {
	looks: "phone keys: `0`–`9`, `*`, `#`, `A`–`D`",
	offers: [
		{ value: "#", summary: "The pound or hash key." },
		{ value: "*", summary: "The star key." },
	],
	check: (value) => checkKeys(value, /[^0-9A-D*#]/iu, /[\s,;]/g),
};

export const sendDigits: Format = {
	looks: "phone keys: `0`–`9`, `*`, `#`, `A`–`D`, with `w` for half a second of pause and `W` for a second",
	check: (value) => checkPause(value) ?? checkKeys(value, /[^0-9A-DW*#]/iu, /[\s().\u2010-\u2015-]/g),
};

/** Signs for a pause that other platforms have, where nothing but digits and pauses is written. */
function checkPause(value: string): FormatProblem | undefined {
	const at = value.search(/[,p]/i);
	if (at < 0 || !/^[0-9A-DW*#,p]+$/i.test(value)) return undefined;
	return problem("error", `${quote(value[at] ?? "")} is not a pause; write \`w\` for half a second or \`W\` for a second`, { at: [at, at + 1] });
}

const keyNames: ReadonlyMap<string, string> = new Map(Object.entries({ pound: "#", hash: "#", star: "*", asterisk: "*" }));

/** `wrong` is what no key is; `loose` is what may be left out without a loss. */
function checkKeys(value: string, wrong: RegExp, loose: RegExp): FormatProblem | undefined {
	const found = wrong.exec(value);
	if (!found) return checkCapitals(value);
	const named = keyNames.get(value.trim().toLowerCase());
	if (named) return problem("error", `${quote(value)} is not a phone key; write \`${named}\``, { fix: named });
	const [key] = found;
	const bare = value.replace(loose, "");
	return problem("error", `${/\s/.test(key) ? "a space" : quote(key)} is not a phone key; use \`0\`–\`9\`, \`*\`, \`#\` or \`A\`–\`D\``, {
		at: [found.index, found.index + key.length],
		fix: bare !== "" && !wrong.test(bare) ? bare : undefined,
	});
}

/** Small letters have worked, but no current reference has them. */
function checkCapitals(value: string): FormatProblem | undefined {
	const small = value.search(/[a-d]/);
	if (small < 0) return undefined;
	const fix = value.replace(/[a-d]/g, (key) => key.toUpperCase());
	return problem("hint", `the keys \`A\`–\`D\` must be uppercase, not ${quote(value[small] ?? "")}`, { at: [small, small + 1], fix });
}

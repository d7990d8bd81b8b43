/** What can be played to a caller: `play-item`. */

import { nearest } from "../../base/nearest.ts";
import { quote } from "../../base/quote.ts";
import { ringToneAliases, ringTones } from "../vocabulary/ring_tones.ts";
import { after, type Check, type Format, type FormatProblem, problem, trimming, unfilled } from "./format.ts";
import { checkUrl, isFileName, isFilePath, lacksScheme } from "./url.ts";

export const playItem: Format = {
	looks: "an http or https URL of a sound, `say:` and text, `silence:` and seconds, or `ring:` and a country",
	holdsText: true,
	offers: [
		{ value: "https://", summary: "A sound file on the web; `user:password@` may stand before the host." },
		{ value: "say:", summary: "Speaks the text that follows." },
		{ value: "silence:", summary: "Silence, for the seconds that follow." },
		{ value: "ring:", summary: "The ring tone of a country: `ring:us`, or `ring:10:us` for ten seconds." },
		...ringTones.map(({ value, summary }) => ({ value: `ring:${value}`, summary: `Ring tone: ${summary}` })),
	],
	check: checkItem,
};

/** Text to speak may have blanks at its end: a YAML block leaves a line break there. */
function checkItem(value: string): FormatProblem | undefined {
	return /^say:/i.test(value) ? checkTrimmed(value) : trimming(checkTrimmed)(value);
}

function checkTrimmed(value: string): FormatProblem | undefined {
	if (/^https?:\/\//i.test(value)) return checkUrl(value);
	const [start = "", kind = ""] = /^([a-z]{1,12})[ \t]{0,8}:/i.exec(value) ?? [];
	const rest = value.slice(start.length);
	const known = kinds.get(kind.toLowerCase());
	if (known) {
		const found = after(start.length, value, known(rest));
		if (found) return found;
		const right = `${kind.toLowerCase()}:`;
		return start === right ? undefined : problem("hint", `\`${start}\` should be \`${right}\``, { at: [0, start.length], fix: right + rest });
	}
	return checkOther(value, kind, rest);
}

const kinds: ReadonlyMap<string, Check> = new Map([
	["say", checkSay],
	["silence", checkSilence],
	["ring", checkRing],
]);

function checkSay(text: string): FormatProblem | undefined {
	return text.trim() === "" ? problem("warning", "`say:` has no text; write it after the colon") : undefined;
}

function checkSilence(text: string): FormatProblem | undefined {
	const time = text.trim();
	if (time === "") return problem("warning", "`silence:` has no duration; write the seconds after it, such as `silence:2`");
	if (isSeconds(time)) return undefined;
	return problem("error", `${quote(time)} is not a number of seconds; write it as in \`silence:2.5\``, { fix: secondsOf(time) });
}

/** `cc` or `seconds:cc`. */
function checkRing(text: string): FormatProblem | undefined {
	const parts = text.split(":", 4);
	const [first = "", second] = parts.map((part) => part.trim());
	const form = "write `ring:us`, or `ring:10:us` for ten seconds";
	if (parts.length > 2) return problem("error", `${quote(text)} has too many parts; ${form}`);
	if (second === undefined) {
		if (first === "" || isSeconds(first)) return problem("error", `\`ring:\` has no country; ${form}`);
		return after(text.indexOf(first), text, checkTone(first));
	}
	if (isSeconds(second) && !isSeconds(first)) return problem("error", `the seconds come before the country; ${form}`, { fix: `${second}:${first}` });
	if (second === "") return problem("error", `\`ring:\` has no country; ${form}`);
	if (first === "") return problem("hint", `missing seconds before the colon; ${form}`, { fix: second });
	if (!isSeconds(first)) {
		const seconds = secondsOf(first);
		const at = text.indexOf(first);
		return problem("error", `${quote(first)} is not a number of seconds; ${form}`, { at: [at, at + first.length], fix: seconds && `${seconds}:${second}` });
	}
	return after(text.lastIndexOf(second), text, checkTone(second));
}

function checkTone(tone: string): FormatProblem | undefined {
	const code = tone.toLowerCase();
	if (ringTones.some(({ value }) => value === code)) return undefined;
	const meant = ringToneAliases.get(code) ?? toneNamed(code);
	const at = [0, tone.length] as const;
	if (meant) return problem("warning", `unknown ring tone ${quote(tone)}; did you mean \`${meant}\`?`, { at, fix: meant });
	return problem("warning", `unknown ring tone ${quote(tone)}; write a country code, such as \`us\` or \`uk\``, { at });
}

/** Two letters are near to too many other two letters: only longer words are compared, with codes and names of countries. */
function toneNamed(word: string): string | undefined {
	if (word.length < 3) return undefined;
	const names = new Map(ringTones.flatMap(({ value, summary = "" }) => [`${value}`, summary.slice(0, -1)].map((name) => [name, `${value}`] as const)));
	const found = nearest(
		word,
		[...names.keys()].filter((name) => name.length > 2),
	);
	return found && names.get(found);
}

/** Anything that begins with no known word. */
function checkOther(value: string, kind: string, rest: string): FormatProblem {
	const named = kind.toLowerCase();
	if (["audio", "file", "url", "play"].includes(named)) {
		const address = rest.trim();
		return problem("error", `unknown prefix \`${kind}:\`; write the URL of the sound without it, as \`https://…\``, {
			at: [0, value.length - rest.length],
			fix: /^https?:\/\//i.test(address) ? address : undefined,
		});
	}
	if (["tts", "text", "speak", "speech"].includes(named)) {
		return problem("error", `unknown prefix \`${kind}:\`; to speak text, write \`say:\``, { at: [0, value.length - rest.length], fix: `say:${rest}` });
	}
	const time = rest.trim();
	if (["pause", "wait", "sleep", "delay"].includes(named) && (isSeconds(time) || secondsOf(time))) {
		return problem("error", `unknown prefix \`${kind}:\`; for silence write \`silence:\``, {
			at: [0, value.length - rest.length],
			fix: `silence:${secondsOf(time) ?? time}`,
		});
	}
	if (/^[a-z][a-z0-9+.-]*:[\\/]/i.test(value) || /^https?[:;\\/]/i.test(value) || lacksScheme(value)) {
		const found = checkUrl(value);
		if (found) return { ...found, level: found.level === "hint" ? "hint" : "error" };
	}
	const meant = kind === named && kind.length > 1 ? nearest(kind, kinds.keys()) : undefined;
	if (meant)
		return problem("error", `unknown prefix \`${kind}:\`; did you mean \`${meant}:\`?`, { at: [0, value.length - rest.length], fix: `${meant}:${rest}` });
	if (isFilePath(value)) {
		const path = value.replace(/^(?:[.~]*\/)+/, "").slice(0, 60);
		return problem("error", `${quote(value)} is a file path; write the full URL, such as \`https://example.com/${path}\``);
	}
	if (isFileName(value)) return problem("error", `${quote(value)} is a file name; write the full URL, such as \`https://example.com/${value.slice(0, 60)}\``);
	if (isSeconds(value)) return problem("error", `${quote(value)} does not say what to play; for silence write \`silence:${value.slice(0, 20)}\``);
	const [, word = "", more = ""] = /^(say|silence|ring)[ \t]+(\S.*)$/is.exec(value) ?? [];
	if (word && !kinds.get(word.toLowerCase())?.(more)) {
		return problem("error", `missing colon after \`${word}\`; write \`${word.toLowerCase()}:\``, {
			at: [0, word.length],
			fix: `${word.toLowerCase()}:${more}`,
		});
	}
	if (/^(?:<[^<>]*>|your[-_].*|\.{3}|…)$/i.test(value)) return unfilled(value, "an `https://` URL, or `say:` and text");
	return problem("error", `${quote(value)} cannot be played; to speak it, write \`say:\` before it`, { fix: `say:${value}` });
}

function isSeconds(text: string): boolean {
	return /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text);
}

/** The seconds in `5s`, `5 sec`, `500ms`. */
function secondsOf(text: string): string | undefined {
	const [, number = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,9})?) ?(ms|s|secs?|seconds?)$/i.exec(text) ?? [];
	return number === "" ? undefined : unit.toLowerCase() === "ms" ? `${Number(number) / 1000}` : number;
}

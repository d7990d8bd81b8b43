/** How text is spoken and heard: `voice`, `language`. */

import { nearest } from "../../base/nearest.ts";
import { quote } from "../../base/quote.ts";
import { languageSlips, languageTags, languageWords } from "../vocabulary/languages.ts";
import { engineAliases, engines, voices } from "../vocabulary/voices.ts";
import { type Format, type FormatProblem, isPlaceholder, problem, trimming, unfilled } from "./format.ts";

export const voice: Format = {
	looks: "`engine.voice`, or `engine.voice:model`, such as `elevenlabs.rachel`",
	offers: [...engines.map((engine) => ({ ...engine, value: `${engine.value}.` })), ...voices],
	check: trimming(checkVoice),
};

export const language: Format = {
	looks: "a language tag, such as `en-US`",
	offers: languageTags,
	check: trimming(checkLanguage),
};

const isEngine = new Set(engines.map(({ value }) => value));

/** Voices without an engine that are a documented default. */
const genders = ["man", "woman"];

/** Capitals do not count in a voice. */
function checkVoice(value: string): FormatProblem | undefined {
	const dot = value.indexOf(".");
	const named = value.slice(0, Math.max(0, dot)).toLowerCase();
	if (isEngine.has(named)) return checkOfEngine(value, named, dot);
	if (isPlaceholder(value)) return unfilled(value, "`engine.voice`, such as `elevenlabs.rachel`");
	if (genders.includes(value.toLowerCase())) return undefined;
	return checkBare(value) ?? checkEngine(value, dot, named);
}

/** A voice of a known engine. */
function checkOfEngine(value: string, engine: string, dot: number): FormatProblem | undefined {
	const name = value.slice(dot + 1);
	const at = [0, dot] as const;
	if (name.trim() === "") return problem("warning", `${quote(value)} has no voice; write one after the dot`);
	if (engine === "polly")
		return problem("hint", `\`${value.slice(0, dot)}\` is the old name of the engine \`amazon\`; write \`amazon\``, { at, fix: `amazon.${name}` });
	const colon = value.indexOf(":");
	const last = [colon, value.length] as const;
	if (colon >= 0 && engine === "grok")
		return problem("hint", "voices of `grok` have no models; remove the colon and what follows", { at: last, fix: value.slice(0, colon) });
	if (colon === value.length - 1)
		return problem("hint", "there is no model after the colon; remove it or name a model", { at: last, fix: value.slice(0, colon) });
	return undefined;
}

/** A voice that is known without its engine, an engine without its voice, or a voice that has no engine at all. */
function checkBare(value: string): FormatProblem | undefined {
	const lower = value.toLowerCase();
	if (isEngine.has(lower) || engineAliases.has(lower))
		return problem("warning", `${quote(value)} is an engine; write a voice after it, as \`${engineAliases.get(lower) ?? lower}.voice\``);
	const marked = /^[a-z0-9-]{1,20}[:/]/.exec(lower)?.[0];
	const engine = marked?.slice(0, -1) ?? "";
	if (marked && (isEngine.has(engine) || engineAliases.has(engine))) {
		const at = [engine.length, engine.length + 1] as const;
		return problem("warning", `separate the engine and the voice with a dot; write \`${engine}.\``, { at, fix: `${engine}.${value.slice(marked.length)}` });
	}
	const home = engineOf(lower);
	if (home) return problem("hint", `${quote(value)} has no engine; write \`${home}.\` before it`, { fix: `${home}.${value}` });
	return value.indexOf(".") > 0
		? undefined
		: problem("hint", `${quote(value)} has no engine, so the default of your SignalWire space is used; write \`engine.voice\`, such as \`elevenlabs.rachel\``);
}

/** The engine that alone has a voice of this name. */
function engineOf(name: string): string | undefined {
	if (/^[a-z]{2,3}-[a-z]{2,4}-(?:standard|wavenet|neural2|polyglot|casual|chirp\w*|news|studio)\b/.test(name)) return "gcloud";
	if (/^[a-z]{2,3}-[a-z]{2,4}-\w+neural$/.test(name)) return "azure";
	if (/^aura-/.test(name)) return "deepgram";
	const homes = new Set(
		voices
			.map(({ value }) => `${value}`.toLowerCase().split(".", 2))
			.filter(([, known = ""]) => known.split(":", 1)[0] === name.split(":", 1)[0])
			.map(([home]) => home),
	);
	return homes.size === 1 ? [...homes][0] : undefined;
}

/** A voice whose engine is not known. New engines appear: only one that is near to a known one is surely a slip. */
function checkEngine(value: string, dot: number, named: string): FormatProblem | undefined {
	const written = quote(value.slice(0, dot));
	const meant =
		engineAliases.get(named) ??
		nearest(
			named,
			engines.filter((engine) => !engine.deprecated).map((engine) => `${engine.value}`),
		);
	if (meant) return problem("warning", `unknown engine ${written}; did you mean \`${meant}\`?`, { at: [0, dot], fix: meant + value.slice(dot) });
	return problem("hint", `unknown engine ${written}; write \`engine.voice\`, such as \`elevenlabs.rachel\``, { at: [0, dot] });
}

function checkLanguage(value: string): FormatProblem | undefined {
	const lower = value.toLowerCase();
	if (languageWords.includes(lower)) return value === lower ? undefined : problem("hint", `${quote(value)} must be lowercase: \`${lower}\``, { fix: lower });
	if (value.length > 35 || !/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(value)) return checkNoTag(value, lower);
	const tag = canonical(lower.split(/[-_]/));
	if (tag === value) return undefined;
	if (tag.toLowerCase() !== lower.replaceAll("_", "-"))
		return problem("hint", `${quote(value)} has the wrong country code; did you mean \`${tag}\`?`, { fix: tag });
	if (value.includes("_")) return problem("warning", `${quote(value)} is not a language tag; write \`${tag}\``, { fix: tag });
	return problem("hint", `language tags are written as \`${tag}\``, { fix: tag });
}

/** A tag as it is usually written: `en-US`, `zh-Hant-TW`. */
function canonical(parts: readonly string[]): string {
	return parts
		.map((part, index) => {
			if (index === 0) return languageSlips.get(part) ?? part;
			if (part === "uk" && parts[0] === "en") return "GB";
			if (parts.slice(0, index).some((before) => before.length === 1)) return part;
			return part.length === 4 && /^[a-z]/.test(part) ? part[0]?.toUpperCase() + part.slice(1) : part.length === 2 ? part.toUpperCase() : part;
		})
		.join("-");
}

function checkNoTag(value: string, lower: string): FormatProblem {
	if (isPlaceholder(value)) return unfilled(value, "a language tag, such as `en-US`");
	const known = languageTags.find(({ summary = "" }) => summary.toLowerCase().replace(/ \([^()]*\)|\.$/g, "") === lower);
	if (known) return problem("warning", `${quote(value)} is a language name; write its tag, such as \`${known.value}\``);
	if (/^[a-z]{2,3}(?:[-_][a-z]{2})?(?:[,;| ]+[a-z]{2,3}(?:[-_][a-z]{2})?)+$/i.test(value))
		return problem("hint", `${quote(value)} has more than one language; write one tag, such as \`en-US\``);
	return problem("hint", `${quote(value)} does not look like a language tag; write one such as \`en-US\``);
}

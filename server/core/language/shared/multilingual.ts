/** `multilingual`: an AI agent that follows the caller from one language to another. */
import { integer, list, map, optional, reads, required, suggested, text, union } from "../build.ts";
import { functionFillers, phrases, turnFillers } from "./fillers.ts";
import { languageParams, voiceEngine, voiceForms, voiceModel } from "./languages.ts";

const spokenLanguage = map(
	{
		language: required(
			suggested({ default: "Every language that has no entry of its own. The agent opens the call with this voice." }, { format: "language" }),
			"The language this voice speaks, as a code of the speech recognition, or `default` for all that have no entry.",
			{ aka: ["code", "lang"] },
		),
		voice: optional(text({ format: "voice" }), "The voice that speaks this language. Without it the voice of the `default` or first entry speaks.", {
			note: `${voiceForms}\n\nThe entry \`default\`, or else the first one, needs a voice; otherwise the agent falls back to a single English voice.`,
			aka: ["voice_id", "voice_name"],
		}),
		model: voiceModel,
		params: optional(languageParams, "Settings of the speech engine for this voice. Each works with one engine only.", { aka: ["settings", "voice_settings"] }),
		engine: voiceEngine,
	},
	{
		name: "spoken language",
		misplaced: [
			{ key: "speech_fillers", to: "../fillers" },
			{ key: "function_fillers", to: "../function_fillers" },
			{ key: "turn_fillers", to: "../turn_fillers" },
		],
	},
);

const fillers = union(phrases, functionFillers);
const translated =
	"A list is translated into the language being spoken; an object gives the texts for each language, and what stands under `auto` is translated.";
const overridden = "`params.openai_asr_engine` wins over it.";

/** Which languages to recognise, and with which voices to answer. */
export const multilingual = map(
	{
		languages: required(list(spokenLanguage), "The voices, one for each language the agent speaks.", {
			note: "The entry `default`, or else the first one, needs a `voice`.",
			aka: ["voices"],
		}),
		start_language: optional(text({ format: "language" }), "The language in which the agent opens the conversation, before the caller has said anything.", {
			default: "en",
			aka: ["default_language"],
		}),
		allowed: optional(list(text({ format: "language" })), "The languages the agent may switch to, as codes. Without it, every language that is recognised.", {
			note: "The speech recognition has to support every one of them, or the agent does not follow languages at all.",
			aka: ["allowed_languages"],
		}),
		min_switch_words: optional(
			reads("numbers", integer({ min: 1 })),
			"How many words the caller has to say in another language before the agent switches to it.",
			{
				default: 2,
				note: "A single word is often the same in several languages.",
			},
		),
		engine: optional(text(), "The speech recognition engine that tells languages apart. It does not choose the voices.", {
			default: "deepgram",
			note: overridden,
			aka: ["asr_engine"],
		}),
		model: optional(text(), "The speech recognition model. It has to be one that can switch between languages.", { default: "nova-3", note: overridden }),
		provider: optional(text(), "The provider of the speech recognition.", { defaultNote: "the agent's own provider, or else `deepgram`" }),
		fillers: optional(fillers, "What the agent says to bridge the silence before it answers.", { note: translated, aka: ["speech_fillers"] }),
		function_fillers: optional(fillers, "What the agent says while a SWAIG function runs.", { note: translated }),
		turn_fillers: optional(
			union(phrases, turnFillers),
			"What the agent says to show that it is listening, while it waits for the caller to finish, such as `mmhm`.",
			{
				note: "A list counts for every language. Nothing is translated, so there is no `auto`. A `…://` address or an absolute path is played as a sound. `params.turn_filler_sources` says in which waits.",
			},
		),
	},
	{ name: "multilingual" },
);

/** `languages`: the languages an AI agent speaks, each with its voice. */
import { boolean, engine, integer, list, map, number, oneOf, optional, readingLoosely, reads, required, suggested, text, union } from "../build.ts";
import { phrases } from "./fillers.ts";
import { pronounce } from "./pronounce.ts";

/** How a voice is written, for notes. */
export const voiceForms =
	"Written `engine.voice`, or `engine.voice:model` where the engine has several models: `gcloud.fr-FR-Neural2-B`, `elevenlabs.rachel:eleven_flash_v2_5`. " +
	"Name the engine: a voice without one goes to a default engine, which may change.";

/** Settings of single speech engines; every other engine ignores them. */
export const languageParams = map(
	readingLoosely(
		{
			stability: optional(number({ min: 0, max: 1 }), "How steady the voice is. Lower values give it more emotion and more variation.", {
				default: 0.5,
				note: "ElevenLabs only.",
			}),
			similarity: optional(number({ min: 0, max: 1 }), "How close the voice stays to the original it imitates.", {
				default: 0.75,
				note: "ElevenLabs only.",
				aka: ["similarity_boost"],
			}),
			speakingRate: optional(number({ min: 0.5, max: 1.5 }), "How fast the voice speaks; 1 is its normal pace.", {
				default: 1,
				note: "Inworld only.",
				aka: ["speaking_rate"],
			}),
			temperature: optional(number({ min: 0, max: 2 }), "How much the delivery varies. Lower values sound more even.", { default: 1, note: "Inworld only." }),
			speed: optional(number({ min: 0.5, max: 2 }), "How fast the voice speaks; 1 is its normal pace.", { default: 1, note: "MiniMax only." }),
			vol: optional(number({ min: 0.1, max: 1 }), "How loud the voice speaks; 1 is its full volume.", { default: 1, note: "MiniMax only.", aka: ["volume"] }),
			pitch: optional(integer({ min: -12, max: 12 }), "How much higher or lower the voice speaks, in semitones.", { default: 0, note: "MiniMax only." }),
			emotion: optional(
				oneOf(["happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral"]),
				"The emotion with which the voice speaks throughout.",
				{
					note: "MiniMax only. For an emotion that follows the conversation use `auto_emotion`.",
				},
			),
			streaming: engine(boolean()),
		},
		["pitch"],
	),
	{ name: "voice settings" },
);

/** The speech model, written apart from the voice. */
export const voiceModel = optional(text(), "The model of the speech engine.", {
	note: "Ignored where `voice` carries a model of its own after a colon.",
});

/** The speech engine, written apart from the voice. */
export const voiceEngine = optional(text(), "The speech engine.", {
	deprecated: "Name the engine in `voice` instead, as in `elevenlabs.rachel`.",
	joins: "voice",
});

const code = suggested(
	{ multi: "Understand whichever supported language the caller speaks. The agent still answers in this one voice." },
	{ format: "language" },
);
const codes = union(code, list(code, { max: 3 }));

const language = map(
	{
		name: required(text({ notBlank: true }), "The language's name, such as `French`. The agent is told in its prompt that it speaks this language.", {
			example: "English",
			titles: true,
			note: "Several entries may share a `code` under different names; the prompt can then tell the agent which of them to speak.",
		}),
		code: optional(codes, "The language to recognise, as a code such as `fr-FR`, or up to three codes to listen for at once.", {
			note: "The codes are those of the speech recognition in use, which `params.openai_asr_engine` chooses: Deepgram Nova-3 unless told otherwise. `multi` understands several languages; to answer in them too, use `multilingual`.",
			example: "en-US",
			aka: ["language_code", "lang", "locale"],
		}),
		voice: required(text({ format: "voice" }), "The voice that speaks this language.", { note: voiceForms, aka: ["voice_id", "voice_name"] }),
		model: voiceModel,
		params: optional(languageParams, "Settings of the speech engine for this language. Each works with one engine only.", {
			aka: ["settings", "voice_settings"],
		}),
		auto_emotion: optional(reads("text", boolean()), "Whether the agent varies its emotion as it speaks. The prompt can say which emotion suits what.", {
			default: false,
			note: "Cartesia and MiniMax only.",
		}),
		auto_speed: optional(reads("text", boolean()), "Whether the agent varies its pace as it speaks. The prompt can say which pace suits what.", {
			default: false,
			note: "Cartesia, ElevenLabs, MiniMax, Rime, Inworld, Smallest and Fish only.",
		}),
		speech_fillers: optional(phrases, "What the agent says to bridge the silence before it answers. One of the texts is picked each time.", {
			note: "Spoken at every turn, also at the start of the call.",
		}),
		function_fillers: optional(union(phrases, text()), "What the agent says while a SWAIG function runs. One of the texts is picked each time.", {
			note: "A single text is seen in documents of the dashboard; the published schema has a list.",
		}),
		turn_fillers: optional(phrases, "What the agent says to show that it is listening, while it waits for the caller to finish, such as `mmhm`.", {
			note: "`params.turn_filler_sources` says in which waits.",
		}),
		double_turn_fillers: engine(phrases),
		pronounce: optional(pronounce, "How the agent says certain words, while it speaks this language.", { aka: ["pronunciation"] }),
		listen_language: optional(union(code, list(code)), "The older name of `code`.", {
			deprecated: "Use `code` instead.",
			replacedBy: "code",
		}),
		fillers: optional(phrases, "The older name of `function_fillers`.", {
			deprecated: "Use `function_fillers` instead.",
			replacedBy: "function_fillers",
		}),
		engine: voiceEngine,
		emotion: optional(text(), "`auto` lets the agent vary its emotion.", { unlisted: true, tier: "older", note: "Today: `auto_emotion: true`." }),
		speed: optional(text(), "`auto` lets the agent vary its pace.", { unlisted: true, tier: "older", note: "Today: `auto_speed: true`." }),
		language: optional(text(), "The language, as the dashboard writes it besides `code`.", { unlisted: true, tier: "older" }),
	},
	{
		name: "language",
		ignoredWithout: [{ of: ["code", "listen_language"] }, { of: ["name"] }, { of: ["voice"] }],
		choices: [{ of: ["code", "listen_language"], required: true, tolerated: "`code` counts and `listen_language` is ignored" }],
		misplaced: [
			{ key: "stability", to: "params.stability" },
			{ key: "similarity", to: "params.similarity" },
			{ key: "speakingRate", to: "params.speakingRate" },
			{ key: "vol", to: "params.vol" },
			{ key: "pitch", to: "params.pitch" },
		],
	},
);

/** The languages of an agent, each chosen for a whole call or by its prompt. */
export const languages = list(language);

/** `ai.params` about what the caller hears and sees: the voice, greetings, fillers, background sound and video. */
import { boolean, integer, nothing, number, oneOf, optional, text, type Unnamed, union, url, words } from "../build.ts";

const video = "Works only on calls with video.";
const withBackground = [{ param: "background_file", because: "there is no `background_file` to play" }] as const;
const waits = "Fillers are those of `turn_fillers` in `languages` or `multilingual`.";

export const speakingParams: { readonly [name: string]: Unnamed } = {
	static_greeting: optional(text(), "What the agent says first, word for word. The model has no part in it.", {
		aka: ["greeting", "greeting_message", "welcome_message", "first_message", "begin_message"],
	}),
	static_greeting_no_barge: optional(boolean(), "Whether the greeting is spoken to its end even if the caller talks over it.", {
		default: false,
		needs: [{ param: "static_greeting", because: "there is no `static_greeting`" }],
	}),
	ai_volume: optional(integer({ min: -50, max: 50 }), "How much louder or quieter the agent speaks.", { default: 0, aka: ["volume"] }),
	max_emotion: optional(integer({ min: 1, max: 30 }), "How strong the voice's emotions may get.", { default: 30 }),
	speech_gen_quick_stops: optional(integer({ min: 0, max: 10 }), "How many quick stops the agent makes when it turns an answer into speech.", {
		default: 3,
		note: "What a quick stop is, is documented nowhere.",
	}),
	tts_number_format: optional(
		oneOf({
			international: "As `+12345678901`.",
			national: "As `(234) 567-8901`.",
		}),
		"How the agent reads phone numbers.",
		{ default: "international" },
	),
	turn_filler_sources: optional(
		words(
			",",
			{
				spell: "The caller is spelling something.",
				number: "The caller is reading out digits.",
				text: "The words sound unfinished. Talks over callers easily; give it a delay.",
				acoustic: "The voice sounds unfinished. Talks over callers easily; give it a delay.",
				veto: "Any of these.",
			},
			{ suffix: "the delay in ms", ignoreCase: true },
		),
		"In which waits for the caller the agent says a filler, as one string, separated by commas. A delay in ms may follow: `spell,number,text:1200`.",
		{ default: "spell,number", note: `${waits} Words that are not in the list are ignored without a message.` },
	),
	turn_filler_every_n: optional(
		integer({ min: 1 }),
		"How rarely a filler is said: with 1 on every occasion, with 2 on every second one. Each turn of the caller starts the count anew, with a filler.",
		{
			default: 1,
			note: waits,
		},
	),
	turn_filler_min_ms: optional(integer({ min: 0, unit: "ms" }), "How long a wait has to last before a filler is said.", {
		default: 0,
		note: `${waits} A delay in \`turn_filler_sources\` wins over it.`,
	}),
	background_file: optional(url(), "The URL of a sound to play behind the conversation.", {
		aka: ["background_audio", "background_music", "background_sound", "background_url"],
	}),
	background_file_loops: optional(
		union(integer(), nothing),
		"How many times the background sound is played. Without it, or with `null`, it goes on for ever.",
		{
			needs: withBackground,
			aka: ["background_loops"],
		},
	),
	background_file_volume: optional(integer({ min: -50, max: 50 }), "How much louder or quieter the background sound is played.", {
		default: 0,
		needs: withBackground,
		aka: ["background_volume"],
	}),
	hold_music: optional(text(), "What the caller hears while on hold: the URL of a WAV or MP3 file, or a FreeSWITCH `tone_stream://…`.", {
		aka: ["hold_audio", "hold_music_url"],
	}),
	hold_on_process: optional(boolean(), "Whether the caller hears the hold music while a SWAIG function runs.", { default: false }),
	video_talking_file: optional(url(), "The URL of a video to show while the agent talks.", { note: video }),
	video_listening_file: optional(url(), "The URL of a video to show while the agent listens.", { note: video }),
	video_idle_file: optional(url(), "The URL of a video to show while nobody speaks.", { note: video }),
	eleven_labs_stability: optional(number({ min: 0, max: 1 }), "How steady an ElevenLabs voice is.", {
		default: 0.5,
		deprecated: "Use `languages[].params.stability` instead.",
	}),
	eleven_labs_similarity: optional(number({ min: 0, max: 1 }), "How close an ElevenLabs voice stays to its original.", {
		default: 0.75,
		deprecated: "Use `languages[].params.similarity` instead.",
	}),
};

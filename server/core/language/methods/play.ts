/** `play`. Facts: the published SWML schema; the text and list forms are from documentation examples and SignalWire's editor of 2023. */
import { boolean, engine, form, integer, list, map, method, number, optional, reads, union, url } from "../build.ts";
import { playItem, playItemForms, sayGender, sayLanguage, sayVoice } from "../shared/speech.ts";

const playList = list(playItem, { min: 1 });

export const play = method("play", {
	aka: ["say", "speak", "tts", "play_audio", "play_file", "play_sound", "play_tts", "playback", "text_to_speech"],
	akaPrefix: { say: "say:", speak: "say:", tts: "say:", play_tts: "say:", text_to_speech: "say:" },
	forms: {
		calling: form({
			summary: "Plays sound files, spoken text, silence or ring tones to the caller, then goes on with the next step.",
			docs: "calling/play",
			flow: "next",
			beforeAnswer: "answers",
			shorthand: { param: "url", list: "urls", style: "legacy" },
			note: "The table of the documentation page leaves out `auto_answer`, `volume` and the `say_` params; the published schema has them.",
			type: union(
				playItem,
				playList,
				map(
					{
						url: optional(playItem, "What to play.", {
							note: playItemForms,
							aka: [
								"uri",
								"file",
								"audio",
								"audio_url",
								"media",
								"media_url",
								"sound",
								"source",
								"src",
								"say",
								"text",
								"tts",
								"mp3",
								"wav",
								"speech",
								"message",
								"phrase",
								"say_text",
							],
							akaPrefix: { say: "say:", text: "say:", tts: "say:" },
						}),
						urls: optional(playList, "What to play, one item after the other.", {
							note: playItemForms,
							aka: ["uris", "files", "list", "playlist", "items", "sounds"],
						}),
						volume: optional(
							number({ min: -40, max: 40, unit: "dB" }),
							"How much louder or quieter to play, from -40 to 40. With 0 the volume stays as it is.",
							{
								default: 0,
								aka: ["gain"],
							},
						),
						say_voice: sayVoice,
						say_language: { ...sayLanguage, aka: ["language", "lang", "tts_language"] },
						say_gender: sayGender,
						auto_answer: optional(
							reads("text", boolean()),
							"Whether to answer the call first if it is not answered yet. With `false` the sound plays while the call stays unanswered.",
							{ default: true, aka: ["autoanswer", "answer"] },
						),
						loop: engine(integer({ min: 0 })),
						status_url: optional(url(), "The URL that receives events about the playback, as POST requests.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
					},
					{ name: "play", choices: [{ of: ["url", "urls"], required: true }] },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        urls:
          - "https://example.com/jingle.mp3"
          - "silence:0.5"
          - "say:All our lines are taken. Please hold on."
          - "ring:6:us"
        say_voice: amazon.Joanna
        volume: 5
    - hangup: {}
`,
		}),
	},
});

/** `prompt`. Facts: the published SWML schema; the text and list forms are from SignalWire's editor of 2023. */
import { anything, engine, form, integer, list, map, method, number, optional, required, sets, suggested, text, union, url } from "../build.ts";
import { playItem, playItemForms, playObject, sayGender, sayLanguage, sayVoice } from "../shared/speech.ts";

const toPlay = [playItem, list(playItem, { min: 1 })] as const;

const keypadParam = "Writing it keeps the keypad on next to speech.";
/** The params that turn speech on, and the keypad off. */
const keepsOn = ["speech_timeout", "speech_end_timeout", "speech_language", "speech_hints"];
const speechParam = "Writing it turns speech on, and the keypad off unless a keypad param is written too.";

export const prompt = method("prompt", {
	aka: [
		"gather",
		"collect",
		"ask",
		"get_input",
		"get_digits",
		"collect_digits",
		"collect_input",
		"play_and_collect",
		"play_and_get_digits",
		"menu",
		"input",
		"ivr",
		"ivr_menu",
		"digits_input",
		"speech_input",
		"listen",
		"ask_question",
		"get_speech",
		"collect_speech",
		"gather_digits",
		"gather_input",
	],
	forms: {
		calling: form({
			summary: "Plays something and waits for the caller to press keys or to speak. What came in is in `prompt_value`.",
			docs: "calling/prompt",
			flow: "next",
			beforeAnswer: "needs-answer",
			shorthand: { param: "play", style: "legacy" },
			note:
				"Without speech params only the keypad counts. One of `speech_timeout`, `speech_end_timeout`, `speech_language` and `speech_hints` turns speech on and the keypad off. " +
				"For both, write one of these and one of `max_digits`, `terminators`, `digit_timeout` and `initial_timeout`.",
			sets: [
				sets("prompt_result", "How the prompt ended.", { values: ["failed", "no_input", "match_speech", "match_digits", "no_match"] }),
				sets("prompt_value", "The digits that were pressed, or the words that were said.", { type: "text" }),
				sets("prompt_digit_terminator", "The key that ended the input, if there was one.", { type: "text" }),
				sets("prompt_speech_confidence", "How sure the speech recognition is of the words, if there were any.", { type: "number" }),
				sets("prompt_value_raw", "The input before it was processed. Seen only in example payloads.", { type: "text" }),
			],
			type: union(
				...toPlay,
				map(
					{
						play: required(union(...toPlay, playObject), "What to play: one item, or a list of items.", {
							unneeded: true,
							note: playItemForms,
							aka: ["urls", "say", "text", "message", "audio", "prompt", "say_text", "question", "speech_text", "prompts"],
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
						max_digits: optional(integer(), "How many digits to collect.", {
							default: 1,
							keepsOn,
							note: `${keypadParam} At least 1 makes sense; the published schema names no limit.`,
							aka: ["num_digits", "numDigits", "maxDigits", "digits", "digit_count", "max_length", "num_of_digits"],
						}),
						terminators: optional(text({ format: "dtmf" }), "The keys that end the input before all digits are there, written without spaces: `*#`.", {
							note: keypadParam,
							aka: ["terminator", "digit_terminators", "finish_on_key", "finishOnKey"],
						}),
						digit_timeout: optional(number({ unit: "s" }), "How long to wait for the next digit, in seconds.", {
							default: 5,
							keepsOn,
							note: keypadParam,
							aka: ["inter_digit_timeout", "interdigit_timeout", "digitTimeout"],
						}),
						initial_timeout: optional(number({ unit: "s" }), "How long to wait for the input to start, in seconds.", {
							default: 5,
							keepsOn,
							note: keypadParam,
							aka: ["timeout", "input_timeout", "first_digit_timeout"],
						}),
						speech_timeout: optional(number({ unit: "s" }), "The longest to wait for what was said, in seconds.", {
							note: speechParam,
							aka: ["speechTimeout"],
						}),
						speech_end_timeout: optional(number({ unit: "s" }), "How long a silence ends what is being said, in seconds.", {
							note: speechParam,
							aka: ["end_silence_timeout", "speech_silence_timeout"],
						}),
						speech_language: optional(text({ format: "language" }), "The language the caller is expected to speak, as a tag such as `en-US`.", {
							note: speechParam,
							aka: ["asr_language", "recognition_language", "input_language"],
						}),
						speech_hints: optional(list(text()), "Words and phrases the caller is likely to say.", {
							note: speechParam,
							aka: ["hints", "speech_hint", "keywords", "phrases"],
						}),
						speech_engine: optional(
							suggested({
								Deepgram: "Deepgram's recognition.",
								Google: "Google's recognition.",
								"Google.V2": "The second version of Google's recognition.",
							}),
							"The engine that recognises speech. It has to know the language.",
							{
								defaultNote: "SignalWire chooses",
								note: "The documentation names these three engines; the published schema takes any text. It does not turn speech on by itself.",
								aka: ["engine", "asr_engine"],
							},
						),
						status_url: optional(url(), "The URL that receives events about the prompt, as POST requests.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
						url: engine(text()),
						result: optional(anything, "What to do after the prompt, as SignalWire's editor of 2023 had it.", { unlisted: true, tier: "older" }),
					},
					{ name: "prompt" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - prompt:
        play: "say:For sales press or say one, for support press or say two."
        max_digits: 1
        initial_timeout: 8
        speech_language: en-US
        speech_hints:
          - one
          - two
    - cond:
        - when: prompt_value == '1' || prompt_value == 'one'
          then:
            - connect:
                to: "+12025550143"
        - when: prompt_value == '2' || prompt_value == 'two'
          then:
            - connect:
                to: "+12025550144"
        - else:
            - play:
                url: "say:Sorry, I did not get that. Goodbye."
    - hangup: {}
`,
		}),
	},
});

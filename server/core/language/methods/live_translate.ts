/** `live_translate`. Facts: the published SWML schema and documentation. */
import { anyMap, engineAll, form, map, method, optional, required, suggested, text, union } from "../build.ts";
import { bareActions, party, recognition, reporting, sides, summarizing } from "../shared/live.ts";

const tone = suggested({
	polite: "Without insults, the meaning kept.",
	rude: "Rude and insulting, the meaning kept.",
	professional: "Without slang and jargon.",
	shakespeare: "In the manner of Shakespeare.",
	"gen-z": "In the slang of Generation Z.",
	"prompt:": "Instructions of your own follow: `prompt:Use formal language`.",
});

const start = optional(
	map(
		{
			from_lang: required(text({ format: "language" }), "The language to translate from, as a tag such as `en-US`.", {
				example: "en-US",
				aka: ["from", "source_lang"],
			}),
			to_lang: required(text({ format: "language" }), "The language to translate to, as a tag such as `es-ES`.", {
				example: "es-MX",
				aka: ["to", "target_lang"],
			}),
			from_voice: optional(text({ format: "voice" }), "The voice that speaks the language translated from, as `engine.voice`.", { default: "elevenlabs.josh" }),
			to_voice: optional(text({ format: "voice" }), "The voice that speaks the language translated to, as `engine.voice`.", { default: "elevenlabs.josh" }),
			filter_from: optional(tone, "The tone of what is said in `from_lang`: a known one, or `prompt:` with instructions of your own."),
			filter_to: optional(tone, "The tone of what is said in `to_lang`: a known one, or `prompt:` with instructions of your own."),
			direction: sides("The sides of the call to translate."),
			...reporting,
			...recognition,
			...engineAll(text(), ["mode", "translation_model"]),
			...engineAll(anyMap, ["from_voice_params", "to_voice_params", "translation_model_params"]),
		},
		{ name: "start", ignoredWithout: [{ of: ["direction"] }, { of: ["from_lang"] }, { of: ["to_lang"] }] },
	),
	"Starts translating.",
);

const inject = optional(
	map(
		{
			message: required(text(), "What to say.", { example: "One moment, please.", aka: ["text"] }),
			direction: required(party, "Who hears it.", {
				note: "The documentation calls it required, and names `local-caller` as its default as well.",
			}),
		},
		{ name: "inject", ignoredWithout: [{ of: ["direction"] }, { of: ["message"] }] },
	),
	"Puts a message of yours into the conversation: it is translated and spoken.",
	{ note: "Works only while a session is running." },
);

export const liveTranslate = method("live_translate", {
	aka: ["translate", "realtime_translate", "live_translation", "liveTranslate", "interpreter", "live_interpret"],
	forms: {
		calling: form({
			summary:
				"Translates the call while people are speaking, by voice, and sends results to a webhook. It runs in the background; the script goes on at once.",
			docs: "calling/live-translate",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "`stop`, `summarize` and `inject` need a running session.",
			type: map(
				{
					action: required(
						union(
							bareActions,
							map({ start, summarize: summarizing(), inject }, { name: "action", choices: [{ of: ["start", "summarize", "inject"], required: true }] }),
						),
						"What to do: start a session, stop it, sum up the conversation so far, or say something to one party.",
						{ unneeded: true },
					),
				},
				{
					name: "live_translate",
					misplaced: [
						{ key: "start", to: "action.start" },
						{ key: "summarize", to: "action.summarize" },
						{ key: "inject", to: "action.inject" },
						{ key: "webhook", to: "action.start.webhook" },
						{ key: "from_lang", to: "action.start.from_lang" },
						{ key: "to_lang", to: "action.start.to_lang" },
						{ key: "direction", to: "action.start.direction" },
					],
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - live_translate:
        action:
          start:
            from_lang: en-US
            to_lang: es-MX
            to_voice: amazon.Mia
            filter_to: polite
            direction:
              - remote-caller
              - local-caller
            webhook: https://example.com/translations
            ai_summary: true
    - connect:
        to: "+12025550142"
    - hangup: {}
`,
		}),
	},
});

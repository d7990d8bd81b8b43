/** `live_transcribe`. Facts: the published SWML schema and documentation. */
import { boolean, engine, form, list, map, method, optional, required, text, union } from "../build.ts";
import { hints } from "../shared/hints.ts";
import { bareActions, recognition, reporting, sides, summarizing } from "../shared/live.ts";

const start = optional(
	map(
		{
			lang: required(text({ format: "language" }), "The language that is spoken, as a tag such as `en-US`.", {
				example: "en-US",
				aka: ["language", "from_lang"],
			}),
			direction: sides("The sides of the call to transcribe."),
			...reporting,
			...recognition,
			hints: engine(list(text())),
			verbose_utterances: engine(boolean()),
		},
		{ name: "start", ignoredWithout: [{ of: ["direction"] }, { of: ["lang"] }] },
	),
	"Starts transcribing.",
);

export const liveTranscribe = method("live_transcribe", {
	aka: ["realtime_transcribe", "live_transcription", "liveTranscribe"],
	forms: {
		calling: form({
			summary: "Transcribes the call while people are speaking and sends the text to a webhook. It runs in the background; the script goes on at once.",
			docs: "calling/live-transcribe",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "`stop` and `summarize` need a running session. A call cannot have `live_transcribe` and `ai_sidecar` at the same time.",
			type: map(
				{
					action: required(
						union(
							bareActions,
							map(
								{ start, summarize: summarizing({ ai_model: engine(text()) }) },
								{ name: "action", choices: [{ of: ["start", "summarize"], required: true }] },
							),
						),
						"What to do: start a session, stop it, or sum up the conversation so far.",
						{ unneeded: true },
					),
					hints: engine(hints),
				},
				{
					name: "live_transcribe",
					misplaced: [
						{ key: "start", to: "action.start" },
						{ key: "summarize", to: "action.summarize" },
						{ key: "webhook", to: "action.start.webhook" },
						{ key: "lang", to: "action.start.lang" },
						{ key: "direction", to: "action.start.direction" },
					],
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - live_transcribe:
        action:
          start:
            lang: en-US
            direction:
              - remote-caller
              - local-caller
            webhook: https://example.com/transcripts
            live_events: true
            ai_summary: true
            ai_summary_prompt: List what the caller asked for and what was promised.
    - connect:
        to: "+12025550142"
    - hangup: {}
`,
		}),
	},
});

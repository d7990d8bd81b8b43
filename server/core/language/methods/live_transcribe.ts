/** `live_transcribe`. Facts: the published SWML schema and documentation. */
import { form, map, method, optional, required, text, union } from "../build.ts";
import { bareActions, recognition, reporting, sides, summarize } from "../shared/live.ts";

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
		},
		{ name: "start" },
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
			beforeAnswer: "needs-answer",
			note: "`stop` and `summarize` need a running session. A call cannot have `live_transcribe` and `ai_sidecar` at the same time.",
			type: map(
				{
					action: required(
						union(bareActions, map({ start, summarize }, { name: "action", choices: [{ of: ["start", "summarize"], required: true }] })),
						"What to do: start a session, stop it, or sum up the conversation so far.",
					),
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

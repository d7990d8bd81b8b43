/** `transcribe`. Facts: the published SWML schema. */
import { form, map, method, optional, sets, url } from "../build.ts";

export const transcribe = method("transcribe", {
	aka: ["transcription", "start_transcription", "start_transcribe", "transcribe_start", "transcribe_call", "stt", "speech_to_text", "call_transcription"],
	forms: {
		calling: form({
			summary:
				"Starts to transcribe the whole call in the background and goes on at once. The transcript is complete after `transcribe_stop` or the end of the call.",
			docs: "calling/transcribe",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "A call can have one transcription at a time; a second one fails. For text while people are speaking, use `live_transcribe`.",
			sets: [
				sets("transcribe_result", "Whether the transcription started.", { values: ["success", "failed"] }),
				sets("transcribe_control_id", "The control ID of the transcription. `transcribe_stop` reads it.", { type: "text" }),
			],
			type: map(
				{
					status_url: optional(url(), "The URL that receives events about the transcription: when it starts and when it ends.", {
						aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url", "webhook"],
					}),
				},
				{ name: "transcribe" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:For training purposes this call is written down."
    - transcribe:
        status_url: https://example.com/transcripts
    - connect:
        to: "+12025550162"
    - hangup: {}
`,
		}),
	},
});

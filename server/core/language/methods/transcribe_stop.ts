/** `transcribe_stop`. Facts: the published SWML schema. */
import { form, map, method, sets } from "../build.ts";

export const transcribeStop = method("transcribe_stop", {
	aka: ["stop_transcribe", "stop_transcription", "end_transcription", "transcription_stop", "transcribeStop"],
	forms: {
		calling: form({
			summary: "Stops the transcription that `transcribe` started. It takes no params.",
			docs: "calling/transcribe-stop",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			sets: [sets("transcribe_stop_result", "Whether the transcription was stopped.", { values: ["success", "failed"] })],
			type: map({}, { name: "transcribe_stop" }),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - transcribe: {}
    - prompt:
        play: "say:Please describe the damage."
        speech_language: en-US
        speech_end_timeout: 3
    - transcribe_stop: {}
    - play:
        url: "say:From here on nothing is written down."
    - hangup: {}
`,
		}),
	},
});

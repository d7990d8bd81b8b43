/** `denoise`. Facts: the published SWML schema. */
import { form, map, method, sets } from "../build.ts";

export const denoise = method("denoise", {
	aka: ["start_denoise", "noise_reduction", "noise_suppression", "noise_cancellation"],
	forms: {
		calling: form({
			summary: "Starts to reduce noise on the call in the background, until `stop_denoise` or the end of the call. It takes no params.",
			docs: "calling/denoise",
			flow: "next",
			experimental: true,
			anyBody: true,
			beforeAnswer: "needs-answer",
			bare: true,
			sets: [sets("denoise_result", "Whether noise reduction is on.", { values: ["on", "failed"] })],
			type: map({}, { name: "denoise" }),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - denoise: {}
    - prompt:
        play: "say:In a few words, what is this call about?"
        speech_language: en-US
    - stop_denoise: {}
    - connect:
        to: "+12025550152"
    - hangup: {}
`,
		}),
	},
});

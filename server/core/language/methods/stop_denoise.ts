/** `stop_denoise`. Facts: the published SWML schema. */
import { form, map, method, sets } from "../build.ts";

export const stopDenoise = method("stop_denoise", {
	aka: ["denoise_stop", "end_denoise", "stop_noise_reduction", "stopDenoise"],
	forms: {
		calling: form({
			summary: "Stops the noise reduction that `denoise` started. It takes no params.",
			docs: "calling/stop-denoise",
			flow: "next",
			experimental: true,
			anyBody: true,
			beforeAnswer: "safe",
			bare: true,
			sets: [sets("denoise_result", "Says that noise reduction is off.", { values: ["off"] })],
			type: map({}, { name: "stop_denoise" }),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - denoise: {}
    - play:
        url: "say:Hold the phone close to the engine now."
    - stop_denoise: {}
    - record:
        beep: true
        max_length: 20
    - hangup: {}
`,
		}),
	},
});

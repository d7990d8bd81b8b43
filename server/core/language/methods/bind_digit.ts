/** `bind_digit`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { anyMap, engine, form, integer, map, method, required, text } from "../build.ts";

export const bindDigit = method("bind_digit", {
	aka: [],
	forms: {
		calling: form({
			summary: "Binds keys that the caller may press to a method of the calling API, which runs when they do.",
			flow: "next",
			tier: "engine",
			experimental: true,
			undocumented: "the platform's newest list has it, and no page explains it",
			type: map(
				{
					digits: required(text({ notBlank: true }), "The keys to listen for.", { tier: "engine", example: "1" }),
					method: required(text({ notBlank: true }), "The method of the calling API to run, such as `calling.play`.", {
						tier: "engine",
						example: "calling.play",
					}),
					params: engine(anyMap, "The parameters of that method."),
					max_triggers: engine(integer()),
					realm: engine(text()),
				},
				{ name: "bind_digit" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - bind_digit:
        digits: "9"
        method: calling.end
        params:
          reason: hangup
    - play:
        url: "say:Press nine at any time to end the call."
    - clear_digit_bindings: {}
    - hangup: {}
`,
		}),
	},
});

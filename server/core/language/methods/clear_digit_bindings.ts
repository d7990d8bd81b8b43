/** `clear_digit_bindings`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { engine, form, map, method, text } from "../build.ts";

export const clearDigitBindings = method("clear_digit_bindings", {
	aka: [],
	forms: {
		calling: form({
			summary: "Removes the keys that `bind_digit` has bound.",
			flow: "next",
			tier: "engine",
			experimental: true,
			undocumented: "the platform's newest list has it, and no page explains it",
			type: map({ realm: engine(text()) }, { name: "clear_digit_bindings" }),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - bind_digit:
        digits: "9"
        method: calling.end
    - play:
        url: "say:Press nine to end the call."
    - clear_digit_bindings: {}
    - hangup: {}
`,
		}),
	},
});

/** `ring`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { form, map, method } from "../build.ts";

export const ring = method("ring", {
	aka: [],
	forms: {
		calling: form({
			summary: "The platform accepts it; no source explains it.",
			flow: "next",
			tier: "engine",
			undocumented: "the platform's newest list has it, and no page explains it",
			anyBody: true,
			type: map({}, { name: "ring" }),
			example: `
version: 1.0.0
sections:
  main:
    - ring: {}
    - answer: {}
    - hangup: {}
`,
		}),
	},
});

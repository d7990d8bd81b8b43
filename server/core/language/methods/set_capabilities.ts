/** `set_capabilities`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { form, list, map, method, required, text } from "../build.ts";

export const setCapabilities = method("set_capabilities", {
	aka: [],
	forms: {
		calling: form({
			summary: "Overrides what the subscriber on this call may do.",
			flow: "next",
			tier: "engine",
			experimental: true,
			undocumented: "the platform's newest list has it, and no page explains it",
			anyBody: true,
			type: map(
				{ capabilities: required(list(text()), "The platform accepts it; no source explains it.", { tier: "engine", unexplained: true }) },
				{ name: "set_capabilities" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - set_capabilities:
        capabilities:
          - audio
    - hangup: {}
`,
		}),
	},
});

/** `echo`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { engine, form, from, integer, map, method, positional, union } from "../build.ts";

export const echo = method("echo", {
	aka: [],
	forms: {
		calling: form({
			summary: "Plays back to callers what they say, for tests.",
			flow: "next",
			tier: "engine",
			undocumented: "the platform's newest list has it, and no page explains it",
			shorthand: { param: "timeout", style: "legacy" },
			type: union(
				from("engine", integer()),
				positional(integer()),
				map({ timeout: engine(integer(), "How long. The unit is documented nowhere.") }, { name: "echo" }),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:Say something, and you will hear it again."
    - echo: {}
    - hangup: {}
`,
		}),
	},
});

/** `set_meta`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { anyMap, engineAll, form, map, method } from "../build.ts";

export const setMeta = method("set_meta", {
	aka: [],
	forms: {
		calling: form({
			summary: "Adds data of your own to the events of calls and conferences.",
			flow: "next",
			tier: "engine",
			experimental: true,
			undocumented: "the platform's newest list has it, and no page explains it",
			anyBody: true,
			type: map({ ...engineAll(anyMap, ["private", "public"]) }, { name: "set_meta" }),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - set_meta:
        public:
          ticket: "4711"
    - connect:
        to: "+12025550142"
    - hangup: {}
`,
		}),
	},
});

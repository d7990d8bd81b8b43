/** `label`. Facts: the published SWML schemas of calls and of messages. */
import { form, from, map, method, positional, required, text, union } from "../build.ts";

const name = text({ defines: "label", format: "name", notBlank: true });

/** The newest SDKs also list an object and a positional list. */
const longer = from(
	"engine",
	map({ label: required(name, "The name of this place in the section, for `goto`.", { example: "start", aka: ["name"] }) }, { name: "label" }),
);

export const label = method("label", {
	aka: ["mark", "anchor", "section_label", "checkpoint"],
	forms: {
		calling: form({
			summary: "Marks a place in a section for `goto`. The value is the label's name.",
			docs: "calling/label",
			flow: "label",
			beforeAnswer: "safe",
			note: "A name is used once in a section.",
			shorthand: { param: "label", style: "simpler" },
			type: union(name, positional(name, { min: 1 }), longer),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - label: hold
    - play:
        url: "say:Please stay on the line."
    - goto:
        label: hold
        max: 3
    - hangup: {}
`,
		}),
		messaging: form({
			summary: "Marks a place in a section for `goto`. The value is the label's name.",
			docs: "messaging/label",
			flow: "label",
			note: "A name is used once in a section.",
			type: name,
			example: `
version: 1.0.0
sections:
  main:
    - label: send
    - reply: Your ticket is attached.
    - switch:
        variable: reply_result
        case:
          failed:
            - goto:
                label: send
                max: 2
        default:
          - receive: {}
`,
		}),
	},
});

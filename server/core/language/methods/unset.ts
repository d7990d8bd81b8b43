/** `unset`. Facts: the published SWML schema and documentation. */
import { form, list, method, text, union } from "../build.ts";

const name = text({ refers: "variable", expression: "path", notBlank: true });

export const unset = method("unset", {
	aka: ["clear", "delete", "delete_variable", "remove_variable", "unset_variable", "remove", "unset_var", "clear_variable"],
	forms: {
		calling: form({
			summary: "Removes variables: one name, or a list of names, without `${}`.",
			docs: "calling/unset",
			flow: "next",
			beforeAnswer: "safe",
			type: union(name, list(name)),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - prompt:
        play: "say:Please type your PIN."
        max_digits: 4
    - set:
        pin: \${prompt_value}
    - request:
        url: https://example.com/api/check-pin
        method: POST
        body:
          pin: \${pin}
    - unset:
        - pin
        - prompt_value
    - hangup: {}
`,
		}),
	},
});

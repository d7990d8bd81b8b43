/** `cond`. Facts: the published SWML schema and documentation. */
import { form, method } from "../build.ts";
import { condBody } from "../shared/branches.ts";

export const cond = method("cond", {
	aka: ["condition", "conditional", "conditions", "elif", "when", "branches", "if_then"],
	forms: {
		calling: form({
			summary: "Tests conditions in JavaScript from top to bottom and runs the steps of the first that is true, or those of the final `else`.",
			docs: "calling/cond",
			flow: "branch",
			beforeAnswer: "safe",
			note: "When no condition is true and there is no `else`, the script goes on with the next step. To compare one variable with fixed values, `switch` is shorter.",
			type: condBody,
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - prompt:
        play: "say:How many tickets do you want?"
        max_digits: 2
    - cond:
        - when: prompt_result != 'match_digits'
          then:
            - play:
                url: "say:We did not get a number."
        - when: Number(prompt_value) > 10
          then:
            - connect:
                to: "+12025550142"
        - else:
            - play:
                url: "say:\${prompt_value} tickets. Thank you."
    - hangup: {}
`,
		}),
	},
});

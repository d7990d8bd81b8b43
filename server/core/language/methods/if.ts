/** `if`. Facts: SignalWire's editor of 2023, the SDK and the server SDK guide; no published reference has it. */
import { form, map, method, optional, required } from "../build.ts";
import { anySteps, jsCondition } from "../shared/branches.ts";

export const ifMethod = method("if", {
	aka: ["if_else"],
	forms: {
		calling: form({
			summary: "Runs steps when a condition is true, and others when it is false.",
			flow: "branch",
			beforeAnswer: "safe",
			tier: "engine",
			replacedBy: "cond",
			anyBody: true,
			undocumented:
				"seen in the schema of SignalWire's editor of 2023, in the SDK's list of methods that are safe before `answer`, and in the server SDK guide; the platform still takes it",
			type: map(
				{
					condition: required(jsCondition, "A JavaScript condition, written without `${}`.", {
						example: "call.type == 'phone'",
						aka: ["when", "if", "test", "cond"],
					}),
					then: optional(anySteps, "The steps to run when the condition is true.", { aka: ["do", "steps"] }),
					else: optional(anySteps, "The steps to run when the condition is false.", { aka: ["otherwise", "default"] }),
				},
				{ name: "if" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - if:
        condition: call.type == 'phone'
        then:
          - play:
              url: "say:You are calling by phone."
        else:
          - play:
              url: "say:You are calling over the internet."
    - hangup: {}
`,
		}),
	},
});

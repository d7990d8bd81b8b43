/** `eval`. Facts: SignalWire's editor of 2023, the SDK, the server SDK guide and the list of errors; no published reference has it. */
import { boolean, form, mapOf, method, number, text, union } from "../build.ts";

export const evalMethod = method("eval", {
	aka: ["evaluate", "calculate", "compute", "javascript", "js", "script", "math"],
	forms: {
		calling: form({
			summary: "Sets variables to the values of JavaScript expressions: an object of names with their expressions.",
			flow: "next",
			beforeAnswer: "safe",
			tier: "engine",
			replacedBy: "set",
			undocumented:
				"seen in the schema of SignalWire's editor of 2023, in the SDK's list of methods that are safe before `answer`, in the server SDK guide and in the list of errors; the platform still takes it",
			type: mapOf(union(text({ expression: "js" }), number(), boolean()), { name: "eval", restDefines: "variable" }),
			example: `
version: 1.0.0
sections:
  main:
    - set:
        tickets: 2
    - eval:
        total: tickets * 15
    - answer: {}
    - play:
        url: "say:That makes \${total} dollars."
    - hangup: {}
`,
		}),
	},
});

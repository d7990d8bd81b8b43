import type { Rule } from "./rule.ts";

export const undocumentedMethod: Rule = {
	id: "undocumented-method",
	level: "hint",
	says: "Methods come from the published reference.",
	why: "A method that is in no published reference may change or go without notice.",
	bad: [
		`
- if:
# ~~ *
    condition: vars.open == true
    then:
      - hangup: {}
`,
	],
	good: [
		`
- cond:
    - when: vars.open == true
      then:
        - hangup: {}
`,
	],
	*check(document) {
		for (const { step } of document.binding().steps) {
			if (step?.form?.undocumented)
				yield { span: step.key.span, message: `\`${step.name}\` is in no published reference; ${step.form.undocumented.replace(/\.$/, "")}` };
		}
	},
};

import type { Rule } from "./rule.ts";

export const undocumentedMethod: Rule = {
	id: "undocumented-method",
	level: "hint",
	says: "Reports methods that are not in the published reference.",
	why: "A method that is not in the published reference may change or disappear without notice.",
	bad: [
		`
- ring: {}
# ~~~~ *
`,
		`
- set_meta:
# ~~~~~~~~ *
    public:
      ticket: "4711"
`,
	],
	good: [
		`
- set:
    ticket: "4711"
`,
	],
	*check(document) {
		for (const { step } of document.binding().steps) {
			const form = step?.form;
			// That it has been replaced says more.
			if (!step || !form?.undocumented || form.replacedBy) continue;
			const state = form.experimental ? "is experimental and not in the published reference" : "is not in the published reference";
			yield { span: step.key.span, message: `\`${step.name}\` ${state}; ${form.undocumented}` };
		}
	},
};

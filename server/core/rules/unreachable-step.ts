import type { Finding, Rule } from "./rule.ts";

export const unreachableStep: Rule = {
	id: "unreachable-step",
	level: "warning",
	says: "No step follows one that leaves for good.",
	why: "A step such as `transfer`, `hangup` or `return` ends its list: what stands behind it never runs, unless a label there is jumped to.",
	bad: [
		`
- hangup: {}
- play:
# ~~~~ never reached: \`hangup\` above leaves for good; remove this step, or move it up
    url: say:Goodbye
`,
	],
	good: [
		`
- play:
    url: say:Goodbye
- hangup: {}
`,
	],
	*check(document) {
		for (const { below } of document.binding().stepLists) {
			let leaver: string | undefined;
			for (const { step, node } of below) {
				if (step?.form?.flow === "label") leaver = undefined;
				if (leaver !== undefined) {
					const message = `never reached: \`${leaver}\` above leaves for good; remove this step, or move it up`;
					yield { span: step?.key.span ?? node.span, message, tag: "unnecessary" } satisfies Finding;
					break;
				}
				if (step?.form?.flow === "terminal") leaver = step.name;
			}
		}
	},
};

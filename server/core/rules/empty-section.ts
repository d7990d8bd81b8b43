import { smallestSteps } from "../language/shapes.ts";
import { isDocument } from "../model/bind.ts";
import { calledIn } from "../model/describe.ts";
import { replaceValue } from "../syntax/edit.ts";
import { fix, headOf, mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

export const emptySection: Rule = {
	id: "empty-section",
	level: "warning",
	says: "Reports sections and branches that have no steps.",
	why: "SignalWire lists a section without steps among its errors, although its schema accepts one.",
	prevents: "relay_script_section_code_missing",
	bad: [
		`
sections:
  main:
    - execute:
        dest: goodbye
  goodbye: []
# ~~~~~~~ \`goodbye\` has no steps; add at least one
`,
	],
	good: [
		`
sections:
  main:
    - execute:
        dest: goodbye
  goodbye:
    - hangup: {}
`,
	],
	*check(document) {
		for (const { bound } of mismatches(document, "no-steps")) {
			const message = `${calledIn(bound)} has no steps; add at least one`;
			// A branch without steps does nothing, which may be what is meant.
			if (isDocument(bound.parent?.parent)) {
				const edit = bound.entry && replaceValue(document, bound.entry, smallestSteps[document.binding().flavour]);
				yield { span: headOf(bound), message, fixes: edit ? [fix("Add a first step", [edit])] : [], absentFrom: bound.node.span };
			} else yield { span: headOf(bound), message: `${calledIn(bound)} has no steps, so nothing happens here`, level: "hint", absentFrom: bound.node.span };
		}
	},
};

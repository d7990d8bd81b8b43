import { nearest, sameLetters } from "../base/nearest.ts";
import { calledIn, describe } from "../model/describe.ts";
import { chooseFrom, disputed, mismatches, replaceBy } from "./find.ts";
import type { Rule } from "./rule.ts";

export const unknownValue: Rule = {
	id: "unknown-value",
	level: "error",
	says: "A parameter with a fixed set of values has one of them, written exactly so.",
	why: "Any other value stops the step; upper and lower case count.",
	prevents: "relay_script_element_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    beep: onenter
#         ~~~~~~~ \`onenter\` is no value of \`beep\`; did you mean \`onEnter\`?
`,
		`
- join_conference:
    name: support
    record: sometimes
#           ~~~~~~~~~ \`sometimes\` is no value of \`record\`; it must be \`do-not-record\` or \`record-from-start\`
`,
	],
	good: [
		`
- join_conference:
    name: support
    beep: onEnter
    record: record-from-start
`,
	],
	*check(document) {
		for (const { bound, node, type } of mismatches(document, "not-a-value")) {
			const current = type.values?.filter((each) => !each.deprecated) ?? [];
			const values = current.map((each) => each.value);
			const written = String(node.value);
			const meant = nearest(written, values.map(String));
			const message = `\`${written}\` is no value of ${calledIn(bound)}; ${meant ? `did you mean \`${meant}\`?` : `it must be ${describe({ ...type, values: current })}`}`;
			const fixes = meant ? [replaceBy(document, node, meant, sameLetters(written, meant))] : chooseFrom(document, node, values);
			yield { span: node.span, message, fixes, ...disputed(bound) };
		}
	},
};

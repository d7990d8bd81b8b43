import { calledIn } from "../model/describe.ts";
import { mismatches, replaceBy } from "./find.ts";
import type { Rule } from "./rule.ts";

export const looseValue: Rule = {
	id: "loose-value",
	level: "hint",
	says: 'Reports numbers and booleans in quotes, such as `"5"`, where the number or boolean itself is documented.',
	why: 'SignalWire reads `"5"` as 5 and `"true"` as true in most places, and the published schema does not allow it. Where a reference says that it fails, this is a warning or an error.',
	bad: [
		`
- join_conference:
    name: support
    muted: "yes"
#          ~~~~~ \`muted\` is a boolean; write \`true\`
`,
		`
- join_conference:
    name: support
    max_participants: "50"
#                     ~~~~ \`max_participants\` is a number; write \`50\` without quotes
`,
	],
	good: [
		`
- join_conference:
    name: support
    muted: true
    max_participants: 50
`,
	],
	*check(document) {
		for (const { bound, to, type, strict } of mismatches(document, "coerced")) {
			const { node } = bound;
			if (node.kind !== "scalar" || (typeof to !== "number" && typeof to !== "boolean")) continue;
			const isNumber = type.kind === "number";
			const message = isNumber ? `${calledIn(bound)} is a number; write \`${to}\` without quotes` : `${calledIn(bound)} is a boolean; write \`${to}\``;
			yield {
				span: node.span,
				message,
				fixes: [replaceBy(document, node, to, true)],
				...(strict ? { level: isNumber ? ("error" as const) : ("warning" as const) } : {}),
			};
		}
	},
};

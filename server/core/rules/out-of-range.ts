import type { NumberType } from "../language/type.ts";
import { isWithin } from "../model/check_scalar.ts";
import { calledIn, describe } from "../model/describe.ts";
import { disputed, mismatches, replaceBy } from "./find.ts";
import type { Rule } from "./rule.ts";
import { inOtherUnit } from "./units.ts";

export const outOfRange: Rule = {
	id: "out-of-range",
	level: "error",
	says: "Reports numbers outside the range of their parameter, and fractions where an integer is required.",
	why: "With a number outside its range, the step fails. Where sources name different limits, the page of the parameter says so; lower the severity in `swml.rules` if you rely on the wider one.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    max_participants: 300
#                     ~~~ \`max_participants\` must be an integer from 1 to 250, not 300; newer SDKs take any integer from 2
`,
		`
- join_conference:
    name: support
    max_participants: 2.5
#                     ~~~ \`max_participants\` must be an integer from 1 to 250, not 2.5
`,
	],
	good: [
		`
- join_conference:
    name: support
    max_participants: 100
`,
	],
	*check(document) {
		for (const kind of ["out-of-range", "not-whole"] as const) {
			for (const { bound, value, type } of mismatches(document, kind)) {
				const { node } = bound;
				if (node.kind !== "scalar") continue;
				const { elsewhere } = type;
				const taken = elsewhere && kind === "out-of-range" && isWithin(value, elsewhere);
				const other = inOtherUnit(value, type);
				const says = taken ? elsewhere.says : other?.says;
				const message = `${calledIn(bound)} must be ${describe(type)}, not ${value}${says ? `; ${says}` : ""}`;
				const open = type.above !== undefined && value <= type.above;
				const within = Number.isFinite(value) && !open ? clamp(value, type) : undefined;
				const numbers = [other?.value, within].filter((each, index, all) => each !== undefined && all.indexOf(each) === index);
				const fixes = numbers.map((each) => replaceBy(document, node, each ?? 0));
				// What sources disagree about is the range: that a fraction is none of it is sure, and so is that seconds are no milliseconds.
				const sources = disputed(bound);
				const isRange = sources.level === "hint";
				const level = isRange && kind === "not-whole" ? {} : isRange && other ? { level: "warning" as const } : sources;
				// What another source takes may be meant: nobody else is to choose.
				yield { span: node.span, message, fixes: taken ? fixes.map((each) => ({ ...each, choice: true as const })) : fixes, ...level };
			}
		}
		for (const { bound, value, says } of mismatches(document, "elsewhere"))
			yield { span: bound.node.span, message: `${calledIn(bound)} is ${value}, and ${says}`, level: "hint" };
	},
};

/** The nearest number in the range; never one with a meaning of its own, such as "off". */
function clamp(value: number, type: NumberType): number {
	const whole = type.whole ? Math.round(value) : value;
	return Math.min(type.max ?? Math.max(whole, type.min ?? whole), Math.max(type.min ?? whole, whole));
}

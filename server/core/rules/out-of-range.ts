import type { NumberType } from "../language/type.ts";
import { calledIn, describe } from "../model/describe.ts";
import { disputed, mismatches, replaceBy } from "./find.ts";
import type { Rule } from "./rule.ts";
import { inOtherUnit } from "./units.ts";

export const outOfRange: Rule = {
	id: "out-of-range",
	level: "error",
	says: "A number lies within the range that its parameter takes, and is whole where it has to be.",
	why: "A number outside its range stops the step. Where sources name different limits, the page of the parameter says so; lower the severity in `swml.rules` if you rely on the wider one.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    max_participants: 300
#                     ~~~ \`max_participants\` must be a whole number from 1 to 250, not 300
`,
		`
- join_conference:
    name: support
    max_participants: 2.5
#                     ~~~ \`max_participants\` must be a whole number from 1 to 250, not 2.5
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
				const other = inOtherUnit(value, type);
				const message = `${calledIn(bound)} must be ${describe(type)}, not ${value}${other ? `; ${other.says}` : ""}`;
				const within = Number.isFinite(value) ? clamp(value, type) : undefined;
				const numbers = [other?.value, within].filter((each, index, all) => each !== undefined && all.indexOf(each) === index);
				yield { span: node.span, message, fixes: numbers.map((each) => replaceBy(document, node, each ?? 0)), ...disputed(bound) };
			}
		}
	},
};

/** The nearest number in the range; never one with a meaning of its own, such as "off". */
function clamp(value: number, type: NumberType): number {
	const whole = type.whole ? Math.round(value) : value;
	return Math.min(type.max ?? Math.max(whole, type.min ?? whole), Math.max(type.min ?? whole, whole));
}

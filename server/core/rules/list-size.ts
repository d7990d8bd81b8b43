import { calledIn } from "../model/describe.ts";
import { disputed, headOf, mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

export const listSize: Rule = {
	id: "list-size",
	level: "error",
	says: "Reports lists and objects with too few or too many entries.",
	why: "With too few or too many entries, the step fails.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- ai:
    prompt:
      pom: []
#     ~~~ \`pom\` has 0 entries; it must have at least 1
`,
	],
	good: [
		`
- ai:
    prompt:
      pom:
        - title: Task
          body: Answer questions about opening hours.
`,
	],
	*check(document) {
		for (const { bound, count, min, max } of mismatches(document, "size")) {
			const limit = min !== undefined && count < min ? `at least ${min}` : `at most ${max}`;
			yield { span: headOf(bound), message: `${calledIn(bound)} has ${count} ${count === 1 ? "entry" : "entries"}; it must have ${limit}`, ...disputed(bound) };
		}
	},
};

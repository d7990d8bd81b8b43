import type { Bound } from "../model/bind.ts";
import { calledIn, mapCalled } from "../model/describe.ts";
import { replaceValue } from "../syntax/edit.ts";
import { disputed, fix, mismatches, spanOf, startingValue } from "./find.ts";
import type { Rule } from "./rule.ts";

export const emptyValue: Rule = {
	id: "empty-value",
	level: "error",
	says: "Reports empty or blank strings where a value is needed.",
	why: "An empty name or value is rejected when the step runs. To leave an optional parameter unset, leave it out.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: ""
#         ~~ \`name\` is empty; enter a value
`,
	],
	good: [
		`
- join_conference:
    name: support
`,
	],
	*check(document) {
		for (const { bound } of mismatches(document, "blank")) {
			const { param, entry } = bound;
			const edit = param?.required && entry && replaceValue(document, entry, startingValue(param));
			const message = `${calledIn(bound)} is empty; enter a value${param && !param.required && !isChosen(bound) ? ", or leave it out" : ""}`;
			yield { span: spanOf(bound), message, fixes: edit ? [fix("Add a value", [edit])] : [], ...disputed(bound) };
		}
		for (const { bound, entry } of mismatches(document, "blank-key"))
			yield { span: entry.key.span, message: `an entry of ${mapCalled(bound)} has no name; write one` };
	},
};

/** Whether it is one of several params of which one has to be written. */
function isChosen({ parent, param }: Bound): boolean {
	const [type] = parent?.types ?? [];
	return type?.kind === "map" && type.choices?.some((choice) => choice.required && choice.of.includes(param?.name ?? "")) === true;
}

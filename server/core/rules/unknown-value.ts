import { nearest, sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Param, Type } from "../language/type.ts";
import { calledIn, describe } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { replaceValue } from "../syntax/edit.ts";
import { chooseFrom, disputed, fix, mismatches, replaceBy, startingValue } from "./find.ts";
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
			const object = bound.entry && paramNamed(bound.types, written);
			if (object && bound.entry) {
				const edit = replaceValue(document, bound.entry, { [written]: startingValue(object) });
				const message = `${quote(written)} takes parameters of its own; write \`${written}:\` with them below ${calledIn(bound)}`;
				yield { span: node.span, message, fixes: edit ? [fix(`Write ${quote(written)} with its parameters`, [edit])] : [], ...disputed(bound) };
				continue;
			}
			const meant = current.find((each) => each.aka?.some((name) => sameLetters(name, written)))?.value ?? nearest(written, values.map(String));
			const message = `${quote(written)} is no value of ${calledIn(bound)}; ${meant ? `did you mean \`${meant}\`?` : `it must be ${describe({ ...type, values: current })}`}`;
			const fixes = meant ? [replaceBy(document, node, String(meant), sameLetters(written, String(meant)))] : chooseFrom(document, node, values);
			yield { span: node.span, message, fixes, ...disputed(bound) };
		}
	},
};

/** The param of this name in an object that may stand in the place of a text. */
function paramNamed(types: readonly Type[], name: string): Param | undefined {
	return types.flatMap((type) => (type.kind === "map" ? (paramOf(type, name) ?? []) : [])).at(0);
}

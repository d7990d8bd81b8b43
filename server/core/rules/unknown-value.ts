import { answerIn, valueSaying } from "../base/english.ts";
import { nearest, sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import type { Flavour, Param, Type } from "../language/type.ts";
import { type Bound, isGoodAs } from "../model/bind.ts";
import { calledIn, describe, shown } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { replaceEntries, replaceValue, type TextEdit } from "../syntax/edit.ts";
import { Fields, fieldOf } from "../syntax/print.ts";
import { Written } from "../syntax/written.ts";
import { belongsBelow } from "./displaced.ts";
import { chooseFrom, disputed, fix, mismatches, replaceBy, startingValue } from "./find.ts";
import type { Rule } from "./rule.ts";

export const unknownValue: Rule = {
	id: "unknown-value",
	level: "error",
	says: "Reports values that are not one of the fixed values of a parameter.",
	why: "With any other value, the step fails. Values are case-sensitive.",
	prevents: "relay_script_element_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    beep: onenter
#         ~~~~~~~ \`onenter\` is not a valid value for \`beep\`; did you mean \`onEnter\`?
`,
		`
- join_conference:
    name: support
    record: sometimes
#           ~~~~~~~~~ \`sometimes\` is not a valid value for \`record\`; it must be \`do-not-record\` or \`record-from-start\`
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
				const edit = withParamsBeside(document, bound, written) ?? replaceValue(document, bound.entry, { [written]: startingValue(object) });
				const message = `${quote(written)} takes parameters of its own; write \`${written}:\` with them below ${calledIn(bound)}`;
				yield { span: node.span, message, fixes: edit ? [fix(`Expand ${quote(written)} to an object`, [edit])] : [], ...disputed(bound) };
				continue;
			}
			const list = sameLetters(written.trim(), String(values[0])) ? undefined : listTaking(bound, document.binding().flavour);
			if (list && bound.entry) {
				const edit = replaceValue(document, bound.entry, [new Written(document.text, node)]);
				const message = `${quote(written)} is not a valid value for ${calledIn(bound)}; names go in a list`;
				yield { span: node.span, message, fixes: edit ? [fix("Wrap in a list", [edit])] : [], ...disputed(bound) };
				continue;
			}
			const answer = answerIn(written);
			const meant =
				current.find((each) => each.aka?.some((name) => sameLetters(name, written)))?.value ??
				(answer === undefined ? undefined : valueSaying(answer, values)) ??
				nearest(written, values.map(String));
			const message = `${quote(written)} is not a valid value for ${calledIn(bound)}; ${meant === undefined ? `it must be ${describe({ ...type, values: current })}` : `did you mean ${shown({ value: meant })}?`}`;
			const fixes = meant === undefined ? chooseFrom(document, node, values) : [replaceBy(document, node, String(meant), sameLetters(written, String(meant)))];
			yield { span: node.span, message, fixes, ...disputed(bound) };
		}
	},
};

/** The same with the params that stand beside it, where they stand one after the other. */
function withParamsBeside(document: Document, { parent, entry, param }: Bound, word: string): TextEdit | undefined {
	if (parent?.node.kind !== "map" || !entry || !param) return undefined;
	const { entries } = parent.node;
	const all = entries.filter((each) => each === entry || belongsBelow(parent, each, param.name, word));
	const beside = all.filter((each) => each !== entry);
	const first = entries.indexOf(all[0] ?? entry);
	if (beside.length === 0 || !all.every((each, index) => each === entries[first + index])) return undefined;
	return replaceEntries(document, all, [{ name: param.name, value: { [word]: new Fields(beside.map((each) => fieldOf(document.text, each))) } }]);
}

/** Whether a list of such texts may stand in the place of one. */
function listTaking({ node, types }: Bound, flavour: Flavour): boolean {
	return types.some((type) => type.kind === "list" && (type.min ?? 0) < 2 && isGoodAs(node, type.items, flavour));
}

/** The param of this name in an object that may stand in the place of a text. */
function paramNamed(types: readonly Type[], name: string): Param | undefined {
	return types.flatMap((type) => (type.kind === "map" ? (paramOf(type, name) ?? []) : [])).at(0);
}

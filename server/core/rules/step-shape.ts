import { quote } from "../base/quote.ts";
import { anything, steps } from "../language/build.ts";
import { methodNamed } from "../language/lookup.ts";
import { misfitOf } from "../model/bind.ts";
import { listed } from "../model/describe.ts";
import { expectedOf } from "../model/expected.ts";
import { stepOf } from "../model/step.ts";
import { replaceEntries } from "../syntax/edit.ts";
import { type Entry, keyText, type MapNode } from "../syntax/node.ts";
import { splitItem } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { outdented } from "./displaced.ts";
import { fix, mismatches, remove } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Rule } from "./rule.ts";

export const stepShape: Rule = {
	id: "step-shape",
	level: "error",
	says: "Reports steps that are not an object with exactly one key, the name of a method.",
	why: "A step without a method name, or with two, is rejected. The usual cause is a missing `- `, or a parameter that is not indented enough.",
	prevents: "relay_script_method_missing_name",
	bad: [
		`
- answer: {}
  hangup: {}
# ~~~~~~ a step has one method, but this one has \`answer\` and \`hangup\`; make each a separate step
`,
		`
- 5
# ~ a step is written \`method: parameters\`, not \`5\`
`,
		`
- play:
  url: say:Hello
# ~~~ \`url\` belongs to \`play\`; indent it further
`,
	],
	good: [
		`
- answer: {}
- hangup: {}
`,
	],
	*check(document) {
		for (const { bound, entry, params } of mismatches(document, "outdented"))
			if (bound.step) yield outdented(document, entry, params, bound.step.form?.shorthand?.param);
		for (const { bound } of mismatches(document, "step-shape")) {
			const { node } = bound;
			if (node.kind === "map") {
				const [, second] = node.entries;
				if (!second) {
					yield { span: node.span, message: "empty step; add a method, or remove it", absentFrom: node.span };
					continue;
				}
				const spelled = spelledOut(node);
				if (spelled) {
					const { name, by, value } = spelled;
					const edit = replaceEntries(document, node.entries, [{ name, value: value ? new Written(document.text, value.value, value) : {} }]);
					const message = `a step is written \`${name}: …\`, without ${quote(keyText(by.key))}`;
					yield { span: by.key.span, message, fixes: edit ? [fix(`Change to \`${name}:\``, [edit])] : [] };
					continue;
				}
				const method = node.entries.find((entry) => methodNamed(keyText(entry.key)));
				const alien = node.entries.find((entry) => !methodNamed(keyText(entry.key)));
				if (method && alien) {
					const key = keyText(alien.key);
					const message = `${quote(key)} is neither a method nor a parameter of ${quote(keyText(method.key))}; a step has one method and nothing else`;
					const elsewhere = expectedOf(stepOf(method.key, document.binding().flavour).form?.type ?? anything).shapes.flatMap(
						({ type }) => type.misplaced?.find((each) => each.key === key) ?? [],
					)[0];
					const move = elsewhere && moveEntry(document, bound, alien, `${keyText(method.key)}.${elsewhere.to}`);
					if (elsewhere && move) {
						const says = `${quote(key)} is not a method; it belongs in \`${keyText(method.key)}.${elsewhere.to}\``;
						yield { span: alien.key.span, message: says, fixes: [fix(`Move it to \`${elsewhere.to}\``, move)] };
						continue;
					}
					// Steps that were to follow are worth keeping.
					const isBranch = alien.value.kind !== "scalar" && misfitOf(alien.value, steps(), document.binding().flavour).all === 0;
					yield { span: alien.key.span, message, fixes: isBranch ? [] : [remove(document, node, alien)] };
					continue;
				}
				const split = !method ? [] : bound.parent?.node.kind === "list" ? splitItem(document, node, bound.parent.node) : [];
				const names = node.entries.map((entry) => quote(keyText(entry.key)));
				const message = `a step has one method, but this one has ${listed(names, "and")}; make each a separate step`;
				yield { span: second.key.span, message, fixes: split.length > 0 ? [fix("Split into separate steps", split)] : [], ofAll: true };
			} else if (node.kind === "scalar" && node.value === null) {
				yield {
					span: node.style === "missing" ? { start: Math.max(0, node.span.start - 1), end: node.span.end } : node.span,
					message: "empty step; add a method, or remove it",
				};
			} else {
				const what = node.kind === "scalar" ? quote(node.value) : "a list";
				yield {
					span: node.kind === "list" ? { start: node.span.start, end: node.span.start + 1 } : node.span,
					message: `a step is written \`method: parameters\`, not ${what}`,
				};
			}
		}
	},
};

/** A step as other formats have it: one key for the name of the method, and at most one for its params. */
function spelledOut({ entries }: MapNode): { readonly name: string; readonly by: Entry; readonly value: Entry | undefined } | undefined {
	const by = entries.find(({ key, value }) => !methodNamed(keyText(key)) && value.kind === "scalar" && methodNamed(String(value.value)));
	const [value, ...more] = entries.filter((entry) => entry !== by);
	if (by?.value.kind !== "scalar" || more.length > 0 || (value && (value.value.kind !== "map" || methodNamed(keyText(value.key))))) return undefined;
	return { name: String(by.value.value), by, value };
}

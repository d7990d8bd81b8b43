import type { Bound } from "../model/bind.ts";
import { removeEntry } from "../syntax/edit.ts";
import { dataOf } from "../syntax/node.ts";
import { fix } from "./find.ts";
import { unmetNeed } from "./no-effect.ts";
import type { Rule } from "./rule.ts";
import { shortensTo } from "./simplified-form.ts";

export const defaultValue: Rule = {
	id: "default-value",
	level: "hint",
	says: "A parameter that repeats its default can be left out.",
	why: "The step does the same without it, and is easier to read.",
	bad: [
		`
- join_conference:
    name: support
    muted: false
#   ~~~~~~~~~~~~ \`muted\` is \`false\` unless written otherwise; it can be left out
    beep: onEnter
`,
	],
	good: [
		`
- join_conference:
    name: support
    beep: onEnter
`,
	],
	*check(document) {
		for (const bound of document.bounds()) {
			const { entry, parent } = bound;
			if (!entry || !parent || !repeatsDefault(bound) || parent.node.kind !== "map") continue;
			const [type] = parent.types;
			// One cause, one problem: where the whole object can go, or the param does nothing, that is said instead.
			if (type?.kind !== "map" || shortensTo(parent) || unmetNeed(bound.param, parent.node, type)) continue;
			const message = `\`${entry.key.value}\` is \`${JSON.stringify(bound.param?.default)}\` unless written otherwise; it can be left out`;
			yield { span: entry.span, message, tag: "unnecessary", fixes: [fix(`Remove \`${entry.key.value}\``, [removeEntry(document, parent.node, entry)])] };
		}
	},
};

/** Whether a param is written with the very value it has by default. */
export function repeatsDefault(bound: Bound): boolean {
	const { param, node } = bound;
	if (param?.default === undefined || param.disputed || param.required) return false;
	if (node.kind === "scalar") return node.value === param.default;
	return typeof param.default === "object" && JSON.stringify(dataOf(node)) === JSON.stringify(param.default);
}

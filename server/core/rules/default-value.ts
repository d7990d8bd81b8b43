import { unmetNeed } from "../model/effect.ts";
import { mismatches, removeSurplus } from "./find.ts";
import type { Rule } from "./rule.ts";
import { shortensTo } from "./simplified-form.ts";

/**
 * Half of all hints would be these, so they stay hints: the command line lists those only where it is asked to, and editors show what can go
 * as faded text. Healthy documents have none in the median, and one at most in nine of ten.
 */
export const defaultValue: Rule = {
	id: "default-value",
	level: "hint",
	says: "Reports parameters that are set to their default and can be left out.",
	why: "The step does the same without it, and is easier to read.",
	bad: [
		`
- join_conference:
    name: support
    muted: false
#   ~~~~~~~~~~~~ \`false\` is the default of \`muted\`; it can be left out
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
		for (const { bound, entry, param } of mismatches(document, "default")) {
			const { parent } = bound;
			const type = parent?.types[0];
			// One cause, one problem: where the whole object can go, or the param does nothing, that is said instead.
			if (parent?.node.kind !== "map" || type?.kind !== "map" || shortensTo(parent) || unmetNeed(param, parent.node, type)) continue;
			const message = `\`${JSON.stringify(param.default)}\` is the default of \`${param.name}\`; it can be left out`;
			yield { span: entry.span, message, tag: "unnecessary", fixes: [removeSurplus(document, parent.node, entry)] };
		}
	},
};

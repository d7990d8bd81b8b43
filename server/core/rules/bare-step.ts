import type { Type } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { replaceNode } from "../syntax/edit.ts";
import type { Printable } from "../syntax/print.ts";
import { fix, mismatches, neededIn, startingValue } from "./find.ts";
import type { Rule } from "./rule.ts";

export const bareStep: Rule = {
	id: "bare-step",
	level: "hint",
	says: "Reports steps written as a bare method name, such as `hangup`, where `hangup: {}` is the documented form.",
	why: "Only a few methods work as a bare name. It is an older form that the published schema no longer has; every other method needs its parameters.",
	bad: [
		`
- hangup
# ~~~~~~ \`hangup\` works as a bare name, but \`hangup: {}\` is the documented form
`,
	],
	good: ["\n- hangup: {}\n"],
	*check(document) {
		for (const { bound, name, legal } of mismatches(document, "bare-step")) {
			const { node, step } = bound;
			const value = step?.form ? start(step.form.type) : {};
			const edit = replaceNode(document, node, { [name]: value });
			const fixes = edit ? [fix(`Change to \`${name}:\``, [edit], legal)] : [];
			if (legal) yield { span: node.span, message: `\`${name}\` works as a bare name, but \`${name}: {}\` is the documented form`, fixes };
			else yield { span: node.span, message: `\`${name}\` needs parameters; write \`${name}: …\``, level: "error", fixes };
		}
	},
};

/** The params that must be written, with something to start from. */
function start(type: Type): Printable {
	const map = alternatives([type]).find((each) => each.kind === "map");
	if (!map) return {};
	return Object.fromEntries(neededIn(map).map((param) => [param.name, startingValue(param)]));
}

import { methodNamed } from "../language/lookup.ts";
import { listed } from "../model/describe.ts";
import { indent, splitItem } from "../syntax/edit.ts";
import { keyText } from "../syntax/node.ts";
import { fix, mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

export const stepShape: Rule = {
	id: "step-shape",
	level: "error",
	says: "A step is an object with exactly one key: the name of a method.",
	why: "A step without a method name, or with two, is refused. The usual cause is a missing `- `, or a parameter that is indented too little.",
	prevents: "relay_script_method_missing_name",
	bad: [
		`
- answer: {}
  hangup: {}
# ~~~~~~ a step holds one method, and this one holds \`answer\` and \`hangup\`; give each a step of its own
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
		for (const { entry, params } of mismatches(document, "outdented")) {
			const [first] = params;
			if (!first) continue;
			const names = listed(
				params.map((param) => `\`${keyText(param.key)}\``),
				"and",
			);
			const message = `${names} ${params.length > 1 ? "belong" : "belongs"} to \`${keyText(entry.key)}\`; ${params.length > 1 ? "indent them" : "indent it"} further`;
			const edits = first.flow ? [] : params.flatMap((param) => indent(document, param.span));
			yield { span: first.key.span, message, fixes: edits.length > 0 ? [fix("Indent it further", edits)] : [] };
		}
		for (const { bound } of mismatches(document, "step-shape")) {
			const { node } = bound;
			if (node.kind === "map") {
				const [, second] = node.entries;
				if (!second) {
					yield { span: node.span, message: "an empty step; write a method, or remove it", absentFrom: node.span };
					continue;
				}
				const allMethods = node.entries.every((entry) => methodNamed(keyText(entry.key)));
				const split = !allMethods ? [] : bound.parent?.node.kind === "list" ? splitItem(document, node, bound.parent.node) : [];
				const names = node.entries.map((entry) => `\`${keyText(entry.key)}\``);
				const message = `a step holds one method, and this one holds ${listed(names, "and")}; give each a step of its own`;
				yield { span: second.key.span, message, fixes: split.length > 0 ? [fix("Make one step of each", split)] : [] };
			} else if (node.kind === "scalar" && node.value === null) {
				yield {
					span: node.style === "missing" ? { start: Math.max(0, node.span.start - 1), end: node.span.end } : node.span,
					message: "an empty step; write a method, or remove it",
				};
			} else {
				const what = node.kind === "scalar" ? `\`${node.value}\`` : "a list";
				yield {
					span: node.kind === "list" ? { start: node.span.start, end: node.span.start + 1 } : node.span,
					message: `a step is written \`method: parameters\`, not ${what}`,
				};
			}
		}
	},
};

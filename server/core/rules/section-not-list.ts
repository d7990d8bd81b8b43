import { isDocument } from "../model/bind.ts";
import { calledIn } from "../model/describe.ts";
import { wrapInList } from "../syntax/edit.ts";
import { fix, mismatches, spanOf } from "./find.ts";
import type { Rule } from "./rule.ts";

export const sectionNotList: Rule = {
	id: "section-not-list",
	level: "error",
	says: "A section, and every other place that holds steps, is a list.",
	why: "Steps run one after the other, so they stand in a list, even when there is only one. A section that is no list is refused.",
	prevents: "swml_invalid_section_format",
	bad: [
		`
sections:
  main:
# ~~~~ \`main\` must be a list of steps; put \`- \` before each step
    answer: {}
`,
	],
	good: [
		`
sections:
  main:
    - answer: {}
`,
	],
	*check(document) {
		for (const { bound } of mismatches(document, "not-steps")) {
			const { node } = bound;
			const how = document.format === "json" ? "put it in `[` and `]`" : "put `- ` before each step";
			const message = `${calledIn(bound)} must be a list of steps; ${how}`;
			const span =
				isDocument(bound.parent?.parent) && bound.entry ? bound.entry.key.span : node.kind === "scalar" ? spanOf(bound) : (bound.entry?.key.span ?? node.span);
			const edits = node.kind === "alias" ? [] : wrapInList(document, node);
			yield { span, message, fixes: edits.length > 0 ? [fix("Put it in a list", edits)] : [] };
		}
	},
};

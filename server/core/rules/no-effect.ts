import { mismatches, remove } from "./find.ts";
import type { Rule } from "./rule.ts";

export const noEffect: Rule = {
	id: "no-effect",
	level: "warning",
	says: "No parameter is written that has no effect beside the others.",
	why: "The step runs, but the parameter does nothing: an event goes nowhere, silence is cut from a recording that is never made. Usually something else was forgotten.",
	bad: [
		`
- join_conference:
    name: support
    trim: do-not-trim
#   ~~~~ \`trim\` has no effect: the conference is not recorded
`,
		`
- join_conference:
    name: support
    status_callback_event: start end
#   ~~~~~~~~~~~~~~~~~~~~~ \`status_callback_event\` has no effect: there is no \`status_callback\` to report to
`,
	],
	good: [
		`
- join_conference:
    name: support
    record: record-from-start
    trim: do-not-trim
    status_callback: https://example.com/events
    status_callback_event: start end
`,
	],
	*check(document) {
		for (const { bound, entry, param, need } of mismatches(document, "no-effect")) {
			const map = bound.parent?.node;
			// What is switched off has no effect either way.
			if (map?.kind !== "map" || (typeof param.default === "boolean" && bound.node.kind === "scalar" && bound.node.value === param.default)) continue;
			yield {
				span: entry.key.span,
				message: `\`${param.name}\` has no effect: ${need.because}`,
				level: need.level ?? "warning",
				tag: "unnecessary",
				fixes: [remove(document, map, entry)],
			};
		}
	},
};

import { listed, mapCalled } from "../model/describe.ts";
import { headOf, mismatches, remove } from "./find.ts";
import { addition, writtenOtherwise } from "./missing-parameter.ts";
import type { Rule } from "./rule.ts";

export const noEffect: Rule = {
	id: "no-effect",
	level: "warning",
	says: "Reports parameters that do nothing because of another one, and objects that are ignored because something is missing.",
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
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    pronounce:
      - replace: Hrs
#       ~~~~~~~ this pronunciation is ignored without \`with\`
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
		const { flavour } = document.binding();
		for (const { bound, lacks, type } of mismatches(document, "ignored")) {
			const groups = lacks.map(({ of }) => of.flatMap((name) => type.params.filter((param) => param.name === name && !param.deprecated)));
			const missing = groups.filter((params) => !writtenOtherwise(bound, params, type, flavour));
			if (missing.length === 0) continue;
			const without = listed(
				missing.map((params) =>
					listed(
						params.map((param) => `\`${param.name}\``),
						"or",
					),
				),
				"and",
			);
			const [first = [], ...others] = missing;
			const fixes = others.length > 0 ? first.slice(0, 1) : first;
			yield {
				span: headOf(bound),
				message: `${mapCalled(bound)} is ignored without ${without}`,
				fixes: fixes.map((param) => addition(document, bound, param)).filter((each) => each !== undefined),
				absentFrom: bound.node.span,
			};
		}
	},
};

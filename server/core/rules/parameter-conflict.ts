import { quote } from "../base/quote.ts";
import { listed, mapCalled } from "../model/describe.ts";
import { keyText } from "../syntax/node.ts";
import { mismatches, remove, toChoose } from "./find.ts";
import type { Rule } from "./rule.ts";

export const parameterConflict: Rule = {
	id: "parameter-conflict",
	level: "error",
	says: "Reports parameters that cannot be used together.",
	why: "SignalWire rejects the step, or uses one of them and ignores the other.",
	prevents: "relay_script_method_parameter_conflict",
	bad: [
		`
- play:
    url: say:Hello
    urls:
#   ~~~~ \`play\` takes \`url\` or \`urls\`, not both; remove one
      - say:Goodbye
`,
	],
	good: [
		`
- play:
    urls:
      - say:Hello
      - say:Goodbye
`,
	],
	*check(document) {
		for (const { bound, entries, choice } of mismatches(document, "conflict")) {
			const { node } = bound;
			const last = entries.at(-1);
			if (node.kind !== "map" || !last) continue;
			const names = listed(
				entries.map((entry) => quote(keyText(entry.key))),
				"or",
			);
			const fixes = toChoose(entries.map((entry) => remove(document, node, entry)));
			const message = `${mapCalled(bound)} takes ${names}, not ${entries.length > 2 ? "several" : "both"}; ${choice.tolerated ?? "remove one"}`;
			yield { span: last.key.span, message, fixes, ofAll: true, ...(choice.tolerated ? { level: "warning" as const } : {}) };
		}
	},
};

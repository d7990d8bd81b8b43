import { quote } from "../base/quote.ts";
import type { Span } from "../base/span.ts";
import type { NameKind } from "../language/type.ts";
import { visibleIn } from "../language/vocabulary/visibility.ts";
import { kindOf, mentionsOfFile } from "../mentions.ts";
import type { Rule } from "./rule.ts";

export const duplicateName: Rule = {
	id: "duplicate-name",
	level: "error",
	says: "Reports labels of one section, functions of one agent and steps of one context that have the same name.",
	why: "A name that is used twice leads to one of the two, and it is not documented which.",
	bad: [
		`
- label: again
- play: say:Hello
- label: again
#        ~~~~~ duplicate label \`again\`; rename one of the two
- goto:
    label: again
`,
	],
	good: [
		`
- label: again
- play: say:Hello
- label: end
- goto:
    label: again
`,
	],
	*across(file) {
		const known = new Map<string, Span>();
		for (const { kind, role, scope, list, name, span, dynamic } of mentionsOfFile(file)) {
			if (role !== "defines" || dynamic || !alone.has(kind)) continue;
			const key = `${kind} ${visibleIn[kind] === "section" ? scope : list} ${name}`;
			const above = known.get(key);
			if (above) yield { span, message: `duplicate ${kindOf({ kind })} ${quote(name)}; rename one of the two`, dependsOn: [above] };
			else known.set(key, span);
		}
	},
};

/** Kinds of which each name stands once; keys that stand twice are told as such. */
const alone: ReadonlySet<NameKind> = new Set(["label", "function", "context-step"]);

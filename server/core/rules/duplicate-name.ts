import { quote } from "../base/quote.ts";
import type { Span } from "../base/span.ts";
import type { NameKind } from "../language/type.ts";
import { visibleIn } from "../language/vocabulary/visibility.ts";
import { mentionsOfFile } from "../mentions.ts";
import type { Rule } from "./rule.ts";

export const duplicateName: Rule = {
	id: "duplicate-name",
	level: "error",
	says: "A label has its name for itself in its section, and so have the functions of an agent and the steps of its contexts.",
	why: "What refers to the name finds one of them, and which one is not told.",
	bad: [
		`
- label: again
- play: say:Hello
- label: again
#        ~~~~~ another label above is called \`again\`; rename one of them
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
			if (above) yield { span, message: `another ${kind.replace("-", " ")} above is called ${quote(name)}; rename one of them`, dependsOn: [above] };
			else known.set(key, span);
		}
	},
};

/** Kinds of which each name stands once; keys that stand twice are told as such. */
const alone: ReadonlySet<NameKind> = new Set(["label", "function", "context-step"]);

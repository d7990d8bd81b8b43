import { nearest } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import { led, type Span } from "../base/span.ts";
import { type Document, faultsOf, partAt } from "../document.ts";
import type { NameKind } from "../language/type.ts";
import { visibleIn } from "../language/vocabulary/visibility.ts";
import { kindOf, type Mention, mentionsOfFile } from "../mentions.ts";
import { aliasesIn } from "../syntax/aliases.ts";
import { replaceBy } from "./find.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const unknownName: Rule = {
	id: "unknown-name",
	level: "error",
	says: "Reports names of labels, sections, contexts and context steps that do not exist where they are used.",
	why: "The call fails where it should go on.",
	prevents: "relay_script_section_parameter_undefined",
	bad: [
		`
version: 1.0.0
sections:
  main:
    - execute:
        dest: sale
#             ~~~~ unknown section \`sale\`; did you mean \`sales\`?
  sales:
    - hangup: {}
`,
		`
- label: again
- play: say:Hello
- goto:
    label: agian
#          ~~~~~ unknown label \`agian\`; did you mean \`again\`?
`,
		`
version: 1.0.0
sections:
  main:
    - goto:
        label: opening_hours
#              ~~~~~~~~~~~~~ unknown label \`opening_hours\`; it is in another section, and a jump cannot leave its section
  hours:
    - label: opening_hours
    - play: say:We open at nine
`,
	],
	good: [
		`
version: 1.0.0
sections:
  main:
    - label: again
    - execute:
        dest: sales
    - goto:
        label: again
  sales:
    - return: {}
`,
	],
	*across(file) {
		const mentions = mentionsOfFile(file);
		const named = mentions.filter((each) => each.role === "refers" && !each.dynamic && judged.has(each.kind));
		if (named.length === 0) return;
		const known = new Map<string, Known>();
		const everywhere = new Set<string>();
		for (const { kind, role, scope, name, span } of mentions) {
			if (role !== "defines") continue;
			const at = `${kind} ${scope}`;
			const here = known.get(at) ?? { names: new Set(), places: [] };
			here.names.add(name);
			here.places.push(span);
			known.set(at, here);
			everywhere.add(`${kind} ${name}`);
		}
		// An agent may get its contexts and their steps from elsewhere.
		const inReach = ({ kind, scope }: Mention) => known.get(`${kind} ${scope}`) ?? (visibleIn[kind] === "step" ? undefined : none);
		const unknown = named.filter((each) => inReach(each)?.names.has(each.name) === false);
		if (unknown.length === 0 || mayHoldMore(file)) return;
		for (const [index, each] of unknown.entries()) {
			const { names, places } = inReach(each) ?? none;
			yield { ...told(file, each, index < mostMeant ? names : none.names, everywhere.has(`${each.kind} ${each.name}`)), dependsOn: places };
		}
	},
};

/** The names of a kind that one scope has, and where they stand. */
interface Known {
	readonly names: Set<string>;
	readonly places: Span[];
}

const none: Known = { names: new Set(), places: [] };

/** For so many at most a name that may be meant is looked for: each look goes through all names. */
const mostMeant = 50;

/** Kinds of which all names stand in the file. Functions may come from elsewhere, variables are set by many hands. */
const judged: ReadonlySet<NameKind> = new Set(["section", "label", "context", "context-step"]);

function told(file: Document, mention: Mention, names: ReadonlySet<string>, isElsewhere: boolean): Finding {
	const { kind, name, span } = mention;
	const what = `unknown ${kindOf(mention)} ${quote(name)}`;
	const meant = nearest(name, names);
	if (meant) return { span, message: `${what}; did you mean ${quote(meant)}?`, fixes: mention.inText ? [] : [written(file, mention, meant)] };
	if (isElsewhere && visibleIn[kind] === "section") return { span, message: `${what}; it is in another section, and a jump cannot leave its section` };
	return { span, message: `${what}; there is none in this ${visibleIn[kind]}` };
}

function written(file: Document, { node, span }: Mention, name: string): Fix {
	const { document, place } = partAt(file, span.start);
	const fix = replaceBy(document, node, name);
	return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: led(edit.span, place) })) };
}

/** Whether names may stand in what cannot be read, or is merged in from another place. */
function mayHoldMore(file: Document): boolean {
	const { frame, steps } = file.parts();
	return (
		faultsOf(file).length > 0 ||
		[frame, ...steps].some(({ document }) => document.text.includes("*") && aliasesIn(document.tree().root, document.text).length > 0)
	);
}

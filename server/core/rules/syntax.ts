import { faultsOf } from "../document.ts";
import type { Mend, SyntaxFault } from "../syntax/node.ts";
import { fix } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";

export const syntax: Rule = {
	id: "syntax",
	level: "error",
	says: "The document can be read as YAML or JSON.",
	why: "SignalWire cannot read the document and the call or message fails before its first step. Faults that have nothing to do with each other are named together; what cannot be told apart from the first is not. The rest of the document is still checked as far as it can be read.",
	prevents: "relay_script_parse_error",
	bad: [
		`
sections:
  main:
    - play:
        url: say: Hello there
#            ~~~~~~~~~~~~~~~~ a text that contains \`: \` needs quotes
`,
	],
	good: [
		`
sections:
  main:
    - play:
        url: "say: Hello there"
`,
	],
	*across(file) {
		const faults = faultsOf(file);
		const alike = new Map<string, Mend[]>();
		for (const { mend } of faults) {
			const known = mend && alike.get(mend.title);
			if (known) known.push(mend);
			else if (mend) alike.set(mend.title, [mend]);
		}
		for (const fault of faults) yield { span: fault.span, message: fault.message, fixes: fixesFor(fault, alike) };
	},
};

/** To mend one place, and where the same is wrong in several, all of them. */
function fixesFor({ mend }: SyntaxFault, alike: ReadonlyMap<string, readonly Mend[]>): readonly Fix[] {
	if (!mend) return [];
	const all = alike.get(mend.title) ?? [];
	const one = fix(mend.title, mend.edits, mend.safe);
	if (all.length < 2) return [one];
	return [
		one,
		fix(
			`${mend.title} (in all ${all.length} places)`,
			all.flatMap((each) => each.edits),
		),
	];
}

import type { TextEdit } from "../syntax/edit.ts";
import type { SyntaxFault } from "../syntax/node.ts";
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
	*check(document) {
		const { faults } = document.tree();
		const alike = new Map<string, Alike>();
		for (const { mend } of faults) {
			if (!mend) continue;
			const known = alike.get(mend.title) ?? { count: 0, edits: [] };
			known.count++;
			for (const edit of mend.edits) known.edits.push(edit);
			alike.set(mend.title, known);
		}
		for (const fault of faults) yield { span: fault.span, message: fault.message, fixes: fixesFor(fault, alike) };
	},
};

/** All that is mended in the same way. */
interface Alike {
	count: number;
	readonly edits: TextEdit[];
}

/** To mend one place, and where the same is wrong in several, all of them. */
function fixesFor({ mend }: SyntaxFault, alike: ReadonlyMap<string, Alike>): readonly Fix[] {
	if (!mend) return [];
	const all = alike.get(mend.title);
	const one = fix(mend.title, mend.edits, mend.safe);
	return all && all.count > 1 ? [one, fix(`${mend.title} (in all ${all.count} places)`, all.edits)] : [one];
}

import { faultsOf } from "../document.ts";
import type { Mend, SyntaxFault } from "../syntax/node.ts";
import { fix } from "./find.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const syntax: Rule = {
	id: "syntax",
	level: "error",
	says: "Reports text that is not valid YAML or JSON.",
	why: "SignalWire cannot read the document, and the call or message fails before its first step. Independent errors are reported together; those that may follow from the first are not. The rest of the document is still checked as far as it can be read.",
	prevents: "relay_script_parse_error",
	bad: [
		`
sections:
  main:
    - play:
        url: say: Hello there
#            ~~~~~~~~~~~~~~~~ a value that contains \`: \` needs quotes
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
		const faults = faultsOf(file).filter(({ hidden }) => !hidden);
		const alike = new Map<string, Mend[]>();
		for (const { mend } of faults) {
			if (!mend) continue;
			const known = alike.get(mend.title);
			if (known) known.push(mend);
			else alike.set(mend.title, [mend]);
		}
		const together = new Map([...alike].map(([title, mends]) => [title, togetherOf(title, mends)] as const));
		for (const fault of faults) {
			const { span, message, level } = fault;
			yield { span, message, fixes: fixesFor(fault, together), ...(level ? { level } : {}), ...absent(fault) };
		}
	},
};

/** What is never closed lacks its end further on. */
function absent({ span, mend }: SyntaxFault): Pick<Finding, "absentFrom"> {
	const [edit, ...more] = mend?.edits ?? [];
	const isFurtherOn = edit && more.length === 0 && edit.span.start === edit.span.end && edit.span.start >= span.end;
	return isFurtherOn ? { absentFrom: { start: span.start, end: edit.span.start } } : {};
}

/** Where the same is wrong in several places, the fix for all of them: one, however many faults offer it. */
function togetherOf(title: string, mends: readonly Mend[]): Fix | undefined {
	if (mends.length < 2) return undefined;
	return fix(
		`${title} (in all ${mends.length} places)`,
		mends.flatMap((each) => each.edits),
	);
}

/** To mend one place, and all that are alike. */
function fixesFor({ mend }: SyntaxFault, together: ReadonlyMap<string, Fix | undefined>): readonly Fix[] {
	if (!mend) return [];
	const one: Fix = { ...fix(mend.title, mend.edits, mend.safe), ...(mend.offer ? { choice: true as const } : {}) };
	const all = together.get(mend.title);
	return all ? [one, all] : [one];
}

import { nearest } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import { steps } from "../language/build.ts";
import { documentType } from "../language/document.ts";
import type { Flavour } from "../language/type.ts";
import { isDocument, misfitOf } from "../model/bind.ts";
import { removeEntry, renameKey, replaceByEntries } from "../syntax/edit.ts";
import { dataOf, type Entry, keyText } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { fix, isWritten, mismatches } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Rule } from "./rule.ts";

export const unknownRootKey: Rule = {
	id: "unknown-root-key",
	level: "error",
	says: "At its outermost a document has `version` and `sections`, and nothing else.",
	why: "SignalWire refuses a document with any other key at its root.",
	prevents: "relay_script_element_undefined",
	bad: [
		`
version: 1.0.0
name: my ivr
#~~~ a SWML document has no \`name\`; it has \`version\` and \`sections\`
sections:
  main:
    - hangup: {}
`,
		`
version: 1.0.0
section:
#~~~~~~ a SWML document has no \`section\`; did you mean \`sections\`?
  main:
    - hangup: {}
`,
	],
	good: [
		`
version: 1.0.0
sections:
  main:
    - hangup: {}
`,
	],
	*check(document) {
		const { flavour } = document.binding();
		for (const { bound, entry } of mismatches(document, "unknown-key")) {
			if (!isDocument(bound) || bound.node.kind !== "map") continue;
			const { node } = bound;
			const key = keyText(entry.key);
			const { span } = entry.key;
			const names = documentType.params.map((param) => param.name).filter((name) => !isWritten(node, name));
			const wrapped = holdsDocument(entry, names);
			if (wrapped) {
				const edit = replaceByEntries(document, entry, wrapped);
				yield { span, message: `a SWML document stands by itself, not inside ${quote(key)}`, fixes: edit ? [fix(`Take it out of ${quote(key)}`, [edit])] : [] };
				continue;
			}
			const elsewhere = documentType.misplaced?.find((each) => each.key === key)?.to ?? (holdsSteps(entry, flavour) ? `sections.${key}` : undefined);
			if (elsewhere) {
				const move = moveEntry(document, bound, entry, elsewhere);
				yield { span, message: `${quote(key)} belongs in ${quote(elsewhere)}`, fixes: move ? [fix(`Move it to ${quote(elsewhere)}`, move)] : [] };
				continue;
			}
			const meant = nearest(key, names);
			const message = `a SWML document has no ${quote(key)}; ${meant ? `did you mean \`${meant}\`?` : "it has `version` and `sections`"}`;
			const rename = meant ? [fix(`Rename to \`${meant}\``, [renameKey(document, entry.key, meant)])] : [];
			yield { span, message, fixes: [...rename, fix(`Remove ${quote(key)}`, [removeEntry(document, node, entry)])] };
		}
	},
};

/** The entries of a whole document inside one of its keys, where all of them would fit beside it. */
function holdsDocument({ value }: Entry, free: readonly string[]): readonly (readonly [string, Printable])[] | undefined {
	if (value.kind !== "map" || value.entries.length === 0) return undefined;
	const entries = value.entries.map((each) => [keyText(each.key), dataOf(each.value) as Printable] as const);
	return entries.every(([name]) => free.includes(name)) && entries.some(([name]) => documentType.params.some((param) => param.required && param.name === name))
		? entries
		: undefined;
}

/** Whether an entry is a section that stands too far out. */
function holdsSteps({ key, value }: Entry, flavour: Flavour): boolean {
	return value.kind === "list" && value.items.length > 0 && !keyText(key).includes(".") && misfitOf(value, steps(), flavour).all === 0;
}

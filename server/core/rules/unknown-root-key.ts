import { nearest } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { steps } from "../language/build.ts";
import { documentType } from "../language/document.ts";
import { fragmentWith } from "../language/fragments.ts";
import { formOf, methodNamed } from "../language/lookup.ts";
import type { Flavour } from "../language/type.ts";
import { isDocument, misfitOf } from "../model/bind.ts";
import { renameKey, replaceEntries, replaceNode } from "../syntax/edit.ts";
import { type Entry, keyText, type MapNode, type Node } from "../syntax/node.ts";
import { type Field, fieldOf } from "../syntax/print.ts";
import { Written } from "../syntax/written.ts";
import { fix, isWritten, mismatches, remove } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Rule } from "./rule.ts";

export const unknownRootKey: Rule = {
	id: "unknown-root-key",
	level: "error",
	says: "Reports keys other than `version` and `sections` at the root of a document.",
	why: "SignalWire rejects a document with any other key at its root.",
	prevents: "relay_script_element_undefined",
	bad: [
		`
version: 1.0.0
name: my ivr
#~~~ unknown key \`name\`; a SWML document has only \`version\` and \`sections\`
sections:
  main:
    - hangup: {}
`,
		`
version: 1.0.0
section:
#~~~~~~ unknown key \`section\`; did you mean \`sections\`?
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
		/** What a root is taken for, told once for all of its keys. */
		const roots = new Map<MapNode, { readonly part: ReturnType<typeof partIn>; readonly step: boolean }>();
		for (const { bound, entry } of mismatches(document, "unknown-key")) {
			if (!isDocument(bound) || bound.node.kind !== "map") continue;
			const { node } = bound;
			const key = keyText(entry.key);
			const { span } = entry.key;
			const names = documentType.params.map((param) => param.name).filter((name) => !isWritten(node, name));
			const { part, step } = roots.get(node) ?? { part: partIn(node), step: isStep(node, flavour) };
			roots.set(node, { part, step });
			if (part) {
				if (entry === node.entries[0]) yield { span, message: `this is ${part.is}, not a SWML document; it ${part.place}` };
				continue;
			}
			if (step) {
				const edit = replaceNode(document, node, { sections: { main: [new Written(document.text, node)] } });
				const message = `${quote(key)} is a step; steps belong in \`sections\`, under \`main\``;
				yield { span, message, fixes: edit ? [fix("Wrap in `sections.main`", [edit])] : [] };
				continue;
			}
			const wrapped = holdsDocument(document, entry, names);
			if (wrapped) {
				const edit = replaceEntries(document, [entry], wrapped);
				yield { span, message: `a SWML document cannot be inside ${quote(key)}`, fixes: edit ? [fix(`Take it out of ${quote(key)}`, [edit])] : [] };
				continue;
			}
			const elsewhere = documentType.misplaced?.find((each) => each.key === key)?.to ?? (holdsSteps(entry, flavour) ? `sections.${key}` : undefined);
			if (elsewhere) {
				const move = moveEntry(document, bound, entry, elsewhere);
				yield { span, message: `${quote(key)} belongs in ${quote(elsewhere)}`, fixes: move ? [fix(`Move it to ${quote(elsewhere)}`, move)] : [] };
				continue;
			}
			const meant = documentType.params.find((param) => param.name === nearest(key, names) && misfitOf(entry.value, param.type, flavour).own === 0)?.name;
			const message = `unknown key ${quote(key)}; ${meant ? `did you mean \`${meant}\`?` : "a SWML document has only `version` and `sections`"}`;
			const rename = meant ? [fix(`Rename to \`${meant}\``, [renameKey(document, entry.key, meant)])] : [];
			yield { span, message, fixes: [...rename, remove(document, node, entry)] };
		}
	},
};

/** Whether a file holds just a part of a document. */
export function isPart(node: Node, flavour: Flavour): boolean {
	return isStep(node, flavour) || (node.kind === "map" && partIn(node) !== undefined);
}

/** The part of a document that a map is by its keys. */
function partIn(node: MapNode) {
	return fragmentWith(node.entries.map(({ key }) => keyText(key)));
}

/** Whether a file holds just one step. */
function isStep(node: Node, flavour: Flavour): boolean {
	const [only] = node.kind === "map" && node.entries.length === 1 ? node.entries : [];
	const method = only && methodNamed(keyText(only.key));
	return method !== undefined && formOf(method, flavour) !== undefined;
}

/** The entries of a whole document inside one of its keys, where all of them would fit beside it. */
function holdsDocument({ text }: Document, { value }: Entry, free: readonly string[]): readonly Field[] | undefined {
	if (value.kind !== "map" || value.entries.length === 0) return undefined;
	const names = value.entries.map((each) => keyText(each.key));
	const fits = names.every((name) => free.includes(name)) && documentType.params.some((param) => param.required && names.includes(param.name));
	return fits ? value.entries.map((each) => fieldOf(text, each)) : undefined;
}

/** Whether an entry is a section that stands too far out. */
function holdsSteps({ key, value }: Entry, flavour: Flavour): boolean {
	return value.kind === "list" && value.items.length > 0 && !keyText(key).includes(".") && misfitOf(value, steps(), flavour).all === 0;
}

import { nearest } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { documentType } from "../language/document.ts";
import { smallestSteps } from "../language/shapes.ts";
import { isDocument } from "../model/bind.ts";
import { insertEntry, renameKey } from "../syntax/edit.ts";
import { type Entry, keyText, type Node } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { fix, headOf, isWritten, mismatches } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";
import { isPart } from "./unknown-root-key.ts";

export const missingSection: Rule = {
	id: "missing-section",
	level: "error",
	says: "Reports documents without `sections`, or without a section `main`.",
	why: "Every call and message starts in `sections.main`. Without it there is nothing to run.",
	prevents: "relay_script_main_section_missing",
	bad: [
		`
version: 1.0.0
sections:
#~~~~~~~ missing section \`main\`; every call starts there
  start:
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
		// At the wrong place it is one mistake, and the rule about root keys names it.
		if (mismatches(document, "unknown-key").some(({ bound, entry }) => isDocument(bound) && isMisplaced(entry))) return;
		for (const { bound, params } of mismatches(document, "missing-key")) {
			if (!isDocument(bound) && !isDocument(bound.parent)) continue;
			const name = params[0]?.name ?? "";
			// In the same key once more it is one mistake too.
			const twins = bound.parent?.node.kind === "map" ? bound.parent.node.entries.filter((each) => each.key.value === bound.entry?.key.value) : [];
			if (twins.some(({ value }) => value !== bound.node && value.kind === "map" && isWritten(value, name))) continue;
			// A lone step, or another part of a document, is one mistake, and the same rule names it.
			if (isDocument(bound) && isPart(bound.node, flavour)) continue;
			// Written under a wrong name it is one mistake, and the rule about root keys names it.
			if (bound.node.kind === "map" && isDocument(bound) && bound.node.entries.some((entry) => nearest(keyText(entry.key), [name]))) continue;
			// Inside another key it is one mistake too.
			if (bound.node.kind === "map" && isDocument(bound) && bound.node.entries.some(({ value }) => value.kind === "map" && isWritten(value, name))) continue;
			const facts = { span: headOf(bound), absentFrom: bound.node.span };
			if (isDocument(bound)) {
				const message = `the document has no \`${name}\`; put its steps in \`sections\`, under \`main\``;
				yield { ...facts, message, fixes: addition(document, bound.node, name, { main: smallestSteps[flavour] }) };
			} else if (isDocument(bound.parent)) {
				const message = `missing section \`${name}\`; every call starts there`;
				const sections = bound.node.kind === "map" ? bound.node.entries : [];
				const meant = sections.find((entry) => nearest(keyText(entry.key), [name])) ?? (sections.length === 1 ? sections[0] : undefined);
				const rename = meant ? [fix(`Rename ${quote(keyText(meant.key))} to \`${name}\``, [renameKey(document, meant.key, name)])] : [];
				yield { ...facts, message, fixes: [...rename, ...addition(document, bound.node, name, smallestSteps[flavour])] };
			}
		}
	},
};

function isMisplaced({ key }: Entry): boolean {
	return documentType.misplaced?.some((each) => each.key === key.value) === true;
}

function addition(document: Document, node: Node, name: string, value: Printable): readonly Fix[] {
	if (node.kind !== "map" || node.entries.length === 0) return [];
	return [fix(`Add \`${name}\``, [insertEntry(document, node, { name, value }, name === "main" ? "first" : "last")])];
}

import { nearest } from "../base/nearest.ts";
import { documentType } from "../language/document.ts";
import { isDocument } from "../model/bind.ts";
import { removeEntry, renameKey } from "../syntax/edit.ts";
import { keyText } from "../syntax/node.ts";
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
		for (const { bound, entry } of mismatches(document, "unknown-key")) {
			if (!isDocument(bound) || bound.node.kind !== "map") continue;
			const { node } = bound;
			const key = keyText(entry.key);
			const names = documentType.params.map((param) => param.name).filter((name) => !isWritten(node, name));
			const elsewhere = documentType.misplaced?.find((each) => each.key === key);
			if (elsewhere) {
				const move = moveEntry(document, bound, entry, elsewhere.to);
				yield { span: entry.key.span, message: `\`${key}\` belongs in \`${elsewhere.to}\``, fixes: move ? [fix(`Move it to \`${elsewhere.to}\``, move)] : [] };
				continue;
			}
			const meant = nearest(key, names);
			const message = `a SWML document has no \`${key}\`; ${meant ? `did you mean \`${meant}\`?` : "it has `version` and `sections`"}`;
			const rename = meant ? [fix(`Rename to \`${meant}\``, [renameKey(document, entry.key, meant)])] : [];
			yield { span: entry.key.span, message, fixes: [...rename, fix(`Remove \`${key}\``, [removeEntry(document, node, entry)])] };
		}
	},
};

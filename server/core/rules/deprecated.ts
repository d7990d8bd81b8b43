import { sameLetters } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { Concrete } from "../model/alternatives.ts";
import { renameKey } from "../syntax/edit.ts";
import type { Node } from "../syntax/node.ts";
import { fix, isWritten, replaceBy } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";

export const deprecated: Rule = {
	id: "deprecated",
	level: "hint",
	says: "Parameters that have been replaced are written in their new form.",
	why: "The old form still works today. New documents should not start with it.",
	bad: [
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    SWAIG:
      functions:
        - function: hours
          purpose: Looks up the opening hours.
#         ~~~~~~~ *
          web_hook_url: https://example.com/hours
`,
	],
	good: [
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    SWAIG:
      functions:
        - function: hours
          description: Looks up the opening hours.
          web_hook_url: https://example.com/hours
`,
	],
	*check(document) {
		for (const { entry, node, param, parent, types } of document.bounds()) {
			const old =
				node.kind === "scalar"
					? types.flatMap((type) => (type.kind === "text" ? (type.values ?? []) : [])).find((value) => value.deprecated && value.value === node.value)
					: undefined;
			if (old)
				yield {
					span: node.span,
					message: `\`${old.value}\` is deprecated${old.summary ? `; ${plain(old.summary)}` : ""}`,
					tag: "deprecated",
					fixes: current(document, node, types, String(old.value)),
				};
			if (!entry || !param?.deprecated || parent?.node.kind !== "map") continue;
			const { replacedBy } = param;
			const rename =
				replacedBy && !isWritten(parent.node, replacedBy) ? [fix(`Rename to \`${replacedBy}\``, [renameKey(document, entry.key, replacedBy)], true)] : [];
			yield { span: entry.key.span, message: `\`${param.name}\` is deprecated; ${plain(param.deprecated)}`, tag: "deprecated", fixes: rename };
		}
	},
};

/** The current spelling of a value that is written in another case. */
function current(document: Document, node: Node, types: readonly Concrete[], old: string): readonly Fix[] {
	const values = types.flatMap((type) => (type.kind === "text" ? (type.values ?? []) : []));
	const now = values.find((value) => !value.deprecated && sameLetters(String(value.value), old));
	return now && node.kind === "scalar" ? [replaceBy(document, node, now.value, true)] : [];
}

/** A sentence as the second half of another. */
function plain(sentence: string): string {
	return sentence.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

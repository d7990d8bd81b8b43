import { renameKey } from "../syntax/edit.ts";
import { fix, isWritten } from "./find.ts";
import type { Rule } from "./rule.ts";

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
			if (old) yield { span: node.span, message: `\`${old.value}\` is deprecated${old.summary ? `; ${plain(old.summary)}` : ""}`, tag: "deprecated" };
			if (!entry || !param?.deprecated || parent?.node.kind !== "map") continue;
			const { replacedBy } = param;
			const rename =
				replacedBy && !isWritten(parent.node, replacedBy) ? [fix(`Rename to \`${replacedBy}\``, [renameKey(document, entry.key, replacedBy)], true)] : [];
			yield { span: entry.key.span, message: `\`${param.name}\` is deprecated; ${plain(param.deprecated)}`, tag: "deprecated", fixes: rename };
		}
	},
};

/** A sentence as the second half of another. */
function plain(sentence: string): string {
	return sentence.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

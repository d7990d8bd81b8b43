import { sameLetters } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { Concrete } from "../model/alternatives.ts";
import { isGoodAs } from "../model/bind.ts";
import { paramOf } from "../model/expected.ts";
import { renameKey } from "../syntax/edit.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { fix, isWritten, mismatches, replaceBy } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Fix, Rule } from "./rule.ts";

export const deprecated: Rule = {
	id: "deprecated",
	level: "hint",
	says: "Reports methods, parameters and values that have been replaced.",
	why: "The old form still works today. New documents should use its replacement.",
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
		`
- if:
# ~~ \`if\` is deprecated; use \`cond\` instead
    condition: vars.open == true
    then:
      - hangup: {}
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
		for (const { bound, node, value } of mismatches(document, "deprecated-value")) {
			const message = `\`${value.value}\` is deprecated${value.summary ? `; ${plain(value.summary)}` : ""}`;
			yield { span: node.span, message, tag: "deprecated", fixes: current(document, node, bound.types, String(value.value)) };
		}
		for (const { step } of document.binding().steps) {
			const { replacedBy } = step?.form ?? {};
			if (step && replacedBy) yield { span: step.key.span, message: `\`${step.name}\` is deprecated; use \`${replacedBy}\` instead`, tag: "deprecated" };
		}
		for (const { bound, entry, param } of mismatches(document, "deprecated-key")) {
			const { replacedBy, movedTo } = param;
			const map = bound.parent?.node;
			const type = bound.parent?.types[0];
			const now = type?.kind === "map" && replacedBy !== undefined ? paramOf(type, replacedBy) : undefined;
			const free = map?.kind === "map" && now && !isWritten(map, now.name) && isGoodAs(bound.node, now.type, document.binding().flavour);
			const rename = free ? [fix(`Rename to \`${now.name}\``, [renameKey(document, entry.key, now.name)], param.tier !== "engine")] : [];
			const move = movedTo && bound.parent ? moveEntry(document, bound.parent, entry, movedTo) : undefined;
			const message = `\`${param.name}\` is deprecated${param.deprecated ? `; ${plain(param.deprecated)}` : ""}`;
			yield { span: entry.key.span, message, tag: "deprecated", fixes: move ? [fix(`Move it to \`${movedTo}\``, move)] : rename };
		}
	},
};

/** The current spelling of a value that is written in another case. */
function current(document: Document, node: ScalarNode, types: readonly Concrete[], old: string): readonly Fix[] {
	const values = types.flatMap((type) => (type.kind === "text" ? (type.values ?? []) : []));
	const now = values.find((value) => !value.deprecated && sameLetters(String(value.value), old));
	return now ? [replaceBy(document, node, now.value, true)] : [];
}

/** A sentence as the second half of another. */
function plain(sentence: string): string {
	return sentence.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

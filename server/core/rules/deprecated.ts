import { sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import type { Param } from "../language/type.ts";
import type { Concrete } from "../model/alternatives.ts";
import { type Bound, isGoodAs } from "../model/bind.ts";
import { repeatsDefault } from "../model/effect.ts";
import { paramOf } from "../model/expected.ts";
import { removeEntry, renameKey, replaceScalar } from "../syntax/edit.ts";
import { entryOf, type MapNode, type ScalarNode } from "../syntax/node.ts";
import { fix, isWritten, mismatches, overruledIn, removeSurplus, replaceBy } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Fix, Rule } from "./rule.ts";
import { joinedWith } from "./value-format.ts";

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
		const overruled = overruledIn(document);
		const wrong = new Set(mismatches(document, "wrong-kind").map(({ bound }) => bound));
		for (const { bound, entry, param } of mismatches(document, "deprecated-key")) {
			// One cause, one problem: it goes, or is put right, before it is renamed.
			if (overruled.has(entry) || wrong.has(bound)) continue;
			const { replacedBy, movedTo } = param;
			const map = bound.parent?.node;
			const type = bound.parent?.types[0];
			const now = type?.kind === "map" && replacedBy !== undefined ? paramOf(type, replacedBy) : undefined;
			const free = map?.kind === "map" && now && !isWritten(map, now.name) && isGoodAs(bound.node, now.type, document.binding().flavour);
			const rename = free ? [fix(`Rename to \`${now.name}\``, [renameKey(document, entry.key, now.name)], param.tier !== "engine")] : [];
			const move = movedTo && bound.parent ? moveEntry(document, bound.parent, entry, movedTo) : undefined;
			const message = `\`${param.name}\` is deprecated${param.deprecated ? `; ${plain(param.deprecated)}` : ""}`;
			const surplus = map?.kind === "map" && (repeatsDefault(param, bound.node, map) || isNamedIn(map, bound, param));
			const fixes = surplus ? [removeSurplus(document, map, entry)] : move ? [fix(`Move it to \`${movedTo}\``, move)] : (joining(document, bound) ?? rename);
			yield { span: entry.key.span, message, tag: "deprecated", fixes };
		}
	},
};

/** Whether the text that a param begins today begins with its value already: `engine: openai` beside `voice: openai.nova`. */
function isNamedIn(map: MapNode, { node }: Bound, { joins }: Param): boolean {
	const whole = joins === undefined ? undefined : entryOf(map, joins)?.value;
	if (node.kind !== "scalar" || typeof node.value !== "string" || whole?.kind !== "scalar" || typeof whole.value !== "string") return false;
	return whole.value.toLowerCase().startsWith(`${node.value.trim().toLowerCase()}.`);
}

/** Writes the value of a param before the text of the sibling that it begins today. */
function joining(document: Document, bound: Bound): readonly Fix[] | undefined {
	const { parent, param, entry } = bound;
	const whole = parent?.below.find((each) => each.param?.name === param?.joins);
	const text = whole && joinedWith(whole);
	if (parent?.node.kind !== "map" || !entry || text === undefined || whole?.node.kind !== "scalar") return undefined;
	return [fix(`Write ${quote(text)}`, [replaceScalar(document, whole.node, text), removeEntry(document, parent.node, entry)])];
}

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

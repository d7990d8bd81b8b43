import { methodNamed } from "../language/lookup.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { calledIn } from "../model/describe.ts";
import { replaceValue } from "../syntax/edit.ts";
import { keyText, type Node, type ScalarNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { wrapInList } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { wrappedSteps } from "./displaced.ts";
import { fix, mismatches, spanOf } from "./find.ts";
import type { Rule } from "./rule.ts";

export const sectionNotList: Rule = {
	id: "section-not-list",
	level: "error",
	says: "Reports sections, and other places for steps, that are not lists.",
	why: "Steps run one after the other, so they are written as a list, even when there is only one. A section that is not a list is rejected.",
	prevents: "swml_invalid_section_format",
	bad: [
		`
sections:
  main:
# ~~~~ \`main\` must be a list of steps; put \`- \` before each step
    answer: {}
`,
	],
	good: [
		`
sections:
  main:
    - answer: {}
`,
	],
	*check(document) {
		for (const { bound } of mismatches(document, "not-steps")) {
			const { node } = bound;
			const dashes = dashesWithoutSpace(bound);
			if (dashes.length > 0) {
				const edits = dashes.map(({ span: { start } }) => ({ span: { start: start + 1, end: start + 1 }, text: " " }));
				yield { span: dashes[0]?.span ?? node.span, message: "`-` needs a space after it, or it is part of a name", fixes: [fix("Insert a space", edits)] };
				continue;
			}
			const how = document.format === "json" ? "wrap it in `[` and `]`" : "put `- ` before each step";
			const message = `${calledIn(bound)} must be a list of steps; ${how}`;
			const span =
				isDocument(bound.parent?.parent) && bound.entry ? bound.entry.key.span : node.kind === "scalar" ? spanOf(bound) : (bound.entry?.key.span ?? node.span);
			const inside = wrappedSteps(bound, document.binding().flavour);
			if (inside && bound.entry) {
				const edit = replaceValue(document, bound.entry, new Written(document.text, inside.value, inside));
				const says = `${calledIn(bound)} holds its steps directly; take them out of \`${keyText(inside.key)}\``;
				yield { span, message: says, fixes: edit ? [fix(`Take them out of \`${keyText(inside.key)}\``, [edit])] : [] };
				continue;
			}
			const edits = node.kind === "alias" || (node.kind === "scalar" && !methodNamed(String(node.value))) ? [] : wrapInList(document, node);
			const step = bound.entry && stepMeant(node);
			const written = step && bound.entry && replaceValue(document, bound.entry, [step]);
			yield { span, message, fixes: written ? [fix("Change to a step", [written])] : edits.length > 0 ? [fix("Wrap in a list", edits)] : [] };
		}
	},
};

/** The keys that are methods behind a dash: of what should be a list, or the key of what should be a section. */
function dashesWithoutSpace({ node, entry }: Bound): readonly ScalarNode[] {
	const isDashed = (key: ScalarNode) => key.style === "plain" && methodNamed(/^-(\w+)$/.exec(keyText(key))?.[1] ?? "") !== undefined;
	if (entry && isDashed(entry.key)) return [entry.key];
	const keys = node.kind === "map" && node.style === "block" ? node.entries.map(({ key }) => key) : [];
	return keys.every(isDashed) ? keys : [];
}

/** A step in words: `goto sales`. */
function stepMeant(node: Node): Printable | undefined {
	if (node.kind !== "scalar" || typeof node.value !== "string") return undefined;
	const [, name = "", rest = ""] = /^(\w+):?\s+(\S.*)$/.exec(node.value) ?? [];
	return methodNamed(name) ? { [name]: rest } : undefined;
}

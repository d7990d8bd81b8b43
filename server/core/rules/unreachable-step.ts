import { led } from "../base/span.ts";
import type { Document, Part } from "../document.ts";
import type { Bound } from "../model/bind.ts";
import type { Finding, Rule } from "./rule.ts";

export const unreachableStep: Rule = {
	id: "unreachable-step",
	level: "warning",
	says: "Reports steps that never run because an earlier step in the list never continues.",
	why: "A step such as `transfer`, `hangup` or `return` ends its list: the steps after it never run, unless a `goto` jumps to a label among them.",
	bad: [
		`
- hangup: {}
- play:
# ~~~~ unreachable: nothing runs after \`hangup\`; remove this step, or move it up
    url: say:Goodbye
`,
	],
	good: [
		`
- play:
    url: say:Goodbye
- hangup: {}
`,
	],
	*check(document) {
		for (const { below } of document.binding().stepLists) {
			const found = unreachable(below);
			if (found) yield found.finding;
		}
	},
	*across(file) {
		const { steps, cut } = file.parts();
		for (let first = 0; first < steps.length; ) {
			const list = cut[first]?.list;
			let next = first + 1;
			while (next < steps.length && cut[next]?.list === list) next++;
			yield* steps.slice(first, next).some(leaves) ? acrossParts(steps.slice(first, next)) : [];
			first = next;
		}
	},
};

const leaving = new WeakMap<Document, boolean>();

/** Whether one of the steps of a part leaves for good. */
function leaves({ document }: Part): boolean {
	let found = leaving.get(document);
	if (found === undefined) {
		found = itemsOf(document).some(({ step }) => step?.form?.flow === "terminal");
		leaving.set(document, found);
	}
	return found;
}

function itemsOf(document: Document): readonly Bound[] {
	return document.binding().root?.below ?? [];
}

/** The step that is never reached in a list whose steps are parts; within one part it is found there. */
function acrossParts(parts: readonly Part[]): readonly Finding[] {
	const all = parts.flatMap((part) => itemsOf(part.document).map((bound) => ({ part, bound })));
	const found = unreachable(all.map(({ bound }) => bound));
	const at = found && all[found.index];
	if (!found || !at || unreachable(itemsOf(at.part.document))) return [];
	return [{ ...found.finding, span: led(found.finding.span, at.part.place) }];
}

/** The first step of a list that is never reached: which one it is, and what to say of it. */
function unreachable(steps: readonly Bound[]): { readonly index: number; readonly finding: Finding } | undefined {
	let leaver: string | undefined;
	for (const [index, { step, node }] of steps.entries()) {
		if (step?.form?.flow === "label") leaver = undefined;
		if (leaver !== undefined) {
			const message = `unreachable: nothing runs after \`${leaver}\`; remove this step, or move it up`;
			return { index, finding: { span: step?.key.span ?? node.span, message, tag: "unnecessary", ofAll: true } };
		}
		if (step?.form?.flow === "terminal") leaver = step.name;
	}
	return undefined;
}

/** What can be done about the code at the cursor: the fixes that problems carry, and rewritings that are always open. */
import { meets, type Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import type { Problem } from "../rules/rule.ts";
import { shortensTo } from "../rules/simplified-form.ts";
import { applyEdits, insertLineAbove, lineStart, losesAnchor, replaceValue, type TextEdit } from "../syntax/edit.ts";
import { parse } from "../syntax/parse.ts";
import { Written } from "../syntax/written.ts";

/** An action in our terms; the protocol's kinds, with offsets. */
export interface Action {
	readonly title: string;
	readonly kind: "quickfix" | "refactor.rewrite" | "source.fixAll.swml";
	readonly edits: readonly TextEdit[];
	readonly problem?: Problem;
	readonly preferred?: true;
}

/** The actions for a stretch of the document. `problems` are the document's, as the settings want them. */
export function actionsAt(document: Document, problems: readonly Problem[], span: Span): readonly Action[] {
	const here = problems.filter((problem) => meets(problem.span, span));
	const fixes = here.flatMap((problem) =>
		problem.fixes.map(
			(fix, index): Action => ({
				title: fix.title,
				kind: "quickfix",
				edits: fix.edits,
				problem,
				...(index === 0 && !fix.choice && !fix.drops ? { preferred: true as const } : {}),
			}),
		),
	);
	const titles = new Set(fixes.map((action) => action.title));
	const rewritings = document
		.bounds()
		.filter((bound) => bound.parent?.step && bound.entry && meets(bound.entry.key.span, span))
		.flatMap((bound) => rewritingsOf(document, bound))
		.filter((action) => !titles.has(action.title));
	const actions = [...fixes, ...(document.format === "yaml" ? here.flatMap((problem) => ignoring(document, problem)) : []), ...rewritings];
	return actions.filter((action) => isSound(document, action.edits));
}

/** Whether the text can still be read after a change. The last guard: whatever a fix did not foresee, it is not offered. */
function isSound(document: Document, edits: readonly TextEdit[]): boolean {
	const before = document.tree();
	const after = parse(applyEdits(document.text, edits), document.format, before);
	return after.faults.length <= before.faults.length && !edits.some((edit) => losesAnchor(document, edit));
}

/** Every safe fix at once, as far as they do not touch the same text; undefined when there is none. */
export function fixAll(problems: readonly Problem[]): Action | undefined {
	const edits: TextEdit[] = [];
	for (const { fixes } of problems) {
		const [first] = fixes;
		if (!first?.safe || first.edits.some((edit) => edits.some((other) => meets(edit.span, other.span)))) continue;
		edits.push(...first.edits);
	}
	return edits.length > 0 ? { title: "Fix all that can be fixed safely", kind: "source.fixAll.swml", edits } : undefined;
}

/** JSON has no comments: there, as inside a text of several lines, a rule is silenced in the settings. */
function ignoring(document: Document, problem: Problem): readonly Action[] {
	const line = lineStart(document.text, problem.span.start);
	const inText = document.bounds().some(({ node }) => node.kind === "scalar" && node.span.start < line && line <= node.span.end);
	if (problem.rule === "syntax" || inText) return [];
	return [
		{
			title: `Ignore \`${problem.rule}\` on this line`,
			kind: "quickfix",
			edits: [insertLineAbove(document, problem.span.start, `# swml-ignore ${problem.rule}`)],
			problem,
		},
	];
}

function rewritingsOf(document: Document, bound: Bound): readonly Action[] {
	const shorthand = bound.parent?.step?.form?.shorthand;
	const { entry, node } = bound;
	if (!shorthand || !entry) return [];
	const short = shortensTo(bound);
	if (short !== undefined) return rewriting("Use the simplified form", replaceValue(document, entry, short));
	if (node.kind !== "scalar" || node.value === null) return [];
	const takesMap = alternatives(bound.parent?.step?.form ? [bound.parent.step.form.type] : []).some((type) => type.kind === "map");
	return takesMap ? rewriting("Expand to the object form", replaceValue(document, entry, { [shorthand.param]: new Written(document.text, node, entry) })) : [];
}

function rewriting(title: string, edit: TextEdit | undefined): readonly Action[] {
	return edit ? [{ title, kind: "refactor.rewrite", edits: [edit] }] : [];
}

/** What can be done about the code at the cursor: the fixes that problems carry, and rewritings that are always open. */
import { linesIn } from "../base/lines.ts";
import { countUpTo } from "../base/search.ts";
import { led, meets, type Span } from "../base/span.ts";
import { around, type Document, faultsOf, openDocument, type Part } from "../document.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import type { Problem } from "../rules/rule.ts";
import { shortensTo } from "../rules/simplified-form.ts";
import { applyEdits, insertLineAbove, losesAnchor, replaceValue, type TextEdit } from "../syntax/edit.ts";
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
export function actionsAt(file: Document, problems: readonly Problem[], span: Span): readonly Action[] {
	const here = problems.filter((problem) => meets(problem.span, span)).slice(0, mostProblems);
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
	const part = around(file, span);
	const there = led(span, part.inner);
	const rewritings = part.document
		.bounds()
		.filter((bound) => bound.parent?.step && bound.entry && meets(bound.entry.key.span, there))
		.flatMap((bound) => rewritingsOf(part.document, bound))
		.map((action) => ({
			...action,
			edits: action.edits.map((edit) => ({ ...edit, span: led(edit.span, part.place) })),
		}))
		.filter((action) => !titles.has(action.title));
	const actions = [...fixes, ...(file.format === "yaml" ? here.flatMap((problem) => ignoring(file, part, problem)) : []), ...rewritings];
	const faults = faultsOf(file).length;
	return actions.slice(0, mostActions).filter((action) => isSound(file, faults, action.edits));
}

/** Nobody looks through longer menus, and for each action the document is read once more. */
const mostProblems = 20;
const mostActions = 20;

/** Whether the text can still be read after a change, with no more than so many faults. The last guard: whatever a fix did not foresee, it is not offered. */
function isSound(file: Document, faults: number, edits: readonly TextEdit[]): boolean {
	const after = openDocument(applyEdits(file.text, edits), file.format, { ...file.parts().memory });
	return faultsOf(after).length <= faults && !edits.some((edit) => losesAnchor(file, edit));
}

/** Every safe fix at once, as far as they do not touch the same text; undefined when there is none. */
export function fixAll(problems: readonly Problem[]): Action | undefined {
	const edits: TextEdit[] = [];
	/** The same, in the order of the text; they stand apart from each other. */
	const inOrder: TextEdit[] = [];
	for (const { fixes } of problems) {
		const [first] = fixes;
		if (!first?.safe || first.edits.some(({ span }) => touchesOne(span, inOrder))) continue;
		for (const edit of first.edits) {
			edits.push(edit);
			inOrder.splice(after(edit.span.start, inOrder), 0, edit);
		}
	}
	return edits.length > 0 ? { title: "Fix all that can be fixed safely", kind: "source.fixAll.swml", edits } : undefined;
}

/** Whether one of the edits, which are in order and apart, shares a character or a border with a span. */
function touchesOne(span: Span, inOrder: readonly TextEdit[]): boolean {
	const last = inOrder[after(span.end, inOrder) - 1];
	return last !== undefined && meets(last.span, span);
}

/** Behind how many of the edits, which are in order, an offset stands. */
function after(offset: number, inOrder: readonly TextEdit[]): number {
	return countUpTo(offset, inOrder.length, (index) => inOrder[index]?.span.start ?? 0);
}

/** JSON has no comments: there, as inside a string of several lines, a rule is silenced in the settings. */
function ignoring(file: Document, { document, inner }: Part, problem: Problem): readonly Action[] {
	const line = linesIn(document).start(inner(problem.span.start));
	const inText = document.bounds().some(({ node }) => node.kind === "scalar" && node.span.start < line && line <= node.span.end);
	if (problem.rule === "syntax" || inText) return [];
	return [
		{
			title: `Ignore \`${problem.rule}\` on this line`,
			kind: "quickfix",
			edits: [insertLineAbove(file, problem.span.start, `# swml-ignore ${problem.rule}`)],
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

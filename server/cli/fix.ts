/** `--fix`: applies what is safe, round after round. Never here: files, or which fix is safe. */
import { type Document, openDocument } from "../core/document.ts";
import { fixAll } from "../core/features/actions.ts";
import { check } from "../core/rules/check.ts";
import { applySettings, type Settings } from "../core/settings.ts";
import { applyEdits } from "../core/syntax/edit.ts";

/** A fix may make room for another; ten rounds are more than any document needs. */
const mostRounds = 10;

/** The document after all safe fixes, and how many there were. */
export function fixSafely(document: Document, settings: Settings): { readonly document: Document; readonly fixed: number } {
	let current = document;
	let fixed = 0;
	for (let round = 0; round < mostRounds; round++) {
		const problems = applySettings(check(current).problems, settings);
		const action = fixAll(problems);
		if (!action) break;
		const next = openDocument(applyEdits(current.text, action.edits), current.format);
		// Whatever went wrong: a file that can be read stays one.
		if (next.text === current.text || next.tree().faults.length > current.tree().faults.length) break;
		const edits = new Set(action.edits);
		fixed += problems.filter(({ fixes: [first] }) => first?.safe && first.edits.every((edit) => edits.has(edit))).length;
		current = next;
	}
	return { document: current, fixed };
}

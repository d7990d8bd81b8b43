/** The examples of rules: whole documents of them, the marks in them, and what their fixes make of them. Never here: a word about a rule. */
import { openDocument } from "../server/core/document.ts";
import { check } from "../server/core/rules/check.ts";
import type { Rule } from "../server/core/rules/rule.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";

/** What a list of steps is put under to be a document. */
const head = "version: 1.0.0\nsections:\n  main:\n";

/** A list of steps becomes a whole document; a document stays what it is. */
export function whole(example: string): string {
	const text = example.replace(/^\n/, "");
	if (!/^\s*- /.test(text.replace(/^(?:\s*#.*\n)*/, ""))) return text;
	const indented = text.replace(/^(#?)(?=.)/gm, (_, hash) => (hash ? "#    " : "    "));
	return head + indented;
}

/** A problem as examples mark it: the marked text and the message. */
interface Marked {
	readonly at: number;
	readonly text: string;
	readonly message: string;
}

/** Takes comment lines `# ~~~ message` out of a YAML example: they mark what is found in the line above. */
export function unmark(example: string): { readonly text: string; readonly marks: readonly Marked[] } {
	const lines: string[] = [];
	const marks: Marked[] = [];
	let length = 0;
	for (const line of whole(example).split("\n")) {
		const mark = /^#(\s*)(~+) (.*)$/.exec(line);
		if (mark) {
			const above = lines.at(-1) ?? "";
			const blanks = mark[1]?.length ?? 0;
			// `#~~~` without a blank marks from the first column on.
			const column = blanks === 0 ? 0 : blanks + 1;
			const size = (mark[2]?.length ?? 0) + (blanks === 0 ? 1 : 0);
			marks.push({ at: length - above.length - 1 + column, text: above.slice(column, column + size), message: mark[3] ?? "" });
		} else {
			lines.push(line);
			length += line.length + 1;
		}
	}
	return { text: lines.join("\n"), marks };
}

/** A wrong example of a rule after its first fix, as the steps or the document that it was; undefined where the rule has none. */
export function afterFix(rule: Rule): { readonly title: string; readonly text: string } | undefined {
	for (const example of rule.bad) {
		const { text } = unmark(example);
		const problem = check(openDocument(text, "yaml")).problems.find((each) => each.rule === rule.id);
		const fix = problem?.fixes[0];
		if (!fix) continue;
		const after = applyEdits(text, fix.edits);
		const isSteps = text.startsWith(head) && !example.replace(/^\n/, "").startsWith(head) && after.startsWith(head);
		return { title: fix.title, text: (isSteps ? after.slice(head.length).replace(/^ {4}/gm, "") : after).trimEnd() };
	}
	return undefined;
}

/** An example with the messages of a rule in place of marks that leave them open: `*`. */
export function spelledOut(rule: Rule, example: string): string {
	const messages = check(openDocument(unmark(example).text, "yaml")).problems.flatMap((each) => (each.rule === rule.id ? [each.message] : []));
	let next = 0;
	return example.replace(/^(#\s*~+ )(.*)$/gm, (_, mark: string, message: string) => {
		const real = messages[next++];
		return mark + (message === "*" && real !== undefined ? real : message);
	});
}

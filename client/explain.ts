/** "Explain Problem": the page of a rule, from the extension itself, so that no network is needed. Never here: a word about a rule. */

import { commands, type Diagnostic, languages, type TextEditor, Uri, window } from "vscode";

/** Shows the page of the problem at the cursor, or else on its line, or else of one that the user picks from the file's. */
export async function explainProblem(extension: Uri): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor) return;
	const near = nearest(editor);
	if (near.length === 0) {
		void window.showInformationMessage("No SWML problems in this file.");
		return;
	}
	const rules = new Map(near.map((problem) => [ruleOf(problem), problem.message]));
	const items = [...rules].map(([label, detail]) => ({ label, detail }));
	const chosen = items.length === 1 ? items[0] : await window.showQuickPick(items, { title: "Explain Problem" });
	if (!chosen) return;
	const page = Uri.joinPath(extension, "docs", "rules", `${chosen.label}.md`);
	// The preview is an extension of VS Code's own, which can be switched off.
	await commands.executeCommand("markdown.showPreview", page).then(undefined, () => window.showTextDocument(page));
}

function nearest({ document, selection }: TextEditor): readonly Diagnostic[] {
	const ours = languages.getDiagnostics(document.uri).filter(({ source, code }) => source === "swml" && code !== undefined);
	const here = ours.filter(({ range }) => range.contains(selection.active));
	const line = ours.filter(({ range }) => range.start.line <= selection.active.line && selection.active.line <= range.end.line);
	return [here, line, ours].find((each) => each.length > 0) ?? [];
}

function ruleOf({ code }: Diagnostic): string {
	return String(typeof code === "object" ? code.value : code);
}

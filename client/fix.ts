/** "Fix All": what is safe to fix in the file in front of the user, at once. What that is says the server. */

import { type CodeAction, commands, Range, type TextEditor, window, workspace } from "vscode";

/** Applies the fixes, or says that there are none. Not VS Code's own source action, which is lost when problems arrive meanwhile. */
export async function fixAll(editor: TextEditor | undefined): Promise<void> {
	if (!editor) return;
	const { document } = editor;
	const all = new Range(0, 0, document.lineCount, 0);
	const actions = await commands.executeCommand<readonly CodeAction[]>("vscode.executeCodeActionProvider", document.uri, all, "source.fixAll.swml");
	const edit = actions.find((action) => action.edit)?.edit;
	if (edit) await workspace.applyEdit(edit);
	else void window.showInformationMessage("Nothing to fix automatically in this file.");
}

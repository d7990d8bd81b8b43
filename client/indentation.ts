/** What files that were open before this extension was known are indented by. Never here: indenting. */

import { type TextEditor, workspace } from "vscode";
import { isSwml } from "./swml.ts";

/** Gives editors the indentation of the settings. VS Code opens the files of a new window before it has heard of our defaults, and guesses then. */
export function settleIndentation(editors: readonly TextEditor[]): void {
	for (const editor of editors) {
		const settings = workspace.getConfiguration("editor", editor.document);
		if (!isSwml(editor.document) || settings.get("detectIndentation", true)) continue;
		editor.options = { insertSpaces: settings.get("insertSpaces", true), tabSize: settings.get("tabSize", 2) };
	}
}

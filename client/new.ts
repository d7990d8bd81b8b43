/** New documents without a name: "New File… → SWML Call Flow", whose choices the server describes, and the example of the walkthrough. */

import { SnippetString, Uri, window, workspace } from "vscode";
import type { ServerLife } from "./server.ts";

/** As the server describes a document to begin with; the texts are snippets. */
interface Beginning {
	readonly name: string;
	readonly summary: string;
	readonly yaml: string;
	readonly json: string;
}

const syntaxes = [
	{ label: "YAML", syntax: "yaml" },
	{ label: "JSON", syntax: "json" },
] as const;

/** Asks what to begin with and opens it; does nothing where the user thinks better of it. */
export async function newCallFlow(server: ServerLife): Promise<void> {
	const beginnings = server
		.ask<readonly Beginning[]>("swml/beginnings")
		.then((all) => all.map((each) => ({ ...each, label: each.name, detail: each.summary })));
	const chosen = await window.showQuickPick(beginnings, { title: "New SWML Call Flow", placeHolder: "Start with…", matchOnDetail: true });
	if (!chosen) return;
	const written = await window.showQuickPick(syntaxes, { title: "New SWML Call Flow", placeHolder: "YAML or JSON?" });
	if (!written) return;
	const document = await workspace.openTextDocument({ language: `swml-${written.syntax}` });
	const editor = await window.showTextDocument(document);
	await editor.insertSnippet(new SnippetString(chosen[written.syntax]));
}

/** Opens a copy of the example that is full of mistakes: a file of the extension itself is not to be edited. */
export async function openExample(extension: Uri): Promise<void> {
	const example = Uri.joinPath(extension, "examples", "conference-mistakes.swml.yaml");
	const content = new TextDecoder().decode(await workspace.fs.readFile(example));
	await window.showTextDocument(await workspace.openTextDocument({ language: "swml-yaml", content }));
}

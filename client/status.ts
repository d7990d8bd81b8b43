/** The language status (`{}` in the status bar): always says why the file in front of the user is or is not SWML, and when the server failed. */

import { type Command, type Disposable, type LanguageStatusItem, LanguageStatusSeverity, window } from "vscode";
import type { ServerLife } from "./server.ts";
import { isSwml, plainLanguages, type Recognised, swmlLanguages } from "./swml.ts";

/** Keeps `item` up to date until disposed. */
export function showStatus(item: LanguageStatusItem, recognised: Recognised, server: ServerLife): Disposable {
	item.name = "SWML";
	item.selector = [...plainLanguages, ...swmlLanguages].map((language) => ({ language }));

	function update(): void {
		const document = window.activeTextEditor?.document;
		if (!document) return;
		const { swml, reason } = recognised.verdict(document);
		const failed = swml && server.state() === "failed";
		item.busy = swml && server.state() === "starting";
		item.severity = failed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
		item.text = failed ? "SWML server stopped" : swml ? "SWML" : "Not SWML";
		item.detail = failed ? "nothing is checked" : reason;
		item.command = failed
			? { command: "swml.restartServer", title: "Restart Server" }
			: isSwml(document)
				? wayBack(recognised.switchedFrom(document))
				: { command: "swml.treatAsSwml", title: "Treat This File as SWML" };
	}

	const listening = [recognised.onDidChange(update), server.onDidChangeState(update), window.onDidChangeActiveTextEditor(update), item];
	update();
	return {
		dispose: () => {
			for (const each of listening) each.dispose();
		},
	};
}

/** Out of SWML, for a file that was taken in without being asked. */
function wayBack(language: string | undefined): Command | undefined {
	if (language === undefined) return undefined;
	return language === "yaml"
		? { command: "swml.treatAsYaml", title: "Treat This File as YAML" }
		: { command: "swml.treatAsJson", title: "Treat This File as JSON" };
}

/** What every door shares: the documents that are SWML, the server they need, the status that explains both, the commands. Never here: node. */

import { commands, type ExtensionContext, languages, window } from "vscode";
import { type CreateClient, serverLife } from "./server.ts";
import { showStatus } from "./status.ts";
import { isSwml, recognise, treatAsSwml } from "./swml.ts";

/** The extension at work. */
export interface Running {
	readonly stop: () => Promise<void>;
}

/** Sets everything up. The server itself starts with the first SWML document, so that nobody else pays for it. */
export function run(context: ExtensionContext, createClient: CreateClient): Running {
	const output = window.createOutputChannel("SWML", { log: true });
	const server = serverLife(output, createClient);
	const recognised = recognise((document) => {
		if (isSwml(document)) server.start();
	});
	context.subscriptions.push(
		output,
		server,
		recognised,
		showStatus(languages.createLanguageStatusItem("swml", []), recognised, server),
		commands.registerCommand("swml.restartServer", () => server.restart()),
		commands.registerCommand("swml.showOutput", () => output.show()),
		commands.registerCommand("swml.treatAsSwml", () => treatAsSwml(window.activeTextEditor?.document)),
	);
	return { stop: server.stop };
}

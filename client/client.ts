/** What every door shares: the documents that are SWML, the server they need, the status that explains both, the commands. Never here: node. */

import { commands, type ExtensionContext, languages, window } from "vscode";
import { explainProblem } from "./explain.ts";
import { fixAll } from "./fix.ts";
import { settleIndentation } from "./indentation.ts";
import { kept } from "./kept.ts";
import { newCallFlow, openExample } from "./new.ts";
import { type CreateClient, serverLife } from "./server.ts";
import { showStatus } from "./status.ts";
import { isEditable, isSwml, recognise, treatAsPlain, treatAsSwml } from "./swml.ts";

/** The extension at work. */
export interface Running {
	readonly stop: () => Promise<void>;
}

/** Sets everything up. The server itself starts with the first SWML document, so that nobody else pays for it. */
export function run(context: ExtensionContext, createClient: CreateClient): Running {
	const output = window.createOutputChannel("SWML", { log: true });
	const server = serverLife(output, createClient);
	const memory = kept(context);
	const recognised = recognise(memory, (document) => {
		if (isSwml(document) && isEditable(document.uri)) server.start(document.uri.scheme);
	});
	settleIndentation(window.visibleTextEditors);
	const active = () => window.activeTextEditor?.document;
	context.subscriptions.push(
		output,
		server,
		recognised,
		showStatus(languages.createLanguageStatusItem("swml", []), recognised, server),
		commands.registerCommand("swml.restartServer", () => server.restart()),
		commands.registerCommand("swml.showOutput", () => output.show()),
		commands.registerCommand("swml.treatAsSwml", () => treatAsSwml(active(), memory)),
		commands.registerCommand("swml.treatAsYaml", () => treatAsPlain(active(), memory)),
		commands.registerCommand("swml.treatAsJson", () => treatAsPlain(active(), memory)),
		// Two names for one thing: in the palette, and in the list of "New File…", which shows no category.
		...["swml.new", "swml.newFile"].map((name) => commands.registerCommand(name, () => newCallFlow(server))),
		commands.registerCommand("swml.example", () => openExample(context.extensionUri)),
		commands.registerCommand("swml.explainProblem", () => explainProblem(context.extensionUri)),
		commands.registerCommand("swml.fixAll", () => fixAll(window.activeTextEditor)),
		commands.registerCommand("swml.formatDocument", () => commands.executeCommand("editor.action.formatDocument")),
	);
	return { stop: server.stop };
}

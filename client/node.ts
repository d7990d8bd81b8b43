/** The door for the desktop and for remote hosts: runs the bundled server as a process of its own. Never here: anything a browser could share. */

import { commands, type ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { type Running, run } from "./client.ts";

// VS Code calls `activate` and `deactivate` as two free functions; this is all they share.
let running: Running | undefined;

/** Called by VS Code when the first YAML, JSON or SWML document is opened. */
export function activate(context: ExtensionContext): void {
	const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
	const options: ServerOptions = { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } } };
	// `npm run open` shows its examples with what is wrong with them.
	if (process.env.SWML_SHOW_PROBLEMS) void commands.executeCommand("workbench.actions.view.problems");
	running = run(context, (id, name, clientOptions) => new LanguageClient(id, name, options, clientOptions));
}

/** Called by VS Code when it closes or when the extension is switched off. */
export async function deactivate(): Promise<void> {
	await running?.stop();
}

/** The language server on a connection, whatever carries it. The only floor that touches the protocol's runtime. */
import { type Connection, DidChangeConfigurationNotification, type InitializeParams, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { type Diagnostics, diagnostics } from "./diagnostics.ts";
import { type Documents, listen } from "./documents.ts";
import type { Log } from "./guard.ts";
import { indentationOf } from "./indentation.ts";
import { answer, type ClientAbilities, capabilities } from "./requests.ts";
import { type ConfigFiles, type SettingsSource, settingsSource } from "./settings.ts";
import { structureAbilities } from "./structure.ts";

/** What the door brings along. */
export interface Host {
	readonly version: string;
	readonly configFiles: ConfigFiles;
}

/** Serves until the connection ends. */
export function serve(connection: Connection, host: Host): void {
	const log: Log = (message) => connection.console.error(message);
	let client: Client = readClient(undefined);
	let settings: SettingsSource = settingsSource(connection, host.configFiles, false, undefined, log);
	let reporting: Diagnostics;
	let epoch = 0;
	const documents: Documents = listen(
		connection,
		(open) => reporting.send(open),
		(uri) => reporting.clear(uri),
	);
	const report = () =>
		diagnostics(
			connection,
			() => documents,
			() => settings,
			client.abilities.pulls,
			() => epoch,
			log,
		);
	reporting = report();

	connection.onInitialize((params): InitializeResult => {
		client = readClient(params);
		settings = settingsSource(connection, host.configFiles, client.canAskSettings, params.initializationOptions, log);
		reporting = report();
		return {
			serverInfo: { name: "swml-language-server", version: host.version },
			capabilities: {
				...capabilities,
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
				...(client.abilities.pulls ? { diagnosticProvider: { identifier: "swml", interFileDependencies: false, workspaceDiagnostics: false } } : {}),
			},
		};
	});

	connection.onInitialized(() => {
		if (client.registersSettings) void connection.client.register(DidChangeConfigurationNotification.type, { section: "swml" });
	});

	const renew = (sent?: unknown) => {
		settings.forget(sent);
		epoch++;
		if (client.abilities.pulls && client.refreshes) connection.languages.diagnostics.refresh();
		for (const open of documents.all()) reporting.send(open);
	};
	connection.onDidChangeConfiguration(({ settings: sent }) => renew(sent ?? undefined));
	connection.onDidChangeWatchedFiles(() => renew());

	answer(connection, { documents, settings: () => settings, diagnostics: () => reporting, abilities: () => client.abilities, log });
	connection.listen();
}

interface Client {
	readonly abilities: ClientAbilities;
	readonly canAskSettings: boolean;
	readonly registersSettings: boolean;
	readonly refreshes: boolean;
}

/** What the client said of itself; all of it may be missing. */
function readClient(params: InitializeParams | undefined): Client {
	const { textDocument, workspace } = params?.capabilities ?? {};
	const item = textDocument?.completion?.completionItem;
	return {
		abilities: {
			snippets: item?.snippetSupport === true,
			indentation: indentationOf(params),
			markdownCompletion: item?.documentationFormat?.includes("markdown") === true,
			markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
			pulls: textDocument?.diagnostic !== undefined,
			structure: structureAbilities(params),
		},
		canAskSettings: workspace?.configuration === true,
		registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		refreshes: workspace?.diagnostics?.refreshSupport === true,
	};
}

/** The language server on a connection, whatever carries it. The only floor that touches the protocol's runtime. */
import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { type Diagnostics, diagnostics } from "./diagnostics.ts";
import { type Documents, listen } from "./documents.ts";
import { describe, type Life, type Log } from "./guard.ts";
import { indentationOf } from "./indentation.ts";
import { nameAbilities } from "./names.ts";
import { answer, type ClientAbilities, capabilities } from "./requests.ts";
import { type ConfigFiles, settingsSource } from "./settings.ts";
import { structureAbilities } from "./structure.ts";

/** What the door brings along. */
export interface Host {
	readonly version: string;
	readonly configFiles: ConfigFiles;
}

/** Serves until the connection ends. */
export function serve(connection: Connection, host: Host): void {
	const log: Log = (message) => connection.console.error(message);
	const life: Life = { stage: "new" };
	let client: Client = readClient(undefined);
	let settings = settingsSource(connection, host.configFiles, false, undefined, log, () => renew());
	let reporting: Diagnostics;
	let epoch = 0;
	/** Has the client ask anew, where it can be told to. */
	let refresh: (() => void) | undefined;
	const documents: Documents = listen(
		connection,
		(open) => reporting.send(open),
		(open) => {
			reporting.send(open);
			refresh?.();
		},
		(uri) => {
			settings.close(uri);
			reporting.clear(uri);
		},
	);
	const report = () =>
		diagnostics(
			connection,
			() => documents,
			() => settings,
			client.abilities,
			() => epoch,
			refresh,
			log,
		);
	reporting = report();

	connection.onInitialize((params): InitializeResult => {
		life.stage = "running";
		client = readClient(params);
		settings = settingsSource(connection, host.configFiles, client.canAskSettings, params.initializationOptions, log, () => renew());
		refresh = client.abilities.pulls && client.refreshes ? () => attempt("diagnostic/refresh", connection.languages.diagnostics.refresh()) : undefined;
		reporting = report();
		return {
			serverInfo: { name: "swml-language-server", version: host.version },
			capabilities: {
				...capabilities,
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
				...(client.abilities.pulls ? { diagnosticProvider: { identifier: "swml", interFileDependencies: false, workspaceDiagnostics: false } } : {}),
			},
		};
	});
	connection.onShutdown(() => {
		life.stage = "over";
	});

	/** What a client answers to our own requests with an error is its affair, and no end of ours. */
	const attempt = (name: string, work: Promise<unknown>) => void work.catch((error) => log(`${name}: ${describe(error)}`));

	connection.onInitialized(() => {
		if (client.registersSettings) attempt("registerCapability", connection.client.register(DidChangeConfigurationNotification.type, { section: "swml" }));
		if (client.registersFiles)
			attempt(
				"registerCapability",
				connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: host.configFiles.pattern }] }),
			);
	});

	const renew = (sent?: unknown) => {
		settings.forget(sent);
		epoch++;
		refresh?.();
		for (const open of documents.all()) reporting.send(open);
	};
	connection.onDidChangeConfiguration(({ settings: sent }) => renew(sent ?? undefined));
	connection.onDidChangeWatchedFiles(() => renew());

	answer(connection, { documents, settings: () => settings, diagnostics: () => reporting, abilities: () => client.abilities, life, log });
	connection.listen();
}

interface Client {
	readonly abilities: ClientAbilities;
	readonly canAskSettings: boolean;
	readonly registersSettings: boolean;
	readonly registersFiles: boolean;
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
			labelDetails: item?.labelDetailsSupport === true,
			insertReplace: item?.insertReplaceSupport === true,
			markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
			resolvesDocumentation: item?.resolveSupport?.properties.includes("documentation") === true,
			itemDefaults: new Set(textDocument?.completion?.completionList?.itemDefaults ?? []),
			pulls: textDocument?.diagnostic !== undefined,
			links: textDocument?.diagnostic?.codeDescriptionSupport === true || textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
			structure: structureAbilities(params),
			names: nameAbilities(params),
		},
		canAskSettings: workspace?.configuration === true,
		registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registersFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		refreshes: workspace?.diagnostics?.refreshSupport === true,
	};
}

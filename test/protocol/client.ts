/** A real client on the other end of `dist/server.js --stdio`. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
	type CodeAction,
	type CompletionItem,
	type CompletionList,
	createProtocolConnection,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type Hover,
	type InitializeResult,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver/node";

export const bundle = resolve(import.meta.dirname, "../../dist/server.js");

/** What a session of the test's client can be asked. */
export interface Session {
	readonly connection: ProtocolConnection;
	readonly process: ChildProcess;
	readonly initialized: InitializeResult;
	readonly log: readonly string[];
	readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
	readonly pull: (uri: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
	/** The next problems the server sends of itself for a document. */
	readonly pushed: (uri: string) => Promise<readonly Diagnostic[]>;
	readonly hover: (uri: string, line: number, character: number) => Promise<Hover | null>;
	/** The items; `typed` is the sign that made the client ask. */
	readonly complete: (uri: string, line: number, character: number, typed?: string) => Promise<readonly CompletionItem[]>;
	readonly actions: (uri: string, diagnostics: readonly Diagnostic[], only?: readonly string[]) => Promise<readonly CodeAction[]>;
	/** Ends the session as the protocol wants and gives the server's exit code. */
	readonly end: () => Promise<number | null>;
}

/** Everything a modern client can; the answer to configuration requests is `settings`. */
export const modern = {
	textDocument: {
		diagnostic: {},
		hover: { contentFormat: ["markdown", "plaintext"] },
		completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
	},
	workspace: { configuration: true },
};

/**
 * Starts the server, or takes one that runs, and shakes hands. `answers`: what the client answers to the server's own requests, where that is
 * not what a good client does.
 */
export async function start(
	capabilities: object,
	settings: unknown = null,
	initializationOptions?: unknown,
	answers: { readonly [method: string]: (params: unknown) => unknown } = {},
	child: ChildProcessWithoutNullStreams = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] }),
): Promise<Session> {
	if (!existsSync(bundle)) throw new Error("dist/server.js is missing; run `npm run build`");
	const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	const log: string[] = [];
	const waiting = new Map<string, ((list: readonly Diagnostic[]) => void)[]>();
	connection.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
	connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) =>
		waiting.get(uri)?.shift()?.(diagnostics),
	);
	connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => settings));
	connection.onRequest("client/registerCapability", () => null);
	connection.onRequest("workspace/diagnostic/refresh", () => null);
	for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
	connection.listen();
	const initialized: InitializeResult = await connection.sendRequest("initialize", {
		processId: process.pid,
		rootUri: null,
		capabilities,
		initializationOptions,
	});
	await connection.sendNotification("initialized", {});
	const exited = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
	let version = 1;
	return {
		connection,
		process: child,
		initialized,
		log,
		open: (uri, text, languageId = "yaml") =>
			connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: version++, text } }),
		pull: (uri, previousResultId) =>
			connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) }),
		pushed: (uri) => new Promise((done) => waiting.set(uri, [...(waiting.get(uri) ?? []), done])),
		hover: (uri, line, character) => connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line, character } }),
		complete: async (uri, line, character, typed) => {
			const found: readonly CompletionItem[] | CompletionList = await connection.sendRequest("textDocument/completion", {
				textDocument: { uri },
				position: { line, character },
				context: typed === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: typed },
			});
			return "items" in found ? found.items : found;
		},
		actions: (uri, diagnostics, only) =>
			connection.sendRequest("textDocument/codeAction", {
				textDocument: { uri },
				range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
				context: { diagnostics, ...(only ? { only } : {}) },
			}),
		end: async () => {
			await connection.sendRequest("shutdown");
			await connection.sendNotification("exit");
			const code = await exited;
			connection.dispose();
			return code;
		},
	};
}

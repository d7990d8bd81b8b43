/** What comes too late, or is no longer wanted: settings that change, requests that are cancelled, answers about an older version. */
import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource, type Diagnostic, type DocumentDiagnosticReport } from "vscode-languageserver/node";
import { modern, type Session, start } from "./client.ts";

let session: Session | undefined;
afterEach(async () => {
	await session?.end();
	session = undefined;
});

const uri = "file:///late.swml.yaml";
const text = (beep: string) => `version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: a\n        beep: ${beep}\n`;
const brief = (list: readonly Diagnostic[]) => list.map(({ severity, code, message }) => `${severity} ${code} ${String(message).split("`")[1]}`);
const items = (report: DocumentDiagnosticReport) => (report.kind === "full" ? brief(report.items) : report.kind);

test("problems follow a change of settings, also for a client that has them already", async () => {
	let settings: unknown = null;
	session = await start(modern, null, undefined, { "workspace/configuration": () => [settings] });
	await session.open(uri, text("loud"));
	const first = await session.pull(uri);
	expect(items(first)).toEqual(["1 unknown-value loud"]);
	expect(items(await session.pull(uri, first.resultId))).toBe("unchanged");
	settings = { rules: { "unknown-value": "hint" } };
	await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
	expect(items(await session.pull(uri, first.resultId))).toEqual(["4 unknown-value loud"]);
});

test("a request that is cancelled at once is not answered with work", async () => {
	session = await start(modern);
	await session.open(uri, text("loud"));
	const { connection } = session;
	const asked = Array.from({ length: 10 }, () => {
		const source = new CancellationTokenSource();
		const answer = connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 5, character: 9 } }, source.token).then(
			() => "answered",
			(error: { code?: number }) => error.code,
		);
		source.cancel();
		return answer;
	});
	expect(await Promise.all(asked)).toEqual(asked.map(() => -32800));
	expect(items(await session.pull(uri))).toEqual(["1 unknown-value loud"]);
});

test("problems of an older version are not sent when a newer one is there", async () => {
	let answer = (_: unknown) => {};
	const asked = new Promise<void>((done) => {
		answer = () => done();
	});
	const waiting: ((settings: unknown) => void)[] = [];
	session = await start({ workspace: { configuration: true } }, null, undefined, {
		"workspace/configuration": () => {
			answer(undefined);
			return new Promise((done) => waiting.push((settings) => done([settings])));
		},
	});
	const sent: string[] = [];
	session.connection.onNotification("textDocument/publishDiagnostics", ({ version, diagnostics }: { version: number; diagnostics: Diagnostic[] }) => {
		sent.push(`${version}: ${brief(diagnostics).join()}`);
		if (version === 2) all();
	});
	let all = () => {};
	const arrived = new Promise<void>((done) => {
		all = done;
	});
	await session.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: text("loud") } });
	// The server asks for the settings before it sends problems; by the time it has them, there is another version.
	await asked;
	await session.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: text("soft") }] });
	// Notifications and answers come in the order they are sent.
	for (const each of waiting) each(null);
	await arrived;
	expect(sent).toEqual(["2: 1 unknown-value soft"]);
});

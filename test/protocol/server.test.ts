/** The server as its clients meet it: the bundle, over stdio. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { modern, type Session, start } from "./client.ts";

const uri = "file:///calls/ivr.yaml";
const text = "version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n        max_participants: 300\n";
const brief = (list: readonly Diagnostic[]) =>
	list.map(
		({ range: { start: from, end }, severity, code, message }) => `${from.line}:${from.character}-${end.line}:${end.character} ${severity} ${code} ${message}`,
	);
const problems = [
	"5:14-5:21 1 unknown-value `onenter` is not a valid value for `beep`; did you mean `onEnter`?",
	"6:26-6:29 1 out-of-range `max_participants` must be an integer from 1 to 250, not 300; newer SDKs take any integer from 2",
];

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

async function pulled(running: Session, of = uri): Promise<readonly Diagnostic[]> {
	const report = await running.pull(of);
	return report.kind === "full" ? report.items : [];
}

describe("a client that pulls", () => {
	test("is told what the server can", async () => {
		session = await start(modern);
		expect(session.initialized.serverInfo?.name).toBe("swml-language-server");
		expect(session.initialized.capabilities).toEqual({
			completionProvider: { triggerCharacters: ['"', "'", ":"], resolveProvider: true },
			definitionProvider: true,
			referencesProvider: true,
			documentHighlightProvider: true,
			renameProvider: { prepareProvider: true },
			hoverProvider: true,
			codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.swml"] },
			documentSymbolProvider: { label: "SWML" },
			foldingRangeProvider: true,
			selectionRangeProvider: true,
			documentLinkProvider: { resolveProvider: false },
			documentFormattingProvider: true,
			documentRangeFormattingProvider: true,
			documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}", "]"] },
			textDocumentSync: { openClose: true, change: 2, save: true },
			diagnosticProvider: { identifier: "swml", interFileDependencies: false, workspaceDiagnostics: false },
		});
	});

	test("gets problems with nothing it does not read, and is spared what it has", async () => {
		session = await start(modern);
		await session.open(uri, text);
		const report = await session.pull(uri);
		if (report.kind !== "full") throw new Error("not a full report");
		expect(brief(report.items)).toEqual(problems);
		expect(report.items[0]).toEqual({
			range: { start: { line: 5, character: 14 }, end: { line: 5, character: 21 } },
			severity: 1,
			code: "unknown-value",
			source: "swml",
			message: "`onenter` is not a valid value for `beep`; did you mean `onEnter`?",
		});
		expect(await session.pull(uri, report.resultId)).toEqual({ kind: "unchanged", resultId: report.resultId });
	});

	test("types, and the problems follow", async () => {
		session = await start(modern);
		await session.open(uri, text);
		const change = (version: number, line: number, from: number, to: number, newText: string) =>
			session?.connection.sendNotification("textDocument/didChange", {
				textDocument: { uri, version },
				contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text: newText }],
			});
		await change(2, 5, 14, 21, "onEnter");
		expect(brief(await pulled(session))).toEqual(problems.slice(1));
		await change(3, 6, 26, 29, "30");
		expect(brief(await pulled(session))).toEqual([]);
	});

	test("fixes one problem, or all that are safe", async () => {
		session = await start(modern);
		await session.open(uri, text);
		const [first] = await pulled(session);
		if (!first) throw new Error("no problem");
		const actions = await session.actions(uri, [first]);
		expect(actions.map((action) => [action.title, action.kind, action.isPreferred ?? false, action.diagnostics?.length ?? 0])).toEqual([
			["Change to `onEnter`", "quickfix", true, 1],
			["Ignore `unknown-value` on this line", "quickfix", false, 1],
		]);
		const [all] = await session.actions(uri, [first], ["source.fixAll"]);
		expect(all?.kind).toBe("source.fixAll.swml");
		expect(all?.edit?.changes?.[uri]).toEqual([{ range: first.range, newText: "onEnter" }]);
	});

	test("hovers and completes", async () => {
		session = await start(modern);
		await session.open(uri, text);
		const hover = await session.hover(uri, 5, 9);
		expect(hover?.range).toEqual({ start: { line: 5, character: 8 }, end: { line: 5, character: 12 } });
		expect(hover?.contents).toMatchObject({ kind: "markdown" });
		const items = await session.complete(uri, 5, 14);
		expect(items.map((item) => item.label)).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(items[0]?.textEdit).toEqual({ range: { start: { line: 5, character: 14 }, end: { line: 5, character: 21 } }, newText: '"true"' });
	});

	test("sets severities, in either place", async () => {
		session = await start(modern, { rules: { "out-of-range": "warning", "unknown-value": "off" } });
		await session.open(uri, text);
		expect(brief(await pulled(session))).toEqual([(problems[1] ?? "").replace(" 1 ", " 2 ")]);
	});

	test("asks about what is not open, not SWML, or nonsense", async () => {
		session = await start(modern);
		expect(await session.hover("file:///nowhere.yaml", 0, 0)).toBeNull();
		expect(await session.complete("file:///nowhere.yaml", 0, 0)).toEqual([]);
		await session.open("file:///compose.yaml", "services:\n  web:\n    image: nginx\n");
		expect(await pulled(session, "file:///compose.yaml")).toEqual([]);
		await session.open("file:///off.swml.yaml", `# swml: off\n${text}`);
		expect(await pulled(session, "file:///off.swml.yaml")).toEqual([]);
		expect(await session.complete(uri, 99, 99)).toEqual([]);
		await session.open("file:///binary.swml", "\u0000\u0001\ufffd{[");
		expect((await pulled(session, "file:///binary.swml")).length).toBeLessThanOrEqual(2);
		expect(session.log).toEqual([]);
	});

	test("gets an answer to every request, cancelled or not", async () => {
		session = await start(modern);
		await session.open(uri, text);
		const { connection } = session;
		const cancelled = connection
			.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 5, character: 9 } }, {
				isCancellationRequested: true,
				onCancellationRequested: () => ({ dispose() {} }),
			} as never)
			.catch((error: { code?: number }) => error.code);
		expect([-32800, "answered"]).toContain(typeof (await cancelled) === "number" ? await cancelled : "answered");
		expect(brief(await pulled(session))).toEqual(problems);
	});
});

describe("an older client", () => {
	test("is sent problems, in plain words and without snippets", async () => {
		session = await start({});
		expect(session.initialized.capabilities.diagnosticProvider).toBeUndefined();
		const first = session.pushed(uri);
		await session.open(uri, text, "whatever");
		expect(brief(await first)).toEqual(problems);
		const hover = await session.hover(uri, 5, 9);
		expect(hover?.contents).toMatchObject({ kind: "plaintext" });
		expect(JSON.stringify(hover?.contents)).not.toMatch(/\*\*|`/);
		const items = await session.complete(uri, 4, 8);
		expect(items.every((item) => item.insertTextFormat !== 2 && typeof (item.documentation ?? "") === "string")).toBe(true);
		const cleared = session.pushed(uri);
		await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
		expect(await cleared).toEqual([]);
	});

	test("sets severities when it starts, and later", async () => {
		session = await start({}, null, { rules: { "unknown-value": "off" } });
		const first = session.pushed(uri);
		await session.open(uri, text);
		expect(brief(await first)).toEqual(problems.slice(1));
		const second = session.pushed(uri);
		await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: { swml: { rules: { "out-of-range": "hint" } } } });
		expect(brief(await second)).toEqual([problems[0], (problems[1] ?? "").replace(" 1 ", " 4 ")]);
	});
});

describe("a completion of several lines stands in the right columns", () => {
	const half = "version: 1.0.0\nsections:\n  main:\n    - conn\n";
	/** A client's own words on it, and the text it is sent for `connect`. */
	test.each([
		["is told to leave it as it is", { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } }, {}, 'connect:\n        to: "${1:+15551234567}"', 1],
		["indents snippets like the line they go to", { snippetSupport: true }, {}, 'connect:\n    to: "${1:+15551234567}"', undefined],
		["leaves plain text as it is", {}, {}, 'connect:\n        to: "+15551234567"', undefined],
		["leaves all text as it is", { snippetSupport: true }, { insertTextMode: 1 }, 'connect:\n        to: "${1:+15551234567}"', undefined],
		["indents all text", {}, { insertTextMode: 2 }, 'connect:\n    to: "+15551234567"', undefined],
	])("in a client that %s", async (_, completionItem, more, newText, mode) => {
		session = await start({ textDocument: { diagnostic: {}, completion: { completionItem, ...more } } });
		await session.open(uri, half);
		const item = (await session.complete(uri, 3, 10)).find(({ label }) => label === "connect");
		expect({ newText: item?.textEdit?.newText, mode: item?.insertTextMode }).toEqual({ newText, mode });
	});
});

test("the server ends with the process that started it", async () => {
	const bundle = resolve(import.meta.dirname, "../../dist/server.js");
	const parent = spawn(
		process.execPath,
		[
			"-e",
			`const c=require("child_process").spawn(process.execPath,[${JSON.stringify(bundle)},"--stdio"],{stdio:["pipe","pipe","inherit"]});console.log(c.pid);setInterval(()=>{},1000)`,
		],
		{ stdio: ["ignore", "pipe", "ignore"] },
	);
	const [chunk] = (await once(parent.stdout, "data")) as [Buffer];
	const pid = Number(chunk.toString());
	expect(alive(pid)).toBe(true);
	parent.kill("SIGKILL");
	await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
});

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

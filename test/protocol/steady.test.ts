/** The server between clients that do not answer, answer with errors, ask too early or too late, and files that are full of problems. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type CompletionList, createProtocolConnection, ResponseError, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { modern, type Session, start } from "./client.ts";

const uri = "file:///calls/ivr.swml.yaml";
const text = "sections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n";
const problem = "`onenter` is not a valid value for `beep`; did you mean `onEnter`?";

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

async function messages(running: Session, of = uri): Promise<readonly string[]> {
	const report = await running.pull(of);
	return report.kind === "full" ? report.items.map((each) => String(each.message)) : [];
}

const able = {
	...modern,
	workspace: {
		configuration: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		diagnostics: { refreshSupport: true },
	},
};
const refuse = () => {
	throw new ResponseError(-32603, "not today");
};

describe("a client that is no help", () => {
	test("answers every request with an error", async () => {
		session = await start(able, null, undefined, {
			"client/registerCapability": refuse,
			"workspace/diagnostic/refresh": refuse,
			"workspace/configuration": refuse,
		});
		await session.open(uri, text);
		await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
		expect(await messages(session)).toEqual([problem]);
		await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
		expect(await messages(session)).toEqual([problem]);
		expect(session.log.filter((line) => line.startsWith("registerCapability")).length).toBe(2);
	});

	test("never says what its settings are", async () => {
		let answer = (_: unknown) => {};
		const answered = new Promise<unknown>((done) => {
			answer = done;
		});
		const refreshed = new Promise<void>((done) => {
			void start(able, null, undefined, {
				"workspace/configuration": () => answered,
				"workspace/diagnostic/refresh": () => {
					done();
					return null;
				},
			}).then((started) => {
				session = started;
				ready();
			});
		});
		let ready = () => {};
		await new Promise<void>((done) => {
			ready = done;
		});
		if (!session) throw new Error("not started");
		await session.open(uri, text);
		expect(await messages(session)).toEqual([problem]);
		expect(session.log).toEqual(["Settings: the client has not answered for 1000 ms; going on without"]);
		// An answer that comes late counts all the same.
		answer([{ rules: { "unknown-value": "off" } }]);
		await refreshed;
		expect(await messages(session)).toEqual([]);
	});
});

test("watches configuration files where the client can", async () => {
	const registered: unknown[] = [];
	session = await start(able, null, undefined, {
		"client/registerCapability": (params) => {
			registered.push(
				...(params as { registrations: { method: string; registerOptions: unknown }[] }).registrations.map(({ method, registerOptions }) => [
					method,
					registerOptions,
				]),
			);
			return null;
		},
	});
	await session.open(uri, text);
	await messages(session);
	expect(registered).toEqual([
		["workspace/didChangeConfiguration", { section: "swml" }],
		["workspace/didChangeWatchedFiles", { watchers: [{ globPattern: "**/.swmlrc.{json,yaml,yml}" }] }],
	]);
});

test("requests before initialize and after shutdown get the protocol's errors", async () => {
	const child = spawn(process.execPath, [resolve(import.meta.dirname, "../../dist/server.js"), "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
	const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	connection.listen();
	const at = { textDocument: { uri }, position: { line: 0, character: 0 } };
	const ask = (method: string, params: unknown = at) =>
		connection.sendRequest(method, params).then(
			() => "answered",
			(error: ResponseError) => error.code,
		);
	const requests = ["textDocument/hover", "textDocument/completion", "textDocument/diagnostic", "completionItem/resolve"];
	for (const method of requests) expect([method, await ask(method)]).toEqual([method, -32002]);
	expect(await ask("initialize", { processId: null, rootUri: null, capabilities: {} })).toBe("answered");
	for (const method of requests) expect([method, await ask(method, method.startsWith("completionItem") ? { label: "x" } : at)]).toEqual([method, "answered"]);
	expect(await ask("shutdown", undefined)).toBe("answered");
	for (const method of requests) expect([method, await ask(method)]).toEqual([method, -32600]);
	const exited = new Promise((done) => child.once("exit", done));
	await connection.sendNotification("exit");
	expect(await exited).toBe(0);
	connection.dispose();
});

test("a document that is opened again is read again, whatever its version", async () => {
	session = await start(modern);
	const open = (content: string) =>
		session?.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "swml-yaml", version: 1, text: content } });
	await open(text);
	const first = await session.pull(uri);
	await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
	await open(text.replace("onenter", "onEnter"));
	const second = await session.pull(uri, first.resultId);
	expect(second.kind === "full" && second.items).toEqual([]);
});

test("of very many problems the loudest are sent, and the last one says how many there are", async () => {
	session = await start(modern);
	const steps = "    - join_conference:\n        name: support\n        muted: false\n".repeat(600);
	await session.open(uri, `sections:\n  main:\n${steps}    - play: { url: say:x, volume: 90 }\n`);
	const report = await session.pull(uri);
	const items = report.kind === "full" ? report.items : [];
	expect(items.length).toBe(501);
	expect(items.slice(-2).map(({ severity, message }) => [severity, message])).toEqual([
		[1, "`volume` must be a number from -40 to 40 (dB), not 90"],
		[3, "101 more problems in this file are not shown; put these right first, or run `swml check` to see them all"],
	]);
});

describe("a list of completions", () => {
	const completion = (more: object) => ({ ...modern, textDocument: { ...modern.textDocument, completion: more } });
	const ask = (running: Session) =>
		running.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position: { line: 2, character: 8 } }) as Promise<CompletionList>;
	const steps = "sections:\n  main:\n    - joi\n";

	test("comes without documentation, and gives it when it is asked for", async () => {
		session = await start(completion({ completionItem: { documentationFormat: ["markdown"], resolveSupport: { properties: ["documentation"] } } }));
		await session.open(uri, steps);
		const items = (await session.complete(uri, 2, 9)).filter((item) => item.label === "join_conference");
		expect(items.map((item) => item.documentation)).toEqual([undefined]);
		const resolved = (await session.connection.sendRequest("completionItem/resolve", items[0])) as { documentation?: { value: string } };
		expect(resolved.documentation?.value).toContain("conference");
	});

	test("says once what all items share", async () => {
		session = await start(completion({ completionItem: { snippetSupport: true }, completionList: { itemDefaults: ["editRange"] } }));
		await session.open(uri, steps);
		const { itemDefaults, items } = await ask(session);
		expect(itemDefaults).toEqual({ editRange: { start: { line: 2, character: 6 }, end: { line: 2, character: 9 } } });
		expect(items.filter((item) => item.textEdit)).toEqual([]);
		expect(items.find((item) => item.label === "answer")?.textEditText).toMatch(/^answer: /);
	});
});

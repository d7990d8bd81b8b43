/** Completion as clients with different abilities meet it, asked for or brought about by a sign that was typed. */
import { afterEach, describe, expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver/node";
import { type Session, start } from "./client.ts";

const uri = "file:///calls/typing.swml.yaml";
const text = "version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: a\n        beep: onEnter\n    - hangup: {}\n    - conn\n";
const jsonUri = "file:///calls/typing.swml.json";
const json = '{"sections":{"main":[{"join_conference":{"name":"team",\n"beep":"on"}}]}}\n';

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running) expect(await running.end()).toBe(0);
});

const client = (completionItem: object, completion: object = {}) => ({ textDocument: { diagnostic: {}, completion: { completionItem, ...completion } } });

async function begin(abilities: object): Promise<Session> {
	session = await start(abilities);
	await session.open(uri, text);
	await session.open(jsonUri, json, "json");
	return session;
}

const labels = (items: readonly CompletionItem[]) => items.map((item) => item.label);

describe("a sign that was typed", () => {
	test("brings nothing where no word is begun, and asking brings the list", async () => {
		const running = await begin(client({ snippetSupport: true }));
		expect(labels(await running.complete(uri, 6, 14, " "))).toEqual([]);
		expect(labels(await running.complete(uri, 5, 14, " "))).toEqual([]);
		expect(labels(await running.complete(uri, 5, 14))).toEqual(["true", "false", "onExit"]);
		expect(labels(await running.complete(jsonUri, 0, 55, ","))).toEqual([]);
		expect(labels(await running.complete(jsonUri, 0, 55)).slice(0, 2)).toEqual(["muted", "start_on_enter"]);
	});

	test("brings nothing behind a whole value", async () => {
		const running = await begin(client({ snippetSupport: true }));
		expect(labels(await running.complete(uri, 5, 21))).toEqual([]);
	});

	test("values are asked for anew with every key", async () => {
		const running = await begin(client({ snippetSupport: true }));
		const ask = (of: string, line: number, character: number): Promise<CompletionItem[] | CompletionList> =>
			running.connection.sendRequest("textDocument/completion", { textDocument: { uri: of }, position: { line, character } });
		expect(await ask(jsonUri, 1, 10)).toMatchObject({ isIncomplete: true });
		expect(Array.isArray(await ask(uri, 7, 10))).toBe(true);
	});
});

describe("a list", () => {
	const beep = async (abilities: object) => (await (await begin(abilities)).complete(uri, 5, 16)).find((item) => item.label === "onExit");

	test("replaces the rest of a word where the client knows no choice", async () => {
		expect((await beep(client({})))?.textEdit).toEqual({ range: { start: { line: 5, character: 14 }, end: { line: 5, character: 21 } }, newText: "onExit" });
	});

	test("leaves the choice to a client that has it", async () => {
		expect((await beep(client({ insertReplaceSupport: true })))?.textEdit).toEqual({
			insert: { start: { line: 5, character: 14 }, end: { line: 5, character: 16 } },
			replace: { start: { line: 5, character: 14 }, end: { line: 5, character: 21 } },
			newText: "onExit",
		});
	});

	test("says the same once for such a client", async () => {
		const running = await begin(client({ insertReplaceSupport: true }, { completionList: { itemDefaults: ["editRange"] } }));
		const found: CompletionList = await running.connection.sendRequest("textDocument/completion", {
			textDocument: { uri },
			position: { line: 5, character: 16 },
		});
		expect(found.itemDefaults).toEqual({
			editRange: {
				insert: { start: { line: 5, character: 14 }, end: { line: 5, character: 16 } },
				replace: { start: { line: 5, character: 14 }, end: { line: 5, character: 21 } },
			},
		});
	});

	test("has its notes beside the labels where the client shows them", async () => {
		const notes = async (abilities: object) =>
			(await (await begin(abilities)).complete(uri, 7, 10))
				.filter((item) => item.label === "connect")
				.map(({ detail, labelDetails }) => ({ detail, labelDetails }));
		expect(await notes(client({}))).toEqual([{ detail: "needs to", labelDetails: undefined }]);
		await session?.end();
		expect(await notes(client({ labelDetailsSupport: true }))).toEqual([{ detail: undefined, labelDetails: { description: "needs to" } }]);
	});
});

/** Definition, references, highlights and rename as a client asks for them, in both syntaxes. */
import { afterEach, describe, expect, test } from "vitest";
import type { DocumentHighlight, Location, LocationLink, WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { modern, type Session, start } from "./client.ts";

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

const files = {
	yaml: {
		uri: "file:///calls/ivr.swml.yaml",
		text: "sections:\n  main:\n    - execute: { dest: sales }\n    - hangup: {}\n  sales:\n    - return: {}\n",
		called: { line: 2, character: 24 },
		places: ["2:23-2:28", "4:2-4:7"],
	},
	json: {
		uri: "file:///calls/ivr.swml.json",
		text: '{"sections": {\n  "main": [{"execute": {"dest": "sales"}}, {"hangup": {}}],\n  "sales": [{"return": {}}]\n}}\n',
		called: { line: 1, character: 33 },
		places: ["1:33-1:38", "2:3-2:8"],
	},
} as const;

const stretch = ({ start: from, end }: Location["range"]) => `${from.line}:${from.character}-${end.line}:${end.character}`;

describe.each(["yaml", "json"] as const)("in %s", (syntax) => {
	const { uri, text, called, places } = files[syntax];
	const opened = async (capabilities: object = modern) => {
		const running = await start(capabilities);
		session = running;
		await running.open(uri, text, syntax);
		return <T>(method: string, more: object = {}) =>
			running.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position: called, ...more });
	};

	test("definition", async () => {
		const ask = await opened();
		expect((await ask<Location[]>("definition")).map(({ range }) => stretch(range))).toEqual([places[1]]);
		expect(await ask("definition", { position: { line: 0, character: 0 } })).toBeNull();
	});

	test("definition, for a client that shows what leads there", async () => {
		const ask = await opened({ ...modern, textDocument: { ...modern.textDocument, definition: { linkSupport: true } } });
		const links = await ask<LocationLink[]>("definition");
		expect(
			links.map(({ originSelectionRange, targetUri, targetSelectionRange }) => [
				originSelectionRange && stretch(originSelectionRange),
				targetUri,
				stretch(targetSelectionRange),
			]),
		).toEqual([[places[0], uri, places[1]]]);
	});

	test("references, with and without the declaration", async () => {
		const ask = await opened();
		const found = async (includeDeclaration: boolean) =>
			(await ask<Location[]>("references", { context: { includeDeclaration } })).map(({ range }) => stretch(range));
		expect(await found(true)).toEqual(places);
		expect(await found(false)).toEqual([places[0]]);
	});

	test("highlights: read and written", async () => {
		const ask = await opened();
		expect((await ask<DocumentHighlight[]>("documentHighlight")).map(({ range, kind }) => [stretch(range), kind])).toEqual([
			[places[0], 2],
			[places[1], 3],
		]);
	});

	test("rename, and why not", async () => {
		const ask = await opened();
		expect(await ask("prepareRename")).toMatchObject({ placeholder: "sales" });
		const { changes } = await ask<WorkspaceEdit>("rename", { newName: "orders" });
		expect(TextDocument.applyEdits(TextDocument.create("", "", 0, text), changes?.[uri] ?? [])).toBe(text.replaceAll("sales", "orders"));
		await expect(ask("rename", { newName: "main" })).rejects.toThrow(/another section is called `main`, in line 2/);
		const main = { line: 1, character: 4 };
		await expect(ask("prepareRename", { position: main })).rejects.toThrow("`main` has a meaning of its own, and keeps its name");
	});
});

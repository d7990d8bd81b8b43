/** Outline, folding, selection, links and layout as a client asks for them, in both syntaxes. */
import { afterEach, describe, expect, test } from "vitest";
import type {
	DocumentLink,
	DocumentSymbol,
	FoldingRange,
	Position,
	Range,
	SelectionRange,
	SymbolInformation,
	TextDocumentContentChangeEvent,
	TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { modern, type Session, start } from "./client.ts";

const able = {
	...modern,
	textDocument: { ...modern.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, foldingRange: { lineFoldingOnly: true } },
};
const options = { tabSize: 2, insertSpaces: true };

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

const files = {
	yaml: {
		uri: "file:///calls/ivr.swml.yaml",
		text: `# swml\n# An IVR.\nsections:\n  main:\n    - answer: {}\n    - play:\n        url: https://example.com/a.wav\n`,
	},
	json: {
		uri: "file:///calls/ivr.swml.json",
		text: '{\n  "sections": {\n    "main": [\n      { "answer": {} },\n      {\n        "play": {\n          "url": "https://example.com/a.wav"\n        }\n      }\n    ]\n  }\n}\n',
	},
} as const;
type Syntax = keyof typeof files;
const syntaxes = ["yaml", "json"] as const;

/** A session in which this text of the syntax is open. */
async function opened(
	syntax: Syntax,
	capabilities: object = able,
	text: string = files[syntax].text,
): Promise<(method: string, more?: object) => Promise<unknown>> {
	const running = await start(capabilities);
	session = running;
	const { uri } = files[syntax];
	await running.open(uri, text, syntax);
	return (method, more = {}) => running.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

const place = ({ line, character }: Position) => `${line}:${character}`;
const stretch = ({ start: from, end }: Range) => `${place(from)}-${place(end)}`;
const shown = (list: readonly DocumentSymbol[], indent = ""): readonly string[] =>
	list.flatMap((each) => [
		`${indent}${each.name} (${each.kind}) ${stretch(each.range)} ${stretch(each.selectionRange)}`,
		...shown(each.children ?? [], `${indent}  `),
	]);
const applied = (text: string, edits: readonly TextEdit[]) => TextDocument.applyEdits(TextDocument.create("", "", 0, text), [...edits]);

describe("symbols", () => {
	test("nested", async () => {
		const ask = await opened("yaml");
		expect(shown((await ask("documentSymbol")) as DocumentSymbol[])).toEqual([
			"main (3) 3:2-6:38 3:2-3:6",
			"  answer (6) 4:6-4:16 4:6-4:12",
			"  play: https://example.com/a.wav (6) 5:6-6:38 5:6-5:10",
		]);
	});

	test("nested, in JSON", async () => {
		const ask = await opened("json");
		expect(shown((await ask("documentSymbol")) as DocumentSymbol[])).toEqual([
			"main (3) 2:4-9:5 2:4-2:10",
			"  answer (6) 3:6-3:22 3:8-3:16",
			"  play: https://example.com/a.wav (6) 4:6-8:7 5:8-5:14",
		]);
	});

	test.each(syntaxes)("flat for a client that knows no others, in %s", async (syntax) => {
		const ask = await opened(syntax, {});
		const list = (await ask("documentSymbol")) as SymbolInformation[];
		expect(list.map(({ name, kind, containerName, location }) => [name, kind, containerName, location.uri])).toEqual([
			["main", 3, undefined, files[syntax].uri],
			["answer", 6, "main", files[syntax].uri],
			["play: https://example.com/a.wav", 6, "main", files[syntax].uri],
		]);
	});

	test.each(syntaxes)("none where nothing is written, in %s", async (syntax) => {
		const ask = await opened(syntax, able, "");
		expect(await ask("documentSymbol")).toEqual([]);
		expect(await ask("foldingRange")).toEqual([]);
		expect(await ask("documentLink")).toEqual([]);
		expect(await ask("formatting", { options })).toEqual([]);
		expect(await ask("selectionRange", { positions: [{ line: 0, character: 0 }] })).toEqual([
			{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
		]);
	});
});

describe("folding", () => {
	test("whole lines", async () => {
		const ask = await opened("yaml");
		expect(await ask("foldingRange")).toEqual([
			{ startLine: 0, endLine: 1, kind: "comment" },
			{ startLine: 2, endLine: 6 },
			{ startLine: 3, endLine: 6 },
			{ startLine: 5, endLine: 6 },
		]);
	});

	test("parts of lines, for a client that can", async () => {
		const ask = await opened("json", { ...able, textDocument: { foldingRange: {} } });
		expect(((await ask("foldingRange")) as FoldingRange[]).slice(0, 2)).toEqual([
			{ startLine: 0, startCharacter: 1, endLine: 10, endCharacter: 3 },
			{ startLine: 1, startCharacter: 15, endLine: 9, endCharacter: 5 },
		]);
	});

	test.each(syntaxes)("no more than the client takes: the outer ones, in %s", async (syntax) => {
		const ask = await opened(syntax, { textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 2 } } });
		expect(((await ask("foldingRange")) as FoldingRange[]).map(({ startLine }) => startLine)).toEqual(syntax === "yaml" ? [0, 2] : [0, 1]);
	});
});

test.each(syntaxes)("selection ranges, one for each position, in %s", async (syntax) => {
	const ask = await opened(syntax);
	const { text } = files[syntax];
	const document = TextDocument.create("", "", 0, text);
	const answers = (await ask("selectionRange", {
		positions: [document.positionAt(text.indexOf("example")), document.positionAt(text.indexOf("answer"))],
	})) as SelectionRange[];
	const chain = (range: SelectionRange | undefined): readonly string[] => (range ? [document.getText(range.range), ...chain(range.parent)] : []);
	expect(answers.map((each) => chain(each)[0])).toEqual(["example", "answer"]);
	expect(chain(answers[0]).slice(1, 4)).toEqual(
		syntax === "yaml"
			? ["https://example.com/a.wav", "url: https://example.com/a.wav", "play:\n        url: https://example.com/a.wav"]
			: ["https://example.com/a.wav", '"https://example.com/a.wav"', '"url": "https://example.com/a.wav"'],
	);
	expect(answers.map((each) => chain(each).at(-1))).toEqual([text, text]);
});

test.each(syntaxes)("links, in %s", async (syntax) => {
	const ask = await opened(syntax);
	const list = (await ask("documentLink")) as DocumentLink[];
	const document = TextDocument.create("", "", 0, files[syntax].text);
	expect(list.map(({ target, range }) => [target, document.getText(range)])).toEqual([["https://example.com/a.wav", "https://example.com/a.wav"]]);
});

describe("layout", () => {
	const untidy = {
		yaml: "sections:\n    main:\n    - answer: {}\n    - play: {url: say:a}  \n",
		json: '{ "sections": {\n"main": [{"answer":{}}]\n} }\n',
	} as const;

	test("the whole document, by single changes", async () => {
		const ask = await opened("yaml", able, untidy.yaml);
		const edits = (await ask("formatting", { options })) as TextEdit[];
		expect(edits.map(({ range, newText }) => [stretch(range), newText])).toEqual([
			["1:0-1:2", ""],
			["3:13-3:13", " "],
			["3:23-3:23", " "],
		]);
		expect(applied(untidy.yaml, edits)).toBe("sections:\n  main:\n    - answer: {}\n    - play: { url: say:a }  \n");
	});

	test("the whole document, in JSON, with tabs", async () => {
		const ask = await opened("json", able, untidy.json);
		const edits = (await ask("formatting", { options: { tabSize: 4, insertSpaces: false } })) as TextEdit[];
		expect(applied(untidy.json, edits)).toBe('{\n\t"sections": {\n\t\t"main": [\n\t\t\t{\n\t\t\t\t"answer": {}\n\t\t\t}\n\t\t]\n\t}\n}\n');
	});

	test.each(syntaxes)("what else the editor wants of it, in %s", async (syntax) => {
		const text = syntax === "yaml" ? "sections:  \n  main: []\n\n\n" : '{\n  "sections": {\n    "main": []\n  }\n}\n\n\n';
		const ask = await opened(syntax, able, text);
		const all = { ...options, trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
		expect(await ask("formatting", { options })).toEqual([]);
		expect(applied(text, (await ask("formatting", { options: all })) as TextEdit[])).toBe(`${text.replace(":  \n", ":\n").trimEnd()}\n`);
	});

	test.each(syntaxes)("a part, in %s", async (syntax) => {
		const text = syntax === "yaml" ? "sections:\n  main:\n    - answer:   {}\n    - hangup:   {}\n" : '{\n  "a":   1,\n  "b":   2\n}\n';
		const ask = await opened(syntax, able, text);
		const line = syntax === "yaml" ? 3 : 2;
		const edits = (await ask("rangeFormatting", { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, options })) as TextEdit[];
		expect(applied(text, edits)).toBe(syntax === "yaml" ? text.replace("hangup:   ", "hangup: ") : text.replace('"b":   ', '"b": '));
	});

	test.each(syntaxes)("while typing, in %s", async (syntax) => {
		const text = syntax === "yaml" ? "sections:\n  main:\n    - play: {url: say:a}\n" : '{ "sections": {"main":[]} }\n';
		const ask = await opened(syntax, able, text);
		const end = TextDocument.create("", "", 0, text).positionAt(text.indexOf("}") + 1);
		const edits = (await ask("onTypeFormatting", { position: end, ch: "}", options })) as TextEdit[];
		expect(applied(text, edits)).toBe(syntax === "yaml" ? text.replace("{url: say:a}", "{ url: say:a }") : '{ "sections": { "main": [] } }\n');
	});
});

test("a file that is no SWML, and one that is not open, have no structure of ours", async () => {
	const ask = await opened("yaml");
	const uri = "file:///compose.yaml";
	await session?.open(uri, "services:\n    web: {image: nginx}\n");
	for (const each of [uri, "file:///nowhere.yaml"]) {
		const textDocument = { uri: each };
		expect(await ask("documentSymbol", { textDocument })).toEqual([]);
		expect(await ask("foldingRange", { textDocument })).toEqual([]);
		expect(await ask("documentLink", { textDocument })).toEqual([]);
		expect(await ask("selectionRange", { textDocument, positions: [{ line: 0, character: 0 }] })).toBeNull();
		expect(await ask("formatting", { textDocument, options })).toBeNull();
	}
	expect(session?.log).toEqual([]);
});

test("the answers follow what is typed", async () => {
	const ask = await opened("yaml");
	const { uri } = files.yaml;
	const contentChanges: TextDocumentContentChangeEvent[] = [{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 12 } }, text: "hangup" }];
	await session?.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 9 }, contentChanges });
	expect(((await ask("documentSymbol")) as DocumentSymbol[])[0]?.children?.[0]?.name).toBe("hangup");
});

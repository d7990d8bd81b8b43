/** The open documents: kept in step with the client, each version read at most once. */
import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Lines, linesOf } from "../core/base/lines.ts";
import { once } from "../core/base/once.ts";
import { detect, syntaxOf } from "../core/detect.ts";
import { type Document, type Memory, openDocument, remember } from "../core/document.ts";

/** One version of an open document. */
export interface OpenDocument {
	readonly uri: string;
	readonly version: number;
	/** What no other version of any document has, also after it was closed and opened again. */
	readonly id: string;
	readonly document: Document;
	readonly lines: () => Lines;
	/** Whether it is SWML, under the setting `swml.detect`. */
	readonly isSwml: (mode: "auto" | "off") => boolean;
}

export interface Documents {
	readonly get: (uri: string) => OpenDocument | undefined;
	readonly all: () => readonly OpenDocument[];
}

/** Listens for documents; `changed` is told of every new version, `closed` of every one that is gone. */
export function listen(connection: Connection, changed: (open: OpenDocument) => void, closed: (uri: string) => void): Documents {
	const texts = new Map<string, TextDocument>();
	const opened = new Map<string, OpenDocument>();
	const memories = new Map<string, Memory>();
	// Another server that the client talks to later counts anew.
	const era = Date.now().toString(36);
	let count = 0;

	const take = (text: TextDocument) => {
		texts.set(text.uri, text);
		const memory = memories.get(text.uri) ?? remember();
		memories.set(text.uri, memory);
		const version = read(text, `${era}.${count++}`, memory);
		opened.set(text.uri, version);
		changed(version);
	};
	connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => take(TextDocument.create(uri, languageId, version, text)));
	connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
		const old = texts.get(uri);
		if (old) take(TextDocument.update(old, contentChanges, version));
	});
	connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
		texts.delete(uri);
		opened.delete(uri);
		memories.delete(uri);
		closed(uri);
	});
	return { get: (uri) => opened.get(uri), all: () => [...opened.values()] };
}

function read(source: TextDocument, id: string, memory: Memory): OpenDocument {
	const { uri, languageId, version } = source;
	const text = source.getText();
	const file = { name: uri, languageId, text };
	const auto = once(() => detect({ ...file, mode: "auto" }).swml);
	const byName = once(() => detect({ ...file, mode: "off" }).swml);
	return {
		uri,
		version,
		id,
		document: openDocument(text, syntaxOf(file), memory),
		lines: once(() => linesOf(text)),
		isSwml: (mode) => (mode === "auto" ? auto() : byName()),
	};
}

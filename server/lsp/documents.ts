/** The open documents: kept in step with the client, each version read at most once. */
import type { Connection, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Lines, linesIn } from "../core/base/lines.ts";
import { once } from "../core/base/once.ts";
import type { Span } from "../core/base/span.ts";
import { detect, syntaxOf } from "../core/detect.ts";
import { type Document, type Memory, openDocument, remember } from "../core/document.ts";

/** One version of an open document. */
export interface OpenDocument {
	readonly uri: string;
	readonly version: number;
	/** What no other version of any document has, also after it was closed and opened again. */
	readonly id: string;
	readonly document: Document;
	/** What the last change wrote; undefined where it was opened or saved like this. */
	readonly change: Span | undefined;
	readonly lines: () => Lines;
	/** Whether it is SWML, under the setting `swml.detect`. */
	readonly isSwml: (mode: "auto" | "off") => boolean;
}

export interface Documents {
	readonly get: (uri: string) => OpenDocument | undefined;
	readonly all: () => readonly OpenDocument[];
}

/** Listens for documents; `changed` is told of every new version, `saved` of every one that is on disk now, `closed` of every one that is gone. */
export function listen(
	connection: Connection,
	changed: (open: OpenDocument) => void,
	saved: (open: OpenDocument) => void,
	closed: (uri: string) => void,
): Documents {
	const texts = new Map<string, TextDocument>();
	const opened = new Map<string, OpenDocument>();
	const memories = new Map<string, Memory>();
	// Another server that the client talks to later counts anew.
	const era = Date.now().toString(36);
	let count = 0;

	const take = (text: TextDocument, change: Span | undefined) => {
		texts.set(text.uri, text);
		const memory = memories.get(text.uri) ?? remember();
		memories.set(text.uri, memory);
		const version = read(text, `${era}.${count++}`, memory, change);
		opened.set(text.uri, version);
		changed(version);
	};
	connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
		take(TextDocument.create(uri, languageId, version, text), undefined),
	);
	connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
		const old = texts.get(uri);
		if (!old) return;
		const before = old.getText();
		const updated = TextDocument.update(old, contentChanges, version);
		take(updated, writtenBy(contentChanges, before, updated));
	});
	connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
		const open = opened.get(uri);
		if (!open) return;
		const { change: _, ...version } = open;
		const settled = { ...version, id: `${era}.${count++}`, change: undefined };
		opened.set(uri, settled);
		saved(settled);
	});
	connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
		texts.delete(uri);
		opened.delete(uri);
		memories.delete(uri);
		closed(uri);
	});
	return { get: (uri) => opened.get(uri), all: () => [...opened.values()] };
}

/** What the last of some changes wrote. Of a text that is sent as a whole, what differs from the one before. */
function writtenBy(changes: readonly TextDocumentContentChangeEvent[], before: string, after: TextDocument): Span | undefined {
	const last = changes.at(-1);
	if (!last) return undefined;
	if ("range" in last) {
		const start = after.offsetAt(last.range.start);
		return { start, end: start + last.text.length };
	}
	const text = after.getText();
	let start = 0;
	while (start < text.length && start < before.length && text.charCodeAt(start) === before.charCodeAt(start)) start++;
	let end = text.length;
	for (let old = before.length; end > start && old > start && text.charCodeAt(end - 1) === before.charCodeAt(old - 1); old--) end--;
	return { start, end };
}

function read(source: TextDocument, id: string, memory: Memory, change: Span | undefined): OpenDocument {
	const { uri, languageId, version } = source;
	const text = source.getText();
	const file = { name: uri, languageId, text };
	const auto = once(() => detect({ ...file, mode: "auto" }).swml);
	const byName = once(() => detect({ ...file, mode: "off" }).swml);
	const document = openDocument(text, syntaxOf(file), memory);
	return {
		uri,
		version,
		id,
		change,
		document,
		lines: () => linesIn(document),
		isSwml: (mode) => (mode === "auto" ? auto() : byName()),
	};
}

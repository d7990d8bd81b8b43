/**
 * Which open documents are SWML, and why: by name (VS Code's own doing), by content (ours), or because the user said so, whose
 * word always wins. Never here: reading files that are not open, and anything about methods.
 */

import { type Disposable, type Event, EventEmitter, languages, Position, Range, type TextDocument, window, workspace } from "vscode";
import { type Detection, detect, syntaxOf } from "../server/core/detect.ts";

/** The language ids of this extension. */
export const swmlLanguages = ["swml-yaml", "swml-json"];
/** The language ids of documents that may turn out to be SWML. */
export const plainLanguages = ["yaml", "json", "jsonc"];

/** Watches the open documents. */
export interface Recognised extends Disposable {
	/** Why a document is or is not SWML. */
	readonly verdict: (document: TextDocument) => Detection;
	/** A verdict may have changed. */
	readonly onDidChange: Event<void>;
}

/** Whether a document has one of our languages. */
export function isSwml(document: TextDocument): boolean {
	return swmlLanguages.includes(document.languageId);
}

/** Switches documents that look like SWML to our languages, now and as they are opened and edited; `seen` is told each open document. */
export function recognise(seen: (document: TextDocument) => void): Recognised {
	const changed = new EventEmitter<void>();
	// By URI: why we switched this document. It is switched once; whoever sets the language back meant it, until it is closed.
	const switched = new Map<string, string>();
	const waiting = new Map<string, ReturnType<typeof setTimeout>>();

	function look(document: TextDocument): void {
		seen(document);
		changed.fire();
		const uri = document.uri.toString();
		if (switched.has(uri) || !mayBeSwitched(document)) return;
		const found = wouldBe(document);
		if (!found) return;
		switched.set(uri, found.reason);
		void languages.setTextDocumentLanguage(document, found.language);
	}

	function lookSoon(document: TextDocument): void {
		const uri = document.uri.toString();
		clearTimeout(waiting.get(uri));
		const timer = setTimeout(() => {
			waiting.delete(uri);
			if (!document.isClosed) look(document);
		}, 300);
		waiting.set(uri, timer);
	}

	const listening = [
		workspace.onDidOpenTextDocument(look),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0 && (isSwml(document) || plainLanguages.includes(document.languageId))) lookSoon(document);
		}),
		workspace.onDidChangeConfiguration((change) => {
			if (change.affectsConfiguration("swml.detect")) workspace.textDocuments.forEach(look);
		}),
		// A change of language closes and opens the document in one go; only a document that stays closed is forgotten.
		workspace.onDidCloseTextDocument(({ uri }) =>
			setTimeout(() => {
				if (!workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) switched.delete(uri.toString());
			}),
		),
	];
	workspace.textDocuments.forEach(look);

	return {
		verdict: (document) => verdict(document, switched.get(document.uri.toString())),
		onDidChange: changed.event,
		dispose: () => {
			for (const each of listening) each.dispose();
			for (const timer of waiting.values()) clearTimeout(timer);
			changed.dispose();
		},
	};
}

/** Gives a document the SWML language that fits its syntax: the user asked for it. */
export async function treatAsSwml(document: TextDocument | undefined): Promise<void> {
	if (!document || isSwml(document)) return;
	const switched = await languages.setTextDocumentLanguage(document, languageOf(document));
	const { swml, reason } = detect(candidate(switched));
	if (!swml) void window.showInformationMessage(`SWML stays off here: ${reason}.`);
}

function verdict(document: TextDocument, switchedBecause: string | undefined): Detection {
	const found = detect(candidate(document));
	if (isSwml(document)) return found.swml && switchedBecause ? { swml: true, reason: switchedBecause } : found;
	return found.swml ? { swml: false, reason: `its language is set to ${document.languageId}` } : found;
}

/** The language a document should have instead of its own, and why, if any. */
function wouldBe(document: TextDocument): { readonly language: string; readonly reason: string } | undefined {
	const file = candidate(document);
	const found = detect(file);
	if (!found.swml) return undefined;
	const language = languageOf(document);
	if (isSwml(document)) {
		// `.swml` is YAML to VS Code, which cannot see that this one is written in JSON.
		return /\.swml$/i.test(file.name) && language !== document.languageId ? { language, reason: found.reason } : undefined;
	}
	// A name that says SWML under another language: the user's `files.associations` said otherwise.
	if (detect({ ...file, text: "" }).swml) return undefined;
	return { language, reason: found.reason };
}

/** Not what the editor shows but nobody edits: git's old versions, output, previews. */
function mayBeSwitched({ languageId, uri }: TextDocument): boolean {
	if (languageId !== "swml-yaml" && !plainLanguages.includes(languageId)) return false;
	return uri.scheme === "untitled" || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function languageOf(document: TextDocument): string {
	return `swml-${syntaxOf(candidate(document))}`;
}

function candidate(document: TextDocument) {
	// The beginning says it all, and keeps the look cheap in a file of any size.
	const text = document.getText(new Range(new Position(0, 0), document.positionAt(65_536)));
	const mode = workspace.getConfiguration("swml", document).get<string>("detect") === "off" ? ("off" as const) : ("auto" as const);
	return { name: document.uri.path, languageId: document.languageId, text, mode };
}

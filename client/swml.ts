/**
 * Which open documents are SWML, and why: by name (VS Code's own doing), by content (ours), or because the user said so, whose
 * word always wins. Never here: reading files that are not open, and anything about methods.
 */

import { type Disposable, type Event, EventEmitter, languages, Position, Range, type TextDocument, type Uri, window, workspace } from "vscode";
import { type Detection, detect, syntaxOf } from "../server/core/detect.ts";
import type { Kept } from "./kept.ts";

/** The language ids of this extension. */
export const swmlLanguages = ["swml-yaml", "swml-json"];
/** The language ids of documents that may turn out to be SWML. */
export const plainLanguages = ["yaml", "json", "jsonc"];

/** Watches the open documents. */
export interface Recognised extends Disposable {
	/** Why a document is or is not SWML. */
	readonly verdict: (document: TextDocument) => Detection;
	/** The language that a document had before its content made us switch it. */
	readonly switchedFrom: (document: TextDocument) => string | undefined;
	/** A verdict may have changed. */
	readonly onDidChange: Event<void>;
}

/** Whether a document has one of our languages. */
export function isSwml(document: TextDocument): boolean {
	return swmlLanguages.includes(document.languageId);
}

/** Whether documents of this kind can be edited; what only shows a text, as git's old versions do, is left in peace. */
export function isEditable({ scheme }: Uri): boolean {
	return scheme === "untitled" || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Switches documents that look like SWML to our languages, now and as they are opened and edited; `seen` is told each open document. */
export function recognise(kept: Kept, seen: (document: TextDocument) => void): Recognised {
	const changed = new EventEmitter<void>();
	// By URI: why we switched this document, and from what. It is switched once; whoever sets the language back meant it, until it is closed.
	const switched = new Map<string, Switch>();
	const waiting = new Map<string, ReturnType<typeof setTimeout>>();

	function look(document: TextDocument): void {
		seen(document);
		changed.fire();
		const uri = document.uri.toString();
		if (switched.has(uri) || !mayBeSwitched(document) || kept.isPlain(document.uri)) return;
		const found = wouldBe(document);
		if (!found) return;
		switched.set(uri, found);
		void languages.setTextDocumentLanguage(document, found.language);
		if (found.byContent) void tellOfSwitch(document, kept);
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
		verdict: (document) => verdict(document, switched.get(document.uri.toString())?.reason),
		switchedFrom: (document) => {
			const made = isSwml(document) ? switched.get(document.uri.toString()) : undefined;
			return made?.byContent ? made.from : undefined;
		},
		onDidChange: changed.event,
		dispose: () => {
			for (const each of listening) each.dispose();
			for (const timer of waiting.values()) clearTimeout(timer);
			changed.dispose();
		},
	};
}

interface Switch {
	/** The language before and after. */
	readonly from: string;
	readonly language: string;
	readonly reason: string;
	/** Nothing but the content says so: neither the name nor a comment. */
	readonly byContent: boolean;
}

/** Gives a document the SWML language that fits its syntax: the user asked for it. */
export async function treatAsSwml(document: TextDocument | undefined, kept: Kept): Promise<void> {
	if (!document || isSwml(document)) return;
	kept.setPlain(document.uri, false);
	const switched = await languages.setTextDocumentLanguage(document, languageOf(document));
	const { swml, reason } = detect(candidate(switched));
	if (!swml) void window.showInformationMessage(`SWML stays off here: ${reason}.`);
}

/** Gives a document the plain language of its syntax, and leaves it so when it is opened again: the user asked for it. */
export async function treatAsPlain(document: TextDocument | undefined, kept: Kept, language?: string): Promise<void> {
	if (!document || !isSwml(document)) return;
	kept.setPlain(document.uri, true);
	await languages.setTextDocumentLanguage(document, language ?? syntaxOf(candidate(document)));
}

/** Says once what happened to a file that did not ask for it, and how to have it back. */
async function tellOfSwitch({ uri, languageId }: TextDocument, kept: Kept): Promise<void> {
	if (!kept.mayTell()) return;
	kept.told();
	const [keep, never] = [`Keep as ${languageId === "yaml" ? "YAML" : "JSON"}`, "Do Not Ask Again"];
	const name = uri.path.replace(/^.*\//, "");
	const chosen = await window.showInformationMessage(`${name} looks like SWML, and is checked as SWML from now on.`, keep, never);
	if (chosen === never) kept.neverTell();
	if (chosen !== keep) return;
	const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	if (open) await treatAsPlain(open, kept, languageId);
	else kept.setPlain(uri, true);
}

function verdict(document: TextDocument, switchedBecause: string | undefined): Detection {
	const found = detect(candidate(document));
	if (isSwml(document) && !isEditable(document.uri)) return { swml: true, reason: "nothing is checked here, as it cannot be edited" };
	if (isSwml(document)) return found.swml && switchedBecause ? { swml: true, reason: switchedBecause } : found;
	return found.swml ? { swml: false, reason: `its language is set to ${document.languageId}` } : found;
}

/** The language a document should have instead of its own, and why, if any. */
function wouldBe(document: TextDocument): Switch | undefined {
	const file = candidate(document);
	const found = detect(file);
	if (!found.swml) return undefined;
	const language = languageOf(document);
	const made = { from: document.languageId, language, reason: found.reason };
	if (isSwml(document)) {
		// `.swml` is YAML to VS Code, which cannot see that this one is written in JSON.
		return /\.swml$/i.test(file.name) && language !== document.languageId ? { ...made, byContent: false } : undefined;
	}
	// A name that says SWML under another language: the user's `files.associations` said otherwise.
	if (detect({ ...file, text: "" }).swml) return undefined;
	return { ...made, byContent: !detect({ ...file, mode: "off" }).swml };
}

function mayBeSwitched({ languageId, uri }: TextDocument): boolean {
	return (languageId === "swml-yaml" || plainLanguages.includes(languageId)) && isEditable(uri);
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

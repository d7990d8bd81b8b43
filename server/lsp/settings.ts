/** Settings, from wherever they come: the editor, by request or by notification, and the project's configuration file. */
import type { Connection } from "vscode-languageserver";
import { mergeSettings, readSettings, type Settings } from "../core/settings.ts";
import type { Log } from "./guard.ts";

/** What holds for one document. */
export interface DocumentSettings {
	readonly settings: Settings;
	readonly detect: "auto" | "off";
}

/** What the door knows of configuration files; in a browser there are none. */
export interface ConfigFiles {
	readonly settingsFor: (uri: string) => { readonly settings: Settings; readonly complaints: readonly string[] };
	readonly forget: () => void;
	/** A glob of their names, for clients that watch files. */
	readonly pattern: string;
}

export interface SettingsSource {
	readonly of: (uri: string) => Promise<DocumentSettings>;
	/** Forgets what was fetched for a document that was closed. */
	readonly close: (uri: string) => void;
	/** Forgets what was fetched; `pushed` is what the client sent along, for clients that cannot be asked. */
	readonly forget: (pushed?: unknown) => void;
}

/** How long a client may take to answer, in milliseconds; then what is known already counts, until it does. */
const patience = 1000;

/**
 * Reads settings through `connection` where the client can be asked, else from what it sent. The editor's settings win over the file's.
 * `late` is called when an answer comes that was no longer waited for.
 */
export function settingsSource(connection: Connection, files: ConfigFiles, canAsk: boolean, initial: unknown, log: Log, late: () => void): SettingsSource {
	let silent = false;
	const answered = new Map<string, unknown>();
	let pushed = sectionOf(initial);
	let fetched = new Map<string, Promise<DocumentSettings>>();
	const told = new Set<string>();
	const complain = (complaints: readonly string[]) => {
		for (const complaint of complaints.filter((each) => !told.has(each))) {
			told.add(complaint);
			log(`Settings: ${complaint}`);
		}
	};

	/** What the client says; what is known already where it does not say anything. */
	async function ask(uri: string): Promise<unknown> {
		if (answered.has(uri)) return answered.get(uri) ?? pushed;
		const answer = connection.workspace.getConfiguration({ scopeUri: uri, section: "swml" });
		let waits = true;
		const arrived = answer.then((value: unknown) => {
			silent = false;
			if (waits) return value;
			// It is asked once for each document, however often it is late.
			if (fetched.delete(uri)) {
				answered.set(uri, value);
				late();
			}
			return value;
		});
		const known = await Promise.race([arrived, pausing(silent ? 0 : patience)]);
		waits = false;
		if (known === nothingYet) {
			if (!silent) log(`Settings: the client has not answered for ${patience} ms; going on without`);
			silent = true;
			arrived.catch((error) => log(`Settings: ${String(error)}`));
			return pushed;
		}
		return known ?? pushed;
	}

	async function fetch(uri: string): Promise<DocumentSettings> {
		const asked: unknown = canAsk ? await ask(uri) : pushed;
		const editor = readSettings(asked ?? undefined);
		const file = files.settingsFor(uri);
		complain([...editor.complaints, ...file.complaints]);
		const detect = isObject(asked) && asked["detect"] === "off" ? "off" : "auto";
		return { settings: mergeSettings(file.settings, editor.settings), detect };
	}

	return {
		of: (uri) => {
			let found = fetched.get(uri);
			if (!found) {
				found = fetch(uri).catch((error) => {
					log(`Settings: ${String(error)}`);
					return { settings: files.settingsFor(uri).settings, detect: "auto" as const };
				});
				fetched.set(uri, found);
			}
			return found;
		},
		close: (uri) => {
			fetched.delete(uri);
			answered.delete(uri);
		},
		forget: (sent) => {
			fetched = new Map();
			answered.clear();
			files.forget();
			if (sent !== undefined) pushed = sectionOf(sent) ?? pushed;
		},
	};
}

const nothingYet = Symbol("nothing yet");

function pausing(time: number): Promise<typeof nothingYet> {
	return new Promise((resolve) => setTimeout(() => resolve(nothingYet), time));
}

/** `{ swml: { rules } }` or `{ rules }`. */
function sectionOf(sent: unknown): unknown {
	return isObject(sent) && "swml" in sent ? sent["swml"] : sent;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
	return typeof value === "object" && value !== null;
}

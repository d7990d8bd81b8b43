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
}

export interface SettingsSource {
	readonly of: (uri: string) => Promise<DocumentSettings>;
	/** Forgets what was fetched; `pushed` is what the client sent along, for clients that cannot be asked. */
	readonly forget: (pushed?: unknown) => void;
}

/** Reads settings through `connection` where the client can be asked, else from what it sent. The editor's settings win over the file's. */
export function settingsSource(connection: Connection, files: ConfigFiles, canAsk: boolean, initial: unknown, log: Log): SettingsSource {
	let pushed = sectionOf(initial);
	let fetched = new Map<string, Promise<DocumentSettings>>();
	const told = new Set<string>();
	const complain = (complaints: readonly string[]) => {
		for (const complaint of complaints.filter((each) => !told.has(each))) {
			told.add(complaint);
			log(`Settings: ${complaint}`);
		}
	};

	async function fetch(uri: string): Promise<DocumentSettings> {
		const asked: unknown = canAsk ? ((await connection.workspace.getConfiguration({ scopeUri: uri, section: "swml" })) ?? pushed) : pushed;
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
		forget: (sent) => {
			fetched = new Map();
			files.forget();
			if (sent !== undefined) pushed = sectionOf(sent) ?? pushed;
		},
	};
}

/** `{ swml: { rules } }` or `{ rules }`. */
function sectionOf(sent: unknown): unknown {
	return isObject(sent) && "swml" in sent ? sent["swml"] : sent;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
	return typeof value === "object" && value !== null;
}

/** The `.swmlrc.json`, `.swmlrc.yaml` or `.swmlrc.yml` that counts for a file. For the doors that have a file system. Never here: what a setting means. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { linesOf } from "./core/base/lines.ts";
import { noSettings, readSettings, type Settings } from "./core/settings.ts";
import { dataOf } from "./core/syntax/node.ts";
import { parse } from "./core/syntax/parse.ts";

/** What a config file says. */
export interface Config {
	readonly settings: Settings;
	/** The config file's path; absent where there is none. */
	readonly file?: string;
	/** What could not be read, each beginning with the config file's name. */
	readonly complaints: readonly string[];
}

/** The first that exists counts. */
const configNames: readonly string[] = [".swmlrc.json", ".swmlrc.yaml", ".swmlrc.yml"];

/** A glob of these names, for clients that watch files. */
export const configPattern = "**/.swmlrc.{json,yaml,yml}";

const known = new Map<string, Config>();

/** The nearest config in the folder of `file` or above it, up to the folder that holds `.git`. Never throws. */
export function configFor(file: string): Config {
	return configIn(dirname(resolve(file)));
}

/** Forgets what was read: config files have changed. */
export function forget(): void {
	known.clear();
}

function configIn(folder: string): Config {
	const kept = known.get(folder);
	if (kept) return kept;
	const config = find(folder);
	known.set(folder, config);
	return config;
}

function find(folder: string): Config {
	const name = configNames.find((each) => existsSync(join(folder, each)));
	if (name) return read(join(folder, name));
	const above = dirname(folder);
	return above === folder || existsSync(join(folder, ".git")) ? { settings: noSettings, complaints: [] } : configIn(above);
}

function read(file: string): Config {
	const name = basename(file);
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		return { settings: noSettings, file, complaints: [`${name}: cannot be read: ${reason(error)}`] };
	}
	const { root, faults } = parse(text, name.endsWith(".json") ? "json" : "yaml");
	const [fault] = faults;
	if (fault) {
		const { line } = linesOf(text).position(fault.span.start);
		return { settings: noSettings, file, complaints: [`${name}: line ${line + 1}: ${fault.message}`] };
	}
	const { settings, complaints } = readSettings(root && dataOf(root));
	return { settings, file, complaints: complaints.map((complaint) => `${name}: ${complaint}`) };
}

/** Why a file operation failed, in words. */
export function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = "code" in error ? String(error.code) : undefined;
	switch (code) {
		case "ENOENT":
			return "no such file or folder";
		case "EACCES":
		case "EPERM":
			return "no permission";
		case "EISDIR":
			return "it is a folder";
		case "ELOOP":
			return "its links lead in a circle";
		case "ENOSPC":
			return "no space left";
		default:
			return code ?? error.message;
	}
}

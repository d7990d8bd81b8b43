/** The `.swmlrc.json`, `.swmlrc.yaml` or `.swmlrc.yml` that counts for a file. For the doors that have a file system. Never here: what a setting means. */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { linesOf } from "./core/base/lines.ts";
import { legible, quote } from "./core/base/quote.ts";
import { noSettings, readSettings, type Settings } from "./core/settings.ts";
import { dataOf } from "./core/syntax/node.ts";
import { parse } from "./core/syntax/parse.ts";
import { onDisk, readBytes, reason } from "./disk.ts";

/** What a config file says. */
export interface Config {
	readonly settings: Settings;
	/** The config file's path; absent where there is none. */
	readonly file?: string;
	/** What could not be read, each beginning with the config file's name; the last says how many more there are. */
	readonly complaints: readonly string[];
}

/** The first that exists counts. */
const configNames: readonly string[] = [".swmlrc.json", ".swmlrc.yaml", ".swmlrc.yml"];

/** A glob of these names, for clients that watch files. */
export const configPattern = "**/.swmlrc.{json,yaml,yml}";
/** Ten times what all rules take, in bytes. */
const largest = 100 * 1024;
/** More mistakes are counted, not named. */
const mostComplaints = 10;

const known = new Map<string, Config>();

/** The nearest config in the folder of `file` or above it, up to the folder that holds `.git`. Never throws. */
export function configFor(file: string): Config {
	return configIn(dirname(resolve(file)));
}

/** The config for a document that an editor knows by its URI; none where that names no file of this machine. Never throws. */
export function configForUri(uri: string): Config {
	if (!/^file:/i.test(uri)) return { settings: noSettings, complaints: [] };
	let file: string;
	try {
		file = fileURLToPath(uri);
	} catch {
		// Another machine's, or written against the rules: its problems matter all the same.
		return { settings: noSettings, complaints: [`no \`.swmlrc\` counts for ${quote(uri)}, as it names no file of this machine`] };
	}
	return configFor(file);
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
	const name = configNames.find((each) => existsSync(onDisk(join(folder, each))));
	if (name) return read(join(folder, name));
	const above = dirname(folder);
	return above === folder || existsSync(onDisk(join(folder, ".git"))) ? { settings: noSettings, complaints: [] } : configIn(above);
}

function read(file: string): Config {
	const name = basename(file);
	const without = (complaint: string): Config => ({ settings: noSettings, file, complaints: [`${name}: ${complaint}`] });
	let bytes: Buffer | undefined;
	try {
		bytes = readBytes(file, largest);
	} catch (error) {
		return without(`cannot be read: ${reason(error)}`);
	}
	if (!bytes) return without("larger than 100 KB; no settings are");
	const text = bytes.toString();
	const { root, faults } = parse(text, name.endsWith(".json") ? "json" : "yaml");
	const [fault] = faults;
	if (fault) return without(`line ${linesOf(text).position(fault.span.start).line + 1}: ${legible(fault.message)}`);
	const { settings, complaints } = readSettings(root && dataOf(root));
	const more = complaints.length - mostComplaints;
	const named = more > 1 ? [...complaints.slice(0, mostComplaints), `and ${more} more mistakes`] : complaints;
	return { settings, file, complaints: named.map((complaint) => `${name}: ${complaint}`) };
}

/** From the names on the command line to files. Never here: what is in a file, apart from `.gitignore`. */
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { reason } from "../config.ts";
import { type IgnoreLine, isIgnored, readIgnoreLines } from "./ignored.ts";

/** One file to look at. */
export interface Found {
	/** Absolute. */
	readonly path: string;
	/** Written on the command line, not come upon in a folder. */
	readonly named: boolean;
}

/** What was found, and names that stand for nothing. */
export interface Search {
	readonly files: readonly Found[];
	readonly complaints: readonly string[];
}

/** No one keeps sources there. */
const skipped = ["node_modules", ".git", "dist"];
const candidates = /\.(?:swml|ya?ml|json)$/i;

/** Looks up files, folders and globs; each file once, in the order of the names. */
export async function findFiles(names: readonly string[], cwd: string): Promise<Search> {
	const files = new Map<string, Found>();
	const complaints: string[] = [];
	const add = (path: string, named: boolean) => {
		if (named || !files.has(path)) files.set(path, { path, named: named || files.get(path)?.named === true });
	};
	for (const name of names) {
		const path = resolve(cwd, name);
		const found = look(path);
		if ("isFile" in found) {
			if (found.isDirectory()) for (const each of walk(path, linesAbove(path), complaints, cwd)) add(each, false);
			else add(path, true);
			continue;
		}
		const pattern = process.platform === "win32" ? name.replaceAll("\\", "/") : name;
		const matched = isDynamicPattern(pattern) ? await expand(pattern, cwd) : undefined;
		if (matched?.length === 0) complaints.push(`${name}: no file matches`);
		else if (matched) for (const each of matched) add(each, false);
		else complaints.push(`${name}: ${found.why}`);
	}
	return { files: [...files.values()], complaints };
}

/** How a path is written in reports: relative to the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
	const shown = relative(cwd, path) || ".";
	return process.platform === "win32" ? shown.replaceAll("\\", "/") : shown;
}

function look(path: string): Stats | { readonly why: string } {
	try {
		return statSync(path);
	} catch (error) {
		return { why: reason(error) };
	}
}

async function expand(pattern: string, cwd: string): Promise<readonly string[]> {
	const ignore = skipped.filter((folder) => !pattern.includes(folder)).map((folder) => `**/${folder}/**`);
	const paths = await glob(pattern, { cwd, absolute: true, onlyFiles: true, expandDirectories: false, followSymbolicLinks: false, ignore });
	return paths.map((path) => resolve(path)).sort();
}

function walk(folder: string, above: readonly IgnoreLine[], complaints: string[], cwd: string): readonly string[] {
	let entries: readonly { readonly name: string; readonly isFolder: boolean }[];
	try {
		entries = readdirSync(folder, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() || entry.isFile() || entry.isSymbolicLink())
			.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		complaints.push(`${shownPath(folder, cwd)}: cannot be read: ${reason(error)}`);
		return [];
	}
	const lines = [...above, ...linesIn(folder)];
	return entries.flatMap(({ name, isFolder }) => {
		const path = join(folder, name);
		if (isFolder ? skipped.includes(name) : !candidates.test(name)) return [];
		if (isIgnored(lines, slashed(path), isFolder)) return [];
		if (isFolder) return walk(path, lines, complaints, cwd);
		// A link to a folder is left alone: it may lead back here.
		const found = look(path);
		return "isFile" in found && !found.isFile() ? [] : [path];
	});
}

/** What the folders above say, from the folder that holds `.git` downwards; outside of a repository nothing. */
function linesAbove(folder: string): readonly IgnoreLine[] {
	const folders: string[] = [];
	for (let at = folder; ; ) {
		if (existsSync(join(at, ".git"))) return folders.reverse().flatMap(linesIn);
		const above = dirname(at);
		if (above === at) return [];
		folders.push(above);
		at = above;
	}
}

function linesIn(folder: string): readonly IgnoreLine[] {
	const path = join(folder, ".gitignore");
	try {
		return readIgnoreLines(readFileSync(path, "utf8"), slashed(folder).replace(/\/*$/, "/"));
	} catch {
		return [];
	}
}

function slashed(path: string): string {
	return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

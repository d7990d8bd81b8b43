/** From the names on the command line to files. Never here: what is in a file, apart from `.gitignore`. */
import { type Dirent, existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Minimatch } from "minimatch";
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
/** What makes a name a glob, where no file has that name. */
const magic = /[*?[\]{}]|[!+@]\(/;
const candidates = /\.(?:swml|ya?ml|json)$/i;

/** Looks up files, folders and globs; each file once, in the order of the names. */
export function findFiles(names: readonly string[], cwd: string): Search {
	const files = new Map<string, Found>();
	const complaints: string[] = [];
	const add = (path: string, named: boolean) => {
		if (named || !files.has(path)) files.set(path, { path, named });
	};
	const unread = (folder: string, why: string) => complaints.push(`${shownPath(folder, cwd)}: cannot be read: ${why}`);
	for (const name of names) {
		const path = resolve(cwd, name);
		const found = look(path);
		if ("isFile" in found) {
			if (found.isDirectory()) for (const each of walk(path, { ...inFolders, lines: linesAbove(path) }, unread)) add(each, false);
			else add(path, true);
		} else if (magic.test(name)) {
			const matched = expand(slashed(name), cwd, unread);
			if (matched.length === 0) complaints.push(`${name}: no file matches`);
			for (const each of matched) add(each, false);
		} else complaints.push(`${name}: ${found.why}`);
	}
	return { files: [...files.values()], complaints };
}

/** How a path is written in reports: relative to the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
	return slashed(relative(cwd, path)) || ".";
}

function look(path: string): Stats | { readonly why: string } {
	try {
		return statSync(path);
	} catch (error) {
		return { why: reason(error) };
	}
}

/** The files that a glob stands for. Like a shell's, its `*` leaves out names that begin with a dot. */
function expand(pattern: string, cwd: string, unread: Unread): readonly string[] {
	const parts = pattern.split("/");
	const first = parts.findIndex((part) => magic.test(part));
	const base = resolve(cwd, parts.slice(0, first).join("/") || (first > 0 ? "/" : "."));
	const matcher = new Minimatch(parts.slice(first).join("/"), { nocomment: true, nonegate: true });
	if (!("isFile" in look(base))) return [];
	const wants = (path: string, name: string, isFolder: boolean) => {
		const below = slashed(relative(base, path));
		if (!isFolder) return matcher.match(below);
		return matcher.match(below, true) && (!skipped.includes(name) || parts.includes(name));
	};
	return walk(base, { wants }, unread);
}

/** What a walk takes: the files it wants, from the folders it wants. */
interface Walking {
	readonly wants: (path: string, name: string, isFolder: boolean) => boolean;
	/** The lines of `.gitignore` files above; undefined where such files do not count. */
	readonly lines?: readonly IgnoreLine[];
}

type Unread = (folder: string, why: string) => void;

const inFolders: Walking = { wants: (_, name, isFolder) => (isFolder ? !skipped.includes(name) : candidates.test(name)) };

/** Files below a folder, in alphabetical order. */
function walk(folder: string, { wants, lines: above }: Walking, unread: Unread): readonly string[] {
	let entries: readonly Dirent[];
	try {
		entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		unread(folder, reason(error));
		return [];
	}
	const lines = above && [...above, ...linesIn(folder)];
	return entries.flatMap((entry) => {
		const path = join(folder, entry.name);
		const isFolder = entry.isDirectory();
		if (!wants(path, entry.name, isFolder) || (lines && isIgnored(lines, slashed(path), isFolder))) return [];
		if (isFolder) return walk(path, { wants, ...(lines && { lines }) }, unread);
		if (!entry.isSymbolicLink()) return entry.isFile() ? [path] : [];
		// A link to a folder is left alone: it may lead back here. One that leads nowhere is told of when it is read.
		const target = look(path);
		return "isFile" in target && !target.isFile() ? [] : [path];
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
		const base = slashed(folder);
		return readIgnoreLines(readFileSync(path, "utf8"), base.endsWith("/") ? base : `${base}/`);
	} catch {
		return [];
	}
}

function slashed(path: string): string {
	return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

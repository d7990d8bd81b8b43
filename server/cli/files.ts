/** From the names on the command line to files. Never here: what is in a file, apart from `.gitignore`. */
import { existsSync, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Minimatch } from "minimatch";
import { nameOf, onDisk, readBytes, reason } from "../disk.ts";
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
/** A `.gitignore` of more bytes is none that anybody wrote. */
const mostIgnored = 1024 * 1024;
const candidates = /\.(?:swml|ya?ml|json)$/i;

/** Looks up files, folders and globs; each file once, in the order of the names. */
export function findFiles(names: readonly string[], cwd: string): Search {
	const files = new Map<string, Found>();
	const complaints: string[] = [];
	const add = (path: string, named: boolean) => {
		if (named || !files.has(path)) files.set(path, { path, named });
	};
	const unread = (path: string, why: string) => complaints.push(`${shownPath(path, cwd)}: cannot be read: ${why}`);
	for (const name of names) {
		const path = resolve(cwd, name);
		const found = look(path);
		if ("isFile" in found) {
			if (found.isDirectory()) for (const each of walk(path, { ...inFolders, lines: linesAbove(path, unread) }, unread)) add(each, false);
			else add(path, true);
		} else if (magic.test(name)) {
			const matched = expand(slashed(name), cwd, unread);
			if (matched.length === 0) complaints.push(`${name}: no file matches`);
			for (const each of matched) add(each, false);
		} else {
			const meant = name.includes("\uFFFD") ? misread(path) : [];
			for (const each of meant) add(each, true);
			if (meant.length === 0) complaints.push(`${name}: ${found.why}`);
		}
	}
	return { files: [...files.values()], complaints: [...new Set(complaints)] };
}

/** How a path is written in reports: relative to the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
	return slashed(relative(cwd, path)) || ".";
}

function look(path: string): Stats | { readonly why: string } {
	try {
		return statSync(onDisk(path));
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

/** Told of what cannot be read, though it matters. */
type Unread = (path: string, why: string) => void;

const inFolders: Walking = { wants: (_, name, isFolder) => (isFolder ? !skipped.includes(name) : candidates.test(name)) };

/** What stands in a folder. */
interface Entry {
	readonly name: string;
	readonly kind: Pick<Stats, "isDirectory" | "isFile" | "isSymbolicLink">;
}

function entriesOf(folder: string): readonly Entry[] {
	const entries = readdirSync(onDisk(folder), { withFileTypes: true });
	if (!entries.some(({ name }) => name.includes("\uFFFD"))) return entries.map((kind) => ({ name: kind.name, kind }));
	// Some name may not be UTF-8, and only its bytes tell.
	return readdirSync(onDisk(folder), "buffer").map((bytes) => {
		const name = nameOf(bytes);
		return { name, kind: lstatSync(onDisk(join(folder, name))) };
	});
}

/** The files whose name is not UTF-8 and came through the command line as this. */
function misread(path: string): readonly string[] {
	try {
		const names = readdirSync(dirname(path), "buffer").filter((bytes) => bytes.toString() === basename(path));
		return names.map((bytes) => join(dirname(path), nameOf(bytes)));
	} catch {
		return [];
	}
}

/** Files below a folder, in alphabetical order. */
function walk(folder: string, { wants, lines: above }: Walking, unread: Unread): readonly string[] {
	let entries: readonly Entry[];
	try {
		entries = entriesOf(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		unread(folder, reason(error));
		return [];
	}
	const lines = above && [...above, ...linesIn(folder, unread)];
	return entries.flatMap(({ name, kind }) => {
		const path = join(folder, name);
		const isFolder = kind.isDirectory();
		if (!wants(path, name, isFolder) || (lines && isIgnored(lines, slashed(path), isFolder))) return [];
		if (isFolder) return walk(path, { wants, ...(lines && { lines }) }, unread);
		if (!kind.isSymbolicLink()) return kind.isFile() ? [path] : [];
		// A link to a folder is left alone: it may lead back here. One that leads nowhere is told of when it is read.
		const target = look(path);
		return "isFile" in target && !target.isFile() ? [] : [path];
	});
}

/** What the folders above say, from the folder that holds `.git` downwards; outside of a repository nothing. */
function linesAbove(folder: string, unread: Unread): readonly IgnoreLine[] {
	const folders: string[] = [];
	for (let at = folder; ; ) {
		if (existsSync(onDisk(join(at, ".git")))) return folders.reverse().flatMap((each) => linesIn(each, unread));
		const above = dirname(at);
		if (above === at) return [];
		folders.push(above);
		at = above;
	}
}

function linesIn(folder: string, unread: Unread): readonly IgnoreLine[] {
	const path = join(folder, ".gitignore");
	if (!existsSync(onDisk(path))) return [];
	try {
		const bytes = readBytes(path, mostIgnored);
		const base = slashed(folder);
		if (bytes) return readIgnoreLines(bytes.toString(), base.endsWith("/") ? base : `${base}/`);
		unread(path, "it is larger than 1 MB");
	} catch (error) {
		unread(path, reason(error));
	}
	return [];
}

function slashed(path: string): string {
	return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

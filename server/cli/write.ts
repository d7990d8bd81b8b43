/** A new text into a file that was read before: nobody's words are lost on the way, and nothing else is left behind. Never here: what is written. */

import { randomBytes } from "node:crypto";
import {
	accessSync,
	closeSync,
	constants,
	fchmodSync,
	fchownSync,
	fstatSync,
	fsyncSync,
	ftruncateSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { nameOf, onDisk, readBytes, readUpTo, reason } from "../disk.ts";
import { largest } from "./read.ts";

const changed = "not written: it was saved meanwhile; run the command again";

/**
 * Puts `after` in the place of `before`, which is what the file held when it was read. Gives a reason where that fails or is not allowed;
 * the file is then as it was, or as somebody else has saved it meanwhile. Whoever reads it at the time sees the old or the new text. Only
 * where its other names or its owner would be lost the file is written over instead. A signal that comes meanwhile counts afterwards.
 */
export function replaceText(path: string, before: string, after: string): Promise<string | undefined> {
	return inOnePiece(() => {
		try {
			// The file itself, not a link to it, is replaced.
			const target = nameOf(realpathSync.native(onDisk(path), "buffer"));
			return replace(target, Buffer.from(before), Buffer.from(after)) ? undefined : changed;
		} catch (error) {
			return `cannot be written: ${reason(error)}`;
		}
	});
}

/** Whether it was done; not where the file no longer holds `before`. */
function replace(target: string, before: Buffer, after: Buffer): boolean {
	const stats = statSync(onDisk(target));
	// Root may write everything; a file that nobody may write to is meant to stay as it is.
	if (!stats.isFile() || (stats.mode & 0o222) === 0) throw new Error("it is read-only");
	accessSync(onDisk(target), constants.W_OK);
	const copy = stats.nlink > 1 ? undefined : copyFor(target, stats, after);
	if (!copy) return overwrite(target, before, after);
	let old: number | undefined;
	try {
		// Windows replaces no file that is open.
		if (process.platform !== "win32") old = openSync(onDisk(target), constants.O_RDONLY | constants.O_NONBLOCK);
		if (!readBytes(target, largest)?.equals(before)) return false;
		renameSync(copy, onDisk(target));
		return old === undefined || !restored(target, old, before);
	} finally {
		rmSync(copy, { force: true });
		if (old !== undefined) closeSync(old);
	}
}

/** A file beside `target` that holds `after` and is on the disk, with the same rights; undefined where it cannot have the same owner. */
function copyFor(target: string, { uid, gid, mode }: Stats, after: Buffer): Buffer | undefined {
	const path = Buffer.from(onDisk(join(dirname(target), `.swml-${randomBytes(6).toString("hex")}.tmp`)));
	let file: number | undefined;
	let whole = false;
	try {
		file = openSync(path, "wx", 0o600);
		const own = fstatSync(file);
		if (own.uid !== uid || own.gid !== gid) {
			try {
				fchownSync(file, uid, gid);
			} catch {
				// Only root may give files away.
				return undefined;
			}
		}
		writeFileSync(file, after);
		fchmodSync(file, mode & 0o7777);
		fsyncSync(file);
		whole = true;
		return path;
	} finally {
		if (file !== undefined) {
			closeSync(file);
			if (!whole) rmSync(path, { force: true });
		}
	}
}

/** Whether somebody wrote into the old file in the moment between the last look at it and the renaming; if so, their text is put back. */
function restored(target: string, old: number, before: Buffer): boolean {
	const now = readUpTo(old, before.length, largest);
	if (!now || now.equals(before)) return false;
	writeFileSync(onDisk(target), now);
	return true;
}

/** Writes over a file that has other names, or another owner. What could not be written to the end is taken back. */
function overwrite(target: string, before: Buffer, after: Buffer): boolean {
	const file = openSync(onDisk(target), "r+");
	const put = (bytes: Buffer) => {
		for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
		ftruncateSync(file, bytes.length);
		fsyncSync(file);
	};
	try {
		if (!readUpTo(file, before.length, largest)?.equals(before)) return false;
		try {
			put(after);
		} catch (error) {
			put(before);
			throw error;
		}
		return true;
	} finally {
		closeSync(file);
	}
}

const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Does a piece of work whole: a signal to end comes into force after it. */
async function inOnePiece<T>(work: () => T): Promise<T> {
	let caught: NodeJS.Signals | undefined;
	const keep = (signal: NodeJS.Signals) => {
		caught ??= signal;
	};
	for (const signal of signals) process.on(signal, keep);
	try {
		return work();
	} finally {
		// What came meanwhile is told when the loop of events has gone round once.
		for (let turn = 0; turn < 2; turn++) await new Promise<void>((done) => setImmediate(done));
		for (const signal of signals) process.off(signal, keep);
		if (caught) process.kill(process.pid, caught);
	}
}

/** Bytes into text, and back into the file. What is no text is refused with a reason. Never here: whether the text is SWML. */
import { chmodSync, chownSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { reason } from "../config.ts";

/** A text, or why there is none; `failed` where the file might well have been one. */
export type Reading = { readonly text: string; readonly bom: boolean } | { readonly refused: string; readonly failed?: true };

const megabytes = 20;
const largest = megabytes * 1024 * 1024;
const tooLarge = `larger than ${megabytes} MB; no SWML document is`;

export function readText(path: string): Reading {
	try {
		if (statSync(path).size > largest) return { refused: tooLarge };
		return decode(readFileSync(path));
	} catch (error) {
		return { refused: `cannot be read: ${reason(error)}`, failed: true };
	}
}

export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Reading> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of stream) {
		const bytes = typeof part === "string" ? Buffer.from(part) : part;
		size += bytes.length;
		if (size > largest) return { refused: tooLarge };
		parts.push(bytes);
	}
	return decode(Buffer.concat(parts));
}

/** Writes a text in one go: whoever reads the file meanwhile sees the old or the new one. Gives a reason where that fails. */
export function writeText(path: string, text: string, bom: boolean): string | undefined {
	let temporary: string | undefined;
	try {
		// The file itself, not a link to it, is replaced.
		const target = realpathSync(path);
		const { mode, uid, gid } = statSync(target);
		temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
		writeFileSync(temporary, (bom ? "\uFEFF" : "") + text, { mode, flag: "wx" });
		chmodSync(temporary, mode);
		keepOwner(temporary, uid, gid);
		renameSync(temporary, target);
		return undefined;
	} catch (error) {
		if (temporary) rmSync(temporary, { force: true });
		return `cannot be written: ${reason(error)}`;
	}
}

function keepOwner(path: string, uid: number, gid: number): void {
	const { uid: ours, gid: group } = statSync(path);
	if (ours === uid && group === gid) return;
	try {
		chownSync(path, uid, gid);
	} catch {
		// Only root may give files away; for others the file becomes theirs.
	}
}

function decode(bytes: Buffer): Reading {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { refused: "written in UTF-16; save it as UTF-8" };
	if (bytes.includes(0)) return { refused: "binary: it contains NUL bytes" };
	const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), bom };
	} catch {
		return { refused: "not written in UTF-8; save it as UTF-8" };
	}
}

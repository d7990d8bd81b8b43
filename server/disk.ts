/** Files as the doors read them: regular ones, up to a size, whatever the disk says of them beforehand. Never here: what is in them. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";

/**
 * The bytes of a file, or of the one that a link leads to; undefined where they are more than `most`. They are counted while reading, as
 * files of the kernel have no size and others grow. What is no regular file is not opened, as a pipe may have no writer and a device no
 * end. Throws where there is nothing to read; `reason` puts that into words.
 */
export function readBytes(path: string, most: number): Buffer | undefined {
	refuseOther(statSync(onDisk(path)));
	// Should it have become a pipe meanwhile, opening it does not wait.
	const file = openSync(onDisk(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = fstatSync(file);
		refuseOther(stats);
		return readUpTo(file, stats.size, most);
	} finally {
		closeSync(file);
	}
}

/** What an open file holds, from its beginning; `expected` is how much that may be. */
export function readUpTo(file: number, expected: number, most: number): Buffer | undefined {
	const parts: Buffer[] = [];
	for (let size = 0; ; ) {
		const part = Buffer.allocUnsafe(Math.min(parts.length === 0 ? Math.max(expected + 1, 4096) : 65_536, most + 1 - size));
		const read = readSync(file, part, 0, part.length, size);
		if (read === 0) return parts.length === 1 ? parts[0] : Buffer.concat(parts);
		size += read;
		if (size > most) return undefined;
		parts.push(part.subarray(0, read));
	}
}

function refuseOther(stats: Stats): void {
	if (stats.isFile()) return;
	const what = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe, not a file" : stats.isSocket() ? "a socket, not a file" : "a device, not a file";
	throw new Error(`it is ${what}`);
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
		case "EROFS":
			return "the disk is read-only";
		case "EBUSY":
			return "it is in use";
		default:
			return code ?? error.message;
	}
}

/** Whole characters in UTF-8; what is none of them comes byte by byte. */
const sequences =
	/[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** A name as the disk has it. Bytes that are no UTF-8 become lone surrogates, U+DC80 to U+DCFF, so that `onDisk` finds the file again. */
export function nameOf(bytes: Buffer): string {
	return bytes.toString("latin1").replace(sequences, (part) => {
		const byte = part.charCodeAt(0);
		return part.length === 1 && byte > 0x7f ? String.fromCharCode(0xdc00 + byte) : Buffer.from(part, "latin1").toString();
	});
}

/** Bytes of a name that were no UTF-8, as `nameOf` keeps them. */
export const strayBytes = /[\udc80-\udcff]/gu;

/** A path as the disk takes it. */
export function onDisk(path: string): string | Buffer {
	if (path.search(strayBytes) < 0) return path;
	return Buffer.concat(path.split(/([\udc80-\udcff])/u).map((part, index) => (index % 2 === 1 ? Buffer.of(part.charCodeAt(0) - 0xdc00) : Buffer.from(part))));
}

/** Bytes into text. What is no text is refused with a reason. Never here: whether the text is SWML. */
import { readBytes, reason } from "../disk.ts";

/** A text, or why there is none; `failed` where the file might well have been one. */
export type Reading = { readonly text: string; readonly bom: boolean } | { readonly refused: string; readonly failed?: true };

const megabytes = 20;
/** No file of more bytes is read. */
export const largest = megabytes * 1024 * 1024;
const tooLarge = `larger than ${megabytes} MB; no SWML document is`;

/** The text of a file. */
export function readText(path: string): Reading {
	try {
		const bytes = readBytes(path, largest);
		return bytes ? decode(bytes) : { refused: tooLarge };
	} catch (error) {
		return { refused: `cannot be read: ${reason(error)}`, failed: true };
	}
}

/** The text that a stream brings, to its end. */
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

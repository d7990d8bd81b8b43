/** Text of others in our reports: what could move the cursor, turn the writing direction or not be seen at all is written as an escape. */
import { legible, unhide } from "../core/base/quote.ts";
import { strayBytes } from "../disk.ts";

/** `text` on one line, without anything a terminal would act on; bytes of a name that are no UTF-8 as `\xe9`. */
export function printable(text: string): string {
	return legible(text.replace(strayBytes, (sign) => `\\x${byteIn(sign)}`));
}

/** A value as JSON that holds nothing hidden either. It reads back as the same value. */
export function jsonOf(value: unknown, indent?: number): string {
	// Line breaks in JSON are its own.
	return unhide(JSON.stringify(value, null, indent), (sign) => (sign === "\n" ? sign : sign.replace(/[\s\S]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)));
}

/** A path with forward slashes as the path of a URI. */
export function uriPath(path: string): string {
	return path
		.split(/(\/|\p{Cs})/u)
		.map((part) =>
			part === "/" ? part : /^[\udc80-\udcff]$/.test(part) ? `%${byteIn(part).toUpperCase()}` : encodeURIComponent(part.replace(/\p{Cs}/u, "\uFFFD")),
		)
		.join("");
}

function byteIn(sign: string): string {
	return hex(sign.charCodeAt(0) - 0xdc00, 2);
}

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, "0");
}

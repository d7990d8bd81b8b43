/** Texts in double quotes, in half-written documents of either syntax: where they end, if they do. */

/**
 * The offset of the quote that closes the text which the one at `start` opens; where its line has none, the end of that line. Up to there,
 * no other quote is closed either: nobody needs to look again.
 */
export function closingQuote(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === doubleQuote || code === lineFeed) return at;
		if (code === backslash && text.charCodeAt(++at) === lineFeed) return at;
	}
	return text.length;
}

const [doubleQuote, backslash, lineFeed] = [0x22, 0x5c, 0x0a] as const;

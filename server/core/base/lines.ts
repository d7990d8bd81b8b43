/** Offsets to lines and columns and back, for the protocol and the terminal. */

/** A place as the protocol has it: zero-based, in UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** The line breaks of one text. */
export interface Lines {
	readonly position: (offset: number) => Position;
	readonly offset: (position: Position) => number;
}

/** Reads the line breaks of `text` once; look-ups are binary searches. Positions past the end of a line or of the text stop there. */
export function linesOf(text: string): Lines {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const position = (offset: number): Position => {
		const place = Math.min(Math.max(offset, 0), text.length);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= place) low = middle;
			else high = middle - 1;
		}
		return { line: low, character: place - (starts[low] ?? 0) };
	};
	const offset = ({ line, character }: Position): number => {
		const start = starts[line];
		if (start === undefined) return line < 0 ? 0 : text.length;
		return Math.min(start + Math.max(character, 0), (starts[line + 1] ?? text.length + 1) - 1);
	};
	return { position, offset };
}

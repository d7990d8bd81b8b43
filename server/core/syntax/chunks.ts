/**
 * A YAML document cut where its root keys and its sections begin. Each piece is read on its own: a fault stays in its section, and a piece
 * that did not change since the last version is not read again. Knows only that a root map is cut, and under which key once more.
 */

/** A stretch of text that holds whole entries of one map. */
export interface Chunk {
	readonly start: number;
	readonly text: string;
}

/** The pieces of a document: entries of the root, and the entries below one of its keys. */
export interface Chunks {
	/** In order; the key that is cut once more ends its piece with its colon. */
	readonly root: readonly Chunk[];
	readonly below: readonly Chunk[];
	/** The piece of the root whose last entry `below` belongs to. */
	readonly owner: number;
}

/** A key; one that begins with a dash is rather an item without its blank. */
const keyLine = /^(?:(?!-)[\w$.-]+|"[^"\\\n]*"|'[^'\n]*')[ \t]*:(?:[ \t]|$)/;

/** Cuts `text` at the root and below `key`; undefined where that cannot be done safely, and the text has to be read as a whole. */
export function cut(text: string, key: string): Chunks | undefined {
	if (/^(?:---|\.\.\.|%|\t)/m.test(text)) return undefined;
	const root: Chunk[] = [];
	const below: Chunk[] = [];
	let owner = -1;
	let indent = -1;
	let start = 0;
	/** Whether the lines being read are below `key`. */
	let inside = false;
	const close = (end: number) => {
		if (end > start) (inside ? below : root).push({ start, text: text.slice(start, end) });
		start = end;
	};
	for (let at = 0; at < text.length; ) {
		const next = text.indexOf("\n", at);
		const end = next < 0 ? text.length : next + 1;
		const column = columnOf(text, at, end);
		// Most lines lie deeper than anything is cut, and are passed over.
		if (column >= 0 && text[at + column] !== "#" && (column <= indent || !inside || indent < 0)) {
			const body = text.slice(at + column, end).trimEnd();
			if (column === 0) {
				if (!keyLine.test(body)) return undefined;
				if (at > 0) close(at);
				inside = false;
				const name = /^(["']?)([^"':]*[^"':\s])\1[ \t]*:[ \t]*(?:#.*)?$/.exec(body)?.[2];
				if (name === key) {
					if (owner >= 0) return undefined;
					close(end);
					owner = root.length - 1;
					inside = true;
					indent = -1;
				}
			} else if (inside) {
				if (indent < 0) indent = column;
				if (column < indent) return undefined;
				if (column === indent) {
					if (below.length === 0 && start === at) {
						if (!keyLine.test(body)) return undefined;
					} else if (keyLine.test(body) && start < at && hasEntry(text.slice(start, at))) close(at);
				}
			}
		}
		at = end;
	}
	close(text.length);
	return owner >= 0 && below.length > 0 ? { root, below, owner } : undefined;
}

/** How many blanks a line begins with; -1 where there is nothing else in it. */
function columnOf(text: string, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code !== blank && code !== carriageReturn && code !== lineFeed) return at - start;
	}
	return -1;
}

const [blank, carriageReturn, lineFeed] = [0x20, 0x0d, 0x0a];

/** Whether a piece holds more than blank lines and comments. */
function hasEntry(text: string): boolean {
	return /^[ ]*[^\s#]/m.test(text);
}

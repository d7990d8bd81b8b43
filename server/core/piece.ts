/** The text of one step, read on its own: what follows from it alone. Pieces whose text stays the same are carried from version to version. */
import { once } from "./base/once.ts";
import { type Votes, votesOf } from "./model/flavour.ts";
import { type Alias, aliasesIn, anchorsIn } from "./syntax/aliases.ts";
import type { Format, Tree } from "./syntax/node.ts";
import { parsePart } from "./syntax/parse.ts";
import type { Cut, Stretch } from "./syntax/parts.ts";

/** A step, or the few that could not be told apart, with offsets from its own beginning. */
export interface Piece {
	/** With the indentation of its line in front, where it begins in the middle of one. */
	readonly text: string;
	readonly indent: string;
	/** As it stands in the file. */
	readonly written: string;
	/** How far the key of its list is indented. */
	readonly outer: number;
	/** The root is a list of steps. */
	readonly tree: () => Tree;
	/** What its steps say of the flavour. */
	readonly votes: () => Votes;
	readonly anchors: () => ReadonlyMap<string, number>;
	readonly aliases: () => readonly Alias[];
}

/** The pieces of a text, in order; those of `earlier` are taken where their text is the same. */
export function piecesOf(text: string, format: Format, stretches: Cut, earlier: readonly Piece[]): readonly Piece[] {
	const found = new Array<Piece>(stretches.length);
	const fits = (piece: Piece | undefined, { start, end, indent, outer }: Stretch): piece is Piece =>
		piece !== undefined && piece.indent === indent && piece.outer === outer && piece.written.length === end - start && text.startsWith(piece.written, start);
	const take = (index: number, piece: Piece | undefined): boolean => {
		const stretch = stretches[index];
		if (!stretch || !fits(piece, stretch)) return false;
		found[index] = piece;
		return true;
	};
	let head = 0;
	while (head < stretches.length && take(head, earlier[head])) head++;
	let tail = 0;
	while (head + tail < stretches.length && head + tail < earlier.length && take(stretches.length - 1 - tail, earlier[earlier.length - 1 - tail])) tail++;
	// What was moved, or stands twice.
	const known = new Map<string, Piece>();
	for (let index = head; index < earlier.length - tail; index++) {
		const piece = earlier[index];
		if (piece) known.set(piece.written, piece);
	}
	for (let index = head; index < stretches.length - tail; index++) {
		const stretch = stretches[index];
		if (!stretch) continue;
		const written = text.slice(stretch.start, stretch.end);
		const kept = known.get(written);
		const piece = fits(kept, stretch) ? kept : pieceOf(written, stretch, format);
		known.set(written, piece);
		found[index] = piece;
	}
	return found;
}

function pieceOf(written: string, { indent, outer }: Stretch, format: Format): Piece {
	const text = indent + written;
	const tree = once(() => parsePart(text, format, outer));
	return {
		text,
		written,
		indent,
		outer,
		tree,
		votes: once(() => votesOf(listOf(tree()))),
		anchors: once(() => (format === "yaml" ? anchorsIn(text) : new Map())),
		aliases: once(() => (format === "yaml" ? aliasesIn(tree().root, text) : [])),
	};
}

function listOf({ root }: Tree) {
	return root ? [root] : [];
}

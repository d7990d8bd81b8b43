/** Completion. Where the cursor is says `place.ts`; what may stand there says `offers.ts`. */
import type { CompletionItem } from "vscode-languageserver-types";
import { linesIn } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { around, type Document } from "../document.ts";
import { tokenAt } from "../syntax/token.ts";
import { namesAt } from "./completion/names.ts";
import { type Client, offersAt } from "./completion/offers.ts";
import { type Place, placeOf } from "./completion/place.ts";

/**
 * The items at `offset`, best first; empty where nothing of SWML can be written. `typed`: the sign that was typed, where nobody asked. Then
 * only a word that is begun is gone on with: what follows a comma, a dash, a brace or a blank may be a line break.
 */
export function complete(file: Document, offset: number, client: Client, typed?: string): readonly CompletionItem[] {
	const part = around(file, { start: offset, end: offset });
	const inner = part.inner(offset);
	const place = placeOf(part.document, inner);
	if (!place || (typed !== undefined && !isBegun(part.document, place, inner))) return [];
	const lines = linesIn(file);
	const rangeOf = ({ start, end }: Span) => ({ start: lines.position(part.place(start)), end: lines.position(part.place(end)) });
	return offersAt(part.document, place, inner, client, rangeOf, () => namesAt(file, offset));
}

/** Whether a word or a text in quotes is begun before the cursor. */
function isBegun(document: Document, { slot }: Place, offset: number): boolean {
	const before = document.text[offset - 1] ?? "";
	// A quote begins a text or ends it.
	if (/["']/.test(before)) return tokenAt(document, offset)?.quote === before;
	return slot.span.start < offset && !/[\s,[\]{}]/.test(before);
}

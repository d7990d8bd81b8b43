/** Completion. Where the cursor is says `place.ts`; what may stand there says `offers.ts`. */
import type { CompletionItem } from "vscode-languageserver-types";
import { linesIn } from "../base/lines.ts";
import { around, type Document } from "../document.ts";
import { type Client, offersAt } from "./completion/offers.ts";
import { placeOf } from "./completion/place.ts";

/** The items at `offset`, best first; empty where nothing of SWML can be written. */
export function complete(file: Document, offset: number, client: Client): readonly CompletionItem[] {
	const part = around(file, { start: offset, end: offset });
	const place = placeOf(part.document, part.inner(offset));
	const lines = linesIn(file);
	return place
		? offersAt(part.document, place, client, ({ start, end }) => ({ start: lines.position(part.place(start)), end: lines.position(part.place(end)) }))
		: [];
}

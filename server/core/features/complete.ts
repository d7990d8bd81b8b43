/** Completion. Where the cursor is says `place.ts`; what may stand there says `offers.ts`. */
import type { CompletionItem } from "vscode-languageserver-types";
import type { Document } from "../document.ts";
import { type Client, offersAt } from "./completion/offers.ts";
import { placeOf } from "./completion/place.ts";

/** The items at `offset`, best first; empty where nothing of SWML can be written. */
export function complete(document: Document, offset: number, client: Client): readonly CompletionItem[] {
	const place = placeOf(document, offset);
	return place ? offersAt(document, place, client) : [];
}

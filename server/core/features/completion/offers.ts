/** What may be written at a place, as completion items in LSP's shape. */
import type { CompletionItem, MarkupContent, Range } from "vscode-languageserver-types";
import type { Span } from "../../base/span.ts";
import type { Document } from "../../document.ts";
import type { TextEdit } from "../../syntax/edit.ts";
import type { Layout, Stops } from "../../syntax/layout.ts";
import { plain } from "../prose.ts";
import { keyOffers } from "./keys.ts";
import type { Names } from "./names.ts";
import type { Offer } from "./offer.ts";
import type { Place, Slot } from "./place.ts";
import { documentOffers, stepOffers } from "./steps.ts";
import { valueOffers, wordOffers } from "./values.ts";

/** What the client can show. */
export interface Client {
	readonly snippets: boolean;
	readonly markdown: boolean;
	/** It shows a short note beside every label. */
	readonly labelDetails?: boolean;
	/** It asks its user whether what is put in replaces the rest of a word. */
	readonly insertReplace?: boolean;
}

/** LSP's numbers for the kinds of items, by what they stand for here. */
const kinds = { method: 3, param: 10, value: 20, snippet: 15 } as const;
const deprecatedTag = 1;
const snippetFormat = 2;

/** The items for a place, best first; `offset` is the cursor's, `rangeOf` gives the protocol's range for a span of the document, `names` those of the whole file. */
export function offersAt(
	document: Document,
	place: Place,
	offset: number,
	client: Client,
	rangeOf: (span: Span) => Range,
	names: () => Names,
): readonly CompletionItem[] {
	const typed = document.text.slice(place.slot.span.start, place.slot.span.end);
	const seen = new Set<string>();
	return unwritten(offers(document, place, names), place, typed, offset).flatMap((offer, index) => {
		if (seen.has(offer.label)) return [];
		seen.add(offer.label);
		const made = item(offer, index, place.slot, editRange(place.slot, typed, offset, client, rangeOf), typed, client);
		const also = [...(place.slot.also ?? []), ...blanksBefore(document.text, place.slot.span.start, made)];
		return [also.length > 0 ? { ...made, additionalTextEdits: also.map(({ span, text }) => ({ range: rangeOf(span), newText: text })) } : made];
	});
}

/**
 * What is not written already. Behind a whole value or name nothing is offered: who has typed it goes on with the next line, and clients
 * cannot tell that from asking for others. A beginning such as `ring:` is no whole value.
 */
function unwritten(found: readonly Offer[], { kind, slot }: Place, typed: string, offset: number): readonly Offer[] {
	if (slot.span.start === slot.span.end) return found;
	const opening = /^["']/.exec(typed)?.[0] ?? "";
	const word = opening && slot.coversQuote ? typed.slice(1, typed.endsWith(opening) && typed.length > 1 ? -1 : undefined) : unquoted(typed);
	const same = found.find((offer) => offer.label === word);
	if (!same || (!slot.value && (kind === "key" || kind === "step"))) return found;
	if (same.goesOn) return found.filter((offer) => offer !== same);
	const end = slot.span.end - (slot.coversQuote && typed.length > 1 && typed.endsWith(opening) ? opening.length : 0);
	return offset >= end ? [] : found.filter((offer) => offer !== same);
}

function unquoted(text: string): string {
	return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

/** What is replaced. Where the rest of a word may as well stay, the client chooses; a quote or a value behind it must not be left over. */
function editRange({ span, value, after }: Slot, typed: string, offset: number, client: Client, rangeOf: (span: Span) => Range): EditRange {
	const whole = rangeOf(span);
	if (!client.insertReplace || /^["']/.test(typed) || value || after || offset >= span.end || offset <= span.start) return { range: whole };
	return { insert: rangeOf({ start: span.start, end: offset }), replace: whole };
}

type EditRange = { readonly range: Range } | { readonly insert: Range; readonly replace: Range };

function item(offer: Offer, index: number, slot: Slot, range: EditRange, typed: string, client: Client): CompletionItem {
	const stops: Stops = { next: 1, known: new Map() };
	const layout: Layout = client.snippets ? { ...slot.layout, stops } : slot.layout;
	const printed = `${slot.before}${offer.print(layout)}${slot.after}`;
	const usesStops = stops.next > 1;
	const newText = client.snippets && !usesStops ? `${slot.before}${offer.print(slot.layout)}${slot.after}` : printed;
	const quote = slot.coversQuote ? (/^["']/.exec(typed)?.[0] ?? "") : "";
	return {
		label: offer.label,
		kind: kinds[offer.kind],
		sortText: `${offer.rank}${String(index).padStart(4, "0")}`,
		filterText: quote ? `${quote}${offer.find ?? offer.label}${quote}` : (offer.find ?? offer.label),
		textEdit: { ...range, newText },
		...(usesStops ? { insertTextFormat: snippetFormat } : {}),
		...(offer.detail ? (client.labelDetails ? { labelDetails: { description: offer.detail } } : { detail: offer.detail }) : {}),
		...(offer.prose ? { documentation: documentation(offer.prose, client) } : {}),
		...(offer.deprecated ? { tags: [deprecatedTag] } : {}),
	};
}

/** The blanks in front of what begins with a line break would be left at the end of their line. */
function blanksBefore(text: string, start: number, { textEdit }: CompletionItem): readonly TextEdit[] {
	if (!textEdit?.newText.startsWith("\n")) return [];
	let from = start;
	while (from > 0 && /[ \t]/.test(text[from - 1] ?? "")) from--;
	return from < start ? [{ span: { start: from, end: start }, text: "" }] : [];
}

function documentation(prose: string, client: Client): string | MarkupContent {
	return client.markdown ? { kind: "markdown", value: prose } : plain(prose);
}

function offers(document: Document, place: Place, names: () => Names): readonly Offer[] {
	const { flavour } = document.binding();
	switch (place.kind) {
		case "key":
			return keyOffers(place, flavour, names);
		case "step":
			return stepOffers(document, place.steps.only, place.slot);
		case "document":
			return [...(place.keys ? keyOffers(place.keys, flavour, names) : []), ...documentOffers(document)];
		case "value":
			return valueOffers(place, flavour, names);
		case "word":
			return wordOffers(place);
	}
}

/** `required: true` in an entry whose name belongs in a list: what it means, and the fix. Never here: a rule. */
import { answerIn } from "../base/english.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import type { MapType } from "../language/type.ts";
import type { Bound } from "../model/bind.ts";
import { mapCalled } from "../model/describe.ts";
import { insertEntry, insertItem, removeEntry, type TextEdit } from "../syntax/edit.ts";
import { type Entry, entryOf, keyText, type ScalarNode } from "../syntax/node.ts";
import { nameFrom } from "./displaced.ts";
import { fix, removeSurplus } from "./find.ts";
import { both, upFrom } from "./move.ts";
import type { Finding } from "./rule.ts";

/** The finding for an entry of `bound`, an object of this type, that says by a key what a list of names says. */
export function markMeant(document: Document, bound: Bound, entry: Entry, type: MapType): Finding | undefined {
	const key = keyText(entry.key);
	const mark = type.marks?.find((each) => each.key === key);
	const { value } = entry;
	const answer = value.kind === "scalar" ? answerOf(value) : undefined;
	const names = bound.parent?.types[0];
	// Only what stands under a name of the author's own has one to put into a list.
	if (!mark || answer === undefined || bound.node.kind !== "map" || !bound.entry || names?.kind !== "map" || !names.rest) return undefined;
	const { target, rest } = upFrom(bound, mark.to);
	if (target?.node.kind !== "map") return undefined;
	const { span } = entry.key;
	const place = `${quote(rest)} of ${mapCalled(target)}`;
	if (!answer) {
		const message = `${mapCalled(bound)} has no ${quote(key)}; only what ${place} names must be there, so remove it`;
		return { span, message, fixes: [removeSurplus(document, bound.node, entry)] };
	}
	const list = entryOf(target.node, rest);
	const removal = removeEntry(document, bound.node, entry);
	const edits = list
		? listedIn(document, list, bound.entry, removal)
		: both(document, removal, insertEntry(document, target.node, { name: rest, value: [nameFrom(document.text, bound.entry)] }));
	const message = `${mapCalled(bound)} has no ${quote(key)}; its name belongs in ${place}`;
	return { span, message, fixes: edits ? [fix(`Put ${quote(keyText(bound.entry.key))} into ${quote(rest)}`, edits)] : [] };
}

function answerOf({ value }: ScalarNode): boolean | undefined {
	return typeof value === "boolean" ? value : typeof value === "string" ? answerIn(value) : undefined;
}

/** Puts the name into a list that is there; one that has it already stays as it is. */
function listedIn(document: Document, { value }: Entry, named: Entry, removal: TextEdit): readonly TextEdit[] | undefined {
	if (value.kind !== "list") return undefined;
	const name = keyText(named.key);
	if (value.items.some((item) => item.kind === "scalar" && String(item.value) === name)) return [removal];
	return both(document, removal, insertItem(document, value, nameFrom(document.text, named)));
}

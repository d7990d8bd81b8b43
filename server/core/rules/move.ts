/** Moving an entry to where it belongs, by a path such as `SWAIG.functions` or `../prompt.temperature`. Never here: a rule. */
import type { Document } from "../document.ts";
import type { MapType } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { paramOf } from "../model/expected.ts";
import { cutEntry, insertEntry, losesComment, removeEntry, replaceEntries, type TextEdit } from "../syntax/edit.ts";
import { type Entry, entryOf, type MapNode } from "../syntax/node.ts";
import { type Field, Fields, fieldOf } from "../syntax/print.ts";
import { neededIn, startingValue } from "./find.ts";

/**
 * The edits that move `entry` out of the map it stands in. Undefined where the path leads to something that is already there, or through
 * a list of several items.
 */
export function moveEntry(document: Document, from: Bound, entry: Entry, path: string): readonly TextEdit[] | undefined {
	if (from.node.kind !== "map") return undefined;
	const { target, rest } = upFrom(from, path);
	const names = rest.split(".");
	const last = names.pop();
	let map: MapNode | undefined = target?.node.kind === "map" ? target.node : undefined;
	let type = firstMap(target);
	while (map && names[0] !== undefined) {
		const next = entryOf(map, names[0].replace("[]", ""));
		if (!next) break;
		map = inside(next, names[0].endsWith("[]"));
		type = type && below(type, names[0]);
		names.shift();
	}
	if (!map || last === undefined || (names.length === 0 && entryOf(map, last))) return undefined;
	const made = build([...names, last], fieldOf(document.text, entry, last), type);
	// Below a new name in the same map, the entry is written anew where it stands.
	if (map === from.node) {
		const edit = replaceEntries(document, [entry], [made]);
		return edit && [edit];
	}
	const cut = cutEntry(document, from.node, entry);
	const insertion = insertEntry(document, map, made, "last", cut.span);
	if (losesComment(document, entry.span, [entry], insertion.text)) return undefined;
	// A comment behind it that cannot come along stays.
	const removal = losesComment(document, cut.span, [entry], insertion.text) ? removeEntry(document, from.node, entry) : cut;
	return both(document, removal, insertion);
}

/** Taking something out and putting something in, as edits that stand apart; undefined where that cannot be. */
export function both(document: Document, removal: TextEdit, insertion: TextEdit): readonly TextEdit[] | undefined {
	const apart = insertion.span.start >= removal.span.end || insertion.span.end <= removal.span.start;
	return apart ? [removal, insertion] : inPlace(document, removal, insertion);
}

/** The object that a path leads up to, past lists, with the rest of the path. */
export function upFrom(from: Bound, path: string): { readonly target: Bound | undefined; readonly rest: string } {
	let target: Bound | undefined = from;
	let rest = path;
	for (; rest.startsWith("../"); rest = rest.slice(3)) target = above(target);
	return { target, rest };
}

/** An entry at the end of what it stands in goes to the end of what that stands in: to the same line. */
function inPlace({ text }: Document, { span, text: removed }: TextEdit, insertion: TextEdit): readonly TextEdit[] | undefined {
	if (!insertion.text.startsWith("\n") || removed !== "" || text.slice(insertion.span.start, span.end).trim() !== "") return undefined;
	const wholeLines = text[span.start - 1] === "\n";
	return [{ span, text: wholeLines ? `${insertion.text.slice(1)}${text.slice(insertion.span.start, span.end)}` : insertion.text }];
}

/** The map above, past lists. */
function above(bound: Bound | undefined): Bound | undefined {
	let at = bound?.parent;
	while (at && at.node.kind !== "map") at = at.parent;
	return at;
}

/** The map that an entry holds, or the one item of its list. */
function inside({ value }: Entry, isList: boolean): MapNode | undefined {
	if (!isList) return value.kind === "map" ? value : undefined;
	const only = value.kind === "list" && value.items.length === 1 ? value.items[0] : undefined;
	return only?.kind === "map" ? only : undefined;
}

/** `languages[].voice` as `{ languages: [{ voice }] }`; a new item of a list comes with the params it cannot do without. */
function build(names: readonly string[], field: Field, type: MapType | undefined): Field {
	const [name = "", ...more] = names;
	if (more.length === 0) return field;
	const inner = type && below(type, name);
	const made = build(more, field, inner);
	if (!name.endsWith("[]")) return { name, value: new Fields([made]) };
	const others = inner ? neededIn(inner).filter((param) => param.name !== made.name) : [];
	return { name: name.slice(0, -2), value: [new Fields([...others.map((param) => ({ name: param.name, value: startingValue(param) })), made])] };
}

/** The map that a param of `type` is, or that its items are. */
function below(type: MapType, name: string): MapType | undefined {
	const param = paramOf(type, name.replace("[]", ""));
	const types = alternatives(param ? [param.type] : []);
	const inner = name.endsWith("[]") ? types.flatMap((each) => (each.kind === "list" ? alternatives([each.items]) : [])) : types;
	return inner.find((each) => each.kind === "map");
}

function firstMap(bound: Bound | undefined): MapType | undefined {
	const type = bound?.types[0];
	return type?.kind === "map" ? type : undefined;
}

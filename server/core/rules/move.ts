/** Moving an entry to where it belongs, by a path such as `SWAIG.functions` or `../prompt.temperature`. Never here: a rule. */
import type { Document } from "../document.ts";
import type { Bound } from "../model/bind.ts";
import { insertEntry, removeEntry, replaceEntry, type TextEdit } from "../syntax/edit.ts";
import { dataOf, type Entry, entryOf, type MapNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";

/** The edits that move `entry` out of the map it stands in; undefined where the path leads through a list, or to something that is already there. */
export function moveEntry(document: Document, from: Bound, entry: Entry, path: string): readonly TextEdit[] | undefined {
	if (from.node.kind !== "map" || path.includes("[]") || (document.format === "yaml" && document.text.slice(entry.span.start, entry.span.end).includes("#")))
		return undefined;
	let target: Bound | undefined = from;
	let steps = path;
	for (; steps.startsWith("../"); steps = steps.slice(3)) target = above(target);
	const names = steps.split(".");
	const last = names.pop();
	let map: MapNode | undefined = target?.node.kind === "map" ? target.node : undefined;
	while (map && names[0] !== undefined) {
		const next = entryOf(map, names[0]);
		if (!next) break;
		map = next.value.kind === "map" ? next.value : undefined;
		names.shift();
	}
	if (!map || last === undefined || (names.length === 0 && entryOf(map, last))) return undefined;
	const value = [...names.slice(1), ...(names.length > 0 ? [last] : [])].reduceRight<Printable>(
		(inner, name) => ({ [name]: inner }),
		dataOf(entry.value) as Printable,
	);
	const name = names[0] ?? last;
	// Below a new name in the same map, the entry is written anew where it stands.
	if (map === from.node) return [replaceEntry(document, entry, name, value)];
	const insertion = insertEntry(document, map, name, value);
	const removal = removeEntry(document, from.node, entry);
	const apart = insertion.span.start >= removal.span.end || insertion.span.end <= removal.span.start;
	return apart ? [removal, insertion] : undefined;
}

/** The map above, past lists. */
function above(bound: Bound | undefined): Bound | undefined {
	let at = bound?.parent;
	while (at && at.node.kind !== "map") at = at.parent;
	return at;
}

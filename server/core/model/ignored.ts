/** Objects that the platform accepts and then ignores, because something is missing in them. */
import type { Lack, MapType } from "../language/type.ts";
import { type Entry, entryOf, type MapNode, type Node } from "../syntax/node.ts";
import type { Bound } from "./bind.ts";

/** What an object lacks without which it is ignored as a whole; nothing where it counts. */
export function lacksOf(bound: Bound, entries: readonly Entry[], type: MapType): readonly Lack[] {
	return (type.ignoredWithout ?? []).filter((lack) => !entries.some((entry) => lack.of.includes(String(entry.key.value))) && !isWrittenAt(bound, lack.orAt));
}

/** The params whose absence makes the object ignored, which is told once for all of them. */
export function ignoringParams(type: MapType): ReadonlySet<string> {
	return new Set(type.ignoredWithout?.flatMap((lack) => lack.of));
}

/** Whether something is written at a path such as `../defaults.web_hook_url`; what cannot be followed counts as written. */
function isWrittenAt(bound: Bound, path: string | undefined): boolean {
	if (path === undefined) return false;
	let at: Bound | undefined = bound;
	let rest = path;
	for (; rest.startsWith("../"); rest = rest.slice(3)) at = above(at);
	let node: Node | undefined = at?.node;
	for (const name of rest.split(".")) {
		if (node?.kind !== "map") return node?.kind === "alias";
		if (entryOf(node, "<<")) return true;
		node = valueAt(node, name);
	}
	return node !== undefined;
}

function valueAt(node: MapNode, name: string): Node | undefined {
	return entryOf(node, name)?.value;
}

/** The object around, past lists. */
function above(bound: Bound | undefined): Bound | undefined {
	let at = bound?.parent;
	while (at && at.node.kind !== "map") at = at.parent;
	return at;
}

/** Lists whose entries are lists, of which one or more lack a level: `[a, b]` for `[[a], [b]]`. Never here: a rule. */
import type { Document } from "../document.ts";
import type { Flavour } from "../language/type.ts";
import { type Bound, misfitOf } from "../model/bind.ts";
import { replaceNode, type TextEdit } from "../syntax/edit.ts";
import type { Node, ScalarNode } from "../syntax/node.ts";
import { wrapAsItem } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { fix } from "./find.ts";
import type { Fix } from "./rule.ts";

/** What stands in a list whose entries are lists themselves, and could be in one of those; nothing where it is not told at this one. */
export function loneIn({ node, parent }: Bound, flavour: Flavour): readonly Node[] {
	const type = parent?.types[0];
	const list = parent?.node;
	const inner = type?.kind === "list" && type.items.kind === "list" ? type.items.items : undefined;
	if (list?.kind !== "list" || !inner) return [];
	const alone = list.items.filter((item) => item.kind !== "list" && item.kind !== "alias" && misfitOf(item, inner, flavour).own === 0);
	return alone.includes(node) ? alone : [];
}

/** The fixes for all of them: each in a list of its own, or, where nothing else is there, all in one. */
export function inOwnLists(document: Document, { parent }: Bound, alone: readonly Node[]): readonly Fix[] {
	const list = parent?.node;
	if (list?.kind !== "list") return [];
	const each = alone.map((item) => (list.style === "block" && item.kind === "scalar" ? dashBefore(item) : wrapAsItem(document, item)));
	const many = alone.length > 1;
	const own = each.some((edits) => edits.length === 0) ? [] : [fix(many ? "Put each in a list of its own" : "Put it in a list of its own", each.flat())];
	const all = many && alone.length === list.items.length ? replaceNode(document, list, [new Written(document.text, list)]) : undefined;
	return [...own, ...(all ? [fix("Put them in one list", [all])] : [])];
}

function dashBefore({ span }: ScalarNode): readonly TextEdit[] {
	return [{ span: { start: span.start, end: span.start }, text: "- " }];
}

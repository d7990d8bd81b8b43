import { nearest, sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import type { Flavour, MapType, Param } from "../language/type.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { listed, mapCalled } from "../model/describe.ts";
import { fixedValue } from "../model/expected.ts";
import { insertEntry, renameKey, replaceValue, type TextEdit } from "../syntax/edit.ts";
import { keyText, type Node } from "../syntax/node.ts";
import { joinItems } from "../syntax/shift.ts";
import { allMeantFor, contentsMeantBeside, keywordMeant, named, onlyMeant, pairMeant, partedIn, straysOf } from "./displaced.ts";
import { fix, headOf, isWritten, mismatches, startingValue } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";

export const missingParameter: Rule = {
	id: "missing-parameter",
	level: "error",
	says: "Reports required parameters that are missing.",
	why: "The step fails when the call gets there.",
	prevents: "relay_script_method_parameter_missing",
	bad: [
		`
- join_conference:
# ~~~~~~~~~~~~~~~ \`join_conference\` requires \`name\`; add it
    muted: true
`,
		`
- join_conference: {}
# ~~~~~~~~~~~~~~~ \`join_conference\` requires \`name\`; add it
`,
	],
	good: [
		`
- join_conference:
    name: support
    muted: true
`,
	],
	*check(document) {
		const { flavour } = document.binding();
		/** What a dash too many parts is looked for once in each list. */
		const known = new Map<Bound, ReadonlyMap<Node, Node>>();
		for (const { bound, params, type, because, level } of mismatches(document, "missing-key")) {
			const list = bound.parent?.node.kind === "list" ? bound.parent : undefined;
			const pairs = list && (known.get(list) ?? partedIn(list));
			if (list && pairs) known.set(list, pairs);
			const second = pairs?.get(bound.node);
			if (second?.kind === "map" && bound.node.kind === "map") {
				const edits = joinItems(document, bound.node, second);
				const names = named(second.entries);
				const message = `${names} ${second.entries.length > 1 ? "belong" : "belongs"} to the entry above; remove the dash`;
				yield { span: second.entries[0]?.key.span ?? second.span, message, fixes: edits.length > 0 ? [fix("Merge into one entry", edits)] : [] };
				continue;
			}
			if (pairs && [...pairs.values()].includes(bound.node)) continue;
			if (isDocument(bound) || isDocument(bound.parent) || writtenOtherwise(bound, params, type, flavour)) continue;
			const names = listed(
				params.map((param) => `\`${param.name}\``),
				"or",
			);
			const unneeded = because === undefined && isUnneeded(params, type);
			const fixes = [
				...renaming(document, bound, params, type),
				...params.map((param) => addition(document, bound, param)).filter((each) => each !== undefined),
			];
			yield {
				span: headOf(bound),
				message: `${mapCalled(bound)} requires ${names}${unneeded ? " according to the published reference, but the platform accepts it without" : because === undefined ? "" : `: ${because}`}; add ${params.length > 1 ? "one of them" : "it"}`,
				fixes,
				...(unneeded ? { level: "hint" as const } : level ? { level } : {}),
				absentFrom: bound.node.span,
			};
		}
	},
};

/** A required param that is there under a wrong name, or in the wrong place, is one mistake, and another rule names it. */
export function writtenOtherwise(bound: Bound, params: readonly Param[], type: MapType, flavour: Flavour): boolean {
	const unknown = bound.below.flatMap(({ entry, param }) => (entry && !param ? [keyText(entry.key)] : []));
	if (params.every((param) => standsAbove(bound, param))) return true;
	if (unknown.length === 0 && bound.below.every(({ node }) => node.kind !== "map")) return false;
	if (pairMeant(bound, type) || onlyMeant(bound, type, flavour)) return true;
	if (bound.below.some(({ entry }) => entry && keywordMeant(bound, entry) !== undefined)) return true;
	const moved = type.misplaced?.flatMap(({ key, to }) => (unknown.includes(key) ? [to.split(/[.[]/, 1)[0]] : [])) ?? [];
	const spilled = bound.below.flatMap((child) => contentsMeantBeside(child).map((each) => each.param.name));
	const strays = params.some((param) => param.name === type.strays || fixedValue(param)) && straysOf(bound, type, flavour).length > 0;
	if (allMeantFor(bound, type, flavour)) return true;
	return (
		strays ||
		params.some(
			(param) =>
				moved.includes(param.name) ||
				spilled.includes(param.name) ||
				unknown.some(
					(key) => key.startsWith(`${param.name}:`) || param.aka?.some((name) => sameLetters(name, key)) || nearest(key, [param.name]) !== undefined,
				),
		)
	);
}

/** Whether a param is written further up, in an object whose description says that it belongs down here. */
function standsAbove(bound: Bound, param: Param): boolean {
	let path = param.name;
	for (let at: Bound | undefined = bound; at?.parent; at = at.parent) {
		if (!at.entry) return false;
		path = `${keyText(at.entry.key)}.${path}`;
		const { node, types } = at.parent;
		const type = types[0];
		const strays = type?.kind === "map" ? type.misplaced?.filter(({ to }) => to === path) : undefined;
		if (node.kind === "map" && strays?.some(({ key }) => isWritten(node, key))) return true;
	}
	return false;
}

function isUnneeded([param, ...others]: readonly Param[], { choices }: MapType): boolean {
	if (others.length === 0) return param?.unneeded === true;
	return choices?.some((choice) => choice.unneeded && choice.of.includes(param?.name ?? "")) === true;
}

/** Of entries with names of the author's own the only one may be the one that has to be there. */
function renaming(document: Document, { node }: Bound, [param, ...more]: readonly Param[], type: MapType): readonly Fix[] {
	const only = node.kind === "map" && node.entries.length === 1 ? node.entries[0] : undefined;
	if (!only || !param || more.length > 0 || !type.rest || type.params.length > 1) return [];
	return [fix(`Rename ${quote(keyText(only.key))} to \`${param.name}\``, [renameKey(document, only.key, param.name)])];
}

export function addition(document: Document, bound: Bound, param: Param): Fix | undefined {
	const edit = insertion(document, bound, param);
	return edit && fix(`Add \`${param.name}\``, [edit]);
}

function insertion(document: Document, bound: Bound, param: Param): TextEdit | undefined {
	if (bound.node.kind === "map" && bound.node.entries.length > 0)
		return insertEntry(document, bound.node, { name: param.name, value: startingValue(param) }, "first");
	return bound.entry && replaceValue(document, bound.entry, { [param.name]: startingValue(param) });
}

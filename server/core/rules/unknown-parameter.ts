import { sameLetters } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import { prefixFor } from "../language/lookup.ts";
import type { Flavour, MapType, Param } from "../language/type.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { listed, mapCalled } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { nestEntries, removeEntry, renameKey, replaceByEntries, replaceScalar, type TextEdit } from "../syntax/edit.ts";
import { dataOf, type Entry, keyText, type MapNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { allMeantBy, named, outdented, pairMeant, straysOf } from "./displaced.ts";
import { fix, isWritten, mismatches, toChoose } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Finding, Rule } from "./rule.ts";

export const unknownParameter: Rule = {
	id: "unknown-parameter",
	level: "error",
	says: "Only parameters that the method, or the object inside it, knows are written.",
	why: "SignalWire does not skip a parameter it does not know: the step fails.",
	prevents: "relay_script_method_parameter_undefined",
	bad: [
		`
- join_conference:
    name: support
    beeep: onEnter
#   ~~~~~ \`join_conference\` has no \`beeep\`; did you mean \`beep\`?
`,
		`
- join_conference:
    name: support
    colour: blue
#   ~~~~~~ \`join_conference\` has no \`colour\`; remove it, or see its parameters by completing here
`,
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    temperature: 0.3
#   ~~~~~~~~~~~ \`ai\` has no \`temperature\`; it belongs in \`prompt.temperature\`
`,
	],
	good: [
		`
- join_conference:
    name: support
    beep: onEnter
`,
	],
	*check(document) {
		for (const { bound, entry, params } of mismatches(document, "outdented")) if (!bound.step) yield outdented(document, entry, params);
		for (const { bound, entry, type } of mismatches(document, "open-key")) {
			const slip = bound.node.kind === "map" ? slipIn(document, entry, type, bound.node) : undefined;
			if (slip) yield slip;
		}
		/** What belongs together is found once for each object. */
		const known = new Map<Bound, ReadonlyMap<Entry, Group>>();
		for (const { bound, entry, type } of mismatches(document, "unknown-key")) {
			const { node } = bound;
			if (isDocument(bound) || node.kind !== "map") continue;
			const groups = known.get(bound) ?? groupsIn(bound, type, document.binding().flavour);
			known.set(bound, groups);
			const group = groups.get(entry);
			if (group) {
				// They are one mistake, and the first speaks for all.
				if (group.entries[0] === entry) yield together(document, bound, group);
			} else {
				const finding = unknown(document, bound, node, entry, type);
				if (finding) yield finding;
			}
		}
	},
};

function unknown(document: Document, bound: Bound, node: MapNode, entry: Entry, type: MapType): Finding | undefined {
	const key = keyText(entry.key);
	const owner = mapCalled(bound);
	const { span } = entry.key;
	const remove = fix(`Remove \`${key}\``, [removeEntry(document, node, entry)]);
	const pair = pairMeant(bound, type);
	if (pair) {
		const [[name], [value]] = pair;
		const edit = replaceByEntries(document, entry, pair);
		return {
			span,
			message: `${owner} has no \`${key}\`; write it as \`${name}\` and \`${value}\``,
			fixes: edit ? [fix(`Write it as \`${name}\` and \`${value}\``, [edit])] : [],
		};
	}
	const elsewhere = type.misplaced?.find((each) => each.key === key);
	if (elsewhere) {
		const move = moveEntry(document, bound, entry, elsewhere.to);
		// Where any key is taken, and the place it usually belongs to is taken as well, it is meant as it stands.
		if (type.rest && !move) return undefined;
		const place = elsewhere.to.replace(/^(?:\.\.\/)+/, "");
		const where = place === key ? `beside ${owner}, not inside it` : `in \`${place}\``;
		const fixes = [...(move ? [fix(`Move it to \`${place}\``, move)] : []), remove];
		return { span, message: `${owner} has no \`${key}\`; it belongs ${where}`, fixes, ...(type.rest ? { level: "warning" as const } : {}) };
	}
	const [meant, ...others] = allMeantBy(key, type, node);
	if (meant && others.length > 0) {
		const all = [meant, ...others];
		const names = listed(
			all.map((param) => `\`${param.name}\``),
			"or",
		);
		const renames = all.map((param) => fix(`Rename to \`${param.name}\``, renameTo(document, entry, param)));
		return { span, message: `${owner} has no \`${key}\`; did you mean ${names}?`, fixes: [...toChoose(renames), remove] };
	}
	if (!meant) return { span, message: `${owner} has no \`${key}\`; remove it, or see its parameters by completing here`, fixes: [remove] };
	const rename = fix(`Rename to \`${meant.name}\``, renameTo(document, entry, meant), sameLetters(key, meant.name));
	return { span, message: `${owner} has no \`${key}\`; did you mean \`${meant.name}\`?`, fixes: [rename, remove] };
}

/** Where any key is taken, one that is all but a known one is probably a slip: said, not held against the author. */
function slipIn(document: Document, entry: Entry, type: MapType, node: MapNode): Finding | undefined {
	const key = keyText(entry.key);
	const [meant, ...others] = key.length < 8 ? [] : allMeantBy(key, type, node);
	if (!meant || others.length > 0 || meant.aka?.includes(key) || Math.abs(meant.name.length - key.length) > 2) return undefined;
	const rename = fix(`Rename to \`${meant.name}\``, [renameKey(document, entry.key, meant.name)]);
	return { span: entry.key.span, message: `\`${key}\` is not known here; did you mean \`${meant.name}\`?`, level: "info", fixes: [rename] };
}

/** Entries of one object that belong in the same place. */
interface Group {
	readonly entries: readonly Entry[];
	/** The param, or the path, where they belong. */
	readonly home: string;
	/** They belong there as entries of the author's own, not as params. */
	readonly strays: boolean;
}

/** The groups in an object, by each of their entries. */
function groupsIn(bound: Bound, type: MapType, flavour: Flavour): ReadonlyMap<Entry, Group> {
	const strays = straysOf(bound, type, flavour);
	const groups: Group[] = displacedTogether(bound, type);
	if (type.strays !== undefined && strays.length > 0) groups.push({ entries: strays, home: type.strays, strays: true });
	return new Map(groups.flatMap((group) => group.entries.map((entry) => [entry, group] as const)));
}

/** Several entries that belong, under their own names, in the same object that is not there yet. */
function displacedTogether({ node }: Bound, type: MapType): Group[] {
	const paths = new Map(type.misplaced?.map(({ key, to }) => [key, to] as const));
	const byHome = new Map<string, Entry[]>();
	for (const entry of node.kind === "map" ? node.entries : []) {
		const key = keyText(entry.key);
		const path = paramOf(type, key) ? "" : (paths.get(key) ?? "");
		const home = path.slice(0, -(key.length + 1));
		if (!/^[^.[]/.test(path) || path !== `${home}.${key}` || home.includes("[")) continue;
		byHome.set(home, [...(byHome.get(home) ?? []), entry]);
	}
	return [...byHome].flatMap(([home, entries]) => {
		const there = node.kind === "map" && isWritten(node, home.split(".", 1)[0] ?? "");
		return entries.length > 1 && !there ? [{ entries, home, strays: false }] : [];
	});
}

/** One finding for all of a group, and one fix where they stand one after the other. */
function together(document: Document, bound: Bound, { entries, home, strays }: Group): Finding {
	const { node } = bound;
	const many = entries.length > 1;
	const edits =
		node.kind !== "map"
			? []
			: strays
				? isWritten(node, home)
					? []
					: nestEntries(document, node, entries, home)
				: movedTogether(document, node, entries, home);
	const them = many ? "them" : "it";
	return {
		span: entries[0]?.key.span ?? node.span,
		message: `${mapCalled(bound)} has no ${named(entries)}; ${many ? "they belong" : "it belongs"} in \`${home}\``,
		fixes: edits.length > 0 ? [fix(`${strays ? `Put ${them} in` : `Move ${them} to`} \`${home}\``, edits)] : [],
	};
}

/** Writes entries that stand one after the other as they are in an object further down. */
function movedTogether(document: Document, node: MapNode, entries: readonly Entry[], home: string): readonly TextEdit[] {
	const [first] = entries;
	const last = entries.at(-1);
	const at = first ? node.entries.indexOf(first) : -1;
	if (!first || !last || !entries.every((entry, index) => node.entries[at + index] === entry)) return [];
	const [outer = "", ...inner] = home.split(".");
	const all: Printable = Object.fromEntries(entries.map((entry) => [keyText(entry.key), dataOf(entry.value) as Printable]));
	const value = inner.reduceRight<Printable>((deeper, name) => ({ [name]: deeper }), all);
	const edit = replaceByEntries(document, { ...first, span: { start: first.span.start, end: last.span.end } }, [[outer, value]]);
	return edit ? [edit] : [];
}

/** Another name for an entry, and before its text what the wrong name stood for. */
function renameTo(document: Document, { key, value }: Entry, meant: Param): readonly TextEdit[] {
	const rename = renameKey(document, key, meant.name);
	const prefix = prefixFor(meant, keyText(key));
	if (prefix === "" || value.kind !== "scalar" || typeof value.value !== "string" || /^\w+:/.test(value.value)) return [rename];
	return [rename, replaceScalar(document, value, prefix + value.value)];
}

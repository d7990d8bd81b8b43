import { sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { anything, steps } from "../language/build.ts";
import { documentType } from "../language/document.ts";
import { formOf, methodsOf, prefixFor } from "../language/lookup.ts";
import type { Flavour, MapType, Param } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, isDocument, misfitOf } from "../model/bind.ts";
import { calledIn, listed, mapCalled } from "../model/describe.ts";
import { fixedValue, paramOf } from "../model/expected.ts";
import { renameKey, replaceEntries, replaceScalar, replaceValue, type TextEdit } from "../syntax/edit.ts";
import { type Entry, keyText, type MapNode, placeOf } from "../syntax/node.ts";
import { Fields, fieldOf, type Printable } from "../syntax/print.ts";
import { nestEntries } from "../syntax/shift.ts";
import { Written } from "../syntax/written.ts";
import { allMeantBy, allMeantFor, asPair, isToldAbove, keywordMeant, meantBy, named, onlyMeant, outdented, pairMeant, straysOf } from "./displaced.ts";
import { fix, isWritten, mismatches, remove, toChoose, unspacedColon } from "./find.ts";
import { markMeant } from "./marks.ts";
import { moveEntry } from "./move.ts";
import type { Finding, Rule } from "./rule.ts";
import { inUnitOf } from "./units.ts";

export const unknownParameter: Rule = {
	id: "unknown-parameter",
	level: "error",
	says: "Reports parameters that the method, or the object inside it, does not have.",
	why: "SignalWire does not skip a parameter it does not know: the step fails.",
	prevents: "relay_script_method_parameter_undefined",
	bad: [
		`
- join_conference:
    name: support
    beeep: onEnter
#   ~~~~~ \`join_conference\` has no parameter \`beeep\`; did you mean \`beep\`?
`,
		`
- join_conference:
    name: support
    colour: blue
#   ~~~~~~ \`join_conference\` has no parameter \`colour\`; remove it
`,
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    temperature: 0.3
#   ~~~~~~~~~~~ \`ai\` has no parameter \`temperature\`; it belongs in \`prompt.temperature\`
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

/** What the entries of an object are called: only those of a whole document are no parameters. */
function kindIn({ types: [type] }: Bound): string {
	return type === documentType ? "key" : "parameter";
}

function unknown(document: Document, bound: Bound, node: MapNode, entry: Entry, type: MapType): Finding | undefined {
	const key = keyText(entry.key);
	const owner = mapCalled(bound);
	const kind = kindIn(bound);
	const { span } = entry.key;
	const without = remove(document, node, entry);
	const glued = unspacedColon(entry.key, (name) => paramOf(type, name) && !isWritten(node, name));
	if (glued) return { span, message: "`:` needs a space after it, or it is part of the name", fixes: [glued] };
	const marked = markMeant(document, bound, entry, type);
	if (marked) return marked;
	const pair = pairMeant(bound, type);
	if (pair) {
		const [name, value] = pair;
		const edit = replaceEntries(document, [entry], asPair(document.text, entry, pair));
		return {
			span,
			message: `${owner} has no ${kind} ${quote(key)}; write it as ${quote(name)} and ${quote(value)}`,
			fixes: edit ? [fix(`Change to ${quote(name)} and ${quote(value)}`, [edit])] : [],
		};
	}
	const elsewhere = type.misplaced?.find((each) => each.key === key);
	if (elsewhere) {
		// Said where the word stands that wants it as a param.
		if (isToldAbove(node, elsewhere)) return undefined;
		const move = moveEntry(document, bound, entry, elsewhere.to);
		// Where any key is taken, and the place it usually belongs to is taken as well, it is meant as it stands.
		if (type.rest && !move) return undefined;
		const place = elsewhere.to.replace(/^(?:\.\.\/)+/, "");
		const where = place === key ? `beside ${owner}, not inside it` : `in \`${place}\``;
		// Where it cannot be moved it is worth keeping all the same.
		const fixes = move ? [fix(`Move it to \`${place}\``, move), without] : [];
		return { span, message: `${owner} has no ${kind} ${quote(key)}; it belongs ${where}`, fixes, ...(type.rest ? { level: "warning" as const } : {}) };
	}
	const word = keywordMeant(bound, entry);
	if (word !== undefined && bound.entry) {
		const edit = replaceValue(document, bound.entry, new Written(document.text, entry.key));
		const says = `${quote(key)} takes no parameters; write ${calledIn(bound)} as ${quote(key)}`;
		return { span, message: says, fixes: edit ? [fix(`Change to ${quote(key)}`, [edit])] : [] };
	}
	const [first, ...others] = allMeantBy(key, type, node);
	if (first && others.length > 0) {
		const all = [first, ...others];
		const names = listed(
			all.map((param) => `\`${param.name}\``),
			"or",
		);
		const renames = all.map((param) => fix(`Rename to \`${param.name}\``, renameTo(document, entry, param)));
		return { span, message: `${owner} has no ${kind} ${quote(key)}; did you mean ${names}?`, fixes: [...toChoose(renames), without] };
	}
	const only = onlyMeant(bound, type, document.binding().flavour);
	const meant = first ?? (only?.entry === entry ? only.param : undefined);
	// Steps that were to follow are worth keeping.
	const isBranch = entry.value.kind !== "scalar" && misfitOf(entry.value, steps(), document.binding().flavour).all === 0;
	if (!meant) return { span, message: `${owner} has no ${kind} ${quote(key)}; remove it`, fixes: isBranch ? [] : [without] };
	const rename = fix(`Rename to \`${meant.name}\``, renameTo(document, entry, meant), sameLetters(key, meant.name));
	const level = meant.maybe?.includes(key) ? { level: "warning" as const } : {};
	return { span, message: `${owner} has no ${kind} ${quote(key)}; did you mean \`${meant.name}\`?`, fixes: [rename, without], ...level };
}

/** Where any key is taken, one that is all but a known one is probably a slip: said, not held against the author. */
function slipIn(document: Document, entry: Entry, type: MapType, node: MapNode): Finding | undefined {
	const key = keyText(entry.key);
	const [meant, ...others] = allMeantBy(key, type, node);
	if (!meant || others.length > 0 || key === meant.name) return undefined;
	// Another spelling of a known name is always one; else it takes a long name that is all but known.
	const isSlip = key.length >= 8 && !meant.aka?.includes(key) && Math.abs(meant.name.length - key.length) <= 2;
	if (!sameLetters(key, meant.name) && !isSlip) return undefined;
	const rename = fix(`Rename to \`${meant.name}\``, [renameKey(document, entry.key, meant.name)]);
	return { span: entry.key.span, message: `${quote(key)} is not a known key; did you mean \`${meant.name}\`?`, level: "info", fixes: [rename] };
}

/** Entries of one object that belong in the same place. */
interface Group {
	readonly entries: readonly Entry[];
	/** The param, or the path, where they belong. */
	readonly home: string;
	/** They belong there as entries of the author's own, as params, or the home is a method that has them. */
	readonly as: "strays" | "params" | "method";
}

/** The groups in an object, by each of their entries. */
function groupsIn(bound: Bound, type: MapType, flavour: Flavour): ReadonlyMap<Entry, Group> {
	const strays = straysOf(bound, type, flavour);
	const groups: Group[] = displacedTogether(bound, type);
	if (type.strays !== undefined && strays.length > 0) groups.push({ entries: strays, home: type.strays, as: "strays" });
	const inside = groups.length === 0 ? allMeantFor(bound, type, flavour) : undefined;
	if (inside) groups.push({ entries: inside.entries, home: inside.param.name, as: "strays" });
	const method = groups.length === 0 ? methodHaving(bound, type, flavour) : undefined;
	if (method) groups.push(method);
	return new Map(groups.flatMap((group) => group.entries.map((entry) => [entry, group] as const)));
}

/** The unknown params of a method, where another with a name like it has them all. */
function methodHaving({ node, parent }: Bound, type: MapType, flavour: Flavour): Group | undefined {
	const { step } = parent ?? {};
	if (node.kind !== "map" || !step?.form) return undefined;
	const entries = node.entries.filter(({ key }) => !paramOf(type, keyText(key)) && key.value !== "<<");
	if (entries.some(({ key }) => meantBy(keyText(key), type, node) || type.misplaced?.some((each) => each.key === key.value))) return undefined;
	const words = step.name.split("_");
	const others = methodsOf(flavour).filter((method) => {
		const map = alternatives([formOf(method, flavour)?.type ?? anything]).find((each) => each.kind === "map");
		const alike = method.name !== step.name && method.name.split("_").some((word) => words.includes(word));
		return alike && map && node.entries.every(({ key }) => paramOf(map, keyText(key)));
	});
	const [other] = others;
	return other && others.length === 1 ? { entries, home: other.name, as: "method" } : undefined;
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
		const known = byHome.get(home);
		if (known) known.push(entry);
		else byHome.set(home, [entry]);
	}
	return [...byHome].flatMap(([home, entries]) => {
		const there = node.kind === "map" && isWritten(node, home.split(".", 1)[0] ?? "");
		return entries.length > 1 && !there ? [{ entries, home, as: "params" as const }] : [];
	});
}

/** One finding for all of a group, and one fix where they stand one after the other. */
function together(document: Document, bound: Bound, { entries, home, as }: Group): Finding {
	const { node } = bound;
	const many = entries.length > 1;
	if (as === "method") {
		const key = bound.entry?.key;
		const message = `${mapCalled(bound)} has no ${kindIn(bound)}${many ? "s" : ""} ${named(entries)}; \`${home}\` has ${many ? "them" : "it"}`;
		const fixes = key ? [fix(`Rename to \`${home}\``, [renameKey(document, key, home)])] : [];
		return { span: entries[0]?.key.span ?? node.span, message, fixes };
	}
	const edits =
		node.kind !== "map"
			? []
			: as === "strays"
				? isWritten(node, home)
					? []
					: nestEntries(document, node, entries, home, saidBeside(bound, home))
				: movedTogether(document, node, entries, home);
	const them = many ? "them" : "it";
	return {
		span: entries[0]?.key.span ?? node.span,
		message: `${mapCalled(bound)} has no ${kindIn(bound)}${many ? "s" : ""} ${named(entries)}; ${many ? "they belong" : "it belongs"} in \`${home}\``,
		fixes: edits.length > 0 ? [fix(`${as === "strays" ? `Move ${them} into` : `Move ${them} to`} \`${home}\``, edits)] : [],
	};
}

/** The params with only one value that must stand beside a home, and do not yet. */
function saidBeside({ node, types }: Bound, home: string): readonly (readonly [string, string])[] {
	const [type] = types;
	if (node.kind !== "map" || type?.kind !== "map") return [];
	return type.params.flatMap((param) => {
		const only = fixedValue(param);
		return param.required && param.name !== home && only && !isWritten(node, param.name) ? [[param.name, String(only.value)] as const] : [];
	});
}

/** Writes entries that stand one after the other as they are in an object further down. */
function movedTogether(document: Document, node: MapNode, entries: readonly Entry[], home: string): readonly TextEdit[] {
	const [first] = entries;
	const last = entries.at(-1);
	const at = first ? placeOf(node, first) : -1;
	if (!first || !last || !entries.every((entry, index) => node.entries[at + index] === entry)) return [];
	const [outer = "", ...inner] = home.split(".");
	const all: Printable = new Fields(entries.map((entry) => fieldOf(document.text, entry)));
	const value = inner.reduceRight<Printable>((deeper, name) => ({ [name]: deeper }), all);
	const edit = replaceEntries(document, entries, [{ name: outer, value }]);
	return edit ? [edit] : [];
}

/** Another name for an entry; its number in the unit that is wanted, and before its text what the wrong name stood for. */
function renameTo(document: Document, { key, value }: Entry, meant: Param): readonly TextEdit[] {
	const rename = renameKey(document, key, meant.name);
	const number = value.kind === "scalar" && typeof value.value === "number" ? inUnitOf(value.value, keyText(key), meant.type) : undefined;
	if (number !== undefined && value.kind === "scalar") return [rename, replaceScalar(document, value, number)];
	const prefix = prefixFor(meant, keyText(key));
	if (prefix === "" || value.kind !== "scalar" || typeof value.value !== "string" || /^\w+:/.test(value.value)) return [rename];
	return [rename, replaceScalar(document, value, prefix + value.value)];
}

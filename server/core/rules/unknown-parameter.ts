import { sameLetters } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import { prefixFor } from "../language/lookup.ts";
import type { MapType, Param } from "../language/type.ts";
import { type Bound, isDocument } from "../model/bind.ts";
import { listed, mapCalled } from "../model/describe.ts";
import { nestEntries, removeEntry, renameKey, replaceByEntries, replaceScalar, type TextEdit } from "../syntax/edit.ts";
import { dataOf, type Entry, keyText, type MapNode } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { meantBy, outdented, pairMeant, straysOf } from "./displaced.ts";
import { fix, isWritten, mismatches } from "./find.ts";
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
		for (const { bound, entry, type } of mismatches(document, "unknown-key")) {
			const { node } = bound;
			if (isDocument(bound) || node.kind !== "map") continue;
			const group = displacedTogether(bound, entry, type);
			if (group) {
				// They are one mistake, and the first speaks for all.
				if (group.entries[0] === entry) yield movedTogether(document, bound, group.entries, group.home);
				continue;
			}
			const strays = type.strays === undefined ? [] : straysOf(bound, type, document.binding().flavour);
			if (strays.includes(entry)) {
				// They are one mistake, and the first speaks for all.
				if (strays[0] === entry) yield strayed(document, bound, strays, type.strays ?? "");
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
		const [[name], [value]] = [pair[0] ?? [""], pair[1] ?? [""]];
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
	const meant = meantBy(key, type, node);
	if (!meant) return { span, message: `${owner} has no \`${key}\`; remove it, or see its parameters by completing here`, fixes: [remove] };
	const rename = fix(`Rename to \`${meant.name}\``, renameTo(document, entry, meant), sameLetters(key, meant.name));
	return { span, message: `${owner} has no \`${key}\`; did you mean \`${meant.name}\`?`, fixes: [rename, remove] };
}

/** Where any key is taken, one that is all but a known one is probably a slip: said, not held against the author. */
function slipIn(document: Document, entry: Entry, type: MapType, node: MapNode): Finding | undefined {
	const key = keyText(entry.key);
	const meant = key.length < 8 ? undefined : meantBy(key, type, node);
	if (!meant || meant.aka?.includes(key) || Math.abs(meant.name.length - key.length) > 2) return undefined;
	const rename = fix(`Rename to \`${meant.name}\``, [renameKey(document, entry.key, meant.name)]);
	return { span: entry.key.span, message: `\`${key}\` is not known here; did you mean \`${meant.name}\`?`, level: "info", fixes: [rename] };
}

/** Several entries that belong, under their own names, in the same object that is not there yet. */
function displacedTogether({ node }: Bound, entry: Entry, type: MapType): { readonly entries: readonly Entry[]; readonly home: string } | undefined {
	const homeOf = ({ key }: Entry) => {
		const path = type.misplaced?.find((each) => each.key === keyText(key))?.to ?? "";
		const home = path.slice(0, -(keyText(key).length + 1));
		return /^[^.[]/.test(path) && path === `${home}.${keyText(key)}` && !home.includes("[") ? home : undefined;
	};
	const home = homeOf(entry);
	if (!home || node.kind !== "map" || isWritten(node, home.split(".", 1)[0] ?? "")) return undefined;
	const entries = node.entries.filter((each) => homeOf(each) === home);
	return entries.length > 1 ? { entries, home } : undefined;
}

/** One finding for all of them, and one fix where they stand one after the other. */
function movedTogether(document: Document, bound: Bound, entries: readonly Entry[], home: string): Finding {
	const { node } = bound;
	const names = listed(
		entries.map(({ key }) => `\`${keyText(key)}\``),
		"and",
	);
	const first = entries[0];
	const last = entries.at(-1);
	const at = node.kind === "map" && first ? node.entries.indexOf(first) : -1;
	const inRow = node.kind === "map" && entries.every((entry, index) => node.entries[at + index] === entry);
	const [outer = "", ...inner] = home.split(".");
	const all: Printable = Object.fromEntries(entries.map((entry) => [keyText(entry.key), dataOf(entry.value) as Printable]));
	const value = inner.reduceRight<Printable>((deeper, name) => ({ [name]: deeper }), all);
	const whole = first && last && { ...first, span: { start: first.span.start, end: last.span.end } };
	const edit = whole && inRow ? replaceByEntries(document, whole, [[outer, value]]) : undefined;
	return {
		span: first?.key.span ?? node.span,
		message: `${mapCalled(bound)} has no ${names}; they belong in \`${home}\``,
		fixes: edit ? [fix(`Move them to \`${home}\``, [edit])] : [],
	};
}

/** Another name for an entry, and before its text what the wrong name stood for. */
function renameTo(document: Document, { key, value }: Entry, meant: Param): readonly TextEdit[] {
	const rename = renameKey(document, key, meant.name);
	const prefix = prefixFor(meant, keyText(key));
	if (prefix === "" || value.kind !== "scalar" || typeof value.value !== "string" || /^\w+:/.test(value.value)) return [rename];
	return [rename, replaceScalar(document, value, prefix + value.value)];
}

/** Entries that belong below a param of the map they stand in. */
function strayed(document: Document, bound: Bound, strays: readonly Entry[], home: string): Finding {
	const { node } = bound;
	const names = listed(
		strays.map(({ key }) => `\`${keyText(key)}\``),
		"and",
	);
	const edits = node.kind !== "map" || isWritten(node, home) ? [] : nestEntries(document, node, strays, home);
	return {
		span: strays[0]?.key.span ?? node.span,
		message: `${mapCalled(bound)} has no ${names}; ${strays.length > 1 ? "they belong" : "it belongs"} in \`${home}\``,
		fixes: edits.length > 0 ? [fix(`Put ${strays.length > 1 ? "them" : "it"} in \`${home}\``, edits)] : [],
	};
}

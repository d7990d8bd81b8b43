import { nearest } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { Type } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { calledIn, describe } from "../model/describe.ts";
import { lineEnd, quote, quoteRest, replaceScalar, replaceValue } from "../syntax/edit.ts";
import { dataOf, keyText, type ListNode, type Node } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { chooseFrom, closedValues, disputed, fix, mismatches, spanOf, startingValue } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";

export const wrongType: Rule = {
	id: "wrong-type",
	level: "error",
	says: "Every value is of the kind that its parameter takes.",
	why: "A value of another kind stops the step. YAML makes a boolean of an unquoted `true` and a number of an unquoted `+15551234567`, which loses its plus.",
	prevents: "relay_script_element_wrong_type",
	bad: [
		`
- join_conference:
    name: support
    beep: true
#         ~~~~ \`beep\` must be \`true\`, \`false\`, \`onEnter\` or \`onExit\` as text; put it in quotes
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: [start, end]
#                          ~~~~~~~~~~~~ \`status_callback_event\` must be words with spaces between them, not a list
`,
	],
	good: [
		`
- join_conference:
    name: support
    beep: "true"
`,
	],
	*check(document) {
		for (const { bound, expected } of mismatches(document, "wrong-kind")) {
			const { node } = bound;
			const nothing = node.kind === "scalar" && node.value === null;
			const takesText = alternatives(expected).some((type) => type.kind === "text");
			const asText =
				takesText && node.kind === "scalar" && !nothing && (closedValues(expected).length === 0 || closedValues(expected).includes(String(node.value)));
			const name = calledIn(bound);
			const commented = nothing && document.format === "yaml" && takesText && startsComment(document.text, node.span.start);
			const message = commented
				? `\`#\` starts a comment here, so ${name} has no value; put it in quotes`
				: nothing
					? `${name} has no value; it must be ${describe(...expected)}`
					: asText
						? `${name} must be ${describe(...expected)}${closedValues(expected).length > 0 ? " as text" : `, not ${kindOf(document, node)}`}; put it in quotes`
						: `${name} must be ${describe(...expected)}, not ${kindOf(document, node)}`;
			yield {
				span: spanOf(bound),
				message,
				fixes: fixesFor(document, bound, expected, asText),
				...disputed(bound),
				...(nothing ? { absentFrom: spanOf(bound) } : {}),
			};
		}
	},
};

/** Whether what stands at `offset` is a comment of a single `#`, and so perhaps a value. */
function startsComment(text: string, offset: number): boolean {
	return /^[ \t]*#[^\s]*[ \t]*\r?$/m.test(text.slice(offset, lineEnd(text, offset)));
}

function kindOf(document: Document, node: Node): string {
	if (node.kind === "list") return "a list";
	if (node.kind === "map") return "an object";
	if (node.kind === "alias") return "an alias";
	if (node.value === null) return "`null`";
	return typeof node.value === "string" ? "text" : `the ${typeof node.value} \`${document.text.slice(node.span.start, node.span.end)}\``;
}

function fixesFor(document: Document, bound: Bound, expected: readonly Type[], asText: boolean): readonly Fix[] {
	const { node } = bound;
	if (node.kind === "scalar") {
		if (asText) return [fix("Put it in quotes", [quote(document, node)], true)];
		const values = closedValues(expected);
		if (values.length > 0) return chooseFrom(document, node, values);
		const holder = typeof node.value === "string" ? textParam(expected) : undefined;
		if (holder && bound.entry) {
			const edit = replaceValue(document, bound.entry, { [holder]: node.value });
			return edit ? [fix(`Write it as an object with \`${holder}\``, [edit])] : [];
		}
		if (
			node.value === null &&
			document.format === "yaml" &&
			alternatives(expected).some((type) => type.kind === "text") &&
			startsComment(document.text, node.span.start)
		) {
			return [fix("Put it in quotes", [quoteRest(document, node.span.start)])];
		}
		if (node.value === null) {
			const edit = bound.entry && bound.param && replaceValue(document, bound.entry, startingValue(bound.param));
			return edit ? [fix("Write a value", [edit])] : [];
		}
		if (alternatives(expected).some((type) => type.kind === "list" && takes(type.items, typeof node.value)) && bound.entry) {
			const edit = replaceValue(document, bound.entry, [node.value]);
			return edit ? [fix("Put it in a list", [edit])] : [];
		}
		const near =
			typeof node.value === "string" && alternatives(expected).some((type) => type.kind === "boolean") ? nearest(node.value, ["true", "false"]) : undefined;
		return near ? [fix(`Replace by \`${near}\``, [replaceScalar(document, node, near === "true")])] : [];
	}
	if (node.kind === "list" && bound.entry) {
		const merged = onePartObject(node);
		if (merged && alternatives(expected).some((type) => type.kind === "map")) {
			const edit = replaceValue(document, bound.entry, merged);
			return edit ? [fix("Make one object of the list", [edit])] : [];
		}
		const words = alternatives(expected).find((type) => type.kind === "text" && type.words);
		const texts = node.items.map((item) => (item.kind === "scalar" && typeof item.value === "string" ? item.value : undefined));
		if (words?.kind === "text" && words.words && texts.length > 0 && texts.every((text) => text !== undefined)) {
			const edit = replaceValue(document, bound.entry, texts.join(words.words.separator));
			return edit ? [fix("Join it into one text", [edit], true)] : [];
		}
		const [only, ...more] = node.items;
		if (only?.kind === "scalar" && more.length === 0 && only.value !== null && alternatives(expected).some((type) => type.kind === "text")) {
			const edit = replaceValue(document, bound.entry, only.value);
			return edit ? [fix("Take it out of the list", [edit])] : [];
		}
	}
	return [];
}

/** Whether a scalar of this JavaScript type could be an item. */
function takes(items: Type, kind: string): boolean {
	const wanted = kind === "string" ? "text" : kind;
	return alternatives([items]).some((type) => type.kind === wanted || type.kind === "any");
}

/** The param that a bare text is meant for, where an object belongs: the one that has to be there and takes text. */
function textParam(expected: readonly Type[]): string | undefined {
	for (const map of alternatives(expected)) {
		if (map.kind !== "map") continue;
		const needed = map.params.filter((param) => param.required || map.choices?.some((choice) => choice.required && choice.of[0] === param.name));
		const [only, ...more] = needed;
		if (only && more.length === 0 && alternatives([only.type])[0]?.kind === "text") return only.name;
	}
	return undefined;
}

/** `[{ a: 1 }, { b: 2 }]` as `{ a: 1, b: 2 }`. */
function onePartObject(list: ListNode): { readonly [key: string]: Printable } | undefined {
	const entries = list.items.flatMap((item) => (item.kind === "map" ? item.entries : []));
	const names = new Set(entries.map((entry) => keyText(entry.key)));
	if (list.items.length === 0 || entries.length !== list.items.length || names.size !== entries.length) return undefined;
	return Object.fromEntries(entries.map((entry) => [keyText(entry.key), dataOf(entry.value) as Printable]));
}

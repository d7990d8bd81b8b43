import { linesIn } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import type { Type } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { calledIn, describe } from "../model/describe.ts";
import { replaceValue } from "../syntax/edit.ts";
import type { Node } from "../syntax/node.ts";
import { conversions, dashedParams, startsComment, textMeant } from "./convert.ts";
import { contentsMeantBeside } from "./displaced.ts";
import { closedValues, disputed, fix, mismatches, overruledIn, spanOf } from "./find.ts";
import { inOwnLists, loneIn } from "./inner-lists.ts";
import { markMeant } from "./marks.ts";
import type { Level, Rule } from "./rule.ts";

export const wrongType: Rule = {
	id: "wrong-type",
	level: "error",
	says: "Reports values of the wrong type, such as a list where a string is required.",
	why: "With a value of another type, the step fails. YAML reads an unquoted `true` as a boolean, and an unquoted `+15551234567` as a number that loses its plus.",
	prevents: "relay_script_element_wrong_type",
	bad: [
		`
- join_conference:
    name: support
    beep: true
#         ~~~~ \`beep\` must be \`"true"\`, \`"false"\`, \`onEnter\` or \`onExit\`; put it in quotes
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: [start, end]
#                          ~~~~~~~~~~~~ \`status_callback_event\` must be a string of space-separated words, not a list
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
		for (const { bound, pairs, isText } of mismatches(document, "assigned")) {
			const edit = bound.entry && replaceValue(document, bound.entry, Object.fromEntries(pairs.map(([name, value]) => [name, valueIn(value)])));
			const message = `the parameters of ${calledIn(bound)} are written \`name: value\`, not \`name = value\``;
			const fixes = edit ? [fix("Write `:` for `=`", [edit])] : [];
			yield { span: firstLine(document, bound.node.span), message, fixes, ...(isText ? { level: "warning" as const } : {}) };
		}
		const overruled = overruledIn(document);
		for (const { bound, expected } of mismatches(document, "wrong-kind")) {
			const { node } = bound;
			if (bound.entry && overruled.has(bound.entry)) continue;
			const dashed = bound.parent && dashedParams(document, bound.parent);
			if (dashed && bound.parent?.entry) {
				// They are one mistake, and the first speaks for all.
				if (bound.parent.below[0] !== bound) continue;
				const edit = replaceValue(document, bound.parent.entry, dashed);
				const message = `the parameters of ${calledIn(bound.parent)} go in one object, without dashes`;
				yield { span: placeOf(document, bound), message, fixes: edit ? [fix("Merge into one object", [edit])] : [] };
				continue;
			}
			const type = bound.parent?.types[0];
			const marked = bound.entry && bound.parent && type?.kind === "map" ? markMeant(document, bound.parent, bound.entry, type) : undefined;
			if (marked) {
				yield marked;
				continue;
			}
			const alone = loneIn(bound, document.binding().flavour);
			if (alone.length > 0) {
				// They are one mistake, and the first speaks for all.
				if (alone[0] !== node || !bound.parent) continue;
				const message = `each entry of ${calledIn(bound)} must be a list, not ${kindOf(document, node)}`;
				yield { span: placeOf(document, bound), message, fixes: inOwnLists(document, bound, alone) };
				continue;
			}
			const nothing = node.kind === "scalar" && node.value === null;
			const takesText = alternatives(expected).some((type) => type.kind === "text");
			const asText = textMeant(document, bound, expected) !== undefined;
			const name = bound.entry || bound.parent?.node.kind !== "list" ? calledIn(bound) : `each entry of ${calledIn(bound)}`;
			const commented = nothing && document.format === "yaml" && takesText && startsComment(document, node.span.start);
			const message = commented
				? `\`#\` starts a comment here, so ${name} has no value; put it in quotes`
				: nothing
					? `${name} has no value; it must be ${describe(...expected)}`
					: asText
						? `${name} must be ${describe(...expected)}${closedValues(expected).length > 0 ? "" : `, not ${kindOf(document, node)}`}; put it in quotes`
						: `${name} must be ${describe(...expected)}, not ${kindOf(document, node)}${contentsMeantBeside(bound).length > 0 ? "; move its entries up a level" : ""}`;
			yield {
				span: placeOf(document, bound),
				message,
				fixes: conversions(document, bound, expected),
				...(nothing ? disputed(bound) : (readAnyway(bound, expected) ?? disputed(bound))),
				...(nothing ? { absentFrom: spanOf(bound) } : {}),
			};
		}
	},
};

/** Of an object or list over several lines the first: where it begins is what matters, and it may fill the screen. */
function placeOf(document: Document, bound: Bound): Span {
	const span = spanOf(bound);
	return bound.node.kind === "scalar" ? span : firstLine(document, span);
}

function firstLine(document: Document, { start, end }: Span): Span {
	return { start, end: Math.min(end, linesIn(document).end(start)) };
}

/** How loud it is where the platform reads values of this kind all the same: what it makes of them is not known. */
function readAnyway({ node, parent, entry }: Bound, expected: readonly Type[]): { readonly level: Level } | undefined {
	const types = alternatives(expected);
	if (types.some((type) => "reads" in type && type.reads === "anything")) return { level: "hint" };
	const isText = node.kind === "scalar" && typeof node.value === "string";
	if (isText && types.some((type) => "reads" in type && type.reads?.includes("text"))) return { level: "warning" };
	const body = entry && parent?.step?.form?.anyBody;
	return body && (isText || node.kind === "list" || (node.kind === "scalar" && typeof node.value === "number")) ? { level: "warning" } : undefined;
}

function kindOf(document: Document, node: Node): string {
	if (node.kind === "list") return "a list";
	if (node.kind === "map") return "an object";
	if (node.kind === "alias") return "an alias";
	if (node.value === null) return "`null`";
	return typeof node.value === "string" ? "a string" : `the ${typeof node.value} \`${document.text.slice(node.span.start, node.span.end)}\``;
}

/** What stands behind a `=`, as the value it would be behind a colon. */
function valueIn(written: string): string | number | boolean {
	const inner = /^(["'])(.*)\1$/.exec(written)?.[2];
	if (inner !== undefined) return inner;
	const number = Number(written);
	if (String(number) === written) return number;
	return written === "true" || (written === "false" ? false : written);
}

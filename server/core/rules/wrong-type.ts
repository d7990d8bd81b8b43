import { nearest } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import type { Type } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { calledIn, describe } from "../model/describe.ts";
import { quote, replaceScalar, replaceValue } from "../syntax/edit.ts";
import type { Node } from "../syntax/node.ts";
import { closedValues, disputed, fix, mismatches, replaceBy, spanOf, startingValue } from "./find.ts";
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
			const message = nothing
				? `${name} has no value; it must be ${describe(...expected)}`
				: asText
					? `${name} must be ${describe(...expected)}${closedValues(expected).length > 0 ? " as text" : `, not ${kindOf(node)}`}; put it in quotes`
					: `${name} must be ${describe(...expected)}, not ${kindOf(node)}`;
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

function kindOf(node: Node): string {
	if (node.kind === "list") return "a list";
	if (node.kind === "map") return "an object";
	if (node.kind === "alias") return "an alias";
	if (node.value === null) return "`null`";
	return typeof node.value === "string" ? "text" : `the ${typeof node.value} \`${node.value}\``;
}

function fixesFor(document: Document, bound: Bound, expected: readonly Type[], asText: boolean): readonly Fix[] {
	const { node } = bound;
	if (node.kind === "scalar") {
		if (asText) return [fix("Put it in quotes", [quote(document, node)], true)];
		const values = closedValues(expected);
		if (values.length > 0) return values.map((value) => replaceBy(document, node, value));
		if (node.value === null) return bound.param ? [fix("Write a value", startEdits(document, bound))] : [];
		if (alternatives(expected).some((type) => type.kind === "list") && bound.entry) {
			const edit = replaceValue(document, bound.entry, [node.value]);
			return edit ? [fix("Put it in a list", [edit])] : [];
		}
		const near =
			typeof node.value === "string" && alternatives(expected).some((type) => type.kind === "boolean") ? nearest(node.value, ["true", "false"]) : undefined;
		return near ? [fix(`Replace by \`${near}\``, [replaceScalar(document, node, near === "true")])] : [];
	}
	if (node.kind === "list" && bound.entry) {
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

function startEdits(document: Document, bound: Bound) {
	const edit = bound.entry && bound.param && replaceValue(document, bound.entry, startingValue(bound.param));
	return edit ? [edit] : [];
}

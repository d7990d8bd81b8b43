import type { Json, MapType, Need, Param } from "../language/type.ts";
import { paramOf } from "../model/bind.ts";
import { isDynamic } from "../model/expression.ts";
import { removeEntry } from "../syntax/edit.ts";
import { entryOf, keyText, type MapNode } from "../syntax/node.ts";
import { fix } from "./find.ts";
import type { Rule } from "./rule.ts";

export const noEffect: Rule = {
	id: "no-effect",
	level: "warning",
	says: "No parameter is written that has no effect beside the others.",
	why: "The step runs, but the parameter does nothing: an event goes nowhere, silence is cut from a recording that is never made. Usually something else was forgotten.",
	bad: [
		`
- join_conference:
    name: support
    trim: do-not-trim
#   ~~~~ \`trim\` has no effect: the conference is not recorded
`,
		`
- join_conference:
    name: support
    status_callback_event: start end
#   ~~~~~~~~~~~~~~~~~~~~~ \`status_callback_event\` has no effect: there is no \`status_callback\` to report to
`,
	],
	good: [
		`
- join_conference:
    name: support
    record: record-from-start
    trim: do-not-trim
    status_callback: https://example.com/events
    status_callback_event: start end
`,
	],
	*check(document) {
		for (const bound of document.bounds()) {
			const { node, types } = bound;
			const [type] = types;
			if (node.kind !== "map" || type?.kind !== "map" || node.entries.some((entry) => entry.key.value === "<<")) continue;
			for (const entry of node.entries) {
				const key = keyText(entry.key);
				const param = paramOf(type, key);
				const unmet = unmetNeed(param, node, type);
				// What is switched off has no effect either way.
				if (!unmet || (typeof param?.default === "boolean" && entry.value.kind === "scalar" && entry.value.value === param.default)) continue;
				const message = `\`${key}\` has no effect: ${unmet.because}`;
				yield {
					span: entry.key.span,
					message,
					level: unmet.level ?? "warning",
					tag: "unnecessary",
					fixes: [fix(`Remove \`${key}\``, [removeEntry(document, node, entry)])],
				};
			}
		}
	},
};

/** The first need of a param that the map it stands in does not meet; what is not known before the call counts as met. */
export function unmetNeed(param: Param | undefined, map: MapNode, type: MapType): Need | undefined {
	return param?.needs?.find((need) => !meets(need, map, type));
}

function meets(need: Need, map: MapNode, type: MapType): boolean {
	const value = entryOf(map, need.param)?.value;
	if (!need.is) return value !== undefined;
	const actual: Json | undefined = value ? (value.kind === "scalar" ? value.value : undefined) : paramOf(type, need.param)?.default;
	if (value && (value.kind !== "scalar" || (typeof value.value === "string" && isDynamic(value.value)))) return true;
	// A value that is itself a mistake says nothing about what was meant.
	const known = paramOf(type, need.param)?.type;
	if (value && known?.kind === "text" && known.values && !known.values.some((each) => each.value === actual)) return true;
	return need.is.includes(actual ?? null) || need.is.map(String).includes(String(actual));
}

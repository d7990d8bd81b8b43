import { nearest, sameLetters } from "../base/nearest.ts";
import type { MapType } from "../language/type.ts";
import { isDocument } from "../model/bind.ts";
import { mapCalled } from "../model/describe.ts";
import { removeEntry, renameKey } from "../syntax/edit.ts";
import { keyText, type MapNode } from "../syntax/node.ts";
import { fix, isWritten, mismatches } from "./find.ts";
import { moveEntry } from "./move.ts";
import type { Rule } from "./rule.ts";

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
		for (const { bound, entry, type } of mismatches(document, "unknown-key")) {
			const { node } = bound;
			if (isDocument(bound) || node.kind !== "map") continue;
			const key = keyText(entry.key);
			const elsewhere = type.misplaced?.find((each) => each.key === key);
			const meant = elsewhere ? undefined : meantBy(key, type, node);
			const owner = mapCalled(bound);
			const remove = fix(`Remove \`${key}\``, [removeEntry(document, node, entry)]);
			if (elsewhere) {
				const move = moveEntry(document, bound, entry, elsewhere.to);
				const place = elsewhere.to.replace(/^(?:\.\.\/)+/, "");
				const where = place === key ? `beside ${owner}, not inside it` : `in \`${place}\``;
				yield {
					span: entry.key.span,
					message: `${owner} has no \`${key}\`; it belongs ${where}`,
					fixes: [...(move ? [fix(`Move it to \`${place}\``, move)] : []), remove],
				};
			} else if (meant) {
				const rename = fix(`Rename to \`${meant}\``, [renameKey(document, entry.key, meant)], sameLetters(key, meant));
				yield { span: entry.key.span, message: `${owner} has no \`${key}\`; did you mean \`${meant}\`?`, fixes: [rename, remove] };
			} else yield { span: entry.key.span, message: `${owner} has no \`${key}\`; remove it, or see its parameters by completing here`, fixes: [remove] };
		}
	},
};

/** The param that a key is a slip of, or another word for, as long as it is not written itself. */
function meantBy(key: string, type: MapType, node: MapNode): string | undefined {
	const free = type.params.filter((param) => !isWritten(node, param.name) && !param.unlisted);
	const folded = key.toLowerCase();
	return (
		free.find((param) => param.aka?.some((name) => name.toLowerCase() === folded))?.name ??
		nearest(
			key,
			free.map((param) => param.name),
		)
	);
}

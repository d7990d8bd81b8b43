import type { Document } from "../document.ts";
import type { Leave } from "../language/type.ts";
import type { Bound } from "../model/bind.ts";
import { cutEntry, insertEntry, replaceScalar } from "../syntax/edit.ts";
import { type Entry, entryOf, type MapNode, type Node } from "../syntax/node.ts";
import { fieldOf } from "../syntax/print.ts";
import { fix } from "./find.ts";
import { both } from "./move.ts";
import type { Finding, Rule } from "./rule.ts";

export const agentStays: Rule = {
	id: "agent-stays",
	level: "warning",
	says: "Reports SWML actions that move the call while the agent stays on it, and is billed.",
	why: "SWML inside an action runs while the agent waits for its end: it stays on the call, and is billed, for as long as the caller talks to somebody else. `transfer: true`, before `SWML` in the same object, ends it.",
	bad: [
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    SWAIG:
      functions:
        - function: operator
          description: Puts the caller through to a person.
          data_map:
            output:
              response: One moment.
              action:
                - SWML:
#                 ~~~~ this SWML moves the call, and the agent stays on the call, and is billed, until the document ends; write \`transfer: true\` before it
                    sections:
                      main:
                        - connect:
                            to: "+15551234567"
`,
	],
	good: [
		`
- ai:
    prompt:
      text: You answer questions about opening hours.
    SWAIG:
      functions:
        - function: operator
          description: Puts the caller through to a person.
          data_map:
            output:
              response: One moment.
              action:
                - transfer: true
                  SWML:
                    sections:
                      main:
                        - connect:
                            to: "+15551234567"
`,
	],
	*check(document) {
		for (const bound of document.bounds()) {
			const { param, entry, parent } = bound;
			const leave = param?.leaves;
			if (!leave || !entry || parent?.node.kind !== "map" || !movesCall(bound) || endsOtherwise(parent, leave)) continue;
			const found = finding(document, parent.node, entry, leave);
			if (found) yield found;
		}
	},
};

function finding(document: Document, map: MapNode, entry: Entry, { by, because }: Leave): Finding | undefined {
	const { span } = entry.key;
	const says = entryOf(map, by);
	if (!says) {
		const message = `this SWML moves the call, and ${because}; write \`${by}: true\` before it`;
		return {
			span,
			message,
			fixes: [fix(`Write \`${by}: true\` before it`, [insertEntry(document, map, { name: by, value: true }, "first")])],
			absentFrom: map.span,
		};
	}
	const { value } = says;
	if (value.kind === "scalar" && value.value === "true") {
		const message = `\`${by}\` is \`true\` or \`false\`; only as such is it known to end the agent's part`;
		return { span: value.span, message, level: "hint", fixes: [fix("Change to `true`", [replaceScalar(document, { ...value, style: "plain" }, true)])] };
	}
	if (value.kind !== "scalar" || value.value !== true || says.span.start < entry.span.start) return undefined;
	const edits = both(document, cutEntry(document, map, says), insertEntry(document, map, fieldOf(document.text, says), "first", says.span));
	return {
		span: says.key.span,
		message: `\`${by}\` counts where it stands before the SWML; move it up`,
		level: "hint",
		fixes: edits ? [fix("Move it up", edits)] : [],
	};
}

/** Whether a step somewhere in a document puts the call through to somebody. */
function movesCall(bound: Bound): boolean {
	return bound.step?.form?.moves === true || bound.below.some(movesCall);
}

/** Whether something beside this object, in the same list, ends the session as well; what is not known before the call may. */
function endsOtherwise({ node, parent }: Bound, { or }: Leave): boolean {
	const all: readonly Node[] = parent?.node.kind === "list" ? parent.node.items : [node];
	return all.some(
		(item) =>
			item.kind === "map" && item.entries.some(({ key, value }) => or.includes(String(key.value)) && !(value.kind === "scalar" && value.value === false)),
	);
}

import { nearest, sameLetters } from "../base/nearest.ts";
import { methodMeant, methodsOf } from "../language/lookup.ts";
import { listed } from "../model/describe.ts";
import { renameKey, replaceScalar } from "../syntax/edit.ts";
import { fix, mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

export const unknownMethod: Rule = {
	id: "unknown-method",
	level: "error",
	says: "Every step names a method that SWML has, in this kind of document.",
	why: "SignalWire refuses the document, or stops when it comes to the step. Documents for calls and documents for messages have different methods.",
	prevents: "relay_script_method_undefined",
	bad: [
		`
- paly:
# ~~~~ no method \`paly\`; did you mean \`play\`?
    url: say:Hello
`,
		`
- say: Hello
# ~~~ no method \`say\`; did you mean \`play\`?
`,
	],
	good: [
		`
- play:
    url: say:Hello
`,
	],
	*check(document) {
		const { flavour } = document.binding();
		for (const { bound, name, span, why } of mismatches(document, "unknown-method")) {
			if (why === "flavour") {
				const other = flavour === "calling" ? "messages" : "calls";
				const mine = flavour === "calling" ? "a call" : "a message";
				yield { span, message: `\`${name}\` is a method for ${other}, and this document handles ${mine}; move it to a document of its own` };
				continue;
			}
			if (why === "place") {
				const allowed = bound.parent?.stepsType?.only ?? [];
				yield {
					span,
					message: `\`${name}\` may not be used here; allowed are ${listed(
						allowed.map((each) => `\`${each}\``),
						"and",
					)}`,
				};
				continue;
			}
			const names = methodsOf(flavour).map((method) => method.name);
			const meant = methodMeant(name)?.name ?? nearest(name, names);
			const message = `no method \`${name}\`; ${meant ? `did you mean \`${meant}\`?` : "see the list of methods by completing here"}`;
			const key = bound.step?.key;
			if (!meant || !key) {
				yield { span, message };
				continue;
			}
			const edit = bound.node.kind === "scalar" ? replaceScalar(document, key, meant) : renameKey(document, key, meant);
			yield { span, message, fixes: [fix(`Rename to \`${meant}\``, [edit], sameLetters(name, meant))] };
		}
	},
};

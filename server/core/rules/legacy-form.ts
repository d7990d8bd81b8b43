import type { Document } from "../document.ts";
import { anything } from "../language/build.ts";
import type { Shorthand } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { type Bound, isGoodAs } from "../model/bind.ts";
import { paramOf } from "../model/expected.ts";
import { replaceValue } from "../syntax/edit.ts";
import type { Entry, ListNode } from "../syntax/node.ts";
import { Written } from "../syntax/written.ts";
import { fix, headOf } from "./find.ts";
import type { Finding, Rule } from "./rule.ts";

export const legacyForm: Rule = {
	id: "legacy-form",
	level: "hint",
	says: "Reports short forms of a method, such as `play: say:Hello`, that work but are not in the published schema.",
	why: "The published schema has only the object, and a short form leaves no room for other parameters.",
	bad: [
		`
- play: say:Hello
# ~~~~ the short form of \`play\` works; the published form is an object with \`url\`
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
		for (const { step, below, node: item } of document.binding().steps) {
			const shorthand = step?.form?.shorthand;
			const bound = below[0];
			if (!bound?.entry || (item.kind === "map" && item.entries.length > 1)) continue;
			const { entry, node } = bound;
			const positional = node.kind === "list" && bound.types.some((type) => type.kind === "list" && type.first !== undefined);
			if (
				!shorthand ||
				(shorthand.style !== "legacy" && !positional) ||
				node.kind === "map" ||
				(node.kind === "scalar" && node.value === null) ||
				node.kind === "alias"
			)
				continue;
			// Where the form has no such short form, it is a value of the wrong type.
			if (node.kind === "list" && !bound.types.some((type) => type.kind === "list")) continue;
			const param = node.kind === "list" && shorthand.list ? shorthand.list : shorthand.param;
			if (positional && !isGoodAs(node, step?.form?.type ?? anything, flavour)) continue;
			if (positional) {
				yield first(document, bound, entry, node, shorthand);
				continue;
			}
			const type = alternatives([step?.form?.type ?? anything]).find((each) => each.kind === "map");
			const home = type && paramOf(type, param);
			// What is wrong has to be put right first.
			if (home && !isGoodAs(node, home.type, flavour)) continue;
			const edit = replaceValue(document, entry, { [param]: new Written(document.text, node, entry) });
			const message = `the short form of \`${entry.key.value}\` works; the published form is an object with \`${param}\``;
			yield { span: headOf(bound), message, fixes: edit ? [fix("Expand to the object form", [edit], true)] : [] };
		}
	},
};

/** Of a positional list only the first entry has a meaning that is known, and that only by its kind. */
function first(document: Document, bound: Bound, entry: Entry, { items }: ListNode, { param, style }: Shorthand): Finding {
	const [item, ...others] = items;
	const value = item && others.length === 0 ? new Written(document.text, item) : undefined;
	const alone = style === "simpler";
	const edit = value === undefined ? undefined : replaceValue(document, entry, alone ? value : { [param]: value });
	const known =
		others.length > 0 ? `only the first entry of this list is known to mean something: \`${param}\`` : `the entry of this list stands for \`${param}\``;
	return {
		span: headOf(bound),
		message: `${known}; ${alone ? "write it alone, or in an object" : "the published form is an object"}`,
		fixes: edit ? [fix(alone ? "Take it out of the list" : "Change to an object", [edit])] : [],
	};
}

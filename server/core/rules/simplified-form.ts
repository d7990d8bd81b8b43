import { quote } from "../base/quote.ts";
import type { Param } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { takesText } from "../model/check_scalar.ts";
import { repeatsDefault, unmetNeed } from "../model/effect.ts";
import { replaceValue } from "../syntax/edit.ts";
import { fix, headOf } from "./find.ts";
import type { Rule } from "./rule.ts";

export const simplifiedForm: Rule = {
	id: "simplified-form",
	level: "hint",
	says: "Reports methods that set only their main parameter and have a short form for that.",
	why: "`join_conference: support` does the same as the object with only `name` in it.",
	bad: [
		`
- join_conference:
# ~~~~~~~~~~~~~~~ only \`name\` differs from the defaults; \`join_conference: support\` does the same
    name: support
    muted: false
`,
	],
	good: ["\n- join_conference: support\n"],
	*check(document) {
		for (const { step, below } of document.binding().steps) {
			const bound = below[0];
			const value = bound && shortensTo(bound);
			const shorthand = step?.form?.shorthand;
			if (value === undefined || !bound?.entry || !shorthand) continue;
			const short = `${bound.entry.key.value}: ${value}`;
			const edit = replaceValue(document, bound.entry, value);
			const message = `only \`${shorthand.param}\` differs from the defaults; ${quote(short)} does the same`;
			yield { span: headOf(bound), message, fixes: edit ? [fix("Use the simplified form", [edit])] : [] };
		}
	},
};

const shortened = new WeakMap<Bound, { readonly to: string | undefined }>();

/** The value of the short form that says the same as this object, where there is one. Asked for each of its params, and looked up once. */
export function shortensTo(bound: Bound): string | undefined {
	let short = shortened.get(bound);
	if (!short) {
		short = { to: shorten(bound) };
		shortened.set(bound, short);
	}
	return short.to;
}

function shorten(bound: Bound): string | undefined {
	const shorthand = bound.parent?.step?.form?.shorthand;
	if (shorthand?.style !== "simpler" || bound.node.kind !== "map") return undefined;
	const [type] = bound.types;
	let value: string | undefined;
	for (const child of bound.below) {
		// What has no effect is told as that.
		if (type?.kind === "map" && unmetNeed(child.param, bound.node, type)) return undefined;
		if (child.param?.name === shorthand.param && child.node.kind === "scalar" && typeof child.node.value === "string" && isText(child.param, child.node.value))
			value = child.node.value;
		else if (!repeatsDefault(child.param, child.node, bound.node)) return undefined;
	}
	return value;
}

function isText({ type }: Param, value: string): boolean {
	return alternatives([type]).some((each) => each.kind === "text" && takesText(each, value));
}

import { nearest, oneLetterFrom, sameLetters } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { anything } from "../language/build.ts";
import { formOf, methodMeant, methodNamed, methodsOf, prefixFor } from "../language/lookup.ts";
import type { Flavour } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { listed } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { renameKey, replaceEntry, replaceNode, replaceScalar, type TextEdit } from "../syntax/edit.ts";
import { keyText } from "../syntax/node.ts";
import type { Printable } from "../syntax/print.ts";
import { wrappedSteps } from "./displaced.ts";
import { fix, mismatches, toChoose, unspacedColon } from "./find.ts";
import type { Rule } from "./rule.ts";

export const unknownMethod: Rule = {
	id: "unknown-method",
	level: "error",
	says: "Reports methods that do not exist, or not in this kind of document.",
	why: "SignalWire rejects the document, or stops when it reaches the step. Documents for calls and documents for messages have different methods.",
	prevents: "relay_script_method_undefined",
	bad: [
		`
- paly:
# ~~~~ unknown method \`paly\`; did you mean \`play\`?
    url: say:Hello
`,
		`
- say: Hello
# ~~~ unknown method \`say\`; did you mean \`play\`?
`,
	],
	good: [
		`
- play:
    url: say:Hello
`,
	],
	*check(document) {
		for (const { bound, name, span, why, flavour } of mismatches(document, "unknown-method")) {
			// What wraps the steps of its place is named there.
			if (bound.parent && wrappedSteps(bound.parent, flavour)) continue;
			if (why === "flavour") {
				const other = flavour === "calling" ? "messages" : "calls";
				const mine = flavour === "calling" ? "a call" : "a message";
				yield { span, message: `${quote(name)} is a method for ${other}, but this document handles ${mine}; move it to a separate document` };
				continue;
			}
			if (why === "place") {
				const allowed = bound.parent?.stepsType?.only ?? [];
				yield {
					span,
					message: `${quote(name)} is not allowed here; use ${listed(
						allowed.map((each) => `\`${each}\``),
						"or",
					)}`,
				};
				continue;
			}
			const colon = unspacedColon(bound.node, methodNamed);
			if (colon) {
				yield { span, message: `\`:\` needs a space after it, or it is part of the name`, fixes: [colon] };
				continue;
			}
			const words = bound.node.kind === "scalar" ? wordsOfStep(name) : undefined;
			const written = words && replaceNode(document, bound.node, { [words[0]]: words[1] });
			if (words && written) {
				yield { span, message: `missing \`:\` after \`${words[0]}\``, fixes: [fix(`Change to \`${words[0]}:\``, [written])] };
				continue;
			}
			const [meant, ...others] = namesMeant(bound, name, flavour);
			const key = bound.step?.key;
			if (meant && others.length > 0 && key) {
				const all = [meant, ...others];
				const renames = all.map((each) =>
					fix(`Rename to \`${each}\``, [bound.node.kind === "scalar" ? replaceScalar(document, key, each) : renameKey(document, key, each)]),
				);
				yield {
					span,
					message: `unknown method ${quote(name)}; did you mean ${listed(
						all.map((each) => `\`${each}\``),
						"or",
					)}?`,
					fixes: toChoose(renames),
				};
				continue;
			}
			const message = `unknown method ${quote(name)}; ${meant ? `did you mean \`${meant}\`?` : "completion lists all methods"}`;
			if (!meant || !key) {
				yield { span, message };
				continue;
			}
			const spoken = spokenAs(document, bound, name, flavour);
			if (spoken) {
				yield { span, message, fixes: [fix(`Change to \`${meant}\``, [spoken])] };
				continue;
			}
			const edit = bound.node.kind === "scalar" ? replaceScalar(document, key, meant) : renameKey(document, key, meant);
			yield { span, message, fixes: [fix(`Rename to \`${meant}\``, [edit], sameLetters(name, meant))] };
		}
	},
};

/**
 * The methods that a name is a slip of, or another word for; of those that are equally near, the ones whose params are written. What is
 * undocumented is meant by a slip of one letter, and by no more than that.
 */
function namesMeant(bound: Bound, name: string, flavour: Flavour): readonly string[] {
	const methods = methodsOf(flavour);
	const slips = oneLetterFrom(
		name,
		methods.map((method) => method.name),
	);
	const written = slips.map((each) => paramsWritten(bound, each, flavour));
	const near = slips.filter((_, index) => written[index] === Math.max(...written));
	const named = methodMeant(name)?.name;
	// Of short words everything is a neighbour; there, a word that is known for another is no slip.
	if (named !== undefined) return name.length < 4 ? [named] : [named, ...near.filter((each) => each !== named)];
	if (near.length > 0) return near;
	const documented = (each: Flavour) => methodsOf(each).flatMap((method) => (method.forms[each]?.undocumented ? [] : method.name));
	const far =
		nearest(name, documented(flavour), (each) => paramsWritten(bound, each, flavour)) ?? nearest(name, [...documented("calling"), ...documented("messaging")]);
	return far === undefined ? [] : [far];
}

/** How many of the params of a method are written in a step. */
function paramsWritten({ below: [value] }: Bound, name: string, flavour: Flavour): number {
	const method = methodNamed(name);
	const form = method && formOf(method, flavour);
	const map = alternatives([form?.type ?? anything]).find((type) => type.kind === "map");
	return map && value?.node.kind === "map" ? value.node.entries.filter(({ key }) => paramOf(map, keyText(key))).length : 0;
}

/** `sleep 5` as the method and its value. */
function wordsOfStep(step: string): readonly [string, Printable] | undefined {
	const [, name = "", rest = ""] = /^(\w+)\s+(\S.*)$/.exec(step) ?? [];
	return methodNamed(name) ? [name, /^-?\d{1,15}$/.test(rest) ? Number(rest) : rest.replace(/^(["'])(.*)\1$/, "$2")] : undefined;
}

/** A step under an invented name that comes with no more than a text, as the method that is meant takes it. */
function spokenAs(document: Document, { below: [value] }: Bound, name: string, flavour: Flavour): TextEdit | undefined {
	const method = methodMeant(name);
	const shorthand = method && formOf(method, flavour)?.shorthand;
	const prefix = method ? prefixFor(method, name) : "";
	if (!value?.entry || !shorthand || prefix === "") return undefined;
	const node = value.node.kind === "map" && value.node.entries.length === 1 ? value.node.entries[0]?.value : value.node;
	if (node?.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return undefined;
	const text = /^\w+:/.test(node.value) ? node.value : prefix + node.value;
	return replaceEntry(document, value.entry, method.name, { [shorthand.param]: text });
}

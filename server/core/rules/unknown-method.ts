import { nearest, sameLetters } from "../base/nearest.ts";
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
import { fix, mismatches, unspacedColon } from "./find.ts";
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
			// What wraps the steps of its place is named there.
			if (bound.parent && wrappedSteps(bound.parent, flavour)) continue;
			if (why === "flavour") {
				const other = flavour === "calling" ? "messages" : "calls";
				const mine = flavour === "calling" ? "a call" : "a message";
				yield { span, message: `${quote(name)} is a method for ${other}, and this document handles ${mine}; move it to a document of its own` };
				continue;
			}
			if (why === "place") {
				const allowed = bound.parent?.stepsType?.only ?? [];
				yield {
					span,
					message: `${quote(name)} may not be used here; allowed are ${listed(
						allowed.map((each) => `\`${each}\``),
						"and",
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
				yield { span, message: `a \`:\` is missing after \`${words[0]}\``, fixes: [fix(`Write \`${words[0]}:\``, [written])] };
				continue;
			}
			const names = methodsOf(flavour).map((method) => method.name);
			const everywhere = (["calling", "messaging"] as const).flatMap((each) => methodsOf(each).map((method) => method.name));
			const meant = methodMeant(name)?.name ?? nearest(name, names, (each) => paramsWritten(bound, each, flavour)) ?? nearest(name, everywhere);
			const message = `no method ${quote(name)}; ${meant ? `did you mean \`${meant}\`?` : "see the list of methods by completing here"}`;
			const key = bound.step?.key;
			if (!meant || !key) {
				yield { span, message };
				continue;
			}
			const spoken = spokenAs(document, bound, name);
			if (spoken) {
				yield { span, message, fixes: [fix(`Write it as \`${meant}\``, [spoken])] };
				continue;
			}
			const edit = bound.node.kind === "scalar" ? replaceScalar(document, key, meant) : renameKey(document, key, meant);
			yield { span, message, fixes: [fix(`Rename to \`${meant}\``, [edit], sameLetters(name, meant))] };
		}
	},
};

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
function spokenAs(document: Document, { below: [value] }: Bound, name: string): TextEdit | undefined {
	const method = methodMeant(name);
	const shorthand = method && formOf(method, document.binding().flavour)?.shorthand;
	const prefix = method ? prefixFor(method, name) : "";
	if (!value?.entry || !shorthand || prefix === "") return undefined;
	const node = value.node.kind === "map" && value.node.entries.length === 1 ? value.node.entries[0]?.value : value.node;
	if (node?.kind !== "scalar" || typeof node.value !== "string" || node.value === "") return undefined;
	const text = /^\w+:/.test(node.value) ? node.value : prefix + node.value;
	return replaceEntry(document, value.entry, method.name, { [shorthand.param]: text });
}

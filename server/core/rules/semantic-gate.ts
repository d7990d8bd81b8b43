import type { Document } from "../document.ts";
import { gateFailure, gateLimits, semanticGate, semanticGates, ungated } from "../language/shared/gates.ts";
import type { MapType } from "../language/type.ts";
import type { Bound } from "../model/bind.ts";
import { bytesOf } from "../model/check_scalar.ts";
import { calledIn } from "../model/describe.ts";
import { renameKey } from "../syntax/edit.ts";
import { dataOf, type Entry, entryOf, keyText, type MapNode, type Node, type ScalarNode } from "../syntax/node.ts";
import { fix, headOf, mismatches } from "./find.ts";
import type { Finding, Rule } from "./rule.ts";

export const semanticGateRule: Rule = {
	id: "semantic-gate",
	level: "error",
	says: "Reports semantic gates of a function that the platform rejects or ignores.",
	why: "One mistake in one gate, and the platform rejects the whole function. Where it ignores part of a gate, the function runs when it should not.",
	bad: [
		`
- ai:
    prompt:
      text: You take orders.
    SWAIG:
      functions:
        - function: refund
          description: Pays the caller back.
          web_hook_url: https://example.com/refund
          gates:
            - id: order 1
#                 ~~~~~~~ the \`id\` of a gate must be 1 to 64 letters, digits or \`_\`
              question: Has the caller said an order number?
              threshold: 0.8
              on_fail:
                response: Ask for the order number first.
`,
	],
	good: [
		`
- ai:
    prompt:
      text: You take orders.
    SWAIG:
      functions:
        - function: refund
          description: Pays the caller back.
          web_hook_url: https://example.com/refund
          gates:
            - id: order_1
              question: Has the caller said an order number?
              threshold: 0.8
              on_fail:
                response: Ask for the order number first.
`,
	],
	*check(document) {
		for (const { bound, bytes, max } of mismatches(document, "too-long"))
			yield { span: bound.node.span, message: `${calledIn(bound)} has ${bytes} bytes; the limit is ${max}` };
		for (const bound of document.bounds()) {
			const { entry, types, node } = bound;
			if (types[0] === semanticGate && node.kind === "map") yield* gateFindings(node);
			else if (types[0] === gateFailure) yield* failureFindings(bound);
			else if (types[0] === semanticGates && node.kind === "list" && entry) yield* listFindings(bound, node.items, entry);
			if (entry?.value === node && bound.param?.anyCase) yield* spellings(document, bound, entry);
		}
	},
};

/** What holds for one gate: its id and its texts. */
function* gateFindings(node: MapNode): Iterable<Finding> {
	const id = entryOf(node, "id")?.value;
	if (id?.kind === "scalar" && typeof id.value === "string" && !new RegExp(`^[A-Za-z0-9_]{1,${gateLimits.idLength}}$`).test(id.value))
		yield { span: id.span, message: "the `id` of a gate must be 1 to 64 letters, digits or `_`" };
	for (const text of textsBelow(node)) {
		const value = String(text.value);
		if (value.includes("\0") || /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value))
			yield { span: text.span, message: "this string contains NUL or half a character; the platform rejects the function" };
	}
	const question = entryOf(node, "question")?.value;
	if (question?.kind === "scalar" && typeof question.value === "string" && question.value.includes("@{"))
		yield { span: question.span, message: "`@{…}` stays as it is in the `question` of a gate; only `${…}` is filled in", level: "hint" };
	const failure = entryOf(node, "on_fail")?.value;
	const action = failure?.kind === "map" ? entryIn(failure, "action")?.value : undefined;
	for (const text of action ? textsBelow(action) : []) {
		if (/[$%@]\{/.test(String(text.value))) {
			yield { span: text.span, message: "placeholders stay as they are in the actions of `on_fail`", level: "hint" };
			break;
		}
	}
}

/** How long it is as JSON, which the platform limits. */
function* failureFindings(bound: Bound): Iterable<Finding> {
	const bytes = bytesOf(compact(dataOf(bound.node)));
	if (bytes <= gateLimits.onFail) return;
	yield { span: headOf(bound), message: `\`on_fail\` has ${bytes} bytes as JSON; the limit is ${gateLimits.onFail}` };
}

/** JSON without blanks, with numbers as the platform writes them: those with a fraction have six decimals. */
function compact(data: unknown): string {
	if (Array.isArray(data)) return `[${data.map(compact).join(",")}]`;
	if (typeof data === "object" && data !== null)
		return `{${Object.entries(data)
			.map(([key, value]) => `${JSON.stringify(key)}:${compact(value)}`)
			.join(",")}}`;
	if (typeof data === "number") return Number.isInteger(data) ? String(data) : data.toFixed(6);
	return JSON.stringify(data) ?? "null";
}

/** What holds for all gates of a function: their ids differ, and the function is one that can have gates. */
function* listFindings(bound: Bound, items: readonly Node[], entry: Entry): Iterable<Finding> {
	const names = items.map((item, index) => {
		const id = item.kind === "map" ? entryOf(item, "id")?.value : undefined;
		return id?.kind === "scalar" && typeof id.value === "string" ? { name: id.value, node: id } : { name: `gate_${index + 1}`, node: undefined };
	});
	for (const [index, { name, node }] of names.entries()) {
		const others = names.filter((other, at) => at !== index && other.name === name);
		// Of two that are written, the second is the one too many.
		const first = others.length > 0 && others.every((other) => other.node && node && other.node.span.start > node.span.start);
		if (node && others.length > 0 && !first) {
			const generated = others.some((other) => !other.node);
			yield {
				span: node.span,
				message: `another gate of this function is called \`${name}\`${generated ? " already: it has no `id`, so it is named by its position" : " as well"}`,
			};
		}
	}
	const owner = bound.parent?.node;
	const called = owner?.kind === "map" ? entryOf(owner, "function")?.value : undefined;
	if (called?.kind === "scalar" && ungated.has(String(called.value)))
		yield { span: entry.key.span, message: `\`${called.value}\` cannot have gates; the platform rejects the function` };
}

/** Keys that are found in any mix of upper and lower case: the first counts. */
function* spellings(document: Document, bound: Bound, entry: Entry): Iterable<Finding> {
	const { param, parent, node } = bound;
	const map = parent?.node;
	const type = parent?.types[0];
	if (!param || map?.kind !== "map" || type?.kind !== "map") return;
	const name = keyText(entry.key);
	const alike = map.entries.filter((each) => keyText(each.key).toLowerCase() === param.name.toLowerCase());
	const [first] = alike;
	if (first && first !== entry)
		yield {
			span: entry.key.span,
			message: `\`${name}\` is ignored: \`${keyText(first.key)}\` comes first, and case does not matter`,
			level: "warning",
			tag: "unnecessary",
		};
	else if (name !== param.name)
		yield {
			span: entry.key.span,
			message: `\`${name}\` works, but is spelled \`${param.name}\``,
			level: "hint",
			fixes: alike.length === 1 ? [fix(`Rename to \`${param.name}\``, [renameKey(document, entry.key, param.name)], true)] : [],
		};
	if (node.kind === "scalar" && node.value === null && needsOthers(type, param.name))
		yield { span: entry.key.span, message: `\`${name}\` has no value and hides the other spelling of it`, level: "warning" };
}

/** Whether a param is one that says nothing without another. */
function needsOthers(type: MapType, name: string): boolean {
	return type.params.some((param) => param.name === name && param.needs !== undefined);
}

/** An entry whose key is found in any mix of upper and lower case. */
function entryIn(node: MapNode, name: string): Entry | undefined {
	return node.entries.find((entry) => keyText(entry.key).toLowerCase() === name);
}

/** All texts in a value. */
function textsBelow(node: Node): readonly ScalarNode[] {
	if (node.kind === "scalar") return typeof node.value === "string" ? [node] : [];
	if (node.kind === "list") return node.items.flatMap(textsBelow);
	return node.kind === "map" ? node.entries.flatMap((entry) => textsBelow(entry.value)) : [];
}

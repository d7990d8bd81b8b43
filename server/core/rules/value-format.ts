import { hasBreak } from "../base/lines.ts";
import { quote } from "../base/quote.ts";
import type { Document } from "../document.ts";
import { type FormatProblem, formats } from "../language/formats.ts";
import type { TextType } from "../language/type.ts";
import type { Bound } from "../model/bind.ts";
import { calledIn } from "../model/describe.ts";
import { paramOf } from "../model/expected.ts";
import { renameKey, replaceScalar } from "../syntax/edit.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { sourceOffset } from "../syntax/offsets.ts";
import { disputed, fix, mismatches, unspacedColon } from "./find.ts";
import type { Finding, Rule } from "./rule.ts";

export const valueFormat: Rule = {
	id: "value-format",
	level: "warning",
	says: "Reports URLs, phone numbers, SIP addresses, durations and other strings that are not in their required format.",
	why: "SignalWire cannot fetch, dial or play a value in another format. It is an error where the step fails, and a warning where it may fail.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    stream:
      url: ws://example.com/audio
#          ~~~~~ \`ws://example.com/audio\` is not encrypted; SignalWire only streams to \`wss://\` URLs
`,
	],
	good: [
		`
- join_conference:
    name: support
    stream:
      url: wss://example.com/audio
`,
	],
	*check(document) {
		for (const { bound, node, problem, type } of mismatches(document, "format")) {
			// Said where the other half of it stands.
			if (problem.level === "hint" && joinedWith(bound) !== undefined) continue;
			const colon = unspacedColon(node, (name) => bound.types.some((type) => type.kind === "map" && paramOf(type, name)));
			if (colon && problem.level !== "hint") {
				yield { span: node.span, message: "`:` needs a space after it, or it is part of the value", fixes: [colon], level: problem.level };
				continue;
			}
			const [start, end] = problem.at ?? [];
			let span =
				start === undefined || end === undefined ? node.span : { start: sourceOffset(document.text, node, start), end: sourceOffset(document.text, node, end) };
			// The break at the end of block text is seen by the sign it begins with.
			if (span.start === span.end && node.style === "block") span = { start: node.span.start, end: node.span.start + 1 };
			const joined = linesJoined(document, node, problem, type);
			if (joined !== undefined) {
				const message = `${calledIn(bound)} goes on over several lines, which puts a space into it; write it on one line`;
				yield { span, message, level: problem.level, fixes: [fix("Join the lines", [replaceScalar(document, node, joined)])], ...disputed(bound) };
				continue;
			}
			const fixes = problem.fix === undefined ? [] : [fix(`Change to ${quote(problem.fix)}`, [replaceScalar(document, node, problem.fix)])];
			yield { span, message: problem.message, level: problem.level, fixes, ...disputed(bound) };
		}
		if (document.text.includes("{{") && !document.text.includes("{%")) for (const bound of document.bounds()) yield* readAloud(document, bound);
		for (const { entry, problem } of mismatches(document, "key-format")) {
			const fixes = problem.fix === undefined ? [] : [fix(`Rename to ${quote(problem.fix)}`, [renameKey(document, entry.key, problem.fix)])];
			yield { span: entry.key.span, message: problem.message, level: problem.level, fixes };
		}
	},
};

/** A text without the blanks that stand for its line breaks, where they are what is wrong with it, and nothing is then. */
function linesJoined(document: Document, node: ScalarNode, problem: FormatProblem, type: TextType): string | undefined {
	const { value } = node;
	const { at } = problem;
	if (document.format === "json" || typeof value !== "string" || !at || node.at || !/^\s+$/.test(value.slice(...at)) || at[1] === value.length)
		return undefined;
	const source = document.text.slice(sourceOffset(document.text, node, at[0]), sourceOffset(document.text, node, at[1]));
	if (!hasBreak(source)) return undefined;
	const joined = value.replace(/\s+/g, "");
	return type.format !== undefined && formats[type.format]?.check(joined) === undefined ? joined : undefined;
}

/** `{{name}}` in a text that is spoken: other tools fill it in, SWML does not. */
function* readAloud(document: Document, { node, types }: Bound): Iterable<Finding> {
	if (node.kind !== "scalar" || typeof node.value !== "string") return;
	const { value } = node;
	if (!types.some((type) => type.kind === "text" && type.lead !== undefined && value.startsWith(type.lead))) return;
	for (const { 0: written, 1: name = "", index } of value.matchAll(/\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/g)) {
		const span = { start: sourceOffset(document.text, node, index), end: sourceOffset(document.text, node, index + written.length) };
		const message = `unless a tool fills ${quote(written)} in, it is read aloud as it stands; SWML writes \`%{${name}}\``;
		// What a tool fills in is to stay: nobody but the author knows.
		yield { span, message, level: "hint", fixes: [{ ...fix(`Change to \`%{${name}}\``, [{ span, text: `%{${name}}` }]), choice: true }] };
	}
}

/** A text that lacks what an older param beside it says, with that before it: `openai.nova`; only where that is sound as it stands. */
export function joinedWith({ node, param, types, parent }: Bound): string | undefined {
	const old = parent?.below.find((each) => each.param?.joins !== undefined && each.param.joins === param?.name)?.node;
	if (node.kind !== "scalar" || typeof node.value !== "string" || old?.kind !== "scalar" || typeof old.value !== "string") return undefined;
	if (node.value.includes(".") || !/^\w+$/.test(old.value.trim())) return undefined;
	const whole = `${old.value.trim()}.${node.value}`;
	const isSound = types.some((type) => type.kind === "text" && type.format !== undefined && formats[type.format]?.check(whole) === undefined);
	return isSound ? whole : undefined;
}

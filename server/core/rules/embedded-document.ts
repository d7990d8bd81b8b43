import type { Document } from "../document.ts";
import { calledIn } from "../model/describe.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { sourceOffset } from "../syntax/offsets.ts";
import { fix, mismatches } from "./find.ts";
import type { Fix, Rule } from "./rule.ts";

export const embeddedDocument: Rule = {
	id: "embedded-document",
	level: "error",
	says: "Reports syntax errors in a SWML document that is written as a JSON string inside another document.",
	why: "The step that uses the string fails, or the call ends where it should continue.",
	prevents: "relay_script_parse_error",
	bad: [
		`
- execute:
    dest: '{"sections": {"main": [{"hangup": {}}}}'
#                                ~ in the SWML inside \`dest\`: this \`[\` is never closed; add \`]\`
`,
	],
	good: [
		`
- execute:
    dest: '{"sections": {"main": [{"hangup": {}}]}}'
`,
	],
	*check(document) {
		for (const { bound, fault } of mismatches(document, "embedded-syntax"))
			yield { span: fault.span, message: `in the SWML inside ${calledIn(bound)}: ${fault.message}` };
		for (const { bound, node } of mismatches(document, "embedded-list")) {
			const message = `the SWML inside ${calledIn(bound)} is a list of steps; a document has them in \`sections\`, under \`main\``;
			yield { span: node.span, message, fixes: [inSections(document, node)] };
		}
	},
};

/** The list, as it is written, as the main section of a document. */
function inSections({ text }: Document, node: ScalarNode): Fix {
	const value = String(node.value);
	const [start, last] = [value.length - value.trimStart().length, value.trimEnd().length - 1].map((index) => sourceOffset(text, node, index));
	const inQuotes = (json: string) => (node.style === "double" ? json.replaceAll('"', '\\"') : json);
	return fix("Put it in `sections`", [
		{ span: { start: start ?? 0, end: start ?? 0 }, text: inQuotes('{"sections": {"main": ') },
		{ span: { start: (last ?? 0) + 1, end: (last ?? 0) + 1 }, text: inQuotes("}}") },
	]);
}

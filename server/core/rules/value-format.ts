import { quote } from "../base/quote.ts";
import { replaceScalar } from "../syntax/edit.ts";
import { sourceOffset } from "../syntax/offsets.ts";
import { disputed, fix, mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

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
		for (const { bound, node, problem } of mismatches(document, "format")) {
			const [start, end] = problem.at ?? [];
			const span =
				start === undefined || end === undefined ? node.span : { start: sourceOffset(document.text, node, start), end: sourceOffset(document.text, node, end) };
			const fixes = problem.fix === undefined ? [] : [fix(`Change to ${quote(problem.fix)}`, [replaceScalar(document, node, problem.fix)])];
			yield { span, message: problem.message, level: problem.level, fixes, ...disputed(bound) };
		}
	},
};

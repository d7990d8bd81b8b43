import { calledIn } from "../model/describe.ts";
import { mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

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
#                                               ~ in the SWML inside \`dest\`: missing \`]\` before this
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
	},
};

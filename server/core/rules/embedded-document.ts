import { calledIn } from "../model/describe.ts";
import { mismatches } from "./find.ts";
import type { Rule } from "./rule.ts";

export const embeddedDocument: Rule = {
	id: "embedded-document",
	level: "error",
	says: "A SWML document written as JSON inside a text can be read.",
	why: "The step that hands the text on fails, or the call ends where it should go on.",
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
	},
};

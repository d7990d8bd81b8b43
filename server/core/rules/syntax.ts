import { quoteRest } from "../syntax/edit.ts";
import { fix } from "./find.ts";
import type { Rule } from "./rule.ts";

export const syntax: Rule = {
	id: "syntax",
	level: "error",
	says: "The document can be read as YAML or JSON.",
	why: "SignalWire cannot read the document and the call or message fails before its first step. Only the first fault is named; the rest of the document is still checked as far as it can be read.",
	prevents: "relay_script_parse_error",
	bad: [
		`
sections:
  main:
    - play:
        url: say: Hello there
#            ~~~~~~~~~~~~~~~~ a text that contains \`: \` needs quotes
`,
	],
	good: [
		`
sections:
  main:
    - play:
        url: "say: Hello there"
`,
	],
	*check(document) {
		for (const { span, message, quoteFrom } of document.tree().faults) {
			yield { span, message, fixes: quoteFrom === undefined ? [] : [fix("Put it in quotes", [quoteRest(document, quoteFrom)])] };
		}
	},
};

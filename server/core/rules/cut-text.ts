import { hasBreak, linesIn } from "../base/lines.ts";
import { calledIn } from "../model/describe.ts";
import { quoteRest } from "../syntax/edit.ts";
import { fix } from "./find.ts";
import type { Rule } from "./rule.ts";

export const cutText: Rule = {
	id: "cut-text",
	level: "warning",
	yamlOnly: true,
	says: "Reports strings that YAML cuts off at ` #`, where a comment starts.",
	why: "In YAML a `#` after a space starts a comment: the rest of the string is never spoken, dialled or sent.",
	bad: [
		`
- play:
    url: say:Press 1 #then 2
#                    ~~~~~~~ the string in \`url\` ends before \`#\`, which starts a comment; put it in quotes
`,
	],
	good: [
		`
- play:
    url: "say:Press 1 #then 2"
`,
		`
- play:
    url: say:Press 1 # the first menu
`,
	],
	*check(document) {
		if (document.format !== "yaml" || !document.text.includes(" #")) return;
		for (const bound of document.bounds()) {
			const { node } = bound;
			if (node.kind !== "scalar" || node.style !== "plain" || typeof node.value !== "string" || node.at) continue;
			if (!bound.types.some((type) => type.kind === "text" && !type.values)) continue;
			// A text over several lines takes more than quotes around its last.
			if (hasBreak(document.text.slice(node.span.start, node.span.end))) continue;
			const end = linesIn(document).end(node.span.end);
			const rest = document.text.slice(node.span.end, end);
			// A comment proper has a blank after its sign.
			const cut = /^[ \t]+(#(?!TODO|FIXME|NOTE|XXX|HACK)[^\s#])/.exec(rest);
			if (!cut) continue;
			const start = node.span.end + rest.indexOf("#");
			const message = `the string in ${calledIn(bound)} ends before \`#\`, which starts a comment; put it in quotes`;
			yield { span: { start, end: node.span.end + rest.trimEnd().length }, message, fixes: [fix("Add quotes", [quoteRest(document, node.span.start)])] };
		}
	},
};

/** `transfer`. Facts: the published SWML schemas of calls and of messages; the short form is from SignalWire's editor of 2023 and newer documentation. */
import { anyMap, form, map, method, oneOf, optional, positional, required, text, union } from "../build.ts";

const dest = text({ format: "dest", refers: "section", embeds: "document", notBlank: true });

const destAka = ["section", "destination", "to", "target", "url"];

const params = optional(anyMap, "Values for the section or document that takes over, which reads them as `params.name`.", {
	note: "Numbers arrive as strings.",
	aka: ["parameters", "args", "arguments", "vars", "variables", "data"],
});

export const transfer = method("transfer", {
	aka: ["redirect", "jump", "go_to_url", "redirect_call", "hand_over"],
	forms: {
		calling: form({
			summary: "Hands the call over to another section or document and does not come back: the steps after it never run.",
			docs: "calling/transfer",
			flow: "terminal",
			moves: true,
			beforeAnswer: "safe",
			shorthand: { param: "dest", style: "legacy" },
			note: "Variables travel along. A call may make 32 transfers, jumps with `goto` included. To call somebody, use `connect`.",
			type: union(
				dest,
				positional(dest, { min: 1 }),
				map(
					{
						dest: required(dest, "Where to go on: a section of this document, the URL of a document (fetched with POST), or a document as JSON text.", {
							note: "Text that begins with `http://` or `https://` is a URL, text that begins with `{` is a document as JSON, anything else is a section. `relay:` and the name of an application is listed, but does not work yet.",
							example: "https://example.com/swml.json",
							aka: destAka,
						}),
						params,
						meta: optional(anyMap, "Data of your own. SignalWire ignores it.", { aka: ["metadata"] }),
					},
					{ name: "transfer" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - cond:
        - when: call.from.startsWith('+1202')
          then:
            - transfer:
                dest: https://example.com/swml/washington.json
                params:
                  source: hotline
        - else:
            - transfer:
                dest: elsewhere
  elsewhere:
    - play:
        url: "say:Our service covers Washington only."
    - hangup: {}
`,
		}),
		messaging: form({
			summary:
				"Hands the message over to another document and does not come back: the steps after it never run, nor do those of the sections that called this one.",
			docs: "messaging/transfer",
			flow: "terminal",
			shorthand: { param: "dest", style: "legacy" },
			note: "Variables travel along.",
			type: union(
				dest,
				map(
					{
						dest: required(dest, "The URL of the document that takes over.", {
							disputed:
								"The published schema takes a URL only. The introduction to messages and newer documentation also allow a section of the same document; the latter a document as JSON text as well.",
							example: "https://example.com/swml.json",
							aka: destAka,
						}),
						method: optional(oneOf(["GET", "POST", "PUT", "PATCH", "DELETE"]), "The HTTP method with which the document is fetched.", {
							default: "POST",
							aka: ["http_method"],
						}),
						params,
					},
					{ name: "transfer" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - switch:
        variable: message.body
        transform: lowercase_trim
        case:
          sales:
            - transfer:
                dest: https://example.com/swml/sales-messages.json
                params:
                  keyword: sales
        default:
          - reply: Write SALES to reach our sales team.
`,
		}),
	},
});

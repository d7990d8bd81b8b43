/** `execute`. Facts: the published SWML schemas of calls and of messages; the short form is from SignalWire's editor of 2023 and newer documentation. */
import { anyMap, form, map, method, optional, positional, required, sets, text, union } from "../build.ts";
import { anySteps, resultOf } from "../shared/branches.ts";

const dest = text({ format: "dest", refers: "section", embeds: "document", notBlank: true });

const destAka = ["section", "destination", "to", "target", "url", "name"];

const params = optional(anyMap, "Values for the section or document that is called, which reads them as `params.name`.", {
	note: "They replace the `params` of the caller, which are back afterwards. Numbers arrive as strings.",
	aka: ["parameters", "args", "arguments", "vars", "variables", "data"],
});

const howDestIsRead = "Text that begins with `http://` or `https://` is a URL, text that begins with `{` is a document as JSON, anything else is a section.";

export const execute = method("execute", {
	aka: ["gosub", "call_section", "run", "subroutine", "exec", "run_section", "invoke"],
	forms: {
		calling: form({
			summary: "Runs another section or document like a subroutine, then goes on with the next step.",
			docs: "calling/execute",
			flow: "call",
			beforeAnswer: "safe",
			shorthand: { param: "dest", style: "legacy" },
			note: "Variables are shared with what is called.",
			sets: [sets("return_value", "What the called section handed back with `return`.", { type: "any" })],
			type: union(
				dest,
				positional(dest, { min: 1 }),
				map(
					{
						dest: required(dest, "What to run: a section of this document, the URL of a document (fetched with POST), or a document as JSON text.", {
							note: howDestIsRead,
							example: "https://example.com/swml.json",
							aka: destAka,
						}),
						params,
						on_return: optional(anySteps, "The steps to run after the return, with `return_value` at hand.", { aka: ["then"] }),
						result: optional(
							resultOf(
								optional(text({ expression: "path" }), "The variable to switch on, without `${}`.", {
									default: "return_value",
								}),
							),
							"What to do with the value handed back: an object switches on a variable, a list tests conditions.",
							{ aka: ["on_result"] },
						),
						meta: optional(anyMap, "Data of your own. SignalWire ignores it.", { aka: ["metadata"] }),
					},
					{ name: "execute" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - execute:
        dest: ask_for_digit
        params:
          question: Press 1 for sales, or 2 for support.
        result:
          case:
            "1":
              - transfer:
                  dest: https://example.com/swml/sales.json
            "2":
              - transfer:
                  dest: https://example.com/swml/support.json
          default:
            - play:
                url: "say:That was neither. Goodbye."
    - hangup: {}
  ask_for_digit:
    - prompt:
        play: "say:\${params.question}"
    - return: \${prompt_value}
`,
		}),
		messaging: form({
			summary: "Runs another section like a subroutine, then goes on with the next step.",
			docs: "messaging/execute",
			flow: "call",
			shorthand: { param: "dest", style: "legacy" },
			note: "What replies and requests of the called section set is visible to the caller afterwards.",
			sets: [sets("return_value", "What the called section handed back with `return`. Not set when it handed back nothing.", { type: "any" })],
			type: union(
				dest,
				map(
					{
						dest: required(dest, "The section to run.", {
							disputed:
								"The published schema's description allows a section only. Newer documentation also takes the URL of a document, or a document as JSON text.",
							example: "my_section",
							aka: destAka,
						}),
						params,
					},
					{ name: "execute" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - execute:
        dest: greeting
        params:
          sender: "%{message.from}"
    - reply: "%{return_value}"
  greeting:
    - return: "Hello %{params.sender}, we have your message."
`,
		}),
	},
});

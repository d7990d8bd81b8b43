/** `switch`. Facts: the published SWML schemas of calls and of messages. */
import { form, method, required, text } from "../build.ts";
import { switchBody, transform } from "../shared/branches.ts";

const path = text({ expression: "path", notBlank: true });

const variableAka = ["var", "on", "value", "expression"];

export const switchMethod = method("switch", {
	aka: ["select", "match", "switch_case", "case", "choose", "branch"],
	forms: {
		calling: form({
			summary: "Runs the steps that belong to the value of a variable.",
			docs: "calling/switch",
			flow: "branch",
			beforeAnswer: "safe",
			note: "For anything but fixed values, use `cond`.",
			type: switchBody(
				required(path, "The variable to compare, as a path without `${}`: `prompt_value`, `call.type`, `params.department`.", {
					example: "prompt_value",
					aka: variableAka,
				}),
				"switch",
				{
					unmatched:
						"Sources differ on what happens without it when no case matches: the list of errors says that the script fails, an example of `transfer` goes on with the next step.",
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - prompt:
        play: "say:For sales press 1, for support press 2."
    - switch:
        variable: prompt_value
        case:
          "1":
            - connect:
                to: "+12025550142"
          "2":
            - connect:
                to: "+12025550143"
        default:
          - play:
              url: "say:That is not a choice."
    - hangup: {}
`,
		}),
		messaging: form({
			summary: "Runs the steps that belong to the value of a variable.",
			docs: "messaging/switch",
			flow: "branch",
			type: switchBody(
				required(path, "The variable to compare, as a path without `%{}`: `message.body`, `request_result`, `params.keyword`.", {
					example: "message.body",
					aka: variableAka,
				}),
				"switch",
				{ messaging: true, transform, unmatched: "Without it, a value that matches no case ends the document with an error." },
			),
			example: `
version: 1.0.0
sections:
  main:
    - switch:
        variable: message.body
        transform: lowercase_trim
        case:
          hours:
            - reply: We are open from 9 to 6, Monday to Friday.
          address:
            - reply: 12 High Street, second floor.
        default:
          - reply: Write HOURS or ADDRESS.
`,
		}),
	},
});

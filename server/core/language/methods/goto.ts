/** `goto`. Facts: the published SWML schemas of calls and of messages; the short form in calls is from newer documentation. */
import { form, integer, map, method, optional, positional, required, text, union } from "../build.ts";
import { jsCondition } from "../shared/branches.ts";

const name = text({ refers: "label", format: "name", notBlank: true });

const label = required(name, "The label to jump to: in the same list of steps, or in one around it.", { aka: ["name", "target", "to", "dest"] });

const maxAka = ["max_jumps", "limit", "times", "count", "max_count"];

export const goto = method("goto", {
	aka: ["go_to", "goTo", "jump_to", "jump_to_label", "goto_label", "loop", "repeat"],
	forms: {
		calling: form({
			summary: "Jumps to a label of the same section, always or on a condition.",
			docs: "calling/goto",
			flow: "jump",
			beforeAnswer: "safe",
			shorthand: { param: "label", style: "legacy" },
			note: "It does not reach into another section: use `execute` or `transfer` for that. A call may make 32 jumps, transfers included.",
			type: union(
				name,
				positional(name, { min: 1 }),
				map(
					{
						label,
						when: optional(jsCondition, "A JavaScript condition, written without `${}`. The jump is made only when it is true.", {
							defaultNote: "jump always",
							aka: ["if", "condition"],
						}),
						max: optional(integer({ min: 1, max: 100 }), "How often the jump is made at most. After that the script goes on with the next step.", {
							default: 100,
							note: "Jumps are counted, so that with 3 the steps before it run four times. With more than 32 the limit of jumps per call comes first.",
							aka: maxAka,
						}),
					},
					{ name: "goto" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - label: ask
    - prompt:
        play: "say:Please type the four digits of your code."
        max_digits: 4
    - goto:
        label: ask
        when: prompt_result != 'match_digits'
        max: 2
    - hangup: {}
`,
		}),
		messaging: form({
			summary: "Jumps to a label of the same section.",
			docs: "messaging/goto",
			flow: "jump",
			note: "It does not reach into another section. A message may cause at most 100 steps.",
			type: map(
				{
					label,
					max: optional(integer(), "How often the jump is made at most.", {
						default: 100,
						note: "Sources differ on what happens after that: the section ends, or the next step runs.",
						aka: maxAka,
					}),
				},
				{ name: "goto" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - label: look_up
    - request:
        url: https://example.com/api/orders
        save_variables: true
    - switch:
        variable: request_result
        case:
          success:
            - reply: "Your order is %{request_response.status}."
          timeout:
            - goto:
                label: look_up
                max: 2
        default:
          - reply: We could not look up your order.
`,
		}),
	},
});

/** `send_digits`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { form, map, method, positional, required, sets, text, union } from "../build.ts";

const digits = text({ format: "send-digits", notBlank: true });

export const sendDigits = method("send_digits", {
	aka: ["dtmf", "send_dtmf", "play_dtmf", "digits", "sendDigits"],
	forms: {
		calling: form({
			summary: "Presses keys: sends digits as DTMF tones.",
			docs: "calling/send-digits",
			flow: "next",
			beforeAnswer: "needs-answer",
			shorthand: { param: "digits", style: "legacy" },
			sets: [sets("send_digits_result", "Whether the digits were sent.", { values: ["success", "failed"] })],
			type: union(
				digits,
				positional(digits, { min: 1 }),
				map(
					{
						digits: required(digits, "The keys to press: `0` to `9`, `*`, `#` and `A` to `D`. `W` waits one second, `w` half a second.", {
							note: "Write it in quotes: YAML reads bare digits as a number and loses leading zeros.",
							aka: ["digit", "dtmf", "tones", "keys", "value"],
						}),
					},
					{ name: "send_digits" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - send_digits:
        digits: "W4w07#"
    - switch:
        variable: send_digits_result
        case:
          success:
            - play:
                url: "say:The door is open."
        default:
          - play:
              url: "say:The door could not be opened."
    - hangup: {}
`,
		}),
	},
});

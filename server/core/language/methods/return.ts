/** `return`. Facts: the published SWML schemas of calls and of messages; the bare step is from SignalWire's editor of 2023. */
import { anything, form, method, sets } from "../build.ts";

export const returnMethod = method("return", {
	aka: ["go_back", "end_section", "leave_section"],
	forms: {
		calling: form({
			summary: "Ends the section and goes back to the step that called it. The value may be of any kind. In `main` it ends the script.",
			docs: "calling/return",
			flow: "terminal",
			beforeAnswer: "safe",
			bare: true,
			note: "`return: {}` hands back nothing.",
			sets: [sets("return_value", "The value, for the caller.", { type: "any" })],
			type: anything,
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - execute:
        dest: is_open
    - cond:
        - when: return_value == 'open'
          then:
            - connect:
                to: "+12025550142"
        - else:
            - play:
                url: "say:We are closed."
    - hangup: {}
  is_open:
    - cond:
        - when: new Date().getUTCHours() < 18
          then:
            - return: open
        - else:
            - return: closed
`,
		}),
		messaging: form({
			summary: "Ends the section and goes back to the step that called it. The value may be of any kind. In `main` it ends the document.",
			docs: "messaging/return",
			flow: "terminal",
			note: "`return: null` hands back nothing. In text `%{…}` is replaced; objects and lists are handed back as they are. In `main` the value is dropped.",
			sets: [sets("return_value", "The value, for the caller.", { type: "any" })],
			type: anything,
			example: `
version: 1.0.0
sections:
  main:
    - execute:
        dest: kind_of_message
    - switch:
        variable: return_value
        case:
          stop:
            - reply: You will not hear from us again.
        default:
          - reply: Thank you for your message.
  kind_of_message:
    - switch:
        variable: message.body
        transform: lowercase_trim
        case:
          stop:
            - return: stop
          quit:
            - return: stop
        default:
          - return: other
`,
		}),
	},
});

/** `hangup`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { engineValue, form, map, method, oneOf, optional, positional, union } from "../build.ts";

const reason = oneOf({
	hangup: "An ordinary end of the call.",
	busy: "The line is busy.",
	decline: "The call is declined.",
	cancel: engineValue(),
	noAnswer: engineValue(),
	error: engineValue(),
});

export const hangup = method("hangup", {
	aka: ["hang_up", "hangUp", "end_call", "endcall", "disconnect", "end", "reject", "decline", "exit", "quit", "terminate", "hang", "finish"],
	forms: {
		calling: form({
			summary: "Ends the call. No step after it runs.",
			docs: "calling/hangup",
			flow: "terminal",
			beforeAnswer: "safe",
			bare: true,
			shorthand: { param: "reason", style: "legacy" },
			type: union(
				reason,
				positional(reason),
				map(
					{
						reason: optional(reason, "The reason to give for the end of the call.", {
							note: "`no_answer` is refused: it is written `noAnswer`.",
							example: "busy",
							aka: ["cause", "hangup_reason"],
						}),
					},
					{ name: "hangup" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - switch:
        variable: call.type
        case:
          sip:
            - hangup:
                reason: decline
        default:
          - answer: {}
          - play:
              url: "say:Nobody is here at the moment. Please call again tomorrow."
    - hangup: {}
`,
		}),
	},
});

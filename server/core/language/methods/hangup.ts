/** `hangup`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { form, map, method, oneOf, optional, union } from "../build.ts";

const reason = oneOf({
	hangup: "An ordinary end of the call.",
	busy: "The line is busy.",
	decline: "The call is declined.",
});

export const hangup = method("hangup", {
	aka: ["hang_up", "hangUp", "end_call", "endcall", "disconnect", "end"],
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
				map(
					{
						reason: optional(reason, "The reason to give for the end of the call.", {
							note: "The values are those of the published schema; the documentation page names none.",
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

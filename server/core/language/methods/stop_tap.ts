/** `stop_tap`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { form, map, method, optional, positional, reads, sets, text, union } from "../build.ts";

const controlId = text({ refers: "control-id" });

export const stopTap = method("stop_tap", {
	aka: ["tap_stop", "end_tap", "stopTap"],
	forms: {
		calling: form({
			summary: "Stops a tap that `tap` started.",
			docs: "calling/stop-tap",
			flow: "next",
			beforeAnswer: "safe",
			bare: true,
			shorthand: { param: "control_id", style: "legacy" },
			sets: [sets("stop_tap_result", "Whether the tap was stopped.", { values: ["success", "failed"] })],
			type: union(
				controlId,
				positional(controlId),
				map(
					{
						control_id: optional(reads("anything", controlId), "The control ID of the tap to stop.", {
							defaultNote: "the tap that was started last, from `tap_control_id`",
							aka: ["id", "tap_id", "controlId"],
						}),
					},
					{ name: "stop_tap" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - tap:
        uri: rtp://192.0.2.10:5004
        rtp_ptime: 30
    - play:
        url: "say:Please spell your name now."
    - sleep: 8000
    - stop_tap: {}
    - hangup: {}
`,
		}),
	},
});

/** `stop_record_call`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { form, map, method, optional, positional, sets, text, union } from "../build.ts";

const controlId = text({ refers: "control-id" });

export const stopRecordCall = method("stop_record_call", {
	aka: ["stop_call_record", "stop_recording", "stop_record", "end_recording", "record_stop", "record_call_stop", "stopRecordCall"],
	forms: {
		calling: form({
			summary: "Stops a recording that `record_call` started.",
			docs: "calling/stop-record-call",
			flow: "next",
			beforeAnswer: "safe",
			bare: true,
			shorthand: { param: "control_id", style: "legacy" },
			sets: [sets("stop_record_call_result", "Whether the recording was stopped.", { values: ["success", "failed"] })],
			type: union(
				controlId,
				positional(controlId),
				map(
					{
						control_id: optional(controlId, "The control ID of the recording to stop.", {
							defaultNote: "the recording that was started last, from `record_control_id`",
							aka: ["id", "recording_id", "record_id", "controlId"],
						}),
					},
					{ name: "stop_record_call" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - record_call:
        beep: true
    - prompt:
        play: "say:Please say your order number."
        speech_language: en-US
    - stop_record_call: {}
    - play:
        url: "say:Thank you. Your order is on its way."
    - hangup: {}
`,
		}),
	},
});

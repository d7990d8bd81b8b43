/** `stop_stream`. Facts: the published SWML schema. */
import { form, from, map, method, optional, positional, reads, sets, text, union } from "../build.ts";

const controlId = text({ refers: "control-id" });

export const stopStream = method("stop_stream", {
	aka: ["stream_stop", "end_stream", "stop_media_stream", "stop_streaming", "stopStream"],
	forms: {
		calling: form({
			summary: "Stops a stream that `stream` started.",
			docs: "calling/stop-stream",
			flow: "next",
			beforeAnswer: "needs-answer",
			sets: [sets("stop_stream_result", "Whether the stream was stopped.", { values: ["success", "failed"] })],
			shorthand: { param: "control_id", style: "legacy" },
			type: union(
				from("engine", controlId),
				positional(controlId),
				map(
					{
						control_id: optional(reads("anything", controlId), "The control ID of the stream to stop.", {
							defaultNote: "the stream that was started last, from `stream_control_id`",
							aka: ["id", "stream_id", "controlId"],
						}),
					},
					{ name: "stop_stream" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - stream:
        url: wss://example.com/emotion
    - prompt:
        play: "say:How was your stay with us?"
        speech_language: en-US
        speech_end_timeout: 2
    - stop_stream: {}
    - play:
        url: "say:Thank you for telling us."
    - hangup: {}
`,
		}),
	},
});

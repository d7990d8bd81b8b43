/** `record_call`. Facts: the published SWML schema. */
import { form, map, meaning, method, number, oneOf, optional, sets, text } from "../build.ts";
import { inputSensitivity, maxLength, recordingBeep, recordingFormat, recordingStatusUrl, stereo } from "../shared/recording.ts";

const atLeastOne =
	"The published schema takes any number, with 0 as default; the platform's newest list refuses 0 and fractions below 1. Leave it out for no limit.";

export const recordCall = method("record_call", {
	aka: [
		"start_recording",
		"start_record",
		"start_record_call",
		"call_record",
		"record_start",
		"recordCall",
		"record_start_call",
		"call_recording",
		"background_record",
	],
	forms: {
		calling: form({
			summary: "Starts to record the call in the background and goes on at once. The recording ends with `stop_record_call` or with the call.",
			docs: "calling/record-call",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			bare: true,
			sets: [
				sets("record_call_url", "The URL of the recording.", { type: "text" }),
				sets("record_call_result", "Whether the recording started.", { values: ["success", "failed"] }),
				sets("record_control_id", "The control ID of the recording. `stop_record_call` reads it.", { type: "text" }),
			],
			type: map(
				{
					control_id: optional(text({ defines: "control-id" }), "A name for this recording, so that `stop_record_call` can stop it.", {
						defaultNote: "generated, and put into `record_control_id`",
						aka: ["id", "recording_id", "record_id", "controlId"],
					}),
					direction: optional(
						oneOf({
							speak: meaning("What the caller says.", "inbound", "inbound_track", "in"),
							listen: meaning("What the caller hears.", "outbound", "outbound_track", "out"),
							both: meaning("What the caller says and hears.", "both_tracks", "all"),
						}),
						"Which side of the call to record.",
						{ default: "both", aka: ["track", "side"] },
					),
					format: recordingFormat,
					stereo,
					beep: recordingBeep,
					terminators: optional(text({ format: "dtmf" }), "The keys that end the recording, written without spaces: `*#`. By default no key does.", {
						default: "",
						aka: ["terminator", "finish_on_key", "finishOnKey"],
					}),
					initial_timeout: optional(number({ min: 1, unit: "s" }), "How long to wait for speech to start, in seconds.", {
						defaultNote: "no limit",
						disputed: atLeastOne,
					}),
					end_silence_timeout: optional(number({ min: 1, unit: "s" }), "How long a silence ends the recording, in seconds.", {
						defaultNote: "no limit",
						disputed: atLeastOne,
						aka: ["silence_timeout", "end_silence", "silence", "timeout", "max_silence"],
					}),
					max_length: maxLength,
					input_sensitivity: inputSensitivity,
					status_url: recordingStatusUrl,
				},
				{ name: "record_call" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - record_call:
        control_id: quality-check
        format: mp3
        stereo: true
        status_url: https://example.com/recording-events
    - play:
        url: "say:This call is recorded until you are connected."
    - stop_record_call:
        control_id: quality-check
    - connect:
        to: "+12025550117"
    - hangup: {}
`,
		}),
	},
});

/** `record`. Facts: the published SWML schema. */
import { engineValue, form, map, meaning, method, number, oneOf, optional, sets, text } from "../build.ts";
import { inputSensitivity, maxLength, recordingBeep, recordingFormat, recordingStatusUrl, stereo } from "../shared/recording.ts";

export const record = method("record", {
	aka: ["voicemail", "record_message", "record_voicemail", "record_audio", "take_message", "leave_message"],
	forms: {
		calling: form({
			summary: "Records the caller and waits until the recording is over, for example for a voicemail. To record while other steps run, use `record_call`.",
			docs: "calling/record",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			bare: true,
			sets: [
				sets("record_url", "The URL of the recording.", { type: "text" }),
				sets("record_result", "Whether the recording worked.", { values: ["success", "failed"] }),
			],
			type: map(
				{
					direction: optional(
						oneOf({
							speak: meaning("What the caller says.", "inbound", "inbound_track", "in"),
							listen: meaning("What the caller hears.", "outbound", "outbound_track", "out"),
							both: engineValue("What the caller says and hears."),
						}),
						"Which side of the call to record.",
						{ default: "speak", note: "To record both sides by a documented value, use `record_call`.", aka: ["track", "side"] },
					),
					format: recordingFormat,
					stereo,
					beep: recordingBeep,
					terminators: optional(text({ format: "dtmf" }), "The keys that end the recording, written without spaces: `*#`.", {
						default: "#",
						aka: ["terminator", "finish_on_key", "finishOnKey"],
					}),
					initial_timeout: optional(number({ unit: "s" }), "How long to wait for the caller to start speaking, in seconds.", { default: 4 }),
					end_silence_timeout: optional(number({ unit: "s" }), "How long a silence ends the recording, in seconds.", {
						default: 5,
						aka: ["silence_timeout", "end_silence", "silence", "timeout", "max_silence"],
					}),
					max_length: maxLength,
					input_sensitivity: inputSensitivity,
					status_url: recordingStatusUrl,
				},
				{ name: "record" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:Please leave a message after the beep, and press the star key when you are done."
    - record:
        format: mp3
        beep: true
        terminators: "*"
        max_length: 120
        end_silence_timeout: 4
    - switch:
        variable: record_result
        case:
          success:
            - play:
                url: "say:Thank you. We will call you back."
        default:
          - play:
              url: "say:Sorry, your message could not be recorded."
    - hangup: {}
`,
		}),
	},
});

/** `detect_machine`. Facts: the published SWML schema. */
import { boolean, engineValue, form, integer, map, method, number, oneOf, optional, sets, url, words } from "../build.ts";

/** Every way to write `detectors` with fax detection in it. */
const withFax = ["fax", "amd,fax", "fax,amd", "amd, fax", "fax, amd"];

export const detectMachine = method("detect_machine", {
	aka: [
		"amd",
		"detect",
		"machine_detection",
		"machine_detect",
		"answering_machine_detection",
		"detect_answering_machine",
		"detectMachine",
		"answering_machine",
		"voicemail_detection",
		"detect_voicemail",
		"machine",
	],
	forms: {
		calling: form({
			summary: "Finds out whether a human, an answering machine or a fax is at the other end of the call.",
			docs: "calling/detect-machine",
			flow: "next",
			beforeAnswer: "needs-answer",
			anyBody: true,
			sets: [
				sets("detect_result", "What was detected. `detecting` while a detection in the background goes on.", {
					values: ["machine", "human", "fax", "unknown", "detecting", "error"],
				}),
				sets("detect_machine_beep", "Whether a beep was heard.", { values: ["true", "false"], type: "boolean" }),
				sets("detect_ms", "How long the detection took, in milliseconds.", { type: "number" }),
			],
			type: map(
				{
					detectors: optional(
						words(",", {
							amd: "Tell humans and answering machines apart.",
							fax: "Listen for a fax machine.",
						}),
						"What to look for, as one string, separated by commas.",
						{ default: "amd,fax", aka: ["detector"] },
					),
					wait: optional(
						boolean(),
						"Whether to wait for the result before the next step. With `false` detection runs in the background and reports to `status_url`.",
						{
							default: true,
							requires: [{ params: ["status_url"], is: [false], because: "without waiting, the result is reported there and nowhere else" }],
							aka: ["blocking"],
						},
					),
					status_url: optional(url(), "The URL that receives what the detection finds, as POST requests.", {
						aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
					}),
					timeout: optional(number({ min: 0, unit: "s" }), "The longest the detection may take, in seconds.", {
						default: 30,
						aka: ["detection_timeout", "max_duration"],
					}),
					initial_timeout: optional(number({ min: 0, unit: "s" }), "How long to wait for the first sound of a voice before giving up, in seconds.", {
						default: 4.5,
						aka: ["initial_silence_timeout"],
					}),
					end_silence_timeout: optional(number({ min: 0, unit: "s" }), "How long to wait for the voice to finish, in seconds.", {
						default: 1,
						aka: ["silence_timeout", "end_silence"],
					}),
					detect_message_end: optional(
						boolean(),
						"Whether detection goes on until the machine beeps or its greeting is over. Useful before leaving a message.",
						{ default: false, aka: ["wait_for_beep", "message_end"] },
					),
					machine_voice_threshold: optional(number({ min: 0, unit: "s" }), "How long a voice must go on to count as a machine, in seconds.", {
						default: 1.25,
						aka: ["voice_threshold"],
					}),
					machine_words_threshold: optional(integer({ min: 0 }), "How many words in one go count as a machine.", {
						default: 6,
						aka: ["words_threshold"],
					}),
					machine_ready_timeout: optional(
						number({ min: 0, unit: "s" }),
						"How long to wait for the machine's voice to finish before it is reported as ready, in seconds.",
						{ defaultNote: "the value of `end_silence_timeout`", aka: ["ready_timeout"] },
					),
					tone: optional(
						oneOf({
							CED: "The tone of a fax machine that answers.",
							CNG: "The tone of a fax machine that calls.",
							cng: engineValue("The same as `CNG`."),
							ced: engineValue("The same as `CED`."),
						}),
						"The fax tone to listen for. Only tones from the other end count.",
						{
							default: "CED",
							needs: [{ param: "detectors", is: withFax, because: "`detectors` leaves out `fax`" }],
							aka: ["fax_tone"],
						},
					),
				},
				{ name: "detect_machine" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - detect_machine:
        detectors: amd
        detect_message_end: true
        timeout: 20
    - switch:
        variable: detect_result
        case:
          human:
            - play:
                url: "say:Hello. Your parcel is ready for you."
          machine:
            - play:
                url: "say:This is a message about your parcel. Please call us back."
        default:
          - hangup: {}
    - hangup: {}
`,
		}),
	},
});

/** `answer`. Facts: the published SWML schema; the number form is from SignalWire's editor of 2023. */
import { engine, form, from, integer, list, map, mapOf, method, oneOf, optional, positional, reads, sets, text, union, words } from "../build.ts";

const duration = reads("numbers", integer({ unit: "s" }));

const codecs = {
	PCMU: "G.711 µ-law.",
	PCMA: "G.711 A-law.",
	G722: "G.722 wideband.",
	G729: "G.729, for narrow connections.",
	"AMR-WB": "Adaptive Multi-Rate Wideband.",
	OPUS: "Opus.",
	VP8: "VP8 video.",
	H264: "H.264 video.",
};

export const answer = method("answer", {
	aka: ["pickup", "pick_up", "accept", "answer_call", "answer_the_call", "start_call"],
	forms: {
		calling: form({
			summary: "Answers the incoming call. Optionally limits how long the call may last.",
			docs: "calling/answer",
			flow: "next",
			beforeAnswer: "answers",
			bare: true,
			shorthand: { param: "max_duration", style: "legacy" },
			sets: [sets("answer_result", "Whether the call was answered: `success` if it was. Seen only in example payloads.", { type: "text" })],
			type: union(
				duration,
				positional(duration),
				map(
					{
						max_duration: optional(duration, "The longest the call may last, in seconds. Then it is hung up.", {
							default: 14400,
							note: "The default is 4 hours. SignalWire's editor of 2023 refused less than 7 seconds; the published schema names no limit.",
							aka: ["duration", "timeout", "max_length", "time_limit", "maxDuration"],
						}),
						codecs: optional(union(words(",", codecs), from("engine", list(oneOf(codecs)))), "The codecs to offer, as one string, separated by commas.", {
							aka: ["codec"],
						}),
						username: optional(text(), "The user name for SIP authentication.", {
							note: "Only for SIP calls.",
							aka: ["user", "sip_auth_username"],
						}),
						password: optional(text(), "The password for SIP authentication.", {
							note: "Only for SIP calls.",
							aka: ["pass", "sip_auth_password"],
						}),
						fsvars: engine(mapOf(text())),
					},
					{ name: "answer" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer:
        max_duration: 1800
        codecs: PCMU,OPUS
    - play:
        url: "say:Thank you for calling. This call ends after thirty minutes."
    - hangup: {}
`,
		}),
	},
});

/** `tap`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { engineValue, form, integer, map, meaning, method, oneOf, optional, positional, reads, required, sets, text, union, url } from "../build.ts";

const uri = text({ format: "tap-uri", notBlank: true });

export const tap = method("tap", {
	aka: ["start_tap", "tap_start", "media_tap", "tap_call", "wiretap", "siprec", "fork", "fork_audio", "media_fork"],
	forms: {
		calling: form({
			summary: "Sends a copy of the call's audio to an RTP or WebSocket address and goes on at once. The tap ends with `stop_tap` or with the call.",
			docs: "calling/tap",
			flow: "next",
			beforeAnswer: "needs-answer",
			shorthand: { param: "uri", style: "legacy" },
			sets: [
				sets("tap_uri", "The address that receives the audio.", { type: "text" }),
				sets("tap_result", "Whether the tap started.", { values: ["success", "failed"] }),
				sets("tap_control_id", "The control ID of the tap. `stop_tap` reads it.", { type: "text" }),
				sets("tap_rtp_src_addr", "The address the audio is sent from, with RTP.", { type: "text" }),
				sets("tap_rtp_src_port", "The port the audio is sent from, with RTP.", { type: "number" }),
				sets("tap_ptime", "How much audio one packet holds, in milliseconds.", { type: "number" }),
				sets("tap_codec", "The codec of the audio.", { type: "text" }),
				sets("tap_rate", "The sample rate of the audio.", { type: "number" }),
			],
			type: union(
				uri,
				positional(uri, { min: 1 }),
				map(
					{
						uri: required(uri, "The address that receives the audio: `rtp://IP:port`, `ws://…` or `wss://…`.", {
							aka: ["url", "to", "destination", "dest", "target", "tap_url", "stream_url"],
						}),
						control_id: optional(reads("anything", text({ defines: "control-id" })), "A name for this tap, so that `stop_tap` can stop it.", {
							defaultNote: "generated, and put into `tap_control_id`",
							aka: ["id", "tap_id", "controlId"],
						}),
						direction: optional(
							oneOf({
								speak: meaning("What the caller says.", "inbound", "inbound_track", "in"),
								listen: meaning("What the caller hears.", "outbound", "outbound_track", "out"),
								both: meaning("What the caller says and hears.", "both_tracks", "all"),
							}),
							"Which side of the call to send.",
							{
								default: "speak",
								note: "The published schema has `speak` as default, the SDK's helper and SignalWire's editor of 2023 have `both`. Write it to be sure.",
								aka: ["track", "side"],
							},
						),
						codec: optional(
							oneOf({ PCMU: "G.711 µ-law.", PCMA: "G.711 A-law.", pcmu: engineValue("The same as `PCMU`."), pcma: engineValue("The same as `PCMA`.") }),
							"The codec of the audio.",
							{ default: "PCMU" },
						),
						rtp_ptime: optional(integer({ unit: "ms" }), "How much audio one RTP packet holds, in milliseconds.", {
							default: 20,
							note: "Counts only for `rtp://` addresses.",
							aka: ["ptime"],
						}),
						status_url: optional(url(), "The URL that receives events about the tap, as POST requests.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
					},
					{ name: "tap" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - tap:
        uri: wss://example.com/audio
        control_id: analysis
        direction: both
        codec: PCMU
    - connect:
        to: "+12025550136"
    - stop_tap:
        control_id: analysis
    - hangup: {}
`,
		}),
	},
});

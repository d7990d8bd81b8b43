/** `stream`. Facts: the published SWML schema. */
import { form, from, map, mapOf, meaning, method, oneOf, optional, positional, reads, required, sets, suggested, text, union, url } from "../build.ts";
import { getOrPost } from "../shared/http.ts";

const address = text({ format: "wss-url", notBlank: true });

export const stream = method("stream", {
	aka: ["start_stream", "stream_start", "media_stream", "stream_audio", "audio_stream", "connect_stream", "websocket", "ws_stream", "start_media_stream"],
	forms: {
		calling: form({
			summary: "Streams the call's audio to a WebSocket server in real time and goes on at once. The stream ends with `stop_stream` or with the call.",
			docs: "calling/stream",
			flow: "next",
			beforeAnswer: "needs-answer",
			note: "Several streams may run at the same time; give each a `control_id` of its own.",
			sets: [
				sets("stream_result", "Whether the stream started.", { values: ["success", "failed"] }),
				sets("stream_control_id", "The control ID of the stream. `stop_stream` reads it.", { type: "text" }),
			],
			shorthand: { param: "url", style: "legacy" },
			type: union(
				from("engine", address),
				positional(address, { min: 1 }),
				map(
					{
						url: required(address, "The WebSocket server that receives the audio, as `wss://…`.", {
							note: "The reference allows `wss://` only; a draft page of the browser SDK streams to an `rtmps://` address.",
							aka: ["uri", "to", "ws_url", "websocket_url", "stream_url"],
						}),
						control_id: optional(
							reads("anything", text({ defines: "control-id" })),
							"A name for this stream, so that `stop_stream` can stop it. Each running stream of a call needs its own.",
							{
								defaultNote: "generated, and put into `stream_control_id`",
								aka: ["id", "stream_id", "controlId"],
							},
						),
						name: optional(text(), "A name for the stream, sent along with its events.", { aka: ["stream_name", "friendly_name", "label"] }),
						track: optional(
							oneOf({
								inbound_track: meaning("What the caller says.", "inbound", "in", "speak"),
								outbound_track: meaning("What the caller hears.", "outbound", "out", "listen"),
								both_tracks: meaning("What the caller says and hears.", "both", "all"),
							}),
							"Which side of the call to stream.",
							{ default: "inbound_track", aka: ["direction", "tracks"] },
						),
						codec: optional(
							suggested({
								PCMU: "G.711 µ-law.",
								PCMA: "G.711 A-law.",
								OPUS: "Opus.",
							}),
							"The codec of the streamed audio. Which ones work depends on the server.",
							{ aka: ["codecs"] },
						),
						status_url: optional(url(), "The URL that receives the stream's status: when it starts and when it ends.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
						status_url_method: optional(getOrPost, "How the stream's status is sent.", {
							default: "POST",
							needs: [{ param: "status_url", because: "there is no `status_url` to report to" }],
							aka: ["status_callback_method", "status_method"],
						}),
						authorization_bearer_token: optional(text(), "A token sent to the WebSocket server in the `Authorization` header.", {
							aka: ["bearer_token", "auth_token", "token"],
						}),
						custom_parameters: optional(mapOf(text()), "Data of your own, sent with the first message of the stream. Values are strings.", {
							aka: ["params", "parameters", "custom_params", "metadata"],
						}),
					},
					{ name: "stream" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - stream:
        url: wss://example.com/captions
        control_id: captions
        track: both_tracks
        codec: PCMU
        status_url: https://example.com/stream-events
        custom_parameters:
          language: en-US
    - connect:
        to: "+12025550170"
    - stop_stream:
        control_id: captions
    - hangup: {}
`,
		}),
	},
});

/** `join_conference`. Facts: the reference this project was created from; where it is silent, the published SWML schema. */
import {
	anything,
	boolean,
	engine,
	engineValue,
	form,
	integer,
	map,
	mapOf,
	method,
	oneOf,
	optional,
	positional,
	required,
	sets,
	suggested,
	text,
	union,
	url,
	words,
} from "../build.ts";
import { resultOf } from "../shared/branches.ts";
import { getOrPost } from "../shared/http.ts";

const name = text({ format: "name", notBlank: true });

const eventFormat = oneOf({
	cxml: "Events in the shape of the Compatibility API.",
	laml: "Events in the shape of LaML, the older name of CXML.",
	relay: "Events in the shape of RELAY.",
});

const outcomes = ["completed", "answered", "no-answer", "failed", "canceled"];

export const joinConference = method("join_conference", {
	aka: ["conference", "conf", "conference_join", "joinConference", "conference_room", "conference_call", "enter_conference"],
	forms: {
		calling: form({
			summary: "Joins the call to an audio conference. Everyone who joins the same `name` meets in the same conference, from SWML, RELAY and CXML calls alike.",
			docs: "calling/join-conference",
			flow: "after-session",
			moves: true,
			beforeAnswer: "needs-answer",
			shorthand: { param: "name", style: "simpler" },
			sets: [
				sets("join_conference_result", "How taking part in the conference ended.", { values: outcomes }),
				sets("return_value", "The same as `join_conference_result`.", { values: outcomes }),
			],
			type: union(
				name,
				positional(name, { min: 1 }),
				map(
					{
						name: required(name, "The conference's name. All who join the same name are in the same conference.", {
							example: "my-conference",
							aka: ["room", "conference", "conference_name", "id"],
						}),
						muted: optional(boolean({ strict: true }), "Whether to join muted.", { default: false, aka: ["mute", "start_muted", "mute_on_enter", "is_muted"] }),
						beep: optional(
							oneOf({
								true: "Beep when someone joins and when someone leaves.",
								false: "Never beep.",
								onEnter: "Beep only when someone joins.",
								onExit: "Beep only when someone leaves.",
							}),
							"When to play a beep to the conference.",
							{ default: "true", note: 'The value is a string: write `"true"` or `"false"` in quotes.' },
						),
						start_on_enter: optional(
							boolean({ strict: true }),
							"Whether the conference starts when this participant enters. With `false` the participant waits until someone joins for whom it is `true`.",
							{
								default: true,
								aka: ["startConferenceOnEnter", "moderator", "start_when_joined"],
							},
						),
						end_on_exit: optional(boolean({ strict: true }), "Whether the conference ends for everyone when this participant leaves.", {
							default: false,
							aka: ["endConferenceOnExit", "end_when_left"],
						}),
						wait_url: optional(url(), "What to play while waiting for the conference to start. Without it callers hear the default hold music.", {
							note: "Sources differ on what the URL returns: a SWML document, or the music itself.",
							needs: [
								{
									param: "start_on_enter",
									is: [false],
									because: "this participant starts the conference on entering, so there is nothing to wait for",
									level: "hint",
								},
							],
							aka: ["hold_music", "waitUrl", "wait_music", "music_on_hold", "moh", "moh_url"],
						}),
						max_participants: optional(
							integer({
								min: 1,
								max: 250,
								strict: true,
								elsewhere: { min: 2, says: "newer SDKs take any integer from 2" },
							}),
							"The largest number of participants.",
							{
								default: 250,
								tier: "seed",
								note: "Between 1 and 250. SignalWire's published schema allows 2 to 100000 with a default of 100000, and newer SDKs take any integer from 2; set `swml.rules` → `out-of-range` to lower the severity if you rely on that.",
								aka: ["max_members", "maxParticipants", "max_size", "limit"],
							},
						),
						record: optional(
							oneOf({
								"do-not-record": "Do not record the conference.",
								"record-from-start": "Record from the moment the conference starts.",
							}),
							"Whether to record the conference.",
							{ default: "do-not-record", aka: ["recording"] },
						),
						region: optional(
							oneOf({
								global: "Wherever it suits best.",
								us: "The United States.",
								eu: "The European Union.",
								ch: "Switzerland.",
							}),
							"Where the conference is hosted, to keep it close to its participants.",
							{ disputed: "The published schema lists `global`, `us`, `eu` and `ch`; the SDK's reference takes any text and its examples use `us-east`." },
						),
						trim: optional(
							oneOf({
								"trim-silence": "Cut silence from the start and the end of the recording.",
								"do-not-trim": "Keep the silence in the recording.",
							}),
							"Whether silence is cut from the recording.",
							{ default: "trim-silence", needs: [{ param: "record", is: ["record-from-start"], because: "the conference is not recorded" }] },
						),
						coach: optional(
							text({ notBlank: true }),
							"The SWML call ID or CXML CallSid of a participant who may coach this one: whisper without the others hearing it.",
						),
						status_callback_event: optional(
							words(" ", {
								start: "The conference started.",
								end: "The conference ended.",
								join: "Someone joined.",
								leave: "Someone left.",
								mute: "Someone was muted or unmuted.",
								hold: "Someone was put on hold or came back.",
								modify: "Settings of the conference changed.",
								speaker: "Someone else is speaking now.",
								announcement: "An announcement was played.",
							}),
							"The conference events to report, as one string, separated by spaces.",
							{ needs: [{ param: "status_callback", because: "there is no `status_callback` to report to" }], aka: ["status_callback_events", "events"] },
						),
						status_callback: optional(url(), "The URL that receives the conference's events.", {
							aka: ["status_url", "callback", "statusCallback", "status_callback_url", "webhook_url", "callback_url"],
						}),
						status_callback_method: optional(getOrPost, "How the conference's events are sent.", {
							default: "POST",
							needs: [{ param: "status_callback", because: "there is no `status_callback` to report to" }],
						}),
						status_callback_event_type: optional(eventFormat, "The format of the conference's events.", {
							needs: [{ param: "status_callback", because: "there is no `status_callback` to report to", level: "hint" }],
						}),
						recording_status_callback: optional(url(), "The URL that receives events about the recording.", {
							needs: [{ param: "record", is: ["record-from-start"], because: "the conference is not recorded" }],
						}),
						recording_status_callback_method: optional(getOrPost, "How events about the recording are sent.", {
							default: "POST",
							needs: [
								{ param: "record", is: ["record-from-start"], because: "the conference is not recorded" },
								{ param: "recording_status_callback", because: "there is no `recording_status_callback` to report to" },
							],
						}),
						recording_status_callback_event: optional(
							words(" ", {
								"in-progress": "The recording is going on.",
								completed: "The recording is finished.",
								absent: "There is no recording.",
							}),
							"The recording events to report, as one string, separated by spaces.",
							{
								default: "completed",
								needs: [
									{ param: "record", is: ["record-from-start"], because: "the conference is not recorded" },
									{ param: "recording_status_callback", because: "there is no `recording_status_callback` to report to" },
								],
								aka: ["recording_status_callback_events"],
							},
						),
						recording_status_callback_event_type: optional(eventFormat, "The format of the recording's events.", {
							needs: [
								{ param: "record", is: ["record-from-start"], because: "the conference is not recorded" },
								{ param: "recording_status_callback", because: "there is no `recording_status_callback` to report to", level: "hint" },
							],
						}),
						stream: optional(
							map(
								{
									url: required(text({ format: "wss-url" }), "The WebSocket server that receives the audio, as `wss://…`.", { aka: ["uri"] }),
									name: optional(text(), "A name for the stream."),
									codec: optional(
										suggested({
											PCMU: "G.711 µ-law, 8 kHz.",
											PCMA: "G.711 A-law, 8 kHz.",
											G722: "G.722 wideband.",
											L16: "Uncompressed 16 bit.",
										}),
										"The audio codec. A rate and a packet time may follow: `L16@24000h@40i`.",
									),
									realtime: optional(boolean({ strict: true }), "Whether audio also flows back into the conference, in real time.", { default: false }),
									status_url: optional(url(), "The URL that receives the stream's status."),
									status_url_method: optional(getOrPost, "How the stream's status is sent.", {
										default: "POST",
										needs: [{ param: "status_url", because: "there is no `status_url` to report to" }],
									}),
									authorization_bearer_token: optional(text(), "A token sent to the WebSocket server in the `Authorization` header."),
									custom_parameters: optional(mapOf(text()), "Data of your own, sent with the start of the stream. Values are strings."),
								},
								{ name: "stream" },
							),
							"Streams the conference's audio to a WebSocket server.",
						),
						emit_call_quality: engine(boolean()),
						meta: engine(map({ private: engine(anything), public: engine(anything) }, { name: "meta" }), "Data of your own for the conference's events."),
						min_participants: engine(integer()),
						video: engine(boolean()),
						video_layout: engine(text()),
						video_preview: engine(boolean()),
						video_quality: engine(oneOf({ "720p": engineValue(), "1080p": engineValue() })),
						result: optional(
							resultOf(
								required(text({ expression: "path" }), "The variable to switch on, without `${}`. The outcome is in `return_value`.", {
									example: "return_value",
								}),
							),
							"What to do after the conference: an object switches on a variable, a list tests conditions.",
							{ absent: true },
						),
					},
					{ name: "join_conference" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - join_conference:
        name: support-line
        beep: onEnter
        record: record-from-start
        max_participants: 20
        status_callback: https://example.com/conference-events
        status_callback_event: start join leave end
`,
		}),
	},
});

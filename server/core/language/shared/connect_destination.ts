/** One destination of `connect`, and the params that may stand at a destination as well as at `connect` itself. */
import {
	boolean,
	engine,
	from,
	integer,
	list,
	map,
	mapOf,
	oneOf,
	optional,
	required,
	steps,
	suggested,
	text,
	type Unnamed,
	union,
	url,
	words,
} from "../build.ts";
import { stepsOrBlock } from "./branches.ts";
import { getOrPost } from "./http.ts";

/** Params by their names, before they have become those of a map. */
export type Params = { readonly [name: string]: Unnamed };

const sipOnly = "For SIP destinations only; calls to phone numbers ignore it.";
const streamOnly = "For `stream:` destinations only.";

/** The methods that inline steps of `confirm` may use at the top of their list. */
const confirmMethods = [
	"cond",
	"denoise",
	"hangup",
	"play",
	"prompt",
	"record",
	"record_call",
	"send_digits",
	"send_sms",
	"set",
	"stop_denoise",
	"stop_record_call",
	"stop_stream",
	"stop_tap",
	"stream",
	"tap",
	"unset",
];

const sipHeader = map(
	{
		name: required(text({ format: "header-name" }), "The header's name, beginning with `X-`.", { example: "X-Account", aka: ["key", "header"] }),
		value: required(text(), "The header's value.", { aka: ["val", "content"] }),
	},
	{ name: "SIP header" },
);

/** Whom to call. */
export const target = text({ format: "connect-target", notBlank: true });

/** What a target may be, for notes. */
export const targetForms =
	"A destination is one of:\n\n" +
	"- `+12025550142`: a phone number in E.164 format. Add quotes: YAML reads it as a number otherwise.\n" +
	"- `sip:user@example.com`: a SIP address.\n" +
	"- `/public/name`: the address of a resource of your space.\n" +
	"- `queue:name`: the next caller in a queue.\n" +
	"- `stream:wss://…`: a WebSocket server that takes the audio.";

/** A SWML document that takes over later: its URL, or the document itself as JSON text. */
export const urlOrDocument = text({ format: "url", embeds: "document", notBlank: true });

/** Which of two names of different age is the right one depends on the platform. */
export const afterQueue =
	"The platform's newest list of parameters has this name, the published reference and the platform of early 2026 `transfer_after_bridge`. Both are accepted here.";

const codecs = {
	PCMU: "G.711 µ-law, 8 kHz.",
	PCMA: "G.711 A-law, 8 kHz.",
	G722: "G.722 wideband audio.",
	G729: "G.729, for narrow lines.",
	"AMR-WB": "AMR wideband audio.",
	OPUS: "Opus audio.",
	VP8: "VP8 video.",
	H264: "H.264 video.",
};

/** What goes for every destination when it stands at `connect`, and for one when it stands there. */
export const legParams: Params = {
	from: optional(text({ format: "caller-id" }), "The caller ID that the called party sees: a phone number in E.164 format, or a SIP address.", {
		defaultNote: "the calling party's number",
		aka: ["caller_id", "from_number", "callerId"],
	}),
	from_name: optional(text(), "The name shown to the called party beside the caller ID.", { note: sipOnly, aka: ["caller_id_name", "caller_name"] }),
	timeout: optional(integer({ unit: "s" }), "How long to wait for an answer, in seconds.", { default: 60, aka: ["ring_timeout", "dial_timeout"] }),
	confirm: optional(
		union(url(), ...stepsOrBlock(steps(confirmMethods))),
		"What the called party hears and does after answering and before the two are put through: a list of steps, or the URL of a SWML document.",
		{ note: "At the top of the list only some methods are allowed; the branches of `cond` may hold any.", aka: ["whisper", "confirmation"] },
	),
	confirm_timeout: optional(integer({ unit: "s" }), "How long to wait for `confirm` to finish, in seconds. Without `confirm` it has no effect.", {
		defaultNote: "the value of `timeout`",
	}),
	encryption: optional(
		oneOf({
			mandatory: "Encrypt the media, or do not connect.",
			optional: "Encrypt the media if the other side can.",
			forbidden: "Never encrypt the media.",
		}),
		"Whether the call's media is encrypted (SRTP).",
		{ default: "optional", note: sipOnly },
	),
	headers: optional(list(sipHeader), "SIP headers of your own, added to the INVITE.", { note: sipOnly, aka: ["sip_headers"] }),
	codecs: optional(union(words(",", codecs), from("engine", list(suggested(codecs)))), "The codecs to offer, as one string, separated by commas.", {
		defaultNote: "what your SignalWire settings say",
		note: sipOnly,
	}),
	webrtc_media: optional(boolean(), "Whether WebRTC media is offered to the SIP endpoint.", { default: false, note: sipOnly }),
	session_timeout: optional(
		integer({ min: 1, unit: "s", also: [{ value: 0, summary: "Leave it to SignalWire's settings." }] }),
		"The `Session-Expires` header of the SIP INVITE, in seconds.",
		{ default: 0, note: `${sipOnly} A number of your own is at least 1.` },
	),
	call_state_url: optional(url(), "The URL that receives the states of the called leg. User and password may stand in it as `https://user:password@…`.", {
		note: "Only legs that `connect` dials have states: `queue:` and `stream:` destinations report none.",
		aka: ["call_state_callback", "call_state_webhook"],
	}),
	call_state_events: optional(
		list(
			oneOf({
				created: "The leg exists.",
				ringing: "The called party's phone rings.",
				answered: "The called party has answered.",
				ended: "The leg is over.",
			}),
		),
		"The states to report to `call_state_url`. Without that URL it has no effect.",
		{ default: ["ended"] },
	),
	fsvars: engine(mapOf(text())),
};

/** What belongs to one destination only. */
export const targetParams: Params = {
	username: optional(text(), "The user name for SIP authentication.", { note: sipOnly, aka: ["user", "sip_username"] }),
	password: optional(text(), "The password for SIP authentication.", { note: sipOnly, aka: ["pass", "sip_password"] }),
	sip_auth_username: optional(text(), "The platform's own name of `username`.", { unlisted: true, tier: "docs" }),
	sip_auth_password: optional(text(), "The platform's own name of `password`.", { unlisted: true, tier: "docs" }),
	name: optional(text(), "A name for the stream.", { note: streamOnly, aka: ["stream_name"] }),
	codec: optional(
		suggested(
			{
				PCMU: "G.711 µ-law, 8 kHz.",
				PCMA: "G.711 A-law, 8 kHz.",
				G722: "G.722 wideband.",
				L16: "Uncompressed 16 bit.",
			},
			{ format: "stream-codec" },
		),
		"The audio codec of the stream. A rate and a packet time may follow: `L16@24000h@40i`.",
		{ default: "PCMU", note: streamOnly },
	),
	realtime: optional(boolean(), "Whether audio also flows back into the call, in real time.", { default: false, note: streamOnly }),
	authorization_bearer_token: optional(text(), "A token sent to the WebSocket server in the `Authorization` header.", {
		note: streamOnly,
		aka: ["bearer_token"],
	}),
	custom_parameters: optional(mapOf(text()), "Data of your own, sent with the start of the stream. Values are strings.", {
		note: streamOnly,
		aka: ["custom_params"],
	}),
	status_url_method: optional(getOrPost, "How the stream's status is sent.", {
		default: "POST",
		note: streamOnly,
		needs: [{ param: "status_url", because: "there is no `status_url` to report to" }],
	}),
};

/** Seen at destinations in the SDKs' schemas; the published schema has them at `connect` only. */
const sdkOnly: Params = {
	answer_on_bridge: optional(boolean(), "Whether the caller's leg stays unanswered until this destination answers.", { unlisted: true, tier: "sdk" }),
	max_duration: optional(integer({ unit: "s" }), "The longest the call may last, in seconds.", { unlisted: true, tier: "sdk" }),
	transfer_after_bridge: optional(urlOrDocument, "The SWML to run after the two have been put through and the bridge has ended.", {
		unlisted: true,
		tier: "sdk",
	}),
	execute_after_queue: optional(urlOrDocument, "The SWML to run when the queue is done with the call.", { unlisted: true, tier: "sdk" }),
};

/** The given params as they are at one destination: what stands there counts before what `connect` says. */
function overriding(params: Params): Params {
	return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, override(name, param)]));
}

/** One param as it is at a destination. A default of its own it has none: what `connect` says comes first. */
function override(name: string, { default: last, needs, note, defaultNote, ...rest }: Unnamed): Unnamed {
	const otherwise = defaultNote ?? (last === undefined ? undefined : `\`${typeof last === "string" ? last : JSON.stringify(last)}\``);
	return {
		...rest,
		note: [note, `Counts before the \`${name}\` of \`connect\`.`].filter(Boolean).join(" "),
		defaultNote: otherwise ? `the \`${name}\` of \`connect\`, else ${otherwise}` : `the \`${name}\` of \`connect\``,
	};
}

/** The given params without the conditions on their siblings, which may be met at `connect` as well. */
function unconditional(params: Params): Params {
	return Object.fromEntries(Object.entries(params).map(([name, { needs, ...param }]) => [name, param]));
}

/** What is written of each destination in `serial`, `parallel` and `serial_parallel`; `more` is what only SDKs know. */
export function destinationWith(more: Params) {
	return map(
		{
			to: required(target, "Whom to call.", { note: targetForms, aka: ["number", "destination", "phone", "to_number", "dest"] }),
			...overriding(legParams),
			status_url: engine(text()),
			...unconditional(targetParams),
			...sdkOnly,
			...more,
		},
		{ name: "destination" },
	);
}

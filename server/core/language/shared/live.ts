/** What `live_transcribe` and `live_translate` have in common: starting a session, and asking for a summary. */
import { boolean, engine, engineAll, integer, list, map, meaning, oneOf, optional, required, text, type Unnamed, url } from "../build.ts";

/** The two parties of a call. */
export const party = oneOf({
	"remote-caller": meaning("The party at the other end of the call.", "remote", "remote_party"),
	"local-caller": meaning("The party on SignalWire's side of the call.", "local", "local_party"),
});

/** The sides of the call that a session listens to. */
export function sides(summary: string): Unnamed {
	return required(list(party), summary, { aka: ["directions"] });
}

/** Where a session reports to, and whether with a summary. */
export const reporting = {
	webhook: optional(url(), "The URL that receives the results as POST requests. User and password may stand in it as `https://user:password@…`.", {
		aka: ["webhook_url", "url", "status_url", "callback"],
	}),
	live_events: optional(boolean(), "Whether partial results are sent to `webhook` while people are speaking.", {
		default: false,
		aka: ["partial_results", "interim_results"],
	}),
	ai_summary: optional(boolean(), "Whether an AI sums up the conversation for `webhook` when the session ends.", { default: false, aka: ["summary"] }),
	ai_summary_prompt: optional(text(), "Instructions to the AI for the summary.", {
		needs: [{ param: "ai_summary", is: [true], because: "no summary is made at the end: `ai_summary` is not `true`" }],
		aka: ["summary_prompt"],
	}),
};

/** How a session recognises speech. */
export const recognition = {
	speech_engine: optional(
		oneOf({
			deepgram: "Deepgram.",
			google: "Google.",
		}),
		"The engine that recognises speech.",
		{ default: "deepgram", aka: ["engine"] },
	),
	speech_timeout: optional(integer({ min: 1500, unit: "ms" }), "How long recognition waits for speech, in milliseconds.", {
		default: 60000,
		disputed: "The documentation asks for at least 1500; the published schema sets no limit.",
	}),
	vad_silence_ms: optional(integer({ min: 1, unit: "ms" }), "How long a silence ends an utterance, in milliseconds.", {
		defaultNote: "`300` with `deepgram`, `500` with `google`",
		disputed: "The documentation asks for at least 1; the published schema sets no limit.",
		aka: ["vad_silence"],
	}),
	vad_thresh: optional(integer({ min: 0, max: 1800 }), "How loud a sound must be to count as speech.", {
		default: 400,
		disputed: "The documentation allows 0 to 1800; the published schema sets no limits.",
		aka: ["vad_threshold"],
	}),
	debug_level: optional(integer({ min: 0, max: 2 }), "How much is logged for debugging.", {
		default: 0,
		disputed: "The published schema speaks of 0 to 2 in words only.",
		aka: ["debug"],
	}),
	...engineAll(text(), ["deepgram_key_override", "deepgram_url_override"]),
};

/** A summary while the session goes on; with `more` that one of the methods has. */
export function summarizing(more: { readonly [name: string]: Unnamed } = {}): Unnamed {
	return optional(
		map(
			{
				webhook: optional(url(), "The URL that receives the summary. User and password may stand in it as `https://user:password@…`.", {
					defaultNote: "the `webhook` of the session",
					aka: ["webhook_url", "url"],
				}),
				prompt: optional(text(), "Instructions to the AI for the summary.", { defaultNote: "SignalWire's own instructions", aka: ["ai_summary_prompt"] }),
				summary_prompt: engine(text()),
				...more,
			},
			{ name: "summarize" },
		),
		"Sums up the conversation so far, while the session goes on.",
		{ note: "Works only while a session is running." },
	);
}

/** The actions that need nothing but their name. */
export const bareActions = oneOf({
	stop: "End the running session.",
	summarize: "Sum up the conversation so far with the session's own settings.",
});

/** The nested objects of `ai_sidecar`: its prompt, its permissions and its settings. */
import { boolean, engineAll, integer, map, oneOf, optional, suggested, text, union } from "../build.ts";
import type { MapType, Type } from "../type.ts";
import { pomSections } from "./pom.ts";

/** The two ends of the call. */
export const callLeg = oneOf({
	"remote-caller": "The party at the far end of this call.",
	"local-caller": "The party at this end of the call.",
});

/** A model for the sidecar or its summary. */
export const sidecarModel = suggested({
	"gpt-4o-mini": "OpenAI's GPT-4o mini.",
	"gpt-4.1-mini": "OpenAI's GPT-4.1 mini.",
	"gpt-4.1-nano": "OpenAI's GPT-4.1 nano.",
});

export const sidecarPrompt: Type = union(
	text(),
	map(
		{
			text: optional(text(), "The instructions as one string.", { aka: ["prompt", "content"] }),
			pom: optional(pomSections, "The instructions as sections. They become text with headings and lists.", { aka: ["sections"] }),
			file: optional(text(), "The path of a file on SignalWire's servers that holds the instructions.", { note: "Wins over `text` and `pom`." }),
		},
		{
			name: "prompt",
			choices: [{ of: ["text", "pom", "file"], required: true, tolerated: "`file` wins over `pom` and `text`" }],
		},
	),
);

export const sidecarPermissions: MapType = map(
	{
		swaig_allow_swml: optional(boolean(), "Whether functions may run SWML on the call.", { default: true }),
		swaig_allow_settings: optional(boolean(), "Whether functions may change the sidecar's settings, such as its model.", { default: true }),
		swaig_set_global_data: optional(boolean(), "Whether functions may change `global_data`.", { default: true }),
	},
	{ name: "permissions" },
);

const engineDefault = "what the speech engine does by itself";

export const sidecarParams: MapType = map(
	{
		idle_timeout_ms: optional(integer({ min: 50, max: 5000, unit: "ms" }), "How long the customer must be silent before the sidecar looks at what was said.", {
			default: 200,
			note: "When the agent begins to speak, the sidecar does not wait any longer.",
		}),
		min_interval_ms: optional(integer({ min: 0, max: 60000, unit: "ms" }), "The shortest time from one look at the conversation to the next.", { default: 0 }),
		max_iters_per_tick: optional(integer({ min: 1, max: 20 }), "How many calls of functions may follow each other before the sidecar must give its advice.", {
			default: 5,
			note: "A guard against loops stops after more than four calls, whatever is written here.",
		}),
		max_history_tokens: optional(
			integer({ min: 1000, max: 200000, unit: "tokens" }),
			"How much of the conversation the model gets to see. The oldest messages are dropped first.",
			{
				default: 8000,
			},
		),
		act_on_channel: optional(boolean(), "Whether the actions that functions return are carried out on the call. With `false` they are only reported.", {
			default: true,
			note: "`false` overrides everything in `permissions`.",
		}),
		final_summary: optional(boolean(), "Whether the last event holds a summary of what the sidecar did.", { default: false }),
		ai_summary: optional(boolean(), "Whether the conversation itself is summarized when the call ends.", { default: false }),
		ai_summary_prompt: optional(text(), "The instructions for the summary of the conversation.", {
			note: "Also used by `action.summarize`, unless it has a prompt of its own.",
		}),
		summary_model: optional(sidecarModel, "The model that summarizes the conversation.", { default: "gpt-4o-mini" }),
		live_events: optional(boolean(), "Whether an event is sent for each utterance that is recognized.", { default: false }),
		verbose_utterances: optional(boolean(), "Whether the events for utterances hold everything that speech recognition knows, such as the time of each word.", {
			default: false,
		}),
		speech_engine: optional(
			oneOf({
				deepgram: "Deepgram. The detection of turns is made for it.",
				google: "Google.",
			}),
			"The engine that recognizes speech.",
			{ default: "deepgram" },
		),
		speech_timeout: optional(integer({ min: 0, max: 600000, unit: "ms" }), "How long speech recognition waits before it settles what was said.", {
			defaultNote: engineDefault,
		}),
		vad_silence_ms: optional(integer({ min: 0, max: 60000, unit: "ms" }), "The silence that counts as the end of an utterance.", {
			defaultNote: engineDefault,
		}),
		vad_thresh: optional(integer({ min: 0, max: 10000 }), "The threshold above which sound counts as speech.", { defaultNote: engineDefault }),
		transcribe_prompt: optional(text(), "A text that prepares speech recognition for what it will hear: the topic, and names that will come up.", {
			note: "Not seen by the model, whose instructions are `prompt`.",
		}),
		debug_level: optional(integer({ min: 0, max: 100 }), "How much the speech engine logs.", { default: 0 }),
		debug: optional(boolean(), "Whether the sidecar logs in detail.", { default: false }),
		...engineAll(text(), ["deepgram_key_override", "deepgram_url_override"]),
	},
	{ name: "params" },
);

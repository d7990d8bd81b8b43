/** SWAIG actions: what the result of a function makes the AI agent, or the call, do. */
import {
	anyMap,
	anything,
	boolean,
	engine,
	integer,
	list,
	map,
	nothing,
	number,
	optional,
	reads,
	required,
	suggested,
	swmlDocument,
	text,
	type Unnamed,
	union,
	url,
} from "../build.ts";
import type { MapType } from "../type.ts";

const context = text({ refers: "context" });
const step = text({ refers: "context-step" });
const seconds = integer({ max: 900, unit: "s" });

/** Not blank: a blank one is ignored. */
const voice = text({ format: "voice", notBlank: true });

/** Keys to remove, or what takes the place of the data. */
const unset = union(text(), list(text()), anyMap);

const hold = union(
	seconds,
	text(),
	map(
		{
			timeout: optional(seconds, "How long the caller stays on hold at most.", { default: 300, aka: ["time", "duration"] }),
			step: optional(step, "The step to go on with when the caller is taken off hold.", { tier: "engine" }),
			timeout_step: optional(step, "The step to go on with when the time is up.", { tier: "engine" }),
		},
		{ name: "hold" },
	),
);

const contextSwitch = union(
	text(),
	map(
		{
			system_prompt: optional(text(), "The instructions that the agent follows from now on.", {
				note: "The published schema requires it; the reference's pages do not.",
				aka: ["prompt", "text"],
			}),
			user_prompt: optional(text(), "Text that is put to the agent as if the caller had said it, right after the switch."),
			consolidate: optional(boolean(), "Whether the conversation so far is replaced by a summary of it."),
			full_reset: optional(boolean(), "Whether the conversation so far is forgotten.", { tier: "engine" }),
			system_pom: optional(anything, "The new instructions as sections.", { tier: "engine" }),
			user_pom: optional(anything, "The text that is put to the agent, as sections.", { tier: "engine" }),
		},
		{ name: "context_switch" },
	),
);

const playback = union(
	text(),
	map(
		{
			file: required(url({ notBlank: true }), "The file to play, as a URL. `user:password@` may stand before the host.", { aka: ["url", "filename", "src"] }),
			wait: optional(boolean(), "Whether the agent keeps quiet until the file has ended, instead of asking for the caller's attention."),
		},
		{ name: "playback_bg" },
	),
);

const toggle = map(
	{
		function: required(union(text({ refers: "function" }), list(text({ refers: "function" }))), "The function to switch, or a list of them.", {
			aka: ["name", "functions", "function_name"],
		}),
		active: optional(union(boolean(), integer()), "Whether the function may be called from now on.", {
			default: true,
			note: "The published schema requires it; the reference's pages give it the default. The SDKs also accept an integer: how often the function may still be called.",
			aka: ["enabled"],
		}),
	},
	{ name: "toggle" },
);

const settings = map(
	{
		"frequency-penalty": optional(
			number({ min: -2, max: 2 }),
			"How strongly words are avoided that were used before. The more often a word was used, the more it is avoided.",
		),
		"presence-penalty": optional(number({ min: -2, max: 2 }), "How strongly words are avoided that were used before, however often. Leads to new topics."),
		"max-tokens": optional(integer({ min: 0, max: 4096, unit: "tokens" }), "The longest answer of the model."),
		"top-p": optional(number({ min: 0, max: 1 }), "From which share of the likeliest words the model chooses."),
		confidence: optional(number({ min: 0, max: 1 }), "How sure speech recognition must be that the caller has finished."),
		"barge-confidence": optional(number({ min: 0, max: 1 }), "How sure speech recognition must be that the caller interrupts."),
		temperature: optional(number({ min: 0, max: 2 }), "How freely the model answers. Above 1.5 counts as 1.5."),
	},
	{ name: "settings", rest: anything },
);

/** What Amazon Bedrock agents carry out as well. */
const everywhere: { readonly [name: string]: Unnamed } = {
	transfer: optional(
		union(
			boolean(),
			text(),
			map(
				{
					dest: optional(text(), "Where to: a phone number, a SIP URI, or a URL that returns SWML.", { aka: ["to", "destination", "url"] }),
					summarize: optional(boolean(), "Whether a summary of the conversation goes along."),
				},
				{ name: "transfer" },
			),
		),
		"Beside `SWML`: whether the call leaves the agent for that SWML for good. On its own: where to transfer the call.",
		{
			note:
				"Set it to `true`, before `SWML` in the same object, when the SWML moves the call, with `connect` for example.\n\n" +
				"The published schema only knows the boolean beside `SWML`. The reference's pages and the SDKs also take a destination on its own, " +
				'and the SDKs write `"true"` and `"false"` as text.',
		},
	),
	SWML: optional(union(swmlDocument, text({ embeds: "document" })), "A SWML document that runs on the call.", {
		note: "Only runs while `swaig_allow_swml` is on, as it is by default. The agent resumes when the document ends, unless `transfer` is `true`.",
		aka: ["swml", "Swml"],
		maybe: ["swml"],
		leaves: { by: "transfer", or: ["stop"], because: "the agent stays on the call, and is billed, until the document ends" },
	}),
	set_global_data: optional(anyMap, "Values to put into `global_data`, where every function sees them.", {
		note: "Only works while `swaig_set_global_data` is on, as it is by default.",
		aka: ["update_global_data"],
	}),
	unset_global_data: optional(unset, "The key to remove from `global_data`, or a list of them. An object takes the place of all the data.", {
		note: "Sources differ: the published schema takes a key or an empty object, the reference's pages a key or a new object, the SDKs a key or a list of keys.",
	}),
	set_meta_data: optional(anyMap, "Values to put into `meta_data`, where functions with the same `meta_data_token` see them.", {
		aka: ["set_metadata"],
	}),
	unset_meta_data: optional(unset, "The key to remove from `meta_data`, or a list of them. An object takes the place of all the data.", {
		note: "Sources differ: the published schema takes a key or an empty object, the reference's pages a key or a new object, the SDKs a key or a list of keys.",
		aka: ["unset_metadata"],
	}),
};

/** What agents of the `ai` method carry out, according to the published reference. */
const published: { readonly [name: string]: Unnamed } = {
	say: optional(text(), "Text that the agent speaks to the caller at once.", { aka: ["speak"] }),
	hangup: optional(boolean(), "Whether to hang up, once the agent has finished speaking.", { aka: ["hang_up"] }),
	stop: optional(boolean(), "Whether to end the AI session. The script goes on with the step after it.", { aka: ["stop_ai"] }),
	hold: optional(hold, "Puts the caller on hold for at most so many seconds. The agent hears nothing meanwhile.", {
		default: 300,
		disputed:
			"The published schema allows up to 900 seconds and refuses more. The SDKs cut larger numbers down instead, and also write text and the steps to go on with.",
		note: "The music is `params.hold_music`. When the time is up the agent resumes.",
	}),
	change_context: optional(context, "The context to change to, one of `prompt.contexts`.", { aka: ["context", "switch_context"] }),
	change_step: optional(
		suggested({ next: "The step that follows the current one." }, { refers: "context-step" }),
		"The step to change to, one of the current context.",
		{
			aka: ["step", "goto_step"],
		},
	),
	context_switch: optional(contextSwitch, "Gives the agent new instructions in the middle of the conversation. Text alone is the new system prompt."),
	toggle_functions: optional(list(toggle), "Switches functions on or off for the rest of the session.", { aka: ["toggle_function"] }),
	playback_bg: optional(playback, "Plays a sound file behind the conversation. Text alone is the file.", {
		aka: ["play_background", "playback_background", "background_file"],
	}),
	stop_playback_bg: optional(union(reads("anything", boolean()), nothing), "Whether to stop the file that `playback_bg` started.", {
		aka: ["stop_background_file"],
	}),
	user_input: optional(text(), "Text that is put to the agent as if the caller had said it.", { aka: ["simulate_user_input"] }),
};

/** What the SDKs and the page of `ai_sidecar` know, but not the published schema; and three names of older and newer SDKs. */
const unpublished: { readonly [name: string]: Unnamed } = {
	user_event: optional(anyMap, "An event for the application that is connected to the call.", { tier: "engine" }),
	settings: optional(settings, "New settings for the model. Only works while `swaig_allow_settings` is on, as it is by default.", { tier: "engine" }),
	back_to_back_functions: optional(
		union(boolean(), suggested({ forever: "Any number of functions in a row." })),
		"Whether the model may call one function right after another.",
		{
			tier: "engine",
		},
	),
	extensive_data: optional(boolean(), "Whether the model gets the full data for this turn and a shorter form of it afterwards.", { tier: "engine" }),
	add_dynamic_hints: optional(list(union(text(), anyMap)), "Hints to add for speech recognition: words, or patterns with a replacement.", { tier: "engine" }),
	clear_dynamic_hints: optional(anyMap, "Drops the hints that `add_dynamic_hints` added. Written as `{}`.", { tier: "engine" }),
	end_of_speech_timeout: optional(integer({ unit: "ms" }), "The silence after which the caller counts as finished.", { tier: "engine" }),
	speech_event_timeout: optional(integer({ unit: "ms" }), "The time without any news from speech recognition after which the caller counts as finished.", {
		tier: "engine",
	}),
	functions_on_speaker_timeout: optional(boolean(), "Whether functions may be called when the caller has fallen silent.", { tier: "engine" }),
	replace_in_history: optional(
		union(text(), boolean()),
		"The text that stands for this call of the function in the conversation; `true` drops it altogether.",
		{ tier: "engine" },
	),
	wait_for_user: optional(
		union(boolean(), integer({ unit: "s" }), suggested({ answer_first: "Answer first, then wait." })),
		"Whether, or for how many seconds, the agent waits for the caller to speak.",
		{ tier: "engine" },
	),
	change_voice: engine(
		union(voice, map({ voice: required(voice, "The voice, as `engine.voice`.", { tier: "engine" }) }, { name: "change_voice" })),
		"Changes the voice of the agent for the rest of the call, from the next batch of speech on.",
	),
	stop_playback: optional(anything, "An older name, seen in documents that work.", { unlisted: true, tier: "older" }),
	input_text: optional(anything, "An older name, seen in documents that work.", { unlisted: true, tier: "older" }),
};

/** Methods that people write as if they were actions. */
const methods = [
	"answer",
	"connect",
	"execute",
	"join_conference",
	"join_room",
	"pay",
	"play",
	"prompt",
	"record_call",
	"request",
	"send_sms",
	"set",
	"sip_refer",
	"tap",
];

function actionMap(params: { readonly [name: string]: Unnamed }): MapType {
	return map(params, { name: "SWAIG action", min: 1, misplaced: methods.map((key) => ({ key, to: `SWML.sections.main[].${key}` })) });
}

/** An action of an `ai` agent: an object with the action's name as its key. */
export const action = actionMap({ ...everywhere, ...published, ...unpublished });

const ignored = Object.fromEntries(
	Object.entries({ ...published, ...unpublished }).map(([name, param]): [string, Unnamed] => [
		name,
		{ ...param, unlisted: true, tier: "docs", note: "Amazon Bedrock agents ignore this action without a word." },
	]),
);

/** An action of an `amazon_bedrock` agent, which knows six and ignores the rest. */
export const bedrockAction = actionMap({ ...everywhere, ...ignored });

/** `ai.params`: how an AI agent behaves. The map is open, as the platform knows more params than are published. */
import { anything, boolean, integer, map, optional, readingLoosely, type Unnamed } from "../build.ts";
import type { MapType } from "../type.ts";
import { agentParams } from "./ai_params_agent.ts";
import { functionParams } from "./ai_params_functions.ts";
import { listeningParams } from "./ai_params_listening.ts";
import { platformParams } from "./ai_params_platform.ts";
import { speakingParams } from "./ai_params_speaking.ts";
import { timingParams } from "./ai_params_timing.ts";

/** What these read besides booleans and whole numbers. */
const alsoNumbers = [
	"acknowledge_interruptions",
	"asr_diarize",
	"asr_smart_format",
	"asr_speaker_affinity",
	"auto_correct",
	"barge_functions",
	"function_wait_for_talking",
	"functions_on_no_response",
	"hold_on_process",
	"interrupt_on_noise",
	"languages_enabled",
	"llm_diarize_aware",
	"max_response_tokens",
	"save_conversation",
	"static_greeting_no_barge",
	"swaig_allow_settings",
	"swaig_allow_swml",
	"swaig_post_conversation",
	"swaig_set_global_data",
	"transfer_summary",
	"transparent_barge",
	"turn_filler_every_n",
	"turn_filler_min_ms",
	"wait_for_user",
];

const unknownOutcome = "What the platform does with another value, no source says.";

/** About the gates of functions. */
const gateParams: { readonly [name: string]: Unnamed } = {
	semantic_gates_enabled: optional(boolean(), "Whether the `gates` of functions are checked.", { tier: "next", unsure: unknownOutcome }),
	semantic_gate_timeout_ms: optional(integer({ min: 500, max: 10000, unit: "ms" }), "How long a decision about a gate may take.", {
		tier: "next",
		unsure: unknownOutcome,
	}),
	semantic_gate_history: optional(integer({ min: 0, max: 100 }), "How much of the conversation is looked at to decide about a gate.", {
		tier: "next",
		unsure: unknownOutcome,
	}),
};

/** What the platform does with a wrong value of what only its own list has, no source says. */
function unsurely(params: { readonly [name: string]: Unnamed }): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, { ...param, unsure: unknownOutcome }]));
}

export const aiParams: MapType = map(
	{
		...readingLoosely({ ...agentParams, ...listeningParams, ...speakingParams, ...timingParams, ...functionParams }, alsoNumbers),
		...gateParams,
		...unsurely(platformParams),
	},
	{
		name: "params",
		rest: anything,
		misplaced: [
			{ key: "temperature", to: "../prompt.temperature" },
			{ key: "top_p", to: "../prompt.top_p" },
			{ key: "presence_penalty", to: "../prompt.presence_penalty" },
			{ key: "frequency_penalty", to: "../prompt.frequency_penalty" },
			{ key: "max_tokens", to: "../prompt.max_tokens" },
			{ key: "prompt", to: "../prompt" },
			{ key: "contexts", to: "../prompt.contexts" },
			{ key: "post_prompt", to: "../post_prompt" },
			{ key: "post_prompt_url", to: "../post_prompt_url" },
			{ key: "global_data", to: "../global_data" },
			{ key: "hints", to: "../hints" },
			{ key: "languages", to: "../languages" },
			{ key: "multilingual", to: "../multilingual" },
			{ key: "pronounce", to: "../pronounce" },
			{ key: "SWAIG", to: "../SWAIG" },
			{ key: "functions", to: "../SWAIG.functions" },
			{ key: "web_hook_url", to: "../SWAIG.defaults.web_hook_url" },
			{ key: "voice", to: "../languages[].voice" },
			{ key: "speech_fillers", to: "../languages[].speech_fillers" },
			{ key: "function_fillers", to: "../languages[].function_fillers" },
			{ key: "turn_fillers", to: "../languages[].turn_fillers" },
		],
	},
);

/** `ai.params`: how an AI agent behaves. The map is open, as the platform knows more params than are published. */
import { anything, map } from "../build.ts";
import type { MapType } from "../type.ts";
import { agentParams } from "./ai_params_agent.ts";
import { functionParams } from "./ai_params_functions.ts";
import { listeningParams } from "./ai_params_listening.ts";
import { speakingParams } from "./ai_params_speaking.ts";
import { timingParams } from "./ai_params_timing.ts";

export const aiParams: MapType = map(
	{ ...agentParams, ...listeningParams, ...speakingParams, ...timingParams, ...functionParams },
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

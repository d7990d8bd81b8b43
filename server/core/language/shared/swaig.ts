/** `SWAIG`: the functions that an AI agent may call, and where their definitions come from. */
import { anyMap, anything, engine, from, list, map, oneOf, optional, required, text, type Unnamed, union, url } from "../build.ts";
import type { MapType, Misplaced } from "../type.ts";
import { functionFillers } from "./fillers.ts";
import { mcpServers } from "./mcp.ts";
import { bedrockFunction, oldPassword, swaigFunction, webhookCredentials } from "./swaig_function.ts";

/** The webhook that answers for functions without one of their own. */
export const defaultWebhook: { readonly [name: string]: Unnamed } = {
	web_hook_url: optional(url(), "The URL that carries out every function without a `web_hook_url` of its own.", {
		note: "`user:password@` may stand before the host.",
		aka: ["webhook_url", "web_hook", "webhook", "url"],
	}),
};

const defaults = map(
	{
		...defaultWebhook,
		...webhookCredentials("the default webhook", "engine"),
		web_hook_auth_pass: oldPassword,
		meta_data: engine(anyMap, "Data of your own for the functions that have none.", { aka: ["metadata"] }),
		meta_data_token: engine(text(), "Functions with the same token share their `meta_data`."),
	},
	{ name: "SWAIG defaults" },
);

const include = map(
	{
		url: required(url(), "The URL that is asked for the definitions of the functions.", {
			note: "A definition without a name, a description and either a URL or a `data_map` is dropped without a word. `user:password@` may stand before the host.",
			aka: ["uri"],
		}),
		functions: required(list(text({ defines: "function" })), "The names of the functions to take over.", { aka: ["function", "names"] }),
		meta_data: optional(anyMap, "Data of your own, sent along with the question for the definitions.", { aka: ["metadata"] }),
		auth_user: engine(text(), "The user name for HTTP basic authentication at `url`."),
		auth_password: engine(text(), "The password for HTTP basic authentication at `url`."),
		user: optional(text(), "The user name, by its older name.", {
			unlisted: true,
			tier: "older",
			deprecated: "Use `auth_user` instead.",
			replacedBy: "auth_user",
		}),
		pass: optional(text(), "The password, by its older name.", {
			unlisted: true,
			tier: "older",
			deprecated: "Use `auth_password` instead.",
			replacedBy: "auth_password",
		}),
	},
	{ name: "SWAIG include", ignoredWithout: [{ of: ["functions"] }, { of: ["url"] }] },
);

const internalFillers = map(
	{
		check_time: optional(functionFillers, "What the agent says while it looks up the time."),
		wait_for_user: optional(functionFillers, "What the agent says before it waits for the caller to speak again."),
		wait_seconds: optional(functionFillers, "What the agent says before it waits for some seconds."),
		adjust_response_latency: optional(functionFillers, "What the agent says while it changes how long it waits before answering."),
		next_step: optional(functionFillers, "What the agent says while it goes on to another step of `prompt.contexts`."),
		change_context: optional(functionFillers, "What the agent says while it changes to another of `prompt.contexts`."),
		get_visual_input: optional(functionFillers, "What the agent says while it looks at the caller's video.", {
			note: "Only used when `params.enable_vision` is on.",
		}),
		get_ideal_strategy: optional(functionFillers, "What the agent says while it thinks about what to do.", {
			note: "Only used when `params.enable_thinking` is on.",
		}),
		pause_conversation: optional(functionFillers, "What the agent says when the caller asks it to pause.", {
			note: "Only used when `params.enable_pause` is on.",
		}),
		hangup: optional(functionFillers, "What the agent says before it hangs up.", { unlisted: true, tier: "sdk" }),
	},
	{ name: "internal_fillers" },
);

const nativeFunctions = list(
	oneOf({
		check_time: "Tells the current time in the time zone `params.local_tz`.",
		wait_seconds: "Waits for some seconds.",
		wait_for_user: "Waits until the caller speaks again.",
		adjust_response_latency: "Changes how long the agent waits for the caller to finish before it answers.",
	}),
);

const misplaced: readonly Misplaced[] = [{ key: "web_hook_url", to: "defaults.web_hook_url" }];

/** Params of the agent that people write one level too low. */
function fromAgent(names: readonly string[]): readonly Misplaced[] {
	return names.map((key) => ({ key, to: `../${key}` }));
}

const agentKeys = ["prompt", "post_prompt", "post_prompt_url", "params", "global_data"];

const remote: { readonly [name: string]: Unnamed } = {
	includes: optional(list(include), "Functions whose definitions are fetched from a URL when the session starts.", { aka: ["include"] }),
	native_functions: optional(nativeFunctions, "Ready-made functions of SignalWire that the agent may call.", { aka: ["native", "builtin_functions"] }),
	mcp_servers: optional(mcpServers, "MCP servers. Their tools are found when the session starts and act like functions.", { aka: ["mcp"] }),
	internal_fillers: optional(internalFillers, "What the agent says while it runs SignalWire's own functions, by function and language."),
};

const functionNames = ["function", "tools"];

/** `SWAIG` of an `ai` agent. */
const swaig: MapType = map(
	{
		functions: optional(list(swaigFunction), "The functions that the agent may call.", { aka: functionNames }),
		defaults: optional(defaults, "Settings for functions that have none of their own.", { aka: ["default"] }),
		...remote,
		hooks: engine(list(swaigFunction)),
	},
	{ name: "SWAIG", misplaced: [...misplaced, ...fromAgent([...agentKeys, "languages", "multilingual", "hints", "pronounce"])] },
);

/** The same, or no more than the functions. */
export const swaigOrFunctions = union(swaig, from("engine", list(swaigFunction)));

/** `SWAIG` of an `amazon_bedrock` agent, which reads functions and defaults only. */
export const bedrockSwaig: MapType = map(
	{
		functions: optional(list(bedrockFunction), "The functions that the agent may call.", { aka: functionNames }),
		defaults: optional(defaults, "Settings for functions that have none of their own.", { aka: ["default"] }),
		...Object.fromEntries(
			Object.entries(remote).map(([key, { summary }]) => [
				key,
				optional(anything, summary, { unlisted: true, tier: "docs", note: "Amazon Bedrock agents do not read this." }),
			]),
		),
	},
	{ name: "SWAIG", misplaced: [...misplaced, ...fromAgent(agentKeys)] },
);

/** SWAIG functions: what an AI agent may call, with what arguments, and who answers. */
import { anyMap, anything, boolean, engine, integer, map, optional, reads, required, suggested, text, type Unnamed, union, url } from "../build.ts";
import type { Choice, Misplaced, Tier } from "../type.ts";
import { bedrockDataMap, dataMap } from "./data_map.ts";
import { functionFillers } from "./fillers.ts";
import { functionParameters } from "./function_parameters.ts";
import { semanticGates } from "./gates.ts";

/** Credentials for a webhook; `whose` says which. */
export function webhookCredentials(whose: string, tier?: Tier): { readonly [name: string]: Unnamed } {
	const note = "A user and password within the URL win over this.";
	const known = tier ? { tier } : {};
	return {
		web_hook_auth_user: optional(text(), `The user name for HTTP basic authentication at ${whose}.`, {
			...known,
			note,
			aka: ["auth_user", "web_hook_user"],
		}),
		web_hook_auth_password: optional(text(), `The password for HTTP basic authentication at ${whose}.`, {
			...known,
			note,
			aka: ["auth_password", "web_hook_password"],
		}),
	};
}

/** The older spelling of the password. */
export const oldPassword = engine(text(), "The password for HTTP basic authentication, by its older name.", {
	deprecated: "Use `web_hook_auth_password` instead.",
	replacedBy: "web_hook_auth_password",
});

const hookNames = "The reference's pages call the first two `start_hook` and `stop_hook`; the published schema and the SDKs use the names offered here.";

const name = required(
	suggested(
		{
			startup_hook: "Called by SignalWire when the session starts.",
			hangup_hook: "Called by SignalWire when the call ends.",
			summarize_conversation: "Called by SignalWire after the conversation, with a summary of it. Needs `post_prompt`.",
		},
		{ defines: "function", notBlank: true },
	),
	"The function's name, by which the model calls it. No two functions share one. Some names are called by SignalWire itself at certain moments.",
	{ note: hookNames, example: "look_up_hours", aka: ["name", "function_name"] },
);

const purpose = optional(text(), "What the function does and when to call it, by its older name.", {
	deprecated: "Use `description` instead.",
	replacedBy: "description",
});

const argument = optional(functionParameters, "The function's arguments, by their older name.", {
	deprecated: "Use `parameters` instead.",
	replacedBy: "parameters",
});

const credentials = webhookCredentials("the function's webhook", "engine");

const shared: { readonly [name: string]: Unnamed } = {
	function: name,
	description: optional(text(), "What the function does and when to call it. The model reads this when it chooses a function.", {
		note: "Required, unless the older `purpose` is written.",
		example: "Looks up the opening hours of a day.",
		aka: ["desc"],
	}),
	parameters: optional(functionParameters, "The function's arguments, described in a part of JSON Schema. The model fills them in from the conversation.", {
		aka: ["params", "args", "arguments", "input_schema"],
	}),
	active: optional(reads("text and numbers", boolean()), "Whether the function may be called from the start. `toggle_functions` changes it later.", {
		default: true,
		aka: ["enabled"],
	}),
	web_hook_url: optional(url(), "The URL that carries the function out: it receives the arguments and returns the result.", {
		note: "Without it `SWAIG.defaults.web_hook_url` is called. A function needs one of the two, or a `data_map`. `user:password@` may stand before the host.",
		aka: ["webhook_url", "web_hook", "webhook", "url"],
	}),
	...credentials,
	meta_data: optional(anyMap, "Data of your own for this function, sent to its webhook and readable as `${meta_data.name}`.", { aka: ["metadata"] }),
	meta_data_token: optional(text(), "Functions with the same token share their `meta_data`.", {
		defaultNote: "a token that SignalWire derives from the function's `web_hook_url`",
		aka: ["metadata_token"],
	}),
};

const oneArgument: Choice = { of: ["parameters", "argument"], tolerated: "`parameters` replaces the older `argument`" };

const choices: readonly Choice[] = [{ of: ["description", "purpose"], required: true, tolerated: "`description` replaces the older `purpose`" }, oneArgument];

const misplaced: readonly Misplaced[] = [
	{ key: "expressions", to: "data_map.expressions" },
	{ key: "webhooks", to: "data_map.webhooks" },
	{ key: "output", to: "data_map.output" },
	{ key: "properties", to: "parameters.properties" },
	{ key: "required", to: "parameters.required" },
];

const speech: { readonly [name: string]: Unnamed } = {
	fillers: optional(functionFillers, "What the agent says while the function runs, by language. One phrase is picked each time."),
	skip_fillers: optional(reads("text", boolean()), "Whether the fillers of `languages` are left out, so that only the function's own `fillers` are spoken.", {
		default: false,
	}),
	wait_for_fillers: optional(reads("text", boolean()), "Whether the function only goes on when its filler has been spoken to the end.", { default: false }),
	wait_file: optional(url(), "The URL of a sound file to play while the function runs."),
	wait_file_loops: optional(union(reads("numbers", integer()), text()), "How many times `wait_file` is played.", {
		needs: [{ param: "wait_file", because: "there is no `wait_file` to play" }],
	}),
};

/** A function of an `ai` agent. */
export const swaigFunction = map(
	{
		...shared,
		web_hook_auth_pass: oldPassword,
		data_map: optional(dataMap, "Carries the function out on SignalWire's servers, without a webhook: tests texts, calls APIs and makes the result.", {
			note: "`expressions` are tried first, then `webhooks`, then `output`; the first result wins.",
			example: {
				webhooks: [{ url: "https://example.com/hours?day=${enc:url:args.day}", method: "GET", output: { response: "We are open from ${open} to ${close}." } }],
			},
			aka: ["datamap", "dataMap"],
		}),
		...speech,
		gates: optional(semanticGates, "Questions about the conversation that must all be answered with yes before the function runs.", {
			tier: "next",
			anyCase: true,
			note: "A platform that knows no gates runs the function without asking. One mistake in a gate, and the platform refuses the whole function.",
		}),
		gate_fillers: optional(functionFillers, "What the agent says while the gates are checked, by language.", {
			tier: "next",
			anyCase: true,
			needs: [{ param: "gates", because: "there are no `gates` to check" }],
		}),
		purpose,
		argument,
	},
	{
		name: "SWAIG function",
		choices,
		misplaced,
		ignoredWithout: [{ of: ["description", "purpose"] }, { of: ["function"] }, { of: ["web_hook_url", "data_map"], orAt: "../defaults.web_hook_url" }],
	},
);

const ignored = Object.fromEntries(
	Object.entries(speech).map(([key, { summary }]) => [
		key,
		optional(anything, summary, { unlisted: true, tier: "docs", note: "Amazon Bedrock agents ignore this." }),
	]),
);

/** The same params, accepted but not offered. */
function unlisted(params: { readonly [name: string]: Unnamed }): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(Object.entries(params).map(([key, param]) => [key, { ...param, unlisted: true as const }]));
}

/** A function of an `amazon_bedrock` agent. */
export const bedrockFunction = map(
	{
		...shared,
		description: required(text(), "What the function does and when to call it. The model reads this when it chooses a function.", { aka: ["desc"] }),
		data_map: optional(bedrockDataMap, "Carries the function out on SignalWire's servers, without a webhook: tests texts, calls APIs and makes the result.", {
			note: "`expressions` are tried first, then `webhooks`, then `output`; the first result wins.",
			example: {
				webhooks: [{ url: "https://example.com/hours?day=${enc:url:args.day}", method: "GET", output: { response: "We are open from ${open} to ${close}." } }],
			},
			aka: ["datamap", "dataMap"],
		}),
		...unlisted({ ...credentials, web_hook_auth_pass: oldPassword }),
		...ignored,
		gates: optional(anything, "Gates are checked for functions of `ai` only.", {
			unlisted: true,
			tier: "next",
			note: "Amazon Bedrock agents run the function without asking.",
		}),
		gate_fillers: optional(anything, "Gates are checked for functions of `ai` only.", { unlisted: true, tier: "next" }),
		...unlisted({ purpose, argument }),
	},
	{ name: "SWAIG function", choices: [oneArgument], misplaced, ignoredWithout: [{ of: ["description"] }, { of: ["function"] }] },
);

/** `ai.params` about SWAIG functions, and about watching the agent at work. */
import { boolean, integer, list, optional, text, type Unnamed, union, url } from "../build.ts";

export const functionParams: { readonly [name: string]: Unnamed } = {
	swaig_allow_swml: optional(boolean(), "Whether functions may answer with SWML to run.", { default: true, aka: ["allow_swml"] }),
	swaig_allow_settings: optional(boolean(), "Whether functions may change settings of the agent, such as `barge_match_string`.", {
		default: true,
		aka: ["allow_settings"],
	}),
	swaig_set_global_data: optional(boolean(), "Whether functions may change `global_data`.", { default: true }),
	swaig_post_conversation: optional(boolean(), "Whether the conversation so far is sent along with every function call.", { default: false }),
	swaig_post_swml_vars: optional(
		union(boolean(), list(text())),
		"Whether SWML variables are sent along with every function call: all of them, or those in a list of names.",
		{ default: false },
	),
	function_wait_for_talking: optional(boolean(), "Whether a function runs only when the filler has been spoken. Otherwise it runs meanwhile.", {
		default: false,
	}),
	functions_on_no_response: optional(boolean(), "Whether the agent may call functions when the caller does not answer.", {
		default: false,
		note: "That is, when `attention_timeout` has passed.",
	}),
	input_poll_freq: optional(
		integer({ min: 1000, max: 10000, unit: "ms" }),
		"How often the function `check_for_input` is asked for input, such as a text message the caller has sent.",
		{
			default: 2000,
		},
	),
	enable_accounting: optional(boolean(), "Whether usage is accounted for, for billing and analysis.", { default: false, absent: true }),
	debug: optional(union(boolean(), integer()), "Whether the log has more details about what the agent does. A higher number gives more of them.", {
		default: false,
		absent: true,
	}),
	verbose_logs: optional(boolean(), "Whether the log is especially detailed.", {
		default: false,
		absent: true,
		note: "For developers of the platform, says the documentation.",
		aka: ["verbose"],
	}),
	debug_webhook_url: optional(url(), "The URL that receives everything the agent does, while it does it. `user:password@` may stand before the host.", {
		aka: ["debug_url", "debug_webhook"],
	}),
	debug_webhook_level: optional(
		integer({ min: 0, max: 2 }),
		"How much is sent to `debug_webhook_url`: 0 is the least, and 2 adds each exchange with the model.",
		{
			default: 1,
			needs: [{ param: "debug_webhook_url", because: "there is no `debug_webhook_url` to send to" }],
			aka: ["debug_level"],
		},
	),
	audible_debug: optional(boolean(), "Whether the agent says aloud which function it calls.", { default: false, absent: true }),
	audible_latency: optional(boolean(), "Whether the agent says aloud how long its answers took.", { default: false, absent: true }),
};

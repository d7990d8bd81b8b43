/** `ai.params` about waiting and ending: silence, inactivity, and the longest a conversation may take. */
import { integer, optional, text, type Unnamed } from "../build.ts";

export const timingParams: { readonly [name: string]: Unnamed } = {
	initial_sleep_ms: optional(integer({ min: 0, max: 300000, unit: "ms" }), "How long the agent waits before it begins.", {
		default: 0,
		aka: ["initial_delay", "start_delay"],
	}),
	attention_timeout: optional(
		integer({
			min: 10000,
			max: 600000,
			unit: "ms",
			also: [
				{ value: 0, summary: "Never ask." },
				{ value: 5000, summary: "The documented default, though it lies outside the range." },
			],
		}),
		"How long the caller may be silent before the agent asks whether they are still there.",
		{
			default: 5000,
			disputed:
				"The documented default of 5000 ms is outside the documented range, 0 or 10000 to 600000; the published schema has no default and refuses 5000.",
			aka: ["silence_timeout", "no_input_timeout", "user_timeout"],
		},
	),
	attention_timeout_prompt: optional(text(), "What the agent is told when `attention_timeout` has passed.", {
		defaultNote: "a built-in text: the user has not responded, try to get their attention in the same language",
		aka: ["attention_prompt"],
	}),
	outbound_attention_timeout: optional(
		integer({ min: 10000, max: 600000, unit: "ms" }),
		"How long the person called may be silent at the start of an outbound call.",
		{ default: 120000 },
	),
	inactivity_timeout: optional(
		integer({ min: 10000, max: 3600000, unit: "ms", also: [{ value: 0, summary: "Never end for inactivity." }] }),
		"How long nothing may happen before the agent ends and the script goes on with the next step.",
		{
			default: 600000,
			disputed: "The documentation allows 0, which turns it off; the published schema starts at 10000.",
			aka: ["idle_timeout"],
		},
	),
	hard_stop_time: optional(
		text({ format: "duration", notBlank: true }),
		"How long the conversation may take at most, as `90s`, `30m`, `1h` or `1h45m30s`. Then the agent ends and the script goes on with the next step.",
		{ aka: ["max_duration", "max_call_duration", "max_time"] },
	),
	hard_stop_prompt: optional(text(), "What the agent is told when `hard_stop_time` is up.", {
		defaultNote: "a built-in text: explain that time is up and that someone will be in touch",
		needs: [{ param: "hard_stop_time", because: "there is no `hard_stop_time`" }],
	}),
};

/**
 * Semantic gates: questions that must be answered with yes before a SWAIG function runs. The platform refuses the whole function when one of
 * them is not as it should be. What cannot be said in types, `rules/semantic-gate.ts` checks by the limits given here.
 */
import { boolean, list, map, number, optional, required, text, union } from "../build.ts";
import type { ListType, MapType } from "../type.ts";
import { action } from "./actions.ts";

/** Limits in bytes of UTF-8. */
export const gateLimits = { onFail: 8192, idLength: 64 } as const;

/** Functions of SignalWire's own, which no gate can guard. */
export const ungated: ReadonlySet<string> = new Set([
	"startup_hook",
	"hangup_hook",
	"check_for_input",
	"end_call",
	"hangup",
	"check_time",
	"wait_for_user",
	"wait_seconds",
	"adjust_response_latency",
	"next_step",
	"change_context",
	"gather_submit",
	"get_visual_input",
	"get_ideal_strategy",
	"pause_conversation",
]);

const criterion = text({ notBlank: true, maxBytes: 2048 });

const criteria = map(
	{
		true: optional(criterion, "What counts as yes.", { tier: "next", example: "The caller has said the order number." }),
		false: optional(criterion, "What counts as no.", { tier: "next", example: "The caller has not said the order number." }),
	},
	{ name: "criteria", min: 1 },
);

const response = union(
	text({ notBlank: true }),
	map(
		{
			tool_result: required(text({ notBlank: true }), "What the model gets as the function's result.", {
				tier: "next",
				example: "The function did not run.",
			}),
			tool_prompt: optional(text(), "What the model is told to do with the result.", { tier: "next" }),
		},
		{ name: "response" },
	),
);

/** What the model gets when a gate stops the function. */
export const gateFailure: MapType = map(
	{
		response: required(response, "What the model gets to read in place of the function's result.", {
			tier: "next",
			anyCase: true,
			example: "The function did not run: ask for the order number first.",
			aka: ["message", "text"],
		}),
		action: optional(list(action), "Actions that happen as well. They run as they are written: templates are not filled in.", {
			tier: "next",
			anyCase: true,
			aka: ["actions"],
		}),
		post_process: optional(boolean(), "Whether the agent has one more turn, to speak, before the actions are carried out.", { tier: "next", anyCase: true }),
	},
	{ name: "on_fail" },
);

/** One question. */
export const semanticGate: MapType = map(
	{
		question: required(text({ notBlank: true, maxBytes: 8192 }), "A question about the conversation that must be answered with yes.", {
			tier: "next",
			note: "`${global_data.…}` is filled in when the gate is checked; functions such as `@{…}` are not.",
			example: "Has the caller said an order number in `conversation`?",
			aka: ["text", "condition"],
		}),
		threshold: required(number({ above: 0, max: 1, strict: true }), "How likely yes must be for the gate to let the function run: more than 0, at most 1.", {
			tier: "next",
			example: 0.8,
			aka: ["min", "confidence"],
		}),
		on_fail: required(gateFailure, "What the model gets when this is the first gate that is not passed. The function does not run then.", {
			tier: "next",
			example: { response: "The function did not run: ask for the order number first." },
			aka: ["else", "on_failure"],
		}),
		criteria: optional(criteria, "What counts as yes, and what as no.", { tier: "next" }),
		id: optional(text(), "A name for the gate: letters, digits and `_`.", {
			tier: "next",
			defaultNote: "`gate_` and its position, from 1 on",
			example: "order_number",
			aka: ["name"],
		}),
	},
	{ name: "gate" },
);

/** The gates of a function: all of them must be passed. */
export const semanticGates: ListType = list(semanticGate, { min: 1, max: 8 });

/** `data_map`: what a SWAIG function does on SignalWire's servers, without a webhook of the author's own. */
import { anyMap, anything, boolean, engine, from, integer, list, map, oneOf, optional, reads, required, text, union, url } from "../build.ts";
import type { MapType, Type } from "../type.ts";
import { action, bedrockAction } from "./actions.ts";

const names = union(text(), list(text()));

function actionsOf(one: Type) {
	return optional(union(list(one), one), "What happens as well: one action, or a list of them.", {
		note: "One object may hold several actions: each that is known is carried out.",
		aka: ["actions"],
	});
}

const responseNote =
	"The reference's pages require it; the published schema does not. Variables of the function's scope are filled in, such as `${args.city}`.";
const responseNames = ["message", "result", "text"];

const toolResult = map(
	{
		tool_result: optional(text(), "What the model gets as the function's result."),
		tool_prompt: optional(text(), "What the model is told to do with the result."),
	},
	{ name: "response" },
);

/** What a function of an `ai` agent returns. */
const output = map(
	{
		response: optional(union(text(), toolResult), "What the model gets to read as the function's result.", {
			note: responseNote,
			example: "We are open from nine to five.",
			aka: responseNames,
		}),
		action: actionsOf(action),
		post_process: optional(boolean(), "Whether the agent has one more turn, to speak, before the actions are carried out.", { default: false }),
	},
	{ name: "output" },
);

const bedrockOutput = map(
	{
		response: optional(text(), "What the model gets to read as the function's result.", {
			note: responseNote,
			example: "We are open from nine to five.",
			aka: responseNames,
		}),
		action: actionsOf(bedrockAction),
		post_process: optional(anything, "Amazon Bedrock agents ignore this.", { unlisted: true, tier: "docs" }),
	},
	{ name: "output" },
);

function expressionsOf(result: MapType): MapType {
	return map(
		{
			string: required(text(), "The text to test, usually an argument such as `${args.city}`.", { example: "${args.city}", aka: ["value", "input"] }),
			pattern: required(text({ format: "regex" }), "The regular expression to look for in `string`. `.*` matches anything.", {
				note: "Perl's dialect, looked for anywhere in the text and without regard to case. Written between slashes, `/^Shipped$/`, case counts; `i` after them ignores it again, `s` lets `.` take line ends.",
				aka: ["regex", "regexp", "match"],
			}),
			output: required(result, "The result when the pattern matches.", { aka: ["then"] }),
			"nomatch-output": engine(result, "The result when the pattern does not match. It always ends the function.", { aka: ["nomatch_output"] }),
			expr: engine(text()),
		},
		{
			name: "expression",
			ignoredWithout: [{ of: ["string", "expr"] }, { of: ["output"] }],
			misplaced: [
				{ key: "response", to: "output.response" },
				{ key: "action", to: "output.action" },
			],
		},
	);
}

const foreach = map(
	{
		input_key: required(text(), "The key of the webhook's answer that holds the list."),
		output_key: required(text(), "The name under which the joined text is kept for the output."),
		append: required(text(), "The text to add for each entry. `${this.name}` is the entry's value of `name`."),
		max: optional(reads("text and numbers", integer()), "How many entries to take, from the first on.", { aka: ["limit"] }),
	},
	{ name: "foreach", ignoredWithout: [{ of: ["append"] }, { of: ["input_key"] }, { of: ["output_key"] }] },
);

function webhookOf(result: MapType, expression: MapType): MapType {
	return map(
		{
			url: required(url(), "The URL to send the request to. `user:password@` may stand before the host.", {
				note: "Variables of the function's scope are filled in: `${args.city}`, and `${enc:args.city}` to encode the value for a URL.",
				aka: ["uri", "endpoint"],
			}),
			method: optional(
				oneOf({
					GET: "Send it as a GET request.",
					POST: "Send it as a POST request.",
					PUT: "Send it as a PUT request.",
					DELETE: "Send it as a DELETE request.",
				}),
				"How the request is sent.",
				{ note: "The reference's pages require it; the published schema does not.", aka: ["http_method"] },
			),
			headers: optional(anyMap, "HTTP headers of the request."),
			params: optional(reads("anything", anyMap), "The body of the request, sent as JSON.", { note: "Variables are filled in.", aka: ["parameters"] }),
			input_args_as_params: optional(boolean(), "Whether the function's arguments are added to `params`."),
			require_args: optional(names, "The arguments without which the request is not sent.", { note: "The reference's pages spell it `required_args`." }),
			required_args: optional(names, "The arguments without which the request is not sent, as the reference's pages spell it.", {
				unlisted: true,
				tier: "docs",
			}),
			error_keys: optional(names, "Keys whose presence in the answer means that the request failed.", { aka: ["error_key"] }),
			foreach: optional(foreach, "Goes through a list in the answer and joins a text from its entries. Runs before `expressions` and `output`.", {
				aka: ["for_each", "forEach"],
			}),
			expressions: optional(
				union(list(expression), from("engine", expression)),
				"Patterns to test on the answer. The first that matches gives the result; without a match `output` does.",
				{
					aka: ["expression"],
				},
			),
			output: optional(result, "The result when the request succeeded and no expression gave one.", {
				note: "The reference's pages require it; the published schema does not. Keys of the answer are variables here: `${temperature}`, and `${array[0].name}` when the answer is a list.",
			}),
			body: optional(anything, "The body of the request, as the SDKs write it.", { unlisted: true, tier: "sdk" }),
			form_param: engine(text(), "The form field in which the body is sent."),
		},
		{
			name: "webhook",
			ignoredWithout: [{ of: ["output", "expressions"] }, { of: ["url"] }],
			misplaced: [
				{ key: "response", to: "output.response" },
				{ key: "action", to: "output.action" },
			],
		},
	);
}

function dataMapOf(result: MapType, min?: number): MapType {
	const expression = expressionsOf(result);
	const webhook = webhookOf(result, expression);
	return map(
		{
			expressions: optional(
				union(list(expression), from("engine", expression)),
				"Patterns to test. The first that matches gives the result, and nothing else is tried.",
				{ aka: ["expression"] },
			),
			webhooks: optional(
				union(list(webhook), from("engine", webhook)),
				"Requests to make: the first that can be made is, and no other. Tried after `expressions`.",
				{
					aka: ["webhook"],
				},
			),
			output: optional(result, "The result when neither `expressions` nor `webhooks` gave one.", { aka: ["fallback_output", "fallback"] }),
			contexts: engine(anything),
			error_keys: optional(names, "Keys whose presence in the answer of any webhook means that it failed.", { unlisted: true, tier: "sdk" }),
		},
		{
			name: "data_map",
			...(min ? { min } : {}),
			misplaced: [
				{ key: "foreach", to: "webhooks[].foreach" },
				{ key: "url", to: "webhooks[].url" },
				{ key: "method", to: "webhooks[].method" },
				{ key: "headers", to: "webhooks[].headers" },
				{ key: "params", to: "webhooks[].params" },
				{ key: "string", to: "expressions[].string" },
				{ key: "pattern", to: "expressions[].pattern" },
				{ key: "response", to: "output.response" },
				{ key: "action", to: "output.action" },
			],
		},
	);
}

/** For functions of `ai`. */
export const dataMap = dataMapOf(output, 1);

/** For functions of `amazon_bedrock`. */
export const bedrockDataMap = dataMapOf(bedrockOutput);

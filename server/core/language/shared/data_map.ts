/** `data_map`: what a SWAIG function does on SignalWire's servers, without a webhook of the author's own. */
import { anyMap, anything, boolean, integer, list, map, oneOf, optional, required, text, union, url } from "../build.ts";
import type { MapType, Type } from "../type.ts";
import { action, bedrockAction } from "./actions.ts";

const names = union(text(), list(text()));

function actionsOf(one: Type) {
	return optional(union(list(one), one), "What happens as well: one action, or a list of them.", {
		note: "Write one action in each object; only `transfer` stands beside another one, `SWML`.",
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
		post_process: optional(anything, "Amazon Bedrock agents ignore this.", { unlisted: true }),
	},
	{ name: "output" },
);

function expressionsOf(result: MapType): MapType {
	return map(
		{
			string: required(text(), "The text to test, usually an argument such as `${args.city}`.", { example: "${args.city}", aka: ["value", "input"] }),
			pattern: required(text({ format: "regex" }), "The regular expression to look for in `string`. `.*` matches anything.", {
				note: "Perl's dialect. For a pattern that ignores case write `(?i)` before it; guides also write `/pattern/i`.",
				aka: ["regex", "regexp", "match"],
			}),
			output: required(result, "The result when the pattern matches.", { aka: ["then"] }),
			"nomatch-output": optional(result, "The result when the pattern does not match.", { unlisted: true, aka: ["nomatch_output"] }),
		},
		{
			name: "expression",
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
		max: optional(integer(), "How many entries to take, from the first on.", { aka: ["limit"] }),
	},
	{ name: "foreach" },
);

function webhookOf(result: MapType, expression: MapType): MapType {
	return map(
		{
			url: required(url(), "The URL to send the request to. `user:password@` may stand before the host.", {
				note: "Variables of the function's scope are filled in: `${args.city}`, and `${enc:url:args.city}` to encode the value for a URL.",
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
			params: optional(anyMap, "The body of the request, sent as JSON.", { note: "Variables are filled in.", aka: ["parameters"] }),
			input_args_as_params: optional(boolean(), "Whether the function's arguments are added to `params`."),
			require_args: optional(names, "The arguments without which the request is not sent.", { note: "The reference's pages spell it `required_args`." }),
			required_args: optional(names, "The arguments without which the request is not sent, as the reference's pages spell it.", { unlisted: true }),
			error_keys: optional(names, "Keys whose presence in the answer means that the request failed.", { aka: ["error_key"] }),
			foreach: optional(foreach, "Goes through a list in the answer and joins a text from its entries. Runs before `expressions` and `output`.", {
				aka: ["for_each", "forEach"],
			}),
			expressions: optional(
				union(list(expression), expression),
				"Patterns to test on the answer. The first that matches gives the result; without a match `output` does.",
				{
					note: "A list in the published schema; the table of the reference's page calls it an object.",
					aka: ["expression"],
				},
			),
			output: optional(result, "The result when the request succeeded and no expression gave one.", {
				note: "The reference's pages require it; the published schema does not. Keys of the answer are variables here: `${temperature}`, and `${array[0].name}` when the answer is a list.",
			}),
			body: optional(anything, "The body of the request, as the SDKs write it.", { unlisted: true }),
			form_param: optional(text(), "The form field in which the body is sent.", { unlisted: true }),
		},
		{
			name: "webhook",
			misplaced: [
				{ key: "response", to: "output.response" },
				{ key: "action", to: "output.action" },
			],
		},
	);
}

function dataMapOf(result: MapType, min?: number): MapType {
	const expression = expressionsOf(result);
	return map(
		{
			expressions: optional(list(expression), "Patterns to test. The first that matches gives the result, and nothing else is tried.", { aka: ["expression"] }),
			webhooks: optional(list(webhookOf(result, expression)), "Requests to make one after the other, until one gives a result. Tried after `expressions`.", {
				aka: ["webhook"],
			}),
			output: optional(result, "The result when neither `expressions` nor `webhooks` gave one.", { aka: ["fallback_output", "fallback"] }),
			error_keys: optional(names, "Keys whose presence in the answer of any webhook means that it failed.", { unlisted: true }),
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

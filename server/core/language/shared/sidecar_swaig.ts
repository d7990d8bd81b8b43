/** `SWAIG` of `ai_sidecar`: its functions are always webhooks, and their arguments know fewer keywords than those of `ai`. */
import { anything, boolean, integer, lazy, list, map, mapOf, number, oneOf, optional, required, text, type Unnamed, union, url } from "../build.ts";
import type { MapType, Type } from "../type.ts";
import { marks, parametersOf } from "./function_parameters.ts";
import { mcpServers } from "./mcp.ts";
import { defaultWebhook } from "./swaig.ts";
import { oldPassword, webhookCredentials } from "./swaig_function.ts";

const property: Type = lazy(() => propertyType);

const description = optional(text(), "What the value is and how to write it. The model reads this when it fills the argument in.", { aka: ["desc"] });

/** The kinds of values, without `null`. */
const kinds = {
	string: "Text.",
	integer: "A number without a fraction.",
	number: "A number, whole or not.",
	boolean: "`true` or `false`.",
	array: "A list.",
	object: "An object.",
};

function described(type: keyof typeof kinds, others: { readonly [name: string]: Unnamed }, rest: Pick<MapType, "choices"> = {}): MapType {
	return map(
		{
			type: required(oneOf({ [type]: kinds[type] }), "The kind of value."),
			description,
			...others,
		},
		{ name: `${type} property`, marks, ...rest },
	);
}

function allowed(values: Type): Unnamed {
	return optional(list(values), "The only values that are allowed.", { aka: ["values", "options", "choices"] });
}

function otherwise(value: Type): Unnamed {
	return optional(value, "The value that stands for a missing one.");
}

/** What is left when `type` is none of the kinds: here every kind is offered. */
const anyProperty = map(
	{
		type: required(oneOf(kinds), "The kind of value."),
		description,
		enum: allowed(anything),
		default: otherwise(anything),
		items: optional(anything, "What each entry of a list is."),
		properties: optional(anything, "The properties of an object."),
	},
	{ name: "property", marks },
);

/** One property. The last alternative only counts where no other fits. */
const propertyType: Type = union(
	described("string", { enum: allowed(text()), default: otherwise(text()) }),
	described("integer", { enum: allowed(integer()), default: otherwise(integer()) }),
	described("number", { enum: allowed(number()), default: otherwise(number()) }),
	described("boolean", { default: otherwise(boolean()) }),
	described("array", { items: optional(property, "What each entry of the list is.") }, { choices: [{ of: ["items"], required: true }] }),
	described("object", {
		properties: optional(mapOf(property, { name: "properties" }), "The object's own properties, each with its description."),
		required: optional(list(text()), "The names of the properties that must be there."),
	}),
	anyProperty,
);

const parameters = union(map(parametersOf(property), { name: "parameters", strays: "properties" }), map({}, { name: "parameters" }));

const sidecarFunction = map(
	{
		function: required(text({ defines: "function", notBlank: true }), "The function's name, by which the model calls it. No two functions share one.", {
			example: "look_up_hours",
			note: "`sidecar_skip` is taken: with it the model keeps silent.",
			aka: ["name", "function_name"],
		}),
		description: optional(text(), "What the function does and when to call it. The model reads this when it chooses a function.", {
			example: "Looks up the opening hours of a day.",
			aka: ["desc"],
		}),
		purpose: optional(text(), "Stands for `description` where there is none."),
		parameters: optional(parameters, "The function's arguments, described in a part of JSON Schema.", {
			note: "Only the keywords offered here are accepted. Say everything else in the descriptions: patterns, formats, smallest and largest numbers.",
			defaultNote: "no arguments",
			aka: ["params", "args", "arguments", "input_schema"],
		}),
		web_hook_url: optional(url(), "The URL that carries the function out: it receives the arguments and returns the result.", {
			note: "Without it `SWAIG.defaults.web_hook_url` is called. `user:password@` may stand before the host.",
			aka: ["webhook_url", "web_hook", "webhook", "url"],
		}),
		...webhookCredentials("the function's webhook"),
		web_hook_auth_pass: oldPassword,
	},
	{
		name: "SWAIG function",
		ignoredWithout: [{ of: ["function"] }],
		choices: [{ of: ["description", "purpose"], tolerated: "`description` wins and `purpose` is ignored" }],
		misplaced: [
			{ key: "properties", to: "parameters.properties" },
			{ key: "required", to: "parameters.required" },
		],
	},
);

export const sidecarSwaig: MapType = map(
	{
		functions: optional(list(sidecarFunction), "The functions that the sidecar may call.", { aka: ["function", "tools"] }),
		defaults: optional(
			map({ ...defaultWebhook, ...webhookCredentials("the default webhook"), web_hook_auth_pass: oldPassword }, { name: "SWAIG defaults" }),
			"Settings for functions that have none of their own.",
			{ aka: ["default"] },
		),
		mcp_servers: optional(mcpServers, "MCP servers. Their tools are found when the session starts and act like functions.", { aka: ["mcp"] }),
	},
	{ name: "SWAIG", misplaced: [{ key: "web_hook_url", to: "defaults.web_hook_url" }] },
);

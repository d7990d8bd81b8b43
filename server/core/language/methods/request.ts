/** `request`. Facts: the published SWML schemas of calls and of messages, and SignalWire's editor of 2023. */
import { anyMap, anything, boolean, form, from, list, map, mapOf, method, number, oneOf, optional, required, sets, text, union, url } from "../build.ts";
import type { TextType } from "../type.ts";

const calling = oneOf({
	GET: "Fetch something.",
	POST: "Send something.",
	PUT: "Replace something.",
	DELETE: "Remove something.",
});

const messaging = oneOf({
	GET: "Fetch something.",
	POST: "Send something.",
	PUT: "Replace something.",
	PATCH: "Change a part of something.",
	DELETE: "Remove something.",
});

/** The HTTP methods of calls, with the lower case that the platform also takes. */
const callingMethod: TextType = {
	...calling,
	values: [
		...(calling.values ?? []),
		...["get", "post", "put", "delete"].map((value) => ({ value, summary: "Write it in upper case.", deprecated: true as const, tier: "engine" as const })),
	],
};

const headerNames = [
	{ value: "Content-Type", summary: "The type of the body, such as `application/json`." },
	{ value: "Authorization", summary: "The credentials, such as `Bearer` and a token." },
	{ value: "Accept", summary: "The types of answer that are welcome." },
	{ value: "Range", summary: "The part of the resource that is asked for." },
];

const target = required(url(), "The URL to send the request to. User and password may stand in it as `https://user:password@…`.", {
	aka: ["uri", "endpoint", "dest"],
});

const methodAka = ["http_method", "verb", "type"];
const bodyAka = ["data", "payload", "json"];

const requestLimits = "The platform's newest list says otherwise: 5 when it is not written, at most 30, and fractions cut off.";

const saveVariables = optional(boolean(), "Whether the fields of a JSON answer become variables below `request_response`.", {
	default: false,
	aka: ["save_response", "save"],
});

export const request = method("request", {
	aka: [
		"http",
		"http_request",
		"fetch",
		"webhook",
		"api_call",
		"post",
		"get",
		"put",
		"api",
		"api_request",
		"http_post",
		"http_get",
		"rest",
		"curl",
		"send_request",
		"call_api",
		"web_request",
		"invoke_url",
	],
	forms: {
		calling: form({
			summary: "Sends an HTTP request, waits for the answer and puts it into variables.",
			docs: "calling/request",
			flow: "next",
			anyBody: true,
			beforeAnswer: "safe",
			note: "At most 64 KB of the answer's body and 64 of its headers are kept.",
			sets: [
				sets("request_url", "The URL that the request went to.", { type: "text" }),
				sets("request_result", "Whether the request succeeded.", { values: ["success", "failed"] }),
				sets("return_value", "The same as `request_result`.", { values: ["success", "failed"] }),
				sets("request_response_code", "The HTTP status code of the answer.", { type: "number" }),
				sets("request_response_headers", "The headers of the answer, by their names in lower case.", { type: "map" }),
				sets("request_response_body", "The body of the response as a string.", { type: "text" }),
				sets("request_response", "The fields of a JSON answer, with `save_variables`.", { type: "map" }),
			],
			type: map(
				{
					url: target,
					method: required(callingMethod, "The HTTP method.", { aka: methodAka }),
					headers: optional(
						mapOf(anything, { name: "headers", restKeys: headerNames, restFormat: "request-header-name" }),
						"HTTP headers to send: `Accept`, `Authorization`, `Content-Type`, `Range`, and any that begin with `X-`.",
						{ aka: ["header"] },
					),
					body: optional(
						union(text(), anyMap, from("engine", list(anything)), from("engine", number()), from("engine", boolean())),
						"The body of the request: text, or data that is sent as JSON. Without a `Content-Type` header the type is guessed from the body's first character.",
						{ aka: bodyAka },
					),
					timeout: optional(number({ unit: "s" }), "How long to wait for the answer, in seconds. With 0 there is no limit.", {
						default: 0,
						note: requestLimits,
					}),
					connect_timeout: optional(number({ unit: "s" }), "How long to wait for the connection, in seconds. With 0 there is no limit.", {
						default: 0,
						note: requestLimits,
						aka: ["connection_timeout"],
					}),
					save_variables: saveVariables,
				},
				{ name: "request" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - request:
        url: https://example.com/api/customers
        method: POST
        headers:
          Content-Type: application/json
          X-Source: phone
        body:
          number: \${call.from}
        timeout: 5
        save_variables: true
    - switch:
        variable: request_result
        case:
          success:
            - play:
                url: "say:Welcome back, \${request_response.name}."
        default:
          - play:
              url: "say:Welcome."
    - hangup: {}
`,
		}),
		messaging: form({
			summary: "Sends an HTTP request, waits for the answer and puts it into variables. A failure does not stop the document.",
			docs: "messaging/request",
			flow: "next",
			note: "A message may cause at most 10 requests. At most 64 KB of the answer's body are kept.",
			sets: [
				sets("request_result", "Whether the request succeeded. With `limit_exceeded` it was the eleventh and was not sent.", {
					values: ["success", "failed", "timeout", "limit_exceeded"],
				}),
				sets("request_response_code", "The HTTP status code of the answer. Not set with `limit_exceeded`.", { type: "number" }),
				sets("request_response_body", "The body of the response as a string. Not set with `limit_exceeded`.", { type: "text" }),
				sets("request_response", "The fields of a JSON answer, with `save_variables`.", { type: "map" }),
			],
			type: map(
				{
					url: target,
					method: optional(messaging, "The HTTP method.", { default: "POST", aka: methodAka }),
					headers: optional(mapOf(text(), { name: "headers", restKeys: headerNames }), "HTTP headers to send, by their names.", { aka: ["header"] }),
					body: optional(union(text(), anyMap), "The body of the request: text, or an object that is sent as JSON.", { aka: bodyAka }),
					timeout: optional(number({ min: 0, max: 5, unit: "s" }), "How long to wait for the answer, in seconds.", {
						default: 5,
						disputed: "The published schema refuses more than 5; the documentation says that more counts as 5.",
					}),
					save_variables: saveVariables,
				},
				{ name: "request" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - request:
        url: https://example.com/api/orders
        body:
          phone: "%{message.from}"
        timeout: 3
        save_variables: true
    - switch:
        variable: request_result
        case:
          success:
            - reply: "Your order is %{request_response.status}."
        default:
          - reply: We could not look up your order. Please try again later.
`,
		}),
	},
});

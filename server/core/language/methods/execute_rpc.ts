/** `execute_rpc`. Facts: the SDKs; no published reference has it. */
import { anyMap, anything, form, map, method, optional, required, suggested, text } from "../build.ts";

export const executeRpc = method("execute_rpc", {
	aka: ["rpc", "call_rpc"],
	forms: {
		calling: form({
			summary: "Runs a method of the calling API, on this call or on another.",
			flow: "next",
			tier: "engine",
			experimental: true,
			anyBody: true,
			undocumented: "seen in the SDKs, which write it for AI agents: to call somebody, to talk to the agent of another call, and to take a call off hold",
			type: map(
				{
					method: required(
						suggested(
							{
								dial: "Call somebody, and run a SWML document when they answer.",
								ai_message: "Add a message to the conversation of an AI agent in another call.",
								ai_unhold: "Take a call off the hold that an AI agent put it on.",
							},
							{ notBlank: true },
						),
						"The name of the API's method.",
						{ aka: ["name", "rpc", "command"] },
					),
					params: optional(anyMap, "The parameters of the API's method.", { aka: ["parameters", "args"] }),
					call_id: optional(text(), "The ID of the call to act on.", { defaultNote: "this call" }),
					node_id: optional(text(), "The ID of the node on which that call runs."),
					jsonrpc: optional(anything, "The version of JSON-RPC, as some SDKs write it.", { unlisted: true, tier: "sdk" }),
				},
				{ name: "execute_rpc" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - execute_rpc:
        method: ai_message
        call_id: \${params.customer_call_id}
        params:
          role: system
          message_text: A colleague has taken over. Say goodbye to the customer.
    - hangup: {}
`,
		}),
	},
});

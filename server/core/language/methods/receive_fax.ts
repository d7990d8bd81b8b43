/** `receive_fax`. Facts: the published SWML schema. */
import { form, from, map, method, optional, positional, sets, union, url } from "../build.ts";

export const receiveFax = method("receive_fax", {
	aka: ["fax_receive", "get_fax", "receiveFax", "accept_fax", "incoming_fax"],
	forms: {
		calling: form({
			summary: "Receives a fax that is being sent to this call, and waits until it is through.",
			docs: "calling/receive-fax",
			flow: "next",
			beforeAnswer: "needs-answer",
			bare: true,
			sets: [
				sets("receive_fax_document", "The URL of the received document.", { type: "text" }),
				sets("receive_fax_identity", "The identity of this fax station.", { type: "text" }),
				sets("receive_fax_remote_identity", "The identity of the sending fax station.", { type: "text" }),
				sets("receive_fax_pages", "How many pages were received.", { type: "number" }),
				sets("receive_fax_result_code", "The status code of the fax.", { type: "any" }),
				sets("receive_fax_result_text", "What the status code means.", { type: "text" }),
				sets("receive_fax_result", "Whether the fax was received.", { values: ["success", "failed"] }),
			],
			shorthand: { param: "status_url", style: "legacy" },
			type: union(
				from("engine", url()),
				positional(url()),
				map(
					{
						status_url: optional(url(), "The URL that receives events about the fax, as POST requests: one for each page, and one at the end.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
					},
					{ name: "receive_fax" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - receive_fax:
        status_url: https://example.com/fax-events
    - switch:
        variable: receive_fax_result
        case:
          success:
            - send_sms:
                from_number: "+12025550111"
                to_number: "+12025550187"
                body: "A fax came in: \${receive_fax_document}"
        default:
          - hangup: {}
    - hangup: {}
`,
		}),
	},
});

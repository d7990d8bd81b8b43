/** `send_fax`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { form, map, method, optional, positional, required, sets, text, union, url } from "../build.ts";

const document = url({ notBlank: true });

export const sendFax = method("send_fax", {
	aka: ["fax_send", "sendFax", "fax", "send_a_fax"],
	forms: {
		calling: form({
			summary: "Sends a PDF document as a fax over the call, and waits until it is through.",
			docs: "calling/send-fax",
			flow: "next",
			beforeAnswer: "needs-answer",
			shorthand: { param: "document", style: "legacy" },
			sets: [
				sets("send_fax_document", "The URL of the sent document.", { type: "text" }),
				sets("send_fax_identity", "The identity of this fax station.", { type: "text" }),
				sets("send_fax_remote_identity", "The identity of the receiving fax station.", { type: "text" }),
				sets("send_fax_pages", "How many pages were sent.", { type: "number" }),
				sets("send_fax_result_code", "The status code of the fax.", { type: "any" }),
				sets("send_fax_result_text", "What the status code means.", { type: "text" }),
				sets("send_fax_result", "Whether the fax was sent.", { values: ["success", "failed"] }),
			],
			type: union(
				document,
				positional(document, { min: 1 }),
				map(
					{
						document: required(document, "The URL of the PDF document to send.", {
							aka: ["url", "document_url", "file", "pdf", "media_url"],
						}),
						header_info: optional(text(), "Text to add to the header of the fax.", { aka: ["header", "headerInfo"] }),
						identity: optional(text(), "The identity that this fax station reports.", {
							defaultNote: "the calling party's number",
							aka: ["station_id"],
						}),
						status_url: optional(url(), "The URL that receives events about the fax, as POST requests: one for each page, and one at the end.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
					},
					{ name: "send_fax" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - send_fax:
        document: https://example.com/price-list.pdf
        header_info: Price list
        identity: "+12025550128"
        status_url: https://example.com/fax-events
    - hangup: {}
`,
		}),
	},
});

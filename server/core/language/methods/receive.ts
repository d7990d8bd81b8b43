/** `receive`. Facts: the published SWML schema of messages and its documentation. */
import { form, map, method } from "../build.ts";

export const receive = method("receive", {
	aka: ["ignore", "acknowledge"],
	forms: {
		messaging: form({
			summary: "Accepts the message without a reply. It takes no parameters.",
			docs: "messaging/receive",
			flow: "next",
			type: map({}, { name: "receive" }),
			example: `
version: 1.0.0
sections:
  main:
    - request:
        url: https://example.com/api/inbox
        body:
          from: "%{message.from}"
          text: "%{message.body}"
    - receive: {}
`,
		}),
	},
});

/** `reply`. Facts: the published SWML schema of messages and its documentation. */
import { form, list, map, mapOf, method, optional, required, sets, text, union, url } from "../build.ts";
import { outsideCases, transform } from "../shared/branches.ts";

const bodyText = text({ notBlank: true });
const files = list(url(), { max: 8 });

const bodySummary = "The text of the reply.";
const mediaSummary = "The URLs of files to attach, at most 8. With them the reply is an MMS.";
const bodyFacts = { example: "Thank you for your message.", aka: ["text", "message", "content"] };
const mediaFacts = { aka: ["media_url", "media_urls", "mediaUrl", "mediaUrls", "images", "attachments"] };

/** Where a reply goes, and who hears of it. */
const routing = {
	to: optional(text({ format: "e164" }), "The number to send the reply to, in E.164 format.", {
		defaultNote: "`message.from`, the sender of the message",
		aka: ["to_number", "number"],
	}),
	from: optional(text({ format: "sms-sender" }), "The number of yours that sends the reply, in E.164 format, or a short code.", {
		defaultNote: "`message.to`, the number that the message came to",
		aka: ["from_number"],
	}),
	status_url: optional(url(), "The URL that receives how the delivery of the reply goes on.", { aka: ["status_callback", "statusCallback", "callback"] }),
};

/** Parts of the `switch` that stand beside it. */
const misplaced = [
	{ key: "variable", to: "switch.variable" },
	{ key: "transform", to: "switch.transform" },
	{ key: "case", to: "switch.case" },
	{ key: "default", to: "switch.default" },
];

const withBody = map(
	{
		body: required(bodyText, bodySummary, bodyFacts),
		media: optional(files, mediaSummary, mediaFacts),
		...routing,
	},
	{ name: "reply", misplaced },
);

const withMedia = map(
	{
		media: required(files, mediaSummary, mediaFacts),
		body: optional(bodyText, bodySummary, bodyFacts),
		...routing,
	},
	{ name: "reply", misplaced },
);

/** A reply as one case has it. */
const answer = union(bodyText, withBody, withMedia);

const withSwitch = map(
	{
		switch: required(
			map(
				{
					variable: required(text({ expression: "path", notBlank: true }), "The variable to compare, as a path without `%{}`: `message.body`.", {
						example: "message.body",
						aka: ["var", "on", "value"],
					}),
					transform,
					case: required(
						mapOf(answer, { name: "case", misplaced: outsideCases }),
						"The reply for each value of the variable: its text, or an object with `body`, `media` and the rest. Values are compared as strings.",
						{ aka: ["cases"] },
					),
					default: optional(answer, "The reply when no case matches: its text, or an object.", {
						note: "Without it, a value that matches no case ends the document with an error.",
						aka: ["else", "otherwise"],
					}),
				},
				{ name: "reply switch" },
			),
			"Picks the reply by the value of a variable. Nothing else may stand beside it: `from`, `status_url` and the rest belong to the cases.",
		),
	},
	{
		name: "reply",
		misplaced,
	},
);

export const reply = method("reply", {
	aka: ["respond", "answer_message", "send_reply", "message"],
	forms: {
		messaging: form({
			summary: "Sends a message back. The value is its text, or an object for files, other numbers, or replies that depend on a variable.",
			docs: "messaging/reply",
			flow: "next",
			note: "The script goes on with the next step. A reply needs a text or a file.",
			sets: [
				sets("reply_result", "Whether the reply was accepted for delivery.", { values: ["queued", "failed"] }),
				sets("reply_message_id", "The ID of the reply. Not set when `reply_result` is `failed`.", { type: "text" }),
			],
			type: union(bodyText, withBody, withMedia, withSwitch),
			example: `
version: 1.0.0
sections:
  main:
    - reply:
        switch:
          variable: message.body
          transform: lowercase_trim
          case:
            menu:
              body: Here is our menu.
              media:
                - https://example.com/files/menu.pdf
            hours: We are open from 9 to 6, Monday to Friday.
          default: Write MENU or HOURS.
`,
		}),
	},
});

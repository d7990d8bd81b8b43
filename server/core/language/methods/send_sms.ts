/** `send_sms`. Facts: the published SWML schema. */
import { form, list, map, method, optional, required, sets, text, union, url } from "../build.ts";

const phoneNumber = text({ format: "e164", notBlank: true });
const body = text();
/** What people call `media`. A message without `body` and `media` counts as one with `body`, so that form has to know them too. */
const mediaNames = ["media_url", "media_urls", "mediaUrl", "images", "attachments"];
const bodyAka = ["text", "message", "content", "msg"];

const addressed = {
	to_number: required(phoneNumber, "The phone number that receives the message, as `+12025550143`.", {
		note: "Write it in quotes; otherwise YAML takes it for a number.",
		aka: ["to", "recipient", "to_phone", "phone_number"],
	}),
	from_number: required(phoneNumber, "The phone number that the message comes from, as `+12025550143`.", {
		note: "Write it in quotes; otherwise YAML takes it for a number.",
		aka: ["from", "sender", "from_phone"],
	}),
};

const extras = {
	region: optional(text(), "The region of the world to send the message from.", {
		defaultNote: "chosen by the account's settings or the device's location",
	}),
	tags: optional(list(text()), "Tags that help to find the message in the logs.", { aka: ["tag", "labels"] }),
	status_callback: optional(url(), "The URL that receives the message's delivery status, as POST requests.", {
		note: "The script does not wait for delivery; reports come in later.",
		aka: ["status_url", "status_callback_url", "callback_url", "webhook_url"],
	}),
};

export const sendSms = method("send_sms", {
	aka: ["sms", "send_message", "send_text", "text_message", "send_mms", "mms", "sendSms", "text", "send_text_message", "sms_message"],
	forms: {
		calling: form({
			summary: "Sends a text message, with or without media, to a phone number. The call goes on as soon as the message is accepted.",
			docs: "calling/send-sms",
			flow: "next",
			beforeAnswer: "safe",
			note: "A message needs a `body`, `media`, or both.",
			sets: [
				sets("send_sms_result", "Whether the message was accepted.", { values: ["success", "failed"] }),
				sets("send_sms_response_code", "The HTTP status code of the attempt, as a string. Known only from SignalWire's editor of 2023.", { type: "text" }),
			],
			type: union(
				map(
					{
						...addressed,
						body: required(body, "The text of the message.", { aka: bodyAka }),
						...extras,
					},
					{ name: "send_sms", misplaced: mediaNames.map((key) => ({ key, to: "media" })) },
				),
				map(
					{
						...addressed,
						media: required(list(url()), "The URLs of images and other media to send.", {
							aka: mediaNames,
						}),
						body: optional(body, "The text that goes with the media.", { aka: bodyAka }),
						...extras,
					},
					{ name: "send_sms with media" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:We are sending the directions to your phone."
    - send_sms:
        from_number: "+12025550111"
        to_number: "\${call.from}"
        body: "How to find us"
        media:
          - https://example.com/map.png
        tags:
          - directions
    - hangup: {}
`,
		}),
	},
});

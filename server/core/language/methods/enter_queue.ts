/** `enter_queue`. Facts: the published SWML schema and documentation. */
import { engine, form, integer, map, method, optional, required, sets, text, url } from "../build.ts";
import { afterQueue, urlOrDocument } from "../shared/connect_destination.ts";

export const enterQueue = method("enter_queue", {
	aka: ["queue", "enqueue", "join_queue", "enterQueue", "wait_in_queue", "put_in_queue", "hold_queue"],
	forms: {
		calling: form({
			summary: "Puts the caller into a queue, with music, until someone takes the call by connecting to `queue:` and the queue's name.",
			docs: "calling/enter-queue",
			flow: "next",
			moves: true,
			beforeAnswer: "needs-answer",
			anyBody: true,
			note: "After a conversation the script goes on in `transfer_after_bridge`. The next step is reached when nobody took the call.",
			sets: [
				sets("queue_result", "Where the caller is, or how waiting ended.", {
					values: ["entering", "connecting", "connected", "leaving", "timeout", "hangup", "failed"],
				}),
				sets("wait_time", "How many seconds the caller waited; -1 if unknown.", { type: "number" }),
				sets("entry_position", "The caller's place in the queue on entering; -1 if unknown.", { type: "number" }),
				sets("entry_size", "How many were in the queue on entering; -1 if unknown.", { type: "number" }),
			],
			type: map(
				{
					queue_name: required(text({ format: "name", notBlank: true }), "The queue's name. A queue that does not exist is created.", {
						example: "support",
						aka: ["name", "queue"],
					}),
					transfer_after_bridge: optional(
						urlOrDocument,
						"The SWML to run after the caller has talked to someone: the URL of a document, or a document as JSON text.",
						{ absent: true, aka: ["after_bridge"] },
					),
					execute_after_queue: engine(urlOrDocument, "The SWML to run when the queue is done with the call.", { note: afterQueue }),
					whisper_url: engine(text()),
					wait_url: optional(url(), "The music to play while waiting: the URL of a WAV, MP3, AIFF, GSM or µ-law file, fetched with GET.", {
						defaultNote: "SignalWire's hold music",
						note: "Sources differ on what the URL returns: the method's page says music, the overview lists it among URLs that return SWML.",
						aka: ["hold_music", "waitUrl", "music", "moh", "wait_music"],
					}),
					wait_time: optional(integer({ min: 1, unit: "s" }), "How long to wait at most, in seconds.", {
						default: 3600,
						aka: ["timeout", "max_wait", "max_wait_time"],
					}),
					status_url: optional(url(), "The URL that receives the queue's events: entered, left, connected.", {
						aka: ["status_callback", "statusCallback", "callback", "status_callback_url", "callback_url", "webhook_url"],
					}),
				},
				{ name: "enter_queue", choices: [{ of: ["transfer_after_bridge", "execute_after_queue"], required: true, several: true, unneeded: true }] },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - enter_queue:
        queue_name: support
        wait_url: https://example.com/music/waiting.mp3
        wait_time: 900
        transfer_after_bridge: https://example.com/swml/survey.json
    - play:
        url: "say:All our agents are busy. Please call again later."
    - hangup: {}
`,
		}),
	},
});

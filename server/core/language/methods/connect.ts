/** `connect`. Facts: the published SWML schema and documentation, with what SDKs and the 2023 editor accept. */
import { anything, boolean, engine, form, from, integer, list, map, method, optional, reads, sets, text, type Unnamed, union, url } from "../build.ts";
import { resultOf } from "../shared/branches.ts";
import { afterQueue, destinationWith, legParams, type Params, target, targetForms, targetParams, urlOrDocument } from "../shared/connect_destination.ts";
import { playItem, playItemForms, playObject, sayGender, sayLanguage, sayVoice } from "../shared/speech.ts";

const outcomes = ["connected", "failed"];

/** The params of `play` that older SDK schemas have in this object as well. */
const olderParams = Object.fromEntries(
	Object.entries({ say_voice: sayVoice, say_language: sayLanguage, say_gender: sayGender }).map(([key, param]) => [
		key,
		{ ...param, tier: "sdk" as const, unlisted: true as const },
	]),
);

/** What may be played instead of a list. */
const ringbackObject = from("engine", { ...playObject, name: "ringback", params: [...playObject.params, ...map(olderParams).params] });

const silence = from("engine", boolean());

const ringback = optional(
	union(list(playItem), from("engine", playItem), silence, ringbackObject),
	"What the caller hears until someone answers: a list of items to play.",
	{
		defaultNote: "the ring tone of the called network",
		note: `${playItemForms}\n\nThe platform also takes a single item, an object with \`url\` or \`urls\`, and \`false\`: that turns the generated ringing off, so that sound of the far end is heard before it answers.`,
		aka: ["ring_back", "hold_music"],
	},
);

const result = optional(
	resultOf(
		optional(text({ expression: "path" }), "The variable to switch on, without `${}`.", {
			default: "connect_result",
		}),
	),
	"What to do once the connected call has ended: an object switches on a variable, a list tests conditions.",
	{ aka: ["on_result"] },
);

const destination = destinationWith({ ringback: { ...ringback, unlisted: true }, result: { ...result, unlisted: true } });

/** A destination, or no more than its address, as the 2023 editor's schema has it. */
const destinations = list(union(destination, target));

/** The given params as they are beside `to`: with several destinations they belong to each of these. */
function besideTo(params: Params): Params {
	return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, ofOne(param)]));
}

/** One param that needs `to`. */
function ofOne(param: Unnamed): Unnamed {
	return { ...param, needs: [{ param: "to", because: "with several destinations it belongs to each of them" }, ...(param.needs ?? [])] };
}

export const connect = method("connect", {
	aka: ["bridge", "dial_number", "call", "forward", "forward_call", "call_forward", "dial_out", "outbound_call", "transfer_call", "number"],
	forms: {
		calling: form({
			summary: "Calls someone and puts the caller through: a phone number, a SIP address, a resource of your space, a queue or a WebSocket stream.",
			docs: "calling/connect",
			flow: "after-session",
			moves: true,
			beforeAnswer: "answers",
			note:
				"The script goes on after the other party has left: with `result` first, then with the next step. " +
				"A newly dialled leg starts without the variables of this one.",
			sets: [
				sets("connect_result", "Whether the call was put through.", { values: outcomes }),
				sets("connect_failed_reason", "Why it was not put through.", { type: "text" }),
				sets("return_value", "The same as `connect_result`.", { values: outcomes }),
			],
			type: map(
				{
					to: optional(target, "Whom to call, when it is one destination.", {
						requires: [
							{
								params: ["transfer_after_bridge", "execute_after_queue"],
								starts: "queue:",
								because: "it says what follows when the queue is done with the call",
								level: "hint",
							},
						],
						note: targetForms,
						aka: ["number", "destination", "phone", "to_number", "dest", "sip", "ring", "address", "target", "recipient"],
					}),
					serial: optional(destinations, "Destinations to call one after the other, until one answers. What a destination says itself counts first.", {
						aka: ["sequential", "series", "destinations", "numbers", "sequence", "one_by_one"],
					}),
					parallel: optional(
						destinations,
						"Destinations to call at the same time. The first to answer is put through, the others stop ringing. What a destination says itself counts first.",
						{ aka: ["simultaneous", "simultaneously", "all_at_once", "ring_all", "simring"] },
					),
					serial_parallel: optional(
						list(destinations),
						"Groups of destinations. The groups are tried one after the other; all of a group are called at the same time. What a destination says itself counts first.",
						{ aka: ["parallel_serial", "groups"] },
					),
					...legParams,
					answer_on_bridge: optional(reads("text", boolean()), "Whether the caller's leg stays unanswered until the called party answers.", {
						default: false,
						aka: ["answerOnBridge"],
					}),
					max_duration: optional(reads("numbers", integer({ unit: "s" })), "The longest the call may last, in seconds.", {
						default: 14400,
						aka: ["time_limit", "timeLimit", "duration_limit", "max_call_length"],
					}),
					ringback,
					result,
					transfer_after_bridge: optional(
						urlOrDocument,
						"The SWML to run after the two have been put through and the bridge has ended: the URL of a document, or a document as JSON text.",
						{
							note: "The published schema requires it for a `queue:` destination, unless `execute_after_queue` is written; recipes of the documentation do without.",
							disputed: 'The published schema takes the URL of a document, or a document; recipes write `"false"` for none.',
							absent: true,
						},
					),
					status_url: optional(url(), "The URL that receives how connecting goes on; for a `stream:` destination, the stream's status.", {
						aka: ["status_callback", "statusCallback", "callback", "status_callback_url", "callback_url", "webhook_url", "action_url"],
					}),
					...besideTo(targetParams),
					execute_after_queue: engine(urlOrDocument, "The SWML to run when the queue is done with the call.", { note: afterQueue }),
					stop_all_on_reject: engine(union(list(anything), boolean(), text())),
					auto_answer: optional(boolean(), "Whether to answer the caller before dialling. The server SDK guide sets it to `false`.", {
						unlisted: true,
						tier: "docs",
						absent: true,
					}),
				},
				{
					name: "connect",
					choices: [{ of: ["to", "serial", "parallel", "serial_parallel"], required: true }],
					misplaced: [
						...["on_success", "on_answer", "on_connect", "then", "success"].map((key) => ({ key, to: "result.case.connected" })),
						...["on_failure", "on_fail", "on_error", "else", "failure"].map((key) => ({ key, to: "result.case.failed" })),
					],
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:Please wait while we find someone for you."
    - connect:
        from: "+12025550100"
        timeout: 20
        ringback:
          - ring:us
        confirm:
          - play:
              url: "say:You have a call from the shop."
        serial:
          - to: "+12025550142"
          - to: sip:backup@example.com
            username: shop
            password: \${envs.sip_password}
        result:
          case:
            connected:
              - hangup: {}
          default:
            - play:
                url: "say:Nobody is free right now. Please call again later."
`,
		}),
	},
});

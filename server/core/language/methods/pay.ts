/** `pay`. Facts: the published SWML schema and documentation. */
import {
	boolean,
	engine,
	engineValue,
	form,
	from,
	integer,
	list,
	map,
	method,
	oneOf,
	optional,
	required,
	sets,
	suggested,
	text,
	union,
	url,
} from "../build.ts";
import { payCards, payPrompt } from "../shared/pay_prompts.ts";

const parameter = map(
	{
		name: required(text(), "The parameter's name.", { aka: ["key"] }),
		value: required(text(), "The parameter's value."),
	},
	{ name: "pay parameter" },
);

/** Whether these are numbers and booleans or texts, the newest sources do not agree: neither form is reported or rewritten. */
const asText = from("engine", text());
const textOrNot =
	"The published schema, the documentation and an SDK's list of changes have numbers and booleans here; the platform's own list and the newest tests of the SDKs have texts, and say that validation refuses anything else in `security_code` and `postal_code`.";

export const pay = method("pay", {
	aka: ["payment", "collect_payment", "charge", "take_payment", "card_payment", "credit_card", "process_payment"],
	forms: {
		calling: form({
			summary: "Asks the caller for card details by keypad and sends them to your payment connector, which charges the card or makes a token of it for later.",
			docs: "calling/pay",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "The connector is a server of yours: it receives the details as a POST request, talks to your payment processor and answers with the outcome.",
			sets: [
				sets("pay_result", "How the payment ended.", {
					values: [
						"success",
						"too-many-failed-attempts",
						"payment-connector-error",
						"caller-interrupted-with-star",
						"relay-pay-stop",
						"caller-hung-up",
						"validation-error",
						"internal-error",
					],
				}),
				sets(
					"pay_payment_results",
					"What is known of the payment: `payment_token`, `payment_confirmation_code`, `payment_card_number`, `payment_card_type`, `payment_card_expiration_date`, `payment_card_security_code`, `payment_card_postal_code`, `payment_error`, `payment_error_code`, and `connector_error` with `code` and `message`.",
					{ type: "map" },
				),
			],
			type: map(
				{
					payment_connector_url: required(
						url(),
						"The URL of your payment connector. It receives the card details as a POST request and answers with the outcome.",
						{
							aka: ["connector_url", "payment_connector"],
						},
					),
					charge_amount: optional(text({ format: "amount" }), 'The amount to charge, as decimal text without a currency: `"25.00"`.', {
						note: 'Without it, or with `"0"`, nothing is charged: the connector makes a token of the card.',
						aka: ["amount", "price", "chargeAmount"],
					}),
					currency: optional(
						suggested({ usd: "US dollar.", eur: "Euro.", gbp: "Pound sterling.", cad: "Canadian dollar.", aud: "Australian dollar." }),
						"The currency of the amount, as its ISO 4217 code.",
						{ default: "usd" },
					),
					description: optional(text(), "What the payment is for. Sent to the connector."),
					payment_method: optional(oneOf({ "credit-card": "A credit or debit card.", "ach-debit": engineValue("A bank account.") }), "How the caller pays.", {
						aka: ["method"],
					}),
					bank_account_type: engine(
						oneOf({ "consumer-checking": engineValue(), "consumer-savings": engineValue(), "commercial-checking": engineValue() }),
						"The kind of bank account.",
						{ needs: [{ param: "payment_method", is: ["ach-debit"], because: "the caller does not pay from a bank account", level: "hint" }] },
					),
					token_type: optional(
						oneOf({
							"one-time": "The token is good for one payment.",
							reusable: "The token is good for any number of payments.",
						}),
						"Whether the token that stands for the card can be used again.",
						{ default: "reusable", aka: ["tokenType"] },
					),
					valid_card_types: optional(payCards, "The kinds of cards to accept, as one string, separated by spaces.", {
						default: "visa mastercard amex",
						aka: ["card_types", "cards"],
					}),
					security_code: optional(union(boolean(), asText), "Whether to ask for the card's security code.", {
						default: true,
						disputed: textOrNot,
						aka: ["cvv", "cvc"],
					}),
					postal_code: optional(
						union(boolean(), text()),
						"Whether to ask for the postal code of the billing address. Write the postal code itself if you know it; then nobody is asked.",
						{ default: true, disputed: textOrNot, aka: ["zip", "zip_code", "postcode"] },
					),
					min_postal_code_length: optional(union(integer(), asText), "The fewest digits a postal code must have.", {
						default: 0,
						disputed: textOrNot,
						needs: [{ param: "postal_code", is: [true, "true"], because: "the caller is not asked for a postal code" }],
					}),
					input: optional(
						oneOf({
							dtmf: "The caller types on the keypad.",
							voice: engineValue("The caller speaks. Documentation says that only `dtmf` works."),
						}),
						"How card details are collected.",
						{ default: "dtmf", disputed: "The published schema allows `dtmf` only; the platform's own list also names `voice`." },
					),
					max_attempts: optional(union(integer(), asText), "How often the caller may try to enter the details.", {
						default: 1,
						disputed: textOrNot,
						aka: ["attempts", "retries"],
					}),
					timeout: optional(union(integer({ unit: "s" }), asText), "How long to wait for the next digit, in seconds.", {
						default: 5,
						disputed: textOrNot,
						aka: ["digit_timeout"],
					}),
					language: optional(text({ format: "language" }), "The language of the prompts, as a tag such as `en-US`.", {
						default: "en-US",
						aka: ["lang", "say_language"],
					}),
					voice: optional(text({ format: "voice" }), "The voice of the prompts, as `engine.voice`.", { default: "woman" }),
					say_voice: engine(text()),
					prompts: optional(list(payPrompt), "What the caller hears at the stages of the payment, instead of SignalWire's own prompts.", { aka: ["prompt"] }),
					parameters: optional(list(parameter), "Data of your own for the connector: a list of names with their values.", {
						aka: ["params", "custom_parameters"],
					}),
					status_url: optional(url(), "The URL that receives how the payment goes on, as POST requests.", {
						aka: ["status_callback", "status_callback_url", "statusCallback", "callback", "callback_url", "webhook_url"],
					}),
				},
				{ name: "pay" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - pay:
        payment_connector_url: https://example.com/pay/connector
        charge_amount: "19.90"
        description: Theatre ticket
        valid_card_types: visa mastercard
        postal_code: false
        max_attempts: 3
        prompts:
          - for: payment-card-number
            actions:
              - type: Say
                phrase: Please type the number of your card, then press the pound key.
          - for: payment-card-number
            error_type: invalid-card-number timeout
            actions:
              - type: Say
                phrase: That number is not complete. Please try again.
    - switch:
        variable: pay_result
        case:
          success:
            - play:
                url: "say:Thank you. Your tickets are on their way."
        default:
          - play:
              url: "say:Nothing was charged. Please try again later."
    - hangup: {}
`,
		}),
	},
});

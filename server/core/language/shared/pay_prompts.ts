/** What the caller of `pay` hears: one entry of `pay.prompts`. */
import { engine, engineValue, list, map, meaning, oneOf, optional, required, text, union, url, words } from "../build.ts";
import { playObject } from "./speech.ts";

const cards = {
	visa: "Visa.",
	mastercard: "Mastercard.",
	amex: "American Express.",
	maestro: "Maestro.",
	discover: "Discover.",
	jcb: "JCB.",
	"diners-club": "Diners Club.",
};

/** The cards that `pay` can take. */
export const payCards = words(" ", cards);

const say = map(
	{
		type: required(oneOf({ Say: "Speak `phrase`." }), "Whether to speak text (`Say`) or to play a sound file (`Play`)."),
		phrase: required(text(), "The text to speak.", { example: "Please enter the number of your card.", aka: ["text", "say"] }),
	},
	{ name: "say action" },
);

const play = map(
	{
		type: required(oneOf({ Play: "Play the sound file at `phrase`." }), "Whether to speak text (`Say`) or to play a sound file (`Play`)."),
		phrase: required(url(), "The URL of the sound file.", { aka: ["url", "play"] }),
	},
	{ name: "play action" },
);

/** What is said or played at one stage of a payment. */
export const payPrompt = map(
	{
		for: required(
			oneOf({
				"payment-card-number": meaning("Asks for the card's number.", "card-number", "credit-card-number", "card"),
				"expiration-date": meaning("Asks for the month and the year in which the card expires.", "expiry-date", "expiration", "expiry"),
				"security-code": meaning("Asks for the card's security code.", "cvv", "cvc"),
				"postal-code": meaning("Asks for the postal code of the billing address.", "zip", "zip-code", "postcode"),
				"bank-routing-number": engineValue("Asks for the bank's routing number."),
				"bank-account-number": engineValue("Asks for the number of the bank account."),
				"payment-processing": meaning("Heard while the payment is carried out.", "processing"),
				"payment-completed": meaning("Heard when the payment has succeeded.", "completed", "payment-success", "success"),
				"payment-failed": meaning("Heard when the payment has failed.", "failed", "failure"),
				"payment-cancelled": "Heard when the payment is called off. The published schema spells it so.",
				"payment-canceled": "Heard when the payment is called off. The documentation and the platform's own list spell it so.",
			}),
			"The stage of the payment that this prompt is for. A stage without a prompt of yours has SignalWire's.",
			{
				note: "Sources differ on the stage of a payment that is called off: `payment-cancelled` in the published schema, `payment-canceled` in the documentation.",
				unneeded: true,
				aka: ["step", "stage"],
			},
		),
		actions: required(list(union(say, play)), "What to say and play, in this order.", { unneeded: true, aka: ["action"] }),
		attempts: optional(
			words(" ", ["1", "2", "3", "4", "5"], { open: true }),
			"The attempts that this prompt is for, as one string of numbers separated by spaces: `2 3`. The first attempt is 1.",
			{ defaultNote: "all attempts", absent: true, note: "The platform's own list has `attempt` in its place. Both are accepted here." },
		),
		attempt: engine(text(), "The attempts that this prompt is for. The published reference calls it `attempts`."),
		play: engine(list(playObject)),
		require_matching_inputs: engine(text()),
		card_type: optional(words(" ", { ...cards, optima: "Optima." }), "The kinds of cards that this prompt is for, as one string, separated by spaces.", {
			defaultNote: "all kinds of cards",
			aka: ["card_types"],
		}),
		error_type: optional(
			words(" ", {
				timeout: "The caller entered nothing in time.",
				"invalid-card-number": "The card's number cannot be right.",
				"invalid-card-type": "This kind of card is not accepted.",
				"invalid-date": "The expiration date cannot be right.",
				"invalid-security-code": "The security code cannot be right.",
				"invalid-postal-code": "The postal code cannot be right.",
				"invalid-bank-routing-number": "The bank's routing number cannot be right.",
				"invalid-bank-account-number": "The account number cannot be right.",
				"input-matching-failed": "The two entries differ.",
				"session-in-progress": "Another payment is going on in this call.",
				"card-declined": "The card was declined.",
			}),
			"The errors that this prompt is for, as one string, separated by spaces.",
			{ aka: ["error_types", "error"] },
		),
	},
	{ name: "pay prompt" },
);

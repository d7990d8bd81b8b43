/** Steps that are often written together: offered by completion as one, in both syntaxes. Each is checked by the tests like any document. */
import type { Flavour, Json } from "./type.ts";

/** A place for the author to fill in, with what stands there at first. The same one in several places is filled in once. */
export interface Blank {
	readonly blank: string | number;
	/** The author's own words, in which any sign may stand. One that ends with a line break is block text. */
	readonly free?: true;
}

/** Data with blanks in it. */
export type Template = Json | Blank | readonly Template[] | { readonly [key: string]: Template };

export interface Shape {
	/** What is typed to get it: words without a blank, as a blank ends typing. */
	readonly name: string;
	readonly summary: string;
	readonly flavour: Flavour;
	/** The steps, in order. */
	readonly steps: readonly { readonly [method: string]: Template }[];
}

const blank = (text: string | number): Blank => ({ blank: text });
const words = (text: string): Blank => ({ blank: text, free: true });

/** Names that stand in several places of a shape. */
const menu = blank("menu");
const conference = words("all-hands");

/** What a section begins with when a whole document is written. */
const opening: { readonly [flavour in Flavour]: readonly Template[] } = { calling: [{ answer: {} }], messaging: [] };

/** A shape as a whole document. */
export function documentOf(shape: Shape): Template {
	return documentWith([...opening[shape.flavour], ...shape.steps]);
}

/** The smallest document worth beginning with. */
export function smallDocument(): Template {
	return documentWith([...opening.calling, ...openingSteps.calling]);
}

function documentWith(steps: readonly Template[]): Template {
	return { version: "1.0.0", sections: { main: steps } };
}

/** What a list of steps starts with when completion opens one. */
export const openingSteps: { readonly [flavour in Flavour]: readonly Template[] } = {
	calling: [{ play: { url: words("say:Hello") } }],
	messaging: [{ reply: { body: words("Thank you for your message.") } }],
};

/** The smallest steps that make a healthy section. */
export const smallestSteps: { readonly [flavour in Flavour]: readonly { readonly [method: string]: { readonly [param: string]: string } }[] } = {
	calling: [{ hangup: {} }],
	messaging: [{ reply: { body: "Thank you for your message." } }],
};

export const shapes: readonly Shape[] = [
	{
		name: "ivr_menu",
		summary: "A menu that asks for a key and branches on it, and asks again when the key is none of them.",
		flavour: "calling",
		steps: [
			{ label: menu },
			{ prompt: { play: words("say:For sales, press 1. For support, press 2.") } },
			{
				switch: {
					variable: "prompt_value",
					case: {
						"1": [{ connect: { to: blank("+15551230001") } }],
						"2": [{ connect: { to: blank("+15551230002") } }],
					},
					default: [{ play: { url: words("say:I did not get that.") } }, { goto: { label: menu, max: 3 } }],
				},
			},
		],
	},
	{
		name: "voicemail",
		summary: "A greeting, a recording after the beep, and goodbye.",
		flavour: "calling",
		steps: [
			{ play: { url: words("say:Nobody is here right now. Please leave a message after the beep.") } },
			{ record: { beep: true, max_length: blank(120), end_silence_timeout: 4 } },
			{ play: { url: words("say:Thank you. Goodbye.") } },
			{ hangup: {} },
		],
	},
	{
		name: "ai_agent",
		summary: "An AI voice agent with one function that it may call.",
		flavour: "calling",
		steps: [
			{
				ai: {
					prompt: { text: words("You are a friendly receptionist. Keep your answers short.\n") },
					SWAIG: {
						functions: [
							{
								function: blank("look_up_hours"),
								description: words("Looks up the opening hours of a day."),
								parameters: { type: "object", properties: { day: { type: "string", description: "The day of the week." } } },
								web_hook_url: blank("https://example.com/hours"),
							},
						],
					},
				},
			},
		],
	},
	{
		name: "ai_agent_with_data_map",
		summary: "An AI voice agent whose function calls a web service without a server of your own.",
		flavour: "calling",
		steps: [
			{
				ai: {
					prompt: { text: words("You answer questions about the weather.\n") },
					SWAIG: {
						functions: [
							{
								function: blank("get_weather"),
								description: "Gets the weather in a city.",
								parameters: { type: "object", properties: { city: { type: "string", description: "The city's name." } } },
								data_map: {
									webhooks: [
										{
											url: blank("https://example.com/weather?q=${enc:url:args.city}"),
											method: "GET",
											output: { response: words("It is ${temperature} degrees in ${args.city}.") },
										},
									],
								},
							},
						],
					},
				},
			},
		],
	},
	{
		name: "call_whisper",
		summary: "Connects the call once the person called has heard who it is and pressed a key.",
		flavour: "calling",
		steps: [
			{
				connect: {
					to: blank("+15551230001"),
					confirm: [
						{ prompt: { play: words("say:A customer is calling. Press 1 to take the call.") } },
						{ cond: [{ when: "prompt_value != '1'", then: [{ hangup: {} }] }] },
					],
				},
			},
		],
	},
	{
		name: "conference_with_moderator",
		summary: "The moderator starts and ends the conference; everyone else waits, muted.",
		flavour: "calling",
		steps: [
			{
				cond: [
					{ when: blank("call.from == '+15551230001'"), then: [{ join_conference: { name: conference, end_on_exit: true } }] },
					{ else: [{ join_conference: { name: conference, muted: true, start_on_enter: false } }] },
				],
			},
		],
	},
	{
		name: "keyword_reply",
		summary: "Answers a message by its first word.",
		flavour: "messaging",
		steps: [
			{
				switch: {
					variable: "message.body",
					transform: "lowercase_trim",
					case: { [`hours`]: [{ reply: { body: words("We are open from nine to five.") } }] },
					default: [{ reply: { body: words("Write HOURS for our opening hours.") } }],
				},
			},
		],
	},
];

/** Whole documents to begin a file with: offered by "New File". Each is checked by the tests like any document. */
import { shapes, type Template } from "./shapes.ts";

/** A document with a section for each key, in order. */
export interface Beginning {
	/** What it is called in a list to choose from. */
	readonly name: string;
	readonly summary: string;
	readonly sections: { readonly [section: string]: readonly Template[] };
}

const answer = { answer: {} };

/** In the order in which they are offered. */
export const beginnings: readonly Beginning[] = [
	{ name: "IVR", summary: "A menu that asks for a key and branches on it.", sections: { main: [answer, ...stepsOf("ivr_menu")] } },
	{ name: "Voicemail", summary: "A greeting, a recording after the beep, and goodbye.", sections: { main: [answer, ...stepsOf("voicemail")] } },
	{ name: "AI agent", summary: "An AI voice agent with one function that it may call.", sections: { main: [answer, ...stepsOf("ai_agent")] } },
	{
		name: "Conference",
		summary: "The moderator starts and ends the conference; everyone else waits, muted.",
		sections: { main: [answer, ...stepsOf("conference_with_moderator")] },
	},
	{ name: "Message", summary: "Answers a text message by its first word.", sections: { main: stepsOf("keyword_reply") } },
];

function stepsOf(shape: string): readonly Template[] {
	return shapes.find(({ name }) => name === shape)?.steps ?? [];
}

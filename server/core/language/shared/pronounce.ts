/** `pronounce`: how an AI agent says certain words. Shared by the whole agent and by each of its languages. */
import { boolean, list, map, optional, reads, required, text } from "../build.ts";

export const pronounce = list(
	map(
		{
			replace: required(text({ notBlank: true }), "The word or expression to say differently.", { aka: ["word", "text", "from"] }),
			with: required(text(), "What to say instead: the word spelled the way it sounds.", { aka: ["by", "to", "say", "pronunciation", "phonetic"] }),
			ignore_case: optional(reads("text and numbers", boolean()), "Whether upper and lower case of `replace` count as the same.", {
				default: true,
				aka: ["case_insensitive"],
			}),
		},
		{ name: "pronunciation", ignoredWithout: [{ of: ["replace"] }, { of: ["with"] }] },
	),
);

/** `hints`: words that speech recognition should expect. */
import { boolean, list, map, optional, reads, required, text, union } from "../build.ts";

const correction = map(
	{
		hint: required(text({ notBlank: true }), "The word or phrase to expect in what the caller says.", { aka: ["word", "phrase"] }),
		pattern: required(text({ format: "regex" }), "A regular expression for what may be heard in place of the hint.", { aka: ["regex"] }),
		replace: required(text(), "The text that takes the place of what `pattern` matches.", { aka: ["with", "replacement"] }),
		ignore_case: optional(reads("text", boolean()), "Whether `pattern` also matches in other upper and lower case.", {
			default: false,
			aka: ["case_insensitive"],
		}),
	},
	{ name: "hint" },
);

/** Each is a word to expect, or a correction of what was heard. */
export const hints = list(union(text({ notBlank: true }), correction));

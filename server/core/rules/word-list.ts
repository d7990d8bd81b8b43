import { nearest } from "../base/nearest.ts";
import { quote } from "../base/quote.ts";
import { led } from "../base/span.ts";
import type { Document } from "../document.ts";
import { calledIn, listed, shown } from "../model/describe.ts";
import type { Mismatch } from "../model/mismatch.ts";
import { type Word, wordsOf, wrongSeparator } from "../model/words.ts";
import { replaceScalar } from "../syntax/edit.ts";
import { offsetMap } from "../syntax/offsets.ts";
import { disputed, fix, mismatches } from "./find.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const wordList: Rule = {
	id: "word-list",
	level: "error",
	says: "Reports strings of several words, such as a list of events, with unknown or repeated words or the wrong separator.",
	why: "With an unknown word, the step fails or the event is never reported; with the wrong separator, the whole string counts as one unknown word.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start joined
#                                ~~~~~~ \`joined\` is not a valid value for \`status_callback_event\`; did you mean \`join\`?
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start,end
#                          ~~~~~~~~~ separate the values of \`status_callback_event\` with spaces, not commas
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start end start
#                                    ~~~~~ \`start\` is listed twice; remove one
`,
	],
	good: [
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start end join leave
`,
	],
	*check(document) {
		for (const mismatch of mismatches(document, "words")) yield* findings(document, mismatch);
	},
};

function* findings(document: Document, { bound, node, type }: Extract<Mismatch, { kind: "words" }>): Iterable<Finding> {
	const list = type.words;
	const value = node.value;
	if (!list || typeof value !== "string") return;
	const words = wordsOf(value, list);
	const name = calledIn(bound);
	if (wrongSeparator(value, list)) {
		const [right, wrong] = list.separator === " " ? ["spaces", "commas"] : ["commas", "spaces"];
		const message = `separate the values of ${name} with ${right}, not ${wrong}`;
		const parted = replaceScalar(document, node, words.map((word) => word.text).join(list.separator));
		yield { span: node.span, message, level: "warning", fixes: [fix(`Separate with ${right}`, [parted], true)], ...disputed(bound) };
	}
	const known = list.of.map((each) => String(each.value));
	const all = listed(list.of.map(shown), "and");
	const place = offsetMap(document.text, node);
	/** The list without a word, or with another in its place. */
	const rewrite = (title: string, word: Word, by: string | undefined, safe: boolean): readonly Fix[] => {
		if (words.length > mostWords) return [];
		const keep = words.flatMap((each) => (each === word ? (by ?? []) : each.text));
		const texts = by === undefined ? keep : [...new Set(keep)];
		return texts.length === 0 ? [] : [fix(title, [replaceScalar(document, node, texts.join(list.separator))], safe)];
	};
	for (const word of words) {
		if (word.state === "good") continue;
		const span = led(word, place);
		const duplicate = word.state === "duplicate";
		const meant = duplicate ? undefined : meantBy(word, known);
		const message = duplicate
			? `${quote(word.name)} is listed twice; remove one`
			: `${quote(word.name)} is not a valid value for ${name}; ${meant ? `did you mean \`${meant}\`?` : `valid values are ${all}`}`;
		const without = rewrite(`Remove ${quote(word.text)}`, word, undefined, duplicate).map((each) => (duplicate ? each : { ...each, drops: true as const }));
		const fixes = meant ? rewrite(`Change to \`${meant}\``, word, meant, false) : without;
		yield { span, message, ...(duplicate ? { level: "warning" as const } : {}), fixes, ...disputed(bound) };
	}
}

/** A fix for one word writes the list anew: for lists longer than anyone writes, that would be their length for each of their words. */
const mostWords = 40;

/** `joined` and `starting` mean `join` and `start`: an event word with another ending. */
function meantBy({ name }: Word, known: readonly string[]): string | undefined {
	const near = nearest(name, known);
	if (near !== undefined) return near;
	const bare = name.toLowerCase().replace(/^(?:conference|participant|recording)[-_.]?/, "");
	return known.find((each) => each.length > 2 && bare.startsWith(each));
}

import { nearest } from "../base/nearest.ts";
import type { Document } from "../document.ts";
import { calledIn, listed, shown } from "../model/describe.ts";
import type { Mismatch } from "../model/mismatch.ts";
import { type Word, wordsOf, wrongSeparator } from "../model/words.ts";
import { replaceScalar } from "../syntax/edit.ts";
import { sourceOffset } from "../syntax/offsets.ts";
import { disputed, fix, mismatches } from "./find.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const wordList: Rule = {
	id: "word-list",
	level: "error",
	says: "A text that lists words has only words it knows, each once, with the right separator between them.",
	why: "An unknown word stops the step or is never reported; with the wrong separator the whole text counts as one unknown word.",
	prevents: "relay_script_method_parameter_invalid_value",
	bad: [
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start joined
#                                ~~~~~~ \`joined\` is no word of \`status_callback_event\`; did you mean \`join\`?
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start,end
#                          ~~~~~~~~~ the words of \`status_callback_event\` are parted by spaces, not commas
`,
		`
- join_conference:
    name: support
    status_callback: https://example.com/events
    status_callback_event: start end start
#                                    ~~~~~ \`start\` is already in the list; remove one
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
	const rewrite = (title: string, keep: readonly string[], safe: boolean): Fix => fix(title, [replaceScalar(document, node, keep.join(list.separator))], safe);
	if (wrongSeparator(value, list)) {
		const [right, wrong] = list.separator === " " ? ["spaces", "commas"] : ["commas", "spaces"];
		const message = `the words of ${name} are parted by ${right}, not ${wrong}`;
		yield {
			span: node.span,
			message,
			level: "warning",
			fixes: [
				rewrite(
					`Part the words by ${right}`,
					words.map((word) => word.text),
					true,
				),
			],
			...disputed(bound),
		};
	}
	for (const word of words) {
		if (word.state === "good") continue;
		const span = { start: sourceOffset(document.text, node, word.start), end: sourceOffset(document.text, node, word.end) };
		const others = words.filter((each) => each !== word).map((each) => each.text);
		const surplus = word.state === "duplicate";
		const without: Fix = { ...rewrite(`Remove \`${word.text}\``, others, surplus), ...(surplus ? {} : { drops: true as const }) };
		if (surplus) {
			yield { span, message: `\`${word.name}\` is already in the list; remove one`, level: "warning", fixes: [without], ...disputed(bound) };
			continue;
		}
		const meant = meantBy(
			word,
			list.of.map((each) => String(each.value)),
		);
		const message = `\`${word.name}\` is no word of ${name}; ${meant ? `did you mean \`${meant}\`?` : `it has ${listed(list.of.map(shown), "and")}`}`;
		const replaced = words.map((each) => (each === word && meant ? meant : each.text));
		const fixes = meant ? [rewrite(`Replace by \`${meant}\``, [...new Set(replaced)], false)] : others.length > 0 ? [without] : [];
		yield { span, message, fixes, ...disputed(bound) };
	}
}

/** `joined` and `starting` mean `join` and `start`: an event word with another ending. */
function meantBy(word: Word, known: readonly string[]): string | undefined {
	return (
		nearest(word.name, known) ??
		known.find(
			(each) =>
				each.length > 2 &&
				word.name
					.toLowerCase()
					.replace(/^(?:conference|participant|recording)[-_.]?/, "")
					.startsWith(each),
		)
	);
}

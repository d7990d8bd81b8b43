/** Where a name leads, where else it stands, and another text for it, in both syntaxes. */
import { describe, expect, test } from "vitest";
import { definitions, follow } from "../server/core/features/references.ts";
import { rename, renameable } from "../server/core/features/rename.ts";
import { mentionsOfFile } from "../server/core/mentions.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { corpus, examples, open, twins } from "./fixture.ts";
import { toJson } from "./twin.ts";

const call = `version: 1.0.0
sections:
  main:
    - label: again
    - execute:
        dest: sales
    - goto:
        label: again
    - transfer:
        dest: https://example.com/next
    - ai:
        prompt:
          text: You are kind.
          contexts:
            default:
              steps:
                - name: greet
                  text: Say hello.
                  valid_steps: [ask, next]
                - name: ask
                  text: Ask.
                  functions: [look_up]
        SWAIG:
          functions:
            - function: look_up
              description: Looks it up.
              parameters: { type: object, properties: {} }
  sales:
    - label: again
    - goto: { label: again }
    - set: { count: 1 }
    - unset: count
    - execute: { dest: "sales" }
`;

/** Both syntaxes of a text. */
const both = (yaml: string): readonly (readonly [Format, string])[] => [
	["yaml", yaml],
	["json", toJson(yaml)],
];

/** The offset inside the `count`th place where a word stands. */
function within(text: string, word: string, count = 1): number {
	let at = -1;
	for (let n = 0; n < count; n++) at = text.indexOf(word, at + 1);
	return at + 1;
}

/** Which of all places where its word stands a name is the same as: `1` is the first in the text. */
function sameOnes(
	text: string,
	format: Format,
	word: string,
	count = 1,
): { readonly same: readonly number[]; readonly defined: readonly number[] } | undefined {
	const found = follow(open(text, format), within(text, word, count));
	const places = [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => index);
	const numbers = (mentions: readonly { readonly span: { readonly start: number; readonly end: number } }[]) =>
		mentions.map(({ span }) => {
			expect(text.slice(span.start, span.end)).toBe(word);
			return places.indexOf(span.start) + 1;
		});
	return found && { same: numbers(found.same), defined: numbers(definitions(found)) };
}

/** Why it cannot be done, whatever the line. */
function reason(answer: unknown): string | undefined {
	return typeof answer === "object" && answer !== null && "why" in answer ? String(answer.why).replace(/in line \d+/, "in line N") : undefined;
}

describe.each(both(call))("in %s", (format, text) => {
	test("a label, in its own section", () => {
		expect(sameOnes(text, format, "again", 2)).toEqual({ same: [1, 2], defined: [1] });
		expect(sameOnes(text, format, "again", 4)).toEqual({ same: [3, 4], defined: [3] });
	});

	test("a section, from wherever it is executed", () => {
		expect(sameOnes(text, format, "sales", 1)).toEqual({ same: [1, 2, 3], defined: [2] });
		expect(sameOnes(text, format, "sales", 3)).toEqual({ same: [1, 2, 3], defined: [2] });
	});

	test("a step of an agent, and a function", () => {
		expect(sameOnes(text, format, "ask")).toEqual({ same: [1, 2], defined: [2] });
		expect(sameOnes(text, format, "look_up", 1)).toEqual({ same: [1, 2], defined: [2] });
	});

	test("a variable", () => {
		expect(sameOnes(text, format, "count", 2)).toEqual({ same: [1, 2], defined: [1] });
	});

	test("what names nothing leads nowhere", () => {
		for (const word of ["https", "next", "kind", "goto", "version"]) expect(follow(open(text, format), within(text, word)), word).toBeUndefined();
	});

	test("renamed everywhere, and nothing else", () => {
		const file = open(text, format);
		const edits = rename(file, within(text, "sales"), "orders");
		expect(Array.isArray(edits) && applyEdits(text, edits)).toBe(text.replaceAll("sales", "orders"));
		const label = rename(file, within(text, "again", 3), "once more");
		const changed = Array.isArray(label) ? applyEdits(text, label) : "";
		expect(sameOnes(changed, format, "once more", 1)).toEqual({ same: [1, 2], defined: [1] });
		expect(sameOnes(changed, format, "again", 1)).toEqual({ same: [1, 2], defined: [1] });
	});

	test.each([
		["main", "orders", "`main` has a meaning of its own, and keeps its name"],
		["sales", "main", "another section is called `main`, in line N"],
		["sales", "https://a.example", "`https://a.example` would be read as an address or a document, not as the name of a section"],
		["sales", "${next}", "`${next}` would be filled in at run time"],
		["sales", " ", "a name cannot begin or end with a space"],
		["count", "sum", "variable `count` may stand in expressions, which are not renamed yet"],
	])("%s is not called %s", (word, name, why) => {
		const file = open(text, format);
		expect(reason(rename(file, within(text, word), name))).toBe(why);
	});
});

test.each(
	both(`sections:
  main:
    - execute: { dest: gone }
    - execute: { dest: "%{vars.next}" }
    - execute: { dest: one }
  one:
    - label: twice
    - label: twice
    - goto: { label: twice }
`),
)("what cannot be renamed, in %s", (format, text) => {
	const file = open(text, format);
	expect(reason(renameable(file, within(text, "gone")))).toBe("section `gone` is introduced nowhere in this file");
	expect(reason(renameable(file, within(text, "one", 2)))).toBe("`%{vars.next}` in line N is filled in at run time, and may name it");
	expect(reason(renameable(file, within(text, "twice")))).toBe("2 things are called `twice`; rename them by hand first");
});

test("there and back again, for all names of the corpus and the examples", () => {
	const files = [...(corpus() ?? []), ...examples()].map(({ text, format }) => [text, format] as const);
	for (const { texts } of twins()) for (const [format, text] of texts) files.push([text, format]);
	let names = 0;
	for (const [text, format] of files) {
		const file = open(text, format);
		for (const mention of mentionsOfFile(file)) {
			expect(0 <= mention.span.start && mention.span.start <= mention.span.end && mention.span.end <= text.length).toBe(true);
			if (mention.dynamic) continue;
			const followed = follow(file, mention.span.start);
			// Each of them knows the others.
			for (const other of followed?.same ?? [])
				expect(follow(file, other.span.start)?.same.map(({ span }) => span)).toEqual(followed?.same.map(({ span }) => span));
			const edits = rename(file, mention.span.start, "another_name");
			if (!Array.isArray(edits)) continue;
			names++;
			const changed = applyEdits(text, edits);
			const first = Math.min(...edits.map(({ span }) => span.start));
			const at = mentionsOfFile(open(changed, format)).find(({ name, span }) => name === "another_name" && span.start >= first)?.span.start ?? -1;
			const back = rename(open(changed, format), at, mention.name);
			expect(Array.isArray(back) && applyEdits(changed, back)).toBe(text);
		}
	}
	console.log(`${names} names renamed and back`);
});

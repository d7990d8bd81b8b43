/** Where lines end: one idea for the server, and the protocol's own. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { breakOf, lineEnd, lineStart, linesOf, nextLine } from "../../server/core/base/lines.ts";
import type { Format } from "../../server/core/syntax/node.ts";
import { fixed, problemsOf, shown } from "../fixture.ts";

const texts = fc.array(fc.constantFrom("\r", "\n", "\r\n", "a", "é", "\u{1F600}", "\u2028", " "), { maxLength: 30 }).map((parts) => parts.join(""));

test("places are those of the protocol, both ways, whatever breaks the lines", () => {
	fc.assert(
		fc.property(texts, fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 }), (text, line, character) => {
			const lines = linesOf(text);
			const theirs = TextDocument.create("a", "b", 1, text);
			for (let offset = -1; offset <= text.length + 1; offset++)
				expect(lines.position(offset), JSON.stringify([text, offset])).toEqual(theirs.positionAt(offset));
			expect(lines.offset({ line, character }), JSON.stringify([text, line, character])).toBe(theirs.offsetAt({ line, character }));
		}),
		{ numRuns: 3000 },
	);
});

test("looking for one line gives what all lines together give", () => {
	fc.assert(
		fc.property(texts, (text) => {
			const lines = linesOf(text);
			for (let offset = 0; offset <= text.length; offset++) {
				expect(lineStart(text, offset), JSON.stringify([text, offset])).toBe(lines.start(offset));
				expect(lineEnd(text, offset), JSON.stringify([text, offset])).toBe(lines.end(offset));
			}
			let count = 0;
			for (let at = lineEnd(text, 0); at < text.length; at = lineEnd(text, nextLine(text, at))) count++;
			expect(count).toBe(TextDocument.create("a", "b", 1, text).lineCount - 1);
		}),
		{ numRuns: 1000 },
	);
});

test("a text breaks its lines as it does first", () => {
	expect(["a", "a\nb\r\n", "a\r\nb\n", "a\rb\n", ""].map(breakOf)).toEqual(["\n", "\n", "\r\n", "\r", "\n"]);
});

const written: readonly (readonly [Format, string])[] = [
	[
		"yaml",
		`version: 1.0.0
sections:
  main:
    - join_conference:
        muted: false
        beeep: onEnter
        status_callback: https://example.com
        status_callback_event: >-
          start
          joined
    - play:
        url: say:Press 1 #then 2
    # swml-ignore unknown-method
    - paly: {}
    - execute:
        dest: "a
          b"
`,
	],
	[
		"json",
		'{\n  "version": "1.0.0",\n  "sections": {\n    "main": [\n      { "join_conference": { "beeep": "onEnter" } },\n      // c\n      { "paly": "x }\n    ]\n  }\n}\n',
	],
	["yaml", 'sections:\n  main:\n    - play: say: Hi\n\t- hangup: {}\n    - prompt: "x\n    -hangup: {}\n'],
	["yaml", "sections:\n  main:\n    - play: “x”\n  - hangup: {}\nother: *a\n"],
];

test.each(written)("example %#, %s: `\\r` for every line break changes nothing", (format, text) => {
	const old = text.replaceAll("\n", "\r");
	const [here, there] = [problemsOf(text, format), problemsOf(old, format)];
	expect(here.length).toBeGreaterThan(0);
	expect(shown(old, there).map((each) => each.replaceAll("\\r", "\\n"))).toEqual(shown(text, here));
	expect(there.map(({ span }) => span)).toEqual(here.map(({ span }) => span));
	const fixesOf = (source: string, problems: typeof here) => problems.flatMap(({ fixes }) => fixes.map((fix) => [fix.title, fixed(source, fix)]));
	expect(fixesOf(old, there).map(([title, after]) => [title, after?.replaceAll("\r", "\n")])).toEqual(fixesOf(text, here));
	for (const [, after] of fixesOf(old, there)) expect(after).not.toContain("\n");
});

test("a lone `\\r` ends a comment", () => {
	expect(problemsOf("sections:\r  main: # x\r    # swml-ignore unknown-method\r    - paly: {}\r    - hangup: {}\r")).toEqual([]);
});

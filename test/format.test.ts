/** Formatting, as a user sees it: what changes, and what never does. */
import { describe, expect, test } from "vitest";
import { format, formatTyped } from "../server/core/features/format.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { LayoutOptions } from "../server/core/syntax/format.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open } from "./fixture.ts";

const plain: LayoutOptions = { tabSize: 2, insertSpaces: true };
const tidy: LayoutOptions = { ...plain, trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };

/** The text laid out; the marks `«` and `»` around a part lay out only its lines. */
function laidOut(marked: string, syntax: Format = "yaml", options = plain): string {
	const [from, to] = [marked.indexOf("«"), marked.indexOf("»")];
	const text = marked.replace(/[«»]/g, "");
	return applyEdits(text, format(open(text, syntax), options, from < 0 ? undefined : { start: from, end: to - 1 }));
}

/** The text after a sign was typed: the one before `<|>`, or the line break before the blanks there. */
function typed(marked: string, syntax: Format = "yaml"): string {
	const at = marked.indexOf("<|>");
	const text = marked.replace("<|>", "");
	const sign = text.slice(0, at).trimEnd() === text.slice(0, at) ? (text[at - 1] ?? "") : "\n";
	return applyEdits(text, formatTyped(open(text, syntax), at, sign, plain));
}

describe("YAML", () => {
	test("levels, lists below keys, what stands behind a dash", () => {
		expect(
			laidOut(`version: 1.0.0
sections:
    main:
    -   answer: {}
    -   prompt:
                play:   say:Hello
                max_digits : 1
    -
            hangup: {}
    last:
        - switch:
            variable: x
            case:
             "1": [hangup]
`),
		).toBe(`version: 1.0.0
sections:
  main:
    - answer: {}
    - prompt:
        play: say:Hello
        max_digits: 1
    -
      hangup: {}
  last:
    - switch:
        variable: x
        case:
          "1": [hangup]
`);
	});

	test("four blanks where the editor says four", () => {
		expect(laidOut("sections:\n  main:\n    - play:\n        url: say:a\n", "yaml", { tabSize: 4, insertSpaces: false })).toBe(
			"sections:\n    main:\n        - play:\n              url: say:a\n",
		);
	});

	test("what stands below a dash stands two blanks deeper, however wide a level is; blank lines in texts stay", () => {
		expect(laidOut("a:\n-\n      b: |\n        x\n  \n        y\n", "yaml", { ...tidy, tabSize: 4 })).toBe(
			"a:\n    -\n      b: |\n          x\n  \n          y\n",
		);
	});

	test("braces and brackets: one blank after colon and comma, one inside braces, none inside brackets", () => {
		expect(laidOut('- {a: 1 ,b :[ 1,2 ],"c":{ }, d: [ ],  e: {"f":"g"}}\n- [a: 1,  b]\n- {   x: 1}\n')).toBe(
			'- { a: 1, b: [1, 2], "c": {}, d: [], e: { "f": "g" } }\n- [a: 1, b]\n- { x: 1 }\n',
		);
	});

	test("braces over several lines", () => {
		expect(laidOut("sections:\n    main: [\n         { answer: {} }, {\n       play: {\n      url: say:a }\n      },\n            hangup\n     ]\n")).toBe(
			"sections:\n  main: [\n    { answer: {} }, {\n      play: {\n        url: say:a }\n    },\n    hangup\n  ]\n",
		);
		expect(laidOut('{\n"sections":{\n"main":[\n{"answer":{}}\n]\n}\n}\n')).toBe('{\n  "sections": {\n    "main": [\n      { "answer": {} }\n    ]\n  }\n}\n');
	});

	test("texts keep what they say: blocks, folds, quotes, blank lines, blanks at their ends", () => {
		const text = (indent: string, deep: string) =>
			[
				"a:",
				`${indent}b: |`,
				`${deep}one  `,
				`${deep}  # two`,
				"",
				`${deep}three`,
				`${indent}c: >-`,
				`${deep}folded`,
				`${deep}on`,
				`${indent}d: "quoted`,
				"",
				`${deep}on"`,
				`${indent}e: plain`,
				`${deep}on`,
				"",
				"",
				`${indent}f: 'x'`,
				"",
			].join("\n");
		expect(laidOut(text("    ", "        "), "yaml", tidy)).toBe(
			// Further lines of quoted and bare texts keep their places beside their keys.
			text("  ", "    ").replace('    on"', '      on"').replace("plain\n    on", "plain\n      on"),
		);
		expect(laidOut("a:\n    b: |2\n       kept\n    c: |+\n      x\n\n\n")).toBe("a:\n  b: |2\n     kept\n  c: |+\n    x\n\n\n");
	});

	test("comments go with what they stand beside", () => {
		expect(
			laidOut(`# top
sections:
# of main
    main:   # here
        # of answer
        - answer: {}
          # of nothing below
        - play:
            url: say:a   # spoken
            # of volume
            volume: 3
        # the end of main
    # the end of sections
# the end
`),
		).toBe(`# top
sections:
# of main
  main:   # here
    # of answer
    - answer: {}
      # of nothing below
    - play:
        url: say:a   # spoken
        # of volume
        volume: 3
    # the end of main
  # the end of sections
# the end
`);
	});

	test("a comment below a text never becomes part of it", () => {
		expect(laidOut("a:\n  b: |\n    x\n   # c\nd: 1\n", "yaml", { ...plain, tabSize: 1 })).toBe("a:\n b: |\n  x\n # c\nd: 1\n");
	});

	test("anchors, aliases, merges, tags, documents and marks", () => {
		expect(
			laidOut(
				'%YAML 1.2\n---\nbase: &b\n    x: 1\nsections:\n    main:\n        - play: &p\n              url: "say:a"\n        - <<: *b\n        - !t  {a: 1}\n...\n',
			),
		).toBe('%YAML 1.2\n---\nbase: &b\n  x: 1\nsections:\n  main:\n    - play: &p\n        url: "say:a"\n    - <<: *b\n    - !t  {a: 1}\n...\n');
		expect(laidOut("\uFEFFa:\n    b: 1\n")).toBe("\uFEFFa:\n  b: 1\n");
	});

	test("Windows line breaks stay", () => {
		expect(laidOut("a:\r\n    b: |\r\n        x\r\n    c: [1,2]  \r\n\r\n\r\n", "yaml", tidy)).toBe("a:\r\n  b: |\r\n    x\r\n  c: [1, 2]\r\n");
		expect(laidOut("a:\r\n    b: 1", "yaml", tidy)).toBe("a:\r\n  b: 1\r\n");
	});

	test("blanks and lines at the end only where the editor wants that", () => {
		expect(laidOut("a: 1  \n \n\n")).toBe("a: 1  \n \n\n");
		expect(laidOut("a: 1  \n \n\n", "yaml", { ...plain, trimTrailingWhitespace: true })).toBe("a: 1\n\n\n");
		expect(laidOut("a: 1  \n\n\n", "yaml", { ...plain, trimFinalNewlines: true })).toBe("a: 1  \n");
		expect(laidOut("a: 1", "yaml", { ...plain, insertFinalNewline: true })).toBe("a: 1\n");
		expect(laidOut("a: |+\n  x\n\n\n", "yaml", tidy)).toBe("a: |+\n  x\n\n\n");
		expect(laidOut("", "yaml", tidy)).toBe("");
	});

	test("what is not understood moves as it is, and the rest is laid out", () => {
		expect(
			laidOut("sections:\n    main:\n        - answer: {}\n        - play: { url: say:a,\n              volume:\n    last:\n            - hangup:   {}\n"),
		).toBe("sections:\n  main:\n    - answer: {}\n    - play: { url: say:a,\n          volume:\n  last:\n    - hangup: {}\n");
		expect(laidOut("sections:\n    main:\n        - answer: {}\n        - pla\n        - \n    last:\n            - hangup:   {}\n")).toBe(
			"sections:\n  main:\n    - answer: {}\n    - pla\n    - \n  last:\n    - hangup: {}\n",
		);
		expect(laidOut('sections:\n    main:\n        - play: "say:a\n    last:\n            - hangup:   {}\n')).toBe(
			'sections:\n  main:\n    - play: "say:a\n  last:\n    - hangup: {}\n',
		);
	});

	test("what is as it should be is not touched; what changes is blanks, line by line", () => {
		const healthy = "# a\nsections:\n  main:\n    - answer: {}\n";
		expect(format(open(healthy), tidy)).toEqual([]);
		expect(format(open("sections:\n  main:\n  - answer: {}\n"), tidy)).toEqual([{ span: { start: 18, end: 18 }, text: "  " }]);
		expect(format(open("a:\n    b: [1,2]\n"), tidy)).toEqual([
			{ span: { start: 3, end: 5 }, text: "" },
			{ span: { start: 13, end: 13 }, text: " " },
		]);
	});
});

describe("JSON", () => {
	test("as VS Code's own formatter has it", () => {
		expect(laidOut('{"sections":{"main":[{"answer":{}},\n\n   {"play":{"url":"say:a","volume":3}}]}}', "json", tidy)).toBe(`{
  "sections": {
    "main": [
      {
        "answer": {}
      },
      {
        "play": {
          "url": "say:a",
          "volume": 3
        }
      }
    ]
  }
}
`);
	});

	test("tabs, Windows line breaks, a byte order mark", () => {
		expect(laidOut('\uFEFF{\r\n"a": [1]}\r\n', "json", { tabSize: 4, insertSpaces: false })).toBe('\uFEFF{\r\n\t"a": [\r\n\t\t1\r\n\t]\r\n}\r\n');
		expect(laidOut('{ "a": 1 }\n\n', "json")).toBe('{\n  "a": 1\n}\n\n');
		expect(laidOut('{ "a": 1 }\n\n', "json", tidy)).toBe('{\n  "a": 1\n}\n');
	});

	test("half typed: what is there is laid out, nothing is added", () => {
		expect(laidOut('{"a": [1,\n2\n"b": "x', "json")).toBe('{\n  "a": [\n    1,\n    2\n"b": "x');
		expect(laidOut("", "json", tidy)).toBe("");
	});
});

describe("a part", () => {
	test("YAML: only its lines, beside what stands around it", () => {
		expect(laidOut("sections:\n    main:\n        «- play:\n                 url: say:a\n»        - hangup:   {}\n    last: [a,b]\n")).toBe(
			"sections:\n    main:\n        - play:\n            url: say:a\n        - hangup:   {}\n    last: [a,b]\n",
		);
		expect(laidOut("sections:\n  main:\n     «- answer: {}\n     - hangup:   {}\n»  last: [a,b]\n")).toBe(
			"sections:\n  main:\n    - answer: {}\n    - hangup: {}\n  last: [a,b]\n",
		);
	});

	test("JSON: only its lines", () => {
		expect(laidOut('{\n  "a":   1,\n«  "b":   2,\n»  "c":   3\n}\n', "json")).toBe('{\n  "a":   1,\n  "b": 2,\n  "c":   3\n}\n');
	});
});

describe("while typing", () => {
	test("YAML: after a line break the blanks of the line above, and nothing that moves a line", () => {
		expect(typed("a:\n      b:   [1,2]\n<|>      \n")).toBe("a:\n      b: [1, 2]\n      \n");
		expect(typed("a:\n    - x:   1\n      <|>")).toBe("a:\n    - x: 1\n      ");
		expect(typed("<|>a")).toBe("a");
	});

	test("YAML: after a bracket what it closes", () => {
		expect(typed("a: {b: [1,2],c: 3}<|>\nd:   4\n")).toBe("a: { b: [1, 2], c: 3 }\nd:   4\n");
		expect(typed("a: {b: [1,2]<|>,c: 3}\n")).toBe("a: {b: [1, 2],c: 3}\n");
	});

	test("JSON: no line is broken, and none joined", () => {
		expect(typed('{ "a": {"b":1,"c":[1,2]}<|> }', "json")).toBe('{ "a": { "b": 1, "c": [1, 2] } }');
		expect(typed('{\n  "a": {\n        "b":1\n      }<|>\n}\n', "json")).toBe('{\n  "a": {\n    "b": 1\n  }\n}\n');
		expect(typed('{"a": {}<|>}', "json")).toBe('{"a": {}}');
		expect(typed('{\n  "a":1,\n<|>\n}\n', "json")).toBe('{\n  "a": 1,\n\n}\n');
	});
});

/** Outline, folding, selection and links of documents as people write them, in both syntaxes. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Span } from "../server/core/base/span.ts";
import { folds } from "../server/core/features/folding.ts";
import { links } from "../server/core/features/links.ts";
import { selections } from "../server/core/features/selection.ts";
import { type Outlined, outline } from "../server/core/features/symbols.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open } from "./fixture.ts";
import { toJson } from "./twin.ts";

const kinds: { readonly [kind: number]: string } = {
	3: "namespace",
	5: "class",
	6: "method",
	7: "property",
	10: "enum",
	12: "function",
	19: "object",
	20: "key",
	22: "member",
	24: "event",
};

/** An outline as it looks: one line for each symbol, its kind in front, indented. */
function tree(list: readonly Outlined[], indent = ""): readonly string[] {
	return list.flatMap((each) => [`${indent}${kinds[each.kind] ?? each.kind} ${each.name}`, ...tree(each.children, `${indent}  `)]);
}

/** The symbol of this name, wherever it is. */
function named(list: readonly Outlined[], name: string): Outlined {
	const all = (from: readonly Outlined[]): readonly Outlined[] => from.flatMap((each) => [each, ...all(each.children)]);
	const found = all(list).find((each) => each.name === name);
	if (!found) throw new Error(`no symbol ${name}`);
	return found;
}

const cut = (text: string, { start, end }: Span) => text.slice(start, end);

/** The same document in both syntaxes. */
function both(yaml: string): readonly (readonly [Format, string])[] {
	return [
		["yaml", yaml],
		["json", toJson(yaml)],
	];
}

const example = (file: string) => readFileSync(join(resolve(import.meta.dirname, "../examples"), file), "utf8");

describe("the outline", () => {
	test.each(both(example("ivr.yaml")))("of an IVR, in %s", (format, text) => {
		expect(tree(outline(open(text, format)))).toEqual([
			"namespace main",
			"  method answer",
			"  key label: menu",
			"  method prompt: Press 1 for sales, 2 for support, or 9 to hear this again.",
			"  enum switch: prompt_value",
			"    member case: 1",
			"      method transfer: sales",
			"    member case: 2",
			"      method transfer: support",
			"    member case: 9",
			"      method goto: menu",
			"    member default",
			"      method play: Sorry, that is no choice.",
			"  method hangup",
			"namespace sales",
			"  method connect: +15551230001",
			"namespace support",
			"  method join_conference: support-line",
		]);
	});

	const agent = `version: 1.0.0
sections:
  main:
    - ai:
        prompt:
          pom:
            - title: Personality
              body: Be brief.
            - body: You sell flowers.
          contexts:
            default:
              steps:
                - name: greet
                  text: Say hello.
                - name: order
                  text: Take the order.
        languages:
          - name: English
            code: en-US
            voice: rime.spore
        SWAIG:
          functions:
            - function: check_stock
              description: Whether there are roses.
              parameters:
                type: object
                properties:
                  flower:
                    type: string
              data_map:
                output:
                  response: Done.
                  action:
                    - SWML:
                        version: 1.0.0
                        sections:
                          main:
                            - transfer: shop
`;
	test.each(both(agent))("of an agent: contexts with their steps, functions by name, a document inside, in %s", (format, text) => {
		expect(tree(outline(open(text, format)))).toEqual([
			"namespace main",
			"  method ai: Personality, …",
			"    property prompt",
			"      property pom",
			"        object Personality",
			"        object body: You sell flowers.",
			"      property contexts",
			"        class default",
			"          event greet",
			"          event order",
			"    property languages",
			"      object English",
			"    property SWAIG",
			"      function check_stock",
			"        property parameters",
			"          property properties",
			"            object flower",
			"        property data_map",
			"          property output",
			"            property action",
			"              property SWML",
			"                namespace main",
			"                  method transfer: shop",
		]);
	});

	const branches = `version: 1.0.0
sections:
  main:
    - cond:
        - when: call.type == 'sip'
          then:
            - play: { urls: ["say: Hello", "https://example.com/a.wav"] }
        - when: call.type == 'phone'
          then:
            - set: { who: phone, why: test }
          else:
            - hangup
        - else:
            - connect:
                parallel:
                  - to: "+12025550142"
                  - to: sip:a@example.com
                confirm:
                  - play: say:You have a call.
    - execute:
        dest: next
        result:
          variable: return_value
          case:
            "yes":
              - hangup: busy
`;
	test.each(both(branches))("of branches, in %s", (format, text) => {
		expect(tree(outline(open(text, format)))).toEqual([
			"namespace main",
			"  enum cond: call.type == 'sip', …",
			"    member when: call.type == 'sip'",
			"      method play: Hello, …",
			"    member when: call.type == 'phone'",
			"      member then",
			"        method set: who, why",
			"      member else",
			"        method hangup",
			"    member else",
			"      method connect: +12025550142, …",
			"        property parallel",
			"          object to: +12025550142",
			"          object to: sip:a@example.com",
			"        member confirm",
			"          method play: You have a call.",
			"  method execute: next",
			"    property result",
			"      member case: yes",
			"        method hangup: busy",
		]);
	});

	test.each(both(agent))("says where things are, in %s", (format, text) => {
		const list = outline(open(text, format));
		const step = named(list, "order");
		const [quote, key] = format === "json" ? ['"', '"'] : ["", ""];
		expect(cut(text, step.selection)).toBe(`${quote}order${quote}`);
		expect(cut(text, step.span)).toContain("Take the order.");
		expect(cut(text, step.span)).not.toContain("Say hello.");
		expect(cut(text, named(list, "ai: Personality, …").selection)).toBe(`${key}ai${key}`);
		expect(cut(text, named(list, "SWAIG").span)).toContain("check_stock");
	});

	test("of a document inside a string: in its place", () => {
		const text = `version: 1.0.0\nsections:\n  main:\n    - transfer: '{ "sections": { "main": [{ "play": "say:Hi" }] } }'\n`;
		const list = outline(open(text));
		expect(tree(list)).toEqual([
			"namespace main",
			'  method transfer: { "sections": { "main": [{ "play": "say:Hi" }] } }',
			"    namespace main",
			"      method play: Hi",
		]);
		expect(cut(text, named(list, "play: Hi").span)).toBe('{ "play": "say:Hi" }');
	});

	test("of what is half typed", () => {
		expect(tree(outline(open("")))).toEqual([]);
		expect(tree(outline(open("{", "json")))).toEqual([]);
		expect(tree(outline(open("sections:\n  main:\n    - pla\n    - \n    - prompt:\n    - answer: {}\n      hangup: {}\n  \n")))).toEqual([
			"namespace main",
			"  method pla",
			"  method prompt",
			"  method answer",
			"  method hangup",
		]);
		expect(tree(outline(open('{"sections": {"main": [{"prompt": {"play": "say:Press', "json")))).toEqual(["namespace main", "  method prompt: Press"]);
		expect(tree(outline(open("sections:\n  main: []\nfunctions:\n  a:\n    b: 1\n")))).toEqual(["namespace main", "property functions", "  object a"]);
	});

	test("a name is one line of at most 80 signs, without what is no sign", () => {
		const one = (value: string) => tree(outline(open(`sections:\n  main:\n    - play: ${value}\n`)))[1];
		expect(one(JSON.stringify(`say:${"long ".repeat(40)}`))).toBe(`  method play: ${"long ".repeat(15).slice(0, 73).trimEnd()}…`);
		expect(one('"say:a\\nb\\u0007c\\u202Ed"')).toBe("  method play: a b c d");
		expect(one(JSON.stringify(`say:${"👩".repeat(100)}`))).toBe(`  method play: ${"👩".repeat(73)}…`);
		expect(tree(outline(open('sections:\n  "":\n    - hangup\n')))).toEqual(['namespace ""', "  method hangup"]);
	});
});

/** Folds as lines, from 1: `first-last`. */
function folded(text: string, format: Format): readonly string[] {
	const line = (offset: number) => text.slice(0, offset).split("\n").length;
	return folds(open(text, format)).map(({ span, kind }) => `${line(span.start)}-${line(span.end)}${kind ? ` ${kind}` : ""}`);
}

describe("folding", () => {
	test("YAML: comments, sections, steps, texts, braces", () => {
		const text = `# swml
# Support line.
version: 1.0.0
sections:
  main:
    - answer: {}
    # alone
    - prompt:
        play: "say:Press 1 now."
        max_digits: 1
    - set: { a: 1,
             b: 2
           }
    - ai:
        prompt:
          text: |
            # You are Mira.
            # Be brief.

  last:
    -
      hangup: {}
`;
		const expected = ["1-2 comment", "4-22", "5-18", "8-10", "11-12", "14-18", "15-18", "16-18", "20-22", "21-22"];
		expect(folded(text, "yaml")).toEqual(expected);
		expect(folded(text.replaceAll("\n", "\r\n"), "yaml")).toEqual(expected);
	});

	test("JSON: a closing bracket on its own line stays", () => {
		expect(folded('{ "sections": { "main": [{\n    "answer": {} }, {\n    "hangup": {}\n}] } }\n', "json")).toEqual(["1-3", "2-3"]);
		expect(folded('{\n  "sections": { "main": [\n    { "answer": {} },\n    {\n      "hangup": {\n      }\n    }\n  ] }\n}\n', "json")).toEqual([
			"1-8",
			"2-7",
			"4-6",
		]);
		expect(folded('{ "a": [], "b": {} }', "json")).toEqual([]);
	});
});

describe("selection", () => {
	/** What is selected, from the inside out, at the first place of a text. */
	const grow = (text: string, format: Format, at: string) => {
		const document = open(text, format);
		return selections(document, text.indexOf(at)).map((span) => cut(text, span));
	};

	test("YAML: word, text, quotes, entry, params, step, steps, section, sections, document", () => {
		const text = `version: 1.0.0\nsections:\n  main:\n    - answer: {}\n    - play:\n        url: "say:Hello you"\n        volume: 3\n# end\n`;
		const params = 'url: "say:Hello you"\n        volume: 3';
		const inner = ["say:Hello you", '"say:Hello you"', 'url: "say:Hello you"'];
		const outer = [
			params,
			`play:\n        ${params}`,
			`- play:\n        ${params}`,
			`- answer: {}\n    - play:\n        ${params}`,
			`main:\n    - answer: {}\n    - play:\n        ${params}`,
			`sections:\n  main:\n    - answer: {}\n    - play:\n        ${params}`,
			text.slice(0, -"\n# end\n".length),
			text,
		];
		expect(grow(text, "yaml", "Hello")).toEqual(["Hello", ...inner, ...outer]);
		expect(grow(text, "yaml", "volume")).toEqual(["volume", "volume: 3", ...outer]);
		expect(grow(text, "yaml", "end")).toEqual(["end", text]);
	});

	test("JSON: the same, with what stands inside the brackets", () => {
		const step = '{ "play": { "url": "say:Hello you", "volume": 3 } }';
		const text = `{ "sections": { "main": [{ "answer": {} }, ${step}] } }`;
		expect(grow(text, "json", "Hello")).toEqual([
			"Hello",
			"say:Hello you",
			'"say:Hello you"',
			'"url": "say:Hello you"',
			'"url": "say:Hello you", "volume": 3',
			'{ "url": "say:Hello you", "volume": 3 }',
			step.slice(2, -2),
			step,
			`{ "answer": {} }, ${step}`,
			`[{ "answer": {} }, ${step}]`,
			`"main": [{ "answer": {} }, ${step}]`,
			`{ "main": [{ "answer": {} }, ${step}] }`,
			text.slice(2, -2),
			text,
		]);
	});

	test("a text of several lines: word, line, text, with its sign, entry", () => {
		const text = "sections:\n  main:\n    - ai:\n        prompt:\n          text: |\n            You are Mira.\n            Be brief.\n";
		expect(grow(text, "yaml", "Mira").slice(0, 5)).toEqual([
			"Mira",
			"You are Mira.",
			"You are Mira.\n            Be brief.",
			"|\n            You are Mira.\n            Be brief.",
			"text: |\n            You are Mira.\n            Be brief.",
		]);
	});
});

test.each(
	both(`sections:
  main:
    - play: https://example.com/hello.wav
    - play: say:https://example.com/hello.wav
    - play: say:See https://example.com for more.
    - request: { url: "https://\${host}/x", method: GET }
    - request: { url: "https://user:pass@example.com/x?a=1&b=%20#c", method: GET }
    - request: { url: "https://example.com/%{id}", method: GET }
    - connect: { to: "wss://example.com" }
`),
)("links: what is an address from end to end, in %s", (format, text) => {
	expect(links(open(text, format)).map(({ span, target }) => [cut(text, span), target])).toEqual(
		["https://example.com/hello.wav", "https://user:pass@example.com/x?a=1&b=%20#c"].map((url) => [url, url]),
	);
});

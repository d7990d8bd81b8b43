/** A file read step by step says the same as one that is read as a whole, at every place. */
import { describe, expect, test } from "vitest";
import { type Document, faultsOf, openDocument, remember, reopen } from "../server/core/document.ts";
import { complete } from "../server/core/features/complete.ts";
import { hover } from "../server/core/features/hover.ts";
import { check } from "../server/core/rules/check.ts";
import { dataOf, type Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { cut, excerpt } from "../server/core/syntax/parts.ts";
import { corpus, examples, twins } from "./fixture.ts";

const documents = [
	...(corpus() ?? []),
	...examples(),
	...twins().flatMap(({ name, texts }) => texts.map(([format, text]) => ({ file: name, text, format }))),
].map(({ file, text, format }) => [`${file} as ${format}`, text, format] as const);

/** The same text, read in one piece. */
function inOne(text: string, format: Format): Document {
	return reopen(openDocument(text, format), text);
}

const client = { snippets: true, markdown: true };

describe("in parts as in one", () => {
	test.each(documents)("%s", (_, text, format) => {
		const file = openDocument(text, format);
		const one = inOne(text, format);
		expect(faultsOf(file).length > 0).toBe(faultsOf(one).length > 0);
		if (faultsOf(one).length > 0) return;
		expect(file.tree()).toEqual(one.tree());
		expect(check(file)).toEqual(check(one));
		const step = Math.max(1, Math.floor(text.length / 12));
		for (let offset = 0; offset <= text.length; offset += step) {
			expect(hover(file, offset)).toEqual(hover(one, offset));
			expect(complete(file, offset, client)).toEqual(complete(one, offset, client));
		}
	});
});

describe("where a file is cut", () => {
	const steps = (text: string, format: Format) => cut(text, format).map(({ start, end }) => text.slice(start, end));

	test("steps with the comments above them, whatever stands around", () => {
		const text =
			'---\nsections: # all\n  main:\n\n    # first\n    - answer: {}\n\n    # second\n    - play: |\n        # heard\n\n        - so\n  other: [hangup]\n  "last":\n  - hangup: {}\n# end\nversion: 1.0.0\n';
		expect(steps(text, "yaml")).toEqual([
			"\n    # first\n    - answer: {}\n\n",
			"    # second\n    - play: |\n        # heard\n\n        - so\n",
			"  - hangup: {}\n",
		]);
		expect(excerpt(text, "yaml", cut(text, "yaml")).text).toBe(
			'---\nsections: # all\n  main:\n    - "\uE000"\n  other: [hangup]\n  "last":\n  - "\uE000"\n# end\nversion: 1.0.0\n',
		);
	});

	test("what does not line up belongs to the step above it", () => {
		expect(steps("sections:\n  main:\n    - answer: {}\n    hangup: {}\n\t- tab\nword\n   - play: x\n    - hangup: {}\n", "yaml")).toEqual([
			"    - answer: {}\n    hangup: {}\n\t- tab\nword\n   - play: x\n",
			"    - hangup: {}\n",
		]);
	});

	test("elements of lists, with the indentation of their line", () => {
		const text =
			'{\n  "version": "1.0.0",\n  "sections": {\n    "main": [{ "play": "]}" }, "hangup"],\n    "x": {},\n    "other": [\n      { "hangup": {} }\n    ]\n  }\n}';
		expect(steps(text, "json")).toEqual(['{ "play": "]}" }', '"hangup"', '{ "hangup": {} }']);
		expect(cut(text, "json").map(({ indent }) => indent)).toEqual(["    ", "    ", "      "]);
		expect(JSON.parse(excerpt(text, "json", cut(text, "json")).text)).toEqual({
			version: "1.0.0",
			sections: { main: ["\uE000"], x: {}, other: ["\uE000"] },
		});
	});

	test.each([
		["a bracket too few", '{ "sections": { "main": [ { "hangup": {} ] } }'],
		["a comma too few", '{ "sections": { "main": [ { "hangup": {} } { "hangup": {} } ] } }'],
		["a comma too many", '{ "sections": { "main": [ { "hangup": {} }, ] } }'],
		["a number for a step", '{ "sections": { "main": [ { "hangup": {} }, 5 ] } }'],
		["comments", '{ "sections": { "main": [ { "hangup": {} } /* ] */ ] } }'],
		["twice", '{ "sections": { "main": [ { "hangup": {} } ] }, "sections": {} }'],
	])("no JSON with %s", (_, text) => {
		expect(steps(text, "json")).toEqual([]);
	});

	test("the lines of JSON where brackets do not match, or commas do not part", () => {
		const lines = (main: string) => steps(`{\n  "sections": {\n    "main": [\n${main}    ],\n    "other": [\n      { "b": {} }\n    ]\n  }\n}\n`, "json");
		expect(lines('      { "a": {} },\n      {\n        "b": {\n      },\n      "hangup"\n')).toEqual([
			'{ "a": {} }',
			'{\n        "b": {\n      }',
			'"hangup"',
			'{ "b": {} }',
		]);
		expect(lines('      { "a": {} },\n      { "a": {} }\n      { "b": {} },\n')).toEqual(['{ "a": {} }', '{ "a": {} }\n      { "b": {} },', '{ "b": {} }']);
		expect(lines('      { "a": {} },,\n      { "a": {}\n}\n      },\n      "b": {} },\n      { "c": {} ]\n')).toEqual([
			'{ "a": {} },,\n      { "a": {}\n}\n      },\n      "b": {} }',
			'{ "c": {} ]',
			'{ "b": {} }',
		]);
		expect(steps('{\n  "sections": {\n    "main": [\n      { "a": {} },\n    "other": [\n      { "b": {} }', "json")).toEqual(['{ "a": {} }', '{ "b": {} }']);
		for (const none of ["      { // }\n", "      { 'a': {}\n", "      { a: [\n      {},\n      { [\n      },\n      { [\n      }\n"])
			expect(lines(none)).toEqual([]);
	});

	test("a step that is being typed leaves the others as they were read", () => {
		const file = (typed: string) =>
			`{\n  "sections": {\n    "main": [\n      { "answer": {} },\n${typed}\n      { "denoise": {} },\n      { "hangup": {} }\n    ]\n  }\n}\n`;
		const memory = remember();
		const documentsOf = (text: string) =>
			openDocument(text, "json", memory)
				.parts()
				.steps.map(({ document }) => document);
		const [first, , last] = documentsOf(file(""));
		const typed = '      {\n        "play": {\n          "url": "say:[}"\n        }\n      },';
		const counts = new Set<number>();
		for (let length = 0; length <= typed.length; length++) {
			const documents = documentsOf(file(typed.slice(0, length)));
			expect(documents[0], typed.slice(0, length)).toBe(first);
			expect(documents.at(-1), typed.slice(0, length)).toBe(last);
			counts.add(documents.length);
		}
		// Until a comma parts it from the next, they are one.
		expect([...counts]).toEqual([3, 4]);
	});

	test("an excerpt leads back and forth", () => {
		for (const [, text, format] of documents.slice(0, 60)) {
			const stretches = cut(text, format);
			const some = excerpt(text, format, stretches, 1, 2);
			for (let offset = 0; offset <= text.length; offset += 7) {
				const inner = some.inner(offset);
				if (some.text.slice(inner, inner + 1) === text.slice(offset, offset + 1) && some.place(inner) === offset) continue;
				// Only what was left out has no place of its own.
				const hidden = stretches.some(({ start, end }, index) => index !== 1 && start <= offset && offset <= end);
				expect(hidden, `${offset} of ${JSON.stringify(text)}`).toBe(true);
			}
		}
	});
});

test("the whole tree of a file in parts is that of the file", () => {
	for (const [name, text, format] of documents) {
		const whole = parse(text, format);
		if (whole.faults.length > 0 || !whole.root) continue;
		const { root } = openDocument(text, format).tree();
		expect(root && dataOf(root), name).toEqual(dataOf(whole.root));
	}
});

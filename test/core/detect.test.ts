/** Which files are SWML: by name, by content, by the author's word. */
import { describe, expect, test } from "vitest";
import { detect, syntaxOf } from "../../server/core/detect.ts";

const step = '{"version":"1.0.0","sections":{"main":[{"hangup":{}}]}}';

describe("by name", () => {
	test.each(["a.swml", "a.swml.yaml", "A.SWML.YML", "a.swml.json", "SWML.yaml", "dir/swml.JSON", "file:///c%3A/x/Swml.yml?a=1#b"])("%s is", (name) => {
		expect(detect({ name, text: "" })).toEqual({ swml: true, reason: "the file's name says so" });
	});
	test.each(["a.yaml", "swml.txt", "myswml.yaml", "swml.yaml.bak", ""])("%s is not", (name) => {
		expect(detect({ name, text: "" }).swml).toBe(false);
	});
});

describe("by the author's word", () => {
	test.each([
		["on the first line", "# swml\nsections: {}\n"],
		["without anything else", "#swml"],
		["with blanks and Windows line breaks", "\uFEFF#  swml \r\nversion: 1.0.0\r\n"],
	])("a comment %s", (_, text) => {
		expect(detect({ name: "a.yaml", text })).toEqual({ swml: true, reason: "the comment `# swml` says so" });
		expect(detect({ name: "a.yaml", text, mode: "off" }).swml).toBe(true);
	});

	test.each([
		["further down", "a: 1\n# swml\n"],
		["of more words", "# swml for beginners\na: 1\n"],
		["that says off", "# swml: off\nsections:\n  main:\n    - answer: {}\n"],
		["that another takes back", "# swml\n# swml: off\nsections:\n  main:\n    - answer: {}\n"],
	])("not a comment %s", (_, text) => {
		expect(detect({ name: "a.yaml", text }).swml).toBe(false);
	});
});

describe("by content", () => {
	test.each([
		["calls", "sections:\n  main:\n    - answer: {}\n"],
		["a bare step", "sections:\n  main:\n    - hangup\n"],
		["a typo in the first step", "sections:\n  main:\n    - anser: {}\n    - play: say:Hi\n"],
		["no `main` yet", "version: 1.0.0\nsections:\n  start:\n    - transfer: { dest: next }\n"],
		["a section that is no list", "version: 1.0.0\nsections:\n  main:\n    execute:\n      dest: x\n"],
		["nothing written yet", "version: 1.0.0\nsections:\n  main:\n"],
		["an empty list", "version: 1.0.0\nsections:\n  main: []\n"],
		["YAML in braces", "version: 1.0.0\nsections: {main: [{answer: {}}]}\n"],
		["all of it in braces", "{version: 1.0.0, sections: {main: [{answer: {}}]}}"],
		["an anchor", "sections: &all\n  main:\n    - answer: {}\n"],
		["an indented document", "  version: 1.0.0\n  sections:\n    main:\n      - answer: {}\n"],
		["JSON", step],
		["JSON on many lines", JSON.stringify(JSON.parse(step), null, 4)],
		["Windows line breaks", "version: 1.0.0\r\nsections:\r\n  main:\r\n    - answer: {}\r\n"],
		["quoted keys", '"sections":\n  "main":\n    - "answer": {}\n'],
	])("%s", (_, text) => {
		expect(detect({ name: "", text })).toEqual({ swml: true, reason: "it has `sections` that hold lists of steps" });
		expect(detect({ name: "", text, mode: "off" }).swml).toBe(false);
		expect(detect({ name: "", text: `# swml: off\n${text}` }).swml).toBe(false);
	});

	test.each([
		["Docker Compose", "services:\n  main:\n    image: nginx\n"],
		["a workflow", "on: push\njobs:\n  main:\n    steps:\n      - run: play\n"],
		["a site's menu", "title: My site\nsections:\n  main:\n    - title: a\n      href: /b\n"],
		["a page layout", "layout: home\nsections:\n  main: [hero, features, cta]\n"],
		["a version of another kind", 'version: "3.8"\nsections:\n  main:\n    - db\n'],
		["navigation", '{"version":"1.0.0","sections":{"nav":[{"label":"Home","url":"/"}]}}'],
		["chapters", "version: 1.0.0\nsections:\n  intro:\n    - title: hello\n"],
		["a Shopify theme", '{"version":"1.0.0","sections":{"main":{"type":"main-product"}},"order":["main"]}'],
		["OpenAPI with an example", `{"openapi":"3.1.0","example":${step}}`],
		["a request body", `{"url":"https://x","swml":${step}}`],
		["sections of a book", '{"doc":{"sections":{"main":["intro.tex"]}}}'],
		["sections elsewhere", '{"sections":{"a":{"x":1}},"other":{"main":["answer"]}}'],
		["nested YAML", "book:\n  sections:\n    main:\n      - answer: 42\n"],
		["nothing", ""],
		["prose", "The sections: main, play and answer.\n"],
	])("not %s", (_, text) => {
		expect(detect({ name: "notes.yaml", text })).toEqual({ swml: false, reason: "it has no `sections` that hold lists of steps" });
	});

	test("hostile text costs little", () => {
		for (const text of ["{".repeat(200_000), `{"${"a".repeat(200_000)}`, `sections:\n${"  main\n".repeat(50_000)}`, "-".repeat(200_000), " ".repeat(200_000)])
			detect({ name: "", text });
	});
});

test("switched off by a comment on a line of its own", () => {
	for (const text of ["\uFEFF# swml: off\n", "\n\n  #swml:off  \r\n", "a: 1\r# swml: off\rb: 2"]) expect(detect({ name: "a.swml", text }).swml).toBe(false);
	for (const text of ["#\nswml: off\n", "a: 1 # swml: off\n", "# swml: offline\n"]) expect(detect({ name: "a.swml", text }).swml).toBe(true);
	// Only the beginning of a file is looked at.
	expect(detect({ name: "a.swml", text: `${"\n".repeat(200_000)}# swml: off\n` }).swml).toBe(true);
});

test("a quote that is not closed hides no bracket", () => {
	expect(detect({ name: "", text: '{"a": "x, "sections": {"main": [{"hangup": {}}]}}' }).swml).toBe(false);
	expect(detect({ name: "", text: '{"a": "x\\", "b": 1,\n"sections": {"main": [{"hangup": {}}]}}' }).swml).toBe(true);
});

test("the syntax", () => {
	expect(syntaxOf({ name: "a.json", text: "" })).toBe("json");
	expect(syntaxOf({ name: "a.yml", text: "{}" })).toBe("yaml");
	expect(syntaxOf({ name: "a.swml", text: " {}" })).toBe("json");
	expect(syntaxOf({ name: "a.swml", text: "sections:" })).toBe("yaml");
	expect(syntaxOf({ name: "untitled:Untitled-1", languageId: "swml-json", text: "" })).toBe("json");
});

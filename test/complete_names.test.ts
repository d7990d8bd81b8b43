/** The names of a file are offered where they are referred to, wherever in it they stand; and the values a variable can have. */
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { complete } from "../server/core/features/complete.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open } from "./fixture.ts";

function items(marked: string, snippets = true): readonly CompletionItem[] {
	const format: Format = marked.startsWith("{") ? "json" : "yaml";
	return complete(open(marked.replace("<|>", ""), format), marked.indexOf("<|>"), { snippets, markdown: true });
}
const labels = (marked: string) => items(marked).map((item) => item.label);

const file = (step: string, more = "") => `version: 1.0.0
sections:
  main:
    - label: start
    - prompt:
        play: "say:Which one?"
    - record: {}
${step}    - label: end
    - set:
        count: 1
  sales:
    - label: elsewhere
    - connect:
        to: "+15551230001"
${more}`;

describe("what is referred to", () => {
	test("sections", () => {
		expect(labels(file("    - execute:\n        dest: <|>\n"))).toEqual(["main", "sales", "https://"]);
		expect(labels(file("    - execute:\n        dest: sa<|>\n"))).toEqual(["main", "sales", "https://"]);
		expect(labels('{"sections":{"main":[{"execute":{"dest":"<|>"}}],"sales":[{"hangup":{}}]}}')).toEqual(["main", "sales", "https://"]);
	});

	test("labels of the same section", () => {
		expect(labels(file("    - goto:\n        label: <|>\n"))).toEqual(["start", "end"]);
		expect(labels('{"sections":{"main":[{"label":"a"},{"goto":{"label": <|>}}],"sales":[{"label":"b"}]}}')).toEqual(["a"]);
	});

	test("variables, the nearest above first", () => {
		expect(labels(file("    - switch:\n        variable: <|>\n"))).toEqual([
			"record_url",
			"record_result",
			"prompt_result",
			"prompt_value",
			"prompt_digit_terminator",
			"prompt_speech_confidence",
			"prompt_value_raw",
			"count",
			"connect_result",
			"connect_failed_reason",
			"return_value",
		]);
		expect(labels('{"sections":{"main":[{"record":{}},{"switch":{"variable":"<|>"}}]}}')).toEqual(["record_url", "record_result"]);
	});

	test("and nothing behind a whole name", () => {
		expect(labels(file("    - execute:\n        dest: sales<|>\n"))).toEqual([]);
	});
});

describe("keys", () => {
	test("a new section, and first those that are referred to", () => {
		expect(labels(file("", "  <|>\n"))).toEqual(["my_section"]);
		expect(labels(file("    - transfer:\n        dest: support\n", "  <|>\n"))).toEqual(["support", "my_section"]);
		const [first, second] = items(file("    - transfer:\n        dest: support\n", "  <|>\n"));
		expect(first?.textEdit?.newText).toBe('support:\n    - play:\n        url: "${1:say:Hello}"');
		expect(second?.textEdit?.newText).toBe('${1:my_section}:\n    - play:\n        url: "${2:say:Hello}"');
		expect(labels('{"sections":{"main":[{"execute":{"dest":"billing"}}], <|> }}')).toEqual(["billing", "my_section"]);
	});

	test("the values of the variable, of the method above that sets it", () => {
		expect(labels(file("    - switch:\n        variable: record_result\n        case:\n          <|>\n"))).toEqual(["success", "failed"]);
		expect(labels(file("    - switch:\n        variable: record_result\n        case:\n          success: []\n          <|>\n"))).toEqual(["failed"]);
		expect(labels(file("    - switch:\n        variable: prompt_value\n        case:\n          <|>\n"))).toEqual([]);
		expect(labels('{"sections":{"main":[{"record":{}},{"switch":{"variable":"record_result","case":{ <|> }}}]}}')).toEqual(["success", "failed"]);
	});

	test("the outcomes of the step in its `result`", () => {
		const connect = (rest: string) => file(`    - connect:\n        to: "+15551230002"\n        result:\n          ${rest}\n`);
		expect(labels(connect("case:\n            <|>"))).toEqual(["connected", "failed"]);
		const [first] = items(file('    - connect:\n        to: "+15551230002"\n        resul<|>\n')).filter((item) => item.label === "result");
		expect(first?.textEdit?.newText).toBe(
			'result:\n          case:\n            ${1|connected,failed|}:\n              - play:\n                  url: "${2:say:Hello}"',
		);
		expect(labels('{"sections":{"main":[{"connect":{"to":"sip:a@b.c","result":{"case":{"<|>"}}}}]}}')).toEqual(["connected", "failed"]);
	});
});

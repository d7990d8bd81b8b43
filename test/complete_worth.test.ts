/** What is put in is worth having: no default, nothing that typing over it breaks. Asked of every param of every method. */
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { linesOf } from "../server/core/base/lines.ts";
import { complete } from "../server/core/features/complete.ts";
import { methods } from "../server/core/language/methods/index.ts";
import { documentOf, shapes } from "../server/core/language/shapes.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { open, problemsOf, shown } from "./fixture.ts";

const yaml = (steps: string) => `version: 1.0.0\nsections:\n  main:\n${steps}`;
const json = (step: string) => `{"sections":{"main":[${step}]}}`;

function items(marked: string, format: Format, snippets: boolean): readonly CompletionItem[] {
	return complete(open(marked.replace("<|>", ""), format), marked.indexOf("<|>"), { snippets, markdown: true });
}

function accepted(marked: string, item: CompletionItem, put = item.textEdit?.newText ?? ""): string {
	const text = marked.replace("<|>", "");
	const edit = item.textEdit;
	if (!edit || !("range" in edit)) throw new Error("an item without a text edit");
	const lines = linesOf(text);
	return applyEdits(
		text,
		[{ ...edit, newText: put }, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
			span: { start: lines.offset(range.start), end: lines.offset(range.end) },
			text: newText,
		})),
	);
}

/** A snippet in which the author has typed `words` over every stop that stands in quotes or as block text. */
function typedOver(snippet: string, words: string): string {
	return snippet
		.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
		.replace(/(?<=["\n] *)\$\{\d+:?((?:[^\\}]|\\.)*)\}(?!:)/g, words)
		.replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
		.replace(/\$\{\d+\}|\$\d+/g, "")
		.replace(/\\([\\$}])/g, "$1");
}

const calling = methods.filter((method) => method.forms.calling).map((method) => method.name);

describe("every param", () => {
	test.each(calling)("of %s", (name) => {
		const places = [
			["yaml", yaml(`    - ${name}:\n        <|>\n`)],
			["json", json(`{"${name}":{ <|> }}`)],
		] as const;
		for (const [format, marked] of places) {
			for (const item of items(marked, format, false)) {
				// Its list must name both directions, and there are no more.
				if (name === "ai_sidecar" && item.label === "direction") continue;
				const after = accepted(marked, item);
				const defaults = problemsOf(after, format).filter((problem) => problem.rule === "default-value");
				expect(shown(after, defaults), `${item.label} gives\n${after}`).toEqual([]);
			}
			for (const item of items(marked, format, true)) {
				for (const words of ["Press 1: sales", "Call #1", "- no, 'thanks'"]) {
					const after = accepted(marked, item, typedOver(item.textEdit?.newText ?? "", words));
					expect(parse(after, format).faults, `${item.label} gives\n${after}`).toEqual([]);
				}
			}
		}
	});
});

describe("the text put in", () => {
	test.each([
		["a number has the size of its default", "connect:\n        to: sip:a@b.c\n        <|>", "timeout", "timeout: ${1:30}"],
		["a number without a default is what is usual of its unit", "connect:\n        to: sip:a@b.c\n        <|>", "confirm_timeout", "confirm_timeout: ${1:10}"],
		["a recording is long enough", "record:\n        <|>", "max_length", "max_length: ${1:120}"],
		["a choice begins with what differs from the default", "record:\n        <|>", "format", "format: ${1|mp3,mp4,wav|}"],
		["words begin with one that is no default", "detect_machine:\n        <|>", "detectors", "detectors: ${1:amd}"],
		["a text of one's own is empty in its quotes", "connect:\n        to: sip:a@b.c\n        <|>", "from_name", 'from_name: "${1}"'],
		[
			"a prompt is block text",
			"ai:\n        <|>",
			"prompt",
			"prompt:\n          text: |\n            ${1:You are a friendly receptionist. Keep your answers short.}",
		],
	])("%s", (_, step, label, put) => {
		const found = items(yaml(`    - ${step}\n`), "yaml", true).find((item) => item.label === label);
		expect(found?.textEdit?.newText).toBe(put);
	});

	test("a method waits for a while, not for nothing", () => {
		const found = items(yaml("    - sle<|>\n"), "yaml", true).find((item) => item.label === "sleep");
		expect(found?.textEdit?.newText).toBe("sleep:\n        duration: ${1:1000}");
	});
});

describe("shapes", () => {
	test("one name is one stop, in both syntaxes", () => {
		const put = (marked: string, format: Format, label: string) => items(marked, format, true).find((item) => item.label === label)?.textEdit?.newText ?? "";
		const yamlMenu = put(yaml("    - <|>\n"), "yaml", "ivr_menu");
		expect(yamlMenu.match(/(?:label|goto):.*(?:\n.*label:.*)?/g)).toEqual(["label: ${1:menu}", "goto:\n              label: ${1}"]);
		expect(put(json("<|>"), "json", "ivr_menu").match(/"label": ".*"/g)).toEqual(['"label": "${1:menu}"', '"label": "${1}"']);
	});

	test("are found by a word without a blank", () => {
		expect(shapes.filter((shape) => /\s/.test(shape.name))).toEqual([]);
		for (const word of ["ivr", "menu", "agent", "voicemail", "conference"]) {
			const found = items(yaml("    - <|>\n"), "yaml", true).filter((item) => item.kind === 15 && item.filterText?.split("_").includes(word));
			expect(found.length, word).toBeGreaterThan(0);
		}
	});

	test.each(shapes.map((shape) => [shape.name, shape] as const))("%s as a whole document is healthy", (name, shape) => {
		for (const format of ["yaml", "json"] as const) {
			const found = items("<|>", format, false).find((item) => item.label === name);
			const text = found?.textEdit?.newText ?? "";
			expect(shown(text, problemsOf(text, format)), text).toEqual([]);
			if (format === "yaml") expect(text.split("\n").slice(0, 4)).toEqual(["# swml", "version: 1.0.0", "sections:", "  main:"]);
		}
		expect(JSON.stringify(documentOf(shape)).includes('{"answer":{}}')).toBe(shape.flavour === "calling");
	});
});

test("methods are offered by use, then by name", () => {
	const steps = items(yaml("    - <|>\n"), "yaml", true).filter((item) => item.kind === 3);
	const labels = steps.map((item) => item.label).filter((label) => !label.includes(":"));
	expect(labels.slice(0, 8)).toEqual(["answer", "play", "prompt", "connect", "switch", "cond", "hangup", "ai"]);
	const rest = labels.slice(labels.indexOf("sleep") + 1, labels.indexOf("user_event") + 1);
	expect(rest).toEqual([...rest].sort());
	const con = steps.filter((item) => item.label.startsWith("con")).sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
	expect(con.map((item) => item.label)).toEqual(["connect", "cond"]);
});

/** What is offered on its own while an author types, and what is not: between a comma, a dash, a brace or a blank and Enter nobody reads a list. */
import { describe, expect, test } from "vitest";
import { complete } from "../server/core/features/complete.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open } from "./fixture.ts";

const yaml = (steps: string) => `version: 1.0.0\nsections:\n  main:\n${steps}`;
const json = (steps: string) => `{"version":"1.0.0","sections":{"main":[${steps}]}}`;

function labels(marked: string, typed?: string): readonly string[] {
	const format: Format = marked.startsWith("{") ? "json" : "yaml";
	const offset = marked.indexOf("<|>");
	return complete(open(marked.replace("<|>", ""), format), offset, { snippets: true, markdown: true }, typed).map((item) => item.label);
}

const beeps = ["true", "false", "onEnter", "onExit"];

describe("a sign that may end a line offers nothing by itself", () => {
	test.each([
		["a blank after a key", yaml("    - hangup: <|>\n"), " "],
		["a brace", yaml("    - hangup: {<|>}\n"), "{"],
		["a closed brace", yaml("    - hangup: {}<|>\n"), "}"],
		["a dash", yaml("    - answer: {}\n    -<|>\n"), "-"],
		["a dash and a blank", yaml("    - answer: {}\n    - <|>\n"), " "],
		["a comma in braces", yaml("    - play: {url: say:x,<|>}\n"), ","],
		["a quote that closes a value", yaml('    - play: {url: "say:x"<|>}\n'), '"'],
		["a quote that closes a value on its own line", yaml('    - play:\n        url: "say:x"<|>\n'), '"'],
		["a colon after a key", yaml("    - hangup:<|>\n"), ":"],
		["a blank in a list of words", yaml("    - join_conference:\n        status_callback_event: start <|>\n"), " "],
		["a blank in a text", yaml("    - play:\n        url: say:Hello <|>\n"), " "],
		["a comma after a value in JSON", json('{"join_conference":{"name": "team",<|>}}'), ","],
		["a comma after a step in JSON", json('{ "answer": {} },<|>'), ","],
		["a brace in JSON", json("{<|>}"), "{"],
		["a bracket in JSON", json('{"play":{"urls":[<|>]}}'), "["],
		["a colon in JSON", json('{"hangup":<|>}'), ":"],
		["a blank after a colon in JSON", json('{"hangup": <|>}'), " "],
		["a quote that closes a key in JSON", json('{"hangup"<|>}'), '"'],
		["a quote that closes a value in JSON", json('{"hangup":{"reason":"busy"<|>}}'), '"'],
	])("%s", (_, marked, typed) => {
		expect(labels(marked, typed)).toEqual([]);
	});

	test("who asks gets the list all the same", () => {
		expect(labels(yaml("    - join_conference:\n        beep: <|>\n"))).toEqual(beeps);
		expect(labels(json('{"join_conference":{"name": "team",<|>}}')).slice(0, 2)).toEqual(["muted", "beep"]);
	});

	test("a text in quotes and a value that goes on are begun", () => {
		expect(labels(yaml('    - join_conference:\n        beep: "<|>"\n'), '"')).toEqual(beeps);
		expect(labels(yaml("    - join_conference:\n        beep: '<|>'\n"), "'")).toEqual(beeps);
		expect(labels(json('{"join_conference":{"beep":"<|>"}}'), '"')).toEqual(beeps);
		expect(labels(json('{"join_conference":{"name":"a","<|>"}}'), '"').slice(0, 2)).toEqual(["muted", "beep"]);
		expect(labels(yaml("    - play:\n        url: ring:<|>\n"), ":").slice(0, 6)).toEqual(["https://", "say:", "silence:", "ring:at", "ring:au", "ring:be"]);
	});
});

describe("what is whole is not offered", () => {
	test.each([
		["a boolean", yaml("    - join_conference:\n        muted: true<|>\n"), []],
		["a text that looks like a boolean", yaml("    - join_conference:\n        beep: true<|>\n"), []],
		["a value", yaml("    - join_conference:\n        beep: onEnter<|>\n"), []],
		["a value in quotes", yaml('    - join_conference:\n        beep: "onEnter<|>"\n'), []],
		["a value in braces", yaml("    - join_conference: { name: a, beep: onEnter<|> }\n"), []],
		["a value in JSON", json('{"join_conference":{"beep":"onEnter<|>"}}'), []],
		["a boolean in JSON", json('{"join_conference":{"muted":true<|>}}'), []],
		["the last of some words", yaml("    - join_conference:\n        recording_status_callback_event: completed absent<|>\n"), []],
		["the last of some words in JSON", json('{"join_conference":{"recording_status_callback_event":"completed absent<|>"}}'), []],
		["a name with its value", yaml("    - join_conference:\n        muted<|>: true\n"), []],
		["a method with its value in JSON", json('{"hangup<|>":{}}'), []],
		["the others, from inside a value", yaml("    - join_conference:\n        beep: on<|>Enter\n"), ["true", "false", "onExit"]],
		["the others, from inside a word", yaml("    - join_conference:\n        recording_status_callback_event: ab<|>sent\n"), ["in-progress", "completed"]],
	])("%s", (_, marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});

	test("a name without its value is", () => {
		expect(labels(yaml("    - join_conference:\n        name: a\n        muted<|>\n")).slice(0, 2)).toEqual(["muted", "beep"]);
	});
});

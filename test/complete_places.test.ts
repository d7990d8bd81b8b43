/** Completion in places that are easily forgotten: what is offered first, and the whole text after accepting it. `<|>` is the cursor. */
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { linesOf } from "../server/core/base/lines.ts";
import { complete } from "../server/core/features/complete.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf, shown } from "./fixture.ts";

const yaml = (steps: string) => `version: 1.0.0\nsections:\n  main:\n${steps}`;
const json = (steps: string) => `{"version":"1.0.0","sections":{"main":[${steps}]}}`;
const formatOf = (marked: string): Format => (/^\s*(?:\{|<\|>\s*$)/.test(marked) ? "json" : "yaml");

function items(marked: string, snippets = false): readonly CompletionItem[] {
	return complete(open(marked.replace("<|>", ""), formatOf(marked)), marked.indexOf("<|>"), { snippets, markdown: true });
}

const labels = (marked: string) => items(marked).map((item) => item.label);

/** The text after accepting an item, with everything that is changed beside. */
function accept(marked: string, label: string, snippets = false): string {
	const text = marked.replace("<|>", "");
	const item = items(marked, snippets).find((each) => each.label === label);
	if (!item?.textEdit || !("range" in item.textEdit)) throw new Error(`\`${label}\` is not offered; there is ${labels(marked).join(", ")}`);
	const lines = linesOf(text);
	return applyEdits(
		text,
		[item.textEdit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
			span: { start: lines.offset(range.start), end: lines.offset(range.end) },
			text: newText,
		})),
	);
}

/** Accepting gives this text, and no problem. */
function gives(marked: string, label: string, after: string): void {
	const text = accept(marked, label);
	expect(text).toBe(after);
	expect(shown(text, problemsOf(text, formatOf(marked)))).toEqual([]);
}

const reasons = ["hangup", "busy", "decline", "cancel", "noAnswer", "error"];
const tones = ["https://", "say:", "silence:", "ring:at", "ring:au"];

describe("what is offered", () => {
	test.each([
		["a comment after the cursor", yaml("    - hangup:\n        <|> # why\n"), ["reason"]],
		["a comment after a word", yaml("    - hangup:\n        rea<|> # why\n"), ["reason"]],
		["a comment after the place of a value", yaml("    - hangup:\n        reason: <|> # why\n"), reasons],
		["not in the indentation of a line of comment", yaml("    - hangup:\n    <|>    # why\n        reason: busy\n"), []],
		["entries of `cond`, in their order", yaml("    - cond:\n        - <|>\n"), ["when", "then", "else"]],
		["entries of `cond` before the first dash", yaml("    - cond:\n        <|>\n"), ["when", "then", "else"]],
		["entries of `cond` in JSON", json('{"cond":[ <|> ]}'), ["condition", "else entry"]],
		["functions in JSON", json('{"ai":{"SWAIG":{"functions":[ <|> ]}}}'), ["SWAIG function"]],
		["languages in braces", yaml("    - ai: { languages: [<|>] }\n"), ["language"]],
		["sections of a prompt in JSON", json('{"ai":{"prompt":{"pom":[<|>]}}}'), ["section"]],
		["destinations in JSON", json('{"connect":{"parallel":[<|>]}}'), ["destination", "+", "sip:", "/public/", "/private/", "queue:", "stream:wss://"]],
		["groups of destinations in JSON", json('{"connect":{"serial_parallel":[<|>]}}'), ["[…]"]],
		["list entries but for those there are", yaml("    - ai:\n        SWAIG:\n          native_functions: [check_time, <|>]\n"), nativeFunctions(1)],
		[
			"list entries but for those there are, on lines",
			yaml("    - ai:\n        SWAIG:\n          native_functions:\n            - check_time\n            - <|>\n            - wait_seconds\n"),
			nativeFunctions(2),
		],
		["list entries but for those there are, in JSON", json('{"ai":{"SWAIG":{"native_functions":["check_time","<|>"]}}}'), nativeFunctions(1)],
		["the object before the short form", yaml("    - hangup: <|>\n"), ["{…}", ...reasons]],
		["the object before the short form in JSON", json('{"hangup": <|>}'), ["{…}", ...reasons]],
		["the short form first where it is the tidy one", yaml("    - sleep: <|>\n"), ["-1", "{…}"]],
		["the value of `sections` in JSON", '{"sections": <|>}', ["{…}"]],
		["the value of `main` in JSON", '{"sections":{"main": <|>}}', ["[…]"]],
		["hints on lines: text is usual", yaml("    - ai:\n        hints:\n          - <|>\n"), ["text", "hint", "pattern", "replace", "ignore_case"]],
		["hints before the first dash", yaml("    - ai:\n        hints:\n          <|>\n"), ["text", "hint", "pattern", "replace", "ignore_case"]],
		["hints in brackets", yaml("    - ai: { hints: [<|>] }\n"), ["text", "hint"]],
		["every kind of property", json(`{"ai":{"SWAIG":{"functions":[{"parameters":{"properties":{"city":{"type": <|>}}}}]}}}`), kindsOfProperty()],
		[
			"every kind of property, on lines",
			yaml(
				"    - ai:\n        SWAIG:\n          functions:\n            - parameters:\n                properties:\n                  city:\n                    type: <|>\n",
			),
			kindsOfProperty(),
		],
	])("%s", (_, marked, expected) => {
		expect(labels(marked)).toEqual(expected);
	});

	test("after a colon in an unquoted value", () => {
		for (const marked of [yaml("    - play:\n        url: ring:<|>\n"), yaml("    - play:\n        urls:\n          - ring:<|>\n")]) {
			expect(labels(marked).slice(0, tones.length)).toEqual(tones);
		}
		gives(yaml("    - play:\n        url: ring:<|>\n"), "ring:us", yaml("    - play:\n        url: ring:us\n"));
		gives(yaml("    - play:\n        urls:\n          - ring:<|>\n"), "ring:us", yaml("    - play:\n        urls:\n          - ring:us\n"));
		expect(labels(yaml("    - ai:\n        hints:\n          - hint:<|>\n"))).toEqual([]);
	});

	test("groups of destinations, with both dashes", () => {
		for (const line of ["", "- ", "- - "]) {
			gives(
				yaml(`    - connect:\n        serial_parallel:\n          ${line}<|>\n`),
				"to",
				yaml('    - connect:\n        serial_parallel:\n          - - to: "+15551234567"\n'),
			);
		}
	});

	test("steps in the column of their key", () => {
		gives(yaml("  <|>\n"), "hangup", yaml("  - hangup: {}\n"));
		expect(labels("version: 1.0.0\nsections:\n  main:\n    - hangup: {}\n  <|>\n")).toEqual(["my_section"]);
	});
});

describe("what accepting does", () => {
	test("inside quotes right behind a colon", () => {
		gives(json('{"hangup":{"reason":"<|>"}}'), "busy", json('{"hangup":{"reason":"busy"}}'));
		gives(yaml('    - hangup: {"reason":"b<|>"}\n'), "busy", yaml('    - hangup: {"reason":"busy"}\n'));
		gives(json('{"hangup":{"reason":<|>}}'), "busy", json('{"hangup":{"reason": "busy"}}'));
	});

	test("a message's branches begin with a reply", () => {
		const switchIn = (rest: string) =>
			yaml(`    - switch:\n        variable: message.body\n        case:\n          hi:\n            - reply:\n                body: Hi\n${rest}`);
		gives(switchIn("        <|>\n"), "default", switchIn('        default:\n          - reply:\n              body: "Thank you for your message."\n'));
	});

	test("at the start of a key in braces it stands before it", () => {
		gives(yaml("    - play: {<|>url: say:hi }\n"), "auto_answer", yaml("    - play: {auto_answer: false, url: say:hi }\n"));
		gives(yaml("    - play: {ur<|>: say:hi }\n"), "url", yaml("    - play: {url: say:hi }\n"));
		gives(
			yaml("    - ai: { prompt: { text: Hi }, SWAIG: { native_functions: [<|>check_time] } }\n"),
			"wait_seconds",
			yaml("    - ai: { prompt: { text: Hi }, SWAIG: { native_functions: [wait_seconds, check_time] } }\n"),
		);
	});

	test("before a comment", () => {
		gives(yaml("    - <|> # note\n"), "hangup", yaml("    - hangup: {} # note\n"));
		gives(yaml("    - ha<|> # note\n"), "hangup", yaml("    - hangup: {} # note\n"));
		gives(
			yaml("    - play:\n        <|> # the sound\n        url: say:x\n"),
			"auto_answer",
			yaml("    - play:\n        auto_answer: false # the sound\n        url: say:x\n"),
		);
		gives(yaml("    - play: <|> # note\n"), "{…}", yaml('    - play:\n        url: "say:Hello" # note\n'));
	});

	test("an item of a list brings what it needs", () => {
		const step = '- play:\n                url: "say:Hello"\n';
		for (const line of ["", "- "])
			gives(yaml(`    - cond:\n        ${line}<|>\n`), "when", yaml(`    - cond:\n        - when: call.type == 'phone'\n          then:\n            ${step}`));
		gives(
			yaml("    - ai: { prompt: { text: Hi }, languages: [<|>] }\n"),
			"language",
			yaml('    - ai: { prompt: { text: Hi }, languages: [{ name: "English", code: en-US, voice: amazon.Joanna }] }\n'),
		);
		gives(
			json('{"connect":{"to":"sip:a@example.com","headers":[{ <|> }]}}'),
			"name",
			json('{"connect":{"to":"sip:a@example.com","headers":[{ "name": "X-Account", "value": "" }]}}'),
		);
		gives(json('{"connect":{"parallel":[<|>]}}'), "destination", json('{"connect":{"parallel":[{\n  "to": "+15551234567"\n}]}}'));
	});

	test("an object or a list after a key", () => {
		const whole =
			'{\n  "version": "1.0.0",\n  "sections": {\n    "main": [\n      {\n        "answer": {}\n      },\n      {\n        "play": {\n          "url": "say:Hello"\n        }\n      }\n    ]\n  }\n}';
		gives("<|>", "document", whole);
		expect(accept('{"sections": <|>}', "{…}")).toBe('{"sections": {\n  "main": [\n    {\n      "play": {\n        "url": "say:Hello"\n      }\n    }\n  ]\n}}');
		gives(yaml("    - hangup: <|>\n"), "{…}", yaml("    - hangup:\n        reason: busy\n"));
		gives("version: 1.0.0\nsections:\n  main: <|>\n", "[…]", yaml('    - play:\n        url: "say:Hello"\n'));
		expect(accept(json('{"ai": <|>}'), "{…}")).toBe(
			json('{"ai": {\n  "prompt": {\n    "text": "You are a friendly receptionist. Keep your answers short."\n  }\n}}'),
		);
	});

	test("a forgotten comma goes where it was forgotten", () => {
		gives(json('{"play":{\n  "url": "say:hi"\n  <|>\n}}'), "auto_answer", json('{"play":{\n  "url": "say:hi",\n  "auto_answer": false\n}}'));
		gives(
			yaml("    - play: {\n        url: say:hi # note\n        <|>}\n"),
			"auto_answer",
			yaml("    - play: {\n        url: say:hi, # note\n        auto_answer: false}\n"),
		);
	});

	test("what is put in is sound", () => {
		gives(yaml("    - play:\n        <|>\n"), "urls", yaml('    - play:\n        urls:\n          - "say:Hello"\n'));
		gives(
			yaml("    - reply:\n        body: Hi\n        <|>\n"),
			"media",
			yaml("    - reply:\n        body: Hi\n        media:\n          - https://example.com\n"),
		);
		const agent = (rest: string) => yaml(`    - ai:\n        prompt: { text: Hi }\n        SWAIG:\n          ${rest}\n`);
		gives(
			agent("<|>"),
			"functions",
			agent(
				'functions:\n            - function: look_up_hours\n              description: "Looks up the opening hours of a day."\n              web_hook_url: https://example.com',
			),
		);
		gives(
			agent("functions:\n            - function: a\n              description: b\n              <|>"),
			"data_map",
			agent(
				'functions:\n            - function: a\n              description: b\n              data_map:\n                webhooks:\n                  - url: https://example.com/hours?day=${enc:url:args.day}\n                    method: GET\n                    output:\n                      response: "We are open from ${open} to ${close}."',
			),
		);
		gives(
			yaml("    - answer: {}\n    - <|>\n"),
			"live_transcribe",
			yaml(
				"    - answer: {}\n    - live_transcribe:\n        action:\n          start:\n            lang: en-US\n            direction:\n              - remote-caller\n",
			),
		);
		const sidecar = (rest: string) => yaml(`    - ai_sidecar:\n        lang: en-US\n${rest}`);
		expect(accept(sidecar("        <|>\n"), "direction")).toBe(sidecar("        direction:\n          - remote-caller\n          - local-caller\n"));
		const prompt = (attempts: string) =>
			yaml(
				`    - pay:\n        payment_connector_url: https://example.com\n        prompts:\n          - for: payment-failed\n            actions:\n              - type: Say\n                phrase: No\n            attempts: ${attempts}\n`,
			);
		gives(prompt("<|>"), "1", prompt('"1"'));
		gives(prompt("1 <|>"), "2", prompt("1 2"));
	});
});

describe("where the cursor is left", () => {
	test.each([
		[
			"an object of many keys",
			yaml("    - ai:\n        <|>\n"),
			"SWAIG",
			yaml(
				'    - ai:\n        SWAIG:\n          functions:\n            - function: ${1:look_up_hours}\n              description: "${2:Looks up the opening hours of a day.}"\n              web_hook_url: ${3:https://example.com/hours}\n',
			),
		],
		["an object in braces", json('{"ai":{ <|> }}'), "params", json('{"ai":{ "params": {$0} }}')],
		["an object after its key", yaml("    - ai:\n        params: <|>\n"), "{…}", yaml("    - ai:\n        params:\n          $0\n")],
		["a step of the author's own keys", yaml("    - <|>\n"), "set", yaml("    - set:\n        $0\n")],
		["a step without any", yaml("    - <|>\n"), "answer", yaml("    - answer: {}\n")],
		[
			"cases",
			yaml("    - <|>\n"),
			"switch",
			yaml(
				'    - switch:\n        variable: ${1:prompt_value}\n        case:\n          "${2:my_case}":\n            - play:\n                url: "${3:say:Hello}"\n',
			),
		],
		["a prefix in quotes", yaml("    - play:\n        url: <|>\n"), "say:", yaml('    - play:\n        url: "say:$0"\n')],
		["a prefix without quotes", yaml("    - play:\n        url: <|>\n"), "https://", yaml("    - play:\n        url: https://\n")],
		["a prefix in JSON", json('{"play":{"url": <|>}}'), "https://", json('{"play":{"url": "https://$0"}}')],
		["a prefix that would be a number", yaml("    - connect:\n        to: <|>\n"), "+", yaml('    - connect:\n        to: "+$0"\n')],
		["a whole value", json('{"play":{"url": <|>}}'), "ring:us", json('{"play":{"url": "ring:us"}}')],
	])("%s", (_, marked, label, after) => {
		expect(accept(marked, label, true)).toBe(after);
	});

	test("without snippets an empty object is written", () => {
		expect(accept(yaml("    - ai:\n        <|>\n"), "params")).toBe(yaml("    - ai:\n        params: {}\n"));
	});
});

function nativeFunctions(from: number): readonly string[] {
	return ["check_time", "wait_seconds", "wait_for_user", "adjust_response_latency"].slice(from);
}

function kindsOfProperty(): readonly string[] {
	return ["string", "integer", "number", "boolean", "array", "object", "null"];
}

test("methods that no page documents come last, and so do params that no source explains", () => {
	const steps = items(yaml("    - <|>\n")).map((item) => [item.label, item.sortText?.[0]] as const);
	const undocumented = ["bind_digit", "clear_digit_bindings", "dial", "echo", "eval", "execute_rpc", "if", "ring", "set_capabilities", "set_meta"];
	expect(steps.filter(([, rank]) => rank === "9").map(([label]) => label)).toEqual(undocumented);
	const params = labels(yaml("    - answer:\n        <|>\n"));
	expect(params.at(-1)).toBe("fsvars");
	const reasons = items(yaml("    - hangup:\n        reason: <|>\n")).map((item) => [item.label, item.sortText?.[0]]);
	expect(reasons.slice(3)).toEqual([
		["cancel", "8"],
		["noAnswer", "8"],
		["error", "8"],
	]);
});

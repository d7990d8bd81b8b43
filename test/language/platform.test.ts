/** What the platform accepts beyond the published reference: what is said of it, what no fix does to it, and where a source of another age is named. */
import { describe, expect, test } from "vitest";
import { openDocument } from "../../server/core/document.ts";
import { actionsAt } from "../../server/core/features/actions.ts";
import { check } from "../../server/core/rules/check.ts";
import { fixed, problemsOf, shown } from "../fixture.ts";
import { toJson } from "../twin.ts";

const main = (steps: string) => `sections:\n  main:\n${steps}`;

/** All problems, the same in both syntaxes but for the quotes that JSON has. */
function said(text: string): readonly string[] {
	const yaml = shown(text, problemsOf(text));
	const json = toJson(text);
	const bare = (lines: readonly string[]) => lines.map((line) => line.replace(/ ".*?[^\\]":/, ":"));
	expect(bare(shown(json, problemsOf(json, "json")))).toEqual(bare(yaml));
	return yaml;
}

/** The text after all fixes that cannot change what is meant. */
function safelyFixed(text: string): string {
	return problemsOf(text).reduceRight((mended, problem) => {
		const safe = problem.fixes.find((fix) => fix.safe);
		return safe ? fixed(mended, safe) : mended;
	}, text);
}

describe("fixes that did harm", () => {
	test("a method that no page explains is not taken for another", () => {
		expect(said(main("    - answer: {}\n    - bind_digit: { digits: '1', method: calling.end }\n"))).toEqual([
			'hint undocumented-method "bind_digit": `bind_digit` is experimental and not in the published reference; the platform\'s newest list has it, and no page explains it',
		]);
	});

	test("what replaces a deprecated method is named, and nothing is rewritten", () => {
		const text = main("    - dial: { to: '+12025550142' }\n    - eval: { a: '1' }\n    - if: { condition: 'true', then: [{ hangup: {} }] }\n");
		expect(said(text)).toEqual([
			'hint deprecated "dial": `dial` is deprecated; use `connect` instead',
			'hint deprecated "eval": `eval` is deprecated; use `set` instead',
			'hint deprecated "if": `if` is deprecated; use `cond` instead',
		]);
		expect(problemsOf(text).flatMap((problem) => problem.fixes)).toEqual([]);
	});

	test("texts for numbers and booleans of a payment stay as they are, and so do numbers and booleans", () => {
		const pay = (values: string) => main(`    - answer: {}\n    - pay: { payment_connector_url: "https://example.com", ${values} }\n`);
		const texts = pay('security_code: "true", postal_code: "true", timeout: "7", max_attempts: "2", min_postal_code_length: "3"');
		const plain = pay("security_code: false, timeout: 7, max_attempts: 2");
		for (const text of [texts, plain]) {
			expect(said(text)).toEqual([]);
			expect(safelyFixed(text)).toBe(text);
		}
	});

	test("slashes around a pattern are part of what it says", () => {
		const text = main(
			"    - ai:\n        prompt: { text: Hi }\n        SWAIG:\n          functions:\n            - function: f\n              description: d\n              data_map:\n                expressions:\n                  - { string: '${args.a}', pattern: '/^Shipped$/', output: { response: x } }\n                  - { string: '${args.a}', pattern: '/sent/i', output: { response: y } }\n",
		);
		expect(said(text)).toEqual([]);
	});

	test("all six reasons to hang up are right, and another is not", () => {
		for (const reason of ["hangup", "cancel", "busy", "noAnswer", "decline", "error"]) expect(said(main(`    - hangup: { reason: ${reason} }\n`))).toEqual([]);
		expect(said(main("    - hangup: { reason: no_answer }\n"))).toEqual([
			'error unknown-value "no_answer": `no_answer` is not a valid value for `reason`; did you mean `noAnswer`?',
		]);
	});
});

describe("names of different age", () => {
	test.each([
		["connect", "    - answer: {}\n    - connect: { to: 'queue:a', NAME: 'https://example.com' }\n", ["transfer_after_bridge", "execute_after_queue"]],
		["enter_queue", "    - answer: {}\n    - enter_queue: { queue_name: a, NAME: 'https://example.com' }\n", ["transfer_after_bridge", "execute_after_queue"]],
		[
			"pay",
			"    - answer: {}\n    - pay: { payment_connector_url: 'https://example.com', prompts: [{ for: payment-card-number, NAME: '1', actions: [{ type: Say, phrase: x }] }] }\n",
			["attempt", "attempts"],
		],
		[
			"pay",
			"    - answer: {}\n    - pay: { payment_connector_url: 'https://example.com', prompts: [{ for: NAME, actions: [{ type: Say, phrase: x }] }] }\n",
			["payment-canceled", "payment-cancelled"],
		],
	])("%s", (_, text, names) => {
		for (const name of names) expect([name, said(main(text.replace("NAME", name)))]).toEqual([name, []]);
	});
});

describe("the largest number of participants", () => {
	const text = (count: number) => main(`    - answer: {}\n    - join_conference: { name: a, beep: "false", max_participants: ${count} }\n`);

	test("what the document says that this project was created from", () => {
		expect(said(text(251))).toEqual([
			'error out-of-range "251": `max_participants` must be an integer from 1 to 250, not 251; newer SDKs take any integer from 2',
		]);
		expect(said(text(1))).toEqual(['hint out-of-range "1": `max_participants` is 1, and newer SDKs take any integer from 2']);
		expect(said(text(2))).toEqual([]);
		expect(said(text(0))).toEqual(['error out-of-range "0": `max_participants` must be an integer from 1 to 250, not 0']);
	});

	test("the fix above is neither safe nor preferred", () => {
		const document = openDocument(text(500), "yaml");
		const { problems } = check(document);
		expect(problems.flatMap((problem) => actionsAt(document, [problem], problem.span).map(({ title, preferred }) => [title, preferred]))).toContainEqual([
			"Change to `250`",
			undefined,
		]);
		expect(safelyFixed(text(500))).toBe(text(500));
	});
});

describe("forms of a body", () => {
	test.each([
		["a list of one", "    - hangup: [busy]\n", ['hint legacy-form "hangup": the entry of this list stands for `reason`; the published form is an object']],
		[
			"a list of several",
			"    - answer: {}\n    - sleep: [100, x]\n",
			['hint legacy-form "sleep": only the first entry of this list is known to mean something: `duration`; write it alone, or in an object'],
		],
		[
			"with a mistake in its first entry",
			"    - hangup: [bussy]\n",
			['error unknown-value "bussy": `bussy` is not a valid value for `hangup`; did you mean `busy`?'],
		],
		[
			"a text that means nothing that is known",
			"    - answer: {}\n    - record_call: mp3\n",
			['warning wrong-type "mp3": `record_call` must be an object, not a string'],
		],
		[
			"a text where only an object is taken",
			"    - connect: '+12025550142'\n",
			["error wrong-type \"'+12025550142'\": `connect` must be an object, not a string"],
		],
		[
			"a block in place of steps",
			"    - switch: { variable: a, case: { b: { code: [{ hangup: {} }], meta: { a: 1 } } }, default: { code: [{ hangup: {} }, { sleep: 1 }] } }\n",
			['warning unreachable-step "sleep": unreachable: nothing runs after `hangup`; remove this step, or move it up'],
		],
		[
			"a step in place of steps",
			"    - switch: { variable: a, case: { b: { hangup: {} } } }\n",
			['error section-not-list "b": `b` must be a list of steps; put `- ` before each step'],
		],
	])("%s", (_, steps, expected) => {
		const text = main(steps);
		expect(shown(text, problemsOf(text))).toEqual(expected);
	});
});

describe("objects that are ignored", () => {
	const agent = (rest: string) => main(`    - answer: {}\n    - ai:\n        prompt: { text: Hi }\n${rest}`);
	const fn = "              description: d\n";

	test.each([
		[
			"a function that nobody carries out",
			agent(`        SWAIG:\n          functions:\n            - function: f\n${fn}`),
			["this SWAIG function is ignored without `web_hook_url` or `data_map`"],
		],
		[
			"one that the default carries out",
			agent(`        SWAIG:\n          defaults: { web_hook_url: "https://example.com" }\n          functions:\n            - function: f\n${fn}`),
			[],
		],
		[
			"one whose defaults come from elsewhere",
			agent(`        SWAIG:\n          defaults: { <<: { web_hook_url: "https://example.com" } }\n          functions:\n            - function: f\n${fn}`),
			[],
		],
		["a language", agent("        languages: [{ name: English }]\n"), ["this language is ignored without `code` and `voice`"]],
		["how a word is said", agent("        pronounce: [{ with: x }]\n"), ["this pronunciation is ignored without `replace`"]],
		[
			"functions from elsewhere",
			agent('        SWAIG: { includes: [{ url: "https://example.com" }] }\n'),
			["this SWAIG include is ignored without `functions`"],
		],
		[
			"a part of a prompt",
			main("    - answer: {}\n    - ai: { prompt: { pom: [{ title: A }] } }\n"),
			["this section is ignored without `body`, `bullets` or `subsections`"],
		],
		[
			"a request and an expression",
			agent(
				`        SWAIG:\n          functions:\n            - function: f\n${fn}              data_map: { webhooks: [{ url: "https://example.com" }], expressions: [{ pattern: a, output: { response: b } }] }\n`,
			),
			["this webhook is ignored without `output` or `expressions`", "this expression is ignored without `string` or `expr`"],
		],
		["a transcription", main("    - answer: {}\n    - live_transcribe: { action: { start: { lang: en } } }\n"), ["`start` is ignored without `direction`"]],
		["a slip of the name is one mistake", agent("        pronounce: [{ replace: x, wiht: y }]\n"), []],
	])("%s", (_, text, expected) => {
		const found = problemsOf(text).filter((problem) => problem.rule === "no-effect");
		expect(found.map(({ message }) => message)).toEqual(expected);
		expect(found.every(({ level }) => level === "warning")).toBe(true);
	});
});

test("what is read from other kinds of value is at most a hint or a warning", () => {
	const text = main(
		'    - answer: {}\n    - ai:\n        prompt: { text: Hi, frequency_penalty: "x" }\n        params: { barge_functions: 2, save_conversation: "yes", conversation_id: a, max_response_tokens: 2.5, enable_pause: perhaps, model: 7 }\n    - stop_tap: { control_id: 5 }\n',
	);
	expect(shown(text, problemsOf(text)).map((line) => line.replace(/:.*: /, ": "))).toEqual([
		'hint wrong-type "\\"x\\"": `frequency_penalty` must be a number from -2 to 2, not a string',
		'hint loose-value "\\"yes\\"": `save_conversation` is a boolean; write `true`',
		'warning wrong-type "perhaps": `enable_pause` must be `true` or `false`, not a string',
		'warning wrong-type "7": `model` must be a string, not the number `7`; put it in quotes',
		'hint wrong-type "5": `control_id` must be a string, not the number `5`; put it in quotes',
	]);
});

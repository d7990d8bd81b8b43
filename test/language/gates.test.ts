/** The gates of functions: every rule the platform has for them, to the byte, in both syntaxes; the keys that are found in any case; what is offered. */
import { describe, expect, test } from "vitest";
import { openDocument } from "../../server/core/document.ts";
import { actionsAt } from "../../server/core/features/actions.ts";
import { check } from "../../server/core/rules/check.ts";
import { type Printable, printValue } from "../../server/core/syntax/print.ts";

type Value = { readonly [key: string]: Printable };

const gate: Value = { question: "Has the caller said an order number?", threshold: 0.8, on_fail: { response: "Ask for it." } };

function without(key: string): Value {
	return Object.fromEntries(Object.entries(gate).filter(([name]) => name !== key));
}

/** What is said of a function with these keys, but for hints, the same in both syntaxes. */
function said(more: Value, hints = false): readonly string[] {
	const fn = { function: "refund", description: "Pays back.", web_hook_url: "https://example.com", ...more };
	const document = { sections: { main: [{ ai: { prompt: { text: "Hi" }, SWAIG: { functions: [fn] } } }] } };
	const [yaml, json] = (["yaml", "json"] as const).map((format) => {
		const text = printValue(document, { format, style: "block", indent: "", unit: "  " });
		const { problems, failures } = check(openDocument(`${text}\n`, format));
		expect(failures).toEqual([]);
		return problems.filter((problem) => hints || problem.level !== "hint").map((problem) => `${problem.level}: ${problem.message}`);
	});
	expect(json).toEqual(yaml);
	return yaml ?? [];
}

const of = (...gates: readonly Printable[]): Value => ({ gates });
const question = (text: string): Value => of({ ...gate, question: text });
const failing = (on_fail: Printable): Value => of({ ...gate, on_fail });
const idRule = "error: the `id` of a gate must be 1 to 64 letters, digits or `_`";
const byte = "x";

describe("what the platform refuses", () => {
	const rules: readonly (readonly [string, Value, readonly string[]])[] = [
		["G1 no list", { gates: "x" }, ["error: `gates` must be a list, not a string"]],
		["G1 null", { gates: null }, ["error: `gates` has no value; it must be a list"]],
		["G1 none", { gates: [] }, ["error: `gates` has 0 entries; it must have at least 1"]],
		["G1 nine", of(...Array.from({ length: 9 }, () => gate)), ["error: `gates` has 9 entries; it must have at most 8"]],
		[
			"G2 another key",
			of({ ...gate, Threshold: 0.5, colour: 1 }),
			["error: this gate has no parameter `Threshold`; remove it", "error: this gate has no parameter `colour`; remove it"],
		],
		["G3 no question", of(without("question")), ["error: this gate requires `question`; add it"]],
		["G3 empty", question(""), ["error: `question` is empty; enter a value"]],
		["G3 no text", of({ ...gate, question: 7 }), ["error: `question` must be a string, not the number `7`; put it in quotes"]],
		["G3 8193 bytes", question(byte.repeat(8193)), ["error: `question` has 8193 bytes; the limit is 8192"]],
		["G3 8193 bytes of other letters", question(`${"é".repeat(4096)}x`), ["error: `question` has 8193 bytes; the limit is 8192"]],
		["G3 and of emoji, with a placeholder", question(`\${global_data.a}${"😀".repeat(2048)}`), ["error: `question` has 8208 bytes; the limit is 8192"]],
		["G4 no threshold", of(without("threshold")), ["error: this gate requires `threshold`; add it"]],
		["G4 text", of({ ...gate, threshold: "0.9" }), ["error: `threshold` is a number; write `0.9` without quotes"]],
		["G4 boolean", of({ ...gate, threshold: true }), ["error: `threshold` must be a number of more than 0 and at most 1, not the boolean `true`"]],
		["G4 zero", of({ ...gate, threshold: 0 }), ["error: `threshold` must be a number of more than 0 and at most 1, not 0"]],
		["G4 below", of({ ...gate, threshold: -0.1 }), ["error: `threshold` must be a number of more than 0 and at most 1, not -0.1"]],
		["G4 above", of({ ...gate, threshold: 1.01 }), ["error: `threshold` must be a number of more than 0 and at most 1, not 1.01"]],
		["G5 no on_fail", of(without("on_fail")), ["error: this gate requires `on_fail`; add it"]],
		["G5 no object", failing("stop"), ["error: `on_fail` must be an object, not a string"]],
		["G5 no response", failing({}), ["error: `on_fail` requires `response`; add it"]],
		["G5 empty response", failing({ response: "" }), ["error: `response` is empty; enter a value"]],
		["G5 response without result", failing({ response: { tool_prompt: "x" } }), ["error: `response` requires `tool_result`; add it"]],
		["G5 result no text", failing({ response: { tool_result: 7 } }), ["error: `tool_result` must be a string, not the number `7`; put it in quotes"]],
		[
			"G5 prompt no text",
			failing({ response: { tool_result: "x", tool_prompt: 7 } }),
			["error: `tool_prompt` must be a string, not the number `7`; put it in quotes"],
		],
		["G5 action no list", failing({ response: "x", action: { stop: true } }), ["error: `action` must be a list, not an object"]],
		[
			"G5 8193 bytes as JSON",
			failing({ response: byte.repeat(8193 - '{"response":""}'.length) }),
			["error: `on_fail` has 8193 bytes as JSON; the limit is 8192"],
		],
		[
			"G5 fractions have six decimals",
			failing({
				response: byte.repeat(8193 - '{"response":"","action":[{"settings":{"temperature":0.500000}}]}'.length),
				action: [{ settings: { temperature: 0.5 } }],
			}),
			["error: `on_fail` has 8193 bytes as JSON; the limit is 8192"],
		],
		["G6 no object", of({ ...gate, criteria: "x" }), ["error: `criteria` must be an object, not a string"]],
		["G6 empty", of({ ...gate, criteria: {} }), ["error: `criteria` has 0 entries; it must have at least 1"]],
		["G6 another key", of({ ...gate, criteria: { yes: "a" } }), ["error: `criteria` has no parameter `yes`; remove it"]],
		["G6 empty text", of({ ...gate, criteria: { true: "" } }), ["error: `true` is empty; enter a value, or leave it out"]],
		["G6 2049 bytes", of({ ...gate, criteria: { false: byte.repeat(2049) } }), ["error: `false` has 2049 bytes; the limit is 2048"]],
		["G7 a blank", of({ ...gate, id: "a b" }), [idRule]],
		["G7 none", of({ ...gate, id: "" }), [idRule]],
		["G7 65 letters", of({ ...gate, id: byte.repeat(65) }), [idRule]],
		["G7 the same twice", of({ ...gate, id: "a" }, { ...gate, id: "a" }), ["error: another gate of this function is called `a` as well"]],
		[
			"G7 the name that another has by its place",
			of(gate, { ...gate, id: "gate_1" }),
			["error: another gate of this function is called `gate_1` already: it has no `id`, so it is named by its position"],
		],
		[
			"G8 a function of SignalWire's own",
			{ function: "hangup_hook", gates: [gate] },
			["error: `hangup_hook` cannot have gates; the platform rejects the function"],
		],
		["G10 NUL", question("a\0b"), ["error: this string contains NUL or half a character; the platform rejects the function"]],
		["G10 half a character", question("a\ud800b"), ["error: this string contains NUL or half a character; the platform rejects the function"]],
	];
	test.each(rules)("%s", (_, value, expected) => expect(said(value)).toEqual(expected));
});

describe("what it takes, or ignores", () => {
	test.each<readonly [string, Value, readonly string[]]>([
		["a gate", of(gate), []],
		["eight of them", of(...Array.from({ length: 8 }, () => gate)), []],
		["8192 bytes", question("é".repeat(4096)), []],
		["8192 bytes as JSON", failing({ response: byte.repeat(8192 - '{"response":""}'.length) }), []],
		["criteria of 2048 bytes", of({ ...gate, criteria: { true: byte.repeat(2048), false: "b" } }), []],
		["an id of 64 letters", of({ ...gate, id: byte.repeat(64) }), []],
		["a threshold of 1", of({ ...gate, threshold: 1 }), []],
		["a name that another would have at another place", of({ ...gate, id: "gate_2" }, { ...gate, id: "b" }), []],
		["keys of on_fail in any case", failing({ Response: "x", ACTION: [{ stop: true }] }), []],
		["gates in any case", { Gates: [gate], Gate_Fillers: { default: ["hm"] } }, []],
		["G9 fillers without gates", { gate_fillers: { default: ["hm"] } }, ["warning: `gate_fillers` has no effect: there are no `gates` to check"]],
		["G14 null", { gates: [gate], gate_fillers: null }, ["warning: `gate_fillers` has no value and hides the other spelling of it"]],
		[
			"G14 two spellings",
			{ gates: [gate], gate_fillers: { default: ["a"] }, Gate_fillers: { default: ["b"] } },
			["warning: `Gate_fillers` is ignored: `gate_fillers` comes first, and case does not matter"],
		],
	])("%s", (_, value, expected) => expect(said(value)).toEqual(expected));

	test("G11 the settings of gates are asked for by the SDKs only", () => {
		const params = (settings: string) =>
			check(openDocument(`sections:\n  main:\n    - ai: { prompt: { text: Hi }, params: { ${settings} } }\n`, "yaml")).problems.map(
				(each) => `${each.level}: ${each.message}`,
			);
		expect(params("semantic_gate_timeout_ms: 500, semantic_gate_history: 100, semantic_gates_enabled: true")).toEqual([]);
		expect(params("semantic_gate_timeout_ms: 499, semantic_gate_history: 101, semantic_gates_enabled: maybe")).toEqual([
			"warning: `semantic_gate_timeout_ms` must be an integer from 500 to 10000 (milliseconds), not 499",
			"warning: `semantic_gate_history` must be an integer from 0 to 100, not 101",
			"warning: `semantic_gates_enabled` must be `true` or `false`, not a string",
		]);
	});

	test("G13 a gated function that says nothing of itself; an empty `purpose` is enough", () => {
		const fn = (more: string) =>
			check(
				openDocument(
					`sections:\n  main:\n    - ai:\n        prompt: { text: Hi }\n        SWAIG:\n          functions:\n            - function: f\n              web_hook_url: https://example.com\n${more}              gates: [{ question: a, threshold: 1, on_fail: { response: b } }]\n`,
					"yaml",
				),
			).problems.map((each) => `${each.level}: ${each.message}`);
		expect(fn("")).toEqual(["warning: this SWAIG function is ignored without `description`"]);
		expect(fn('              purpose: ""\n')).toEqual(["hint: `purpose` is deprecated; use `description` instead"]);
	});

	test("G12 what is not filled in", () => {
		expect(said(of({ ...gate, question: "Is it @{strftime %A}?", on_fail: { response: "x", action: [{ say: "Hello ${args.name}" }] } }), true)).toEqual([
			"hint: `@{…}` stays as it is in the `question` of a gate; only `${…}` is filled in",
			"hint: placeholders stay as they are in the actions of `on_fail`",
		]);
	});
});

test("no fix takes a gate off", () => {
	const text = `sections:\n  main:\n    - ai:\n        prompt: { text: Hi }\n        SWAIG:\n          functions:\n            - function: startup_hook\n              description: d\n              web_hook_url: https://example.com\n              Gates: [{ question: "", threshold: 2 }]\n`;
	const document = openDocument(text, "yaml");
	const { problems } = check(document);
	const titles = problems.flatMap((problem) => actionsAt(document, [problem], problem.span).map((action) => action.title));
	expect(titles.filter((title) => /Remove `?gates/i.test(title))).toEqual([]);
	expect(problems.length).toBeGreaterThan(3);
});

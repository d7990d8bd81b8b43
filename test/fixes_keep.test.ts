/** What a fix moves, wraps or nests stays as it is written: spelling, quotes, block text, comments. Each case is the whole offer and the text after the first fix. */
import { describe, expect, test } from "vitest";
import { actionsAt } from "../server/core/features/actions.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf, whole } from "./fixture.ts";

const agent = "- ai:\n    prompt: { text: Hi }\n";

describe("YAML", () => {
	test.each([
		[
			"numbers as they are written",
			"- connect:\n    to: sip:a@example.com\n    headers:\n      X-Id: 01234\n      X-Big: 12345678901234567890\n      X-Price: 1.10\n",
			"wrong-type",
			["Change to a list"],
			"- connect:\n    to: sip:a@example.com\n    headers:\n      - name: X-Id\n        value: 01234\n      - name: X-Big\n        value: 12345678901234567890\n      - name: X-Price\n        value: 1.10\n",
		],
		[
			"what is nested two levels deeper",
			"- user_event:\n    event:\n      a: 1\n- live_translate:\n    from_lang: en-US\n    to_lang: es-ES\n    direction: ['remote-caller']\n",
			"unknown-parameter",
			["Move them to `action.start`"],
			"- user_event:\n    event:\n      a: 1\n- live_translate:\n    action:\n      start:\n        from_lang: en-US\n        to_lang: es-ES\n        direction: ['remote-caller']\n",
		],
		[
			"block text, its comments and those beside it",
			`${agent}    temperature: 0.30 # warm\n    # how it goes on\n    post_prompt:\n      text: |\n        One.\n\n        Two # is text.\n`,
			"unknown-parameter",
			["Move it to `prompt.temperature`", "Remove `temperature`"],
			"- ai:\n    prompt: { text: Hi, temperature: 0.30 }\n    # warm\n    # how it goes on\n    post_prompt:\n      text: |\n        One.\n\n        Two # is text.\n",
		],
		[
			"a comment that moves along",
			"- ai:\n    prompt:\n      text: Hi\n    temperature: 0.30 # warm\n    hints: [a]\n",
			"unknown-parameter",
			["Move it to `prompt.temperature`", "Remove `temperature`"],
			"- ai:\n    prompt:\n      text: Hi\n      temperature: 0.30 # warm\n    hints: [a]\n",
		],
		[
			"block text that moves in",
			"- ai:\n    prompt:\n      top_p: 0.5\n    text: |\n      You are kind. # always\n\n        Even here.\n    hints: [a]\n",
			"unknown-parameter",
			["Move it to `prompt.text`", "Remove `text`"],
			"- ai:\n    prompt:\n      top_p: 0.5\n      text: |\n        You are kind. # always\n\n          Even here.\n    hints: [a]\n",
		],
		[
			"block text between braces",
			"- ai:\n    prompt: { top_p: 0.5 }\n    text: |\n      You are kind.\n    hints: [a]\n",
			"unknown-parameter",
			["Move it to `prompt.text`", "Remove `text`"],
			'- ai:\n    prompt: { top_p: 0.5, text: "You are kind.\\n" }\n    hints: [a]\n',
		],
		[
			"no move between braces where a comment would be lost, and no removal",
			`${agent}    functions:\n      # the clock\n      - function: now\n        description: The time.\n    SWAIG: {}\n`,
			"unknown-parameter",
			[],
			undefined,
		],
		[
			"a shared value with its anchor",
			`- ai:\n    prompt:\n      text: Hi\n    functions: &all\n      - function: now # the clock\n        description: "The time"\n`,
			"unknown-parameter",
			["Move it to `SWAIG.functions`"],
			`- ai:\n    prompt:\n      text: Hi\n    SWAIG:\n      functions: &all\n        - function: now # the clock\n          description: "The time"\n`,
		],
		[
			"quotes and comments of a short form",
			"- play: # greet\n    - 'say:Hi' # one\n    - \"say:Ho\"\n",
			"legacy-form",
			["Expand to the object form"],
			"- play:\n    urls: # greet\n      - 'say:Hi' # one\n      - \"say:Ho\"\n",
		],
		[
			"keys and order of what is nested",
			'- connect:\n    to: "+15551230000"\n    result:\n      "2": # yes\n        - hangup: {}\n      "1":\n        - answer: {}\n',
			"unknown-parameter",
			["Move them into `case`"],
			'- connect:\n    to: "+15551230000"\n    result:\n      case:\n        "2": # yes\n          - hangup: {}\n        "1":\n          - answer: {}\n',
		],
		[
			"a comment behind what is removed",
			"- join_conference:\n    name: a\n    colour: blue # ours\n    muted: true\n",
			"unknown-parameter",
			["Remove `colour`"],
			"- join_conference:\n    name: a\n    # ours\n    muted: true\n",
		],
		[
			"a comment behind a comma",
			"- join_conference: { colour: blue, # ours\n    name: a }\n",
			"unknown-parameter",
			["Remove `colour`"],
			"- join_conference: { # ours\n    name: a }\n",
		],
	])("%s", (_, before, rule, titles, after) => {
		expect(offered(whole(before), rule)).toEqual({ titles, after: after === undefined ? undefined : whole(after) });
	});
});

describe("JSON", () => {
	test.each([
		[
			"numbers as they are written",
			'[{"connect": {"to": "sip:a@example.com", "headers": {"X-Price": 1.10, "X-Big": 12345678901234567890}}}]',
			"wrong-type",
			'[{"connect": {"to": "sip:a@example.com", "headers": [{ "name": "X-Price", "value": 1.10 }, { "name": "X-Big", "value": 12345678901234567890 }]}}]',
		],
		[
			"escapes",
			'[{"ai": {"prompt": {"top_p": 0.50}, "text": "\\u00dcber \\/ alles"}}]',
			"unknown-parameter",
			'[{"ai": {"prompt": {"top_p": 0.50, "text": "\\u00dcber \\/ alles"}}}]',
		],
	])("%s", (_, before, rule, after) => {
		const document = (steps: string) => `{"version": "1.0.0", "sections": {"main": ${steps}}}`;
		expect(offered(document(before), rule, "json").after).toBe(document(after));
	});

	test("lines and tabs", () => {
		const before =
			'{\n\t"sections": {\n\t\t"main": [\n\t\t\t{\n\t\t\t\t"ai": {\n\t\t\t\t\t"prompt": {\n\t\t\t\t\t\t"text": "Hi"\n\t\t\t\t\t},\n\t\t\t\t\t"functions": [\n\t\t\t\t\t\t{\n\t\t\t\t\t\t\t"function": "now",\n\t\t\t\t\t\t\t"description": "d"\n\t\t\t\t\t\t}\n\t\t\t\t\t]\n\t\t\t\t}\n\t\t\t}\n\t\t]\n\t}\n}\n';
		expect(offered(before, "unknown-parameter", "json").after).toBe(
			'{\n\t"sections": {\n\t\t"main": [\n\t\t\t{\n\t\t\t\t"ai": {\n\t\t\t\t\t"prompt": {\n\t\t\t\t\t\t"text": "Hi"\n\t\t\t\t\t},\n\t\t\t\t\t"SWAIG": {\n\t\t\t\t\t\t"functions": [\n\t\t\t\t\t\t\t{\n\t\t\t\t\t\t\t\t"function": "now",\n\t\t\t\t\t\t\t\t"description": "d"\n\t\t\t\t\t\t\t}\n\t\t\t\t\t\t]\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t}\n\t\t]\n\t}\n}\n',
		);
	});
});

/** The titles on offer for the first problem of a rule, and the text after the first. */
function offered(text: string, rule: string, format: Format = "yaml") {
	const problem = problemsOf(text, format).find((each) => each.rule === rule);
	const actions = problem ? actionsAt(open(text, format), [problem], problem.span).filter((each) => each.problem && !each.title.startsWith("Ignore")) : [];
	const [first] = actions;
	return { titles: actions.map(({ title }) => title), after: first && applyEdits(text, first.edits) };
}

/** SWML inside a string: checked like the rest, underlined to the character, through every kind of quote. */
import { expect, test } from "vitest";
import { problemsOf, whole } from "../fixture.ts";

const inner = '{"sections": {"main": [{"play": {"url": "say:it\'s \\"on\\"", "volum": 3}}]}}';

/** The text as it stands in each kind of quotes. */
const written: readonly (readonly [name: string, step: string])[] = [
	["single quotes", `- execute:\n    dest: '${inner.replaceAll("'", "''")}'\n`],
	["double quotes", `- execute:\n    dest: ${JSON.stringify(inner)}\n`],
	["a block", `- execute:\n    dest: |\n      ${inner.replace('"main"', '\n      "main"')}\n`],
	["a folded block", `- transfer:\n    dest: >-\n      ${inner.replace('"main"', '\n      "main"')}\n`],
	[
		"escapes of all kinds",
		`- connect:\n    to: queue:support\n    transfer_after_bridge: ${JSON.stringify(inner).replace("say", "s\\u0061y").replace("{", "\\x7b")}\n`,
	],
];

test.each(written)("in %s", (_, step) => {
	const text = whole(step);
	const [problem, ...more] = problemsOf(text);
	expect(more).toEqual([]);
	expect(problem?.message).toBe("`play` has no parameter `volum`; did you mean `volume`?");
	expect(problem && text.slice(problem.span.start, problem.span.end).replaceAll("\\", "")).toBe('"volum"');
	// Text inside a string would need its own escapes: the author makes the change.
	expect(problem?.fixes).toEqual([]);
});

test("in JSON, a document in a document in a document", () => {
	const deepest = JSON.stringify({ sections: { main: [{ paly: {} }] } });
	const middle = JSON.stringify({ sections: { main: [{ execute: { dest: deepest } }] } });
	const text = JSON.stringify({ sections: { main: [{ execute: { dest: middle } }] } });
	const problems = problemsOf(text, "json");
	expect(problems.map((problem) => problem.message)).toEqual(["unknown method `paly`; did you mean `play`?"]);
	expect(problems[0] && text.slice(problems[0].span.start, problems[0].span.end).replaceAll("\\", "")).toBe('"paly"');
});

test("what only looks like a document is left alone", () => {
	expect(problemsOf(whole('- execute:\n    dest: "{section}"\n'))).toEqual([]);
	expect(problemsOf(whole('- execute:\n    dest: "${vars.next}"\n'))).toEqual([]);
});

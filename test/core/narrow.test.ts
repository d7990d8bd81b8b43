/** Of several kinds of object, what was written decides: a fixed value first, then the keys. */
import { expect, test } from "vitest";
import { problemsOf, whole } from "../fixture.ts";

const property = (lines: string) =>
	whole(
		`- ai:\n    prompt:\n      text: Hi\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              p:\n${lines.replace(/^(?=.)/gm, "                ")}`,
	);
const loud = (text: string) =>
	problemsOf(text)
		.filter((problem) => problem.level !== "hint")
		.map((problem) => problem.message);

test("a fixed value outweighs keys that would suit another kind", () => {
	expect(loud(property("type: array\nitems:\n  type: string\n"))).toEqual([]);
	expect(loud(property("type: array\n"))).toEqual(["`p` requires `items`; add it"]);
});

test("a fixed value that is only known during the call decides nothing", () => {
	expect(loud(property('type: "${kind}"\nitems:\n  type: string\n'))).toEqual([]);
});

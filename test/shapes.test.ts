/** The steps that completion offers together: healthy in both syntaxes. */
import { expect, test } from "vitest";
import { complete } from "../server/core/features/complete.ts";
import { shapes } from "../server/core/language/shapes.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf } from "./fixture.ts";

const contexts: readonly (readonly [Format, string])[] = [
	["yaml", "version: 1.0.0\nsections:\n  main:\n    - <|>\n"],
	["yaml", "version: 1.0.0\nsections:\n    main:\n        - <|>\n"],
	["json", '{\n  "sections": {\n    "main": [\n      <|>\n    ]\n  }\n}\n'],
];

test.each(shapes.map((shape) => [shape.name, shape] as const))("%s", (name, shape) => {
	for (const [format, marked] of contexts) {
		const hint =
			shape.flavour === "messaging"
				? marked.replace(
						"<|>",
						format === "yaml" ? "reply: Hi\n    - <|>".replace("    -", marked.includes("        -") ? "        -" : "    -") : '{ "reply": "Hi" },\n      <|>',
					)
				: marked;
		const offset = hint.indexOf("<|>");
		const text = hint.replace("<|>", "");
		const item = complete(open(text, format), offset, { snippets: false, markdown: true }).find((each) => each.label === name);
		const edit = item?.textEdit;
		if (!edit) throw new Error(`${name} is not offered`);
		const after = text.slice(0, offset) + edit.newText + text.slice(offset);
		expect(
			problemsOf(after, format).map((problem) => `${problem.level} ${problem.rule}: ${problem.message}`),
			after,
		).toEqual([]);
	}
});

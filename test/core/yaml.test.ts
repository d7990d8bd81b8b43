/** Reading YAML: in pieces as in one. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/core/syntax/parse.ts";
import { corpus, examples } from "../fixture.ts";

const texts = [...(corpus() ?? []), ...examples()]
	.filter((each) => each.format === "yaml" && !each.text.includes("---"))
	.map((each) => [each.file, each.text] as const);

/** Reading as a whole: a document marker keeps it in one piece, and is as long as the comment that replaces it. */
function inOnePiece(text: string) {
	const { root, faults } = parse(`--- \n${text}`, "yaml");
	return { root, faults };
}

describe("in pieces as in one", () => {
	test.each(texts)("%s", (_, text) => {
		const pieces = parse(`#   \n${text}`, "yaml");
		const whole = inOnePiece(text);
		if (whole.faults.length > 0 || pieces.faults.length > 0) {
			expect(pieces.faults.length > 0).toBe(whole.faults.length > 0);
			return;
		}
		expect(pieces.root).toEqual(whole.root);
	});

	test("a fault stays in its section", () => {
		const tree = parse('sections:\n  main:\n    - play: "never closed\n  other:\n    - answer: {}\n', "yaml");
		expect(tree.faults.map((fault) => fault.message)).toEqual(['this string is never closed; add `"`']);
		expect(
			tree.root?.kind === "map" && tree.root.entries[0]?.value.kind === "map" && tree.root.entries[0].value.entries.map((entry) => entry.key.value),
		).toEqual(["main", "other"]);
	});
});

/** Reading YAML: in pieces as in one, with an earlier version as without. */
import fc from "fast-check";
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

	test("the pieces of a real document are used", () => {
		const tree = parse("version: 1.0.0\nsections:\n  main:\n    - hangup: {}\n  other:\n    - answer: {}\n", "yaml");
		expect([...(tree.pieces?.keys() ?? [])]).toEqual(["  main:\n    - hangup: {}\n", "  other:\n    - answer: {}\n", "version: 1.0.0\n", "sections:\n"]);
	});

	test("a fault stays in its section", () => {
		const tree = parse('sections:\n  main:\n    - play: "never closed\n  other:\n    - answer: {}\n', "yaml");
		expect(tree.faults.map((fault) => fault.message)).toEqual(['this text is never closed; add `"`']);
		expect(
			tree.root?.kind === "map" && tree.root.entries[0]?.value.kind === "map" && tree.root.entries[0].value.entries.map((entry) => entry.key.value),
		).toEqual(["main", "other"]);
	});
});

test("an earlier version changes nothing", () => {
	const some = texts.map(([, text]) => text).filter((text) => text.length < 3000);
	fc.assert(
		fc.property(
			fc.constantFrom(...some),
			fc.nat(),
			fc.nat(12),
			fc.constantFrom("", "x", "\n", "  ", ": ", '"', "- ", "\n  new:\n    - hangup: {}\n"),
			(text, place, length, typed) => {
				const start = place % (text.length + 1);
				const after = text.slice(0, start) + typed + text.slice(start + length);
				const { root, faults } = parse(after, "yaml", parse(text, "yaml"));
				const fresh = parse(after, "yaml");
				expect({ root, faults }).toEqual({ root: fresh.root, faults: fresh.faults });
			},
		),
		{ numRuns: 300 },
	);
});

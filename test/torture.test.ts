/** A version that was read with the help of an earlier one says the same as one read from scratch, whatever happened in between. */
import { expect, test } from "vitest";
import { type Document, type Memory, openDocument, remember } from "../server/core/document.ts";
import { complete } from "../server/core/features/complete.ts";
import { hover } from "../server/core/features/hover.ts";
import { check } from "../server/core/rules/check.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { authorOf, seeds, torture } from "./edits.ts";

const editsOfOne = 500;

/** The next version of a document that is being edited. */
const reopened = (text: string, format: Format, memory: Memory): Document => openDocument(text, format, memory);

/** What a user sees of a version, and the tree it comes from, as text; `completed`: where completion, which takes longest, is asked for. */
function seen(document: Document, offsets: readonly number[], completed: readonly number[]): { readonly [what: string]: string } {
	const { root, faults } = document.tree();
	return {
		tree: JSON.stringify({ root, faults }),
		problems: JSON.stringify(check(document)),
		hover: JSON.stringify(offsets.map((offset) => hover(document, offset))),
		completion: JSON.stringify(completed.map((offset) => complete(document, offset, { snippets: true, markdown: true }))),
	};
}

test.each<Format>(["yaml", "json"])("carried over and from scratch, %s", { timeout: 3_600_000 }, (format) => {
	for (const seed of seeds(torture(200_000, 2000) / editsOfOne / 2)) {
		const author = authorOf(seed, format);
		const memory = remember();
		let document = reopened(author.text(), format, memory);
		for (let n = 0; n < editsOfOne; n++) {
			const before = document.text;
			const edits = author.edit();
			const text = author.text();
			document = reopened(text, format, memory);
			// Not every version is asked for.
			if (author.chance.below(6) === 0) continue;
			const offsets = [(edits.at(-1)?.span.start ?? 0) + author.chance.below(3), author.chance.below(text.length + 1)].map((offset) =>
				Math.min(offset, text.length),
			);
			const completed = n % 3 === 0 ? offsets.slice(0, 1) : [];
			const carried = seen(document, offsets, completed);
			const scratch = seen(openDocument(text, format), offsets, completed);
			const wrong = Object.keys(scratch).find((what) => carried[what] !== scratch[what]);
			if (wrong === undefined) continue;
			const story = { format, seed, edit: n, wrong, offsets, before, edits, text };
			expect(carried[wrong], `SWML_SEED=${seed} shows it again: ${JSON.stringify(story)}`).toBe(scratch[wrong]);
		}
	}
});

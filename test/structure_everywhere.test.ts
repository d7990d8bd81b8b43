/** Outline, folding and selection at every place of every document, whole and cut off: what a client relies on holds everywhere. */
import { expect, test } from "vitest";
import type { Span } from "../server/core/base/span.ts";
import type { Document } from "../server/core/document.ts";
import { folds } from "../server/core/features/folding.ts";
import { links } from "../server/core/features/links.ts";
import { selections } from "../server/core/features/selection.ts";
import { type Outlined, outline } from "../server/core/features/symbols.ts";
import { corpus, cutOff, examples, open } from "./fixture.ts";

const documents = [...(corpus() ?? []), ...examples()];

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

/** What is wrong with an outline, one line each. */
function faultsOf(list: readonly Outlined[], outer: Span): readonly string[] {
	return list.flatMap((each) => [
		...(holds(outer, each.span) ? [] : [`${each.name} leaves what it is in`]),
		...(holds(each.span, each.selection) ? [] : [`the name of ${each.name} is not in it`]),
		...(each.name.trim() === "" || each.name.length > 160 || /[\p{Cc}\u2028\u2029\u202a-\u202e]/u.test(each.name)
			? [`${JSON.stringify(each.name)} is no name`]
			: []),
		...faultsOf(each.children, each.span),
	]);
}

function foldFaults({ text }: Document, list: ReturnType<typeof folds>): readonly string[] {
	const lines = new Set<number>();
	return list.flatMap(({ span }) => {
		const line = text.lastIndexOf("\n", span.start - 1);
		const again = lines.has(line);
		lines.add(line);
		const sound = span.start < span.end && span.end <= text.length && text.slice(span.start, span.end).includes("\n") && !again;
		return sound ? [] : [JSON.stringify(span)];
	});
}

function selectionFaults(document: Document, offset: number): readonly string[] {
	const list = selections(document, offset);
	const last = list.at(-1);
	const sound = list.every((span, index) => {
		const inner = list[index - 1];
		return span.start <= offset && offset <= span.end && (!inner || (holds(span, inner) && inner.end - inner.start < span.end - span.start));
	});
	return sound && last?.start === 0 && last.end === document.text.length ? [] : [`${offset}: ${JSON.stringify(list)}`];
}

test("every symbol lies in its parent and holds its name; every fold spans lines; every link stands where it says", () => {
	const faults: string[] = [];
	let [symbols, foldings, addresses] = [0, 0, 0];
	for (const { file, text: whole, format } of documents) {
		for (const text of cutOff(whole, 5)) {
			const document = open(text, format);
			const list = outline(document);
			const ranges = folds(document);
			const found = links(document);
			symbols += list.length;
			foldings += ranges.length;
			addresses += found.length;
			const wrong = [
				...faultsOf(list, { start: 0, end: text.length }),
				...foldFaults(document, ranges),
				...found.flatMap(({ span, target }) => (text.slice(span.start, span.end).replaceAll("\\", "") === target ? [] : [target])),
			];
			faults.push(...wrong.map((each) => `${file}, ${text.length} characters: ${each}`));
		}
	}
	expect(faults).toEqual([]);
	expect(Math.min(symbols, foldings, addresses)).toBeGreaterThan(0);
});

test("every selection holds the one before and the place", () => {
	const faults: string[] = [];
	for (const { file, text: whole, format } of documents) {
		for (const text of cutOff(whole, 2)) {
			const document = open(text, format);
			const step = text === whole ? 1 : 11;
			for (let offset = 0; offset <= text.length; offset += step) faults.push(...selectionFaults(document, offset).map((each) => `${file}: ${each}`));
		}
	}
	expect(faults).toEqual([]);
});

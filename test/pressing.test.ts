/** A person presses the key without reading: the first fix, again and again, leads a broken document to health and loses nothing on the way. */
import { describe, expect, test } from "vitest";
import { meets } from "../server/core/base/span.ts";
import { actionsAt } from "../server/core/features/actions.ts";
import { methodNamed } from "../server/core/language/lookup.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format, Node, ScalarNode } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { corpus, open, problemsOf } from "./fixture.ts";

interface Broken {
	readonly name: string;
	readonly format: Format;
	readonly text: string;
	/** What it was before the mistake. */
	readonly before?: string;
}

const documents = corpus()?.filter((each) => each.kind === "document") ?? [];

describe.skipIf(!corpus())("pressing the first fix (../shared/corpus; skipped where it is not at hand)", () => {
	test("on what is wrong in the corpus, and on one mistake in each healthy document, of a dozen kinds", () => {
		const wrong = documents.map(({ file, text, format }) => ({ name: file, text, format }));
		const healthy = documents.filter(({ text, format }) => problemsOf(text, format).every(({ level }) => level === "hint" || level === "info"));
		const made = healthy.flatMap(({ file, text, format }, index) =>
			Object.entries(mistakes).flatMap(([kind, make], nth): readonly Broken[] => {
				if ((index + nth) % 4 > 0) return [];
				const places = make(text, format, scalarsIn(parse(text, format).root));
				const place = places[index % Math.max(1, places.length)];
				return place && place !== text ? [{ name: `${kind} in ${file}`, format, text: place, before: text }] : [];
			}),
		);
		const [own, planted] = [wrong, made].map((all) => pressed(all.filter(({ text, format }) => loud(text, format).length > 0)));
		const broken = (own?.broken ?? 0) + (planted?.broken ?? 0);
		const clean = (own?.clean ?? 0) + (planted?.clean ?? 0);
		console.log(
			`${own?.clean} of ${own?.broken} documents of the corpus that are broken end clean, ${planted?.clean} of ${planted?.broken} with a mistake planted: ${((100 * clean) / broken).toFixed(1)} %`,
		);
		console.log(`${(own?.lost.length ?? 0) + (planted?.lost.length ?? 0)} lose something`);
		console.log([...(own?.left ?? []), ...(planted?.left ?? [])].join("\n"));
		expect([...(own?.lost ?? []), ...(planted?.lost ?? [])]).toEqual([]);
		expect(clean / broken).toBeGreaterThanOrEqual(0.95);
	});
});

/** Presses the first fix until none is left. */
function pressed(all: readonly Broken[]) {
	const lost: string[] = [];
	const left: string[] = [];
	for (const { name, text, format, before = text } of all) {
		let now = text;
		const about = new Set<string>();
		for (let round = 0; round < 60; round++) {
			const [edits] = loud(now, format).flatMap((problem) => {
				const fix = actionsAt(open(now, format), [problem], problem.span).find((each) => each.problem === problem && !each.title.startsWith("Ignore"));
				if (fix)
					for (const { node } of scalarsIn(parse(now, format).root)) if (meets(node.span, problem.span)) about.add(now.slice(node.span.start, node.span.end));
				return fix && !problem.fixes.find(({ title }) => title === fix.title)?.drops ? [fix.edits] : [];
			});
			if (!edits) break;
			now = applyEdits(now, edits);
		}
		const end = loud(now, format);
		if (end.length > 0) left.push(`${name}: ${end.map((each) => each.message).join(" | ")}`);
		const texts = scalarsIn(parse(now, format).root).map(({ node }) => String(node.value));
		for (const { node, isKey } of scalarsIn(parse(before, format).root)) {
			const written = before.slice(node.span.start, node.span.end);
			if (!isKey && !about.has(written) && node.style !== "missing" && !now.includes(written) && !texts.some((each) => each.includes(String(node.value))))
				lost.push(`${name}: ${written}`);
		}
	}
	return { broken: all.length, clean: all.length - left.length, lost, left };
}

function loud(text: string, format: Format) {
	return problemsOf(text, format).filter(({ level }) => level !== "hint");
}

interface Place {
	readonly node: ScalarNode;
	readonly isKey: boolean;
	readonly flow: boolean;
}

function scalarsIn(node: Node | undefined): readonly Place[] {
	if (node?.kind === "map")
		return node.entries.flatMap(({ key, value, flow }) => [{ node: key, isKey: true, flow }, ...scalarsIn(value).map((each) => ({ ...each, flow }))]);
	if (node?.kind === "list") return node.items.flatMap((item) => scalarsIn(item));
	return node?.kind === "scalar" ? [{ node, isKey: false, flow: false }] : [];
}

type Make = (text: string, format: Format, scalars: readonly Place[]) => readonly string[];

const at = (text: string, { span }: ScalarNode, by: (written: string) => string) =>
	text.slice(0, span.start) + by(text.slice(span.start, span.end)) + text.slice(span.end);
const keys = (scalars: readonly Place[], fits: (name: string) => boolean) =>
	scalars.flatMap(({ node, isKey }) => (isKey && typeof node.value === "string" && fits(node.value) ? [node] : []));
const values = (scalars: readonly Place[], fits: (node: ScalarNode) => boolean) => scalars.flatMap(({ node, isKey }) => (!isKey && fits(node) ? [node] : []));

const mistakes: { readonly [kind: string]: Make } = {
	"two letters of a method swapped": (text, _, scalars) =>
		keys(scalars, (name) => name.length > 4 && methodNamed(name) !== undefined).map((node) =>
			at(text, node, (name) => name.replace(/(\w\w)(\w)(\w)/, "$1$3$2")),
		),
	"a letter of a name left out": (text, _, scalars) =>
		keys(scalars, (name) => /^[a-z]+_[a-z_]+$/.test(name)).map((node) => at(text, node, (name) => name.replace(/_(\w)(\w)/, "_$2"))),
	"a name in camel case": (text, _, scalars) =>
		keys(scalars, (name) => /^[a-z]+_[a-z]+$/.test(name)).map((node) =>
			at(text, node, (name) => name.replace(/_(\w)/g, (__, letter: string) => letter.toUpperCase())),
		),
	"a value in a list": (text, _, scalars) =>
		values(scalars, (node) => node.style !== "missing" && node.style !== "block" && node.value !== null).map((node) => at(text, node, (value) => `[${value}]`)),
	"a number with its unit": (text, format, scalars) =>
		values(scalars, (node) => typeof node.value === "number" && /(?:timeout|duration|sleep)"?: *$/.test(text.slice(0, node.span.start).slice(-40))).map(
			(node) => at(text, node, (value) => (format === "json" ? `"${value} s"` : `${value} s`)),
		),
	"a blank missing": (text, format, scalars) =>
		format === "json" ? [] : keys(scalars, () => true).map((node) => text.slice(0, node.span.end) + text.slice(node.span.end).replace(/^: /, ":")),
	"a comma left out": (text, format) =>
		format === "json" ? [...text.matchAll(/,(?=\s*\n)/g)].map(({ index }) => text.slice(0, index) + text.slice(index + 1)) : [],
	"a comma too many": (text, format) =>
		format === "json" ? [...text.matchAll(/(?<=["\d}\]])(?=\s*\n\s*[}\]])/g)].map(({ index }) => `${text.slice(0, index)},${text.slice(index)}`) : [],
	"a quote left out": (text, format, scalars) => (format === "json" ? keys(scalars, () => true).map((node) => at(text, node, (key) => key.slice(0, -1))) : []),
	"yes for true": (text, format, scalars) =>
		values(scalars, (node) => node.value === true).map((node) => at(text, node, () => (format === "json" ? '"yess"' : "yess"))),
	"sections called otherwise": (text, _, scalars) =>
		keys(scalars, (name) => name === "sections").map((node) => at(text, node, (name) => name.replace("sections", "section"))),
};

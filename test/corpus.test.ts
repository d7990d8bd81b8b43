/** Real documents: no false alarm on healthy ones, real mistakes found, the same answers in both syntaxes. */
import { describe, expect, test } from "vitest";
import { detect } from "../server/core/detect.ts";
import { dataOf, type Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { type CorpusFile, corpus, problemsOf, twins } from "./fixture.ts";
import { pathOf } from "./twin.ts";

const files = corpus();
const healthy = ["pass", "schema too strict", "sdk schema outdated"];

describe.skipIf(!files)("the corpus (../shared/corpus; skipped where it is not at hand)", () => {
	const documents = files?.filter((each) => each.kind === "document") ?? [];

	test("no error on a document that is healthy", () => {
		const alarms = documents
			.filter((each) => healthy.includes(each.verdict))
			.flatMap(({ file, text, format }) =>
				problemsOf(text, format)
					.filter((problem) => problem.level === "error")
					.map((problem) => `${file} ${problem.rule}: ${problem.message}`),
			);
		expect(alarms).toEqual([]);
	});

	test("every whole document is recognised by its content", () => {
		const unseen = documents.filter(({ text, verdict }) => verdict !== "test-data" && !detect({ name: "", text }).swml).map(({ file }) => file);
		expect(unseen).toEqual([]);
	});

	test("a document and its twin have the same problems in the same places", () => {
		const differing = twins().flatMap(({ name, texts }) => {
			const [a, b] = texts.map(([format, text]) => {
				const root = parse(text, format).root;
				// A slip of the syntax is not in the twin.
				return root
					? problemsOf(text, format)
							.filter(({ rule }) => rule !== "syntax")
							.map((problem) => `${problem.rule} ${problem.level} ${pathOf(root, problem.span)}`)
					: ["no tree"];
			});
			return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ name, a, b }];
		});
		expect(differing).toEqual([]);
	});

	test("every real mistake is found, once, where it is", () => {
		const report: string[] = [];
		let found = 0;
		for (const each of files?.filter((file) => file.verdict === "real mistake") ?? []) {
			const { text, format } = asDocument(each);
			const { root } = parse(text, format);
			const problems = problemsOf(text, format).map((problem) => ({ ...problem, path: root ? pathOf(root, problem.span) : "" }));
			const loud = problems.filter((problem) => problem.level === "error" || problem.level === "warning");
			for (const [path, count] of causes(each)) {
				// A renamed parameter counts as one cause, though the index lists it twice; older spellings that still work are hints.
				const here = problems.filter(
					(problem) => (problem.level !== "hint" || problem.rule === "deprecated") && problem.path.replace(/#key$/, "").startsWith(path),
				);
				if (here.length === count) found += count;
				else report.push(`${each.file} ${path}: ${count} expected, but ${JSON.stringify(here.map((problem) => problem.message))}`);
			}
			// Beside the mistakes nothing is loud, but what an elided example leaves out.
			const causeful = [...causes(each).keys()];
			const elided = each.findings.some((finding) => finding.verdict === "fragment/placeholder");
			const besides = loud.filter((problem) => !causeful.some((path) => problem.path.startsWith(path)) && !(elided && problem.rule === "syntax"));
			report.push(...besides.map((problem) => `${each.file} besides: ${problem.rule} ${problem.path} ${problem.message}`));
		}
		console.log(`${found} real mistakes found in ${files?.filter((file) => file.verdict === "real mistake").length} documents`);
		expect(report).toEqual([]);
	});
});

/** A part of a document, put where it belongs: the paths of the index are those of the whole. */
function asDocument({ text, format, kind, subkind }: CorpusFile): { readonly text: string; readonly format: Format } {
	if (kind !== "SWAIG function fragment") return { text, format };
	const { root } = parse(text, format);
	const part = root && dataOf(root);
	const functions = subkind === "functions array" ? part : [subkind === "data_map" ? { function: "f", description: "d", data_map: part } : part];
	return { text: JSON.stringify({ sections: { main: [{ ai: { prompt: { text: "p" }, SWAIG: { functions } } }] } }), format: "json" };
}

/** The mistakes of a document: the path each is below, and how many there are. */
function causes({ findings }: CorpusFile): ReadonlyMap<string, number> {
	const counted = new Map<string, number>();
	for (const { verdict, category, path } of findings) {
		if (verdict !== "mistake" && verdict !== "semantic") continue;
		// What is missing because it has another name is the same mistake.
		if (category.startsWith("missing required parameter")) continue;
		const place = path ?? semanticPlaces[category] ?? "";
		counted.set(place, (counted.get(place) ?? 0) + 1);
	}
	return counted;
}

/** The index gives these no path. */
const semanticPlaces: { readonly [category: string]: string } = {
	"unreachable-after-transfer": "/sections/main/1/cond/1/then/1",
	"prompt-param-in-params": "/sections/main/3/ai/params",
};

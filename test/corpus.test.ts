/** Real documents: no false alarm on healthy ones, real mistakes found, the same answers in both syntaxes. */
import { describe, expect, test } from "vitest";
import { detect } from "../server/core/detect.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { corpus, problemsOf, twins } from "./fixture.ts";
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
		const unseen = documents.filter(({ text }) => !detect({ name: "", text }).swml).map(({ file }) => file);
		expect(unseen).toEqual([]);
	});

	test("a document and its twin have the same problems in the same places", () => {
		const differing = twins().flatMap(({ name, texts }) => {
			const [a, b] = texts.map(([format, text]) => {
				const root = parse(text, format).root;
				return root ? problemsOf(text, format).map((problem) => `${problem.rule} ${problem.level} ${pathOf(root, problem.span)}`) : ["no tree"];
			});
			return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ name, a, b }];
		});
		expect(differing).toEqual([]);
	});
});

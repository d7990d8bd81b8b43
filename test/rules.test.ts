/** Every rule finds exactly what its examples mark, in YAML and in JSON; beside it no other problem is reported, and its first fix puts it right. */
import { describe, expect, test } from "vitest";
import { rules } from "../server/core/rules/index.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { fixed, problemsOf, unmark, whole } from "./fixture.ts";
import { hasTwin, pathOf, toJson } from "./twin.ts";

for (const rule of rules) {
	describe(rule.id, () => {
		test.each(rule.bad.map((example) => [example] as const))("finds what example %# marks", (example) => {
			const { text, marks } = unmark(example);
			const problems = problemsOf(text);
			const mine = problems.filter((problem) => problem.rule === rule.id);
			expect(mine.map(({ span, message }) => ({ at: span.start, text: text.slice(span.start, span.end), message }))).toEqual(
				marks.map((mark, index) => (mark.message === "*" ? { ...mark, message: mine[index]?.message } : mark)),
			);
			expect(mine.length).toBeGreaterThan(0);
			const loud = problems.filter((problem) => problem.rule !== rule.id && problem.level !== "hint");
			expect(loud.map((problem) => `${problem.rule}: ${problem.message}`)).toEqual([]);
		});

		test.each(rule.bad.filter((example) => !rule.yamlOnly && hasTwin(unmark(example).text)).map((example) => [example] as const))(
			"finds the same in JSON, example %#",
			(example) => {
				const { text } = unmark(example);
				const json = toJson(text);
				const yamlRoot = parse(text, "yaml").root;
				const jsonRoot = parse(json, "json").root;
				if (!yamlRoot || !jsonRoot) throw new Error("no tree");
				const list = (source: string, format: "yaml" | "json", root: typeof yamlRoot) =>
					problemsOf(source, format)
						.filter((problem) => problem.rule === rule.id)
						.map(
							(problem) =>
								`${pathOf(root, problem.span)} ${problem.level} ${problem.message.replace(/(?:put `- ` before each step|wrap it in `\[` and `\]`)/, "…")}`,
						);
				expect(list(json, "json", jsonRoot)).toEqual(list(text, "yaml", yamlRoot));
			},
		);

		test.each(rule.bad.map((example) => [example] as const))("its fixes put example %# right", (example) => {
			const { text } = unmark(example);
			for (const [format, source] of [["yaml", text], ...(hasTwin(text) ? [["json", toJson(text)]] : [])] as const) {
				const problem = problemsOf(source, format as "yaml" | "json").find((each) => each.rule === rule.id);
				for (const fix of problem?.fixes.slice(0, 1) ?? []) {
					const after = fixed(source, fix);
					const left = problemsOf(after, format as "yaml" | "json").filter((each) => each.rule === rule.id || each.rule === "syntax");
					expect(
						left.map((each) => each.message),
						`${fix.title}:\n${after}`,
					).toEqual([]);
				}
			}
		});

		test.each(rule.good.map((example) => [example] as const))("leaves example %# alone", (example) => {
			const text = whole(example);
			for (const [format, source] of [["yaml", text], ...(hasTwin(text) ? [["json", toJson(text)]] : [])] as const) {
				const problems = problemsOf(source, format as "yaml" | "json");
				expect(
					problems.filter((problem) => problem.rule === rule.id || problem.level !== "hint").map((problem) => `${problem.rule}: ${problem.message}`),
				).toEqual([]);
			}
		});
	});
}

test("ids are unique and in the form of ids", () => {
	const ids = rules.map((rule) => rule.id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});

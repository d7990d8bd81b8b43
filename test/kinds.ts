/** One kind of mistake as a user meets it: what is said, where, what is offered in which order, and what the first fix makes of the text; in both syntaxes. */
import { expect, test } from "vitest";
import { actionsAt } from "../server/core/features/actions.ts";
import type { Problem } from "../server/core/rules/rule.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { fixed, open, problemsOf, shown, whole } from "./fixture.ts";
import { pathOf, toJson } from "./twin.ts";

/** A kind of mistake. */
export interface Kind {
	readonly name: string;
	/** In YAML: a list of steps, or a whole document. */
	readonly before: string;
	/** Every problem, as `level rule "text": message`. */
	readonly says: readonly string[];
	/** The fixes of each, in order; `*` is the one a key press applies. */
	readonly offers?: readonly (readonly string[])[];
	/** The text after the first fix of all. */
	readonly after?: string;
	/** Where JSON cannot say it, or does not have the problem. */
	readonly yamlOnly?: true;
}

/** The tests of some kinds: in YAML to the character, in JSON the same problems in the same places and the same data after the fix. */
export function testKinds(kinds: readonly Kind[]): void {
	for (const { name, before, says, offers = says.map(() => []), after, yamlOnly } of kinds) {
		const yaml = whole(before);
		test(yamlOnly ? name : `${name}, in YAML`, () => {
			const problems = problemsOf(yaml);
			expect({ says: shown(yaml, problems), offers: offersOf(yaml, "yaml", problems), after: pressed(yaml, problems) }).toEqual({
				says,
				offers,
				after: after === undefined ? undefined : whole(after),
			});
		});
		if (yamlOnly) continue;
		test(`${name}, in JSON`, () => {
			const spread = toJson(yaml);
			for (const json of [spread, JSON.stringify(JSON.parse(spread))]) {
				const problems = problemsOf(json, "json");
				expect(problems.map(told(json, "json"))).toEqual(problemsOf(yaml).map(told(yaml, "yaml")));
				expect(offersOf(json, "json", problems).map((each) => each.map(bare))).toEqual(offers.map((each) => each.map(bare)));
				const text = pressed(json, problems);
				expect(text && JSON.parse(text)).toEqual(after && JSON.parse(toJson(whole(after))));
			}
		});
	}
}

/** The titles of what is offered for each problem. */
function offersOf(text: string, format: Format, problems: readonly Problem[]): readonly (readonly string[])[] {
	return problems.map((problem) =>
		actionsAt(open(text, format), [problem], problem.span)
			.filter((action) => action.problem === problem && !action.title.startsWith("Ignore"))
			.map(({ title, preferred }) => `${preferred ? "*" : ""}${title}`),
	);
}

function pressed(text: string, problems: readonly Problem[]): string | undefined {
	const fix = problems.flatMap(({ fixes }) => fixes)[0];
	return fix && fixed(text, fix);
}

/** A problem with its place in terms that both syntaxes share. */
function told(text: string, format: Format): (problem: Problem) => string {
	const { root } = parse(text, format);
	return ({ level, rule, message, span }) => `${level} ${rule} ${root ? pathOf(root, span) : ""}: ${bare(message)}`;
}

/** JSON writes quotes where YAML may do without. */
function bare(words: string): string {
	return words.replaceAll(/\\?"/g, "");
}

/** The generated JSON Schema refuses what our own checker refuses, and nothing else: in both drafts that editors know. */
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { swmlSchema } from "../scripts/schema.ts";
import { methods } from "../server/core/language/methods/index.ts";
import { rules } from "../server/core/rules/index.ts";
import { dataOf, type Format } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { corpus, examples, problemsOf, twins, unmark } from "./fixture.ts";

/**
 * The rules about structure and values, which a schema can know. Left out, each for its reason:
 * `syntax` and `duplicate-key` are for whoever reads the text, `embedded-document` is about text inside a string, and
 * `value-format` about forms of text that are too fine for patterns; what names refer to and how control flows is beyond any schema.
 */
const structural: ReadonlySet<string> = new Set([
	"bare-step",
	"empty-value",
	"list-size",
	"loose-value",
	"missing-parameter",
	"missing-section",
	"out-of-range",
	"parameter-conflict",
	"section-not-list",
	"step-shape",
	"unknown-method",
	"unknown-parameter",
	"unknown-root-key",
	"unknown-value",
	"word-list",
	"wrong-type",
]);

/** Where the two answer differently, and why that stays so. `place` is where the sweep below comes upon it. */
const differences: readonly { readonly data: unknown; readonly checker: boolean; readonly because: string; readonly place?: RegExp }[] = [
	{
		data: [{ play: { url: "say:Hello", volume: "300" } }],
		checker: false,
		because: "a number in quotes is seen as a text, and the range of a number cannot be asked of a text",
	},
	{
		data: [{ execute: { dest: '{"sections": {"main": [{"paly": {}}]}}' } }],
		checker: false,
		because: "SWML inside a string is a text to a schema",
	},
	{
		data: agent({ type: "object", properties: { size: { type: "string", items: { type: "string" } } } }),
		checker: true,
		because: "of the kinds of property the checker takes the one with fewest mistakes, the schema the one that `type` names",
	},
	{
		data: [{ request: { url: "https://example.com/%{message.from}" } }],
		checker: true,
		because: "what only placeholders, branches and params tell, that this answers a message, is beyond a schema, which looks at the methods of sections",
		place:
			/^(?:request: \/sections\/main\/1\/switch = "\$\{x\}"|return: \/sections\/main(?: = null| = \[\]|\/1\/switch = "\$\{x\}")|transfer: \/sections\/main\/0\/switch\/default(?: = null| = \[\]| removed))$/,
	},
];

const schema = swmlSchema();
const { $schema: _, ...withoutDraft } = schema;
const accepts2020 = new Ajv2020({ strict: false }).compile(schema);
const accepts07 = new Ajv07({ strict: false }).compile(withoutDraft);

interface Answer {
	readonly name: string;
	readonly schema: boolean;
	readonly checker: boolean;
	readonly why: string;
}

/** What schema and checker say of a text; undefined where it cannot be read. */
function answers(name: string, text: string, format: Format): Answer | undefined {
	const { root, faults } = parse(text, format);
	if (!root || faults.length > 0) return undefined;
	const data = dataOf(root);
	const accepted = accepts2020(data);
	const why = accepted ? "" : JSON.stringify(accepts2020.errors?.[0]);
	if (accepts07(data) !== accepted) throw new Error(`${name}: draft-07 and 2020-12 differ`);
	const errors = problemsOf(text, format).filter((problem) => problem.level === "error" && structural.has(problem.rule));
	return { name, schema: accepted, checker: errors.length === 0, why: why || errors.map((each) => each.message).join("; ") };
}

/** Counts the answers, after making sure that the two agree. */
function expectAgreement(title: string, found: readonly (Answer | undefined)[]): void {
	const read = found.filter((each) => each !== undefined);
	expect(read.filter((each) => each.schema !== each.checker)).toEqual([]);
	const refused = read.filter((each) => !each.schema).length;
	console.log(`${title}: ${read.length - refused} accepted, ${refused} refused, ${found.length - read.length} not readable`);
}

/** The steps of an agent with one function that takes these parameters. */
function agent(parameters: unknown): unknown {
	return [{ ai: { prompt: { text: "Hello" }, SWAIG: { functions: [{ function: "order", description: "Orders something.", parameters }] } } }];
}

function document(steps: unknown): string {
	return JSON.stringify({ version: "1.0.0", sections: { main: steps } });
}

const ownExamples = methods.flatMap((method) => Object.values(method.forms).map((form) => ({ name: method.name, text: form.example })));

const real = corpus();

test.skipIf(!real)("the corpus (../shared/corpus; skipped where it is not at hand)", () => {
	expectAgreement(
		"corpus",
		(real ?? []).map(({ file, text, format }) => answers(file, text, format)),
	);
	expectAgreement(
		"twins",
		twins().flatMap(({ name, texts }) => texts.slice(1).map(([format, text]) => answers(name, text, format))),
	);
});

test("the examples", () => {
	expectAgreement(
		"examples",
		examples().map(({ file, text, format }) => answers(file, text, format)),
	);
});

test("the example of every method is accepted", () => {
	const found = ownExamples.map(({ name, text }) => answers(name, text, "yaml"));
	expect(found.filter((each) => !each?.schema)).toEqual([]);
	expectAgreement("methods", found);
});

describe("the examples of rules", () => {
	for (const rule of rules) {
		test(rule.id, () => {
			const found = [...rule.bad, ...rule.good].map((example) => unmark(example).text).map((text) => answers(text, text, "yaml"));
			expect(found.filter((each) => each && each.schema !== each.checker)).toEqual([]);
		});
	}
});

test("every example of a mistake in structure is refused", () => {
	const mistakes = rules.filter((rule) => structural.has(rule.id) && rule.level === "error").flatMap((rule) => rule.bad.map((example) => unmark(example).text));
	const found = mistakes.map((text) => answers(text, text, "yaml"));
	expect(found.filter((each) => each?.checker === false && each.schema)).toEqual([]);
	expect(found.filter((each) => each?.schema === false).length).toBeGreaterThan(20);
});

test("one thing changed in the example of a method, at every place and in several ways", () => {
	const found = ownExamples.flatMap(({ name, text }) => {
		const { root } = parse(text, "yaml");
		return root ? [...changes(dataOf(root))].map(([what, text]) => answers(`${name}: ${what}`, text, "json")) : [];
	});
	expectAgreement(
		"changed",
		found.filter((each) => !differences.some(({ place }) => each && place?.test(each.name))),
	);
});

test("the differences are those we know", () => {
	for (const { data, checker, because } of differences) {
		const answer = answers(because, document(data), "json");
		expect([answer?.checker, answer?.schema, because]).toEqual([checker, !checker, because]);
	}
});

test("one mistake far inside is one error, at its place", () => {
	const data = { sections: { main: [{ ai: { prompt: { text: "Hello", temperture: 0.5 } } }] } };
	accepts2020(data);
	const own = accepts2020.errors?.filter((error) => error.keyword !== "if");
	expect(own?.map((error) => [error.instancePath, error.params])).toEqual([["/sections/main/0/ai/prompt", { additionalProperty: "temperture" }]]);
});

test("only keywords that both drafts know, and nothing beside a reference", () => {
	const text = JSON.stringify(schema);
	const newer = ["$defs", "prefixItems", "dependentSchemas", "dependentRequired", "unevaluatedProperties", "minContains", "$anchor", "$dynamicRef"];
	expect(newer.filter((keyword) => text.includes(`"${keyword}":`))).toEqual([]);
	expect(text.match(/"\$ref":"[^"]*",|,"\$ref":/g)).toBeNull();
});

/** As JSON: every key removed and renamed, every value replaced by one of each kind. */
function* changes(data: unknown): Iterable<readonly [string, string]> {
	const copy: unknown = structuredClone(data);
	for (const [path, holder, key] of places(copy, "")) {
		const value = holder[key];
		for (const other of ["", "x", "${x}", 7, -0.5, true, null, [], {}]) {
			holder[key] = other;
			yield [`${path} = ${JSON.stringify(other)}`, JSON.stringify(copy)];
		}
		if (!Array.isArray(holder)) {
			delete holder[key];
			yield [`${path} removed`, JSON.stringify(copy)];
			holder[`${key}z`] = value;
			yield [`${path} renamed`, JSON.stringify(copy)];
			delete holder[`${key}z`];
		}
		holder[key] = value;
	}
}

type Holder = { [key: string]: unknown };

function* places(value: unknown, path: string): Iterable<readonly [string, Holder, string]> {
	if (value === null || typeof value !== "object") return;
	const holder = value as Holder;
	for (const key of Object.keys(holder)) {
		yield [`${path}/${key}`, holder, key];
		yield* places(holder[key], `${path}/${key}`);
	}
}

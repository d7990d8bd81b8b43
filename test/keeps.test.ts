/**
 * Whatever a fix does, it keeps what the author wrote: every scalar the problem is not about with its spelling, every comment, and the way back.
 * The problem is gone then, and no new error there. Over the corpus, and over the mistakes of every param in layouts of every kind.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { methods } from "../server/core/language/methods/index.ts";
import type { Flavour } from "../server/core/language/type.ts";
import { mentionsOfFile } from "../server/core/mentions.ts";
import type { Fix, Problem } from "../server/core/rules/rule.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format, Node, ScalarNode } from "../server/core/syntax/node.ts";
import { parse } from "../server/core/syntax/parse.ts";
import { commentsIn } from "../server/core/syntax/written.ts";
import { corpus, open, problemsOf, twins } from "./fixture.ts";
import { mistakesOf, slotsOf } from "./language/generate.ts";
import { laidOut } from "./layouts.ts";

const flavours: readonly Flavour[] = ["calling", "messaging"];

describe("what a fix keeps", () => {
	const mistakes = methods.flatMap((method) =>
		flavours.flatMap((flavour) =>
			method.forms[flavour]
				? slotsOf(method.name, method.forms[flavour].type, flavour).flatMap((slot) => mistakesOf(slot).map(({ document }) => document))
				: [],
		),
	);

	test.each(["yaml", "json"] as const)("the mistakes of every param, each in a layout of its own: %s", (format) => {
		const lost: string[] = [];
		let fixes = 0;
		for (const [index, mistake] of mistakes.entries()) {
			// Each param has several; reading YAML takes its time.
			if (index % (format === "yaml" ? 5 : 2) > 0) continue;
			const text = laidOut(mistake, format, [index, index * 7 + 3, index * 13 + 1, index * 29 + 5, index >> 2]);
			const faults = faultsIn(text, format);
			fixes += faults.length;
			lost.push(...faults.flat());
		}
		console.log(`${fixes} fixes of ${mistakes.length} mistakes`);
		expect(lost.slice(0, 20)).toEqual([]);
	});

	test("any mistake in any layout", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...mistakes),
				fc.array(fc.nat(999), { minLength: 30, maxLength: 30 }),
				fc.constantFrom("yaml", "json"),
				(mistake, choices, format) => {
					const text = laidOut(mistake, format, choices);
					expect(faultsIn(text, format).flat()).toEqual([]);
				},
			),
			{ numRuns: 300, seed: 20 },
		);
	});
});

describe.skipIf(!corpus())("what a fix keeps in the corpus (../shared/corpus; skipped where it is not at hand)", () => {
	test("every fix of every document", () => {
		const lost: string[] = [];
		let fixes = 0;
		const texts = [
			...(corpus() ?? []).map(({ file, format, text }) => [file, format, text] as const),
			...twins().flatMap(({ name, texts: both }) => both.slice(1).map(([format, text]) => [name, format, text] as const)),
		];
		for (const [file, format, text] of texts) {
			const faults = faultsIn(text, format);
			fixes += faults.length;
			lost.push(...faults.flat().map((fault) => `${file} ${fault}`));
		}
		console.log(`${fixes} fixes in ${texts.length} documents`);
		expect(lost.slice(0, 20)).toEqual([]);
	});
});

/** What is wrong with each fix in a text. */
function faultsIn(text: string, format: Format): readonly (readonly string[])[] {
	const before = problemsOf(text, format);
	const written = partsOf(text, format);
	return written ? before.flatMap((problem) => problem.fixes.map((fix) => faultsOf(text, format, before, written, problem, fix))) : [];
}

/** What a fix loses, or leaves. */
function faultsOf(text: string, format: Format, before: readonly Problem[], written: Parts, problem: Problem, fix: Fix): readonly string[] {
	const after = applyEdits(text, fix.edits);
	const faults: string[] = [];
	const place = `${problem.rule} "${fix.title}": `;
	const kept = partsOf(after, format);
	if (!kept) return [`${place}cannot be read`];
	const { holds } = written;
	const texts = kept.scalars.flatMap(({ node }) => (typeof node.value === "string" ? [node.value] : []));
	const values = new Set(texts);
	const isAbout = ({ node, source }: Parts["scalars"][number]) => {
		const about = [node, ...(holds.get(node) ?? [])].some(({ span }) => problem.span.start <= span.end && span.start <= problem.span.end);
		const inEdit = fix.edits.some(({ span }) => span.start <= node.span.start && node.span.end <= span.end);
		const renamed = fix.title.startsWith(`Rename \`${node.value}\` to`);
		// The short form has no names of params, and nothing that is at its default.
		const shortened = problem.rule === "simplified-form" && inEdit && !texts.includes(source);
		// `say: { text: Hello }` becomes `play: { url: say:Hello }`.
		const spoken = fix.title.startsWith("Change to `") && inEdit && (holds.has(node) || texts.some((each) => each.endsWith(`:${node.value}`)));
		return about || renamed || shortened || spoken || (fix.drops && inEdit);
	};
	const count = (scalars: Parts["scalars"], source: string) => scalars.filter((one) => one.source === source).length;
	for (const source of new Set(written.scalars.map((one) => one.source))) {
		const mine = written.scalars.filter((one) => one.source === source);
		// Between braces a text may need quotes it did not need before.
		const free = mine.filter((one) => isAbout(one) || (typeof one.node.value === "string" && values.has(one.node.value)));
		if (mine.length - count(kept.scalars, source) > free.length) faults.push(`${place}loses ${source}`);
	}
	if (!fix.drops) {
		const comments = [...kept.comments];
		for (const comment of written.comments) {
			const at = comments.indexOf(comment);
			if (at >= 0) comments.splice(at, 1);
			else faults.push(`${place}loses ${comment}`);
		}
	}
	const same = (each: Problem) => each.rule === problem.rule && each.message === problem.message;
	const then = problemsOf(after, format);
	if (then.filter(same).length >= before.filter(same).length) faults.push(`${place}is still there: ${problem.message}`);
	// A fault of syntax hides what is wrong around it, and what is missing counts only where nothing unknown could be meant for it.
	const reveals = problem.rule === "syntax" || fix.choice || fix.drops || problem.rule === "unknown-root-key";
	const known = new Set(before.map((each) => each.message));
	// Nor is anything said of what is in a value of the wrong kind.
	const hidden = new Set(written.scalars.filter(isAbout).map(({ source }) => source));
	// A name that stands nowhere is one only where it is understood as one.
	const defined = new Set(mentionsOfFile(open(text, format)).flatMap(({ role, name }) => (role === "defines" ? [name] : [])));
	const isNew = ({ rule, span }: Problem) => rule !== "unknown-name" || [...defined].some((name) => after.slice(span.start, span.end).includes(name));
	const made = then.filter(
		(each) => each.level === "error" && !known.has(each.message) && !hidden.has(after.slice(each.span.start, each.span.end)) && isNew(each),
	);
	if (!reveals) faults.push(...made.map((each) => `${place}makes ${each.rule}: ${each.message}`));
	if (undone(text, after, fix) !== text) faults.push(`${place}cannot be undone`);
	return faults.map((fault) => `${fault}\n${text}\n=>\n${after}`);
}

/** The text after taking a fix back. */
function undone(text: string, after: string, fix: Fix): string {
	let by = 0;
	const back = [...fix.edits]
		.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
		.map(({ span, text: written }) => {
			const start = span.start + by;
			by += written.length - (span.end - span.start);
			return { span: { start, end: start + written.length }, text: text.slice(span.start, span.end) };
		});
	return applyEdits(after, back);
}

interface Parts {
	/** The values of keys. */
	readonly holds: ReadonlyMap<ScalarNode, readonly Node[]>;
	readonly scalars: readonly { readonly node: ScalarNode; readonly source: string }[];
	readonly comments: readonly string[];
}

/** The scalars and comments of a text; undefined where it cannot be read. */
function partsOf(text: string, format: Format): Parts | undefined {
	const { root } = parse(text, format);
	if (!root) return undefined;
	return {
		holds: new Map(keysOf(root)),
		scalars: scalarsOf(root)
			.filter((node) => node.style !== "missing")
			.map((node) => ({ node, source: text.slice(node.span.start, node.span.end) })),
		comments: format === "json" ? [] : commentsIn(text, { start: 0, end: text.length }, [root]),
	};
}

function keysOf(node: Node): readonly (readonly [ScalarNode, readonly Node[]])[] {
	if (node.kind === "map") return node.entries.flatMap(({ key, value }) => [[key, value.kind === "map" ? [] : [value]] as const, ...keysOf(value)]);
	return node.kind === "list" ? node.items.flatMap(keysOf) : [];
}

function scalarsOf(node: Node): readonly ScalarNode[] {
	if (node.kind === "map") return node.entries.flatMap(({ key, value }) => [key, ...scalarsOf(value)]);
	if (node.kind === "list") return node.items.flatMap(scalarsOf);
	return node.kind === "scalar" ? [node] : [];
}

/**
 * For every param of every method, in both flavours and both syntaxes: a healthy document with it has no problem,
 * and a document with one mistake in it has exactly one problem, exactly there.
 */
import { describe, expect, test } from "vitest";
import { lineEnd } from "../../server/core/base/lines.ts";
import type { Span } from "../../server/core/base/span.ts";
import { type Document, openDocument } from "../../server/core/document.ts";
import { actionsAt } from "../../server/core/features/actions.ts";
import { methods } from "../../server/core/language/methods/index.ts";
import type { Flavour } from "../../server/core/language/type.ts";
import { check } from "../../server/core/rules/check.ts";
import type { Problem } from "../../server/core/rules/rule.ts";
import { applyEdits } from "../../server/core/syntax/edit.ts";
import { entryOf, type Format, type Node } from "../../server/core/syntax/node.ts";
import { asValue, healthySlot, type Mistake, mistakesOf, type Path, print, type Slot, slotsOf, type Value } from "./generate.ts";

const flavours: readonly Flavour[] = ["calling", "messaging"];
const formats: readonly Format[] = ["yaml", "json"];

/** Rules whose hints speak of how something could be tidier, not of a mistake. */
const tidying = new Set(["default-value", "simplified-form", "legacy-form", "no-effect", "undocumented-method", "deprecated"]);

/** A value stands alone here: what it names stands nowhere. */
const aboutNames = new Set(["unknown-name", "duplicate-name"]);

const slots = methods.flatMap((method) =>
	flavours.flatMap((flavour) => (method.forms[flavour] ? slotsOf(method.name, method.forms[flavour].type, flavour) : [])),
);

function counted(document: Document): readonly Problem[] {
	const { problems, failures } = check(document);
	expect(failures).toEqual([]);
	return problems.filter((problem) => !(problem.level === "hint" && tidying.has(problem.rule)) && !aboutNames.has(problem.rule));
}

function shown(text: string, problem: Problem): string {
	return `${problem.level} ${problem.rule} ${JSON.stringify(text.slice(problem.span.start, problem.span.end))}: ${problem.message}`;
}

/** The place of a value, of its key, of what stands within its quotes, or of the key that speaks for a map. */
function spanAt(root: Node | undefined, { path, part }: { readonly path: Path; readonly part: Mistake["at"]["part"] }): Span | undefined {
	let node = root;
	let key: Span | undefined;
	for (const step of path) {
		if (node?.kind === "map") {
			const entry = entryOf(node, String(step));
			key = entry?.key.span;
			node = entry?.value;
		} else if (node?.kind === "list") {
			node = node.items[Number(step)];
			key = undefined;
		} else return undefined;
	}
	if (part === "key") return key;
	if (part === "head") return key ?? (node?.kind === "map" ? (node.entries[0]?.key.span ?? node.span) : undefined);
	if (part === "inner" && node?.kind === "scalar" && node.style === "double") return { start: node.span.start + 1, end: node.span.end - 1 };
	return node?.span;
}

/** Whether the document's own reading of the path ends at this param: some alternatives only stand in where no other fits. */
function reaches(slot: Slot, value: Value): boolean {
	if (!slot.param) return true;
	const text = print(slot.document(value), "yaml");
	const document = openDocument(text, "yaml");
	const span = spanAt(document.tree().root, { path: slot.path, part: "value" });
	return document.bounds().some((bound) => bound.param === slot.param && bound.node.span.start === span?.start && bound.node.span.end === span.end);
}

const reached = slots.filter((slot) => reaches(slot, healthySlot(slot)));

describe("the params of all methods", () => {
	test("all are reached, but for alternatives that stand in where no other fits", () => {
		const names = new Set(reached.map((slot) => slot.name));
		expect([...new Set(slots.map((slot) => slot.name))].filter((name) => !names.has(name))).toEqual([]);
	});

	test("a healthy value has no problem", () => {
		const alarms: string[] = [];
		let documents = 0;
		for (const slot of reached) {
			const values = [healthySlot(slot), ...(slot.param?.default === undefined ? [] : [asValue(slot.param.default)])];
			for (const value of values) {
				for (const format of formats) {
					const text = print(slot.document(value), format);
					documents++;
					for (const problem of counted(openDocument(text, format))) alarms.push(`${slot.name} = ${JSON.stringify(value)} (${format}) ${shown(text, problem)}`);
				}
			}
		}
		console.log(`${reached.filter((slot) => slot.param).length} params (${reached.length} places) in ${documents} healthy documents`);
		expect(alarms).toEqual([]);
	});

	test("a mistake is found once, and exactly there", () => {
		const missed: string[] = [];
		const counts = new Map<string, number>();
		for (const slot of reached) {
			for (const mistake of mistakesOf(slot)) {
				counts.set(mistake.what, (counts.get(mistake.what) ?? 0) + 1);
				for (const format of formats) {
					const fault = faultOf(slot, mistake, format);
					if (fault) missed.push(fault);
				}
			}
		}
		const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
		console.log(`${total} mistakes in ${2 * total} documents: ${[...counts].map(([what, count]) => `${count} ${what}`).join(", ")}`);
		expect(missed).toEqual([]);
	});
});

describe("the fixes", () => {
	test("the first ends the problem it comes with", () => {
		const alive: string[] = [];
		for (const slot of reached) {
			for (const mistake of mistakesOf(slot)) {
				const text = print(mistake.document, "yaml");
				for (const { message, span, fixes } of check(openDocument(text, "yaml")).problems) {
					const [fix] = fixes;
					const left = fix ? check(openDocument(applyEdits(text, fix.edits), "yaml")).problems : [];
					if (left.some((each) => each.message === message && each.span.start === span.start)) alive.push(`${slot.name}: ${mistake.what}: ${fix?.title}`);
				}
			}
		}
		expect(alive).toEqual([]);
	});

	test("all are offered: the last guard holds none back", () => {
		let fixes = 0;
		const held: string[] = [];
		for (const slot of reached) {
			for (const mistake of mistakesOf(slot)) {
				for (const format of formats) {
					const document = openDocument(print(mistake.document, format), format);
					for (const problem of check(document).problems) {
						fixes += problem.fixes.length;
						const offered = new Set(actionsAt(document, [problem], problem.span).map((action) => action.title));
						for (const { title } of problem.fixes) if (!offered.has(title)) held.push(`${slot.name}: ${mistake.what} (${format}): ${title}`);
					}
				}
			}
		}
		console.log(`${fixes} fixes offered`);
		expect(held).toEqual([]);
	});
});

/** What is not as it should be about the answer to a mistake. */
function faultOf(slot: Slot, mistake: Mistake, format: Format): string | undefined {
	const text = print(mistake.document, format);
	const document = openDocument(text, format);
	const problems = counted(document);
	const whole = spanAt(document.tree().root, mistake.at);
	// Of an object or list over several lines, only the first is underlined.
	const span = whole && { start: whole.start, end: Math.min(whole.end, lineEnd(text, whole.start)) };
	const [problem] = problems;
	const name = `${slot.name}: ${mistake.what} (${format})`;
	if (!problem || problems.length > 1) return `${name}: ${problems.length} problems: ${problems.map((each) => shown(text, each)).join(" | ") || "none"}`;
	if (problem.span.start !== span?.start || problem.span.end !== span.end) return `${name}: elsewhere: ${shown(text, problem)}`;
	// Where sources disagree a hint is enough.
	const isDisputed = slot.disputed || (mistake.what === "missing" && slot.param?.unneeded);
	if (problem.level !== "error" && problem.level !== "warning" && !isDisputed) return `${name}: too quiet: ${shown(text, problem)}`;
	return undefined;
}

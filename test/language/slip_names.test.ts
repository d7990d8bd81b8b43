/**
 * For every method and every param of every source: a slip of one letter is led back to it, and never to another one alone. Where the slip is
 * as near to a second name, both are named and neither is preferred.
 */
import { describe, expect, test } from "vitest";
import { openDocument } from "../../server/core/document.ts";
import { documentType } from "../../server/core/language/document.ts";
import { methodsOf } from "../../server/core/language/lookup.ts";
import { methods } from "../../server/core/language/methods/index.ts";
import type { Flavour, MapType, Param, Type } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import { allMeantBy } from "../../server/core/rules/displaced.ts";
import type { MapNode } from "../../server/core/syntax/node.ts";
import { problemsOf } from "../fixture.ts";

/** A letter left out, doubled, swapped with the next, and another one put in or in its place by turns: at every place. */
function slipsOf(name: string): readonly string[] {
	const slips = new Set<string>();
	for (let at = 0; at <= name.length; at++) {
		const [before, here, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
		if (here === "") {
			slips.add(`${before}q`);
			continue;
		}
		slips.add(before + after);
		slips.add(before + here + here + after);
		slips.add(`${before}q${at % 2 === 0 ? after : here + after}`);
		slips.add(before + after.charAt(0) + here + after.slice(1));
	}
	slips.delete(name);
	slips.delete("");
	return [...slips];
}

/** Whether two names differ in no more than one letter, blanks, dashes and case aside. */
function isSame(one: string, other: string): boolean {
	const fold = (name: string) => name.toLowerCase().replace(/[-_]/g, "");
	return fold(one) === fold(other);
}

describe("methods", () => {
	test.each(["calling", "messaging"] as const)("%s", (flavour: Flavour) => {
		const names = methodsOf(flavour).map((method) => method.name);
		const plain = flavour === "messaging" ? "    - reply: Hi\n    - reply: Hi\n" : "    - prompt: { play: 'say:Hi' }\n    - ai: { prompt: { text: Hi } }\n";
		const lost: string[] = [];
		let slips = 0;
		for (const name of names) {
			for (const slip of slipsOf(name).filter((each) => !names.includes(each))) {
				slips++;
				const text = `sections:\n  main:\n${plain}    - "${slip}": {}\n`;
				const [problem] = problemsOf(text).filter((each) => each.rule === "unknown-method");
				const offered = problem?.fixes.map((fix) => fix.title) ?? [];
				const alone = offered.length === 1 || problem?.fixes.every((fix) => fix.choice);
				// Of one or two letters, nothing is left to tell it by.
				if (slip.length > 1 && !(offered.includes(`Rename to \`${name}\``) && alone)) lost.push(`${name}: ${slip}: ${offered.join(" | ") || "nothing"}`);
				if (slip.length < 2 && offered.length > 0 && !offered.includes(`Rename to \`${name}\``)) lost.push(`${name}: ${slip}: ${offered.join(" | ")}`);
			}
		}
		console.log(`${slips} slips of ${names.length} names`);
		expect(lost).toEqual([]);
	});

	test("no other name is proposed for one that only the platform's list has", () => {
		const changed = methods.flatMap(({ name, forms }) => {
			if (forms.calling?.tier !== "engine") return [];
			const problems = problemsOf(`sections:\n  main:\n    - answer: {}\n    - ${name}: {}\n`);
			return problems.filter((each) => each.rule === "unknown-method" || each.fixes.some((fix) => fix.title.startsWith("Rename"))).map((each) => each.message);
		});
		expect(changed).toEqual([]);
	});
});

/** Every object of the language, each once. */
function objects(): readonly (readonly [string, MapType])[] {
	const found: (readonly [string, MapType])[] = [];
	const seen = new Set<Concrete>();
	const walk = (at: string, type: Type): void => {
		for (const each of alternatives([type])) {
			if (each === documentType || seen.has(each)) continue;
			seen.add(each);
			if (each.kind === "list") walk(`${at}[]`, each.items);
			if (each.kind !== "map") continue;
			found.push([at, each]);
			for (const param of each.params) walk(`${at}.${param.name}`, param.type);
			if (each.rest) walk(`${at}.*`, each.rest);
		}
	};
	for (const { name, forms } of methods) for (const [flavour, form] of Object.entries(forms)) walk(`${flavour}/${name}`, form.type);
	return found;
}

test("params", () => {
	const empty = openDocument("{}", "json").tree().root as MapNode;
	const lost: string[] = [];
	let slips = 0;
	for (const [at, type] of objects()) {
		const names = type.params.map((param) => param.name);
		const elsewhere = new Set(type.misplaced?.map((each) => each.key));
		for (const { name } of type.params.filter((param: Param) => !param.unlisted)) {
			for (const slip of slipsOf(name)) {
				if (slip.length < 2 || names.some((each) => isSame(each, slip)) || elsewhere.has(slip)) continue;
				slips++;
				const meant = allMeantBy(slip, type, empty).map((param) => param.name);
				if (!meant.includes(name)) lost.push(`${at}.${name}: ${slip}: ${meant.join(" | ") || "nothing"}`);
			}
		}
	}
	console.log(`${slips} slips of params`);
	expect(lost).toEqual([]);
});

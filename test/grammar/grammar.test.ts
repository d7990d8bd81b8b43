/** The grammars colour a param's whole text as an expression by its name: by exactly the names that always hold one. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { methods } from "../../server/core/language/methods/index.ts";
import type { Param, Type } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";

test.each(["swml-yaml", "swml-json"])("%s", (name) => {
	const grammar = readFileSync(resolve(import.meta.dirname, `../../syntaxes/${name}.tmLanguage.json`), "utf8");
	const listed = [...grammar.matchAll(/\(\?:((?:\w+\|)+\w+)\)(?=\)\[|\|\\"|\(\\")/g)].map(([, names = ""]) => names.split("|").sort());
	expect(new Set(listed.map(String))).toEqual(new Set([String(alwaysExpressions())]));
});

/** Names of params that hold an expression wherever they stand. */
function alwaysExpressions(): readonly string[] {
	const params = new Map<string, boolean>();
	const seen = new Set<Type>();
	const visit = (type: Type): void => {
		if (seen.has(type)) return;
		seen.add(type);
		for (const each of alternatives([type])) {
			if (each.kind === "map") each.params.forEach(visitParam);
			if (each.kind === "map" && each.rest) visit(each.rest);
			if (each.kind === "list") visit(each.items);
		}
	};
	const visitParam = ({ name, type }: Param): void => {
		const holds = alternatives([type]).every((each) => each.kind === "text" && each.expression !== undefined);
		params.set(name, holds && params.get(name) !== false);
		visit(type);
	};
	for (const { forms } of methods) for (const form of Object.values(forms)) if (form) visit(form.type);
	return [...params].flatMap(([name, holds]) => (holds ? [name] : [])).sort();
}

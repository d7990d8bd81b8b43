/** Compares objects: which keys they have, which of them they need, and which may stand together. */
import type { MapType, Param } from "../../server/core/language/type.ts";
import { type Comparison, compareExtra, compareParam, compareValue, differ } from "./compare.ts";
import type { Extra, Fact } from "./facts.ts";

/** Compares the alternatives of an object. Each alternative of the facts is held against the one of ours that is most like it. */
export function compareMaps(at: string, facts: readonly Fact[], ours: readonly MapType[], comparison: Comparison): void {
	compareNeeds(at, facts, ours, comparison);
	compareTogether(at, facts, ours, comparison);
	compareIgnored(at, facts, ours, comparison);
	for (const type of ours) {
		const mine = facts.filter((fact) => bestFor(fact, ours) === type);
		if (mine.length > 0) compareKeys(at, mine, type, facts, comparison);
		else compareKeys(at, facts, type, facts, comparison);
	}
	for (const name of new Set(facts.flatMap((fact) => Object.keys(fact.params ?? {})))) {
		if (!ours.some((type) => paramOf(type, name))) differ(comparison, `${at}.${name}`, "existence", "a param", "nothing");
	}
	for (const [name, extra] of extrasOf(facts)) {
		if (!ours.some((type) => paramOf(type, name))) differ(comparison, `${at}.${name}`, "existence", `a key seen in ${extra.from}`, "nothing");
	}
}

function paramOf(type: MapType, name: string): Param | undefined {
	return type.params.find((param) => param.name === name);
}

function extrasOf(facts: readonly Fact[]): readonly (readonly [string, Extra])[] {
	return Object.entries(Object.assign({}, ...facts.map((fact) => fact.x?.extra ?? {})) as { readonly [name: string]: Extra });
}

function bestFor(fact: Fact, ours: readonly MapType[]): MapType | undefined {
	const scored = ours.map((type) => ({ type, score: likeness(fact, type) }));
	return scored.sort((a, b) => b.score - a.score)[0]?.type;
}

function likeness(fact: Fact, type: MapType): number {
	const names = Object.keys(fact.params ?? {});
	let score = names.filter((name) => paramOf(type, name)).length * 2 - type.params.filter((param) => !param.unlisted && !names.includes(param.name)).length;
	for (const name of names) {
		const said = fact.params?.[name]?.enum;
		const param = paramOf(type, name);
		const values = param?.type.kind === "text" && !param.type.open ? param.type.values : undefined;
		if (said?.length === 1 && values) score += values.some((each) => each.value === said[0]) ? 100 : -100;
		if (said?.length === 1 && !values) score -= 20;
		if (fact.params?.[name]?.req && param?.required) score += 5;
		if (param?.required && !fact.params?.[name]?.req) score -= 5;
	}
	for (const param of type.params) if (param.required && !names.includes(param.name)) score -= 20;
	return score;
}

function compareKeys(at: string, facts: readonly Fact[], type: MapType, all: readonly Fact[], comparison: Comparison): void {
	const names = new Set(facts.flatMap((fact) => Object.keys(fact.params ?? {})));
	const extras = new Map(extrasOf(facts));
	const everywhere = new Set(all.flatMap((fact) => Object.keys(fact.params ?? {})));
	for (const param of type.params) {
		const where = `${at}.${param.name}`;
		const said = [...new Set(facts.flatMap((fact) => fact.params?.[param.name] ?? []))];
		const extra = extras.get(param.name);
		if (said.length > 0) {
			if (param.unlisted) differ(comparison, where, "listed", "a param", "accepted but not offered");
			compareParam(where, said, [param], comparison);
		} else if (extra) compareExtra(where, extra, param, comparison);
		else if (everywhere.has(param.name)) {
			if (!param.unlisted) differ(comparison, where, "existence", `nothing beside ${[...names].join(", ")}`, "a param there too");
		} else differ(comparison, where, "existence", "nothing", param.unlisted ? "accepted but not offered" : "a param");
	}
	compareRest(at, facts, type, comparison);
}

function compareRest(at: string, facts: readonly Fact[], type: MapType, comparison: Comparison): void {
	const schemas = facts.flatMap((fact): readonly Fact[] =>
		typeof fact.values === "object" ? [fact.values] : typeof fact.values === "string" ? [{ t: "string", expr: fact.values }] : [],
	);
	const open = facts.some((fact) => fact.open === true) || schemas.some((schema) => schema.t?.includes("any"));
	const says = open ? "any other key" : schemas.length > 0 ? "other keys of one kind" : "no other key";
	const rest = type.rest;
	const we = !rest ? "no other key" : rest.kind === "any" ? "any other key" : "other keys of one kind";
	if (says !== we) differ(comparison, at, "keys", says, we);
	else if (rest && !open && schemas.length > 0) compareValue(`${at}.*`, schemas, [rest], comparison);
	const keys = facts.flatMap((fact) => fact.keys ?? []);
	const known = new Set((type.restKeys ?? []).map((each) => String(each.value)));
	const missing = keys.filter((key) => !known.has(key));
	const added = keys.length > 0 ? [...known].filter((key) => !keys.includes(key)) : [];
	if (missing.length + added.length > 0)
		differ(comparison, at, "keys", `${missing.length > 0 ? `also ${missing.join(", ")}` : `no ${added.join(", ")}`}`, missing.length > 0 ? "not" : "so");
	const least = Math.max(0, ...facts.map((fact) => fact.minProps ?? 0));
	if (least !== (type.min ?? 0)) differ(comparison, at, "size", `at least ${least} keys`, `at least ${type.min ?? 0}`);
}

/** Which keys must be written: for each alternative of the facts and of ours, the set of them. */
function compareNeeds(at: string, facts: readonly Fact[], ours: readonly MapType[], comparison: Comparison): void {
	const said = distinct(facts.map((fact) => Object.keys(fact.params ?? {}).filter((name) => fact.params?.[name]?.req)));
	const we = distinct(ours.flatMap(waysOf));
	if (same(said, we)) return;
	const [a, b] = [said[0], we[0]];
	if (said.length === 1 && we.length === 1 && a && b) {
		for (const name of a) if (!b.includes(name) && known(ours, name)) differ(comparison, `${at}.${name}`, "required", "required", "optional");
		for (const name of b) if (!a.includes(name)) differ(comparison, `${at}.${name}`, "required", "optional", "required");
		return;
	}
	differ(comparison, at, "required", ways(said), ways(we));
}

function known(ours: readonly MapType[], name: string): boolean {
	return ours.some((type) => paramOf(type, name));
}

function waysOf(type: MapType): readonly (readonly string[])[] {
	let sets: readonly (readonly string[])[] = [type.params.filter((param) => param.required).map((param) => param.name)];
	for (const choice of type.choices ?? []) if (choice.required) sets = sets.flatMap((set) => choice.of.map((name) => [...set, name]));
	return sets;
}

function distinct(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
	return [...new Set(sets.map((set) => [...set].sort().join("\n")))].sort().map((set) => set.split("\n").filter(Boolean));
}

function same(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function ways(sets: readonly (readonly string[])[]): string {
	const common = sets.reduce((left, set) => left.filter((name) => set.includes(name)), sets[0] ?? []);
	const rest = sets.map((set) => set.filter((name) => !common.includes(name)).join(" and ") || "nothing more");
	const tail = sets.length > 1 ? `${common.length > 0 ? " and " : ""}one of ${rest.join(" | ")}` : "";
	return `${common.join(", ") || (tail ? "" : "nothing")}${tail} required`;
}

/** Without which keys the platform ignores the whole object, and which it does not ask for though the schema does. */
function compareIgnored(at: string, facts: readonly Fact[], ours: readonly MapType[], comparison: Comparison): void {
	const shown = (groups: readonly (readonly string[])[]) =>
		groups
			.map((group) => [...group].sort().join("|"))
			.sort()
			.join(", ");
	const [a, b] = [
		shown(facts.find((fact) => fact.x?.engine?.noEffectWithout)?.x?.engine?.noEffectWithout ?? []),
		shown((ours.find((type) => type.ignoredWithout)?.ignoredWithout ?? []).map(({ of }) => of)),
	];
	if (a !== b) differ(comparison, at, "ignored", `ignored without ${a || "nothing"}`, `without ${b || "nothing"}`);
	for (const fact of facts) {
		for (const [name, param] of Object.entries(fact.params ?? {})) {
			const optional = param.req === true && param.x?.engine?.optional === true;
			const found = ours.flatMap((type) => paramOf(type, name) ?? []);
			const unneeded = found.some((each) => each.unneeded) || ours.some((type) => type.choices?.some((choice) => choice.unneeded && choice.of.includes(name)));
			if (found.length > 0 && param.req === true && optional !== unneeded)
				differ(
					comparison,
					`${at}.${name}`,
					"required",
					optional ? "optional for the platform" : "required for the platform too",
					unneeded ? "optional" : "required",
				);
		}
	}
}

/** Which keys exclude each other: no alternative has both. */
function compareTogether(at: string, facts: readonly Fact[], ours: readonly MapType[], comparison: Comparison): void {
	const names = [...new Set(facts.flatMap((fact) => Object.keys(fact.params ?? {})))].filter((name) => known(ours, name));
	const apart: string[] = [];
	const joined: string[] = [];
	for (const [index, one] of names.entries()) {
		for (const other of names.slice(index + 1)) {
			const factsJoin = facts.some((fact) => fact.params?.[one] && fact.params[other]);
			const weJoin = ours.some(
				(type) =>
					paramOf(type, one) &&
					paramOf(type, other) &&
					!(type.choices ?? []).some((choice) => !choice.several && choice.of.includes(one) && choice.of.includes(other)),
			);
			if (factsJoin && !weJoin) joined.push(`${one}+${other}`);
			if (!factsJoin && weJoin) apart.push(`${one}+${other}`);
		}
	}
	const some = (pairs: readonly string[]) => (pairs.length > 6 ? `${pairs.slice(0, 6).join(", ")} and ${pairs.length - 6} more` : pairs.join(", "));
	if (apart.length > 0) differ(comparison, at, "together", `never ${some(apart)}`, "they may stand together");
	if (joined.length > 0) differ(comparison, at, "together", `${some(joined)} may stand together`, "they exclude each other");
}

/** Compares our description of SWML with the facts, method by method. Run by drift.mjs, and by a test. */
import { deviations } from "../server/core/language/deviations.ts";
import { documentType } from "../server/core/language/document.ts";
import { formOf, methodNamed } from "../server/core/language/lookup.ts";
import { methods } from "../server/core/language/methods/index.ts";
import { action, bedrockAction } from "../server/core/language/shared/actions.ts";
import { ungated } from "../server/core/language/shared/gates.ts";
import type { Flavour, Flow, Form, MapType } from "../server/core/language/type.ts";
import { alternatives } from "../server/core/model/alternatives.ts";
import { type Comparison, compareValue, differ, kindOf } from "./drift/compare.ts";
import { type Difference, line } from "./drift/difference.ts";
import { type Explained, explain } from "./drift/explain.ts";
import { type ActionFacts, type FactsFile, kindNamed, type MethodFacts } from "./drift/facts.ts";
import { compareMaps } from "./drift/maps.ts";

const flavours: readonly Flavour[] = ["calling", "messaging"];

/** What the drift command prints, and whether it fails. */
export function report(facts: FactsFile, all = false): { readonly lines: readonly string[]; readonly failed: boolean } {
	const { explained, unexplained, stale, count } = drift(facts);
	const lines = [
		...(all ? explained.map(({ difference, because }) => `${line(difference)} (meant: ${because})`) : []),
		...unexplained.map(line),
		...stale.map((each) => `${each}: this deviation explains nothing any more; remove it from deviations.ts`),
		`${Object.keys(facts.methods).length} methods, ${count} params compared: ${unexplained.length} unexplained differences, ${explained.length} meant ones, ${stale.length} stale explanations.`,
	];
	return { lines, failed: unexplained.length + stale.length > 0 };
}

/** All differences between the facts and our description, held against the list of meant ones. */
export function drift(facts: FactsFile): Explained & { readonly count: number } {
	const comparison: Comparison = { types: facts.types, found: [], seen: new Map(), unpublished: new Set(), count: 0 };
	for (const flavour of flavours) {
		const root = facts.documents[flavour]?.root;
		if (root) compareMaps(`${flavour}/document`, [root], [documentType], comparison);
		compareMethods(facts, flavour, comparison);
	}
	for (const [name, said] of Object.entries(facts.actions)) compareAction(name, said, comparison);
	const [forbidden, ours] = [[...(facts.lists.gateForbidden ?? [])].sort().join(", "), [...ungated].sort().join(", ")];
	if (forbidden !== ours) differ(comparison, "gates", "values", forbidden, ours);
	return { ...explain(once(comparison.found), deviations), count: comparison.count };
}

function once(differences: readonly Difference[]): readonly Difference[] {
	return [...new Map(differences.map((each) => [line(each), each])).values()];
}

function compareMethods(facts: FactsFile, flavour: Flavour, comparison: Comparison): void {
	const hidden = Object.entries(facts.hiddenMethods).filter(([, each]) => each.flavour === flavour);
	const names = new Set([...Object.keys(facts.methods).filter((name) => facts.methods[name]?.[flavour]), ...hidden.map(([name]) => name)]);
	for (const name of names) {
		const at = `${flavour}/${name}`;
		const method = methodNamed(name);
		const form = method && formOf(method, flavour);
		const said = facts.methods[name]?.[flavour];
		if (!form) differ(comparison, at, "existence", "a method", "nothing");
		else if (said) compareForm(at, said, form, facts, comparison);
		else {
			if (!form.undocumented) differ(comparison, at, "listed", "not documented", "documented");
			const value = facts.hiddenMethods[name];
			if (value) {
				if (value.tier === "engine") comparison.unpublished.add(at);
				if ((value.tier === "engine") !== (form.tier === "engine"))
					differ(comparison, at, "tier", value.tier ?? "the published schema", form.tier ?? "the published schema");
				if ((value.experimental === true) !== (form.experimental === true))
					differ(comparison, at, "tier", value.experimental ? "experimental" : "not experimental", "otherwise");
				if (value.replacedBy !== form.replacedBy) differ(comparison, at, "deprecated", `replaced by ${value.replacedBy}`, `by ${form.replacedBy}`);
				compareValue(at, [value], [form.type], comparison, Object.values(value.forms ?? {}).flat());
			}
		}
	}
	for (const method of methods) {
		if (formOf(method, flavour) && !names.has(method.name)) differ(comparison, `${flavour}/${method.name}`, "existence", "nothing", "a method");
	}
}

function compareForm(at: string, said: MethodFacts, form: Form, facts: FactsFile, comparison: Comparison): void {
	const tolerated = Object.values(said.forms).flat();
	compareValue(at, [said.value], [form.type], comparison, tolerated);
	if (form.undocumented) differ(comparison, at, "listed", "documented", "not documented");
	if ((said.experimental === true) !== (form.experimental === true))
		differ(comparison, at, "tier", said.experimental ? "experimental" : "not experimental", "otherwise");
	const name = at.slice(at.indexOf("/") + 1);
	const bare = at.startsWith("calling") && (tolerated.includes("bare") || facts.lists.bareStepNames.ed23.includes(name));
	if (bare !== (form.bare === true))
		differ(comparison, at, "bare", bare ? "may be a bare name" : "no bare name", form.bare ? "may be a bare name" : "no bare name");
	compareSets(at, said, form, comparison);
	const flow = flows[said.flow];
	if (flow !== form.flow) differ(comparison, at, "flow", said.flow, form.flow);
	const before = { safe: "safe", "auto-answers": "answers", "needs-answer?": "needs-answer" }[said.preAnswer ?? ""];
	if (before !== form.beforeAnswer) differ(comparison, at, "flow", `before answer: ${before}`, `before answer: ${form.beforeAnswer}`);
}

const flows: { readonly [said: string]: Flow } = {
	next: "next",
	background: "next",
	"next-after-session": "after-session",
	"next-after-bridge": "after-session",
	"next-after-leave": "after-session",
	"terminal-on-bridge": "terminal",
	"terminal-section": "terminal",
	terminal: "terminal",
	branch: "branch",
	call: "call",
	jump: "jump",
	none: "label",
};

/** Types of variables, in the words of our description. */
const variableTypes: { readonly [t: string]: readonly string[] } = {
	string: ["text"],
	integer: ["number"],
	number: ["number"],
	boolean: ["boolean"],
	array: ["list"],
	object: ["map"],
};

function compareSets(at: string, said: MethodFacts, form: Form, comparison: Comparison): void {
	const ours = new Map((form.sets ?? []).map((variable) => [variable.name, variable]));
	for (const [name, each] of Object.entries(said.sets ?? {})) {
		if (name === "*") continue;
		const variable = ours.get(name);
		if (!variable) {
			differ(comparison, at, "sets", `it sets ${name}`, "not");
			continue;
		}
		const [a, b] = [[...(each.vals ?? [])].map(String).sort().join(", "), [...(variable.values ?? [])].sort().join(", ")];
		if (a !== b) differ(comparison, at, "sets", `${name} is ${a || "open"}`, b || "open");
		const types = variableTypes[each.t ?? ""];
		if (types && variable.type && !types.includes(variable.type)) differ(comparison, at, "sets", `${name} is ${each.t}`, variable.type);
	}
	for (const name of ours.keys()) if (!said.sets?.[name]) differ(comparison, at, "sets", `nothing of ${name}`, "it sets it");
}

/** The table of actions covers more sources than the type `Action`: which names there are, of which kinds, and who knows them. */
function compareAction(name: string, said: ActionFacts, comparison: Comparison): void {
	const at = `action/${name}`;
	const param = action.params.find((each) => each.name === name);
	if (!param) {
		differ(comparison, at, "existence", "an action", "nothing");
		return;
	}
	const listed = said.schema !== false || said.engine === true;
	if (listed === (param.unlisted === true))
		differ(comparison, at, "listed", listed ? "in the schema" : "not in the schema", listed ? "accepted but not offered" : "offered");
	const concrete = alternatives([param.type]);
	const kinds = [...new Set(said.t.flatMap((word) => kindNamed(word) ?? []))].sort().join(" or ");
	const ours = [...new Set(concrete.map(kindOf).map((kind) => (kind === "document" ? "map" : kind)))].sort().join(" or ");
	if (kinds !== ours) differ(comparison, at, "kind", kinds, ours);
	if (said.default !== undefined && said.default !== param.default) differ(comparison, at, "default", String(said.default), String(param.default ?? "none"));
	const max = concrete.find((type) => type.kind === "number")?.max;
	if (said.max !== undefined && said.max !== max) differ(comparison, at, "range", `up to ${said.max}`, `up to ${max ?? "any"}`);
	const keys = new Set(concrete.filter((type): type is MapType => type.kind === "map").flatMap((type) => type.params.map((each) => each.name)));
	for (const key of said.params ?? []) if (!keys.has(key)) differ(comparison, `${at}.${key}`, "existence", "a param", "nothing");
	const values = new Set(concrete.flatMap((type) => (type.kind === "text" ? (type.values ?? []) : [])).map((each) => each.value));
	for (const value of said.vals ?? []) if (typeof value === "string" && !values.has(value)) differ(comparison, at, "values", value, "not");
	const bedrock = bedrockAction.params.find((each) => each.name === name);
	const known = said.bedrockDocs !== false;
	if (known !== (bedrock !== undefined && !bedrock.unlisted)) {
		differ(
			comparison,
			`bedrock-action/${name}`,
			"listed",
			known ? "Amazon Bedrock knows it" : "Amazon Bedrock ignores it",
			known ? "it does not" : "it knows it",
		);
	}
}

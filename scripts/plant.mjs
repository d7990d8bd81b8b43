// `node scripts/plant.mjs [--all]`: changes one fact of the description after the other, and says which changes test/language/facts.txt would not show.
// Without --all it plants 43 of them, evenly over all kinds of facts.
import { readFileSync } from "node:fs";
import { loadAll } from "./load.mjs";

const { snapshot, methods, documentType } = await loadAll(["scripts/snapshot.ts", "server/core/language/methods/index.ts", "server/core/language/document.ts"]);
const kept = readFileSync("test/language/facts.txt", "utf8").replaceAll("\r\n", "\n");
if (snapshot() !== kept) throw new Error("facts.txt is out of date; run `npm run generate`.");

const plants = collect();
const kinds = [...new Set(plants.map((plant) => plant.kind))];
const chosen = process.argv.includes("--all") ? plants : evenly(43);
const seen = new Map(kinds.map((kind) => [kind, [0, 0]]));
const unseen = [];
for (const { kind, at, holder, key, value } of chosen) {
	const [before, had] = [holder[key], key in holder];
	holder[key] = value;
	const count = seen.get(kind);
	count[1]++;
	if (snapshot() === kept) unseen.push(`${kind} at ${at}`);
	else count[0]++;
	if (had) holder[key] = before;
	else delete holder[key];
}
for (const [kind, [caught, planted]] of seen) if (planted > 0) console.log(`${kind}: ${caught} of ${planted}`);
console.log(`${chosen.length - unseen.length} of ${chosen.length} planted facts are seen in facts.txt`);
if (unseen.length > 0) {
	console.error(unseen.join("\n"));
	process.exitCode = 1;
}

/** Every fact that can be changed, with what it is changed to. */
function collect() {
	const found = [];
	const done = new Set();
	const plant = (kind, at, holder, key, value) => found.push({ kind, at, holder, key, value });
	const visit = (at, type) => {
		if (type.kind === "lazy") return visit(at, type.to());
		if (done.has(type)) return;
		done.add(type);
		if (type.kind === "union") for (const each of type.of) visit(at, each);
		if (type.kind === "text") {
			for (const key of ["refers", "defines"]) if (type[key]) plant("refers", at, type, key, "variable-elsewhere");
			if (type.expression) plant("refers", at, type, "expression", type.expression === "js" ? "path" : "js");
			if (type.format) plant("formats", at, type, "format", "url-elsewhere");
			if (type.values) plant("enum values", at, type, "values", type.values.slice(1));
			if (type.words) plant("enum values", at, type.words, "of", type.words.of.slice(1));
			if (type.values) plant("openness", at, type, "open", type.open ? undefined : true);
		}
		if (type.kind === "number") {
			plant("ranges", at, type, "min", (type.min ?? 0) + 1);
			plant("ranges", at, type, "max", (type.max ?? 10) + 1);
			plant("units", at, type, "unit", type.unit === "ms" ? "s" : "ms");
		}
		if (type.kind === "list") {
			plant("sizes", at, type, "min", (type.min ?? 0) + 1);
			visit(`${at}[]`, type.items);
			if (type.first) visit(`${at}[0]`, type.first);
		}
		if (type.kind !== "map") return;
		if (type !== documentType && type.choices) plant("choices", at, type, "choices", type.choices.slice(1));
		if (type.ignoredWithout) plant("ignored without", at, type, "ignoredWithout", type.ignoredWithout.slice(1));
		for (const param of type.params) {
			const place = `${at}.${param.name}`;
			plant("defaults", place, param, "default", param.default === 7 ? 8 : 7);
			plant("required", place, param, "required", param.required ? undefined : true);
			plant("sources", place, param, "tier", param.tier === "older" ? "sdk" : "older");
			if (param.needs) plant("needs", place, param, "needs", param.needs.slice(1));
			if (param.deprecated !== undefined) plant("deprecation", place, param, "deprecated", undefined);
			visit(place, param.type);
		}
		if (type.rest) visit(`${at}.*`, type.rest);
	};
	for (const method of methods) {
		for (const [flavour, form] of Object.entries(method.forms)) {
			const at = `${flavour}/${method.name}`;
			plant("flow", at, form, "flow", form.flow === "terminal" ? "next" : "terminal");
			plant("before answer", at, form, "beforeAnswer", form.beforeAnswer === "safe" ? "answers" : "safe");
			if (form.shorthand) plant("short forms", at, form.shorthand, "param", "elsewhere");
			for (const variable of form.sets ?? []) {
				plant("sets", at, variable, "name", `${variable.name}_2`);
				plant("sets", at, variable, "values", variable.values ? variable.values.slice(1) : ["on", "off"]);
			}
			visit(at, form.type);
		}
	}
	return found;
}

/** Some of each kind, as far apart as there are. */
function evenly(count) {
	const byKind = kinds.map((kind) => plants.filter((plant) => plant.kind === kind));
	const some = [];
	for (let round = 0; some.length < count; round++) {
		for (const of of byKind) {
			const at = Math.floor((of.length * ((round * 0.618) % 1)) % of.length);
			if (some.length < count && !some.includes(of[at])) some.push(of[at]);
		}
	}
	return some;
}

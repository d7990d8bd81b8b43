/** Compares what a value may be according to the facts and according to our description, down to the leaves. */
import type { Aspect, Source } from "../../server/core/language/deviations.ts";
import { documentType } from "../../server/core/language/document.ts";
import type { Json, MapType, Param, StepsType, TextType, Type, Value } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import type { Difference } from "./difference.ts";
import { type Atom, atoms, type Extra, type Fact, type Facts, type Kind, kindNamed, otherwise, resolved } from "./facts.ts";
import { compareMaps } from "./maps.ts";
import { intervals } from "./numbers.ts";
import { compareReads, compareTier, compareValueTiers } from "./tiers.ts";

/** What a comparison carries along. */
export interface Comparison {
	readonly types: Facts;
	readonly found: Difference[];
	/** Pairs that have been compared already: types that contain themselves come back to them. */
	readonly seen: Map<object, Set<object>>;
	/** Paths of what only the platform has, with all that is in it. */
	readonly unpublished: Set<string>;
	/** How many params were compared. */
	count: number;
}

/** Says one difference. */
export function differ(comparison: Comparison, at: string, about: Aspect, facts: string, ours: string, others?: Difference["others"]): void {
	comparison.found.push({ at, about, facts, ours, ...(others ? { others } : {}) });
}

const sources: readonly Source[] = ["docs", "sdk", "ed23"];

/** What each source beside the schema says of some nodes, as far as it says something. */
function elsewhere(
	facts: readonly Fact[],
	read: (said: { readonly [key: string]: Json }, fact: Fact) => string | undefined,
): { readonly [source in Source]?: string } {
	return Object.fromEntries(
		sources.flatMap((source) => {
			for (const fact of facts) {
				const said = fact.x?.[source];
				const text = isObject(said) ? read(said, fact) : undefined;
				if (text !== undefined) return [[source, text] as const];
			}
			return [];
		}),
	);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Compares one value. `tolerated` are kinds that other sources than the schema accept. */
export function compareValue(at: string, facts: readonly Fact[], ours: readonly Type[], comparison: Comparison, tolerated: readonly string[] = []): void {
	const said = [...new Set(facts)].flatMap((fact) => atoms(fact, comparison.types));
	const concrete = alternatives(ours);
	const factKinds = [...new Set([...said.flatMap(kindsOf), ...tolerated.flatMap((word) => kindNamed(word) ?? [])])];
	const ourKinds = [...new Set(concrete.map(kindOf))];
	if (said.length === 0) return;
	compareKinds(at, factKinds, ourKinds, [...new Set(facts)], comparison);
	if (factKinds.includes("any")) return;
	const of = (...kinds: readonly string[]) => said.filter((atom) => kinds.includes(atom.kind)).map((atom) => atom.fact);
	compareReads(at, said, concrete, comparison);
	compareTexts(at, of("text"), concrete, comparison);
	compareNumbers(at, said, concrete, comparison);
	compareSteps(at, of("steps"), concrete, comparison);
	const maps = concrete.filter((type): type is MapType => type.kind === "map" && type !== documentType);
	const factMaps = of("map");
	// What is described at the place where it usually stands: in the list, where one of it stands for a list of it.
	const inList = concrete.some(
		(type) => type.kind === "list" && alternatives([type.items]).some((item) => item.kind === "map" && maps.some((map) => map.params === item.params)),
	);
	if (inList) compareLists(at, of("list"), concrete, comparison);
	if (
		maps.length > 0 &&
		factMaps.length > 0 &&
		!seenBefore(
			comparison,
			facts,
			maps.map((map) => map.params),
		)
	)
		compareMaps(at, factMaps, maps, comparison);
	if (!inList) compareLists(at, of("list"), concrete, comparison);
}

function seenBefore(comparison: Comparison, facts: readonly Fact[], ours: readonly object[]): boolean {
	const keys = facts.flatMap((fact) => identities(fact, comparison.types));
	let known = true;
	for (const key of keys) {
		const partners = comparison.seen.get(key) ?? new Set();
		comparison.seen.set(key, partners);
		for (const type of ours) {
			known &&= partners.has(type);
			partners.add(type);
		}
	}
	return known;
}

/** The kinds that an atom stands for: the platform reads fractions where a whole number is meant, and a block in place of steps. */
function kindsOf({ kind, fact }: Atom): readonly Kind[] {
	const engine = fact.x?.engine;
	if (kind === "integer" && engine?.alsoNumber) return ["number"];
	return typeof engine?.alsoObject === "string" ? [kind, "map"] : [kind];
}

/** The nodes that stand for a node when asking whether it was compared already: named types, also those inside a plain union. */
function identities(fact: Fact, types: Facts): readonly Fact[] {
	if (fact.ref !== undefined) return [types[fact.ref] ?? fact];
	if (fact.union && !fact.common)
		return fact.union.filter((member) => member.t === undefined || member.t === "object").flatMap((member) => identities(member, types));
	return [fact];
}

/** The kind of one of our types, in the words of the facts. */
export function kindOf(type: Concrete): string {
	if (type === documentType) return "document";
	return type.kind === "number" && type.whole && !type.reads?.includes("numbers") ? "integer" : type.kind;
}

function compareKinds(at: string, facts: readonly string[], ours: readonly string[], nodes: readonly Fact[], comparison: Comparison): void {
	if (facts.includes("any") && ours.includes("any")) return;
	// A number takes whole numbers too.
	const tidy = (kinds: readonly string[]) => kinds.filter((kind) => kind !== "integer" || !kinds.includes("number")).sort();
	const [a, b] = [tidy(facts).join(" or "), tidy(ours).join(" or ")];
	if (a !== b)
		differ(
			comparison,
			at,
			"kind",
			a + nodes.map((node) => otherwise(node, ["t", "alsoString", "alsoInteger", "alsoArray", "alsoObject", "allowed"])).join(""),
			b || "nothing",
		);
}

function compareTexts(at: string, facts: readonly Fact[], concrete: readonly Concrete[], comparison: Comparison): void {
	const ours = concrete.filter((type): type is TextType => type.kind === "text");
	if (facts.length === 0 || ours.length === 0) return;
	compareValues(at, facts, ours, comparison);
	compareValueTiers(at, facts, ours, comparison);
	const bytes = facts.find((fact) => fact.x?.maxBytes !== undefined)?.x?.maxBytes;
	if (bytes !== undefined && !ours.some((type) => type.maxBytes === bytes)) differ(comparison, at, "size", `at most ${bytes} bytes`, "otherwise");
	compareWords(at, facts, ours, comparison);
	compareFormats(at, facts, ours, comparison);
	compareNames(at, facts, ours, comparison);
}

function compareValues(at: string, facts: readonly Fact[], ours: readonly TextType[], comparison: Comparison): void {
	const open = facts.some((fact) => !fact.enum);
	const said = new Set(facts.flatMap((fact) => [...(fact.enum ?? []), ...(fact.suggest ?? []), ...(fact.x?.suggest ?? [])].map(String)));
	const weOpen = ours.some((type) => !type.values || type.open);
	const known = new Set(ours.flatMap((type) => type.values ?? []).map((each) => String(each.value)));
	const remark = facts.map((fact) => otherwise(fact, ["enum", "vals"])).join("");
	const missing = [...said].filter((value) => !known.has(value));
	const added = open && weOpen ? [] : [...known].filter((value) => !said.has(value));
	const list = (values: readonly string[]) => values.join(", ");
	if (open !== weOpen)
		differ(comparison, at, "values", (open ? "any text" : `only ${list([...said])}`) + remark, weOpen ? "any text" : `only ${list([...known])}`);
	else if (missing.length + added.length > 0) {
		const facts = missing.length > 0 ? `also ${list(missing)}` : `no ${list(added)}`;
		differ(comparison, at, "values", facts + remark, missing.length > 0 ? (added.length > 0 ? `${list(added)} instead` : "not") : "so");
	}
}

function compareWords(at: string, facts: readonly Fact[], ours: readonly TextType[], comparison: Comparison): void {
	const lists = facts.flatMap((fact) => fact.x?.list ?? []);
	const shown = (of: readonly string[] | string, separator: string, suffix: boolean, ignoreCase: boolean) =>
		`${typeof of === "string" ? of : [...of].sort().join("/")} parted by ${JSON.stringify(separator)}${suffix ? " with a suffix" : ""}${ignoreCase ? " in any case" : ""}`;
	const said = lists.map((list) => shown(list.of, list.sep, list.suffix !== undefined, list.ci === true)).join("; ");
	const we = ours
		.flatMap((type) => type.words ?? [])
		.map((words) =>
			shown(
				words.of.map((value: Value) => String(value.value)),
				words.separator,
				words.suffix !== undefined,
				words.ignoreCase === true,
			),
		)
		.join("; ");
	if (said !== we) differ(comparison, at, "words", said || "no word list", we || "no word list");
}

/** Formats of ours that do justice to a format of the facts; an empty list where no format is needed. */
const formatsFor: { readonly [sem: string]: readonly string[] } = {
	uri: ["url", "wss-url", "tap-uri", "sip-uri"],
	url: ["url"],
	"url.http": ["url"],
	"url.media": ["url"],
	"url.pdf": ["url"],
	"url.wss": ["wss-url"],
	"url.tap": ["tap-uri"],
	"url.http|steps": ["url"],
	"url-or-inline-swml": ["url", "dest"],
	lang: ["language"],
	"asr-lang": ["language"],
	"voice-id": ["voice"],
	"play-uri": ["play-item"],
	e164: ["e164"],
	"e164|shortcode": ["sms-sender"],
	"caller-id": ["caller-id"],
	dtmf: ["dtmf"],
	"dtmf-send": ["send-digits"],
	dest: ["dest"],
	"connect-target": ["connect-target"],
	"sip-uri": ["sip-uri"],
	"regex.pcre": ["regex"],
	regex: ["regex"],
	"duration-hms": ["duration"],
	"iana-tz": ["timezone"],
	"decimal-string": ["amount"],
};

/** Kinds of content that are words, names or data, with no form to check. */
const formless = new Set(["llm-model", "var-map", "params-out", "var-name", "section-name", "call-id", "iso4217"]);

function compareFormats(at: string, facts: readonly Fact[], ours: readonly TextType[], comparison: Comparison): void {
	const said = [...new Set(facts.flatMap((fact) => fact.x?.sem ?? fact.format ?? []))].filter((sem) => !formless.has(sem));
	const written = ours.flatMap((type) => type.format ?? []);
	for (const sem of said) {
		const wanted = formatsFor[sem];
		if (!wanted) differ(comparison, at, "format", sem, "nothing of the kind");
		else if (!wanted.some((format) => written.includes(format))) differ(comparison, at, "format", sem, written.join(" or ") || "no format");
	}
	const patterns = facts.flatMap((fact) => fact.pattern ?? []);
	const checked = written.length > 0 || ours.some((type) => type.notBlank || (type.values && !type.open));
	if (patterns.length > 0 && !checked) differ(comparison, at, "format", `a text like ${patterns.join(" or ")}`, "any text");
	const blank = facts.some((fact) => fact.minLen === undefined);
	if (!blank && !ours.some((type) => type.notBlank)) differ(comparison, at, "format", "no empty text", "any text");
}

const nameKinds: { readonly [kind: string]: string } = {
	section: "section",
	label: "label",
	context: "context",
	step: "context-step",
	"swaig-fn": "function",
	"swaig-fn-remote": "function",
	"control:record": "control-id",
	"control:stream": "control-id",
	"control:tap": "control-id",
};

/** What a text is the name of, what expression it is, and whether a document may stand in it. */
function compareNames(at: string, facts: readonly Fact[], ours: readonly TextType[], comparison: Comparison): void {
	const said = new Set(
		facts.flatMap((fact) => [
			...(fact.x?.ref === undefined ? [] : [nameKinds[fact.x.ref] ?? fact.x.ref]),
			...(fact.x?.def === undefined ? [] : [nameKinds[fact.x.def] ?? fact.x.def]),
			...(fact.x?.expr === "js" || fact.x?.expr === "path" ? [fact.x.expr] : fact.expr === "js" ? ["js"] : []),
			...(fact.x?.nests === "document-json" ? ["a document"] : []),
		]),
	);
	const known = new Set(ours.flatMap((type) => [type.refers ?? [], type.defines ?? [], type.expression ?? [], type.embeds ? "a document" : []].flat()));
	const missing = [...said].filter((name) => !known.has(name));
	if (missing.length > 0) differ(comparison, at, "refers", missing.join(", "), [...known].join(", ") || "nothing");
}

function compareNumbers(at: string, said: readonly Atom[], concrete: readonly Concrete[], comparison: Comparison): void {
	const facts = said.filter((atom) => atom.kind === "integer" || atom.kind === "number");
	const ours = concrete.filter((type) => type.kind === "number");
	if (facts.length === 0 || ours.length === 0) return;
	const remark = facts.map((atom) => otherwise(atom.fact, ["min", "max", "zero", "allowed", "clamp", "clampMax"])).join("");
	const a = intervals(
		facts.map(({ fact, kind }) => ({ min: fact.x?.exclusiveMin ?? fact.min, max: fact.max, points: fact.enum?.map(Number), whole: kind === "integer" })),
	);
	const b = intervals(
		ours.flatMap((type) => [
			{ min: type.above ?? type.min, max: type.max, points: undefined, whole: type.whole === true },
			...(type.also ? [{ min: undefined, max: undefined, points: type.also.map((each) => Number(each.value)), whole: false }] : []),
		]),
	);
	if (a !== b) {
		const others = elsewhere(
			facts.map((atom) => atom.fact),
			(said, fact) => {
				const min = typeof said.min === "number" ? said.min : fact.min;
				const max = typeof said.max === "number" ? said.max : fact.max;
				const zero = said.zero === undefined ? [] : [{ min: undefined, max: undefined, points: [0], whole: false }];
				return intervals([{ min, max, points: undefined, whole: true }, ...zero]);
			},
		);
		differ(comparison, at, "range", a + remark, b, others);
	}
	const units = new Set(facts.flatMap((atom) => atom.fact.x?.unit ?? []));
	const ourUnits = new Set(ours.flatMap((type) => (type.unit === "s" || type.unit === "ms" ? type.unit : [])));
	const [u, v] = [[...units].join(" or "), [...ourUnits].join(" or ")];
	if (u !== v) differ(comparison, at, "unit", u || "no time", v || "no time");
}

function compareLists(at: string, facts: readonly Fact[], concrete: readonly Concrete[], comparison: Comparison): void {
	const ours = concrete.filter((type) => type.kind === "list");
	if (facts.length === 0 || ours.length === 0) return;
	const size = (min: number | undefined, max: number | undefined) =>
		min === undefined && max === undefined ? "any number of entries" : `${min ?? 0} to ${max ?? "any number of"} entries`;
	const a = [...new Set(facts.map((fact) => size(fact.minItems, fact.maxItems)))].join(" or ");
	const b = [...new Set(ours.map((type) => size(type.min, type.max)))].join(" or ");
	if (a !== b) differ(comparison, at, "size", a, b);
	const items = facts.flatMap((fact) => fact.items ?? []);
	compareValue(
		`${at}[]`,
		items,
		ours.map((type) => type.items),
		comparison,
	);
}

function compareSteps(at: string, facts: readonly Fact[], concrete: readonly Concrete[], comparison: Comparison): void {
	const ours = concrete.filter((type): type is StepsType => type.kind === "steps");
	if (facts.length === 0 || ours.length === 0) return;
	const shown = (methods: readonly string[] | undefined) => (methods ? `only ${[...methods].sort().join(", ")}` : "any method");
	const a = facts.map((fact) => shown(fact.methods)).join(" or ");
	const b = ours.map((type) => shown(type.only)).join(" or ");
	if (a !== b) differ(comparison, at, "values", a, b);
}

/** Compares the facts of a param with ours: default, deprecation, then its value. */
export function compareParam(at: string, facts: readonly Fact[], ours: readonly Param[], comparison: Comparison): void {
	comparison.count++;
	const nodes = facts.map((fact) => resolved(fact, comparison.types));
	const remark = nodes.map((node) => otherwise(node, ["default"])).join("");
	const defaults = (values: readonly unknown[]) =>
		[...new Set(values.filter((value) => value !== undefined).map((value) => JSON.stringify(value)))].join(" or ");
	const [a, b] = [defaults(nodes.map((node) => node.default)), defaults(ours.map((param) => param.default))];
	if (nodes.some((node) => node.defaultText)) {
		if (!ours.some((param) => param.default !== undefined || param.defaultNote)) differ(comparison, at, "default", "a long text", "none");
	} else if (a !== b) {
		const others = elsewhere(nodes, (said) => (said.default === undefined ? undefined : JSON.stringify(said.default)));
		differ(comparison, at, "default", (a || "none") + remark, b || "none", others);
	}
	compareTier(at, nodes, ours, comparison);
	const absent = nodes.some((node) => node.x?.engine?.absent);
	if (absent !== ours.some((param) => param.absent))
		differ(comparison, at, "tier", absent ? "the platform lacks it" : "the platform has it", absent ? "has it" : "lacks it");
	const explained = nodes.some((node) => node.mean !== undefined && node.mean !== "?");
	if (explained && ours.every((param) => param.unexplained)) differ(comparison, at, "existence", "a meaning", "none");
	const deprecated = nodes.every((node) => node.deprecated === true);
	const weDeprecate = ours.every((param) => param.deprecated !== undefined);
	if (deprecated !== weDeprecate)
		differ(comparison, at, "deprecated", deprecated ? "deprecated" : "not deprecated", weDeprecate ? "deprecated" : "not deprecated");
	else if (deprecated) compareReplacement(at, nodes, ours, comparison);
	compareValue(
		at,
		facts,
		ours.map((param) => param.type),
		comparison,
	);
}

function compareReplacement(at: string, nodes: readonly Fact[], ours: readonly Param[], comparison: Comparison): void {
	for (const by of new Set(nodes.flatMap((node) => node.x?.replacedBy ?? []))) {
		const named = ours.some(
			(param) => param.replacedBy === by || param.deprecated?.includes(`\`${by.split(".").at(-1)}\``) || param.deprecated?.includes(`\`${by}\``),
		);
		if (!named) differ(comparison, at, "deprecated", `\`${by}\` replaces it`, ours.map((param) => param.replacedBy ?? param.deprecated).join("; "));
	}
}

/** Compares a key that is seen outside the schema: it must be accepted, and not offered. */
export function compareExtra(at: string, extra: Extra, ours: Param, comparison: Comparison): void {
	comparison.count++;
	if (!ours.unlisted) differ(comparison, at, "listed", `known from ${extra.from} only`, "a listed param");
	const { from: _, params, ...fact } = extra;
	if (!params && (fact.t !== undefined || fact.ref !== undefined || fact.enum)) {
		const kinds = alternatives([ours.type]).map(kindOf);
		if (!kinds.includes("any")) compareValue(at, [fact], [ours.type], comparison);
	}
	if (params) {
		const known = new Set(alternatives([ours.type]).flatMap((type) => (type.kind === "map" ? type.params.map((param) => param.name) : [])));
		const missing = params.filter((name) => !known.has(name));
		if (missing.length > 0) differ(comparison, at, "existence", missing.join(", "), "nothing");
	}
}

/** Compares where facts are known from, and what the platform reads beside the kinds of value that are meant. */
import type { TextType, Tier } from "../../server/core/language/type.ts";
import type { Concrete } from "../../server/core/model/alternatives.ts";
import { type Comparison, differ } from "./compare.ts";
import type { Atom, Fact } from "./facts.ts";

/** Which other kinds the platform reads in place of these. */
export function compareReads(at: string, said: readonly Atom[], concrete: readonly Concrete[], comparison: Comparison): void {
	const engine = said.flatMap((atom) => atom.fact.x?.engine ?? []);
	const ours = concrete.flatMap((type) => ("reads" in type ? (type.reads ?? []) : []));
	const kinds = new Set(concrete.map((type) => type.kind));
	if (engine.some((each) => each.alsoAny) && !ours.includes("anything")) differ(comparison, at, "reads", "anything", "not");
	if (engine.some((each) => each.alsoString) && !kinds.has("text") && !ours.some((each) => each.includes("text")))
		differ(comparison, at, "reads", "texts", "not");
	if (engine.some((each) => each.alsoNumber) && !ours.some((each) => each.includes("numbers"))) differ(comparison, at, "reads", "numbers", "not");
}

/** Where a fact is known from. */
export function compareTier(at: string, facts: readonly Fact[], ours: readonly { readonly tier?: Tier }[], comparison: Comparison): void {
	const said = new Set(facts.map((fact) => tierNames[fact.tier ?? ""] ?? "the published schema"));
	if (!said.has("the published schema")) comparison.unpublished.add(at);
	const [a, b] = [
		[...said].join(" or "),
		[...new Set(ours.map(({ tier }) => (tier && unpublishedTiers.has(tier) ? tier : "the published schema")))].join(" or "),
	];
	if (a !== b && !isInside(at, comparison)) differ(comparison, at, "tier", a, b);
}

const tierNames: { readonly [tier: string]: string } = { engine: "engine", "sdk-next": "next" };
const unpublishedTiers: ReadonlySet<Tier> = new Set<Tier>(["engine", "next"]);

/** Whether all around is unpublished already. */
function isInside(at: string, { unpublished }: Comparison): boolean {
	for (let end = at.lastIndexOf("."); end > 0; end = at.lastIndexOf(".", end - 1)) {
		if (unpublished.has(at.slice(0, end)) || unpublished.has(at.slice(0, end).replace(/(?:\[\])+$/, ""))) return true;
	}
	return false;
}

/** Which values only the platform's own list has. */
export function compareValueTiers(at: string, facts: readonly Fact[], ours: readonly TextType[], comparison: Comparison): void {
	for (const fact of facts) {
		const spec = fact.x?.spec?.enum;
		if (!spec) continue;
		const said = (fact.enum ?? []).map(String).filter((value) => !spec.includes(value));
		const we = ours.flatMap((type) => (type.values ?? []).filter((value) => value.tier === "engine").map((value) => String(value.value)));
		const [a, b] = [[...said].sort().join(", "), [...we].sort().join(", ")];
		if (a !== b) differ(comparison, at, "tier", `${a} are the platform's`, b || "none");
	}
}

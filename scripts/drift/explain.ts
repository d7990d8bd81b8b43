/** Holds differences against the list of deliberate ones. */
import type { Deviation } from "../../server/core/language/deviations.ts";
import type { Difference } from "./difference.ts";

/** Differences with their reasons, and what is left over on either side. */
export interface Explained {
	readonly explained: readonly { readonly difference: Difference; readonly because: string }[];
	readonly unexplained: readonly Difference[];
	/** Explanations that explain nothing: `path about`. */
	readonly stale: readonly string[];
}

/** Sorts differences into explained and unexplained ones. Every path of a deviation, with every aspect, has to explain something. */
export function explain(differences: readonly Difference[], deviations: readonly Deviation[]): Explained {
	const rules = deviations.flatMap((deviation) =>
		listed(deviation.at).flatMap((at) => listed(deviation.about).map((about) => ({ at, about, deviation, pattern: patternOf(at), used: false }))),
	);
	const explained: { difference: Difference; because: string }[] = [];
	const unexplained: Difference[] = [];
	for (const difference of differences) {
		const fitting = rules.filter((rule) => rule.about === difference.about && rule.pattern.test(difference.at) && holds(rule.deviation, difference));
		for (const rule of fitting) rule.used = true;
		const [first] = fitting;
		if (first) explained.push({ difference, because: first.deviation.because });
		else unexplained.push(difference);
	}
	return { explained, unexplained, stale: rules.filter((rule) => !rule.used).map((rule) => `${rule.at} ${rule.about}`) };
}

/** Whether a difference is still the one that a deviation speaks of. */
function holds({ facts, ours, agrees }: Deviation, difference: Difference): boolean {
	return (
		(facts === undefined || facts === difference.facts.replace(/ \((?:docs|sdk|ed23):.*$/, "")) &&
		(ours === undefined || ours === difference.ours) &&
		(agrees === undefined || difference.others?.[agrees] === difference.ours)
	);
}

function listed<T extends string>(value: T | readonly T[]): readonly T[] {
	return typeof value === "string" ? [value] : value;
}

function patternOf(at: string): RegExp {
	const source = at
		.split(/(\*\*|\*)/)
		.map((part) => (part === "**" ? ".*" : part === "*" ? "[^.]*" : part.replace(/[.[\]$^+?()|{}\\/]/g, "\\$&")))
		.join("");
	return new RegExp(`^${source}$`);
}

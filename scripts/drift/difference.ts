/** One difference between the facts and our description, and how it is written. */
import type { Aspect } from "../../server/core/language/deviations.ts";

export interface Difference {
	/** Where: `calling/play.urls[]`. */
	readonly at: string;
	readonly about: Aspect;
	readonly facts: string;
	readonly ours: string;
}

/** `path: facts say …, we say …`. */
export function line({ at, about, facts, ours }: Difference): string {
	return `${at}: ${about}: facts say ${facts}, we say ${ours}`;
}

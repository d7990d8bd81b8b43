/** One difference between the facts and our description, and how it is written. */
import type { Aspect, Source } from "../../server/core/language/deviations.ts";

export interface Difference {
	/** Where: `calling/play.urls[]`. */
	readonly at: string;
	readonly about: Aspect;
	readonly facts: string;
	readonly ours: string;
	/** What sources beside the schema say of it, in the same words. */
	readonly others?: { readonly [source in Source]?: string };
}

/** `path: facts say …, we say …`. */
export function line({ at, about, facts, ours }: Difference): string {
	return `${at}: ${about}: facts say ${facts}, we say ${ours}`;
}

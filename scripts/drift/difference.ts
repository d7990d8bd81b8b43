/** One difference between the facts and our description, and how it is written. */

/** What two descriptions of a value can differ in. */
export type Aspect =
	| "existence"
	| "listed"
	| "kind"
	| "required"
	| "together"
	| "default"
	| "deprecated"
	| "values"
	| "range"
	| "unit"
	| "words"
	| "format"
	| "refers"
	| "size"
	| "keys"
	| "sets"
	| "flow"
	| "bare";

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

/** Derived facts: computed when first asked for, then kept for as long as their owner lives. */

/** Wraps `make` so that it runs at most once; a thrown error is not kept. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

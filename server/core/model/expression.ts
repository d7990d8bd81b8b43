/** Placeholders: the `${…}` and `%{…}` that SWML replaces while a call runs. */

/** Whether a text is, or contains, a placeholder, so that its value is not known before the call. */
export function isDynamic(value: string): boolean {
	// One look for the brace spares most texts the other three.
	return value.includes("{") && (value.includes("${") || value.includes("%{") || value.includes("@{"));
}

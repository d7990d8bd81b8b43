/** Placeholders: the `${…}` and `%{…}` that SWML replaces while a call runs, and those of templates that are filled in before it is sent. */

/** Whether a text is, or contains, a placeholder, so that its value is not known here. */
export function isDynamic(value: string): boolean {
	// One look for the brace spares most texts the rest.
	return (
		(value.includes("{") && /[$%@{]\{|\{%/.test(value)) || (value.includes("<%") && value.includes("%>")) || (value.includes("<?") && value.includes("?>"))
	);
}

/** Placeholders: the `${…}` and `%{…}` that SWML replaces while a call runs, and those of templates that are filled in before it is sent. */
import type { ScalarNode } from "../syntax/node.ts";

/** Whether a text holds code of a template, so that it may become anything: a name, a list, an object. */
export function isTemplate(value: ScalarNode["value"]): boolean {
	return typeof value === "string" && /\{\{|\{%|<[%?]/.test(value);
}

/** Whether a text is, or contains, a placeholder, so that its value is not known here. */
export function isDynamic(value: string): boolean {
	// One look for the brace spares most texts the rest.
	return (
		(value.includes("{") && /[$%@{]\{|\{%/.test(value)) || (value.includes("<%") && value.includes("%>")) || (value.includes("<?") && value.includes("?>"))
	);
}

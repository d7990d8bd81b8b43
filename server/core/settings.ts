/** What an author may set: the severity of rules. Applied at the edge, after checking; never part of it. */
import { quote } from "./base/quote.ts";
import { rules } from "./rules/index.ts";
import type { Level, Problem } from "./rules/rule.ts";

/** `off`: not reported. */
export type Severity = Level | "off";

export interface Settings {
	/** Rule id → severity, for the rules that are set. */
	readonly rules: { readonly [id: string]: Severity };
}

export const noSettings: Settings = { rules: {} };

const severities: readonly Severity[] = ["error", "warning", "info", "hint", "off"];

/** Reads settings out of what a person or an editor wrote; what cannot be read is left out and named in `complaints`. */
export function readSettings(written: unknown): { readonly settings: Settings; readonly complaints: readonly string[] } {
	const complaints: string[] = [];
	const read: { [id: string]: Severity } = {};
	const asked = isObject(written) ? written["rules"] : undefined;
	if (written !== undefined && written !== null && !isObject(written)) complaints.push("settings are an object with `rules` in it");
	if (isObject(asked)) {
		for (const [id, severity] of Object.entries(asked)) {
			const known = severities.find((each) => each === severity);
			if (!rules.some((rule) => rule.id === id)) complaints.push(`unknown rule ${quote(id)}`);
			else if (known) read[id] = known;
			else complaints.push(`${isPlain(severity) ? quote(severity) : "this"} is not a valid severity for \`${id}\`; use one of ${severities.join(", ")}`);
		}
	} else if (asked !== undefined && asked !== null) complaints.push("`rules` is an object of rule ids and severities");
	return { settings: { rules: read }, complaints };
}

/** Settings in which `over` wins over `base`. */
export function mergeSettings(base: Settings, over: Settings): Settings {
	return { rules: { ...base.rules, ...over.rules } };
}

/** The problems as the settings want them. A severity that is set counts for all findings of a rule, also those that have a lower one of their own. */
export function applySettings(problems: readonly Problem[], settings: Settings): readonly Problem[] {
	return problems.flatMap((problem) => {
		const severity = settings.rules[problem.rule];
		if (severity === "off") return [];
		return severity ? [{ ...problem, level: severity }] : [problem];
	});
}

function isPlain(value: unknown): value is string | number | boolean | null {
	return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The arguments of a command into what they mean. A mistake is a complaint, not an exception. */
import { parseArgs } from "node:util";
import { nearest } from "../core/base/nearest.ts";
import { rules } from "../core/rules/index.ts";
import { mergeSettings, noSettings, readSettings, type Settings } from "../core/settings.ts";

/** Something the user asked for that cannot be done. */
export interface Complaint {
	readonly complaint: string;
}

export function isComplaint(value: unknown): value is Complaint {
	return typeof value === "object" && value !== null && "complaint" in value;
}

export type ReportFormat = "text" | "json" | "github" | "sarif";

/** What `swml check` is to do. */
export interface CheckOptions {
	/** Files, folders, globs and `-` for standard input. */
	readonly names: readonly string[];
	/** The name that standard input goes by. */
	readonly stdinName?: string;
	readonly format: ReportFormat;
	readonly fix: boolean;
	readonly hints: boolean;
	/** Report errors only. */
	readonly quiet: boolean;
	readonly maxWarnings?: number;
	/** From `--rule`; they win over config files. */
	readonly settings: Settings;
	/** Whether config files are read. */
	readonly config: boolean;
	/** Undefined: as the terminal has it. */
	readonly color?: boolean;
}

const formats: readonly ReportFormat[] = ["text", "json", "github", "sarif"];

const checkArguments: Arguments = {
	format: { short: "f", takes: "text, json, github or sarif" },
	fix: {},
	hints: {},
	quiet: { short: "q" },
	"max-warnings": { takes: "a number" },
	rule: { takes: "`id=severity`" },
	stdin: {},
	"stdin-filename": { takes: "a file name" },
	"no-config": {},
	color: {},
	"no-color": {},
	help: { short: "h" },
};

/** Reads the arguments of `swml check`. */
export function readCheckOptions(args: readonly string[]): CheckOptions | "help" | Complaint {
	const given = readArguments(args, checkArguments);
	if (isComplaint(given)) return given;
	const { flags, values } = given;
	if (flags.has("help")) return "help";
	const written = values.get("format")?.at(-1) ?? "text";
	const format = formats.find((each) => each === written);
	if (!format) return { complaint: `unknown format \`${written}\`; ${meant(written, formats) ?? `use one of ${formats.join(", ")}`}` };
	const limit = values.get("max-warnings")?.at(-1);
	if (limit !== undefined && !/^\d{1,9}$/.test(limit)) return { complaint: `\`--max-warnings\` takes a number, not \`${limit}\`` };
	const settings = readRules(values.get("rule") ?? []);
	if (isComplaint(settings)) return settings;
	const stdinName = values.get("stdin-filename")?.at(-1);
	const names = flags.has("stdin") && !given.names.includes("-") ? [...given.names, "-"] : given.names;
	const fromStdin = names.includes("-");
	if (stdinName !== undefined && !fromStdin) return { complaint: "`--stdin-filename` names what comes from standard input; add `--stdin` or `-`" };
	const fix = flags.has("fix");
	if (fix && fromStdin && names.length > 1) return { complaint: "`--fix` prints what it makes of standard input, so no files can be named beside `-`" };
	return {
		names: names.length > 0 ? [...new Set(names)] : ["."],
		...(stdinName === undefined ? {} : { stdinName }),
		format,
		fix,
		hints: flags.has("hints"),
		quiet: flags.has("quiet"),
		...(limit === undefined ? {} : { maxWarnings: Number(limit) }),
		settings,
		config: !flags.has("no-config"),
		...(flags.has("no-color") ? { color: false } : flags.has("color") ? { color: true } : {}),
	};
}

/** What `swml fmt` is to do. */
export interface FmtOptions {
	/** Files, folders, globs and `-` for standard input. */
	readonly names: readonly string[];
	/** The name that standard input goes by. */
	readonly stdinName?: string;
	/** Only say what would change. */
	readonly check: boolean;
	/** Blanks for one level. */
	readonly tabSize: number;
}

const fmtArguments: Arguments = {
	check: {},
	"tab-size": { takes: "a number" },
	stdin: {},
	"stdin-filename": { takes: "a file name" },
	help: { short: "h" },
};

/** Reads the arguments of `swml fmt`. */
export function readFmtOptions(args: readonly string[]): FmtOptions | "help" | Complaint {
	const given = readArguments(args, fmtArguments);
	if (isComplaint(given)) return given;
	const { flags, values } = given;
	if (flags.has("help")) return "help";
	const size = values.get("tab-size")?.at(-1) ?? "2";
	if (!/^[1-8]$/.test(size)) return { complaint: `\`--tab-size\` takes a number from 1 to 8, not \`${size}\`` };
	const stdinName = values.get("stdin-filename")?.at(-1);
	const names = flags.has("stdin") && !given.names.includes("-") ? [...given.names, "-"] : given.names;
	const fromStdin = names.includes("-");
	if (stdinName !== undefined && !fromStdin) return { complaint: "`--stdin-filename` names what comes from standard input; add `--stdin` or `-`" };
	if (fromStdin && names.length > 1) return { complaint: "`swml fmt` prints what it makes of standard input, so no files can be named beside `-`" };
	return {
		names: names.length > 0 ? [...new Set(names)] : ["."],
		...(stdinName === undefined ? {} : { stdinName }),
		check: flags.has("check"),
		tabSize: Number(size),
	};
}

function readRules(written: readonly string[]): Settings | Complaint {
	let settings = noSettings;
	for (const each of written) {
		const [, id, severity] = /^([^=]+)=(.*)$/.exec(each) ?? [];
		if (id === undefined || severity === undefined) return { complaint: `\`--rule\` takes \`id=severity\`, not \`${each}\`` };
		if (!rules.some((rule) => rule.id === id)) return unknownRule(id);
		const read = readSettings({ rules: { [id]: severity } });
		if (read.complaints[0]) return { complaint: read.complaints[0] };
		settings = mergeSettings(settings, read.settings);
	}
	return settings;
}

/** Says that there is no such rule, and which may be meant. */
export function unknownRule(id: string): Complaint {
	const ids = rules.map((rule) => rule.id);
	return { complaint: `unknown rule \`${id}\`${prefixed("; ", meant(id, ids))}` };
}

/** Option → how it is written. One that takes nothing is a flag. */
interface Arguments {
	readonly [name: string]: { readonly short?: string; readonly takes?: string };
}

/** What was written: flags, values in order, and everything that is no option. */
interface Given {
	readonly flags: ReadonlySet<string>;
	readonly values: ReadonlyMap<string, readonly string[]>;
	readonly names: readonly string[];
}

/** Sorts arguments into options and names. */
export function readArguments(args: readonly string[], known: Arguments): Given | Complaint {
	const options = Object.fromEntries(
		Object.entries(known).map(([name, { short, takes }]) => [
			name,
			{ type: takes ? ("string" as const) : ("boolean" as const), multiple: true, ...(short && { short }) },
		]),
	);
	const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
	const flags = new Set<string>();
	const values = new Map<string, string[]>();
	const names: string[] = [];
	for (const token of tokens) {
		if (token.kind === "positional") names.push(token.value);
		if (token.kind !== "option") continue;
		const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
		if (!option) {
			const near = nearest(token.name, Object.keys(known));
			return { complaint: `unknown option \`${token.rawName}\`${near ? `; did you mean \`--${near}\`?` : ""}` };
		}
		if (!option.takes) {
			if (token.value !== undefined) return { complaint: `\`--${token.name}\` takes no value` };
			flags.add(token.name);
		} else if (token.value === undefined || token.value === "") return { complaint: `\`--${token.name}\` takes ${option.takes}` };
		else values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
	}
	return { flags, values, names };
}

function meant(word: string, candidates: readonly string[]): string | undefined {
	const near = nearest(word, candidates);
	return near && `did you mean \`${near}\`?`;
}

function prefixed(prefix: string, text: string | undefined): string {
	return text ? prefix + text : "";
}

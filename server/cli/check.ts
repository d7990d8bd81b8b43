/** `swml check`: finds files, checks them, fixes what is asked for, reports. Never here: how a report looks. */
import { dirname, resolve } from "node:path";
import { configFor } from "../config.ts";
import { detect, syntaxOf } from "../core/detect.ts";
import { openDocument } from "../core/document.ts";
import { check } from "../core/rules/check.ts";
import { applySettings, mergeSettings, type Settings } from "../core/settings.ts";
import { findFiles, shownPath } from "./files.ts";
import { fixSafely } from "./fix.ts";
import { asGithub } from "./github.ts";
import { exit, type Io, type Telling, warn } from "./io.ts";
import { asJson } from "./json.ts";
import type { CheckOptions } from "./options.ts";
import { coloured, plain, wantsColour } from "./paint.ts";
import { type Reading, readStream, readText } from "./read.ts";
import type { Checked } from "./report.ts";
import { asSarif } from "./sarif.ts";
import { asText } from "./text.ts";
import { replaceText } from "./write.ts";

/** Something that may be SWML. */
interface Source {
	/** What it is shown as. */
	readonly shown: string;
	/** Where it is, or would be: decides about its config. */
	readonly path: string;
	readonly named: boolean;
	readonly reading: Reading;
	/** Puts a new text in the place of what was read, byte order mark and all; gives a reason where that fails. */
	readonly write: (before: string, after: string) => Promise<string | undefined>;
}

export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
	const run: Run = { options, io, seen: new Set(), checked: [], fixed: 0, trouble: false, mentioned: false };
	const fromStdin = options.names.includes("-");
	const { files, complaints } = findFiles(
		options.names.filter((name) => name !== "-"),
		io.cwd,
	);
	for (const complaint of complaints) warn(run, complaint, true);
	if (fromStdin) await look(run, await stdinSource(options, io));
	for (const { path, named } of files) {
		const shown = shownPath(path, io.cwd);
		await look(run, { shown, path, named, reading: readText(path), write: (before, after) => replaceText(path, before, after) });
	}
	if (run.checked.length === 0 && !run.mentioned) warn(run, `no SWML found in ${options.names.map((name) => `\`${name}\``).join(", ")}`);
	return report(run, fromStdin);
}

/** One run, as it goes. */
interface Run extends Telling {
	readonly options: CheckOptions;
	/** Config files whose complaints were passed on. */
	readonly seen: Set<string>;
	readonly checked: Checked[];
	fixed: number;
}

async function stdinSource({ stdinName }: CheckOptions, io: Io): Promise<Source> {
	const path = resolve(io.cwd, stdinName ?? "stdin");
	const write = async (_: string, after: string) => {
		io.stdout.write(after);
		return undefined;
	};
	return { shown: stdinName === undefined ? "stdin" : shownPath(path, io.cwd), path, named: true, reading: await readStream(io.stdin), write };
}

async function look(run: Run, source: Source): Promise<void> {
	const { shown, path, named, reading } = source;
	const { options } = run;
	// What lies about in a folder and is not SWML by name is none of our business.
	const nameSays = detect({ name: path, text: "", mode: "off" }).swml;
	if ("refused" in reading) {
		if (named || nameSays || reading.failed) warn(run, `${shown}: ${reading.refused}`, named || nameSays);
		return;
	}
	const { text, bom } = reading;
	const { swml, reason } = detect({ name: path, text });
	const empty = text.trim() === "";
	if (empty || !swml) {
		if (named || (empty && nameSays)) warn(run, `${shown}: ${empty ? "empty" : `not SWML: ${reason}`}; skipped`);
		// What standard input holds goes through even so.
		if (options.fix && options.names.includes("-")) await source.write("", marked(text, bom));
	} else await checkText(run, source, text, bom, mergeSettings(settingsFor(run, path), options.settings));
}

async function checkText(run: Run, source: Source, text: string, bom: boolean, settings: Settings): Promise<void> {
	const { options } = run;
	let document = openDocument(text, syntaxOf({ name: source.path, text }));
	if (options.fix) {
		const after = fixSafely(document, settings);
		const asked = after.document.text !== text || options.names.includes("-");
		const failure = asked ? await source.write(marked(text, bom), marked(after.document.text, bom)) : undefined;
		if (failure) warn(run, `${source.shown}: ${failure}`, true);
		else {
			document = after.document;
			run.fixed += after.fixed;
		}
	}
	const { problems, failures } = check(document);
	for (const { rule, error } of failures) {
		warn(run, `${source.shown}: rule \`${rule}\` broke down, the others ran: ${error instanceof Error ? error.message : String(error)}`);
	}
	run.checked.push({ path: source.shown, text: document.text, problems: applySettings(problems, settings) });
}

/** A text with its byte order mark, where it had one. */
function marked(text: string, bom: boolean): string {
	return bom ? `\uFEFF${text}` : text;
}

function settingsFor(run: Run, path: string): Settings {
	if (!run.options.config) return { rules: {} };
	const { settings, file, complaints } = configFor(path);
	if (file && !run.seen.has(file)) {
		run.seen.add(file);
		const folder = shownPath(dirname(file), run.io.cwd);
		for (const complaint of complaints) warn(run, folder === "." ? complaint : `${folder}/${complaint}`, true);
	}
	return settings;
}

function report(run: Run, fromStdin: boolean): number {
	const { options, io, checked } = run;
	const { format, fix, quiet, hints, maxWarnings } = options;
	const files = quiet ? checked.map((file) => ({ ...file, problems: file.problems.filter(({ level }) => level === "error") })) : checked;
	// With --fix the results of standard input are its text.
	const out = fix && fromStdin ? io.stderr : io.stdout;
	const colour = wantsColour(options.color, io.env, io.isTTY && out === io.stdout);
	if (format === "json") out.write(asJson(files));
	else if (format === "sarif") out.write(asSarif(files));
	else if (format === "github")
		out.write(asGithub(hints ? files : files.map((file) => ({ ...file, problems: file.problems.filter(({ level }) => level !== "hint") }))));
	else out.write(asText(files, { hints, quiet, fixed: run.fixed }, colour ? coloured : plain));
	const count = (level: string) => checked.reduce((sum, file) => sum + file.problems.filter((problem) => problem.level === level).length, 0);
	const warnings = count("warning");
	const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
	if (tooMany) io.stderr.write(`swml: ${warnings} ${warnings === 1 ? "warning" : "warnings"}, and --max-warnings allows ${maxWarnings}\n`);
	if (run.trouble) return exit.usage;
	return tooMany || count("error") > 0 ? exit.problems : exit.clean;
}

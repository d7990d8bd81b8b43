/** `swml fmt`: lays files out, or says which are not. Never here: how a layout looks. */
import { resolve } from "node:path";
import { detect, syntaxOf } from "../core/detect.ts";
import { openDocument } from "../core/document.ts";
import { format } from "../core/features/format.ts";
import { applyEdits } from "../core/syntax/edit.ts";
import { findFiles, shownPath } from "./files.ts";
import { exit, type Io, type Telling, warn } from "./io.ts";
import type { FmtOptions } from "./options.ts";
import { printable } from "./printable.ts";
import { type Reading, readStream, readText } from "./read.ts";
import { replaceText } from "./write.ts";

/** One run, as it goes. */
interface Run extends Telling {
	readonly options: FmtOptions;
	/** Files that were laid out, or would have been. */
	changed: number;
	unchanged: number;
}

/** Runs `swml fmt`; the number is the exit code. */
export async function runFmt(options: FmtOptions, io: Io): Promise<number> {
	const run: Run = { options, io, changed: 0, unchanged: 0, trouble: false, mentioned: false };
	if (options.names.includes("-")) await formatStdin(run);
	else await formatFiles(run);
	if (run.trouble) return exit.usage;
	return options.check && run.changed > 0 ? exit.problems : exit.clean;
}

async function formatStdin(run: Run): Promise<void> {
	const { check, stdinName } = run.options;
	const path = resolve(run.io.cwd, stdinName ?? "stdin");
	const shown = stdinName === undefined ? "stdin" : shownPath(path, run.io.cwd);
	const reading = await readStream(run.io.stdin);
	const after = laidOut(run, { shown, path, named: true, reading });
	if ("refused" in reading) return;
	const { text, bom } = reading;
	// What is no SWML goes through even so.
	if (!check) run.io.stdout.write((bom ? "\uFEFF" : "") + (after ?? text));
	else if (after !== undefined) tell(run, shown, after !== text);
}

async function formatFiles(run: Run): Promise<void> {
	const { options, io } = run;
	const { files, complaints } = findFiles(options.names, io.cwd);
	for (const complaint of complaints) warn(run, complaint, true);
	for (const { path, named } of files) {
		const shown = shownPath(path, io.cwd);
		const reading = readText(path);
		const after = laidOut(run, { shown, path, named, reading });
		if (after === undefined || "refused" in reading) continue;
		const mark = reading.bom ? "\uFEFF" : "";
		const failure = after !== reading.text && !options.check ? await replaceText(path, mark + reading.text, mark + after) : undefined;
		if (failure) warn(run, `${shown}: ${failure}`, true);
		else tell(run, shown, after !== reading.text);
	}
	if (run.changed + run.unchanged === 0 && !run.mentioned) warn(run, `no SWML found in ${options.names.map((name) => `\`${name}\``).join(", ")}`);
	const count = (files: number) => `${files} ${files === 1 ? "file" : "files"}`;
	if (run.changed > 0 && options.check) io.stderr.write(`swml: ${count(run.changed)} would change; run \`swml fmt\`\n`);
}

/** One thing that may be SWML. */
interface Candidate {
	readonly shown: string;
	readonly path: string;
	readonly named: boolean;
	readonly reading: Reading;
}

/** The text as it is to be; undefined where it is none of our business. */
function laidOut(run: Run, { shown, path, named, reading }: Candidate): string | undefined {
	const nameSays = detect({ name: path, text: "", mode: "off" }).swml;
	if ("refused" in reading) {
		if (named || nameSays || reading.failed) warn(run, `${shown}: ${reading.refused}`, named || nameSays);
		return undefined;
	}
	const { text } = reading;
	const { swml, reason } = detect({ name: path, text });
	if (!swml || text.trim() === "") {
		if (named) warn(run, `${shown}: ${text.trim() === "" ? "empty" : `not SWML: ${reason}`}; skipped`);
		return undefined;
	}
	const document = openDocument(text, syntaxOf({ name: path, text }));
	const ends = { trimTrailingWhitespace: true, insertFinalNewline: true, trimFinalNewlines: true };
	return applyEdits(text, format(document, { tabSize: run.options.tabSize, insertSpaces: true, ...ends }));
}

/** Names what changed, on standard output. */
function tell(run: Run, shown: string, changes: boolean): void {
	if (changes) run.changed++;
	else run.unchanged++;
	if (changes) run.io.stdout.write(`${printable(shown)}\n`);
}

/** The verbs of our tests: short documents in, what a user sees out. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import { type Document, openDocument } from "../server/core/document.ts";
import { check } from "../server/core/rules/check.ts";
import type { Fix, Problem } from "../server/core/rules/rule.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";

export { unmark, whole } from "../scripts/examples.ts";

/** Every problem of a text, checked afresh. Fails when a rule broke down. */
export function problemsOf(text: string, format: Format = "yaml"): readonly Problem[] {
	const { problems, failures } = check(openDocument(text, format));
	expect(failures).toEqual([]);
	return problems;
}

/** Problems as one line each: `level rule "text": message`. */
export function shown(text: string, problems: readonly Problem[]): readonly string[] {
	return problems.map((problem) => `${problem.level} ${problem.rule} ${JSON.stringify(text.slice(problem.span.start, problem.span.end))}: ${problem.message}`);
}

/** The text after a fix. */
export function fixed(text: string, fix: Fix): string {
	return applyEdits(text, fix.edits);
}

export function open(text: string, format: Format = "yaml"): Document {
	return openDocument(text, format);
}

/** A document of the corpus with what is known of it. */
export interface CorpusFile {
	readonly file: string;
	readonly text: string;
	readonly format: Format;
	readonly kind: string;
	readonly subkind?: string;
	readonly verdict: string;
	readonly findings: readonly { readonly verdict?: string; readonly category: string; readonly path?: string; readonly detail?: string }[];
}

const shared = resolve(import.meta.dirname, "../../shared/corpus");

/** The real documents of `../shared/corpus`, or undefined where they are not at hand. */
export function corpus(): readonly CorpusFile[] | undefined {
	let lines: string[];
	try {
		lines = readFileSync(join(shared, "index.jsonl"), "utf8").trim().split("\n");
	} catch {
		return undefined;
	}
	return lines.map((line) => {
		const entry = JSON.parse(line) as Omit<CorpusFile, "text" | "format">;
		return { ...entry, text: readFileSync(join(shared, "files", entry.file), "utf8"), format: formatOf(entry.file) };
	});
}

/** Documents of the corpus in both syntaxes: the same content twice. */
export function twins(): readonly { readonly name: string; readonly texts: readonly (readonly [Format, string])[] }[] {
	const named = new Map((corpus() ?? []).map((each) => [each.file.slice(0, 4), each]));
	let files: string[];
	try {
		files = readdirSync(join(shared, "twins"));
	} catch {
		return [];
	}
	return files.flatMap((file) => {
		const original = named.get(file.slice(1, 5));
		const twin = [formatOf(file), readFileSync(join(shared, "twins", file), "utf8")] as const;
		return original ? [{ name: file, texts: [[original.format, original.text] as const, twin] }] : [];
	});
}

/** The documents of `examples/`, which are always at hand. */
export function examples(): readonly { readonly file: string; readonly text: string; readonly format: Format }[] {
	const folder = resolve(import.meta.dirname, "../examples");
	return readdirSync(folder)
		.filter((file) => /\.(?:ya?ml|json|swml)$/.test(file))
		.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8"), format: formatOf(file) }));
}

function formatOf(file: string): Format {
	return file.endsWith(".json") ? "json" : "yaml";
}

/** A text as it is while it is written: its beginnings, at `count` places evenly spread, the last of which is the end. */
export function cutOff(text: string, count: number): readonly string[] {
	return Array.from({ length: count }, (_, index) => text.slice(0, Math.ceil((text.length * (index + 1)) / count)));
}

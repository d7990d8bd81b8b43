/** Runs the command line over files made for the purpose: in this process, or as `node dist/cli.js`. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../server/cli/main.ts";
import { forget } from "../../server/config.ts";
import { problemsOf } from "../fixture.ts";

/** What a run leaves behind. */
export interface Outcome {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface Surroundings {
	readonly cwd?: string;
	readonly stdin?: string | Uint8Array;
	readonly env?: { readonly [name: string]: string };
	readonly isTTY?: boolean;
}

const root = resolve(import.meta.dirname, "../..");

/** Runs `swml` with these arguments in this process. */
export async function swml(args: readonly string[], { cwd = root, stdin = "", env = {}, isTTY = false }: Surroundings = {}): Promise<Outcome> {
	forget();
	let out = "";
	let err = "";
	const code = await main(args, {
		cwd,
		env,
		isTTY,
		stdin: (async function* () {
			yield stdin;
		})(),
		stdout: { write: (text) => (out += text) },
		stderr: { write: (text) => (err += text) },
	});
	return { code, out, err };
}

/** Runs `node dist/cli.js` with these arguments. */
export async function process(args: readonly string[], { cwd = root, stdin = "", env = {} }: Surroundings = {}): Promise<Outcome> {
	const { PATH = "", SystemRoot = "" } = globalThis.process.env;
	const child = spawn(globalThis.process.execPath, [join(root, "dist/cli.js"), ...args], { cwd, env: { PATH, SystemRoot, ...env } });
	let out = "";
	let err = "";
	child.stdout.setEncoding("utf8").on("data", (text) => {
		out += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		err += text;
	});
	child.stdin.on("error", () => undefined).end(stdin);
	const code = await new Promise<number | null>((done) => child.on("close", done));
	return { code, out, err };
}

/** Runs `work` as somebody who may not read everything; root steps down for as long. */
export async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
	const isRoot = globalThis.process.geteuid?.() === 0;
	if (isRoot) globalThis.process.seteuid?.(65534);
	try {
		await work();
	} finally {
		if (isRoot) globalThis.process.seteuid?.(0);
	}
}

/** Builds the bundles where dist/cli.js is missing or older than a source. */
export function built(): void {
	const dist = join(root, "dist");
	const age = statSync(join(dist, "cli.main.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const sources = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" });
	if (sources.every((file) => statSync(join(root, "server", file)).mtimeMs < age)) return;
	mkdirSync(dist, { recursive: true });
	const fresh = mkdtempSync(join(dist, ".new-"));
	execFileSync(globalThis.process.execPath, ["esbuild.mjs", `--into=${fresh}`], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
	// One by one and whole: other tests may be running what was there.
	for (const file of readdirSync(fresh)) renameSync(join(fresh, file), join(dist, file));
	rmSync(fresh, { recursive: true });
}

/** A new folder with these files in it; it goes when the test is over. */
export function folder(files: { readonly [path: string]: string | Uint8Array }): string {
	const made = mkdtempSync(join(tmpdir(), "swml-"));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(made, path)), { recursive: true });
		writeFileSync(join(made, path), content);
	}
	return made;
}

/** A document with one step. */
export function conference(...params: readonly string[]): string {
	return `version: 1.0.0\nsections:\n  main:\n    - join_conference:\n${params.map((param) => `        ${param}\n`).join("")}`;
}

/** Without a problem. */
export const healthy = conference("name: support", "beep: onEnter");
/** One error that `--fix` puts right. */
export const nearMiss = conference("name: support", "beep: onenter");
/** One error that it does not. */
export const tooMany = conference("name: support", "max_participants: 500");
/** One warning, fixable. */
export const loose = conference("name: support", 'muted: "yes"');
/** One hint. */
export const wordy = conference("name: support", "muted: true", 'beep: "true"');

/** What the rules say of the first problem in a document, in their words, which are not ours to test here. */
export function said(text: string): { readonly message: string; readonly fix: string } {
	const [problem] = problemsOf(text);
	return { message: problem?.message ?? "", fix: problem?.fixes[0]?.title ?? "" };
}

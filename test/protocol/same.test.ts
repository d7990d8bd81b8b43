/** Editor and command line say the same, at the same places, over every real document. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { corpus, examples } from "../fixture.ts";
import { modern, start } from "./client.ts";

const cli = resolve(import.meta.dirname, "../../dist/cli.js");
const severities = ["", "error", "warning", "info", "hint"];

test("the same problems from the server and from `swml check`", async () => {
	const folder = mkdtempSync(join(tmpdir(), "swml-same-"));
	const session = await start(modern);
	onTestFinished(async () => {
		expect(await session.end()).toBe(0);
		rmSync(folder, { recursive: true, force: true });
	});
	const files = [...(corpus() ?? []), ...examples()].filter((each) => each.text.trim() !== "");
	for (const { file, text } of files) writeFileSync(join(folder, file), text);
	const { stdout } = spawnSync(process.execPath, [cli, "check", "--format", "json", "--no-config", ...files.map((each) => each.file)], {
		cwd: folder,
		encoding: "utf8",
		maxBuffer: 64_000_000,
	});
	const rows: readonly { readonly file: string; readonly fixable: boolean }[] = JSON.parse(stdout);

	const fromServer: unknown[] = [];
	for (const { file, text, format } of files) {
		const uri = pathToFileURL(join(folder, file)).href;
		await session.open(uri, text, format);
		const report = await session.pull(uri);
		if (report.kind !== "full") throw new Error("not a full report");
		for (const { range, severity = 0, code, message } of report.items) {
			const { start: from, end } = range;
			fromServer.push({
				file,
				line: from.line + 1,
				column: from.character + 1,
				endLine: end.line + 1,
				endColumn: end.character + 1,
				severity: severities[severity],
				rule: code,
				message,
			});
		}
	}
	expect(rows.length).toBeGreaterThan(10);
	expect(rows.map(({ fixable: _, ...row }) => row)).toEqual(fromServer);
});

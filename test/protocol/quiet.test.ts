/** What is half typed is not wrong yet; what is finished is told when it is left, after a pause, or when it is saved. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { modern, type Session, start } from "./client.ts";

const project = resolve(import.meta.dirname, "../..");

test("three healthy documents show no error in more than a tenth of the keys that write them", async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [resolve(project, "scripts/typing.mjs"), "--json"], { cwd: project });
	const rows: { readonly [file: string]: { readonly "of a hundred": number; readonly "errors in the end": number; readonly keys: number } } =
		JSON.parse(stdout);
	expect(Object.keys(rows)).toEqual(["agent.swml.yaml", "ivr.swml.json", "ivr.swml.yaml"]);
	for (const [file, row] of Object.entries(rows)) {
		expect([file, row["errors in the end"], row.keys > 400]).toEqual([file, 0, true]);
		expect(row["of a hundred"], file).toBeLessThan(10);
	}
});

const uri = "file:///calls/ivr.swml.yaml";
const text = "sections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n        mut\n    - hangup: {}\n";
const beep = "`onenter` is not a valid value for `beep`; did you mean `onEnter`?";

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

let version = 1;
const type = (running: Session, line: number, character: number, put: string, gone = 0) =>
	running.connection.sendNotification("textDocument/didChange", {
		textDocument: { uri, version: ++version },
		contentChanges: [{ range: { start: { line, character: character - gone }, end: { line, character } }, text: put }],
	});

async function pulled(running: Session): Promise<readonly string[]> {
	const report = await running.pull(uri);
	return report.kind === "full" ? report.items.map((each) => String(each.message)) : [];
}

describe("a client that asks, and asks again when it is told to", () => {
	const able = { ...modern, workspace: { ...modern.workspace, diagnostics: { refreshSupport: true } } };
	const started = async (): Promise<{ readonly running: Session; readonly refreshed: () => Promise<void> }> => {
		let tell = () => {};
		const refreshed = () =>
			new Promise<void>((done) => {
				tell = done;
			});
		const running = await start(able, null, undefined, {
			"workspace/diagnostic/refresh": () => {
				tell();
				return null;
			},
		});
		session = running;
		return { running, refreshed };
	};

	test("half a word waits for a pause, what was told stays, what is right goes at once", async () => {
		const { running, refreshed } = await started();
		await running.open(uri, text.replace("        mut\n", ""));
		expect(await pulled(running)).toEqual([beep]);
		await type(running, 4, 21, "\n        mu");
		expect(await pulled(running)).toEqual([beep]);
		const paused = refreshed();
		await type(running, 5, 10, "x");
		expect(await pulled(running)).toEqual([beep]);
		await paused;
		expect((await pulled(running)).length).toBeGreaterThan(1);
		// Going on in the same line, what was told is not taken back; what is put right is.
		await type(running, 4, 21, "onEnter", 7);
		expect(await pulled(running)).not.toContain(beep);
	});

	test("a mistake is told when its line is left", async () => {
		const { running } = await started();
		await running.open(uri, "sections:\n  main:\n    - join_conference:\n        name: support\n        beep: onente\n");
		await pulled(running);
		await type(running, 4, 20, "r");
		await type(running, 4, 21, "\n        ");
		expect(await pulled(running)).toEqual([beep]);
	});

	test("a name that is being written is not missed elsewhere yet", async () => {
		const { running } = await started();
		await running.open(uri, "sections:\n  main:\n    - label: again\n    - play: say:Hello\n    - goto:\n        label: again\n    - hangup: {}\n");
		const before = await pulled(running);
		await type(running, 2, 18, "x");
		expect(await pulled(running)).toEqual(before);
		await type(running, 6, 16, " ");
		expect(await pulled(running)).toEqual([...before, "unknown label `again`; did you mean `againx`?"]);
	});

	test("a saved file knows no waiting", async () => {
		const { running, refreshed } = await started();
		await running.open(uri, "sections:\n  main:\n    - answer: {}\n");
		await pulled(running);
		await type(running, 2, 16, "\n    - con");
		expect(await pulled(running)).toEqual([]);
		const saved = refreshed();
		await running.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
		await saved;
		expect((await pulled(running)).length).toBe(1);
	});
});

test("a client that cannot be told to ask again is told everything at once", async () => {
	session = await start(modern);
	await session.open(uri, "sections:\n  main:\n    - answer: {}\n");
	expect(await pulled(session)).toEqual([]);
	await type(session, 2, 16, "\n    - con");
	expect((await pulled(session)).length).toBe(1);
});

test("a client that is sent problems gets those of half a word after a pause", async () => {
	session = await start({});
	const first = session.pushed(uri);
	await session.open(uri, "sections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n");
	expect((await first).map(({ message }) => message)).toEqual([beep]);
	const [quiet, then] = [session.pushed(uri), session.pushed(uri)];
	await type(session, 4, 21, "\n    - con");
	expect((await quiet).map(({ message }) => message)).toEqual([beep]);
	expect((await then).length).toBe(2);
});

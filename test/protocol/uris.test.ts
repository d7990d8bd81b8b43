/** Whatever an editor calls a document: it gets its problems, from clients that pull and clients that are told. */
import { afterEach, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { modern, type Session, start } from "./client.ts";

const text = "version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n";
const problems = ["5:14 unknown-value"];
const brief = (list: readonly Diagnostic[]) => list.map(({ range: { start: from }, code }) => `${from.line}:${from.character} ${code}`);

let session: Session | undefined;
afterEach(async () => {
	const running = session;
	session = undefined;
	if (running && running.process.exitCode === null) expect(await running.end()).toBe(0);
});

/** URIs that name no file of this machine by the rules for `file:`; on Windows the first does. */
const odd = ["file://server/share/x.yaml", "file:///a%2Fb.yaml", "file:///a%zz.yaml", "file:///%", "file:///a%00b.yaml"];
/** Documents that are no files, or lie elsewhere. */
const elsewhere = [
	"untitled:Untitled-1",
	"untitled:/no/such/folder/x.swml.yaml",
	"vscode-vfs://github/owner/repository/x.yaml",
	"vscode-notebook-cell:/x.ipynb#W0sZmlsZQ%3D%3D",
	"git:/x.yaml?%7B%22ref%22%3A%22~%22%7D",
	"inmemory://model/1",
	"https://example.com/%zz",
	"x.yaml",
];

test("a client that pulls, for all of them in one session", async () => {
	session = await start(modern);
	for (const uri of [...odd, ...elsewhere]) {
		await session.open(uri, text);
		const report = await session.pull(uri);
		const hover = await session.hover(uri, 3, 8);
		expect([uri, report.kind === "full" && brief(report.items), hover?.range?.start]).toEqual([uri, problems, { line: 3, character: 6 }]);
	}
});

test("a client that is told, for all of them in one session", async () => {
	session = await start({});
	for (const uri of [...odd, ...elsewhere]) {
		const told = session.pushed(uri);
		await session.open(uri, text);
		expect([uri, ...brief(await told)]).toEqual([uri, ...problems]);
	}
});

test.skipIf(process.platform === "win32")("the log says once for each why no config file counts (on Windows the first one names a file)", async () => {
	session = await start(modern);
	for (const uri of [...odd, "untitled:Untitled-1"]) {
		await session.open(uri, text);
		await session.pull(uri);
		await session.hover(uri, 3, 8);
	}
	const unnamed = odd.filter((uri) => !uri.includes("%00"));
	expect(session.log).toEqual(unnamed.map((uri) => `Settings: no \`.swmlrc\` counts for \`${uri}\`, as it names no file of this machine`));
});

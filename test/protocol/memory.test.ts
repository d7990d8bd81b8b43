/** Versions and documents come and go, and the server's memory stays what it was; however many nobody asked about, the next answer is right. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { torture } from "../edits.ts";
import { bundle, modern, type Session, start } from "./client.ts";

/** How much more the server may hold after most of a test than after its first quarter, in bytes: counting is not exact. */
const noise = 3_000_000;

/** A server that counts what it holds, after sweeping, when it is asked: what the process takes from the system says little, as it is given back late. */
const gauge = `data:text/javascript,${encodeURIComponent(
	"process.on('message',()=>{gc();gc();const{heapUsed,external}=process.memoryUsage();process.send(heapUsed+external)});process.channel.unref()",
)}`;

interface Measured extends Session {
	/** Bytes held once everything sent so far has been read. */
	readonly held: () => Promise<number>;
	/** The problems of a version, asked for or waited for. */
	readonly problems: (uri: string, version: number) => Promise<readonly Diagnostic[]>;
}

async function measured(capabilities: object): Promise<Measured> {
	const child = spawn(process.execPath, ["--expose-gc", "--import", gauge, bundle, "--stdio"], { stdio: ["pipe", "pipe", "pipe", "ipc"] });
	if (!hasStreams(child)) throw new Error("no streams");
	const session = await start(capabilities, null, undefined, {}, child);
	// A server that is at its end would not end by itself.
	onTestFinished(() => void child.kill("SIGKILL"));
	const sent = new Map<string, { readonly version?: number; readonly diagnostics: readonly Diagnostic[] }>();
	session.connection.onNotification("textDocument/publishDiagnostics", (told: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
		sent.set(told.uri, told);
	});
	return {
		...session,
		problems: async (uri, version) => {
			if (session.initialized.capabilities.diagnosticProvider) {
				const report = await session.pull(uri);
				return report.kind === "full" ? report.items : [];
			}
			await expect.poll(() => sent.get(uri)?.version, { timeout: 30_000 }).toBe(version);
			return sent.get(uri)?.diagnostics ?? [];
		},
		held: async () => {
			// Messages are read in order: with this answer, all that were sent before have been.
			await session.hover("file:///nowhere.yaml", 0, 0);
			const told = once(child, "message");
			child.send("held");
			return Number((await told)[0]);
		},
	};
}

function hasStreams(child: { readonly stdin: unknown; readonly stdout: unknown; readonly stderr: unknown }): child is ChildProcessWithoutNullStreams {
	return child.stdin !== null && child.stdout !== null && child.stderr !== null;
}

const steps = "version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: support\n        beep: onenter\n";
const others = `services:\n${Array.from({ length: 4000 }, (_, n) => `  service_${n}:\n    image: example/${n}\n`).join("")}`;

/** A file, line by line: what it begins with, what that becomes in the end, so that it is SWML, and all that follows the line where letters are typed. */
interface Kind {
	readonly name: string;
	readonly first: string;
	readonly becomes: string;
	readonly rest: string;
	/** How often it is edited. Large files take longer, and need fewer versions to fill the memory. */
	readonly asked: number;
	readonly unasked: number;
}

const kinds: readonly Kind[] = [
	{ name: "SWML", first: "# a note", becomes: "# another note", rest: steps, asked: torture(20_000, 400), unasked: torture(20_000, 12_000, 12_000) },
	{ name: "not SWML", first: "# a note", becomes: steps.trim(), rest: others, asked: torture(20_000, 150, 500), unasked: torture(20_000, 400, 2000) },
	{
		name: "switched off",
		first: "# swml: off",
		becomes: "# a note",
		rest: steps + others,
		asked: torture(20_000, 150, 500),
		unasked: torture(20_000, 400, 2000),
	},
];
const clients = { "asks for problems": modern, "is sent problems": {} };
const tests = Object.entries(clients).flatMap(([client, capabilities]) =>
	kinds.flatMap((kind) =>
		(["unasked", "asked"] as const).map((manner) => ({
			capabilities,
			kind,
			manner,
			title: `a file that is ${kind.name}, ${manner}, by a client that ${client}`,
		})),
	),
);

test.each(tests.map((each) => [each.title, each] as const))(
	"edits of %s",
	{ timeout: torture(3_600_000, 60_000, 60_000) },
	async (_, { capabilities, kind, manner }) => {
		const session = await measured(capabilities);
		const uri = "file:///calls/edited.yaml";
		const lines = (first: string, letters: number) => `${first}\n# typed: ${"e".repeat(letters)}\n${kind.rest}`;
		let version = 1;
		let letters = 0;
		const change = (line: number, from: number, to: number, text: string) =>
			session.connection.sendNotification("textDocument/didChange", {
				textDocument: { uri, version: ++version },
				contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
			});
		const key = async () => {
			const at = "# typed: ".length + letters;
			letters = letters === 9 ? 0 : letters + 1;
			await (letters === 0 ? change(1, "# typed: ".length, at, "") : change(1, at, at, "e"));
			if (manner === "unasked") return;
			await Promise.all([
				session.hover(uri, 6, 9),
				session.complete(uri, 1, 0),
				...(session.initialized.capabilities.diagnosticProvider ? [session.pull(uri)] : []),
			]);
		};
		await session.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text: lines(kind.first, 0) } });
		for (let n = 0; n < kind[manner] / 4; n++) await key();
		const before = await session.held();
		for (let n = 0; n < (kind[manner] * 3) / 4; n++) await key();
		const after = await session.held();
		expect.soft(after - before, `${before} bytes after a quarter, ${after} in the end`).toBeLessThan(noise);

		// Now it is SWML, and somebody wants to know.
		await change(0, 0, kind.first.length, kind.becomes);
		const fresh = "file:///calls/fresh.yaml";
		const text = lines(kind.becomes, letters);
		const place = text.slice(0, text.indexOf("beep")).split("\n");
		const [line, character] = [place.length - 1, (place.at(-1) ?? "").length + 1];
		const answers = async (of: string, at: number) => ({
			problems: await session.problems(of, at),
			hover: await session.hover(of, line, character),
			completion: await session.complete(of, line, character),
		});
		const answered = await answers(uri, version);
		await session.connection.sendNotification("textDocument/didOpen", { textDocument: { uri: fresh, languageId: "yaml", version: 1, text } });
		expect(answered).toEqual(await answers(fresh, 1));
		expect(answered.problems.map(({ message }) => message)).toContain("`onenter` is not a valid value for `beep`; did you mean `onEnter`?");
		expect(answered.hover).not.toBeNull();
		expect(session.log).toEqual([]);
		expect(await session.end()).toBe(0);
	},
);

test.each(Object.entries(clients))(
	"documents opened and closed by a client that %s",
	{ timeout: torture(3_600_000, 60_000, 60_000) },
	async (_, capabilities) => {
		const session = await measured({ ...capabilities, workspace: { configuration: true } });
		const count = torture(5000, 240, 500);
		// Long names, so that what is kept of each document shows.
		const folder = "folder/".repeat(2000);
		const visit = async (n: number) => {
			const uri = `untitled:${folder}${n}`;
			const kind = kinds[n % kinds.length];
			const text = kind ? `${kind.first}\n${kind.rest}` : "";
			await session.open(uri, text);
			// Some are closed before anybody looked.
			if (n % 2) await Promise.all([session.hover(uri, 5, 9), ...(session.initialized.capabilities.diagnosticProvider ? [session.pull(uri)] : [])]);
			await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
		};
		for (let n = 0; n < count / 4; n++) await visit(n);
		const before = await session.held();
		for (let n = 0; n < (count * 3) / 4; n++) await visit(n);
		const after = await session.held();
		expect(session.log).toEqual([]);
		expect(after - before, `${before} bytes after a quarter, ${after} in the end`).toBeLessThan(noise / 2);
		expect(await session.end()).toBe(0);
	},
);

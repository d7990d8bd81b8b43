/** The server's settings and its life. */
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { ConfigurationTarget, commands, workspace } from "vscode";
import { type Bdd, closeAll, edit, eventually, expectProblems, fileUri, replace, write } from "./fixture.ts";
import { faulty } from "./samples.ts";

const name = "served.swml.yaml";
const both = ["error unknown-value onenter", "error out-of-range 300"];

/** Declares the tests. */
export function server({ describe, it }: Bdd): void {
	describe("the server", function () {
		this.afterEach(closeAll);

		it("follows `swml.rules` while a document is open", async () => {
			await edit(name, faulty.yaml);
			await expectProblems(name, both);
			const settings = workspace.getConfiguration("swml", fileUri(name));
			try {
				await settings.update("rules", { "unknown-value": "off", "out-of-range": "warning" }, ConfigurationTarget.Workspace);
				await expectProblems(name, ["warning out-of-range 300"]);
			} finally {
				await settings.update("rules", undefined, ConfigurationTarget.Workspace);
			}
			await expectProblems(name, both);
		});

		it("follows a .swmlrc.json while a document is open", async () => {
			await edit(name, faulty.yaml);
			await expectProblems(name, both);
			try {
				await write(".swmlrc.json", '{ "rules": { "out-of-range": "off" } }');
				await expectProblems(name, ["error unknown-value onenter"]);
			} finally {
				await workspace.fs.delete(fileUri(".swmlrc.json"));
			}
			await expectProblems(name, both);
		});

		it("restarts on request", async () => {
			await edit(name, faulty.yaml);
			await expectProblems(name, both);
			const before = await serverProcess();
			const editor = await edit(name, faulty.yaml);
			await commands.executeCommand("swml.restartServer");
			assert.notEqual(await serverProcess(), before);
			await replace(editor, "onenter", "onEnter");
			await expectProblems(name, ["error out-of-range 300"]);
		});

		it("comes back by itself when it dies", async () => {
			const editor = await edit(name, faulty.yaml);
			await expectProblems(name, both);
			const before = await serverProcess();
			process.kill(before);
			await eventually(async () => assert.notEqual(await serverProcess(), before));
			await replace(editor, "onenter", "onEnter");
			await expectProblems(name, ["error out-of-range 300"]);
		});
	});
}

/** The id of the one server process that this extension host runs. */
async function serverProcess(): Promise<number> {
	let found: number[] = [];
	await eventually(() => {
		found = processes()
			.filter(({ parent, command }) => parent === process.pid && /dist[\\/]server\.js/.test(command))
			.map(({ id }) => id);
		assert.equal(found.length, 1, `there are ${found.length} servers`);
	});
	return found[0] ?? 0;
}

function processes(): { readonly id: number; readonly parent: number; readonly command: string }[] {
	const listing =
		process.platform === "win32"
			? execFileSync("powershell", ["-Command", 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }'])
			: execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
	return listing
		.toString()
		.split(/\r?\n/)
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.filter((match) => match !== null)
		.map(([, id, parent, command]) => ({ id: Number(id), parent: Number(parent), command: command ?? "" }));
}

/** What is no regular file, has no size or has no end: refused at once, with a reason. Nothing here may hang. */
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { configFor, configForUri, forget } from "../../server/config.ts";
import { readBytes } from "../../server/disk.ts";
import { folder, healthy, nearMiss, swml } from "./run.ts";

const posix = process.platform !== "win32";

beforeEach(forget);

function pipe(cwd: string, name: string): void {
	expect(spawnSync("mkfifo", [join(cwd, name)]).status).toBe(0);
}

describe.skipIf(!posix)("pipes, sockets and devices (skipped on Windows)", () => {
	test("named on the command line: one line each, and the rest is checked", async () => {
		const cwd = folder({ "ok.swml": healthy, "sub/x.txt": "" });
		pipe(cwd, "pipe.swml");
		const server = createServer().listen(join(cwd, "socket.swml"));
		await new Promise((done) => server.once("listening", done));
		onTestFinished(() => void server.close());
		symlinkSync("/dev/zero", join(cwd, "zero.swml"));
		expect(await swml(["check", "/dev/zero", "zero.swml", "pipe.swml", "socket.swml", "ok.swml"], { cwd: join(cwd) })).toEqual({
			code: 2,
			out: "no problems in 1 file\n",
			err: [
				`swml: ${"../".repeat(cwd.split("/").length - 1)}dev/zero: cannot be read: it is a device, not a file`,
				"swml: zero.swml: cannot be read: it is a device, not a file",
				"swml: pipe.swml: cannot be read: it is a pipe, not a file",
				"swml: socket.swml: cannot be read: it is a socket, not a file",
				"",
			].join("\n"),
		});
	});

	test("come upon in a folder, or by a glob: left alone", async () => {
		const cwd = folder({ "ok.swml": healthy });
		pipe(cwd, "pipe.swml");
		symlinkSync("/dev/zero", join(cwd, "zero.swml"));
		expect(await swml(["check", ".", "*.swml"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
	});

	test.each([
		["a pipe", "it is a pipe, not a file", (file: string) => void spawnSync("mkfifo", [file])],
		["a link to a device without an end", "it is a device, not a file", (file: string) => symlinkSync("/dev/zero", file)],
	])("as a config file: %s", (_, why, make) => {
		const cwd = folder({ "a.swml": nearMiss });
		const file = join(cwd, ".swmlrc.yaml");
		make(file);
		expect(configFor(join(cwd, "a.swml"))).toEqual({ settings: { rules: {} }, file, complaints: [`.swmlrc.yaml: cannot be read: ${why}`] });
	});

	test("as a .gitignore", async () => {
		const cwd = folder({ ".git/HEAD": "", "ok.swml": healthy, "sub/ok.swml": healthy });
		pipe(cwd, ".gitignore");
		writeFileSync(join(cwd, "sub/.gitignore"), `#${" ".repeat(1024 * 1024)}`);
		expect(await swml(["check"], { cwd })).toEqual({
			code: 2,
			out: "no problems in 2 files\n",
			err: "swml: .gitignore: cannot be read: it is a pipe, not a file\nswml: sub/.gitignore: cannot be read: it is larger than 1 MB\n",
		});
	});
});

test("a config file behind a link counts", () => {
	const cwd = folder({ "shared/settings.yaml": "rules: { syntax: off }", "repo/.git/HEAD": "" });
	symlinkSync("../shared/settings.yaml", join(cwd, "repo/.swmlrc.yaml"));
	expect(configFor(join(cwd, "repo/x.yaml")).settings).toEqual({ rules: { syntax: "off" } });
});

test("a config file of 100 KB is read, a larger one is not", () => {
	const rule = "rules: { syntax: off }\n";
	const cwd = folder({ "a/.swmlrc.yaml": rule.padEnd(100 * 1024, "#"), "b/.swmlrc.yaml": rule.padEnd(100 * 1024 + 1, "#") });
	expect(configFor(join(cwd, "a/x.yaml")).complaints).toEqual([]);
	expect(configFor(join(cwd, "b/x.yaml"))).toEqual({
		settings: { rules: {} },
		file: join(cwd, "b/.swmlrc.yaml"),
		complaints: [".swmlrc.yaml: larger than 100 KB; no settings are"],
	});
});

test("of many mistakes in a config file ten are named, and the rest are counted", () => {
	const ids = Array.from({ length: 500 }, (_, index) => `no-rule-${index}`);
	const cwd = folder({
		"many/.swmlrc.yaml": `rules:\n${ids.map((id) => `  ${id}: off\n`).join("")}`,
		"eleven/.swmlrc.json": JSON.stringify({ rules: Object.fromEntries(ids.slice(0, 11).map((id) => [id, "off"])) }),
		"odd/.swmlrc.json": JSON.stringify({ rules: { "a\u202e`b": "off", syntax: "x".repeat(200), "unknown-value": { of: 1 } } }),
	});
	const unknown = (name: string, count: number) => ids.slice(0, count).map((id) => `${name}: unknown rule \`${id}\``);
	expect(configFor(join(cwd, "many/x.yaml")).complaints).toEqual([...unknown(".swmlrc.yaml", 10), ".swmlrc.yaml: and 490 more mistakes"]);
	expect(configFor(join(cwd, "eleven/x.yaml")).complaints).toEqual(unknown(".swmlrc.json", 11));
	const severities = "use one of error, warning, info, hint, off";
	expect(configFor(join(cwd, "odd/x.yaml")).complaints).toEqual([
		".swmlrc.json: unknown rule `` a\\u202e`b ``",
		`.swmlrc.json: \`${"x".repeat(60)}…\` is not a valid severity for \`syntax\`; ${severities}`,
		`.swmlrc.json: this is not a valid severity for \`unknown-value\`; ${severities}`,
	]);
});

describe("a file is measured while it is read", () => {
	test.skipIf(process.platform !== "linux")("files of the kernel say that they are empty (skipped but on Linux)", () => {
		expect(statSync("/proc/self/status").size).toBe(0);
		expect(readBytes("/proc/self/status", 1024 * 1024)?.toString()).toContain("Pid:");
		expect(readBytes("/proc/self/status", 10)).toBe(undefined);
	});

	test.each([0, 1, 4095, 4096, 4097, 70_000, 200_000])("%i bytes", (size) => {
		const cwd = folder({ a: Buffer.alloc(size, "a") });
		const file = join(cwd, "a");
		expect(readBytes(file, size)?.equals(readFileSync(file))).toBe(true);
		if (size > 0) expect(readBytes(file, size - 1)).toBe(undefined);
	});
});

test("a URI that names no file has no config, and is no accident", () => {
	const odd = (uri: string) => {
		const { settings, file, complaints } = configForUri(uri);
		return [settings.rules, file, ...complaints];
	};
	const said = (uri: string) => [{}, undefined, `no \`.swmlrc\` counts for \`${uri}\`, as it names no file of this machine`];
	expect(odd("file:///a%2Fb.yaml")).toEqual(said("file:///a%2Fb.yaml"));
	expect(odd("file:///a%zz.yaml")).toEqual(said("file:///a%zz.yaml"));
	if (posix) expect(odd("file://server/share/x.yaml")).toEqual(said("file://server/share/x.yaml"));
	for (const uri of ["untitled:Untitled-1", "untitled:/a/b.yaml", "vscode-vfs://github/a/b.yaml", "git:/a.yaml?%7B", "", "a"])
		expect(odd(uri)).toEqual([{}, undefined]);
});

/** `--fix` and the disk: what others save meanwhile, what may not be written, what fails half-way, and signals. Each accident is planted at its very moment. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { asOrdinaryUser, built, folder, healthy, nearMiss, swml } from "./run.ts";

const cli = join(import.meta.dirname, "../../dist/cli.js");
const saved = `${nearMiss}# saved meanwhile\n`;
const fixed = { code: 0, out: "1 problem fixed; no problems in 1 file\n", err: "" };

beforeAll(built);

/** Runs `swml check --fix --quiet` over a folder, with a program that changes `fs` loaded before it. */
function fixing(files: { readonly [path: string]: string }, accident: string, prepare: (cwd: string) => void = () => undefined) {
	const cwd = folder(files);
	prepare(cwd);
	const before = folder({ "accident.cjs": `const fs = require("node:fs"); const { join } = require("node:path"); const real = { ...fs };\n${accident}` });
	const { status, signal, stderr } = spawnSync(process.execPath, ["--require", join(before, "accident.cjs"), cli, "check", "--fix", "--quiet"], {
		cwd,
		encoding: "utf8",
	});
	const left = Object.fromEntries(readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name), "utf8")]));
	return { status, signal, stderr, left };
}

const savedMeanwhile = "swml: a.swml: not written: it was saved meanwhile; run the command again\n";

describe.skipIf(process.platform === "win32")("an accident (skipped on Windows)", () => {
	test.each([
		["written to while the copy is made", `fs.fsyncSync = (file) => { real.fsyncSync(file); real.appendFileSync("a.swml", "# saved meanwhile\\n"); };`],
		["replaced while the copy is made", `fs.fsyncSync = () => { real.writeFileSync("b", ${JSON.stringify(saved)}); real.renameSync("b", "a.swml"); };`],
		["written to in the last moment", `fs.renameSync = (from, to) => { real.appendFileSync("a.swml", "# saved meanwhile\\n"); real.renameSync(from, to); };`],
	])("%s: what was saved stays", (_, accident) => {
		expect(fixing({ "a.swml": nearMiss }, accident)).toEqual({ status: 2, signal: null, stderr: savedMeanwhile, left: { "a.swml": saved } });
	});

	test("a file with two names that is saved meanwhile", () => {
		const accident = `fs.accessSync = () => real.appendFileSync("a.swml", "# saved meanwhile\\n");`;
		const outcome = fixing({ "a.swml": nearMiss }, accident, (cwd) => linkSync(join(cwd, "a.swml"), join(cwd, "b.txt")));
		expect(outcome).toEqual({ status: 2, signal: null, stderr: savedMeanwhile, left: { "a.swml": saved, "b.txt": saved } });
	});

	test("a file that is gone", () => {
		const { status, stderr, left } = fixing({ "a.swml": nearMiss }, `fs.fsyncSync = () => real.rmSync("a.swml");`);
		expect({ status, stderr, left }).toEqual({ status: 2, stderr: "swml: a.swml: cannot be written: no such file or folder\n", left: {} });
	});

	test.each([
		["renameSync", "EBUSY", "it is in use"],
		["fsyncSync", "EIO", "EIO"],
		["writeFileSync", "ENOSPC", "no space left"],
		["fchmodSync", "EPERM", "no permission"],
	])("%s fails with %s: the file is as it was, the others are fixed, no copy is left", (call, code, why) => {
		const accident = `let calls = 0; fs.${call} = (...args) => { if (calls++ === 0) throw Object.assign(new Error("x"), { code: "${code}" }); return real.${call}(...args); };`;
		expect(fixing({ "a.swml": nearMiss, "b.swml": nearMiss }, accident)).toEqual({
			status: 2,
			signal: null,
			stderr: `swml: a.swml: cannot be written: ${why}\n`,
			left: { "a.swml": nearMiss, "b.swml": healthy },
		});
	});

	test("a file with two names of which only a part can be written: taken back", () => {
		const accident = `let calls = 0; fs.writeSync = (file, bytes, from, size, at) => {
			if (calls++ === 1) throw Object.assign(new Error("x"), { code: "ENOSPC" });
			return real.writeSync(file, bytes, from, calls === 1 ? 130 : size, at);
		};`;
		const outcome = fixing({ "a.swml": nearMiss }, accident, (cwd) => linkSync(join(cwd, "a.swml"), join(cwd, "b.txt")));
		expect(outcome).toEqual({
			status: 2,
			signal: null,
			stderr: "swml: a.swml: cannot be written: no space left\n",
			left: { "a.swml": nearMiss, "b.txt": nearMiss },
		});
	});

	test.each([
		["SIGINT", "fsyncSync"],
		["SIGTERM", "fsyncSync"],
		["SIGHUP", "renameSync"],
		["SIGINT", "renameSync"],
	])("%s before %s: that file is finished, the next is not begun, no copy is left", (signal, call) => {
		const accident = `fs.${call} = (...args) => { process.kill(process.pid, "${signal}"); return real.${call}(...args); };`;
		expect(fixing({ "a.swml": nearMiss, "b.swml": nearMiss }, accident)).toEqual({
			status: null,
			signal,
			stderr: "",
			left: { "a.swml": healthy, "b.swml": nearMiss },
		});
	});

	test("the copy is on the disk before it takes the file's place, and has its rights", () => {
		const accident = `const calls = []; const note = (call) => (...args) => { calls.push(call); return real[call](...args); };
			for (const call of ["fchmodSync", "fsyncSync", "renameSync"]) fs[call] = note(call);
			process.on("exit", () => process.stderr.write(calls.join(" ") + " " + (real.statSync("a.swml").mode & 0o7777).toString(8)));`;
		const { stderr } = fixing({ "a.swml": nearMiss }, accident, (cwd) => chmodSync(join(cwd, "a.swml"), 0o750));
		expect(stderr).toBe("fchmodSync fsyncSync renameSync 750");
	});
});

test("a read-only file is left alone, also by root", async () => {
	const cwd = folder({ "a.swml": nearMiss, "b.swml": nearMiss });
	chmodSync(join(cwd, "a.swml"), 0o444);
	const { code, out, err } = await swml(["check", "--fix"], { cwd });
	expect({ code, err, last: out.trimEnd().split("\n").at(-1) }).toEqual({
		code: 2,
		err: "swml: a.swml: cannot be written: it is read-only\n",
		last: "1 problem fixed; 1 error in 2 files; 1 can be fixed with --fix",
	});
	expect([readFileSync(join(cwd, "a.swml"), "utf8"), readFileSync(join(cwd, "b.swml"), "utf8")]).toEqual([nearMiss, healthy]);
	// Where nothing needs fixing, nothing is said.
	chmodSync(join(cwd, "b.swml"), 0o444);
	expect(await swml(["check", "--fix", "b.swml"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
});

test("all names of a file keep standing for it", async () => {
	const cwd = folder({ "a.swml": nearMiss });
	linkSync(join(cwd, "a.swml"), join(cwd, "other.txt"));
	const { ino } = statSync(join(cwd, "a.swml"));
	expect(await swml(["check", "--fix"], { cwd })).toEqual(fixed);
	expect([statSync(join(cwd, "a.swml")).ino, statSync(join(cwd, "other.txt")).ino]).toEqual([ino, ino]);
	expect(readFileSync(join(cwd, "other.txt"), "utf8")).toBe(healthy);
	expect(readdirSync(cwd).sort()).toEqual(["a.swml", "other.txt"]);
});

test.skipIf(process.geteuid?.() !== 0)("a file of somebody else stays theirs (skipped where root does not run the tests)", async () => {
	const cwd = folder({ "a.swml": nearMiss, "b.swml": nearMiss });
	chmodSync(cwd, 0o777);
	chownSync(join(cwd, "a.swml"), 1234, 2345);
	chmodSync(join(cwd, "b.swml"), 0o666);
	expect(await swml(["check", "--fix", "a.swml"], { cwd })).toEqual(fixed);
	await asOrdinaryUser(async () => {
		expect(await swml(["check", "--fix", "b.swml"], { cwd })).toEqual(fixed);
	});
	const owners = ["a.swml", "b.swml"].map((name) => statSync(join(cwd, name))).map(({ uid, gid }) => [uid, gid]);
	expect(owners).toEqual([
		[1234, 2345],
		[process.getuid?.(), process.getgid?.()],
	]);
	expect(readdirSync(cwd).sort()).toEqual(["a.swml", "b.swml"]);
});

test("through several links to the real file", async () => {
	const cwd = folder({ "real/a.swml": nearMiss });
	symlinkSync("real", join(cwd, "folder"));
	symlinkSync("folder/a.swml", join(cwd, "link.swml"));
	expect(await swml(["check", "--fix", "link.swml"], { cwd })).toEqual(fixed);
	expect(readFileSync(join(cwd, "real/a.swml"), "utf8")).toBe(healthy);
	expect(readdirSync(join(cwd, "real"))).toEqual(["a.swml"]);
});

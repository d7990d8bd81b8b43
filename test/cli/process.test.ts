/** The bundle as its users run it: `node dist/cli.js`. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { version } from "../../package.json";
import { help } from "../../server/cli/help.ts";
import { built, folder, healthy, nearMiss, process as run, said, swml, tooMany } from "./run.ts";

const root = join(import.meta.dirname, "../..");

beforeAll(built);

test("--version, --help", async () => {
	expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
	expect(await run(["--help"])).toEqual({ code: 0, out: help, err: "" });
});

test("exit codes", async () => {
	const cwd = folder({ "ok.swml": healthy, "bad.swml": nearMiss });
	expect(await run(["check", "ok.swml"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
	expect(await run(["check", "bad.swml"], { cwd })).toEqual({
		code: 1,
		out: `bad.swml:6:15: error: ${said(nearMiss).message} [unknown-value]
  6 |         beep: onenter
    |               ~~~~~~~
  fix: ${said(nearMiss).fix}

1 error in 1 file; 1 can be fixed with --fix
`,
		err: "",
	});
	expect(await run(["check", "none.swml"], { cwd })).toEqual({ code: 2, out: "", err: "swml: none.swml: no such file or folder\n" });
});

test("globs are expanded here, where no shell does it", async () => {
	const cwd = folder({ "a.swml": healthy, "sub/b.swml": healthy });
	expect(await run(["check", "**/*.swml"], { cwd })).toEqual({ code: 0, out: "no problems in 2 files\n", err: "" });
});

test("standard input, checked and fixed", async () => {
	expect(await run(["check", "--stdin", "--stdin-filename", "x.swml.yaml"], { stdin: healthy })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
	expect(await run(["check", "--fix", "-"], { stdin: nearMiss })).toEqual({ code: 0, out: healthy, err: "1 problem fixed; no problems in 1 file\n" });
});

test("--fix in place", async () => {
	const cwd = folder({ "a.swml": nearMiss });
	expect(await run(["check", "--fix"], { cwd })).toEqual({ code: 0, out: "1 problem fixed; no problems in 1 file\n", err: "" });
	expect(readFileSync(join(cwd, "a.swml"), "utf8")).toBe(healthy);
	expect(readdirSync(cwd)).toEqual(["a.swml"]);
});

test("a pipe gets everything, however much it is", async () => {
	const step = "    - join_conference:\n        name: support\n        max_participants: 500\n";
	const cwd = folder({ "a.swml": `sections:\n  main:\n${step.repeat(5000)}` });
	const { code, out, err } = await run(["check", "--format", "json"], { cwd });
	expect({ code, err, count: JSON.parse(out).length }).toEqual({ code: 1, err: "", count: 5000 });
});

test.skipIf(process.platform === "win32")("a closed pipe is no accident (skipped on Windows)", () => {
	const step = "    - join_conference:\n        name: support\n        max_participants: 500\n";
	const cwd = folder({ "a.swml": `sections:\n  main:\n${step.repeat(5000)}` });
	const { stdout, stderr } = spawnSync("sh", ["-c", '"$0" "$1" check | head -n 1', process.execPath, join(root, "dist/cli.js")], { cwd, encoding: "utf8" });
	expect({ stdout, stderr }).toEqual({ stdout: `a.swml:5:27: error: ${said(tooMany).message} [out-of-range]\n`, stderr: "" });
});

test("the bundle says of examples/ what the sources say", async () => {
	const args = ["check", "examples", "--hints"];
	const outcome = await run(args);
	expect(outcome).toEqual(await swml(args));
	const reported = new Set(outcome.out.match(/^examples\/[^:]+/gm));
	expect([outcome.code, ...reported]).toEqual([1, "examples/conference-mistakes.swml.yaml", "examples/ivr-mistakes.json"]);
});

test("a stack says where, by the names of the sources and with lines", () => {
	const cwd = folder({ "stack.cjs": "process.stdout.write = () => process.stderr.write(new Error().stack);" });
	const { stderr } = spawnSync(process.execPath, ["--require", join(cwd, "stack.cjs"), join(root, "dist/cli.js"), "--help"], { encoding: "utf8" });
	const frames = [...stderr.matchAll(/at (?:async )?(\w+) \(.*cli\.main\.js:(\d+):\d+\)/g)];
	// Of names that occur twice one has a number.
	expect(frames.map(([, name]) => name?.replace(/\d$/, "")).slice(0, 3)).toEqual(["say", "run", "main"]);
	expect(frames.map(([, , line]) => Number(line)).every((line) => line > 100)).toBe(true);
});

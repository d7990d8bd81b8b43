/** `swml fmt`: files laid out in place, standard input to standard output, and --check. */
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fmtHelp } from "../../server/cli/help.ts";
import { asOrdinaryUser, folder, healthy, nearMiss, swml } from "./run.ts";

const untidy = "version: 1.0.0\nsections:\n    main:\n    - play: {url: say:a}  # so\n\n\n";
const tidy = "version: 1.0.0\nsections:\n  main:\n    - play: { url: say:a }  # so\n";
const untidyJson = '{"sections":{"main":[{"answer":{}}]}}';
const tidyJson = '{\n  "sections": {\n    "main": [\n      {\n        "answer": {}\n      }\n    ]\n  }\n}\n';
/** No SWML. */
const compose = "services:\n    web: {image: nginx}\n";

const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");

describe("files", () => {
	test("in place; what changed is named, the rest is left alone", async () => {
		const cwd = folder({ "a.yaml": untidy, "b.json": untidyJson, "sub/c.swml": healthy, "compose.yaml": compose, "d.yaml": nearMiss });
		expect(await swml(["fmt"], { cwd })).toEqual({ code: 0, out: "a.yaml\nb.json\n", err: "" });
		expect([read(cwd, "a.yaml"), read(cwd, "b.json"), read(cwd, "sub/c.swml"), read(cwd, "compose.yaml"), read(cwd, "d.yaml")]).toEqual([
			tidy,
			tidyJson,
			healthy,
			compose,
			nearMiss,
		]);
		expect(await swml(["fmt"], { cwd })).toEqual({ code: 0, out: "", err: "" });
	});

	test("--check writes nothing and fails when something would change", async () => {
		const cwd = folder({ "a.yaml": untidy, "b.yaml": tidy });
		expect(await swml(["fmt", "--check"], { cwd })).toEqual({ code: 1, out: "a.yaml\n", err: "swml: 1 file would change; run `swml fmt`\n" });
		expect(read(cwd, "a.yaml")).toBe(untidy);
		expect(await swml(["fmt", "--check", "b.yaml"], { cwd })).toEqual({ code: 0, out: "", err: "" });
	});

	test("Windows line breaks, a byte order mark and half-typed files stay what they are", async () => {
		const half = "sections:\n    main:\n    - play: { url: say:a,\n";
		const cwd = folder({ "a.yaml": `\uFEFF${untidy.replaceAll("\n", "\r\n")}`, "half.yaml": half });
		expect(await swml(["fmt"], { cwd })).toEqual({ code: 0, out: "a.yaml\nhalf.yaml\n", err: "" });
		expect(read(cwd, "a.yaml")).toBe(`\uFEFF${tidy.replaceAll("\n", "\r\n")}`);
		expect(read(cwd, "half.yaml")).toBe("sections:\n  main:\n    - play: { url: say:a,\n");
	});

	test("--tab-size", async () => {
		const cwd = folder({ "b.json": untidyJson });
		expect(await swml(["fmt", "--tab-size", "4", "b.json"], { cwd })).toEqual({ code: 0, out: "b.json\n", err: "" });
		expect(read(cwd, "b.json")).toBe(tidyJson.replace(/^ +/gm, "$&$&"));
	});

	test("what cannot be laid out is told", async () => {
		const cwd = folder({ "compose.yaml": compose, "empty.swml": "", "binary.swml": "a\0" });
		expect(await swml(["fmt", "compose.yaml", "empty.swml"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: "swml: compose.yaml: not SWML: it has no `sections` that hold lists of steps; skipped\nswml: empty.swml: empty; skipped\n",
		});
		expect(await swml(["fmt", "none.yaml", "binary.swml"], { cwd })).toEqual({
			code: 2,
			out: "",
			err: "swml: none.yaml: no such file or folder\nswml: binary.swml: binary: it contains NUL bytes\n",
		});
		expect(await swml(["fmt"], { cwd: folder({ "compose.yaml": compose }) })).toEqual({ code: 0, out: "", err: "swml: no SWML found in `.`\n" });
	});

	test.skipIf(process.platform === "win32")("permissions and links stay (skipped on Windows)", async () => {
		const cwd = folder({ "real/a.yaml": untidy });
		chmodSync(join(cwd, "real/a.yaml"), 0o640);
		symlinkSync("real/a.yaml", join(cwd, "link.yaml"));
		expect(await swml(["fmt", "link.yaml"], { cwd })).toEqual({ code: 0, out: "link.yaml\n", err: "" });
		expect(lstatSync(join(cwd, "link.yaml")).isSymbolicLink()).toBe(true);
		expect(statSync(join(cwd, "real/a.yaml")).mode & 0o777).toBe(0o640);
		expect(read(cwd, "real/a.yaml")).toBe(tidy);
	});

	test.skipIf(process.platform === "win32")("a folder that cannot be written to (skipped on Windows)", () =>
		asOrdinaryUser(async () => {
			const cwd = folder({ "a.yaml": untidy });
			chmodSync(cwd, 0o555);
			const outcome = await swml(["fmt"], { cwd });
			chmodSync(cwd, 0o755);
			expect({ ...outcome, text: read(cwd, "a.yaml") }).toEqual({ code: 2, out: "", err: "swml: a.yaml: cannot be written: no permission\n", text: untidy });
		}),
	);
});

describe("standard input", () => {
	test("to standard output", async () => {
		expect(await swml(["fmt", "-"], { stdin: `\uFEFF${untidy}` })).toEqual({ code: 0, out: `\uFEFF${tidy}`, err: "" });
		expect(await swml(["fmt", "--stdin", "--stdin-filename", "a.json"], { stdin: untidyJson })).toEqual({ code: 0, out: tidyJson, err: "" });
		expect(await swml(["fmt", "-"], { stdin: compose })).toEqual({
			code: 0,
			out: compose,
			err: "swml: stdin: not SWML: it has no `sections` that hold lists of steps; skipped\n",
		});
		expect(await swml(["fmt", "-"], { stdin: "a\0" })).toEqual({ code: 2, out: "", err: "swml: stdin: binary: it contains NUL bytes\n" });
	});

	test("--check", async () => {
		expect(await swml(["fmt", "--check", "-"], { stdin: untidy })).toEqual({ code: 1, out: "stdin\n", err: "" });
		expect(await swml(["fmt", "--check", "-", "--stdin-filename", "x.yaml"], { stdin: tidy })).toEqual({ code: 0, out: "", err: "" });
	});
});

test("the help says what there is", async () => {
	expect(await swml(["fmt", "--help"])).toEqual({ code: 0, out: fmtHelp, err: "" });
	for (const flag of new Set(fmtHelp.match(/--[a-z]+(?:-[a-z]+)*/g))) {
		const value = new RegExp(`${flag} (N|NAME)\\b`).exec(fmtHelp)?.[1];
		const args = [flag, ...(value ? [value === "N" ? "2" : "a.swml"] : []), ...(flag === "--stdin-filename" ? ["-"] : [])];
		const { code, err } = await swml(["fmt", ...args], { cwd: folder({ "a.swml": tidy }), stdin: tidy });
		expect({ flag, code, err }).toEqual({ flag, code: 0, err: "" });
	}
});

test.each([
	[["--chek"], "unknown option `--chek`; did you mean `--check`?"],
	[["--tab-size", "0"], "`--tab-size` takes a number from 1 to 8, not `0`"],
	[["--stdin-filename", "a.yaml"], "`--stdin-filename` names what comes from standard input; add `--stdin` or `-`"],
	[["-", "a.yaml"], "`swml fmt` prints what it makes of standard input, so no files can be named beside `-`"],
])("swml fmt %j", async (args, complaint) => {
	expect(await swml(["fmt", ...args])).toEqual({ code: 2, out: "", err: `swml: ${complaint}\nSee \`swml fmt --help\`.\n` });
});

/** Which files are looked at, and what is said of those that are not. */
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFiles, shownPath } from "../../server/cli/files.ts";
import { isIgnored, readIgnoreLines } from "../../server/cli/ignored.ts";
import { asOrdinaryUser, folder, healthy, nearMiss, said, swml } from "./run.ts";

/** The files that these names stand for. */
function found(cwd: string, ...names: readonly string[]): readonly string[] {
	const { files, complaints } = findFiles(names, cwd);
	return [...files.map(({ path, named }) => shownPath(path, cwd) + (named ? " (named)" : "")), ...complaints];
}

test("folders: YAML, JSON and .swml, in order, without what nobody writes by hand", () => {
	const cwd = folder({
		"b.yaml": "",
		"a.YML": "",
		"z.swml": "",
		"c.json": "",
		"d.txt": "",
		"sub/deep/e.swml.json": "",
		".hidden/f.yaml": "",
		"node_modules/g.yaml": "",
		"sub/node_modules/g.yaml": "",
		".git/h.yaml": "",
		"dist/i.yaml": "",
	});
	const all = [".hidden/f.yaml", "a.YML", "b.yaml", "c.json", "sub/deep/e.swml.json", "z.swml"];
	expect(found(cwd, ".")).toEqual(all);
	expect(found(cwd, "sub", ".", "c.json", "./c.json")).toEqual(["sub/deep/e.swml.json", ".hidden/f.yaml", "a.YML", "b.yaml", "c.json (named)", "z.swml"]);
	expect(found(cwd, "dist", "d.txt")).toEqual(["dist/i.yaml", "d.txt (named)"]);
});

test("globs: ours, not the shell's", () => {
	const cwd = folder({
		"a.yaml": "",
		"b.json": "",
		"[x].yaml": "",
		"sub/c.yaml": "",
		"sub/deep/d.yaml": "",
		".dot.yaml": "",
		"node_modules/e.yaml": "",
		"dist/f.yaml": "",
		"sub/dist/g.yaml": "",
		".gitignore": "*",
	});
	expect(found(cwd, "*.yaml")).toEqual(["[x].yaml", "a.yaml"]);
	expect(found(cwd, "**/*.yaml")).toEqual(["[x].yaml", "a.yaml", "sub/c.yaml", "sub/deep/d.yaml"]);
	expect(found(cwd, "sub/*.yaml", "*.{json,yml}")).toEqual(["sub/c.yaml", "b.json"]);
	expect(found(cwd, "{sub,dist}/*.yaml")).toEqual(["sub/c.yaml"]);
	expect(found(cwd, "dist/*.yaml", "dist/**")).toEqual(["dist/f.yaml"]);
	expect(found(cwd, "*/dist/*.yaml")).toEqual(["sub/dist/g.yaml"]);
	expect(found(cwd, "[x].yaml")).toEqual(["[x].yaml (named)"]);
	expect(found(join(cwd, "sub"), "../*.json", "./deep/?.yaml")).toEqual(["../b.json", "deep/d.yaml"]);
	expect(found(cwd, `${cwd.replaceAll("\\", "/")}/sub/*.yaml`)).toEqual(["sub/c.yaml"]);
	expect(found(cwd, "*.swml", "none/*.yaml")).toEqual(["*.swml: no file matches", "none/*.yaml: no file matches"]);
});

test(".gitignore counts in folders, from the repository's root down, not for what is named", () => {
	const cwd = folder({
		".git/HEAD": "",
		".gitignore": "generated/\n*.tmp.yaml\n/only-here.yaml\n",
		"a.yaml": "",
		"a.tmp.yaml": "",
		"only-here.yaml": "",
		"sub/only-here.yaml": "",
		"sub/.gitignore": "!keep.tmp.yaml\nb.yaml\n",
		"sub/b.yaml": "",
		"sub/keep.tmp.yaml": "",
		"sub/drop.tmp.yaml": "",
		"sub/inner/keep.tmp.yaml": "",
		"sub/inner/drop.tmp.yaml": "",
		"generated/c.yaml": "",
		"sub/generated/d.yaml": "",
	});
	expect(found(cwd, ".")).toEqual(["a.yaml", "sub/inner/keep.tmp.yaml", "sub/keep.tmp.yaml", "sub/only-here.yaml"]);
	expect(found(join(cwd, "sub"), ".")).toEqual(["inner/keep.tmp.yaml", "keep.tmp.yaml", "only-here.yaml"]);
	expect(found(join(cwd, "sub/inner"), ".")).toEqual(["keep.tmp.yaml"]);
	expect(found(cwd, "generated", "a.tmp.yaml")).toEqual(["generated/c.yaml", "a.tmp.yaml (named)"]);
});

describe(".gitignore lines mean what git says they mean", () => {
	test.each([
		["build", ["build", "sub/build"], ["builds", "rebuild"]],
		["/build", ["build"], ["sub/build"]],
		["a/b", ["a/b"], ["x/a/b"]],
		["**/b", ["b", "a/b", "x/a/b"], ["ab"]],
		["a/**", ["a/b", "a/b/c"], ["a", "x/a/b"]],
		["a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb"]],
		["*.yaml", ["x.yaml", "a/.yaml"], ["x.yaml.json"]],
		["x?z", ["xyz"], ["x/z", "xz"]],
		["x[a-c]", ["xa", "xc"], ["xd"]],
		["x[!a-c]", ["xd"], ["xa"]],
		["\\#x", ["#x"], ["x"]],
		["\\!x", ["!x"], ["x"]],
		["#x", [], ["#x", "x"]],
		["x ", ["x"], ["x "]],
		["x.y+(z)", ["x.y+(z)"], ["xzy+(z)", "x.yy(z)"]],
		["[", [], ["x"]],
	])("%s", (line, inside, outside) => {
		const lines = readIgnoreLines(`${line}\r\n`, "/r/");
		const out = [...inside, ...outside].filter((path) => isIgnored(lines, `/r/${path}`, false));
		expect(out).toEqual(inside);
	});

	test("only folders, only below", () => {
		const lines = readIgnoreLines("a/\n!b\n", "/r/");
		expect([isIgnored(lines, "/r/a", true), isIgnored(lines, "/r/a", false), isIgnored(lines, "/other/a", true)]).toEqual([true, false, false]);
	});
});

test("links to folders are not followed, links to files are", () => {
	const cwd = folder({ "real/a.yaml": "" });
	symlinkSync(cwd, join(cwd, "real/back.yaml"));
	symlinkSync(join(cwd, "real/a.yaml"), join(cwd, "link.yaml"));
	expect(found(cwd, ".")).toEqual(["link.yaml", "real/a.yaml"]);
});

test("what is named and cannot be checked gets one line each", async () => {
	const cwd = folder({
		"ok.swml.yaml": healthy,
		"other.yaml": "a: 1\n",
		"off.swml.yaml": `# swml: off\n${healthy}`,
		"binary.swml.yaml": "a\0b",
		"utf16.swml.yaml": Buffer.from("\uFEFFsections:", "utf16le"),
		"latin1.swml.yaml": Buffer.from("a: \xe9\n", "latin1"),
		"empty.yaml": "\n \n",
		"huge.swml.yaml": " ".repeat(20 * 1024 * 1024 + 1),
	});
	symlinkSync("loop.yaml", join(cwd, "loop.yaml"));
	const names = ["ok", "off", "binary", "utf16", "latin1", "huge"].map((name) => `${name}.swml.yaml`);
	expect(await swml(["check", "missing.yaml", "loop.yaml", "other.yaml", "empty.yaml", ...names], { cwd })).toEqual({
		code: 2,
		out: "no problems in 1 file\n",
		err: `swml: missing.yaml: no such file or folder
swml: loop.yaml: its links lead in a circle
swml: other.yaml: not SWML: it has no \`sections\` that hold lists of steps; skipped
swml: empty.yaml: empty; skipped
swml: off.swml.yaml: not SWML: the comment \`# swml: off\` turns it off in this file; skipped
swml: binary.swml.yaml: binary: it contains NUL bytes
swml: utf16.swml.yaml: written in UTF-16; save it as UTF-8
swml: latin1.swml.yaml: not written in UTF-8; save it as UTF-8
swml: huge.swml.yaml: larger than 20 MB; no SWML document is
`,
	});
});

test("what lies in a folder and is not SWML is passed over in silence", async () => {
	const cwd = folder({
		"ok.swml.yaml": healthy,
		"other.yaml": "a: 1\n",
		"binary.json": "a\0b",
		"empty.yaml": "",
		"off.swml.yaml": `# swml: off\n${healthy}`,
		"latin1.yaml": Buffer.from("a: \xe9\n", "latin1"),
	});
	expect(await swml(["check"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
});

test("what lies in a folder and is SWML by its name is told of", async () => {
	const cwd = folder({ "binary.swml": "a\0b", "empty.swml.yaml": "" });
	symlinkSync("gone.yaml", join(cwd, "gone.yaml"));
	expect(await swml(["check"], { cwd })).toEqual({
		code: 2,
		out: "",
		err: "swml: binary.swml: binary: it contains NUL bytes\nswml: empty.swml.yaml: empty; skipped\nswml: gone.yaml: cannot be read: its links lead in a circle\n",
	});
});

test("nothing to check", async () => {
	const cwd = folder({ "a.txt": "" });
	mkdirSync(join(cwd, "sub"));
	expect(await swml(["check"], { cwd })).toEqual({ code: 0, out: "", err: "swml: no SWML found in `.`\n" });
	expect(await swml(["check", "sub", "."], { cwd })).toEqual({ code: 0, out: "", err: "swml: no SWML found in `sub`, `.`\n" });
	expect(await swml(["check", "--format", "json"], { cwd })).toEqual({ code: 0, out: "[]\n", err: "swml: no SWML found in `.`\n" });
	expect(await swml(["check", "--format", "github"], { cwd })).toEqual({ code: 0, out: "", err: "swml: no SWML found in `.`\n" });
});

test.skipIf(process.platform === "win32")("no permission (skipped on Windows)", () =>
	asOrdinaryUser(async () => {
		const cwd = folder({ "a.swml.yaml": healthy, "sub/b.yaml": healthy });
		chmodSync(join(cwd, "a.swml.yaml"), 0);
		chmodSync(join(cwd, "sub"), 0);
		const outcome = await swml(["check"], { cwd });
		chmodSync(join(cwd, "sub"), 0o755);
		expect(outcome).toEqual({ code: 2, out: "", err: "swml: sub: cannot be read: no permission\nswml: a.swml.yaml: cannot be read: no permission\n" });
	}),
);

test("paths are relative to the current folder, also above it", async () => {
	const cwd = folder({ "a.swml.yaml": nearMiss, "sub/x.txt": "" });
	const { out } = await swml(["check", "--format", "json", ".."], { cwd: join(cwd, "sub") });
	expect(JSON.parse(out)).toEqual([
		{
			file: "../a.swml.yaml",
			line: 6,
			column: 15,
			endLine: 6,
			endColumn: 22,
			severity: "error",
			rule: "unknown-value",
			message: said(nearMiss).message,
			fixable: true,
		},
	]);
});

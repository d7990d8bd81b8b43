/** Names and words that a terminal would act on, or that are no UTF-8: escaped in every format, which stays what it is. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nameOf, onDisk } from "../../server/disk.ts";
import { conference, folder, nearMiss, said, swml } from "./run.ts";

const linux = process.platform === "linux";
const hidden = /[\p{Cc}\p{Cf}\p{Cs}]/u;

test.each([
	["ü日本📞", "ü日本📞"],
	["a\xe9b", "a\udce9b"],
	["\xc3", "\udcc3"],
	["\xe2\x82", "\udce2\udc82"],
	["\xed\xb3\xa9", "\udced\udcb3\udca9"],
	["\xf0\x9f\x93\x9e\xff", "📞\udcff"],
	["\xc0\xaf", "\udcc0\udcaf"],
	["\xf4\x90\x80\x80", "\udcf4\udc90\udc80\udc80"],
])("bytes %j as a name, and back", (written, name) => {
	const bytes = /[^\0-\xff]/.test(written) ? Buffer.from(written) : Buffer.from(written, "latin1");
	const expected = written === "ü日本📞" ? written : name;
	expect(nameOf(bytes)).toBe(expected);
	expect(Buffer.from(onDisk(nameOf(bytes))).equals(bytes)).toBe(true);
});

describe.skipIf(!linux)("on a disk that takes any bytes (skipped but on Linux)", () => {
	const odd = "a\u001b[31m\u202e\u061c\n::error::x,%.swml.yaml";
	const place = { line: 6, column: 15, endLine: 6, endColumn: 22 };

	/** A folder with one file of each kind of name. */
	function files(): string {
		const cwd = folder({ [odd]: nearMiss });
		writeFileSync(Buffer.from(join(cwd, "b\xe9.swml.yaml"), "latin1"), nearMiss);
		return cwd;
	}

	test("text", async () => {
		const cwd = files();
		const { code, out, err } = await swml(["check"], { cwd });
		expect({ code, err }).toEqual({ code: 1, err: "" });
		expect(out.split("\n").filter((line) => line.includes("error:"))).toEqual([
			`a\\u001b[31m\\u202e\\u061c\\n::error::x,%.swml.yaml:6:15: error: ${said(nearMiss).message} [unknown-value]`,
			`b\\xe9.swml.yaml:6:15: error: ${said(nearMiss).message} [unknown-value]`,
		]);
		expect(hidden.test(out.replaceAll("\n", ""))).toBe(false);
	});

	test("json", async () => {
		const { out } = await swml(["check", "--format", "json"], { cwd: files() });
		const row = { ...place, severity: "error", rule: "unknown-value", message: said(nearMiss).message, fixable: true };
		expect(JSON.parse(out)).toEqual([
			{ file: odd, ...row },
			{ file: "b\udce9.swml.yaml", ...row },
		]);
		expect(hidden.test(out.replaceAll("\n", ""))).toBe(false);
	});

	test("github", async () => {
		const { out } = await swml(["check", "--format", "github"], { cwd: files() });
		const rest = `line=6,col=15,endLine=6,endColumn=22,title=unknown-value::${said(nearMiss).message}`;
		expect(out.split("\n")).toEqual([
			`::error file=a\\u001b[31m\\u202e\\u061c%0A%3A%3Aerror%3A%3Ax%2C%25.swml.yaml,${rest}`,
			`::error file=b\\xe9.swml.yaml,${rest}`,
			"",
		]);
	});

	test("sarif", async () => {
		const { out } = await swml(["check", "--format", "sarif"], { cwd: files() });
		const uris = ["a%1B%5B31m%E2%80%AE%D8%9C%0A%3A%3Aerror%3A%3Ax%2C%25.swml.yaml", "b%E9.swml.yaml"];
		const [run] = JSON.parse(out).runs;
		expect(run.artifacts).toEqual(uris.map((uri) => ({ location: { uri, uriBaseId: "%SRCROOT%" } })));
		for (const uri of uris) expect(new URL(uri, "file:///r/").pathname).toBe(`/r/${uri}`);
		expect(hidden.test(out.replaceAll("\n", ""))).toBe(false);
	});

	test("a name that is no UTF-8 is read, fixed and has its config, in a folder and named", async () => {
		const cwd = folder({});
		const inside = Buffer.from(join(cwd, "d\xff"), "latin1");
		mkdirSync(inside);
		const path = (name: string) => Buffer.concat([inside, Buffer.from(`/${name}`, "latin1")]);
		writeFileSync(path("\xe9.swml"), nearMiss);
		expect(await swml(["check", "--fix"], { cwd })).toEqual({ code: 0, out: "1 problem fixed; no problems in 1 file\n", err: "" });
		writeFileSync(path("\xe9.swml"), nearMiss);
		writeFileSync(path(".swmlrc.yaml"), "rules: { unknown-value: off, sintax: off }");
		expect(await swml(["check"], { cwd })).toEqual({
			code: 2,
			out: "no problems in 1 file\n",
			err: "swml: d\\xff/.swmlrc.yaml: unknown rule `sintax`\n",
		});
		writeFileSync(Buffer.from(join(cwd, "b\xe9.swml"), "latin1"), "a\0");
		// Node reads its arguments as UTF-8.
		expect(await swml(["check", "b\ufffd.swml", "c\ufffd.swml"], { cwd })).toEqual({
			code: 2,
			out: "",
			err: "swml: c\ufffd.swml: no such file or folder\nswml: b\\xe9.swml: binary: it contains NUL bytes\n",
		});
	});

	test("what goes to standard error", async () => {
		const cwd = folder({ [odd]: "a\0", "x\u202e/.swmlrc.yaml": "rules: { sintax: off }", "x\u202e/a.swml": nearMiss });
		const { err } = await swml(["check", ".", "--quiet", "none\u001b[2J"], { cwd });
		expect(err.split("\n")).toEqual([
			"swml: none\\u001b[2J: no file matches",
			"swml: a\\u001b[31m\\u202e\\u061c\\n::error::x,%.swml.yaml: binary: it contains NUL bytes",
			"swml: x\\u202e/.swmlrc.yaml: unknown rule `sintax`",
			"",
		]);
		expect((await swml(["check", "--\u202e"])).err).toBe("swml: unknown option `--\\u202e`\nSee `swml check --help`.\n");
	});
});

test("sarif: a path that looks like a disk of Windows, and a message that looks like a link", async () => {
	const text = conference("name: support", 'beep: "[x](https://example.com) \\u061c"');
	const { out } = await swml(["check", "--format", "sarif", "--stdin", "--stdin-filename", "c:/a [b].swml"], { stdin: text });
	const [run] = JSON.parse(out).runs;
	if (process.platform !== "win32") expect(run.artifacts[0].location).toEqual({ uri: "c%3A/a%20%5Bb%5D.swml", uriBaseId: "%SRCROOT%" });
	expect(run.results[0].message.text).toBe(said(text).message.replace("[x]", "\\[x]"));
	expect(said(text).message).toContain("`[x](https://example.com) \\u061c`");
});

test("the marks stand under what they mean, escapes or not", async () => {
	const { out } = await swml(["check", "-"], { stdin: conference("name: support", "beep: \u202ex\u061c\u200by # \u{e0041}") });
	expect(out.split("\n").slice(1, 3)).toEqual(["  6 |         beep: \\u202ex\\u061c\\u200by # \\u{e0041}", `    |               ${"~".repeat(20)}`]);
});

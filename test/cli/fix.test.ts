/** `--fix`: what it writes, what it leaves alone. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../server/core/rules/index.ts";
import { asOrdinaryUser, conference, folder, healthy, nearMiss, said, swml, tooMany } from "./run.ts";

const mistakes = conference("# kept", "name: support", "beep: onenter  # kept too", 'muted: "yes"', 'max_participants: "20"');
const repaired = conference("# kept", "name: support", "beep: onEnter  # kept too", "muted: true", "max_participants: 20");

test("the safe fixes are written, the rest is reported, and a second run changes nothing", async () => {
	const cwd = folder({ "a.yaml": mistakes, "b.yaml": tooMany, "c.yaml": healthy });
	const remaining = `b.yaml:6:27: error: ${said(tooMany).message} [out-of-range]
  6 |         max_participants: 500
    |                           ~~~
  fix: ${said(tooMany).fix}
`;
	expect(await swml(["check", "--fix"], { cwd })).toEqual({ code: 1, out: `${remaining}\n3 problems fixed; 1 error in 3 files\n`, err: "" });
	expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(repaired);
	const before = statSync(join(cwd, "a.yaml"));
	expect(await swml(["check", "--fix"], { cwd })).toEqual({ code: 1, out: `${remaining}\n1 error in 3 files\n`, err: "" });
	const after = statSync(join(cwd, "a.yaml"));
	expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
	expect(readFileSync(join(cwd, "b.yaml"), "utf8")).toBe(tooMany);
	expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "b.yaml", "c.yaml"]);
});

test("one problem, one file", async () => {
	const cwd = folder({ "a.yaml": nearMiss });
	expect(await swml(["check", "--fix"], { cwd })).toEqual({ code: 0, out: "1 problem fixed; no problems in 1 file\n", err: "" });
	expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(healthy);
});

test("byte order mark, CRLF, a missing last line break and JSON stay as they are", async () => {
	const crlf = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n").trimEnd()}`;
	const json = (beep: string) => `{"sections": {\r\n\t"main": [ {"join_conference": {"name": "x", "beep": ${beep} }}  ] }}`;
	const cwd = folder({ "a.yaml": crlf(mistakes), "b.swml": json('"on_enter"') });
	expect(await swml(["check", "--fix"], { cwd })).toEqual({ code: 0, out: "4 problems fixed; no problems in 2 files\n", err: "" });
	expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(crlf(repaired));
	expect(readFileSync(join(cwd, "b.swml"), "utf8")).toBe(json('"onEnter"'));
});

test("a fix may make room for another", async () => {
	const before = conference("name: support", "status_callback: https://example.com", "status_callback_event: [start, start]");
	const after = conference("name: support", "status_callback: https://example.com", "status_callback_event: start");
	expect(await swml(["check", "--fix", "-"], { stdin: before })).toEqual({ code: 0, out: after, err: "2 problems fixed; no problems in 1 file\n" });
});

test("a fix that would break the document is not applied", async () => {
	const rule = rules.find(({ id }) => id === "duplicate-key");
	if (!rule) throw new Error("no rule to plant a fix in");
	const works = rule.check;
	const span = { start: 0, end: 0 };
	Object.assign(rule, { check: () => [{ span, message: "planted", fixes: [{ title: "Break it", edits: [{ span, text: "{ " }], safe: true }] }] });
	try {
		const { code, out } = await swml(["check", "--fix", "-"], { stdin: healthy });
		expect({ code, out }).toEqual({ code: 1, out: healthy });
	} finally {
		Object.assign(rule, { check: works });
	}
});

test("rules that are off are not fixed", async () => {
	const cwd = folder({ "a.yaml": nearMiss });
	expect(await swml(["check", "--fix", "--rule", "unknown-value=off"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
	expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(nearMiss);
});

test("other formats report what remains", async () => {
	const cwd = folder({ "a.yaml": conference("name: support", "beep: onenter", "max_participants: 500") });
	const { code, out, err } = await swml(["check", "--fix", "--format", "json"], { cwd });
	expect({ code, err, rules: JSON.parse(out).map(({ rule }: { rule: string }) => rule) }).toEqual({ code: 1, err: "", rules: ["out-of-range"] });
});

test("standard input: the fixed text on stdout, the report on stderr", async () => {
	expect(await swml(["check", "--fix", "-"], { stdin: `\uFEFF${nearMiss}`, isTTY: true })).toEqual({
		code: 0,
		out: `\uFEFF${healthy}`,
		err: "1 problem fixed; no problems in 1 file\n",
	});
	const rest = conference("name: support", "beep: onEnter", "max_participants: 500");
	expect(await swml(["check", "--fix", "-"], { stdin: rest, isTTY: true })).toEqual({
		code: 1,
		out: rest,
		err: `stdin:7:27: error: ${said(rest).message} [out-of-range]
  7 |         max_participants: 500
    |                           ~~~
  fix: ${said(rest).fix}

1 error in 1 file
`,
	});
	expect(await swml(["check", "--fix", "-", "--format", "json"], { stdin: healthy })).toEqual({ code: 0, out: healthy, err: "[]\n" });
	expect(await swml(["check", "--fix", "-", "--quiet"], { stdin: "a: 1\n" })).toEqual({
		code: 0,
		out: "a: 1\n",
		err: "swml: stdin: not SWML: it has no `sections` that hold lists of steps; skipped\n",
	});
	expect(await swml(["check", "--fix", "-"], { stdin: "a\0" })).toEqual({ code: 2, out: "", err: "swml: stdin: binary: it contains NUL bytes\n" });
});

test.skipIf(process.platform === "win32")("permissions and links stay (skipped on Windows)", async () => {
	const cwd = folder({ "real/a.yaml": nearMiss });
	chmodSync(join(cwd, "real/a.yaml"), 0o666);
	symlinkSync("real/a.yaml", join(cwd, "link.yaml"));
	expect(await swml(["check", "--fix", "link.yaml"], { cwd })).toEqual({ code: 0, out: "1 problem fixed; no problems in 1 file\n", err: "" });
	expect(lstatSync(join(cwd, "link.yaml")).isSymbolicLink()).toBe(true);
	expect(statSync(join(cwd, "real/a.yaml")).mode & 0o777).toBe(0o666);
	expect(readFileSync(join(cwd, "real/a.yaml"), "utf8")).toBe(healthy);
});

test.skipIf(process.platform === "win32")("a folder that cannot be written to (skipped on Windows)", () =>
	asOrdinaryUser(async () => {
		const cwd = folder({ "a.yaml": nearMiss });
		chmodSync(cwd, 0o555);
		const { code, err } = await swml(["check", "--fix", "--quiet"], { cwd });
		chmodSync(cwd, 0o755);
		expect({ code, err }).toEqual({ code: 2, err: "swml: a.yaml: cannot be written: no permission\n" });
		expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(nearMiss);
	}),
);

test("the examples with mistakes: fixed once, nothing safe is left, and they are still read", async () => {
	const examples = join(import.meta.dirname, "../../examples");
	const files = Object.fromEntries(readdirSync(examples).map((file) => [file, readFileSync(join(examples, file), "utf8")]));
	const cwd = folder(files);
	await swml(["check", "--fix"], { cwd });
	const { out } = await swml(["check", "--format", "json"], { cwd });
	const rows: readonly { readonly fixable: boolean; readonly rule: string }[] = JSON.parse(out);
	expect(rows.filter(({ fixable, rule }) => fixable || rule === "syntax")).toEqual([]);
	const changed = Object.keys(files).filter((file) => readFileSync(join(cwd, file), "utf8") !== files[file]);
	expect(changed.sort()).toEqual(["conference-mistakes.swml.yaml", "ivr-mistakes.json"]);
});

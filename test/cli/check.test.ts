/** `swml check` in text: what it prints, what it ends with. */
import { expect, test } from "vitest";
import { conference, folder, healthy, loose, nearMiss, said, swml, tooMany, wordy } from "./run.ts";

const nearMissShown = (path: string) => `${path}:6:15: error: ${said(nearMiss).message} [unknown-value]
  6 |         beep: onenter
    |               ~~~~~~~
  fix: ${said(nearMiss).fix}
`;
const tooManyShown = (path: string) => `${path}:6:27: error: ${said(tooMany).message} [out-of-range]
  6 |         max_participants: 500
    |                           ~~~
  fix: ${said(tooMany).fix}
`;
const looseShown = (path: string) => `${path}:6:16: warning: ${said(loose).message} [loose-value]
  6 |         muted: "yes"
    |                ~~~~~
  fix: ${said(loose).fix}
`;
const wordyShown = (path: string) => `${path}:7:9: hint: ${said(wordy).message} [default-value]
  7 |         beep: "true"
    |         ~~~~~~~~~~~~
  fix: ${said(wordy).fix}
`;

test("a healthy file", async () => {
	const cwd = folder({ "a.swml.yaml": healthy });
	expect(await swml(["check", "a.swml.yaml"], { cwd })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
});

test("the current folder, with everything in it", async () => {
	const cwd = folder({ "a.yaml": nearMiss, "sub/b.swml": tooMany, "sub/c.json": '{"a": 1}', "d.yml": loose, "e.yaml": wordy, "f.txt": nearMiss });
	expect(await swml(["check"], { cwd })).toEqual({
		code: 1,
		out: `${nearMissShown("a.yaml")}\n${looseShown("d.yml")}\n${tooManyShown("sub/b.swml")}\n2 errors, 1 warning, 1 hint in 4 files; 2 can be fixed with --fix; --hints lists hints\n`,
		err: "",
	});
});

test("hints are listed when asked for, and are no failure", async () => {
	const cwd = folder({ "e.yaml": wordy });
	expect(await swml(["check", "--hints"], { cwd })).toEqual({ code: 0, out: `${wordyShown("e.yaml")}\n1 hint in 1 file\n`, err: "" });
	expect(await swml(["check"], { cwd })).toEqual({ code: 0, out: "1 hint in 1 file; --hints lists hints\n", err: "" });
});

test("warnings are no failure up to --max-warnings", async () => {
	const cwd = folder({ "d.yaml": loose });
	const out = `${looseShown("d.yaml")}\n1 warning in 1 file; 1 can be fixed with --fix\n`;
	expect(await swml(["check"], { cwd })).toEqual({ code: 0, out, err: "" });
	expect(await swml(["check", "--max-warnings", "1"], { cwd })).toEqual({ code: 0, out, err: "" });
	expect(await swml(["check", "--max-warnings=0"], { cwd })).toEqual({ code: 1, out, err: "swml: 1 warning, and --max-warnings allows 0\n" });
});

test("--quiet: errors only; warnings still count", async () => {
	const cwd = folder({ "a.yaml": nearMiss, "d.yaml": loose });
	expect(await swml(["check", "-q"], { cwd })).toEqual({
		code: 1,
		out: `${nearMissShown("a.yaml")}\n1 error in 2 files; 1 can be fixed with --fix\n`,
		err: "",
	});
	expect(await swml(["check", "-q", "d.yaml"], { cwd })).toEqual({ code: 0, out: "", err: "" });
	expect(await swml(["check", "-q", "d.yaml", "--max-warnings", "0"], { cwd })).toEqual({
		code: 1,
		out: "",
		err: "swml: 1 warning, and --max-warnings allows 0\n",
	});
});

test("--rule sets severities and wins over the config file", async () => {
	const cwd = folder({ "a.yaml": nearMiss, ".swmlrc.json": '{ "rules": { "unknown-value": "warning" } }' });
	const shown = (level: string) => nearMissShown("a.yaml").replace(": error:", `: ${level}:`);
	const summary = (level: string) => `\n1 ${level} in 1 file; 1 can be fixed with --fix\n`;
	expect(await swml(["check"], { cwd })).toEqual({ code: 0, out: shown("warning") + summary("warning"), err: "" });
	expect(await swml(["check", "--no-config"], { cwd })).toEqual({ code: 1, out: shown("error") + summary("error"), err: "" });
	expect(await swml(["check", "--rule", "unknown-value=info"], { cwd })).toEqual({ code: 0, out: shown("info") + summary("info"), err: "" });
	expect(await swml(["check", "--rule=unknown-value=error", "--rule", "syntax=off", "--rule", "unknown-value=off"], { cwd })).toEqual({
		code: 0,
		out: "no problems in 1 file\n",
		err: "",
	});
});

test("--rule for several rules", async () => {
	const cwd = folder({ "a.yaml": nearMiss, "d.yaml": loose });
	expect(await swml(["check", "--rule", "unknown-value=off", "--rule", "loose-value=off"], { cwd })).toEqual({
		code: 0,
		out: "no problems in 2 files\n",
		err: "",
	});
});

test("standard input", async () => {
	const cwd = folder({ ".swmlrc.yaml": "rules:\n  out-of-range: off\n" });
	expect(await swml(["check", "-"], { cwd, stdin: nearMiss })).toEqual({
		code: 1,
		out: `${nearMissShown("stdin")}\n1 error in 1 file; 1 can be fixed with --fix\n`,
		err: "",
	});
	expect(await swml(["check", "--stdin", "--stdin-filename", "sub/x.swml.yaml"], { cwd, stdin: nearMiss })).toEqual({
		code: 1,
		out: `${nearMissShown("sub/x.swml.yaml")}\n1 error in 1 file; 1 can be fixed with --fix\n`,
		err: "",
	});
	expect(await swml(["check", "-"], { cwd, stdin: tooMany })).toEqual({ code: 0, out: "no problems in 1 file\n", err: "" });
	expect(await swml(["check", "-"], { cwd, stdin: "a: 1\n" })).toEqual({
		code: 0,
		out: "",
		err: "swml: stdin: not SWML: it has no `sections` that hold lists of steps; skipped\n",
	});
	expect(await swml(["check", "-"], { cwd, stdin: "" })).toEqual({ code: 0, out: "", err: "swml: stdin: empty; skipped\n" });
	expect(await swml(["check", "-"], { cwd, stdin: "a\0b" })).toEqual({ code: 2, out: "", err: "swml: stdin: binary: it contains NUL bytes\n" });
	expect(await swml(["check", "-"], { cwd, stdin: new Uint8Array(20 * 1024 * 1024 + 1) })).toEqual({
		code: 2,
		out: "",
		err: "swml: stdin: larger than 20 MB; no SWML document is\n",
	});
});

test("colours: on a terminal, when asked for, never when not wanted", async () => {
	const cwd = folder({ "a.yaml": nearMiss });
	const esc = "\u001b";
	const coloured = `${esc}[1ma.yaml:6:15${esc}[22m: ${esc}[31merror${esc}[39m: ${said(nearMiss).message} ${esc}[2m[unknown-value]${esc}[22m
${esc}[2m  6 |${esc}[22m         beep: onenter
${esc}[2m    |${esc}[22m               ${esc}[31m~~~~~~~${esc}[39m
  ${esc}[32mfix:${esc}[39m ${said(nearMiss).fix}

1 error in 1 file; 1 can be fixed with --fix
`;
	const plain = `${nearMissShown("a.yaml")}\n1 error in 1 file; 1 can be fixed with --fix\n`;
	const out = async (args: readonly string[], env: { [name: string]: string }, isTTY: boolean) => (await swml(["check", ...args], { cwd, env, isTTY })).out;
	expect(await out([], {}, true)).toBe(coloured);
	expect(await out([], {}, false)).toBe(plain);
	expect(await out([], { NO_COLOR: "1" }, true)).toBe(plain);
	expect(await out([], { NO_COLOR: "" }, true)).toBe(coloured);
	expect(await out([], { TERM: "dumb" }, true)).toBe(plain);
	expect(await out([], { FORCE_COLOR: "1" }, false)).toBe(coloured);
	expect(await out([], { FORCE_COLOR: "0" }, true)).toBe(plain);
	expect(await out(["--color"], { NO_COLOR: "1" }, false)).toBe(coloured);
	expect(await out(["--no-color"], { FORCE_COLOR: "1" }, true)).toBe(plain);
});

test("a thrown error in a rule is one line, and the rest of the report is there", async () => {
	const cwd = folder({ "a.yaml": nearMiss });
	const { rules } = await import("../../server/core/rules/index.ts");
	const rule = rules.find(({ id }) => id === "duplicate-key");
	if (!rule) throw new Error("no rule to break");
	const works = rule.check;
	const shown = nearMissShown("a.yaml");
	Object.assign(rule, {
		check: () => {
			throw new Error("planted\nhere");
		},
	});
	try {
		expect(await swml(["check"], { cwd })).toEqual({
			code: 1,
			out: `${shown}\n1 error in 1 file; 1 can be fixed with --fix\n`,
			err: "swml: a.yaml: rule `duplicate-key` broke down, the others ran: planted\\nhere\n",
		});
	} finally {
		Object.assign(rule, { check: works });
	}
});

test("what a terminal would act on is not passed on", async () => {
	const text = conference("name: support", "beep: on\u009b31mx # \u202e");
	const cwd = folder({ "a.swml.yaml": text });
	expect(await swml(["check"], { cwd })).toEqual({
		code: 1,
		out: `a.swml.yaml:6:15: error: ${said(text).message} [unknown-value]
  6 |         beep: on\\u009b31mx # \\u202e
    |               ~~~~~~~~~~~~
  fix: ${said(text).fix}

1 error in 1 file
`,
		err: "",
	});
});

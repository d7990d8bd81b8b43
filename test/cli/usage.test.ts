/** What is asked for wrongly: one clear line, exit code 2, nothing on stdout. */
import { expect, test } from "vitest";
import { version } from "../../package.json";
import { checkHelp, explainHelp, help, rulesHelp } from "../../server/cli/help.ts";
import { folder, healthy, swml } from "./run.ts";

test.each([
	[["chek"], "unknown command `chek`; did you mean `swml check`?", "swml --help"],
	[["ivr.yaml"], "unknown command `ivr.yaml`; did you mean `swml check ivr.yaml`?", "swml --help"],
	[["--fix"], "option `--fix` without a command; write the command first, as in `swml check --fix`", "swml --help"],
	[["check", "--frmat", "json"], "unknown option `--frmat`; did you mean `--format`?", "swml check --help"],
	[["check", "--zzz"], "unknown option `--zzz`", "swml check --help"],
	[["check", "-z"], "unknown option `-z`", "swml check --help"],
	[["check", "--format", "xml"], "unknown format `xml`; use one of text, json, github, sarif", "swml check --help"],
	[["check", "--format", "jsno"], "unknown format `jsno`; did you mean `json`?", "swml check --help"],
	[["check", "--format"], "`--format` takes text, json, github or sarif", "swml check --help"],
	[["check", "--format="], "`--format` takes text, json, github or sarif", "swml check --help"],
	[["check", "--fix=yes"], "`--fix` takes no value", "swml check --help"],
	[["check", "--rule", "unknown-valeu=off"], "unknown rule `unknown-valeu`; did you mean `unknown-value`?", "swml check --help"],
	[["check", "--rule", "constructor=off"], "unknown rule `constructor`", "swml check --help"],
	[["check", "--rule", "unknown-value"], "`--rule` takes `id=severity`, not `unknown-value`", "swml check --help"],
	[
		["check", "--rule", "unknown-value=fatal"],
		"`fatal` is not a valid severity for `unknown-value`; use one of error, warning, info, hint, off",
		"swml check --help",
	],
	[["check", "--max-warnings", "few"], "`--max-warnings` takes a number, not `few`", "swml check --help"],
	[["check", "--max-warnings=-1"], "`--max-warnings` takes a number, not `-1`", "swml check --help"],
	[["check", "--stdin-filename", "a.yaml"], "`--stdin-filename` names what comes from standard input; add `--stdin` or `-`", "swml check --help"],
	[["check", "--fix", "-", "a.yaml"], "`--fix` prints what it makes of standard input, so no files can be named beside `-`", "swml check --help"],
	[["check", "--__proto__"], "unknown option `--__proto__`", "swml check --help"],
	[["explain", "unknown-valu"], "unknown rule `unknown-valu`; did you mean `unknown-value`?", "swml rules"],
	[["explain"], "`swml explain` takes the id of one rule", "swml rules"],
	[["explain", "--all"], "unknown option `--all`", "swml explain --help"],
	[["rules", "syntax"], "`swml rules` takes no `syntax`", "swml explain syntax"],
])("swml %j", async (args, complaint, see) => {
	expect(await swml(args)).toEqual({ code: 2, out: "", err: `swml: ${complaint}\nSee \`${see}\`.\n` });
});

test.each([
	[[], help],
	[["--help"], help],
	[["help"], help],
	[["-h"], help],
	[["check", "--help"], checkHelp],
	[["explain", "-h"], explainHelp],
	[["rules", "--help"], rulesHelp],
	[["--version"], `${version}\n`],
])("swml %j", async (args, out) => {
	expect(await swml(args)).toEqual({ code: 0, out, err: "" });
});

test("options of the help are those that exist", async () => {
	const cwd = folder({ "a.swml": healthy });
	const flags = checkHelp.match(/--[a-z]+(?:-[a-z]+)*/g) ?? [];
	for (const flag of new Set(flags)) {
		const value = new RegExp(`${flag}(?:, -.)? (FORMAT|N|ID|NAME)\\b`).exec(checkHelp)?.[1];
		const given = { FORMAT: "json", N: "1", ID: "syntax=off", NAME: "x.swml" }[value ?? ""];
		const { err } = await swml(["check", flag, ...(given ? [given] : []), ...(flag === "--stdin-filename" ? ["-"] : [])], { cwd, stdin: healthy });
		expect({ flag, err }).toEqual({ flag, err: "" });
	}
});

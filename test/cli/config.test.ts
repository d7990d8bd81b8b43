/** Config files: which one counts, and what is said of broken ones. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { configFor, forget } from "../../server/config.ts";
import { folder, healthy, swml, tooMany } from "./run.ts";

beforeEach(forget);

test("the nearest counts, up to the repository's root", () => {
	const cwd = folder({
		".swmlrc.yml": "rules: { syntax: off }",
		"repo/.git/HEAD": "",
		"repo/.swmlrc.yaml": "\uFEFFrules:\n  syntax: hint\n",
		"repo/a/b/.swmlrc.json": '\uFEFF{\n\t"rules": { "syntax": "info" }\n}',
		"repo/a/b/.swmlrc.yaml": "rules: { syntax: error }",
		"bare/.git/HEAD": "",
		"plain/x.txt": "",
	});
	const at = (path: string) => {
		const { settings, file, complaints } = configFor(join(cwd, path));
		return [settings.rules.syntax, file?.slice(cwd.length + 1).replaceAll("\\", "/"), ...complaints];
	};
	expect(at("repo/a/b/x.yaml")).toEqual(["info", "repo/a/b/.swmlrc.json"]);
	expect(at("repo/a/b/none/x.yaml")).toEqual(["info", "repo/a/b/.swmlrc.json"]);
	expect(at("repo/a/x.yaml")).toEqual(["hint", "repo/.swmlrc.yaml"]);
	expect(at("plain/x.yaml")).toEqual(["off", ".swmlrc.yml"]);
	expect(at("bare/x.yaml")).toEqual([undefined, undefined]);
});

test("what was read is kept until it is forgotten", () => {
	const cwd = folder({ ".git/HEAD": "", "sub/x.yaml": "" });
	const severity = () => configFor(join(cwd, "sub/x.yaml")).settings.rules.syntax;
	expect(severity()).toBe(undefined);
	writeFileSync(join(cwd, ".swmlrc.yaml"), "rules: { syntax: off }");
	expect(severity()).toBe(undefined);
	forget();
	expect(severity()).toBe("off");
});

test.each([
	["", []],
	["# nothing yet\n", []],
	["rules:\n", []],
	["- a\n", [".swmlrc.yaml: settings are an object with `rules` in it"]],
	["rules: 5\n", [".swmlrc.yaml: `rules` is an object of rule ids and severities"]],
	[
		"rules:\n  sintax: off\n  syntax: fatal\n  out-of-range: off\n",
		[".swmlrc.yaml: unknown rule `sintax`", ".swmlrc.yaml: `fatal` is not a valid severity for `syntax`; use one of error, warning, info, hint, off"],
	],
	["rules:\n\tsyntax: off\n", [".swmlrc.yaml: line 2: YAML is indented with spaces, not tabs; replace the tab"]],
])("%j", (text, complaints) => {
	const cwd = folder({ ".swmlrc.yaml": text });
	expect(configFor(join(cwd, "x.yaml")).complaints).toEqual(complaints);
});

test("the JSON one is JSON", () => {
	const cwd = folder({ ".swmlrc.json": '\uFEFF{ "rules": { "syntax": "off" "default-value": "off" } }' });
	const { settings, complaints } = configFor(join(cwd, "x.yaml"));
	expect([settings.rules, complaints.length, complaints[0]?.slice(0, 22)]).toEqual([{}, 1, ".swmlrc.json: line 1: "]);
});

test("one that cannot be read", () => {
	const cwd = folder({});
	mkdirSync(join(cwd, ".swmlrc.json"));
	expect(configFor(join(cwd, "x.yaml"))).toEqual({
		settings: { rules: {} },
		file: join(cwd, ".swmlrc.json"),
		complaints: [".swmlrc.json: cannot be read: it is a folder"],
	});
});

test("swml check says it once, checks all the same, and does not pass", async () => {
	const cwd = folder({ "flows/.swmlrc.yaml": "rules: { sintax: off, out-of-range: hint }", "flows/a.yaml": tooMany, "flows/b.yaml": healthy });
	const outcome = {
		code: 2,
		out: "1 hint in 2 files; --hints lists hints\n",
		err: "swml: flows/.swmlrc.yaml: unknown rule `sintax`\n",
	};
	expect(await swml(["check"], { cwd })).toEqual(outcome);
	expect(await swml(["check"], { cwd: join(cwd, "flows") })).toEqual({ ...outcome, err: "swml: .swmlrc.yaml: unknown rule `sintax`\n" });
});

/** The formats for machines, and that they say what the checker says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json";
import { version } from "../../server/cli/package.ts";
import { linesOf } from "../../server/core/base/lines.ts";
import { detect } from "../../server/core/detect.ts";
import { rules } from "../../server/core/rules/index.ts";
import { repository, rulePage } from "../../server/core/rules/page.ts";
import { corpus, problemsOf } from "../fixture.ts";
import { conference, folder, healthy, loose, nearMiss, said, swml, tooMany, wordy } from "./run.ts";

test("json: every problem, hints too, nothing else", async () => {
	const cwd = folder({ "a.yaml": nearMiss, "sub/d.yaml": loose, "e.yaml": wordy, "ok.yaml": healthy });
	const { code, out, err } = await swml(["check", "--format", "json"], { cwd });
	expect({ code, err }).toEqual({ code: 1, err: "" });
	const shown = (file: string, text: string, line: number, column: number, endColumn: number, severity: string, rule: string, fixable: boolean) =>
		JSON.stringify({ file, line, column, endLine: line, endColumn, severity, rule, message: said(text).message, fixable });
	expect(out).toBe(`[
  ${shown("a.yaml", nearMiss, 6, 15, 22, "error", "unknown-value", true)},
  ${shown("e.yaml", wordy, 7, 9, 21, "hint", "default-value", false)},
  ${shown("sub/d.yaml", loose, 6, 16, 21, "warning", "loose-value", true)}
]
`);
	expect((await swml(["check", "-f", "json", "ok.yaml"], { cwd })).out).toBe("[]\n");
	expect(JSON.parse((await swml(["check", "-f", "json", "--quiet"], { cwd })).out)).toHaveLength(1);
});

test("json: columns in UTF-16 units, also after a byte order mark and with CRLF", async () => {
	const text = conference('name: "📞 日本" ', "status_callback: https://example.com", 'status_callback_event: "start 📞📞 end"').replaceAll("\n", "\r\n");
	const cwd = folder({ "a.yaml": `\uFEFF${text}` });
	const { out } = await swml(["check", "-f", "json"], { cwd });
	const [{ line, column, endLine, endColumn }] = JSON.parse(out);
	expect({ line, column, endLine, endColumn }).toEqual({ line: 7, column: 39, endLine: 7, endColumn: 43 });
});

test("github: annotations, escaped as GitHub wants them", async () => {
	const name = "100%, a:b.yaml";
	const text = conference("name: support", "beep: 50%onenter");
	const files: { [path: string]: string } = process.platform === "win32" ? { "a.yaml": text } : { [name]: text };
	const cwd = folder({ ...files, "d.yaml": loose, "e.yaml": wordy });
	const file = process.platform === "win32" ? "a.yaml" : "100%25%2C a%3Ab.yaml";
	const error = `::error file=${file},line=6,col=15,endLine=6,endColumn=25,title=unknown-value::${said(text).message.replaceAll("%", "%25")}\n`;
	const warning = `::warning file=d.yaml,line=6,col=16,endLine=6,endColumn=21,title=loose-value::${said(loose).message}\n`;
	const hint = `::notice file=e.yaml,line=7,col=9,endLine=7,endColumn=21,title=default-value::${said(wordy).message}\n`;
	expect(await swml(["check", "--format", "github"], { cwd })).toEqual({ code: 1, out: error + warning, err: "" });
	expect(await swml(["check", "--format", "github", "--hints"], { cwd })).toEqual({ code: 1, out: error + warning + hint, err: "" });
});

test("github: no columns where a problem goes over lines, as GitHub refuses them", async () => {
	const text = 'version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: support\n        beep: "when\n          somebody enters"\n';
	const cwd = folder({ "a.swml.yaml": text });
	const [first] = JSON.parse((await swml(["check", "--format", "json"], { cwd })).out);
	const { out } = await swml(["check", "--format", "github"], { cwd });
	expect(first.endLine > first.line).toBe(true);
	expect(out.split("\n")[0]).toBe(`::error file=a.swml.yaml,line=${first.line},endLine=${first.endLine},title=${first.rule}::${first.message}`);
});

test("sarif 2.1.0", async () => {
	const cwd = folder({ "a b/ü.yaml": nearMiss, "e.yaml": wordy, "f.yaml": tooMany, "ok.yaml": healthy });
	const { code, out, err } = await swml(["check", "--format", "sarif", "--rule", "out-of-range=warning"], { cwd });
	expect({ code, err }).toEqual({ code: 1, err: "" });
	const log = JSON.parse(out);
	const ruleIndex = (id: string) => rules.findIndex((rule) => rule.id === id);
	const result = (uri: string, text: string, ruleId: string, level: string, line: number, startColumn: number, endColumn: number) => ({
		ruleId,
		ruleIndex: ruleIndex(ruleId),
		level,
		message: { text: said(text).message },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
					region: { startLine: line, startColumn, endLine: line, endColumn },
				},
			},
		],
	});
	expect(log).toEqual({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "swml",
						semanticVersion: version,
						rules: rules.map(({ id, level, says, why }) => ({
							id,
							shortDescription: { text: says },
							fullDescription: { text: why },
							help: { text: `${says} ${why}` },
							helpUri: rulePage(id),
							defaultConfiguration: { level: level === "hint" || level === "info" ? "note" : level },
						})),
					},
				},
				columnKind: "utf16CodeUnits",
				artifacts: ["a%20b/%C3%BC.yaml", "e.yaml", "f.yaml", "ok.yaml"].map((uri) => ({ location: { uri, uriBaseId: "%SRCROOT%" } })),
				results: [
					result("a%20b/%C3%BC.yaml", nearMiss, "unknown-value", "error", 6, 15, 22),
					result("e.yaml", wordy, "default-value", "note", 7, 9, 21),
					result("f.yaml", tooMany, "out-of-range", "warning", 6, 27, 30),
				],
			},
		],
	});
});

test("the page of a rule", () => {
	expect(manifest.repository.url).toBe(`${repository}.git`);
	expect(rulePage("x")).toBe(`${repository}/blob/HEAD/docs/rules/x.md`);
});

/** What `--format json` has to say of a text. */
function expected(file: string, text: string): readonly unknown[] {
	const { position } = linesOf(text);
	return problemsOf(text, file.endsWith(".json") ? "json" : "yaml").map(({ span, level, rule, message, fixes }) => {
		const [start, end] = [position(span.start), position(span.end)];
		return {
			file,
			line: start.line + 1,
			column: start.character + 1,
			endLine: end.line + 1,
			endColumn: end.character + 1,
			severity: level,
			rule,
			message,
			fixable: fixes[0]?.safe === true,
		};
	});
}

test("json says of examples/ what the checker says", async () => {
	const cwd = join(import.meta.dirname, "../..");
	const { out } = await swml(["check", "--format", "json", "examples"]);
	const rows: readonly { readonly file: string }[] = JSON.parse(out);
	const files = ["examples/conference-mistakes.swml.yaml", "examples/ivr-mistakes.json"];
	expect(rows).toEqual(files.flatMap((file) => expected(file, readFileSync(join(cwd, file), "utf8"))));
});

describe.skipIf(!corpus())("the corpus (../shared/corpus; skipped where it is not at hand)", () => {
	test("json says of every document what the checker says", async () => {
		const cwd = join(import.meta.dirname, "../../../shared/corpus/files");
		const documents = (corpus() ?? []).filter(({ file, text }) => detect({ name: file, text }).swml).sort((a, b) => (a.file < b.file ? -1 : 1));
		const { out, err } = await swml(["check", "--format", "json", "--no-config"], { cwd });
		expect(err).toBe("");
		expect(JSON.parse(out)).toEqual(documents.flatMap(({ file, text }) => expected(file, text)));
		expect(documents.length).toBeGreaterThan(100);
	});
});

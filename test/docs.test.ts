/** What the documentation says is so: links lead somewhere, settings, options and scripts exist, quoted messages are real, generated pages are current. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkHelp, explainHelp, fmtHelp, help, rulesHelp } from "../server/cli/help.ts";
import { methods } from "../server/core/language/methods/index.ts";
import { rules } from "../server/core/rules/index.ts";
import { examples, problemsOf, unmark, whole } from "./fixture.ts";

const project = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(project, path), "utf8").replaceAll("\r\n", "\n");
const pages = markdownIn(".").map((path) => ({ path, text: read(path) }));
const written = pages.filter(({ text }) => !text.startsWith("<!-- Generated"));
const readme = read("README.md");
const manifest: {
	readonly name: string;
	readonly version: string;
	readonly scripts: { readonly [name: string]: string };
	readonly contributes: {
		readonly configuration: { readonly properties: object };
		readonly commands: readonly { readonly category: string; readonly title: string }[];
	};
} = JSON.parse(read("package.json"));

describe("links", () => {
	test("every relative link of a page leads to a file, and to a heading where it names one", () => {
		const broken = pages.flatMap(({ path, text }) => linksOf(text).flatMap((link) => (leads(path, link) ? [] : [`${path}: ${link}`])));
		expect(broken).toEqual([]);
	});

	test.each(["LICENSE", "docs/cli.md#exit-codes", "docs/images/editor.png", "#privacy", "docs/"])("%s is a good link in the README", (link) => {
		expect(leads("README.md", link)).toBe(true);
	});

	test.each(["LICENCE", "docs/cli.md#no-such-heading", "#no-such-heading", "docs/nothing/"])("%s is a broken one", (link) => {
		expect(leads("README.md", link)).toBe(false);
	});

	test("they are found in all their forms, but not in code", () => {
		expect(linksOf("[a](x.md) ![b](y.png) [c]( z.md 'title') `[d](no.md)` https://e.org [f](https://e.org)\n```\n[g](no.md)\n```\n[h]: w.md")).toEqual([
			"x.md",
			"y.png",
			"z.md",
			"w.md",
		]);
	});
});

test("every rule has its page, and every page of docs/rules its rule", () => {
	expect(readdirSync(join(project, "docs/rules")).sort()).toEqual([...rules.map(({ id }) => `${id}.md`), "README.md"].sort());
});

test("the page of a rule begins with what it reports, shows what its quick fix makes, and says how to silence it", () => {
	for (const { id, says, bad } of rules) {
		const page = read(`docs/rules/${id}.md`);
		expect(says).toMatch(/^Reports .*\.$/);
		expect(page.split("\n")[3]).toBe(says);
		expect(page).toContain(`rules:\n  ${id}: off\n`);
		expect(page.includes(`# swml-ignore ${id}\n`)).toBe(id !== "syntax");
		const fixes = bad.flatMap((example) => problemsOf(unmark(example).text).flatMap((problem) => (problem.rule === id ? problem.fixes.slice(0, 1) : [])));
		expect(page.includes("## Fixed"), id).toBe(fixes.length > 0);
	}
	expect(read("docs/rules/unknown-value.md")).toContain(
		"## Fixed\n\nAfter the quick fix *Change to `onEnter`*:\n\n```yaml\n- join_conference:\n    name: support\n    beep: onEnter\n```\n",
	);
	expect(read("docs/rules/simplified-form.md")).toMatch(/^Methods: .*\[`join_conference`\]\(\.\.\/reference\/join_conference\.md\)/m);
});

test("the README mentions every setting", () => {
	const settings = Object.keys(manifest.contributes.configuration.properties);
	expect(settings.length).toBeGreaterThan(0);
	expect(settings.filter((setting) => !readme.includes(`\`${setting}\``))).toEqual([]);
});

test("no page mentions a setting that is not there", () => {
	const settings = Object.keys(manifest.contributes.configuration.properties);
	const unknown = written.flatMap(({ path, text }) =>
		[...text.matchAll(/`(swml\.[a-z][\w.]*)`/g)].flatMap(([, name = ""]) =>
			settings.includes(name) || /^swml\.(?:ya?ml|json|schema\.json)$/.test(name) ? [] : [`${path}: ${name}`],
		),
	);
	expect(unknown).toEqual([]);
});

test("no page mentions a command that is not there", () => {
	const titles = manifest.contributes.commands.map(({ category, title }) => `${category}: ${title}`);
	const unknown = written.flatMap(({ path, text }) =>
		[...text.matchAll(/\*\*(SWML: [^*]+)\*\*/g)].flatMap(([, title = ""]) => (titles.includes(title) ? [] : [`${path}: ${title}`])),
	);
	expect(unknown).toEqual([]);
});

test("every option and command of the command line's help is documented", () => {
	const all = [help, checkHelp, fmtHelp, explainHelp, rulesHelp].join("\n");
	const options = [...new Set([...all.matchAll(/(?<=^ {2}(?:.*, )?)--[a-z][a-z-]*/gm)].map(([option]) => option))].filter(
		(option) => !["--help", "--version"].includes(option),
	);
	const commands = [...new Set([...help.matchAll(/^ {2}(swml [a-z]+)/gm)].map(([, command = ""]) => command))];
	expect(options).toContain("--max-warnings");
	expect(commands).toContain("swml explain");
	const docs = readme + read("docs/cli.md");
	expect([...options, ...commands].filter((each) => !docs.includes(each))).toEqual([]);
});

test("no page mentions an option of `swml` that is not there", () => {
	const known = new Set([...(checkHelp + fmtHelp + help).matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
	const unknown = [readme, read("docs/cli.md")].flatMap((text) =>
		[...text.matchAll(/\bswml (?:check|fmt|explain|rules)[^`\n#]*/g)].flatMap(([line]) => [...line.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option)),
	);
	expect(unknown.filter((option) => !known.has(option))).toEqual([]);
});

test("every npm script that a page mentions exists", () => {
	const missing = written.flatMap(({ path, text }) =>
		[...text.matchAll(/\bnpm run ([\w:-]+)/g)].flatMap(([, name = ""]) => (name in manifest.scripts ? [] : [`${path}: npm run ${name}`])),
	);
	expect(missing).toEqual([]);
});

test("every file of the project that ARCHITECTURE.md and CONTRIBUTING.md name exists", () => {
	const roots = ["", "server/", "server/core/", "server/core/language/", "server/core/features/", "client/"];
	const missing = ["ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((path) =>
		[...read(path).matchAll(/`([\w./-]+(?:\.(?:ts|mjs|json|md|yml)|\/))`/g)].flatMap(([, name = ""]) =>
			name.startsWith(".swmlrc") ||
			["dist/swml.schema.json", "server/browser.ts", "client/browser.ts", "json.ts"].includes(name) ||
			roots.some((root) => existsSync(join(project, root, name)))
				? []
				: [`${path}: ${name}`],
		),
	);
	expect(missing).toEqual([]);
});

test("the README names the .vsix of this version", () => {
	const names = [...readme.matchAll(/[\w-]+?-(\d[\w.-]*)\.vsix/g)];
	expect(names.length).toBeGreaterThan(0);
	expect(names.map(([name]) => name).filter((name) => name !== `${manifest.name}-${manifest.version}.vsix`)).toEqual([]);
});

test("the README counts the methods right", () => {
	expect(/All (\d+) methods/.exec(readme)?.[1]).toBe(String(methods.length));
});

test("what the README says of mistakes is what the examples are told", () => {
	const told = examples().flatMap(({ text, format }) =>
		problemsOf(text, format).map((problem) => ({
			...problem,
			lines: text.slice(text.lastIndexOf("\n", problem.span.start) + 1, lineEnd(text, problem.span.end)),
		})),
	);
	const rows = [...readme.matchAll(/^\| `(.+?)` \| (.+) \| \[([\w-]+)\]\(docs\/rules\/.*\) \|$/gm)];
	expect(rows.length).toBeGreaterThan(5);
	const unreal = rows.flatMap(([, example = "", message, rule]) =>
		told.some((problem) => problem.message === message && problem.rule === rule && problem.lines.includes(example)) ? [] : [`${example}: ${message}`],
	);
	expect(unreal).toEqual([]);
});

test("what the README says of steps is what they are told", () => {
	const section = readme.slice(readme.indexOf("### Why not just the JSON Schema?"), readme.indexOf("## Settings"));
	const rows = [...section.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(([, step = "", message]) => [step, message]);
	expect(rows.length).toBe(7);
	expect(rows.map(([step]) => [step, ...problemsOf(whole(`- ${step}\n`)).map(({ message }) => message)])).toEqual(rows);
});

test("generated files are up to date", () => {
	execFileSync(process.execPath, ["scripts/generate.mjs", "--check"], { cwd: project, stdio: "pipe" });
});

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end;
}

function markdownIn(folder: string): readonly string[] {
	return readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) return ["node_modules", "dist", ".git", ".cache", ".vscode-test"].includes(entry.name) ? [] : markdownIn(path);
		return entry.name.endsWith(".md") ? [path] : [];
	});
}

/** The targets of a page's links that stay within the project. */
function linksOf(text: string): readonly string[] {
	const prose = withoutCode(text);
	const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)/g)].map(([, target = ""]) => target);
	const defined = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target = ""]) => target);
	return [...inline, ...defined].filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

function withoutCode(text: string): string {
	return text.replaceAll(/^( *)(`{3,}|~{3,})[\s\S]*?^\1\2.*$/gm, "").replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
}

function leads(page: string, link: string): boolean {
	const [path = "", heading] = decodeURIComponent(link).split("#");
	const target = path === "" ? page : path.startsWith("/") ? path.slice(1) : join(dirname(page), path);
	const file = join(project, target);
	if (!existsSync(file) || (path.endsWith("/") && !statSync(file).isDirectory())) return false;
	return heading === undefined || heading === "" || !target.endsWith(".md") || headingsOf(readFileSync(file, "utf8")).includes(heading);
}

/** The anchors that GitHub gives a page's headings. */
function headingsOf(text: string): readonly string[] {
	const seen = new Map<string, number>();
	const outsideFences = text.replaceAll(/^( *)(`{3,}|~{3,})[\s\S]*?^\1\2.*$/gm, "");
	return [...outsideFences.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, title = ""]) => {
		const slug = title
			.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
			.trim()
			.replaceAll(" ", "-");
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

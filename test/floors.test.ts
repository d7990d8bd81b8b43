/** The house stands as ARCHITECTURE.md draws it: imports point down, the core is pure, method names live in the language. Each law is first shown to catch a breach. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { methods } from "../server/core/language/methods/index.ts";

const project = resolve(import.meta.dirname, "..");

/** A file, with its path from the project's root in forward slashes. */
interface Source {
	readonly path: string;
	readonly text: string;
}

interface Import {
	readonly from: string;
	/** `import type`: leaves nothing behind in the bundle. */
	readonly typeOnly: boolean;
}

/** A law reads sources and says which of them break it, one line for each breach. */
type Law = (source: Source) => readonly string[];

/** Where a file stands. A floor imports itself and what `below` names; of packages, what `packages` names. */
interface Floor {
	readonly name: string;
	readonly holds: RegExp;
	readonly below: readonly string[];
	readonly packages?: readonly RegExp[];
	readonly types?: readonly RegExp[];
}

const underRules = ["base", "syntax", "language", "model", "document", "mentions"];
const core = [...underRules, "rules", "settings", "features", "detect"];
const node = /^node:/;

/** The first floor that holds a file is its own. */
const floors: readonly Floor[] = [
	{ name: "base", holds: /^server\/core\/base\//, below: [] },
	{ name: "syntax", holds: /^server\/core\/syntax\//, below: ["base"], packages: [/^yaml$/, /^jsonc-parser$/] },
	{ name: "names", holds: /^server\/core\/language\/names\.ts$/, below: [] },
	{ name: "language", holds: /^server\/core\/language\//, below: ["base"] },
	{ name: "model", holds: /^server\/core\/model\//, below: ["base", "syntax", "language"] },
	{ name: "document", holds: /^server\/core\/(?:document|piece)\.ts$/, below: ["base", "syntax", "language", "model"] },
	{ name: "mentions", holds: /^server\/core\/mentions\.ts$/, below: ["base", "syntax", "language", "model", "document"] },
	{ name: "rules", holds: /^server\/core\/rules\//, below: underRules },
	{ name: "settings", holds: /^server\/core\/settings\.ts$/, below: ["base", "rules"] },
	{ name: "features", holds: /^server\/core\/features\//, below: [...underRules, "rules"], types: [/^vscode-languageserver-types$/] },
	{ name: "detect", holds: /^server\/core\/detect\.ts$/, below: ["base", "names"] },
	{ name: "lsp", holds: /^server\/lsp\//, below: core, packages: [/^vscode-languageserver$/, /^vscode-languageserver-textdocument$/] },
	{ name: "config", holds: /^server\/(?:config|disk)\.ts$/, below: core, packages: [node] },
	{ name: "cli", holds: /^server\/cli(?:\.ts$|\/)/, below: [...core, "config", "manifest"], packages: [node, /^minimatch$/, /^tinyglobby$/] },
	{
		name: "server door",
		holds: /^server\/\w+\.ts$/,
		below: [...core, "lsp", "config", "manifest"],
		packages: [node, /^vscode-languageserver\/(?:node|browser)$/],
	},
	{ name: "client door", holds: /^client\/(?:node|browser)\.ts$/, below: ["client"], packages: [/^vscode$/, /^vscode-languageclient\/(?:node|browser)$/] },
	{ name: "client", holds: /^client\//, below: ["detect"], packages: [/^vscode$/, /^vscode-languageclient$/] },
	{ name: "manifest", holds: /^package\.json$/, below: [] },
];

const importsPointDown: Law = ({ path, text }) => {
	const floor = floorOf(path);
	if (!floor) return [`${path} stands on no floor`];
	return importsOf(text).flatMap(({ from, typeOnly }) => {
		if (!from.startsWith(".")) {
			const allowed = [...(floor.packages ?? []), ...(typeOnly ? (floor.types ?? []) : [])];
			return allowed.some((name) => name.test(from)) ? [] : [`${path} (${floor.name}) imports ${typeOnly ? "types of " : ""}\`${from}\``];
		}
		const target = relative(project, resolve(project, dirname(path), from)).replaceAll("\\", "/");
		const other = floorOf(target);
		if (other && (other === floor || floor.below.includes(other.name))) return [];
		return [`${path} (${floor.name}) imports ${target} (${other?.name ?? "no floor"})`];
	});
};

const names = new Set(methods.map((method) => method.name));
/** Words of the descriptions that happen to be names too: `label` is also a kind of flow, and of names. */
const vocabulary = new Set(literalsOf(readFileSync(join(project, "server/core/language/type.ts"), "utf8")));
/** A name in the middle of a text: one that nobody writes by chance, or any in backticks, as messages have it. */
const telling = new RegExp(`\\b(?:${[...names].filter((name) => name.includes("_")).join("|")})\\b|\\\\?\`(?:${[...names].join("|")})\\\\?\``);

const noMethodNames: Law = ({ path, text }) => {
	if (path.startsWith("server/core/language/")) return [];
	return literalsOf(path.startsWith("server/core/rules/") ? withoutProse(text) : text).flatMap((literal) =>
		(names.has(literal) && !vocabulary.has(literal)) || telling.test(literal) ? [`${path} says ${JSON.stringify(literal)}`] : [],
	);
};

const noDefaultExports: Law = ({ path, text }) => (/^export (?:default\b|\{[^}]*\bas default\b)/m.test(text) ? [`${path} has a default export`] : []);

const longest = 400;

const noLongFiles: Law = ({ path, text }) => {
	const lines = text.trimEnd().split("\n").length;
	return lines > longest && !path.startsWith("server/core/language/") ? [`${path} has ${lines} lines`] : [];
};

/** This project's folder, the one above it, and the home of whoever runs the tests. */
const here = [project, dirname(project), homedir()]
	.filter((folder) => folder.length > 3 && folder !== tmpdir())
	.map((folder) => `${folder.replaceAll("\\", "/")}/`);

const noPathOfThisMachine: Law = ({ path, text }) => {
	const slashed = text.replaceAll(/\\+/g, "/");
	// Within a longer path or an address the same letters mean something else.
	const stands = (folder: string) => slashed.split(folder).some((before, index, all) => index < all.length - 1 && !/[\w.~-]$/.test(before));
	return [
		...here
			.filter(stands)
			.slice(0, 1)
			.map((folder) => `${path} holds the path ${folder}`),
		...(/(?:^|\/)(?:package-lock\.json|\.npmrc)$/.test(path) && /"resolved": *"http|^registry *=/m.test(text) ? [`${path} names a registry`] : []),
	];
};

const house = sourcesIn(["server", "client"], /\.ts$/);
const everything = sourcesIn(["."], /(?:\.(?:ts|mts|mjs|js|json|jsonl|md|lua|ya?ml|swml|txt)|\/(?:LICENSE|run|\.[a-z]+(?:rc|ignore)))$/);

describe.each([
	{
		law: "imports point down, and every floor keeps to its packages",
		check: importsPointDown,
		over: house,
		breaches: [
			["server/core/syntax/planted.ts", 'import { methods } from "../language/methods/index.ts";'],
			["server/core/language/planted.ts", 'import type { Node } from "../syntax/node.ts";'],
			["server/core/base/planted.ts", 'import type {\n\tDocument,\n} from "../document.ts";'],
			["server/core/model/planted.ts", 'export { check } from "../rules/check.ts";'],
			["server/core/features/planted.ts", 'import { noSettings } from "../settings.ts";'],
			["server/core/features/planted.ts", 'import { CompletionItemKind } from "vscode-languageserver-types";'],
			["server/core/features/planted.ts", 'import { type CompletionItem } from "vscode-languageserver-types";'],
			["server/core/rules/planted.ts", 'import { readFileSync } from "node:fs";'],
			["server/core/rules/planted.ts", 'const later = () => import("node:fs");'],
			["server/core/document.ts", 'import "vscode";'],
			["server/lsp/planted.ts", 'import { createConnection } from "vscode-languageserver/node";'],
			["server/lsp/planted.ts", 'import { configFor } from "../config.ts";'],
			["server/cli/planted.ts", 'import { serve } from "../lsp/serve.ts";'],
			["client/planted.ts", 'import { check } from "../server/core/rules/check.ts";'],
			["client/planted.ts", 'import { LanguageClient } from "vscode-languageclient/node";'],
			["server/elsewhere/planted.ts", ""],
		],
		innocent: [
			["server/core/features/planted.ts", 'import type { Hover } from "vscode-languageserver-types";\n// import { x } from "node:fs"'],
			["client/planted.ts", 'import { detect } from "../server/core/detect.ts";'],
		],
	},
	{
		law: "no method is named outside the language",
		check: noMethodNames,
		over: house,
		breaches: [
			["server/core/model/planted.ts", 'if (name === "goto") stop();'],
			["server/core/features/planted.ts", "case 'play':"],
			["server/lsp/planted.ts", 'const note = "After `join_conference` …";'],
			["server/core/features/planted.ts", "const text = `${list.map((each) => `a ${each} send_sms`)}`;"],
			["server/core/rules/planted.ts", "message: `\\`goto\\` has no ${what}`,"],
			["client/planted.ts", 'const quoted = /["`]/; const name = "hangup";'],
		],
		innocent: [
			["server/core/language/methods/planted.ts", 'method("goto", {})'],
			["server/core/model/planted.ts", 'if (form.flow === "label") stop();'],
			["server/core/model/planted.ts", '// "goto" jumps\n/* `play` */ const play = 1;'],
			[
				"server/core/rules/planted.ts",
				'export const r: Rule = {\n\tbad: [\n\t\t`\n- join_conference: x\n`,\n\t],\n\tgood: ["- send_sms: {}"],\n\tsays: "`goto` names a label.",\n\twhy:\n\t\t"`goto` stops.",\n};',
			],
		],
	},
	{
		law: "nothing is exported by default",
		check: noDefaultExports,
		over: house,
		breaches: [
			["client/planted.ts", "export default function activate() {}"],
			["server/planted.ts", "export { serve as default };"],
		],
		innocent: [["server/planted.ts", "export const x = 1; // export default"]],
	},
	{
		law: `a file that is not data has at most ${longest} lines`,
		check: noLongFiles,
		over: house,
		breaches: [["server/lsp/planted.ts", `${"\n".repeat(longest)}x`]],
		innocent: [
			["server/lsp/planted.ts", "x\n".repeat(longest)],
			["server/core/language/planted.ts", "x\n".repeat(longest + 1)],
		],
	},
	{
		law: "no file holds a path of this machine or a registry's address",
		check: noPathOfThisMachine,
		over: everything,
		breaches: [
			["docs/planted.md", `see ${join(project, "dist")}`],
			["test/planted.ts", `"${join(dirname(project), "x").replaceAll("\\", "\\\\")}"`],
			["package-lock.json", '"resolved": "https://registry.example.com/x.tgz"'],
			[".npmrc", "registry=https://registry.example.com/"],
		],
		innocent: [
			["docs/planted.md", "see ../shared and /docs/x"],
			["docs/planted.md", `https://example.com${dirname(project).replaceAll("\\", "/")}/x`],
		],
	},
])("$law", ({ check, over, breaches, innocent }) => {
	test.each(breaches)("a breach in %s is caught, example %#", (path, text) => {
		expect(check({ path, text })).toHaveLength(1);
	});

	test.each(innocent)("what is allowed in %s is let be, example %#", (path, text) => {
		expect(check({ path, text })).toEqual([]);
	});

	test("nothing breaks it", () => {
		expect(over.length).toBeGreaterThan(50);
		expect(over.flatMap(check)).toEqual([]);
	});
});

test("the sources' own imports are all read: every module but the doors is imported by another", () => {
	// What our own tools read of the language is in use too.
	const imported = new Set(
		[...house, ...sourcesIn(["scripts"], /\.ts$/)].flatMap(({ path, text }) =>
			importsOf(text).map(({ from }) => relative(project, resolve(project, dirname(path), from)).replaceAll("\\", "/")),
		),
	);
	expect(house.map(({ path }) => path).filter((path) => !imported.has(path))).toEqual(doors());
});

/** The modules that start something: nobody imports them. */
function doors(): readonly string[] {
	return ["client/browser.ts", "client/node.ts", "server/browser.ts", "server/cli.ts", "server/node.ts"]
		.filter((path) => existsSync(join(project, path)))
		.sort((a, b) => order(a) - order(b));
}

function order(path: string): number {
	return house.findIndex((source) => source.path === path);
}

function floorOf(path: string): Floor | undefined {
	return floors.find(({ holds }) => holds.test(path));
}

/** What a module imports, re-exports and loads later. */
function importsOf(text: string): readonly Import[] {
	const written = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"']+)["']/gm;
	const later = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
	return [
		...[...text.matchAll(written)].map(([, typeOnly, from = ""]) => ({ from, typeOnly: typeOnly !== undefined })),
		...[...text.matchAll(later)].map(([, from = ""]) => ({ from, typeOnly: false })),
	];
}

/** A rule without its documentation: what it says, and examples, which name methods as documents do. Its messages stay. */
function withoutProse(text: string): string {
	return text.replaceAll(/^\t(?:bad|good): (?:\[\]|\[.*\]|\[$[\s\S]*?^\t\]),$|^\t(?:says|why):\s+".*",$/gm, "");
}

/** Every text literal of a module, comments and regular expressions left out; of a template, the parts between its `${}`. */
function literalsOf(text: string): readonly string[] {
	const found: string[] = [];
	// Before a regular expression stands something that no value ends with.
	const token =
		/\/\/.*|\/\*[\s\S]*?\*\/|(?<=(?:^|[(,=:[!&|?{};+\n]|return|=>)\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[`{}]/gm;
	// One entry for each open brace: whether it is the `${` of a template.
	const open: boolean[] = [];
	const inTemplate = (from: number): number => {
		const end = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{|$)/y;
		end.lastIndex = from;
		const [part = "", stop = ""] = end.exec(text) ?? [];
		found.push(part.slice(0, part.length - stop.length));
		if (stop === "${") open.push(true);
		return from + Math.max(part.length, 1);
	};
	for (let match = token.exec(text); match; match = token.exec(text)) {
		const [word] = match;
		if (word === "`") token.lastIndex = inTemplate(match.index + 1);
		else if (word === "{") open.push(false);
		else if (word === "}") {
			if (open.pop()) token.lastIndex = inTemplate(match.index + 1);
		} else if (/^["']/.test(word)) found.push(word.slice(1, -1));
	}
	return found;
}

/** The files below some folders of the project whose paths match; what is installed, built or kept aside is left out. */
function sourcesIn(folders: readonly string[], wanted: RegExp): readonly Source[] {
	const walk = (folder: string): readonly Source[] =>
		readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
			const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) return ["node_modules", "dist", ".git", ".cache", ".vscode-test"].includes(entry.name) ? [] : walk(path);
			return wanted.test(`/${path}`) ? [{ path, text: readFileSync(join(project, path), "utf8").replaceAll("\r\n", "\n") }] : [];
		});
	return folders.flatMap(walk);
}

/** What package.json promises to VS Code is there: commands, pictures, icons; and so is what the examples tell people to run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { minimatch } from "minimatch";
import { expect, test } from "vitest";

const project = resolve(import.meta.dirname, "..");
const text = readFileSync(join(project, "package.json"), "utf8");
const { contributes } = JSON.parse(text);
const commands: readonly { readonly command: string; readonly category?: string; readonly title: string }[] = contributes.commands;

test("every command that a menu or the walkthrough runs is contributed, and the client registers it", () => {
	const known = commands.map(({ command }) => command).sort();
	const named = [...text.matchAll(/"command": "(swml\.\w+)"|\(command:(swml\.\w+)\)|"onCommand:(swml\.\w+)"/g)].map(([, a, b, c]) => a ?? b ?? c);
	expect([...new Set(named)].sort()).toEqual(known);
	const client = readFileSync(join(project, "client/client.ts"), "utf8");
	expect(known.filter((command) => !client.includes(`"${command}"`))).toEqual([]);
});

test("every file that it names is there, and packed", () => {
	const named = [...text.matchAll(/"(?:\.\/)?((?:icons|docs|syntaxes)\/[\w./-]+)"/g)].map(([, path = ""]) => path);
	const packed = readFileSync(join(project, ".vscodeignore"), "utf8").matchAll(/^!(.+)$/gm);
	const patterns = [...packed].map(([, pattern = ""]) => pattern);
	expect(named.length).toBeGreaterThan(10);
	expect(named.filter((path) => !existsSync(join(project, path)) || !patterns.some((pattern) => minimatch(path, pattern)))).toEqual([]);
});

test("the examples name commands that exist", () => {
	const titles = commands.map(({ category, title }) => `${category}: ${title}`);
	const named = readdirSync(join(project, "examples"))
		.map((name) => readFileSync(join(project, "examples", name), "utf8").split("\n", 1)[0] ?? "")
		.flatMap((line) => [...line.matchAll(/"(SWML: [^"]+)"|(node \S+ check .*)|\b(swml \w+)/g)])
		.map(([, title, run, other]) => title ?? run ?? other);
	expect(named.map((each) => titles.includes(each ?? "") || each)).toEqual([true, "node dist/cli.js check --fix examples/conference-mistakes.swml.yaml"]);
});

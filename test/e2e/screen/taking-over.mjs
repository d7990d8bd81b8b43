// A file that is SWML by its content alone is taken over: that is said once, and there are ways back.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until, workbenchUrl } from "../vscode.mjs";
import { chooseInStatus, expectLanguage, expectText, isQuiet, languageOf, leaveStatus, notices, openFile, run } from "./parts.mjs";

const yaml = "version: 1.0.0\nsections:\n  main:\n    - answer: {}\n    - hangpu: {}\n";
const json = '{\n  "version": "1.0.0",\n  "sections": { "main": [{ "hangpu": {} }] }\n}\n';

const steps = {
	"it is said, with a way back": async (page) => {
		const shown = await notices(page);
		await expectText(shown, /^(?=[\s\S]*ivr\.yaml looks like SWML, and is checked as SWML from now on\.)[\s\S]*Keep as YAML\s+Do Not Ask Again/);
		await expectLanguage(page, "SWML (YAML)");
		await shown.getByText("Keep as YAML").click();
		await expectLanguage(page, "YAML");
	},

	"the next file is taken over without a word": async (page) => {
		await openFile(page, "flow.json");
		await expectLanguage(page, "SWML (JSON)");
		await squiggle(page);
		// The first message fades; another one would stay.
		await until("the first message to be gone", () => isQuiet(page));
	},

	"the status leads back": async (page) => {
		const before = /^SWML\s+it has `sections` that hold lists of steps\s+Treat This File as JSON$/;
		await chooseInStatus(page, before, "Treat This File as JSON", async () => (await languageOf(page)) === "JSON");
		await leaveStatus(page);
		await expectLanguage(page, "JSON");
	},

	"the palette leads in and out": async (page) => {
		await run(page, "SWML: Treat This File as SWML");
		await expectLanguage(page, "SWML (JSON)");
		await run(page, "SWML: Treat This File as JSON");
		await expectLanguage(page, "JSON");
	},

	"both are left alone in the next window": async (page, { port, folder, file }) => {
		writeFileSync(join(folder, "later.yaml"), yaml);
		await page.goto(workbenchUrl(port, { folder, file }));
		await openFile(page, "later.yaml");
		await expectLanguage(page, "SWML (YAML)");
		await openFile(page, "flow.json");
		await expectLanguage(page, "JSON");
		await openFile(page, "ivr.yaml");
		await expectLanguage(page, "YAML");
	},

	"another folder is told of again": async (page, at) => {
		await openFolder(page, at, "second");
		await expectText(await notices(page), /ivr\.yaml looks like SWML/);
	},
};

/** The story. */
export const takingOver = { files: { "ivr.yaml": yaml, "flow.json": json }, open: "ivr.yaml", steps };

async function openFolder(page, { folder, port }, name) {
	const other = join(folder, "..", `workspace-${name}`);
	mkdirSync(other);
	writeFileSync(join(other, "ivr.yaml"), yaml);
	await page.goto(workbenchUrl(port, { folder: other, file: join(other, "ivr.yaml") }));
}

async function squiggle(page) {
	await until("a squiggle", async () => (await page.locator(".squiggly-error").count()) === 1);
}

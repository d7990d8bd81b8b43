// Runs the end-to-end tests in a real VS Code with the packaged extension installed: first the suite inside the extension host,
// then the screen as a person sees it. Lanes: the oldest VS Code; with CI=true or SWML_E2E_LANES=all the newest too. Behind the
// command, the only ones to run: `host`, or a story's name (npm run test:e2e -- server).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleSuite } from "./bundle.mjs";
import { packageExtension } from "./package.mjs";
import { testScreen } from "./screen.mjs";
import { testTyping } from "./typing.mjs";
import { cache, lanes, launchBrowser, prepareHost, runSuite, whyNoBrowser, workbenchUrl } from "./vscode.mjs";

const harness = resolve(import.meta.dirname, "harness");

const reason = whyNoBrowser();
if (reason) {
	console.error(`The end-to-end tests cannot run: ${reason} (apt-get install chromium, or set CHROMIUM; on other systems npm run test:electron)`);
	process.exit(2);
}

const wanted = process.env.SWML_E2E_LANES ?? (process.env.CI === "true" ? "all" : "minimum");
const chosen = wanted === "all" ? Object.keys(lanes) : wanted.split(",");
const unknown = chosen.filter((lane) => !lanes[lane]);
if (unknown.length > 0) {
	console.error(`SWML_E2E_LANES: no lane ${unknown.join(", ")}; there are all, ${Object.keys(lanes).join(", ")}`);
	process.exit(2);
}

const only = process.argv.length > 2 ? process.argv.slice(2) : undefined;
const vsix = packageExtension();
const suite = await bundleSuite();
const total = { passed: 0, failed: 0 };
const browser = await launchBrowser();
try {
	for (const lane of chosen) {
		console.log(`\nVS Code ${lanes[lane].version}`);
		const started = Date.now();
		for (const results of await runLane(lane)) {
			total.passed += results.passed;
			total.failed += results.failed;
		}
		console.log(`  took ${Math.round((Date.now() - started) / 1000)} s`);
	}
} finally {
	await browser.close();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
writeFileSync(join(cache, "e2e/results.json"), JSON.stringify(total));
process.exit(total.failed > 0 ? 1 : 0);

async function runLane(lane) {
	const root = join(cache, "e2e", lane);
	const host = prepareHost(lane, root);
	host.installExtension(vsix);
	const outcome = join(root, "results.json");
	const server = await host.start({ SWML_E2E_RESULTS: outcome });
	try {
		const inHost = !only || only.includes("host") ? [await runInHost(root, server.port, outcome)] : [];
		const byKeys = !only || only.includes("typing") ? [await testTyping({ browser, port: server.port, root })] : [];
		return [...inHost, await testScreen({ browser, port: server.port, root, lane, only }), ...byKeys];
	} finally {
		await server.stop();
	}
}

/** The suite inside the extension host. A run without results, or without tests, is a failure. */
async function runInHost(root, port, outcome) {
	const folder = join(root, "workspace-host");
	mkdirSync(folder);
	const page = await browser.newPage();
	const printed = [];
	try {
		await runSuite(page, workbenchUrl(port, { folder, extension: harness, suite }), { timeout: 300_000, onLine: (line) => printed.push(line) });
		const results = JSON.parse(readFileSync(outcome, "utf8"));
		if (results.passed + results.failed === 0) throw new Error("no test ran");
		console.log(`  in the extension host: ${results.passed} passed, ${results.failed} failed`);
		for (const failure of results.failures) console.log(indent(failure));
		return results;
	} catch (error) {
		await page.screenshot({ path: join(root, "failed-host.png") });
		console.log(`  in the extension host: ${error.message}\n${indent(printed.join("\n"))}`);
		return { passed: 0, failed: 1 };
	} finally {
		await page.close();
	}
}

function indent(text) {
	return text.replaceAll(/^/gm, "    ");
}

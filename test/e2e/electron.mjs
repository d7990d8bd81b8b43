// Runs the suite of the extension host in desktop builds of VS Code, the oldest and the newest, with the packaged extension installed.
// Downloads VS Code; SWML_VSCODE=path uses the one at that path instead, SWML_VSCODE_VERSION=1.100.3 downloads just that one.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { bundleSuite } from "./bundle.mjs";
import { packageExtension } from "./package.mjs";
import { cache, lanes } from "./vscode.mjs";

const harness = resolve(import.meta.dirname, "harness");
const { SWML_VSCODE, SWML_VSCODE_VERSION } = process.env;
const versions = SWML_VSCODE ? [undefined] : SWML_VSCODE_VERSION ? [SWML_VSCODE_VERSION] : [lanes.minimum.version, "stable"];

const vsix = packageExtension();
const suite = await bundleSuite();
const total = { passed: 0, failed: 0 };
for (const version of versions) {
	console.log(`\nVS Code ${version ?? SWML_VSCODE}`);
	const results = await runIn(SWML_VSCODE ?? (await download(version)));
	console.log(`  ${results.passed} passed, ${results.failed} failed`);
	for (const failure of results.failures) console.log(failure.replaceAll(/^/gm, "    "));
	total.passed += results.passed;
	total.failed += results.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function download(version) {
	try {
		return await downloadAndUnzipVSCode({ version, cachePath: join(cache, "vscode-desktop") });
	} catch (error) {
		console.error(
			`VS Code ${version} could not be downloaded: ${error.message}\nTo use one that is installed: SWML_VSCODE=path-of-its-executable npm run test:electron`,
		);
		process.exit(1);
	}
}

async function runIn(vscodeExecutablePath) {
	// A short path: VS Code makes a socket in its data folder, and sockets' names are short.
	const root = mkdtempSync(join(tmpdir(), "swml-"));
	const [folder, outcome] = [join(root, "workspace"), join(root, "results.json")];
	mkdirSync(folder);
	const folders = ["--user-data-dir", join(root, "data"), "--extensions-dir", join(root, "extensions")];
	try {
		const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
		execFileSync(cli, [...args, ...folders, "--install-extension", vsix, "--force"], {
			stdio: ["ignore", "ignore", "inherit"],
			shell: process.platform === "win32",
		});
		await runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: harness,
			extensionTestsPath: suite,
			extensionTestsEnv: { SWML_E2E_RESULTS: outcome },
			launchArgs: [folder, ...folders, "--disable-workspace-trust", "--disable-telemetry", "--skip-welcome"],
			// A failed test is told by the results; anything else that goes wrong leaves none.
		}).catch((error) => console.log(`  ${error.message ?? error}`));
		const results = JSON.parse(readFileSync(outcome, "utf8"));
		return results.passed + results.failed > 0 ? results : { passed: 0, failed: 1, failures: ["no test ran"] };
	} catch (error) {
		return { passed: 0, failed: 1, failures: [error.stack] };
	} finally {
		rmSync(root, { recursive: true, force: true, maxRetries: 5 });
	}
}

// Shows examples/ in VS Code with this extension: `npm run open`. Takes the VS Code of the PATH; where there is none, runs a real
// one as a server of its own and says where to see it.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { packageExtension } from "../test/e2e/package.mjs";
import { cache, prepareHost, workbenchUrl } from "../test/e2e/vscode.mjs";

const examples = resolve(import.meta.dirname, "../examples");
const first = join(examples, "conference-mistakes.swml.yaml");
// Read by the extension, in a window that is opened with it.
const showProblems = { SWML_SHOW_PROBLEMS: "1" };
const shell = process.platform === "win32";

const vsix = packageExtension();
if (!process.argv.includes("--browser") && spawnSync("code", ["--version"], { shell }).status === 0) {
	const quoted = (path) => (shell ? `"${path}"` : path);
	const installed = spawnSync("code", ["--install-extension", quoted(vsix), "--force"], { shell, stdio: "inherit" });
	const opened =
		installed.status === 0
			? spawnSync("code", [quoted(examples), quoted(first)], { shell, stdio: "inherit", env: { ...process.env, ...showProblems } })
			: installed;
	process.exitCode = opened.status ?? 1;
} else if (process.platform !== "linux") {
	console.error(
		`No \`code\` on the PATH. In VS Code run "Shell Command: Install 'code' command in PATH", or install ${vsix} by hand\n(Extensions, …, Install from VSIX) and open ${examples}.`,
	);
	process.exitCode = 1;
} else {
	await serve();
}

async function serve() {
	console.log("No `code` on the PATH: running VS Code here for your browser.");
	const host = prepareHost("minimum", join(cache, "open"));
	host.installExtension(vsix);
	const server = await host.start(showProblems);
	console.log(`\n  ${workbenchUrl(server.port, { folder: examples, file: first })}\n\nCtrl+C ends it.`);
	for (const signal of ["SIGINT", "SIGTERM"]) {
		process.once(signal, () => server.stop().then(() => process.exit(0)));
	}
}

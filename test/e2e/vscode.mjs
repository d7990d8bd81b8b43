// A real VS Code without a desktop: its server and web workbench (from npm) in headless Chromium. Installs it, starts it, drives it.
// Never here: what is tested.
import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join, resolve } from "node:path";
import { format } from "node:util";
import { chromium } from "playwright-core";

/** The oldest VS Code we promise to run in, and the newest one we know. */
export const lanes = {
	minimum: { version: "1.100.3", codeServer: "4.100.3", node: "20.20.2" },
	current: { version: "1.139.1", codeServer: "4.139.1", node: "24.21.0" },
};

/** Where everything goes that may be thrown away. */
export const cache = resolve(import.meta.dirname, "../../.cache");

const settings = {
	"security.workspace.trust.enabled": false,
	"workbench.startupEditor": "none",
	"workbench.tips.enabled": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"telemetry.telemetryLevel": "off",
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	"update.mode": "none",
	"chat.disableAIFeatures": true,
	"git.enabled": false,
	"editor.minimap.enabled": false,
	"breadcrumbs.enabled": false,
	"window.commandCenter": false,
	"workbench.layoutControl.enabled": false,
	"files.autoSave": "off",
};

/** The browser's executable, or undefined where there is none. */
function findChromium() {
	const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
	const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : usual;
	return candidates.find((path) => existsSync(path));
}

/** Why VS Code cannot be run in a browser on this machine, or undefined where it can. */
export function whyNoBrowser() {
	if (process.platform !== "linux") return "it runs on Linux only";
	if (!findChromium()) return "no Chromium found";
	return undefined;
}

/** Puts a lane's VS Code into .cache/ unless it is there. */
function installLane(name) {
	const folder = join(cache, `vscode-${name}`);
	const done = join(folder, ".installed");
	if (existsSync(done)) return folder;
	const { version, codeServer, node } = lanes[name];
	console.log(`Installing VS Code ${version} into .cache/vscode-${name} (once)`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
	// Its install script insists on one version of Node and builds what the tests do not need.
	const npm = (cwd, ...args) =>
		execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...args], {
			cwd,
			stdio: ["ignore", "ignore", "inherit"],
		});
	const ownNode = process.versions.node.split(".")[0] === node.split(".")[0] ? [] : [`node-linux-${process.arch}@${node}`];
	npm(folder, `code-server@${codeServer}`, ...ownNode);
	npm(join(folder, "node_modules/code-server/lib/vscode"), "--omit=dev");
	writeFileSync(done, "");
	return folder;
}

/** A VS Code with its own settings and extensions, in `root`, which is emptied first. */
export function prepareHost(lane, root, moreSettings = {}) {
	const folder = installLane(lane);
	rmSync(root, { recursive: true, force: true });
	mkdirSync(join(root, "data/User"), { recursive: true });
	mkdirSync(join(root, "home"), { recursive: true });
	writeFileSync(join(root, "data/User/settings.json"), JSON.stringify({ ...settings, ...moreSettings }));

	const ownNode = join(folder, `node_modules/node-linux-${process.arch}/bin/node`);
	const node = existsSync(ownNode) ? ownNode : process.execPath;
	const main = join(folder, "node_modules/code-server/lib/vscode/out/server-main.js");
	const env = { PATH: process.env.PATH, HOME: join(root, "home"), LANG: "C.UTF-8", TMPDIR: root, EXTENSIONS_GALLERY: "{}" };
	const folders = ["--server-data-dir", join(root, "server"), "--user-data-dir", join(root, "data"), "--extensions-dir", join(root, "extensions")];
	const common = [main, "--accept-server-license-terms", ...folders, "--disable-telemetry", "--disable-workspace-trust"];

	return {
		installExtension: (vsix) =>
			execFileSync(node, [...common, "--install-extension", vsix, "--force"], { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),

		/** Starts the server; `moreEnv` reaches the extension host. */
		start: async (moreEnv = {}) => {
			const port = await freePort();
			const log = createWriteStream(join(root, "server.log"));
			const args = [...common, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--enable-smoke-test-driver"];
			const child = spawn(node, args, { env: { ...env, ...moreEnv }, cwd: root, stdio: ["ignore", "pipe", "pipe"] });
			child.stdout.pipe(log);
			child.stderr.pipe(log);
			const stop = () =>
				new Promise((stopped) => {
					if (child.exitCode !== null || child.signalCode !== null) return stopped();
					const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
					child.once("exit", () => {
						clearTimeout(kill);
						stopped();
					});
					child.kill("SIGTERM");
				});
			try {
				await until(`VS Code's server to answer (see ${join(root, "server.log")})`, async () => {
					if (child.exitCode !== null) throw new Error(`VS Code's server ended with ${child.exitCode}, see ${join(root, "server.log")}`);
					return (await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined))?.ok;
				});
			} catch (error) {
				await stop();
				throw error;
			}
			return { port, stop };
		},
	};
}

/** A browser that reaches nothing but this machine. */
export function launchBrowser() {
	return chromium.launch({
		executablePath: findChromium(),
		args: [
			"--disable-gpu",
			"--disable-dev-shm-usage",
			"--disable-background-networking",
			"--disable-component-update",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
		],
	});
}

/** The workbench's address, with a folder and, where wanted, a file, an extension under development and a test suite. */
export function workbenchUrl(port, { folder, file, extension, suite }) {
	const uri = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
	const payload = [["skipWelcome", "true"]];
	if (file) payload.push(["openFile", uri(file)]);
	if (extension) payload.push(["extensionDevelopmentPath", uri(extension)]);
	if (suite) payload.push(["extensionTestsPath", uri(suite)]);
	return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** Opens a workbench with a test suite and resolves with the suite's exit code; `onLine` gets what the extension host prints. */
export async function runSuite(page, url, { timeout, onLine }) {
	let exited;
	let timer;
	const exit = new Promise((done) => {
		exited = done;
	});
	await page.exposeFunction("codeAutomationLog", (_type, args) => onLine(format(...args)));
	await page.exposeFunction("codeAutomationExit", (code) => exited(code));
	await page.goto(url);
	const late = new Promise((_, fail) => {
		timer = setTimeout(() => fail(new Error(`the suite did not end within ${timeout / 1000} s`)), timeout);
	});
	return Promise.race([exit, late]).finally(() => clearTimeout(timer));
}

/** Asks again and again until `condition` gives something truthy; gives that. */
export async function until(what, condition, timeout = 30_000) {
	const deadline = Date.now() + timeout;
	for (;;) {
		const met = await condition();
		if (met) return met;
		if (Date.now() > deadline) throw new Error(`waited ${timeout / 1000} s in vain for ${what}`);
		await new Promise((wake) => setTimeout(wake, 50));
	}
}

function freePort() {
	return new Promise((found, fail) => {
		const server = net.createServer().on("error", fail);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => found(port));
		});
	});
}

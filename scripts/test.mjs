// Everything that has to hold: `npm test`. Runs one suite after the other, says what it left out and how to have it, and ends
// with the sum of their tests. With CI=true nothing may be left out that this machine can run.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { whyNoBrowser } from "../test/e2e/vscode.mjs";

const project = resolve(import.meta.dirname, "..");
const reports = ".cache/test";
const unitReport = `${reports}/unit.json`;
const windows = process.platform === "win32";
const linux = process.platform === "linux";
// What needs Linux, or the folder ../shared, cannot be asked of a machine without it.
const strict = process.env.CI === "true" && linux;
const strictAboutTests = strict && existsSync(resolve(project, "../shared"));

/** `count` reads the runner's results; `absent` is why a suite cannot run here, `enable` what would let it. */
const suites = [
	{ name: "build", command: "npm run build", count: (_, code) => one(code) },
	{ name: "check", command: "npm run check", count: (_, code) => one(code) },
	{ name: "unit", command: `npx vitest run --reporter=default --reporter=json --outputFile=${unitReport}`, count: countUnit },
	{ name: "grammar", command: "npm run test:grammar", count: countGrammar },
	{
		name: "neovim",
		command: "npm run test:neovim",
		count: countClosingLine,
		absent: spawnSync("nvim", ["--version"]).error && "no nvim on the PATH",
		enable: "apt-get install neovim",
	},
	{
		name: "end to end",
		command: "npm run test:e2e",
		count: countClosingLine,
		absent: whyNoBrowser(),
		enable: linux ? "apt-get install chromium, or set CHROMIUM to the path of one" : "npm run test:electron",
	},
];

process.chdir(project);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const outcomes = [];
for (const suite of suites) {
	const counts = await runSuite(suite);
	for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
	outcomes.push([suite.name, counts.note ?? sentence(counts)], ...(counts.left ?? []).map((title) => ["", `left out: ${title}`]));
	// Without bundles the other suites would test old ones.
	if (suite.name === "build" && counts.failed > 0) break;
}

if (!strict && linux && !whyNoBrowser() && !process.env.SWML_E2E_LANES) {
	outcomes.push(["", "end to end in the newest VS Code too: SWML_E2E_LANES=all npm run test:e2e"]);
}
console.log(`\n${outcomes.map(([name, outcome]) => `${name.padEnd(12)} ${outcome}`).join("\n")}\n`);
console.log(sentence(total));
process.exitCode = total.failed > 0 ? 1 : 0;

async function runSuite({ name, command, count, absent, enable }) {
	console.log(`\n— ${name}`);
	if (absent) {
		const note = `${strict ? "failed" : "skipped"}: ${absent} (to run it: ${enable})`;
		console.log(note);
		return strict ? { failed: 1, note } : { skipped: 1, note };
	}
	const { output, code } = await run(command);
	const counts = count(output, code);
	// A runner that breaks down after its last test, or finds none, has not passed.
	if (code !== 0 && !counts.failed) return { ...counts, failed: 1 };
	return counts.passed || counts.failed ? counts : { failed: 1, note: "failed: no test ran" };
}

/** Runs a command, shows what it prints and gives it. */
function run(command) {
	const shell = windows ? ["cmd", ["/d", "/s", "/c", command]] : ["sh", ["-c", command]];
	const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};
	const child = spawn(...shell, { env: { ...process.env, ...colour }, stdio: ["ignore", "pipe", "pipe"], windowsVerbatimArguments: windows });
	let output = "";
	for (const [stream, shown] of [
		[child.stdout, process.stdout],
		[child.stderr, process.stderr],
	]) {
		stream.setEncoding("utf8").on("data", (piece) => {
			output += piece;
			shown.write(piece);
		});
	}
	return new Promise((done) => child.on("close", (code) => done({ output: plain(output), code: code ?? 1 })));
}

function one(code) {
	return code === 0 ? { passed: 1 } : { failed: 1 };
}

function countUnit() {
	try {
		const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(unitReport, "utf8"));
		const skipped = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => !["passed", "failed"].includes(status));
		// The title that says why, once for all that it holds.
		const left = [...new Set(skipped.map(({ ancestorTitles, title }) => [...ancestorTitles, title].find((each) => each.includes("skipped")) ?? title))];
		// A file that cannot even be loaded has no failed test.
		const failed = numFailedTests || numFailedTestSuites;
		return strictAboutTests
			? { passed: numPassedTests, failed: failed + skipped.length, left }
			: { passed: numPassedTests, failed, skipped: skipped.length, left };
	} catch {
		return { failed: 1, note: "failed: vitest left no report" };
	}
}

function countGrammar(output) {
	return { passed: (output.match(/^✓ /gm) ?? []).length, failed: (output.match(/^✖ /gm) ?? []).length };
}

function countClosingLine(output) {
	const [passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)?.slice(1).map(Number) ?? [0, 1];
	return { passed, failed };
}

function sentence({ passed = 0, failed = 0, skipped = 0 }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function plain(text) {
	const esc = String.fromCharCode(27);
	return text.replaceAll("\r\n", "\n").replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, "g"), "");
}

// `npm start`: builds, checks examples/ and says how to go on. What the check finds is no failure: half of the examples are mistakes.
import { spawnSync } from "node:child_process";

run("esbuild.mjs");
console.log("\n$ swml check examples --hints\n");
run("dist/cli.js", "check", "examples", "--hints");
console.log(`
Open the same files in VS Code, with the problems marked and fixes at hand:  npm run open
Run the tests:                                                               npm test
Let it put right what is safe:                                               node dist/cli.js check --fix FILE
`);

/** Runs one of our programs here; a program that breaks down, other than by finding problems, ends this one. */
function run(program, ...args) {
	const { status, error } = spawnSync(process.execPath, [program, ...args], { stdio: "inherit" });
	if (error) throw error;
	if (status !== 0 && program !== "dist/cli.js") process.exit(status ?? 1);
}

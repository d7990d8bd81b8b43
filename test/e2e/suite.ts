/**
 * The end-to-end tests that run inside VS Code's extension host: the same bundle under a desktop VS Code and under one in a
 * browser. Writes its results to the file that SWML_E2E_RESULTS names, as the host itself only passes on an exit code.
 */
import { writeFileSync } from "node:fs";
import { detection } from "./detection.spec.ts";
import { editing } from "./editing.spec.ts";
import { server } from "./server.spec.ts";

/** What the two runners read. */
export interface Results {
	readonly passed: number;
	readonly failed: number;
	readonly failures: readonly string[];
}

/** Called by VS Code. */
export async function run(): Promise<void> {
	// Mocha is an ES module, which not every extension host can `require`.
	const { default: Mocha, describe, it } = await import("mocha");
	const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "spec", color: false });
	mocha.suite.emit("pre-require", globalThis, "suite", mocha);
	for (const spec of [editing, detection, server]) spec({ describe, it });

	const failures: string[] = [];
	let passed = 0;
	const failed = await new Promise<number>((done) => {
		mocha
			.run(done)
			.on("pass", () => passed++)
			.on("fail", (test, error) => failures.push(`${test.fullTitle()}\n${error.stack ?? error.message}`));
	});
	const results: Results = { passed, failed, failures };
	if (process.env.SWML_E2E_RESULTS) writeFileSync(process.env.SWML_E2E_RESULTS, JSON.stringify(results));
	if (failed > 0) throw new Error(`${failed} of the tests in the extension host failed`);
	if (passed === 0) throw new Error("no test ran in the extension host");
}

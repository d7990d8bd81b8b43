// Bundles the suite into one CommonJS file that an extension host can load.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { cache } from "./vscode.mjs";

/** Gives the path of the bundled suite. */
export async function bundleSuite() {
	const outfile = join(cache, "e2e/suite.cjs");
	mkdirSync(join(cache, "e2e"), { recursive: true });
	await build({
		entryPoints: [join(import.meta.dirname, "suite.ts")],
		outfile,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		external: ["vscode", "mocha"],
		sourcemap: "inline",
		logLevel: "warning",
	});
	return outfile;
}

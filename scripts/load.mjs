// Loads a TypeScript module of ours in Node, bundled with everything it imports.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { build } from "esbuild";

/** The exports of the module at `path`. The bundle is kept under node_modules/.cache. */
export async function load(path) {
	const outfile = resolve("node_modules/.cache/swml", `${path.replaceAll(/[\\/]/g, "_")}.cjs`);
	await build({
		entryPoints: [path],
		outfile,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		mainFields: ["module", "main"],
		logLevel: "warning",
	});
	return createRequire(import.meta.url)(outfile);
}

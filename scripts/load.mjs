// Loads TypeScript modules of ours in Node, bundled with everything they import.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { build } from "esbuild";

/** The exports of the module at `path`, of this checkout or of another one. The bundle is kept under node_modules/.cache. */
export function load(path) {
	return loadAll([path]);
}

/** The exports of several modules at once, each time with modules of their own: what one caller changes in them, no other sees. */
export async function loadAll(paths) {
	const contents = paths.map((path) => `export * from ${JSON.stringify(resolve(path))};`).join("\n");
	const outfile = resolve("node_modules/.cache/swml", `${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.cjs`);
	await build({
		stdin: { contents, resolveDir: process.cwd() },
		outfile,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		mainFields: ["module", "main"],
		// A checkout without dependencies of its own uses ours.
		nodePaths: [resolve("node_modules")],
		logLevel: "warning",
	});
	const require = createRequire(import.meta.url);
	delete require.cache[outfile];
	return require(outfile);
}

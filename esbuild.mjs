// Bundles the doors, each so that it needs no node_modules: as it ships, or with `--watch` as it is debugged, again on every save.
// `--into=FOLDER` writes elsewhere than to dist/.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { context } from "esbuild";

const doors = [
	{ from: "client/node.ts", to: "client.js", external: ["vscode"] },
	{ from: "server/node.ts", to: "server.main.js", starter: "server.js" },
	{ from: "server/cli.ts", to: "cli.main.js", starter: "cli.js" },
];
const folder = process.argv.find((each) => each.startsWith("--into="))?.slice("--into=".length) ?? "dist";
const watch = process.argv.includes("--watch");

// Compiling is a fifth of a start. Node 22.1 and later keep what was compiled, but only of files that are loaded after asking for it.
mkdirSync(folder, { recursive: true });
for (const { to, starter } of doors) {
	if (!starter) continue;
	const file = join(folder, starter);
	writeFileSync(file, `#!/usr/bin/env node\nrequire("node:module").enableCompileCache?.();\nrequire("./${to}");\n`);
	chmodSync(file, 0o755);
}

const contexts = await Promise.all(
	doors.map(({ from, to, external }) =>
		context({
			entryPoints: [from],
			outfile: join(folder, to),
			external: external ?? [],
			bundle: true,
			format: "cjs",
			platform: "node",
			target: "node20",
			// jsonc-parser's "main" is UMD, which does not bundle; its "module" does.
			mainFields: ["module", "main"],
			// Names stay, and lines end: a stack in a log then says where, without a map of twice the bundle's size. Shorter names start no sooner.
			minifySyntax: !watch,
			minifyWhitespace: !watch,
			lineLimit: watch ? undefined : 200,
			sourcemap: watch ? "linked" : false,
			legalComments: "none",
			metafile: true,
			logLevel: "warning",
		}),
	),
);

if (watch) {
	await Promise.all(contexts.map((each) => each.watch()));
	console.log("watching");
} else {
	const outcomes = await Promise.allSettled(contexts.map((each) => each.rebuild()));
	for (const { value } of outcomes) {
		for (const [file, { bytes }] of Object.entries(value?.metafile.outputs ?? {})) {
			if (file.endsWith(".js")) console.log(`${file.padEnd(15)} ${Math.ceil(bytes / 1024)} KB`);
		}
	}
	await Promise.all(contexts.map((each) => each.dispose()));
	if (outcomes.some(({ status }) => status === "rejected")) process.exitCode = 1;
}

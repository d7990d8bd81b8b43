// Bundles the doors, each into one file that needs no node_modules. `--production` minifies, `--watch` rebuilds on every save.
import { context } from "esbuild";

const doors = [
	{ from: "client/node.ts", to: "dist/client.js", external: ["vscode"] },
	{ from: "server/node.ts", to: "dist/server.js", banner: "#!/usr/bin/env node" },
	{ from: "server/cli.ts", to: "dist/cli.js", banner: "#!/usr/bin/env node" },
];
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const contexts = await Promise.all(
	doors.map(({ from, to, external, banner }) =>
		context({
			entryPoints: [from],
			outfile: to,
			external: external ?? [],
			...(banner && { banner: { js: banner } }),
			bundle: true,
			format: "cjs",
			platform: "node",
			target: "node20",
			// jsonc-parser's "main" is UMD, which does not bundle; its "module" does.
			mainFields: ["module", "main"],
			minify: production,
			sourcemap: production ? false : "linked",
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

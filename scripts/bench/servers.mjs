// Whose answers are measured: ours, of this checkout or another, and the servers that authors of YAML and JSON have today.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const kept = resolve(".cache/peers");
// In these versions they run on Node 20; fixed, so that figures of different days can be compared.
const packages = { "vscode-langservers-extracted": "4.10.0", "yaml-language-server": "1.25.0" };

/** The bundled server of the checkout in `dir`. */
export function ours(dir, name = "ours") {
	const bundle = resolve(dir, "dist/server.js");
	if (!existsSync(bundle)) throw new Error(`${bundle} is missing; run \`npm run build\` there`);
	// `silent`: of a document that opens without problems it sends nothing.
	return { name, command: [bundle, "--stdio"], pulls: true, silent: true, language: (format) => `swml-${format}` };
}

/** The servers to compare with, by format; fetched when they are not there. They know SWML by our JSON Schema, as an editor would tell them. */
export function peers() {
	fetchPeers();
	const schema = resolve("dist/swml.schema.json");
	run("npm", ["run", "--silent", "schema"]);
	const bin = (name) => join(kept, "node_modules", name);
	return {
		json: {
			name: "VS Code's JSON server",
			command: [bin("vscode-langservers-extracted/bin/vscode-json-language-server"), "--stdio"],
			pulls: true,
			language: () => "json",
			initializationOptions: { provideFormatter: true, handledSchemaProtocols: ["file"] },
			greeting: [
				[
					"workspace/didChangeConfiguration",
					{
						settings: {
							json: {
								validate: { enable: true },
								schemas: [{ fileMatch: ["*.json"], url: pathToFileURL(schema).href, schema: JSON.parse(readFileSync(schema, "utf8")) }],
							},
						},
					},
				],
			],
		},
		yaml: {
			name: "yaml-language-server",
			command: [bin("yaml-language-server/bin/yaml-language-server"), "--stdio"],
			pulls: false,
			language: () => "yaml",
			settings: yamlSettings(schema, true),
			// What it answers does not depend on it, and its checking, a while after each key, would disturb the next measurement.
			unasked: { settings: yamlSettings(schema, false) },
			greeting: [["workspace/didChangeConfiguration", { settings: {} }]],
		},
	};
}

function yamlSettings(schema, validate) {
	return {
		yaml: {
			validate,
			hover: true,
			completion: true,
			schemaStore: { enable: false },
			schemas: { [pathToFileURL(schema).href]: ["*.yaml"] },
		},
	};
}

function fetchPeers() {
	const wanted = Object.entries(packages).filter(([name, version]) => installed(name) !== version);
	if (wanted.length === 0) return;
	console.error(`fetching ${wanted.map((each) => each.join("@")).join(" and ")} into .cache/peers`);
	run("npm", ["install", "--prefix", kept, "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", ...wanted.map((each) => each.join("@"))]);
}

function installed(name) {
	try {
		return JSON.parse(readFileSync(join(kept, "node_modules", name, "package.json"), "utf8")).version;
	} catch {
		return undefined;
	}
}

function run(command, args) {
	const { status, error } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
	if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed${error ? `: ${error.message}` : ""}`);
}

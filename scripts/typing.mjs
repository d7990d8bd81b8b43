// How often a person who types correctly sees an error: three healthy documents, key by key, over the protocol, without a pause between keys.
// `npm run typing [-- DIR] [--show] [--json]`: of this checkout, or of the bundles of the one in DIR; --show prints what was on screen and when.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const args = process.argv.slice(2);
const dir = resolve(args.find((arg) => !arg.startsWith("--")) ?? ".");
const server = ["dist/server.js"].map((name) => join(dir, name)).find((path) => existsSync(path));
if (!server) {
	console.error(`${dir} has no dist/server.js; run \`npm run build\` there`);
	process.exit(2);
}
const folder = join(import.meta.dirname, "typing");
const rows = {};
for (const file of readdirSync(folder).sort()) rows[file] = await typed(file, readFileSync(join(folder, file), "utf8"));
if (args.includes("--json")) console.log(JSON.stringify(rows));
else console.table(rows);

/** Types a text at the end of an empty document; an editor brings the indentation of a new line along. */
async function typed(file, text) {
	const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
	const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	connection.onRequest("client/registerCapability", () => null);
	connection.onRequest("workspace/diagnostic/refresh", () => null);
	connection.listen();
	const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
	await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
	await connection.sendNotification("initialized", {});
	const uri = `file:///typing/${file}`;
	const languageId = file.endsWith("json") ? "swml-json" : "swml-yaml";
	await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text: "" } });
	let [line, character, version, keys, withError] = [0, 0, 1, 0, 0];
	let errors = await look();
	for (const key of text.match(/\n *|[^\n]/g) ?? []) {
		const at = { line, character };
		if (key.startsWith("\n")) {
			line++;
			character = key.length - 1;
		} else character++;
		await connection.sendNotification("textDocument/didChange", {
			textDocument: { uri, version: ++version },
			contentChanges: [{ range: { start: at, end: at }, text: key }],
		});
		errors = await look();
		keys++;
		if (errors.length > 0) withError++;
		if (errors.length > 0 && args.includes("--show"))
			console.log(`${file} ${at.line + 1}:${at.character + 1} after ${JSON.stringify(key)}: ${errors.join(" | ")}`);
	}
	connection.dispose();
	child.kill();
	return { keys, "keys with an error on screen": withError, "of a hundred": Number(((100 * withError) / keys).toFixed(1)), "errors in the end": errors.length };

	async function look() {
		const report = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
		return (report.items ?? []).filter((each) => each.severity === 1).map((each) => `${each.code}: ${each.message}`);
	}
}

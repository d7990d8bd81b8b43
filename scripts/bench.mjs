// Measures what a person waits for: from a keystroke to its problems, completion and hover, on generated documents; and the server from its start to its first problems.
// Medians of warm runs, in milliseconds. `node scripts/bench.mjs [--json]`.
import { spawn } from "node:child_process";
import { load } from "./load.mjs";

const { openDocument, check, complete, hover, print } = await load("scripts/bench.ts");
const rows = [];

for (const size of [20_000, 200_000, 1_500_000]) {
	for (const format of ["yaml", "json"]) {
		const text = print(size, format);
		const middle = text.indexOf("onEnter", Math.floor(text.length / 2));
		const typed = (n) => text.slice(0, middle) + "x".repeat(n % 5) + text.slice(middle);
		const runs = size > 1_000_000 ? 7 : 25;
		let n = 0;
		let version;
		rows.push({
			document: `${size / 1000} KB ${format}`,
			parse: median(runs, () => openDocument(typed(n++), format).tree()),
			"keystroke to problems": median(runs, () => {
				version = openDocument(typed(n++), format, version);
				check(version);
			}),
			"first problems": median(runs, () => check(openDocument(typed(n++), format))),
			completion: median(runs, () => complete(warm(typed(n++), format), middle, { snippets: true, markdown: true })),
			"completion of a key": median(runs, () => complete(warm(typed(n++), format), keyBefore(text, middle), { snippets: true, markdown: true })),
			hover: median(runs, () => hover(warm(typed(n++), format), middle)),
		});
	}
}
for (const [name, size] of [
	["1 KB", 1],
	["20 KB", 20_000],
]) {
	const times = [];
	const text = print(size, "yaml");
	for (let i = 0; i < 11; i++) times.push(await firstProblems(text));
	times.sort((a, b) => a - b);
	rows.push({ document: `server: start to first problems, ${name}`, "first problems": Number(times[5].toFixed(0)) });
}
rows.push({ document: "for comparison: Node alone, start to exit", "first problems": Number((await bareNode()).toFixed(0)) });

if (process.argv.includes("--json")) console.log(JSON.stringify(rows, null, 2));
else console.table(Object.fromEntries(rows.map(({ document, ...figures }) => [document, figures])));

/** Features meet a document whose problems are known already: diagnostics come first. Its time is not counted, see `median`. */
function warm(text, format) {
	const started = performance.now();
	const document = openDocument(text, format);
	check(document);
	excluded += performance.now() - started;
	return document;
}

var excluded;
function median(runs, work) {
	const times = [];
	const warmUp = runs > 10 ? 20 : 3;
	for (let i = 0; i < runs + warmUp; i++) {
		excluded = 0;
		const started = performance.now();
		work();
		if (i >= warmUp) times.push(performance.now() - started - excluded);
	}
	times.sort((a, b) => a - b);
	return Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(2));
}

/** The beginning of the key on the line of `offset`. */
function keyBefore(text, offset) {
	const start = text.lastIndexOf("\n", offset) + 1;
	return start + text.slice(start).search(/[a-z]/) + 2;
}

/** Milliseconds from starting the bundled server to the problems of its first document. */
function firstProblems(text) {
	return new Promise((done) => {
		const started = performance.now();
		const server = spawn(process.execPath, ["dist/server.js", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
		const send = (message) => {
			const body = JSON.stringify({ jsonrpc: "2.0", ...message });
			server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
		};
		let seen = "";
		let opened = false;
		server.stdout.on("data", (chunk) => {
			seen += chunk;
			if (!opened && seen.includes('"serverInfo"')) {
				opened = true;
				send({ method: "initialized", params: {} });
				send({ method: "textDocument/didOpen", params: { textDocument: { uri: "file:///bench.swml.yaml", languageId: "swml-yaml", version: 1, text } } });
			}
			if (seen.includes("publishDiagnostics")) {
				done(performance.now() - started);
				server.kill();
			}
		});
		send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
	});
}

/** What of that is Node's own: the median of starting it with nothing to do. */
async function bareNode() {
	const times = [];
	for (let i = 0; i < 11; i++) {
		const started = performance.now();
		await new Promise((done) => spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }).on("exit", done));
		times.push(performance.now() - started);
	}
	return times.sort((a, b) => a - b)[5];
}

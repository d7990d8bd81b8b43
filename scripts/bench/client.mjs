// A client that does little else than look at the clock: it speaks the protocol with one server and says when each answer had come, and how long it is.
import { spawn } from "node:child_process";

/** How long problems are waited for, in milliseconds. */
const patience = 60_000;

/** What VS Code can, as far as it changes an answer; `pulls`: it asks for problems itself. */
function capabilities(pulls) {
	return {
		textDocument: {
			...(pulls ? { diagnostic: { dynamicRegistration: true } } : {}),
			publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
			synchronization: { dynamicRegistration: true },
			hover: { contentFormat: ["markdown", "plaintext"] },
			completion: {
				contextSupport: true,
				insertTextMode: 2,
				completionItem: {
					snippetSupport: true,
					commitCharactersSupport: true,
					documentationFormat: ["markdown", "plaintext"],
					deprecatedSupport: true,
					preselectSupport: true,
					insertReplaceSupport: true,
					labelDetailsSupport: true,
					tagSupport: { valueSet: [1] },
					resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
					insertTextModeSupport: { valueSet: [1, 2] },
				},
				completionList: { itemDefaults: ["commitCharacters", "editRange", "insertTextFormat", "insertTextMode", "data"] },
			},
			codeAction: {
				codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "refactor.rewrite", "source", "source.fixAll"] } },
				isPreferredSupport: true,
				disabledSupport: true,
				dataSupport: true,
				resolveSupport: { properties: ["edit"] },
			},
		},
		workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, applyEdit: true },
	};
}

/**
 * Starts a server, without a word to it. `server` has `name`, `command` (arguments to Node), and may have `settings` (by section), `initializationOptions`
 * and `greeting` (notifications that follow `initialized`).
 */
export function startServer(server) {
	const child = spawn(process.execPath, server.command, { stdio: ["pipe", "pipe", "pipe"] });
	const waiting = new Map();
	const published = new Map();
	let nextId = 1;
	let complaints = "";
	let ended = false;
	child.stderr.on("data", (chunk) => {
		complaints = (complaints + chunk).slice(-2000);
	});
	child.on("exit", (code) => {
		ended = true;
		for (const { fail } of waiting.values()) fail(new Error(`${server.name} ended with ${code}: ${complaints}`));
		for (const { fail } of published.values()) fail(new Error(`${server.name} ended with ${code}: ${complaints}`));
	});
	child.stdin.on("error", () => {});

	function send(message) {
		const body = JSON.stringify({ jsonrpc: "2.0", ...message });
		child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	}

	/** `at` is when the last byte had come, before anything was done with it. */
	function receive(body, at) {
		const message = JSON.parse(body.toString());
		if (message.method === undefined) {
			const asked = waiting.get(message.id);
			waiting.delete(message.id);
			if (message.error) asked?.fail(new Error(`${server.name}: ${message.error.message}`));
			else asked?.done({ at, bytes: body.length, result: message.result });
		} else if (message.id !== undefined) {
			const asked = message.method === "workspace/configuration" ? message.params.items.map((item) => server.settings?.[item.section] ?? null) : null;
			send({ id: message.id, result: asked });
		} else if (message.method === "textDocument/publishDiagnostics") {
			const { uri, version, diagnostics } = message.params;
			const asked = published.get(uri);
			// What a server says of an earlier version is not what is waited for; some do not name the version, and are asked for nothing new before they have spoken.
			if (!asked || (version !== undefined && version !== null && version < asked.version)) return;
			published.delete(uri);
			asked.done({ at, bytes: body.length, diagnostics });
		}
	}

	let parts = [];
	let length = 0;
	let needed = -1;
	child.stdout.on("data", (chunk) => {
		const at = performance.now();
		parts.push(chunk);
		length += chunk.length;
		for (;;) {
			if (needed >= 0 && length < needed) return;
			const buffer = parts.length === 1 ? parts[0] : Buffer.concat(parts);
			parts = [buffer];
			if (needed < 0) {
				const head = buffer.indexOf("\r\n\r\n");
				if (head < 0) return;
				needed = Number(/content-length: *(\d+)/i.exec(buffer.subarray(0, head).toString())?.[1]);
				parts = [buffer.subarray(head + 4)];
			} else {
				receive(buffer.subarray(0, needed), at);
				parts = [buffer.subarray(needed)];
				needed = -1;
			}
			length = parts[0].length;
		}
	});

	const notify = (method, params) => send({ method, params });
	const request = (method, params) =>
		new Promise((done, fail) => {
			if (ended) return fail(new Error(`${server.name} has ended: ${complaints}`));
			waiting.set(nextId, { done, fail });
			send({ id: nextId++, method, params });
		});
	return {
		pid: child.pid,
		notify,
		request,
		/** Shakes hands; gives what the server can. */
		async greet(pulls) {
			const { result } = await request("initialize", {
				processId: process.pid,
				rootUri: null,
				capabilities: capabilities(pulls),
				initializationOptions: server.initializationOptions,
			});
			notify("initialized", {});
			for (const [method, params] of server.greeting ?? []) notify(method, params);
			return result.capabilities;
		},
		/** The next problems that are sent for a document in this version or a later one. */
		next: (uri, version) =>
			new Promise((done, fail) => {
				const timer = setTimeout(() => fail(new Error(`${server.name} sent no problems of ${uri} for ${patience / 1000} s`)), patience);
				const settle = (act) => (value) => {
					clearTimeout(timer);
					act(value);
				};
				published.set(uri, { version, done: settle(done), fail: settle(fail) });
			}),
		async end() {
			const gone = new Promise((done) => (ended ? done() : child.once("exit", done)));
			// Some servers do not answer while they work; nobody waits for them here.
			await Promise.race([request("shutdown").catch(() => {}), new Promise((done) => setTimeout(done, 2000).unref())]);
			notify("exit");
			const timer = setTimeout(() => child.kill("SIGKILL"), 2000);
			await gone;
			clearTimeout(timer);
		},
	};
}

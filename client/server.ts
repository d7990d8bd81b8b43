/**
 * The server's life: started when first needed, again when it dies (but not for ever) and on request, its state told to whoever
 * asks. Never here: how it is run (the doors know).
 */

import { type Disposable, type Event, EventEmitter, type LogOutputChannel, window } from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type LanguageClientOptions, RevealOutputChannelOn, State } from "vscode-languageclient";
import { swmlLanguages } from "./swml.ts";
import { traceChannel } from "./trace.ts";

/** Makes a client that knows how to run the server in its host. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** `idle`: no SWML document was open yet; `failed`: it died too often, and waits to be restarted. */
export type ServerState = "idle" | "starting" | "running" | "failed";

/** A server that can be started, restarted and watched. */
export interface ServerLife extends Disposable {
	readonly state: () => ServerState;
	readonly onDidChangeState: Event<ServerState>;
	/** Starts it unless it was started before, for documents of this scheme too. */
	readonly start: (scheme: string) => void;
	/** Asks it something of our own; starts it where it has to. */
	readonly ask: <Answer>(request: string) => Promise<Answer>;
	readonly restart: () => Promise<void>;
	readonly stop: () => Promise<void>;
}

/** How many deaths within how many milliseconds are one too many: a server that dies of this very document would die for ever. */
const patience = { deaths: 5, within: 3 * 60 * 1000 };

/** Starts nothing yet. */
export function serverLife(output: LogOutputChannel, createClient: CreateClient): ServerLife {
	const changed = new EventEmitter<ServerState>();
	const trace = traceChannel(output);
	const options: LanguageClientOptions = {
		outputChannel: output,
		traceOutputChannel: trace.channel,
		// A failed request is for the log; only a server that is gone is worth a notification.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		// A client lives as long as its server: the library's own restart trips over a server that dies while it starts.
		errorHandler: {
			error: () => ({ action: ErrorAction.Continue, handled: true }),
			closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
		},
		initializationFailedHandler: () => false,
	};

	let state: ServerState = "idle";
	let client: BaseLanguageClient | undefined;
	let deaths: readonly number[] = [];
	// Only what can be edited: both sides of a git diff are SWML by their names, and nobody wants them checked.
	const schemes = new Set(["file", "untitled"]);
	// Starts and stops queue up here: a client that is still starting cannot be stopped.
	let settled: Promise<void> = Promise.resolve();

	function become(next: ServerState): void {
		if (next === state) return;
		state = next;
		changed.fire(next);
	}

	async function begin(): Promise<void> {
		const documentSelector = swmlLanguages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
		const started = createClient("swml", "SWML", { ...options, documentSelector });
		// The library would show a notification for each of a death's consequences.
		started.error = (message, data) => output.error(data instanceof Error ? `${message} ${data.message}` : message);
		client = started;
		started.onDidChangeState(({ newState }) => {
			if (client !== started) return;
			if (newState === State.Starting) become("starting");
			else if (newState === State.Running) become("running");
			else died(started);
		});
		// A failed start is a death like any other.
		await started.start().catch(() => undefined);
	}

	async function end(ended = client): Promise<void> {
		if (ended === client) client = undefined;
		// A client that failed to start, or whose server is gone, refuses to be stopped.
		await ended?.dispose().catch((error) => output.warn(`The server did not stop in order: ${error}`));
	}

	function died(dead: BaseLanguageClient): void {
		client = undefined;
		const now = Date.now();
		deaths = [...deaths.filter((time) => now - time < patience.within), now];
		if (deaths.length < patience.deaths) {
			output.warn("The server died and is started again.");
			become("starting");
			void queue(() => end(dead).then(begin));
		} else {
			output.error(`The server died ${deaths.length} times within three minutes and is not started again.`);
			become("failed");
			void queue(() => end(dead));
			void tell();
		}
	}

	async function tell(): Promise<void> {
		const [again, why] = ["Restart Server", "Show Output"];
		const chosen = await window.showErrorMessage(
			"The SWML server stopped five times within three minutes. Nothing is checked until it is restarted.",
			again,
			why,
		);
		if (chosen === again) await restart();
		else if (chosen === why) output.show();
	}

	function start(scheme: string): void {
		const known = schemes.has(scheme);
		schemes.add(scheme);
		if (state === "idle") {
			become("starting");
			void queue(begin);
		} else if (!known) void queue(() => end().then(begin));
	}

	function restart(): Promise<void> {
		deaths = [];
		return queue(() => end().then(begin));
	}

	function queue(step: () => Promise<void>): Promise<void> {
		settled = settled.then(step).catch((error) => output.error(`${error}`));
		return settled;
	}

	return {
		state: () => state,
		onDidChangeState: changed.event,
		start,
		ask: async (request) => {
			start("file");
			await settled;
			if (!client) throw new Error("The SWML server is not running.");
			return client.sendRequest(request);
		},
		restart,
		stop: () => queue(() => end()),
		dispose: () => {
			changed.dispose();
			trace.dispose();
		},
	};
}

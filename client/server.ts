/** The server's life: started when first needed, restarted on request, its state told to whoever asks. Never here: how it is run (the doors know). */

import { type Disposable, type Event, EventEmitter, type LogOutputChannel, workspace } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn, State } from "vscode-languageclient";
import { swmlLanguages } from "./swml.ts";
import { traceChannel } from "./trace.ts";

/** Makes a client that knows how to run the server in its host. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** `idle`: no SWML document was open yet. */
export type ServerState = "idle" | "starting" | "running" | "failed";

/** A server that can be started, restarted and watched. */
export interface ServerLife extends Disposable {
	readonly state: () => ServerState;
	readonly onDidChangeState: Event<ServerState>;
	/** Starts it unless it was started before. */
	readonly start: () => void;
	readonly restart: () => Promise<void>;
	readonly stop: () => Promise<void>;
}

/** Starts nothing yet. */
export function serverLife(output: LogOutputChannel, createClient: CreateClient): ServerLife {
	const changed = new EventEmitter<ServerState>();
	const configFiles = workspace.createFileSystemWatcher("**/.swmlrc.{json,yaml,yml}");
	const trace = traceChannel(output);
	const options: LanguageClientOptions = {
		documentSelector: swmlLanguages.map((language) => ({ language })),
		synchronize: { fileEvents: configFiles },
		outputChannel: output,
		traceOutputChannel: trace.channel,
		// A failed request is for the log; only a server that is gone is worth a notification.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
	};

	let state: ServerState = "idle";
	let client: BaseLanguageClient | undefined;
	// Starts and stops queue up here: a client that is still starting cannot be stopped.
	let settled: Promise<void> = Promise.resolve();

	function become(next: ServerState): void {
		state = next;
		changed.fire(next);
	}

	async function begin(): Promise<void> {
		const started = createClient("swml", "SWML", options);
		client = started;
		started.onDidChangeState(({ newState }) => {
			if (client === started) become(stateNames[newState]);
		});
		// The client itself tells the user about a failed start.
		await started.start().catch(() => become("failed"));
	}

	async function end(): Promise<void> {
		const ended = client;
		client = undefined;
		// A client that failed to start, or whose server is gone, refuses to be stopped.
		await ended?.dispose().catch((error) => output.warn(`The server did not stop in order: ${error}`));
	}

	function queue(step: () => Promise<void>): Promise<void> {
		settled = settled.then(step);
		return settled;
	}

	return {
		state: () => state,
		onDidChangeState: changed.event,
		start: () => {
			if (state !== "idle") return;
			become("starting");
			void queue(begin);
		},
		restart: () => queue(() => end().then(begin)),
		stop: () => queue(end),
		dispose: () => {
			changed.dispose();
			configFiles.dispose();
			trace.dispose();
		},
	};
}

const stateNames: Record<State, ServerState> = {
	[State.Starting]: "starting",
	[State.Running]: "running",
	[State.Stopped]: "failed",
	[State.StartFailed]: "failed",
};

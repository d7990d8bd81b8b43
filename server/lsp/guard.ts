/** The one place where a fault of ours is caught: the answer is empty, the log says why, the server lives on. */
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Writes a line to the client's log. */
export type Log = (message: string) => void;

/** Where the server is in its life; outside of it the protocol wants errors for an answer. */
export interface Life {
	stage: "new" | "running" | "over";
}

/** Lets messages that already wait be read first, cancellations among them. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** Runs `work` unless it is cancelled before it starts; a fault is logged and answered with `empty`, a `ResponseError` is passed on. */
export async function guarded<T>(name: string, life: Life, log: Log, token: CancellationToken, empty: T, work: () => T | Promise<T>): Promise<T> {
	if (life.stage === "new") throw new ResponseError(ErrorCodes.ServerNotInitialized, "the server is not initialized yet");
	if (life.stage === "over") throw new ResponseError(ErrorCodes.InvalidRequest, "the server is shut down");
	await breathe();
	if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
	try {
		return await work();
	} catch (error) {
		// What is refused is an answer of its own.
		if (error instanceof ResponseError) throw error;
		log(`${name}: ${describe(error)}`);
		return empty;
	}
}

/** An error for the log, with its stack. */
export function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

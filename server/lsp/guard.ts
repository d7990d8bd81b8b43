/** The one place where a fault of ours is caught: the answer is empty, the log says why, the server lives on. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Writes a line to the client's log. */
export type Log = (message: string) => void;

/** Lets messages that already wait be read first, cancellations among them. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Runs `work` unless it is cancelled before it starts; a fault is logged and answered with `empty`. */
export async function guarded<T>(name: string, log: Log, token: CancellationToken, empty: T, work: () => T | Promise<T>): Promise<T> {
	await breathe();
	if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
	try {
		return await work();
	} catch (error) {
		log(`${name}: ${describe(error)}`);
		return empty;
	}
}

/** An error for the log, with its stack. */
export function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the command line needs from the outside, so that tests can stand in for it. */
import { printable } from "./printable.ts";

/** The surroundings of one run. */
export interface Io {
	readonly cwd: string;
	readonly stdin: AsyncIterable<Uint8Array | string>;
	/** Results. */
	readonly stdout: Sink;
	/** Everything that is no result. */
	readonly stderr: Sink;
	readonly env: { readonly [name: string]: string | undefined };
	/** Whether results go to a terminal. */
	readonly isTTY: boolean;
}

export interface Sink {
	readonly write: (text: string) => unknown;
}

/** What a run ends with. */
export const exit = {
	clean: 0,
	/** Errors, or more warnings than allowed. */
	problems: 1,
	/** Asked for something that does not exist, or cannot be read or written. */
	usage: 2,
	/** A fault of ours. */
	fault: 3,
} as const;

/** What a command that goes through files has told on its way. */
export interface Telling {
	readonly io: Io;
	/** Something asked for could not be done. */
	trouble: boolean;
	/** The user was told why something was passed over. */
	mentioned: boolean;
}

/** Tells the user on stderr; with `trouble` the run ends as a usage mistake. */
export function warn(run: Telling, line: string, trouble = false): void {
	run.io.stderr.write(`swml: ${printable(line)}\n`);
	run.mentioned = true;
	if (trouble) run.trouble = true;
}

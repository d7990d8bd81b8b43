/** What the command line needs from the outside, so that tests can stand in for it. */

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

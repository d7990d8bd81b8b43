/** What the user decided about files that look like SWML, kept beyond this window. Never here: asking, and switching. */

import type { ExtensionContext, Memento, Uri } from "vscode";

/** Decisions, each kept where it belongs: about a file with its workspace, about questions with the user. */
export interface Kept {
	/** Whether the user wants this file left in its own language. */
	readonly isPlain: (uri: Uri) => boolean;
	readonly setPlain: (uri: Uri, plain: boolean) => void;
	/** Whether to say that a file was switched: once in a workspace, and never again for those who said so. */
	readonly mayTell: () => boolean;
	readonly told: () => void;
	readonly neverTell: () => void;
}

/** Reads and writes the extension's memory. */
export function kept({ workspaceState, globalState }: Pick<ExtensionContext, "workspaceState" | "globalState">): Kept {
	const plainFiles = (): readonly string[] => workspaceState.get(keys.plain, []);
	const is = (memory: Memento, key: string) => memory.get(key, false);
	return {
		isPlain: (uri) => plainFiles().includes(uri.toString()),
		setPlain: (uri, plain) => {
			const others = plainFiles().filter((each) => each !== uri.toString());
			if (plain || others.length < plainFiles().length) void workspaceState.update(keys.plain, plain ? [...others, uri.toString()] : others);
		},
		mayTell: () => !is(workspaceState, keys.told) && !is(globalState, keys.never),
		told: () => void workspaceState.update(keys.told, true),
		neverTell: () => void globalState.update(keys.never, true),
	};
}

const keys = { plain: "plainFiles", told: "toldOfSwitching", never: "neverTellOfSwitching" };

/** Problems on their way to the client: asked for where the client can ask, sent where it cannot. */
import { type Connection, type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { check } from "../core/rules/check.ts";
import type { Problem } from "../core/rules/rule.ts";
import { applySettings } from "../core/settings.ts";
import { toDiagnostic } from "./convert.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { describe, type Log } from "./guard.ts";
import type { SettingsSource } from "./settings.ts";

/** How long typing must pause before problems are sent unasked, in milliseconds. */
const pause = 50;

export interface Diagnostics {
	/** The problems of a document as its settings want them; none where it is not SWML. */
	readonly problems: (open: OpenDocument) => Promise<readonly Problem[]>;
	readonly report: (open: OpenDocument, previousId: string | undefined) => Promise<DocumentDiagnosticReport>;
	/** Sends the problems of a document soon, unless the client asks for them itself. */
	readonly send: (open: OpenDocument) => void;
	readonly clear: (uri: string) => void;
}

/** `pulls`: the client asks. `epoch` changes with the settings, so that an unchanged document is read anew. */
export function diagnostics(
	connection: Connection,
	documents: () => Documents,
	settings: () => SettingsSource,
	pulls: boolean,
	epoch: () => number,
	log: Log,
): Diagnostics {
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	const shown = new Set<string>();

	async function problems(open: OpenDocument): Promise<readonly Problem[]> {
		const { settings: wanted, detect } = await settings().of(open.uri);
		if (!open.isSwml(detect)) return [];
		const verdict = check(open.document);
		for (const { rule, error } of verdict.failures) log(`Rule ${rule}: ${describe(error)}`);
		return applySettings(verdict.problems, wanted);
	}

	async function items(open: OpenDocument): Promise<Diagnostic[]> {
		return (await problems(open)).map((problem) => toDiagnostic(open.lines(), problem));
	}

	async function publish(uri: string): Promise<void> {
		const open = documents().get(uri);
		if (!open) return;
		const list = await items(open);
		if (documents().get(uri) !== open || (list.length === 0 && !shown.has(uri))) return;
		shown.add(uri);
		await connection.sendDiagnostics({ uri, version: open.version, diagnostics: list });
	}

	return {
		problems,
		report: async (open, previousId) => {
			const resultId = `${open.version}.${epoch()}`;
			if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
			return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await items(open) };
		},
		send: ({ uri }) => {
			if (pulls) return;
			const first = !shown.has(uri) && !timers.has(uri);
			clearTimeout(timers.get(uri));
			const timer = setTimeout(
				() => {
					timers.delete(uri);
					publish(uri).catch((error) => log(`Diagnostics: ${describe(error)}`));
				},
				first ? 0 : pause,
			);
			timers.set(uri, timer);
		},
		clear: (uri) => {
			clearTimeout(timers.get(uri));
			timers.delete(uri);
			if (shown.delete(uri) && !pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
		},
	};
}

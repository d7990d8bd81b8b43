/** Problems on their way to the client: asked for where the client can ask, sent where it cannot. */
import { type Connection, type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { check } from "../core/rules/check.ts";
import type { Level, Problem } from "../core/rules/rule.ts";
import { applySettings } from "../core/settings.ts";
import { toDiagnostic } from "./convert.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { describe, type Log } from "./guard.ts";
import type { SettingsSource } from "./settings.ts";
import { finished, pause } from "./unfinished.ts";

/** How long to wait for the next key before problems are sent unasked, in milliseconds. */
const breath = 50;

/** More problems than this are not sent for one file: nobody reads them, and every key would wait for them. */
const mostProblems = 500;

const loudest: readonly Level[] = ["error", "warning", "info", "hint"];

/** The problems of a file that are sent: the loudest first, then by place; the last one says how many more there are. */
function capped(problems: readonly Problem[]): readonly Problem[] {
	if (problems.length <= mostProblems) return problems;
	const chosen = [...problems].sort((a, b) => loudest.indexOf(a.level) - loudest.indexOf(b.level) || a.span.start - b.span.start).slice(0, mostProblems);
	const sent = new Set(chosen);
	const last = problems.find((problem) => !sent.has(problem)) ?? chosen[0];
	if (!last) return chosen;
	const message = `${problems.length - mostProblems} more problems in this file are not shown; put these right first, or run \`swml check\` to see them all`;
	return [...problems.filter((problem) => sent.has(problem)), { rule: last.rule, level: "info", span: last.span, message, fixes: [] }];
}

export interface Diagnostics {
	/** The problems of a document as its settings want them; none where it is not SWML. */
	readonly problems: (open: OpenDocument) => Promise<readonly Problem[]>;
	readonly report: (open: OpenDocument, previousId: string | undefined) => Promise<DocumentDiagnosticReport>;
	/** Sends the problems of a document soon, unless the client asks for them itself. */
	readonly send: (open: OpenDocument) => void;
	readonly clear: (uri: string) => void;
}

/**
 * `pulls`: the client asks, and asks again when `refresh` tells it to (undefined where it cannot be told: then nothing waits for a pause);
 * `links`: it leads to a rule's page. `epoch` changes with the settings, so that an unchanged document is read anew.
 */
export function diagnostics(
	connection: Connection,
	documents: () => Documents,
	settings: () => SettingsSource,
	client: { readonly pulls: boolean; readonly links: boolean },
	epoch: () => number,
	refresh: (() => void) | undefined,
	log: Log,
): Diagnostics {
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	const pauses = new Map<string, ReturnType<typeof setTimeout>>();
	/** What was told of each document, and of which version all is told. */
	const told = new Map<string, ReadonlySet<string>>();
	const paused = new Map<string, string>();
	const shown = new Set<string>();

	/** Undefined where it is not SWML. */
	async function problems(open: OpenDocument): Promise<readonly Problem[] | undefined> {
		const { settings: wanted, detect } = await settings().of(open.uri);
		if (!open.isSwml(detect)) return undefined;
		const verdict = check(open.document);
		for (const { rule, error } of verdict.failures) log(`Rule ${rule}: ${describe(error)}`);
		return applySettings(verdict.problems, wanted);
	}

	const settled = (open: OpenDocument) => !open.change || paused.get(open.uri) === open.id || (client.pulls && !refresh);

	async function items(open: OpenDocument): Promise<Diagnostic[]> {
		const all = await problems(open);
		// Of what was closed meanwhile nothing is kept.
		if (!documents().get(open.uri)) return [];
		const before = told.get(open.uri);
		if (!all) {
			told.delete(open.uri);
			return [];
		}
		// Of a file that was not SWML before, all is told at once.
		const now = finished(open.document, all, settled(open) || !before ? undefined : open.change, before ?? new Set());
		told.set(open.uri, now.told);
		if (now.problems.length < all.length) wait(open);
		return capped(now.problems).map((problem) => toDiagnostic(open.lines(), problem, client.links));
	}

	/** Tells the rest when the author has paused. */
	function wait({ uri, id }: OpenDocument): void {
		clearTimeout(pauses.get(uri));
		pauses.set(
			uri,
			setTimeout(() => {
				pauses.delete(uri);
				const open = documents().get(uri);
				if (open?.id !== id) return;
				paused.set(uri, id);
				if (client.pulls) refresh?.();
				else send(open);
			}, pause),
		);
	}

	function send({ uri }: OpenDocument): void {
		if (client.pulls) return;
		const first = !shown.has(uri) && !timers.has(uri);
		clearTimeout(timers.get(uri));
		const timer = setTimeout(
			() => {
				timers.delete(uri);
				publish(uri).catch((error) => log(`Diagnostics: ${describe(error)}`));
			},
			first ? 0 : breath,
		);
		timers.set(uri, timer);
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
		problems: async (open) => (await problems(open)) ?? [],
		report: async (open, previousId) => {
			const resultId = `${open.id}.${epoch()}${settled(open) ? "" : ".typing"}`;
			if (resultId === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
			return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await items(open) };
		},
		send,
		clear: (uri) => {
			clearTimeout(timers.get(uri));
			clearTimeout(pauses.get(uri));
			for (const map of [timers, pauses, told, paused]) map.delete(uri);
			if (shown.delete(uri) && !client.pulls) connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error) => log(`Diagnostics: ${describe(error)}`));
		},
	};
}

/** The requests about names: where they lead, where else they stand, and another text for them. */
import {
	type Connection,
	type DocumentHighlight,
	DocumentHighlightKind,
	type InitializeParams,
	type Location,
	type LocationLink,
	LSPErrorCodes,
	type Position,
	ResponseError,
	type ServerCapabilities,
	type WorkspaceEdit,
} from "vscode-languageserver";
import { definitions, follow } from "../core/features/references.ts";
import { type Refused, rename, renameable } from "../core/features/rename.ts";
import { toRange } from "./convert.ts";
import type { OpenDocument } from "./documents.ts";
import { guarded, type Life, type Log } from "./guard.ts";

export const nameCapabilities: ServerCapabilities = {
	definitionProvider: true,
	referencesProvider: true,
	documentHighlightProvider: true,
	renameProvider: { prepareProvider: true },
};

/** What the client can show of where a name leads. */
export interface NameAbilities {
	/** It is told which stretch of the text leads there. */
	readonly links: boolean;
}

/** Reads them from what the client said of itself; all of it may be missing. */
export function nameAbilities(params: InitializeParams | undefined): NameAbilities {
	return { links: params?.capabilities.textDocument?.definition?.linkSupport === true };
}

/** What these requests need to answer. */
interface Answering {
	/** The open document of this address, if it is SWML. */
	readonly swml: (uri: string) => Promise<OpenDocument | undefined>;
	readonly abilities: () => { readonly names: NameAbilities };
	readonly life: Life;
	readonly log: Log;
}

interface At {
	readonly textDocument: { readonly uri: string };
	readonly position: Position;
}

/** Ties each of these requests to its feature. */
export function answerNames(connection: Connection, { swml, abilities, life, log }: Answering): void {
	connection.onDefinition(({ textDocument: { uri }, position }, token) =>
		guarded<Location[] | LocationLink[] | null>("definition", life, log, token, null, async () => {
			const open = await swml(uri);
			const lines = open?.lines();
			const found = open && lines && follow(open.document, lines.offset(position));
			if (!found || !lines) return null;
			const places = definitions(found).map(({ span }) => toRange(lines, span));
			if (!abilities().names.links) return places.map((range) => ({ uri, range }));
			const originSelectionRange = toRange(lines, found.mention.span);
			return places.map((range) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }));
		}),
	);
	connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
		guarded<Location[] | null>("references", life, log, token, null, async () => {
			const open = await swml(uri);
			const lines = open?.lines();
			const found = open && lines && follow(open.document, lines.offset(position));
			if (!found || !lines) return null;
			return found.same.filter(({ role }) => includeDeclaration || role === "refers").map(({ span }) => ({ uri, range: toRange(lines, span) }));
		}),
	);
	connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
		guarded<DocumentHighlight[] | null>("documentHighlight", life, log, token, null, async () => {
			const open = await swml(uri);
			const lines = open?.lines();
			const found = open && lines && follow(open.document, lines.offset(position));
			if (!found || !lines) return null;
			return found.same.map(({ span, role }) => ({
				range: toRange(lines, span),
				kind: role === "defines" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
			}));
		}),
	);
	/** Asks about the name at a place; what is refused is told to the author, not to the log. */
	const asking = async <T>(
		{ textDocument: { uri }, position }: At,
		ask: (open: OpenDocument, offset: number) => T | Refused | undefined,
	): Promise<T | null> => {
		const open = await swml(uri);
		const answer = open && ask(open, open.lines().offset(position));
		if (typeof answer === "object" && answer !== null && "why" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.why);
		return answer ?? null;
	};
	connection.onPrepareRename((params, token) =>
		guarded("prepareRename", life, log, token, null, () =>
			asking(params, ({ document, lines }, offset) => {
				const asked = renameable(document, offset);
				return asked && "span" in asked ? { range: toRange(lines(), asked.span), placeholder: asked.name } : asked;
			}),
		),
	);
	connection.onRenameRequest((params, token) =>
		guarded<WorkspaceEdit | null>("rename", life, log, token, null, () =>
			asking(params, ({ document, lines }, offset) => {
				const asked = rename(document, offset, params.newName);
				if (!asked || "why" in asked) return asked;
				return { changes: { [params.textDocument.uri]: asked.map(({ span, text }) => ({ range: toRange(lines(), span), newText: text })) } };
			}),
		),
	);
}

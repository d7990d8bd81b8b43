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
	type Range,
	ResponseError,
	type ServerCapabilities,
	type WorkspaceEdit,
} from "vscode-languageserver";
import { definitions, type Followed, follow } from "../core/features/references.ts";
import { type Refused, rename, renameable } from "../core/features/rename.ts";
import type { Mention } from "../core/mentions.ts";
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
	/** What `show` makes of the name at a place; null where there is none. */
	const following = async <T>(
		{ textDocument: { uri }, position }: At,
		show: (found: Followed, rangeOf: (mention: Mention) => Range) => T,
	): Promise<T | null> => {
		const open = await swml(uri);
		if (!open) return null;
		const lines = open.lines();
		const found = follow(open.document, lines.offset(position));
		return found ? show(found, ({ span }) => toRange(lines, span)) : null;
	};
	connection.onDefinition((params, token) =>
		guarded<Location[] | LocationLink[] | null>("definition", life, log, token, null, () =>
			following(params, (found, rangeOf): Location[] | LocationLink[] => {
				const { uri } = params.textDocument;
				const places = definitions(found).map(rangeOf);
				if (!abilities().names.links) return places.map((range) => ({ uri, range }));
				const originSelectionRange = rangeOf(found.mention);
				return places.map((range) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }));
			}),
		),
	);
	connection.onReferences((params, token) =>
		guarded<Location[] | null>("references", life, log, token, null, () =>
			following(params, ({ same }, rangeOf) =>
				same
					.filter(({ role }) => params.context.includeDeclaration || role === "refers")
					.map((mention) => ({ uri: params.textDocument.uri, range: rangeOf(mention) })),
			),
		),
	);
	connection.onDocumentHighlight((params, token) =>
		guarded<DocumentHighlight[] | null>("documentHighlight", life, log, token, null, () =>
			following(params, ({ same }, rangeOf) =>
				same.map((mention) => ({
					range: rangeOf(mention),
					kind: mention.role === "defines" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
				})),
			),
		),
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

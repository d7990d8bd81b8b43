/** The requests about a document's structure: outline, folding, selection, links and layout. What the client cannot take is left out or made flat. */
import {
	type CancellationToken,
	type Connection,
	type DocumentLink,
	type DocumentSymbol,
	type FoldingRange,
	FoldingRangeKind,
	type FormattingOptions,
	type InitializeParams,
	type SelectionRange,
	type ServerCapabilities,
	type SymbolInformation,
	type TextEdit,
} from "vscode-languageserver";
import type { Lines } from "../core/base/lines.ts";
import { type Fold, folds } from "../core/features/folding.ts";
import { format, formatTyped, formattedAfter } from "../core/features/format.ts";
import { links } from "../core/features/links.ts";
import { selections } from "../core/features/selection.ts";
import { type Outlined, outline } from "../core/features/symbols.ts";
import type { TextEdit as Edit } from "../core/syntax/edit.ts";
import { toRange, toSpan } from "./convert.ts";
import type { OpenDocument } from "./documents.ts";
import { guarded, type Life, type Log } from "./guard.ts";

const [firstTypedSign, ...moreTypedSigns] = formattedAfter;

export const structureCapabilities: ServerCapabilities = {
	documentSymbolProvider: { label: "SWML" },
	foldingRangeProvider: true,
	selectionRangeProvider: true,
	documentLinkProvider: { resolveProvider: false },
	documentFormattingProvider: true,
	documentRangeFormattingProvider: true,
	documentOnTypeFormattingProvider: { firstTriggerCharacter: firstTypedSign, moreTriggerCharacter: [...moreTypedSigns] },
};

/** What the client can show of a structure. */
export interface StructureAbilities {
	/** Symbols within symbols. */
	readonly nestedSymbols: boolean;
	/** Folds are whole lines. */
	readonly wholeLines: boolean;
	/** How many folds it takes at most. */
	readonly mostFolds: number;
}

/** Reads them from what the client said of itself; all of it may be missing. */
export function structureAbilities(params: InitializeParams | undefined): StructureAbilities {
	const { documentSymbol, foldingRange } = params?.capabilities.textDocument ?? {};
	return {
		nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		wholeLines: foldingRange?.lineFoldingOnly === true,
		mostFolds: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
	};
}

/** What these requests need to answer. */
interface Answering {
	/** The open document of this address, if it is SWML. */
	readonly swml: (uri: string) => Promise<OpenDocument | undefined>;
	readonly abilities: () => { readonly structure: StructureAbilities };
	readonly life: Life;
	readonly log: Log;
}

/** Ties each of these requests to its feature. */
export function answerStructure(connection: Connection, { swml, abilities, life, log }: Answering): void {
	connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
		guarded<DocumentSymbol[] | SymbolInformation[]>("documentSymbol", life, log, token, [], async () => {
			const open = await swml(uri);
			if (!open) return [];
			const list = outline(open.document);
			return abilities().structure.nestedSymbols ? list.map((each) => toSymbol(open.lines(), each)) : flat(open.lines(), uri, list);
		}),
	);
	connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
		guarded<FoldingRange[]>("foldingRange", life, log, token, [], async () => {
			const open = await swml(uri);
			return open ? toFoldingRanges(open.lines(), folds(open.document), abilities().structure) : [];
		}),
	);
	connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
		guarded<SelectionRange[] | null>("selectionRange", life, log, token, null, async () => {
			const open = await swml(uri);
			return open ? positions.map((position) => toSelectionRange(open.lines(), selections(open.document, open.lines().offset(position)))) : null;
		}),
	);
	connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
		guarded<DocumentLink[]>("documentLink", life, log, token, [], async () => {
			const open = await swml(uri);
			return open ? links(open.document).map(({ span, target }) => ({ range: toRange(open.lines(), span), target })) : [];
		}),
	);
	const formatting = (name: string, uri: string, token: CancellationToken, edits: (open: OpenDocument) => readonly Edit[]) =>
		guarded<TextEdit[] | null>(name, life, log, token, null, async () => {
			const open = await swml(uri);
			return open ? edits(open).map(({ span, text }) => ({ range: toRange(open.lines(), span), newText: text })) : null;
		});
	connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) =>
		formatting("formatting", uri, token, ({ document }) => format(document, layoutOf(options))),
	);
	connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }, token) =>
		formatting("rangeFormatting", uri, token, ({ document, lines }) => format(document, layoutOf(options), toSpan(lines(), range))),
	);
	connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch, options }, token) =>
		formatting("onTypeFormatting", uri, token, ({ document, lines }) => formatTyped(document, lines().offset(position), ch, layoutOf(options))),
	);
}

function toSymbol(lines: Lines, { name, kind, span, selection, children }: Outlined): DocumentSymbol {
	return { name, kind, range: toRange(lines, span), selectionRange: toRange(lines, selection), children: children.map((each) => toSymbol(lines, each)) };
}

function flat(lines: Lines, uri: string, list: readonly Outlined[], containerName?: string): SymbolInformation[] {
	return list.flatMap(({ name, kind, span, children }) => [
		{ name, kind, location: { uri, range: toRange(lines, span) }, ...(containerName === undefined ? {} : { containerName }) },
		...flat(lines, uri, children, name),
	]);
}

/** Folds as the client takes them; of too many the outer ones. A closing bracket on a line of its own stays in sight. */
function toFoldingRanges(lines: Lines, list: readonly Fold[], { wholeLines, mostFolds }: StructureAbilities): FoldingRange[] {
	const kept = new Set(list.length <= mostFolds ? list : [...list].sort((a, b) => a.depth - b.depth).slice(0, Math.max(0, mostFolds)));
	return list
		.filter((fold) => kept.has(fold))
		.map(({ span, kind }) => {
			const { start, end } = toRange(lines, span);
			const characters = wholeLines ? {} : { startCharacter: start.character, endCharacter: end.character };
			return { startLine: start.line, endLine: end.line, ...characters, ...(kind ? { kind: FoldingRangeKind.Comment } : {}) };
		});
}

function toSelectionRange(lines: Lines, list: readonly { readonly start: number; readonly end: number }[]): SelectionRange {
	let parent: SelectionRange | undefined;
	for (const span of [...list].reverse()) parent = { range: toRange(lines, span), ...(parent ? { parent } : {}) };
	return parent ?? { range: toRange(lines, { start: 0, end: 0 }) };
}

function layoutOf(options: FormattingOptions) {
	const { tabSize, insertSpaces, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = options;
	return {
		tabSize,
		insertSpaces,
		...(trimTrailingWhitespace === undefined ? {} : { trimTrailingWhitespace }),
		...(insertFinalNewline === undefined ? {} : { insertFinalNewline }),
		...(trimFinalNewlines === undefined ? {} : { trimFinalNewlines }),
	};
}

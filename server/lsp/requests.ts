/** One entry for each request: what the server says it can, and the feature that answers. */
import type { CodeActionParams, CompletionItem, CompletionList, Connection, Hover, HoverParams, ServerCapabilities } from "vscode-languageserver";
import { actionsAt, fixAll } from "../core/features/actions.ts";
import { newDocuments } from "../core/features/beginnings.ts";
import { complete } from "../core/features/complete.ts";
import { hover } from "../core/features/hover.ts";
import { plain } from "../core/features/prose.ts";
import { listed, withoutDocumentation } from "./completion_list.ts";
import { toCodeAction, toRange, toSpan } from "./convert.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { guarded, type Life, type Log } from "./guard.ts";
import { type Indentation, indented } from "./indentation.ts";
import { answerNames, type NameAbilities, nameCapabilities } from "./names.ts";
import type { SettingsSource } from "./settings.ts";
import { answerStructure, type StructureAbilities, structureCapabilities } from "./structure.ts";

/** What the client can show and do, as far as it matters here. */
export interface ClientAbilities {
	readonly snippets: boolean;
	readonly indentation: Indentation;
	readonly markdownCompletion: boolean;
	readonly labelDetails: boolean;
	readonly insertReplace: boolean;
	readonly markdownHover: boolean;
	/** Documentation of a completion may come later, when the author looks at the item. */
	readonly resolvesDocumentation: boolean;
	/** Which properties of completions may be given once for all of a list. */
	readonly itemDefaults: ReadonlySet<string>;
	readonly pulls: boolean;
	/** It leads from a problem's rule to the rule's page. */
	readonly links: boolean;
	readonly structure: StructureAbilities;
	readonly names: NameAbilities;
}

export const capabilities: ServerCapabilities = {
	// None after which authors often break the line: in most clients a list takes that key.
	completionProvider: { triggerCharacters: ['"', "'", ":"], resolveProvider: true },
	hoverProvider: true,
	codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.swml"] },
	...structureCapabilities,
	...nameCapabilities,
};

/** What the requests need to answer. */
export interface Answering {
	readonly documents: Documents;
	readonly settings: () => SettingsSource;
	readonly diagnostics: () => Diagnostics;
	readonly abilities: () => ClientAbilities;
	readonly life: Life;
	readonly log: Log;
}

/** Ties every request to its feature. */
export function answer(connection: Connection, on: Answering): void {
	const swml = async (uri: string): Promise<OpenDocument | undefined> => {
		const open = on.documents.get(uri);
		if (!open) return undefined;
		return open.isSwml((await on.settings().of(uri)).detect) ? open : undefined;
	};

	answerStructure(connection, { swml, abilities: on.abilities, life: on.life, log: on.log });
	answerNames(connection, { swml, abilities: on.abilities, life: on.life, log: on.log });

	/** The documentation of the list that was sent last, by label. */
	let documented: ReadonlyMap<string, CompletionItem["documentation"]> = new Map();

	connection.onCompletion(({ textDocument, position, context }, token) =>
		guarded<CompletionItem[] | CompletionList>("completion", on.life, on.log, token, [], async () => {
			const open = await swml(textDocument.uri);
			const { snippets, indentation, markdownCompletion: markdown, labelDetails, insertReplace, resolvesDocumentation, itemDefaults } = on.abilities();
			if (!open) return [];
			const { document, lines } = open;
			const lineOf = (line: number) =>
				document.text.slice(lines().offset({ line, character: 0 }), lines().offset({ line, character: Number.MAX_SAFE_INTEGER }));
			const found = complete(document, lines().offset(position), { snippets, markdown, labelDetails, insertReplace }, context?.triggerCharacter);
			const items = found.map((item) => indented(item, indentation, lineOf));
			if (!resolvesDocumentation) return listed(items, itemDefaults);
			documented = new Map(items.map((item) => [item.label, item.documentation]));
			return listed(items.map(withoutDocumentation), itemDefaults);
		}),
	);

	connection.onCompletionResolve((item, token) =>
		guarded("completion/resolve", on.life, on.log, token, item, () => {
			const documentation = documented.get(item.label);
			return documentation ? { ...item, documentation } : item;
		}),
	);

	connection.onHover(({ textDocument, position }: HoverParams, token) =>
		guarded<Hover | null>("hover", on.life, on.log, token, null, async () => {
			const open = await swml(textDocument.uri);
			const found = open && hover(open.document, open.lines().offset(position));
			if (!open || !found) return null;
			const contents = on.abilities().markdownHover
				? { kind: "markdown" as const, value: found.text }
				: { kind: "plaintext" as const, value: plain(found.text) };
			return { contents, range: toRange(open.lines(), found.span) };
		}),
	);

	connection.onCodeAction(({ textDocument, range, context }: CodeActionParams, token) =>
		guarded("codeAction", on.life, on.log, token, [], async () => {
			const open = await swml(textDocument.uri);
			if (!open) return [];
			const problems = await on.diagnostics().problems(open);
			const lines = open.lines();
			const wanted = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
			const all = wanted("source.fixAll.swml") && context.only ? fixAll(problems) : undefined;
			const actions = [...actionsAt(open.document, problems, toSpan(lines, range)).filter((action) => wanted(action.kind)), ...(all ? [all] : [])];
			return actions.map((action) => toCodeAction(lines, textDocument.uri, action, context.diagnostics));
		}),
	);

	connection.onRequest("swml/beginnings", () => newDocuments(true));

	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		guarded("diagnostic", on.life, on.log, token, { kind: "full" as const, items: [] }, async () => {
			const open = on.documents.get(textDocument.uri);
			return open ? on.diagnostics().report(open, previousResultId) : { kind: "full" as const, items: [] };
		}),
	);
}

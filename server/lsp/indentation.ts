/** Completions of several lines, as the client will insert them: some take a text as it is, others indent it like the line it goes to. */
import type { CompletionItem, InitializeParams } from "vscode-languageserver";

/** What a client does with the lines below the first: as they are when told so, or always, or each indented like the first. */
export type Indentation = "told" | "kept" | "added";

/** The protocol's `InsertTextMode.asIs` and `adjustIndentation`. */
const [asIs, adjustIndentation] = [1, 2] as const;

/**
 * What the client does, as far as it says. Those that take snippets and say nothing indent them like the line they go to, as editors did
 * before the protocol had a word for it; those without snippets insert plain text.
 */
export function indentationOf(params: InitializeParams | undefined): Indentation {
	const completion = params?.capabilities.textDocument?.completion;
	if (completion?.completionItem?.insertTextModeSupport?.valueSet.includes(asIs)) return "told";
	if (completion?.insertTextMode !== undefined) return completion.insertTextMode === adjustIndentation ? "added" : "kept";
	return completion?.completionItem?.snippetSupport === true ? "added" : "kept";
}

/** An item for such a client. It comes with the white space of every line; `lineOf` gives the text of a line. */
export function indented(item: CompletionItem, indentation: Indentation, lineOf: (line: number) => string): CompletionItem {
	const { textEdit } = item;
	if (!textEdit?.newText.includes("\n")) return item;
	if (indentation === "told") return { ...item, insertTextMode: asIs };
	if (indentation === "kept") return item;
	const { start } = "range" in textEdit ? textEdit.range : textEdit.replace;
	const outer = /^[ \t]*/.exec(lineOf(start.line).slice(0, start.character))?.[0] ?? "";
	return { ...item, textEdit: { ...textEdit, newText: textEdit.newText.replaceAll(`\n${outer}`, "\n") } };
}

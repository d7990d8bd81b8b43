/** A list of completions as small as the client allows: what all items share is said once, what is only looked at comes later. */
import type { CompletionItem, CompletionList, Range } from "vscode-languageserver";

/** The list with what most items share as its defaults; `known` are the defaults the client understands. */
export function listed(items: readonly CompletionItem[], known: ReadonlySet<string>): CompletionItem[] | CompletionList {
	const range = rangeOf(items[0]);
	if (!range || !known.has("editRange")) return [...items];
	return {
		isIncomplete: false,
		itemDefaults: { editRange: range },
		items: items.map((item) => (sameRange(rangeOf(item), range) ? inDefaultRange(item) : item)),
	};
}

/** The protocol's `textEditText` goes to the default range. */
function inDefaultRange({ textEdit, ...item }: CompletionItem): CompletionItem {
	return textEdit && textEdit.newText !== item.label ? { ...item, textEditText: textEdit.newText } : item;
}

function rangeOf(item: CompletionItem | undefined): Range | undefined {
	return item?.textEdit && "range" in item.textEdit ? item.textEdit.range : undefined;
}

function sameRange(a: Range | undefined, b: Range): boolean {
	return a?.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

/** An item whose documentation is sent when it is asked for. */
export function withoutDocumentation({ documentation: _, ...item }: CompletionItem): CompletionItem {
	return item;
}

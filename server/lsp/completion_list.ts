/** A list of completions as small as the client allows: what all items share is said once, what is only looked at comes later. */
import type { CompletionItem, CompletionList, Range } from "vscode-languageserver";

/** The protocol's kind of a known value. */
const enumMember = 20;

/**
 * The list with what most items share as its defaults; `known` are the defaults the client understands. Values are asked for anew with every
 * key, so that the list is gone when one is whole.
 */
export function listed(items: readonly CompletionItem[], known: ReadonlySet<string>): CompletionItem[] | CompletionList {
	const range = items[0] && rangeOf(items[0]);
	const isIncomplete = items.some((item) => item.kind === enumMember);
	if (!range || !known.has("editRange")) return isIncomplete ? { isIncomplete, items: [...items] } : [...items];
	return {
		isIncomplete,
		itemDefaults: { editRange: range },
		items: items.map((item) => (sameRange(rangeOf(item), range) ? inDefaultRange(item) : item)),
	};
}

/** The protocol's `textEditText` goes to the default range. */
function inDefaultRange({ textEdit, ...item }: CompletionItem): CompletionItem {
	return textEdit && textEdit.newText !== item.label ? { ...item, textEditText: textEdit.newText } : item;
}

function rangeOf({ textEdit }: CompletionItem): EditRange | undefined {
	if (!textEdit) return undefined;
	return "range" in textEdit ? textEdit.range : { insert: textEdit.insert, replace: textEdit.replace };
}

type EditRange = Range | { readonly insert: Range; readonly replace: Range };

function sameRange(a: EditRange | undefined, b: EditRange): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** An item whose documentation is sent when it is asked for. */
export function withoutDocumentation({ documentation: _, ...item }: CompletionItem): CompletionItem {
	return item;
}

/** Gives a name another text, in all places that name the same thing, or says why it cannot be done. */
import { linesIn } from "../base/lines.ts";
import { quote } from "../base/quote.ts";
import { led, type Span } from "../base/span.ts";
import { type Document, partAt } from "../document.ts";
import { isNoSectionName, kindOf, type Mention, mentionsOfFile, sameAs } from "../mentions.ts";
import { isDynamic } from "../model/expression.ts";
import { renameKey, replaceScalar, type TextEdit } from "../syntax/edit.ts";
import { definitions, type Followed, follow } from "./references.ts";

/** Why a name keeps its text, in the author's words. */
export interface Refused {
	readonly why: string;
}

/** Whether the name at `offset` can be renamed: its place and text, or why not; undefined where there is no name. */
export function renameable(file: Document, offset: number): { readonly span: Span; readonly name: string } | Refused | undefined {
	const found = follow(file, offset);
	return found && (refused(file, found) ?? { span: found.mention.span, name: found.mention.name });
}

/** The edits that call the thing at `offset` by `name`, or why it cannot be done; undefined where there is no name. */
export function rename(file: Document, offset: number, name: string): readonly TextEdit[] | Refused | undefined {
	const found = follow(file, offset);
	if (!found) return undefined;
	const why = refused(file, found) ?? refusedAs(file, found.mention, name);
	return (
		why ??
		found.same.map((each) => {
			const { document, place } = partAt(file, each.span.start);
			const edit = each.isKey ? renameKey(document, each.node, name) : replaceScalar(document, each.node, name);
			return { ...edit, span: led(edit.span, place) };
		})
	);
}

/** Why a name cannot be changed, whatever it is to be. */
function refused(file: Document, found: Followed): Refused | undefined {
	const { mention, same } = found;
	const what = `${kindOf(mention)} ${quote(mention.name)}`;
	const defined = definitions(found);
	if (defined.some(({ reserved }) => reserved)) return { why: `${quote(mention.name)} has a meaning of its own, and keeps its name` };
	if (defined.length === 0) return { why: `${what} is introduced nowhere in this file` };
	if (defined.length > 1 && mention.kind !== "variable")
		return { why: `${defined.length} things are called ${quote(mention.name)}; rename them by hand first` };
	if (same.some(({ inText }) => inText)) return { why: `${what} stands in a document inside a string` };
	if (mention.kind === "variable") return { why: `${what} may stand in expressions, which are not renamed yet` };
	const dynamic = mentionsOfFile(file).find((each) => each.dynamic && each.kind === mention.kind && each.scope === mention.scope);
	return dynamic && { why: `${quote(dynamic.name)} in line ${lineAt(file, dynamic)} is filled in at run time, and may name it` };
}

/** Why it cannot be this name. */
function refusedAs(file: Document, mention: Mention, name: string): Refused | undefined {
	if (name.trim() !== name || name === "") return { why: "a name cannot begin or end with a space" };
	if (isDynamic(name)) return { why: `${quote(name)} would be filled in at run time` };
	if (mention.kind === "section" && isNoSectionName(name))
		return { why: `${quote(name)} would be read as an address or a document, not as the name of a section` };
	if (name === mention.name) return undefined;
	const taken = sameAs(file, { ...mention, name }).find(({ role }) => role === "defines");
	return taken && { why: `another ${kindOf(mention)} is called ${quote(name)}, in line ${lineAt(file, taken)}` };
}

function lineAt(file: Document, { span }: Mention): number {
	return linesIn(file).position(span.start).line + 1;
}

/** Documents to begin a file with, printed in both syntaxes. What they hold says `language/beginnings.ts`. */
import { beginnings } from "../language/beginnings.ts";
import type { Format } from "../syntax/node.ts";
import { printValue } from "../syntax/print.ts";
import { withHoles } from "./completion/holes.ts";

/** A document to choose, as a snippet in each syntax. */
export interface NewDocument {
	readonly name: string;
	readonly summary: string;
	readonly yaml: string;
	readonly json: string;
}

/** Every document, in the order in which they are offered; `snippets` marks the places to fill in. */
export function newDocuments(snippets: boolean): readonly NewDocument[] {
	return beginnings.map(({ name, summary, sections }) => {
		const document = withHoles({ version: "1.0.0", sections });
		const print = (format: Format) =>
			`${printValue(document, { format, style: "block", indent: "", unit: "  ", ...(snippets ? { stops: { next: 1, known: new Map() } } : {}) })}\n`;
		// A comment says what it is to whoever saves it under any name; JSON has none.
		return { name, summary, yaml: `# swml\n${print("yaml")}`, json: print("json") };
	});
}

/** How far the names of each kind reach. */
import type { NameKind } from "../type.ts";

/** What a name is visible in: beyond it, the same name is another thing. */
export type Reach =
	/** The whole file. */
	| "file"
	/** The SWML document it stands in; a file may hold others inside. */
	| "document"
	/** The section it stands in: `goto` never leaves one. */
	| "section"
	/** The step it stands in, such as one agent. */
	| "step";

export const visibleIn: { readonly [kind in NameKind]: Reach } = {
	section: "document",
	label: "section",
	variable: "file",
	"control-id": "file",
	function: "step",
	context: "step",
	"context-step": "step",
};

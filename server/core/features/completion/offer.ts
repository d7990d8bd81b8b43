/** What is offered, before it takes LSP's shape. */
import type { Layout } from "../../syntax/layout.ts";

export interface Offer {
	readonly label: string;
	readonly kind: "method" | "param" | "value" | "snippet";
	/** The text put in: with a layout that makes tab stops, or as it is. */
	readonly print: (layout: Layout) => string;
	readonly detail?: string;
	readonly prose?: string;
	readonly deprecated?: boolean;
	/** What is typed to find it, where that is not its label. */
	readonly find?: string;
	/** A beginning, which is not whole until the author goes on. */
	readonly goesOn?: boolean;
	/** Lower comes first. */
	readonly rank: number;
}

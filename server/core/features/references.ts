/** Where a name leads, and where else it stands. */
import type { Document } from "../document.ts";
import { type Mention, mentionAt, sameAs } from "../mentions.ts";

/** The name at a place, with all places that name the same thing. */
export interface Followed {
	readonly mention: Mention;
	readonly same: readonly Mention[];
}

/** What the name at `offset` is connected with; undefined where there is no name. */
export function follow(file: Document, offset: number): Followed | undefined {
	const mention = mentionAt(file, offset);
	return mention && { mention, same: sameAs(file, mention) };
}

/** The places where a name is introduced, in the order of the text. */
export function definitions({ same }: Followed): readonly Mention[] {
	return same.filter(({ role }) => role === "defines");
}

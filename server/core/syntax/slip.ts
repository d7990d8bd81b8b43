/** Faults with the one change that mends them, as they are made again and again. Never here: what is wrong. */
import type { SyntaxFault } from "./node.ts";

/** What a sticky pattern takes at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

/** One sign to remove. */
export function removal(at: number, message: string, title: string, safe = false): SyntaxFault {
	const span = { start: at, end: at + 1 };
	return { span, message, mend: { title, edits: [{ span, text: "" }], ...(safe ? { safe: true as const } : {}) } };
}

/** A sign to put in at `at`, told at `span`. */
export function insertion(at: number, span: SyntaxFault["span"], sign: string, message: string, safe = false): SyntaxFault {
	const title = `Insert \`${sign}\``;
	return { span, message, mend: { title, edits: [{ span: { start: at, end: at }, text: sign }], ...(safe ? { safe: true as const } : {}) } };
}

/** A stretch to be written otherwise. */
export function replacement(start: number, end: number, by: string, message: string, safe = false): SyntaxFault {
	const span = { start, end };
	return { span, message, mend: { title: `Change to \`${by}\``, edits: [{ span, text: by }], ...(safe ? { safe: true as const } : {}) } };
}

/** The same, where it is quotes that are missing. */
export function quoting(start: number, end: number, by: string, message: string): SyntaxFault {
	const span = { start, end };
	return { span, message, mend: { title: "Use double quotes", edits: [{ span, text: by }] } };
}

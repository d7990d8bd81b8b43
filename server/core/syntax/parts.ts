/**
 * A file cut where the steps of its sections begin. Each step is read on its own, so that a fault stays in it and typing costs what was
 * typed; what is left, the frame, is small. Knows that lists below the entries of one root key are cut; knows nothing of steps.
 */
import { countUpTo } from "../base/search.ts";
import type { Span } from "../base/span.ts";
import type { Format } from "./node.ts";
import { cutJson } from "./parts-json.ts";
import { cutYaml } from "./parts-yaml.ts";
import { holdsControl } from "./templates.ts";

/** The root key whose lists are cut. */
export const cutBelow = "sections";

/** What stands in a frame where items were taken out: a text that no author writes. Whatever is checked, it is passed over. */
export const elsewhere = "\uE000";

/** One item of a list, with the lines or blanks that belong to it. */
export interface Stretch extends Span {
	/** The indentation of the line it stands in, where it begins in the middle of one. */
	readonly indent: string;
	/** Which of the lists that were cut it is in, and how far items of that list are indented (YAML). */
	readonly list: number;
	readonly column: number;
	/** How far the list's key is indented (YAML). */
	readonly outer: number;
}

/** The items of all lists that were cut, in the order of the text; none where the text has to be read as a whole. */
export type Cut = readonly Stretch[];

/** Cuts a text; the same text is always cut the same. One pass over it. */
export function cut(text: string, format: Format): Cut {
	// Conflict markers and the fences of Markdown are faults of the whole.
	if (text.includes(elsewhere) || text.includes("<<<<<<< ") || text.includes(">>>>>>> ") || /^[\s\uFEFF]*[`~]/.test(text)) return [];
	// What code of a template leaves out or repeats is seen in the whole, if at all.
	if (holdsControl(text, format)) return [];
	return format === "json" ? cutJson(text, cutBelow) : cutYaml(text, cutBelow);
}

/** A text made of stretches of a file, and the way between their offsets. */
export interface Excerpt {
	readonly text: string;
	/** From an offset of the excerpt to the file's; what stands for items leads to where they begin or end. */
	readonly place: (offset: number) => number;
	/** From an offset of the file to the excerpt's; what was left out leads to where it would stand. */
	readonly inner: (offset: number) => number;
}

/** Where something was put in the place of something longer. */
interface Gap {
	readonly inner: Span;
	readonly outer: Span;
}

/** The text without its items, but for those from `from` up to, not including, `to`. */
export function excerpt(text: string, format: Format, stretches: Cut, from = 0, to = 0): Excerpt {
	const gaps: Gap[] = [];
	const pieces: string[] = [];
	let length = 0;
	let at = 0;
	const add = (piece: string) => {
		pieces.push(piece);
		length += piece.length;
	};
	for (let index = 0; index < stretches.length; ) {
		const first = stretches[index];
		if (!first) break;
		if (index >= from && index < to) {
			index++;
			continue;
		}
		// Up to the end of the list, or to what is shown.
		let next = index + 1;
		while (next < stretches.length && stretches[next]?.list === first.list && !(next >= from && next < to)) next++;
		const last = stretches[next - 1] ?? first;
		add(text.slice(at, first.start));
		const sign = format === "json" ? `"${elsewhere}"` : `${" ".repeat(first.column)}- "${elsewhere}"`;
		// What ends the last line is none of theirs.
		at = format === "json" ? last.end : withoutBreak(text, last.end);
		gaps.push({ inner: { start: length, end: length + sign.length }, outer: { start: first.start, end: at } });
		add(sign);
		index = next;
	}
	add(text.slice(at));
	return { text: pieces.join(""), place: (offset) => lead(gaps, offset, "inner", "outer"), inner: (offset) => lead(gaps, offset, "outer", "inner") };
}

/** Where the line before the break that ends at `end` ends; `end` itself, where no break does. */
function withoutBreak(text: string, end: number): number {
	const length = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0;
	return end - length;
}

function lead(gaps: readonly Gap[], offset: number, from: "inner" | "outer", to: "inner" | "outer"): number {
	const gap = gaps[countUpTo(offset, gaps.length, (index) => gaps[index]?.[from].start ?? 0) - 1];
	if (!gap) return offset;
	if (offset >= gap[from].end) return offset - gap[from].end + gap[to].end;
	return offset === gap[from].start ? gap[to].start : gap[to].end;
}

/**
 * YAML laid out by its tree: where each line begins, and the blanks between signs. Line breaks, quotes, comments, blank lines and the
 * contents of texts are the author's. Never here: whether the result still says the same; `format.ts` makes sure of that.
 */
import type { Span } from "../base/span.ts";
import type { TextEdit } from "./edit.ts";
import type { LayoutOptions } from "./format.ts";
import { type Column, placeRest, type Rows, rowsOf } from "./format-rows.ts";
import { colonEdits, flowEdits } from "./format-spacing.ts";
import type { Entry, ListNode, MapNode, Node, ScalarNode, Tree } from "./node.ts";

/** The changes that lay out `text` from `start` on, or the lines of `within`. */
export function yamlEdits(text: string, start: number, { root, faults }: Tree, options: LayoutOptions, within: Span | undefined): readonly TextEdit[] {
	const rows = rowsOf(text, start, within);
	for (const { span, reach, mend } of faults)
		for (const part of [span, ...(reach ? [reach] : []), ...(mend?.edits.map((edit) => edit.span) ?? [])]) rows.distrust(part);
	const layout = layoutOf(rows, options.tabSize);
	if (root) layout.value(root, -1, { old: -options.tabSize, now: -options.tabSize });
	placeRest(rows);
	return rows.edits(options.trimTrailingWhitespace === true);
}

function layoutOf(rows: Rows, unit: number) {
	const { text } = rows;

	/** Moves the lines of a part that is not understood along with the line above it. */
	function drag(from: number, to: number, by: number): void {
		for (let row = from; row <= to; row++) if (!rows.isPlaced(row) && !rows.isBlank(row)) rows.place(row, rows.indent(row) + by);
	}

	function value(node: Node, ownerRow: number, owner: Column): void {
		if (node.kind === "alias" || (node.kind === "scalar" && node.style === "missing")) return;
		const row = rows.at(node.span.start);
		const below = row !== ownerRow;
		const free = rows.isFree(node.span);
		if (node.kind !== "scalar" && node.style === "block") {
			if (!below) drag(row + 1, rows.last(node.span), owner.now - owner.old);
			else block(node, owner.now + unit);
			return;
		}
		const column = rows.column(node.span.start);
		const starts = below && rows.begins(node.span.start);
		const to = starts && free ? owner.now + unit : starts ? column : owner.now;
		if (starts) rows.place(row, to, [{ old: column, now: to }]);
		if (node.kind !== "scalar") flow(node, to);
		else scalar(node, owner, starts ? to - column : owner.now - owner.old);
	}

	/** A map or list by indentation. */
	function block(node: MapNode | ListNode, column: number): void {
		const old = rows.column(node.span.start);
		const at = { old, now: rows.isFree(node.span) ? column : old };
		if (node.kind === "map") map(node, at);
		else list(node, at);
	}

	function map(node: MapNode, column: Column): void {
		const first = rows.at(node.span.start);
		const regular = node.entries.every(
			({ key: { span } }, index) => rows.column(span.start) === column.old && (rows.begins(span.start) || (index === 0 && rows.followsDash(span.start))),
		);
		if (!regular) {
			drag(first, rows.last(node.span), column.now - column.old);
			return;
		}
		for (const entry of node.entries) {
			const row = rows.at(entry.key.span.start);
			rows.place(row, column.now, [column]);
			if (!rows.isSound(entry.key.span)) drag(row + 1, rows.last(entry.span), column.now - column.old);
			else entryIn(entry, row, column);
		}
	}

	function entryIn(entry: Entry, row: number, column: Column): void {
		rows.change(colonEdits(text, entry));
		inside(entry.value, row, column);
	}

	/** What stands in an entry or item; as a whole where a fault in it is none of a line of its own. */
	function inside(node: Node, row: number, column: Column): void {
		const last = rows.last(node.span);
		const bare = node.kind === "scalar" || node.kind === "alias" || node.style === "flow";
		if (last > row && bare && !rows.isSound(node.span)) drag(row + 1, last, column.now - column.old);
		else value(node, row, column);
	}

	function list(node: ListNode, column: Column): void {
		const dashes = dashesOf(node);
		const regular = dashes?.every((dash, index) => rows.column(dash) === column.old && (rows.begins(dash) || (index === 0 && rows.followsDash(dash))));
		if (!dashes || !regular) {
			drag(rows.at(node.span.start), rows.last(node.span), column.now - column.old);
			return;
		}
		for (const [index, item] of node.items.entries()) {
			const dash = dashes[index] ?? item.span.start;
			const row = rows.at(dash);
			rows.place(row, column.now, [column]);
			if (item.kind === "scalar" && item.style === "missing") continue;
			if (!rows.isSound({ start: dash, end: dash + 1 })) drag(row + 1, rows.last(item.span), column.now - column.old);
			else if (rows.at(item.span.start) === row) itemBehind(item, dash, column);
			else if (item.kind !== "scalar" && item.kind !== "alias" && item.style === "block") block(item, column.now + 2);
			else inside(item, row, { old: column.old + 2 - unit, now: column.now + 2 - unit });
		}
	}

	/** An item on the line of its dash. */
	function itemBehind(item: Node, dash: number, column: Column): void {
		const row = rows.at(dash);
		const gap = { start: dash + 1, end: item.span.start };
		const tidy = rows.isFree(item.span) && /^ +$/.test(text.slice(gap.start, gap.end));
		if (tidy) rows.change([{ span: gap, text: " " }]);
		const inner = { old: rows.column(item.span.start), now: column.now + (tidy ? 2 : item.span.start - dash) };
		if (item.kind !== "scalar" && item.kind !== "alias" && item.style === "block") {
			rows.place(row, rows.placed(row), [inner]);
			if (item.kind === "map") map(item, inner);
			else list(item, inner);
		} else if (item.kind === "map" || item.kind === "list") {
			if (rows.isSound(item.span)) flow(item, inner.now);
			else drag(row + 1, rows.last(item.span), column.now - column.old);
		} else if (item.kind === "scalar") scalar(item, column, inner.now - inner.old);
	}

	/** Where the dashes of a list stand; undefined where something else stands between its items. */
	function dashesOf(node: ListNode): readonly number[] | undefined {
		const found: number[] = [];
		let at = node.span.start;
		for (const item of node.items) {
			const dash = /(?:\s|(?<=\s)#[^\n]*)*/y;
			dash.lastIndex = at;
			at += dash.exec(text)?.[0].length ?? 0;
			if (text[at] !== "-") return undefined;
			found.push(at);
			at = Math.max(at + 1, item.span.end);
		}
		return found;
	}

	/** In braces: what begins a line stands one level deeper than the line its bracket is opened in, the closing bracket as deep as that line. */
	function flow(node: MapNode | ListNode, base: number): void {
		if (!rows.isSound(node.span)) {
			drag(rows.at(node.span.start) + 1, rows.last(node.span), 0);
			return;
		}
		const opened = rows.at(node.span.start);
		const free = rows.isFree(node.span);
		const put = (offset: number, column: number) => {
			const row = rows.at(offset);
			if (row !== opened && rows.begins(offset) && !rows.isPlaced(row))
				rows.place(row, free ? column : rows.indent(row), [{ old: rows.indent(row), now: column }]);
		};
		const below = (child: Node, deeper: number) => {
			put(child.span.start, deeper);
			const row = rows.at(child.span.start);
			const outer = row === opened ? base : rows.placed(row);
			if (child.kind === "map" || child.kind === "list") flow(child, outer);
			else if (child.kind === "scalar") scalar(child, { old: 0, now: outer }, row === opened ? 0 : outer - rows.indent(row));
		};
		rows.change(flowEdits(text, node));
		if (node.kind === "list") for (const item of node.items) below(item, base + unit);
		else {
			for (const entry of node.entries) {
				put(entry.key.span.start, base + unit);
				below(entry.value, base + 2 * unit);
			}
		}
		if (/[\]}]/.test(text[node.span.end - 1] ?? "")) put(node.span.end - 1, base);
	}

	/** The further lines of a text, which keep their places beside each other. */
	function scalar(node: ScalarNode, owner: Column, by: number): void {
		const first = rows.at(node.span.start);
		const last = rows.last(node.span);
		if (node.style === "block") blockText(node, owner);
		else for (let row = first + 1; row <= last; row++) rows.hold(row, rows.isBlank(row) ? rows.indent(row) : Math.max(owner.now + 1, rows.indent(row) + by));
	}

	function blockText({ span }: ScalarNode, owner: Column): void {
		const header = rows.at(span.start);
		let last = rows.last(span);
		while (rows.isBlank(last + 1)) last++;
		const first = rows.written(header + 1);
		const old = rows.indent(first);
		const said = /^[|>][-+]?[1-9]/.test(text.slice(span.start, span.start + 3));
		const now = !rows.isFree(span) ? old : said ? old + owner.now - owner.old : owner.now + unit;
		// Blank lines are of the text as far as they are longer than its indentation.
		for (let row = header + 1; row <= last; row++)
			rows.hold(row, rows.isBlank(row) && rows.indent(row) <= old ? Math.min(rows.indent(row), now) : rows.indent(row) + now - old);
		rows.limit(last + 1, now - 1);
	}

	return { value };
}

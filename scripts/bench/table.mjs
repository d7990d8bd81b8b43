// Figures for people: one table, and what it comes to.
import { median } from "./measure.mjs";

/** Rows as lines: our median and the other side's, their ratio, and the bytes of the answers. */
export function table(rows) {
	const beside = rows.some(({ sides }) => sides.length > 1);
	const head = [
		"document",
		"state",
		"question",
		...(beside ? ["ours ms", "theirs ms", "ours/theirs", "itself", "bytes", "theirs"] : ["ms", "itself", "bytes"]),
	];
	const lines = [head];
	let before = {};
	for (const row of rows) {
		const [here, there] = row.sides;
		const same = before.document === row.document;
		const ms = (side) => (side ? `${side.ms.toFixed(side.ms < 100 ? 1 : 0)}${side.nothing ? " ∅" : ""}` : "–");
		const itself = [here, ...(beside ? [there] : [])].map((side) => (side?.itself === undefined ? "" : side.itself.toFixed(1)));
		const bytes = (side) => (side?.bytes === undefined ? "" : String(side.bytes));
		lines.push([
			same ? "" : `${row.document}${beside && there ? `, beside ${row.names[1]}` : ""}`,
			same && before.state === row.state ? "" : row.state,
			row.question,
			ms(here),
			...(beside ? [ms(there), ratio(here, there)] : []),
			itself.some(Boolean) ? itself.join(" / ") : "",
			bytes(here),
			...(beside ? [bytes(there)] : []),
		]);
		if (row.node) lines.push(["", "", "  (Node alone, start to exit)", row.node.toFixed(1), ...head.slice(4).map(() => "")]);
		before = row;
	}
	const widths = head.map((_, column) => Math.max(...lines.map((line) => (column === 0 ? 0 : [...line[column]].length))));
	// A document's name stands on a line of its own.
	return lines
		.flatMap((line, index) => {
			const cells = line.slice(1).map((cell, column) => (column < 2 ? cell.padEnd(widths[column + 1]) : cell.padStart(widths[column + 1])));
			return [...(line[0] && index > 0 ? ["", line[0]] : []), `  ${cells.join("  ").trimEnd()}`];
		})
		.join("\n");
}

/** For each question: over all its rows, the median of the ratios, the worst of them, and in how many rows we are the slower. */
export function sums(rows) {
	const lines = [];
	for (const question of new Set(rows.map((row) => row.question))) {
		const pairs = rows.filter((row) => row.question === question && row.sides[0] && row.sides[1]);
		if (pairs.length === 0) continue;
		const ratios = pairs.map(({ sides }) => sides[0].ms / sides[1].ms);
		const slower = ratios.filter((each) => each > 1).length;
		lines.push(
			`${question.padEnd(34)} ours/theirs: median ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}; slower in ${slower} of ${pairs.length} rows`,
		);
	}
	return lines.join("\n");
}

function ratio(here, there) {
	return here && there ? (here.ms / there.ms).toFixed(2) : "";
}

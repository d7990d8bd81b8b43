// Compares two checkouts on the benchmark's documents, turn by turn in one process, so that a noisy machine does both the same wrong.
// `node scripts/beside.mjs DIR [--only METHOD]`: this checkout beside the one in DIR; there, with --only, every other method takes anything.
import { join } from "node:path";
import { load, loadAll } from "./load.mjs";

const [dir, flag, method] = process.argv.slice(2);
if (!dir || (flag && (flag !== "--only" || !method))) {
	console.error("usage: npm run beside -- DIR [--only METHOD]");
	process.exit(2);
}
const parts = ["server/core/document.ts", "server/core/rules/check.ts", "server/core/language/methods/index.ts"];
const { print } = await load("scripts/bench.ts");
const ours = await loadAll(parts);
const theirs = await loadAll(parts.map((part) => join(dir, part)));
if (method) for (const { name, forms } of theirs.methods) if (name !== method) for (const form of Object.values(forms)) form.type = { kind: "any" };

const rows = {};
for (const size of [20_000, 200_000, 1_500_000]) {
	for (const format of ["yaml", "json"]) {
		const text = print(size, format);
		const middle = text.indexOf("onEnter", text.length / 2);
		const runs = size > 1_000_000 ? 9 : size > 100_000 ? 61 : 201;
		const sides = [ours, theirs].map((core) => ({ core, version: undefined, first: [], keystroke: [] }));
		for (let run = -20; run < runs; run++) {
			// A text as it comes from a client: in one piece.
			const typed = Buffer.from(text.slice(0, middle) + "x".repeat((run + 20) % 5) + text.slice(middle)).toString();
			const inTurn = run % 2 ? sides : [...sides].reverse();
			for (const side of inTurn) time(side.first, run, () => side.core.check(side.core.openDocument(typed, format)));
			for (const side of inTurn) {
				time(side.keystroke, run, () => {
					side.version = side.core.openDocument(typed, format, side.version);
					side.core.check(side.version);
				});
			}
		}
		const [here, there] = sides;
		rows[`${size / 1000} KB ${format}`] = { "first problems": ratio(here.first, there.first), "keystroke to problems": ratio(here.keystroke, there.keystroke) };
	}
}
console.table(rows);

/** Runs below zero warm up. */
function time(into, run, work) {
	const started = performance.now();
	work();
	if (run >= 0) into.push(performance.now() - started);
}

function ratio(here, there) {
	return `${median(here).toFixed(1)} / ${median(there).toFixed(1)} ms = ${(median(here) / median(there)).toFixed(2)}`;
}

function median(times) {
	return times.sort((a, b) => a - b)[times.length >> 1];
}

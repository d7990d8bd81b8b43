// Compares two checkouts, turn by turn, so that a noisy machine does both the same wrong.
// `node scripts/beside.mjs DIR [--only METHOD]`: the core of this checkout beside the one in DIR, in one process, on the benchmark's documents; with --only,
// every other method takes anything there. `node scripts/beside.mjs DIR --protocol [--only PATTERN] [--quick] [--large]`: the bundled servers of both, on the
// rows of `npm run bench`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { overProtocol } from "./bench/protocol.mjs";
import { ours } from "./bench/servers.mjs";
import { sums, table } from "./bench/table.mjs";
import { load, loadAll } from "./load.mjs";

const {
	values: { protocol, only, quick, large },
	positionals: [dir],
} = parseArgs({
	allowPositionals: true,
	options: {
		protocol: { type: "boolean", default: false },
		only: { type: "string", default: "" },
		quick: { type: "boolean", default: false },
		large: { type: "boolean", default: false },
	},
});
if (!dir) {
	console.error("usage: npm run beside -- DIR [--only METHOD], or DIR --protocol [--only PATTERN] [--quick] [--large]");
	process.exit(2);
}
if (protocol) {
	const rows = await overProtocol(() => [ours("."), ours(dir, dir)], { only, quick, large });
	console.log(`${table(rows)}\n\n${sums(rows)}`);
} else {
	console.table(await inOneProcess(only));
}

/** Both cores in this process; of theirs, only `method` is described, if it is given. */
async function inOneProcess(method) {
	const parts = ["server/core/document.ts", "server/core/rules/check.ts", "server/core/language/methods/index.ts"];
	const { print } = await load("scripts/bench/process.ts");
	const here = await loadAll(parts);
	const there = await loadAll(parts.map((part) => join(dir, part)));
	if (method) for (const { name, forms } of there.methods) if (name !== method) for (const form of Object.values(forms)) form.type = { kind: "any" };

	const rows = {};
	for (const size of [20_000, 200_000, 1_500_000]) {
		for (const format of ["yaml", "json"]) {
			const text = print(size, format);
			const middle = text.indexOf("onEnter", text.length / 2);
			const runs = size > 1_000_000 ? 9 : size > 100_000 ? 61 : 201;
			const sides = [here, there].map((core) => ({ core, memory: core.remember(), first: [], keystroke: [] }));
			for (let run = -20; run < runs; run++) {
				// A text as it comes from a client: in one piece.
				const typed = Buffer.from(text.slice(0, middle) + "x".repeat((run + 20) % 5) + text.slice(middle)).toString();
				const inTurn = run % 2 ? sides : [...sides].reverse();
				for (const side of inTurn) time(side.first, run, () => side.core.check(side.core.openDocument(typed, format)));
				for (const side of inTurn) {
					time(side.keystroke, run, () => {
						side.core.check(side.core.openDocument(typed, format, side.memory));
					});
				}
			}
			const [first, second] = sides;
			rows[`${size / 1000} KB ${format}`] = {
				"first problems": ratio(first.first, second.first),
				"keystroke to problems": ratio(first.keystroke, second.keystroke),
			};
		}
	}
	return rows;
}

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

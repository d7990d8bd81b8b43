// Everything that is measured over the protocol: which documents, and how thoroughly.
import { load } from "../load.mjs";
import { measure, measureStarts, quick, thorough } from "./measure.mjs";

const { scenes } = await load("scripts/bench/documents.ts");

/**
 * Rows for `servers(format)`, ours first. `only` is a pattern over the rows' names, `document · state · question`; `quick` takes few turns; `large` adds
 * documents of 1.5 MB. Interrupted, it gives the rows that it has.
 */
export async function overProtocol(servers, { only, quick: hurried, large }) {
	const sizes = [1300, 33_000, 325_000, ...(large ? [1_500_000] : [])];
	const documents = ["json", "yaml"].flatMap((format) => sizes.map((size) => ({ name: `${format} ${size / 1000} KB`, format, scenes: scenes(size, format) })));
	const pattern = new RegExp(only, "i");
	const effort = hurried ? quick : thorough;
	const rows = [];
	let stopped = false;
	process.once("SIGINT", () => {
		stopped = true;
	});
	try {
		for await (const row of measure(servers, documents, effort, pattern, tell)) {
			rows.push(row);
			if (stopped) break;
		}
	} catch (error) {
		// A terminal interrupts the servers too.
		if (!stopped) throw error;
	}
	const smallest = documents.filter((_, index) => index % sizes.length === 0);
	if (!stopped) rows.push(...(await measureStarts(servers, smallest, effort, pattern, tell)));
	tell("");
	return rows;
}

/** What is being measured, on one line that stays where it is. */
function tell(name) {
	if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${name}`);
}

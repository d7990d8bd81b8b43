// Measures what an editor waits for: over the protocol, after a key, in documents like real ones.
// `npm run bench -- [--peers] [--only PATTERN] [--quick] [--large] [--json]`; with --process, what the core needs without the protocol.
import { parseArgs } from "node:util";
import { overProtocol } from "./bench/protocol.mjs";
import { ours, peers } from "./bench/servers.mjs";
import { sums, table } from "./bench/table.mjs";

const { values: asked } = parseArgs({
	options: {
		peers: { type: "boolean", default: false },
		process: { type: "boolean", default: false },
		quick: { type: "boolean", default: false },
		large: { type: "boolean", default: false },
		json: { type: "boolean", default: false },
		only: { type: "string", default: "" },
	},
});

if (asked.process) {
	const { inProcess } = await import("./bench/process.mjs");
	const rows = inProcess();
	if (asked.json) console.log(JSON.stringify(rows, null, 2));
	else console.table(Object.fromEntries(rows.map(({ document, ...figures }) => [document, figures])));
} else {
	const others = asked.peers ? peers() : {};
	const rows = await overProtocol((format) => [ours("."), ...(others[format] ? [others[format]] : [])], asked);
	if (asked.json) console.log(JSON.stringify(rows, null, 2));
	else console.log([table(rows), sums(rows)].filter(Boolean).join("\n\n"));
}

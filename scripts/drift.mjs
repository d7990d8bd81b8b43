// `npm run drift -- <swml-language-2026-11.json>`: compares our description of SWML with the facts it was written from.
// Fails when a difference is not explained in server/core/language/deviations.ts, or when an explanation explains nothing.
import { readFileSync } from "node:fs";
import { load } from "./load.mjs";

const path = process.argv[2];
if (path) {
	const { report } = await load("scripts/drift.ts");
	const { lines, failed } = report(JSON.parse(readFileSync(path, "utf8")), process.argv.includes("--all"));
	console.log(lines.join("\n"));
	if (failed) process.exitCode = 1;
} else {
	console.error("usage: npm run drift -- <swml-language-2026-11.json> [--all]\n--all also prints the explained differences");
	process.exitCode = 2;
}

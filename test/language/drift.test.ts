/** The description agrees with the facts it was written from (../shared/reference; skipped where it is not at hand), and the comparison notices when it does not. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Facts, FactsFile, MethodFacts } from "../../scripts/drift/facts.ts";
import { drift, report } from "../../scripts/drift.ts";

const facts = read();

function read(): FactsFile | undefined {
	try {
		return JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../shared/reference/swml-language-2026-11.json"), "utf8"));
	} catch {
		return undefined;
	}
}

/** The facts with one method's value changed. */
function changed(method: string, change: (params: Facts) => Facts, flavour = "calling"): FactsFile {
	const file = facts as FactsFile;
	const form = file.methods[method]?.[flavour] as MethodFacts;
	const value = { ...form.value, params: change(form.value.params ?? {}) };
	return { ...file, methods: { ...file.methods, [method]: { ...file.methods[method], [flavour]: { ...form, value } } } };
}

function found(file: FactsFile): readonly string[] {
	return drift(file).unexplained.map(({ at, about }) => `${at} ${about}`);
}

describe.skipIf(!facts)("drift (../shared/reference; skipped where it is not at hand)", () => {
	test("nothing is unexplained, and no explanation is stale", () => {
		const { lines, failed } = report(facts as FactsFile);
		console.log(lines.at(-1));
		expect(lines.slice(0, -1)).toEqual([]);
		expect(failed).toBe(false);
	});

	test.each<readonly [string, (params: Facts) => Facts, readonly string[]]>([
		["a param more", (params) => ({ ...params, loudness: { t: "number" } }), ["calling/record.loudness existence"]],
		["a param less", ({ stereo: _, ...params }) => params, ["calling/record.stereo existence"]],
		["another default", (params) => ({ ...params, stereo: { ...params.stereo, default: true } }), ["calling/record.stereo default"]],
		["another kind", (params) => ({ ...params, stereo: { t: "string", default: false } }), ["calling/record.stereo kind"]],
		["required", (params) => ({ ...params, stereo: { ...params.stereo, req: true } }), ["calling/record.stereo required"]],
		["deprecated", (params) => ({ ...params, stereo: { ...params.stereo, deprecated: true } }), ["calling/record.stereo deprecated"]],
		["a value more", (params) => ({ ...params, format: { ...params.format, enum: ["wav", "mp3", "ogg"] } }), ["calling/record.format values"]],
		["a value less", (params) => ({ ...params, format: { ...params.format, enum: ["wav"] } }), ["calling/record.format values"]],
		[
			"another range",
			(params) => ({ ...params, end_silence_timeout: { ...params.end_silence_timeout, max: 7 } }),
			["calling/record.end_silence_timeout range"],
		],
		["another unit", (params) => ({ ...params, max_length: { ...params.max_length, x: { unit: "ms" } } }), ["calling/record.max_length unit"]],
		["another source", (params) => ({ ...params, stereo: { ...params.stereo, tier: "engine" } }), ["calling/record.stereo tier"]],
		["texts that are read", (params) => ({ ...params, stereo: { ...params.stereo, x: { engine: { alsoString: true } } } }), ["calling/record.stereo reads"]],
		["that the platform lacks it", (params) => ({ ...params, stereo: { ...params.stereo, x: { engine: { absent: true } } } }), ["calling/record.stereo tier"]],
		[
			"that the platform does without",
			(params) => ({ ...params, stereo: { ...params.stereo, req: true, x: { engine: { optional: true } } } }),
			["calling/record.stereo required", "calling/record.stereo required"],
		],
		[
			"a value of the published schema's",
			(params) => ({ ...params, direction: { ...params.direction, x: { spec: { enum: ["speak", "listen", "both"] } } } }),
			["calling/record.direction tier"],
		],
	])("%s is noticed", (_, change, expected) => {
		expect(found(changed("record", change))).toEqual(expected);
	});

	test("a method more or less is noticed", () => {
		const file = facts as FactsFile;
		const { hangup, ...methods } = file.methods;
		expect(found({ ...file, methods: { ...methods, whistle: hangup ?? {} } })).toEqual(["calling/whistle existence", "calling/hangup existence"]);
	});
});

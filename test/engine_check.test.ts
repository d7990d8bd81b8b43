/**
 * Documents that use everything the platform accepts beyond the published reference (../shared/reference/engine-check; skipped where they are not
 * at hand): no error but the one that is meant, and no warning without a reason.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { problemsOf, shown } from "./fixture.ts";
import { toJson, toYaml } from "./twin.ts";

const folder = resolve(import.meta.dirname, "../../shared/reference/engine-check");

const notUrl = 'warning value-format "\\"text\\"": `text` is not an http or https URL; write the full URL, such as `https://example.com/…`';

/** What is louder than a hint, and why. */
const meant: { readonly [file: string]: readonly (readonly [problem: string, because: string])[] } = {
	"forms.swml.json": [
		[
			'warning unreachable-step "\\"hangup\\"": unreachable: nothing runs after `hangup`; remove this step, or move it up',
			"the forms of a body stand one after the other",
		],
	],
	"params.swml.json": [
		[notUrl, "`execute_after_queue` holds a URL or a document, and `text` is neither"],
		[notUrl, "`execute_after_queue` holds a URL or a document, and `text` is neither"],
	],
	"values.swml.json": [
		[
			'warning unreachable-step "\\"hangup\\"": unreachable: nothing runs after `hangup`; remove this step, or move it up',
			"the values stand one after the other",
		],
		[
			'error out-of-range "500": `max_participants` must be an integer from 1 to 250, not 500; newer SDKs take any integer from 2',
			"the document that this project was created from says 1 to 250, and stays the authority",
		],
	],
};

function files(): readonly string[] {
	try {
		return readdirSync(folder).filter((file) => !/^(?:expr|y\d|.*_bad)/.test(file));
	} catch {
		return [];
	}
}

describe.skipIf(files().length === 0)("what the platform accepts (../shared/reference; skipped where it is not at hand)", () => {
	test.each(files())("%s", (file) => {
		const text = readFileSync(join(folder, file), "utf8");
		const isJson = file.endsWith(".json");
		const loud = (source: string, format: "json" | "yaml") =>
			shown(
				source,
				problemsOf(source, format).filter(({ level }) => level !== "hint"),
			);
		const expected = (meant[file] ?? []).map(([problem]) => problem);
		expect(loud(text, isJson ? "json" : "yaml")).toEqual(expected);
		const twin = isJson ? toYaml(text) : toJson(text);
		expect(loud(twin, isJson ? "yaml" : "json").length).toBe(expected.length);
	});
});

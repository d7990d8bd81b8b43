/** The documents that "New File" begins with: healthy in both syntaxes, and SWML under any name in YAML. */
import { describe, expect, test } from "vitest";
import { detect } from "../server/core/detect.ts";
import { newDocuments } from "../server/core/features/beginnings.ts";
import { problemsOf, shown } from "./fixture.ts";
import { toJson } from "./twin.ts";

const plain = newDocuments(false);

test("there is one for every kind of flow, in the order in which they are offered", () => {
	expect(plain.map(({ name }) => name)).toEqual(["IVR", "Voicemail", "AI agent", "Conference", "Message"]);
});

describe.each(plain.map((each) => [each.name, each] as const))("%s", (name, { yaml, json }) => {
	test("has no problem, not even a hint", () => {
		expect(shown(yaml, problemsOf(yaml, "yaml")), yaml).toEqual([]);
		expect(shown(json, problemsOf(json, "json")), json).toEqual([]);
	});

	test("answers the call, unless a message begins it", () => {
		const first = yaml.split("\n").slice(0, 5);
		expect(first.slice(0, 4)).toEqual(["# swml", "version: 1.0.0", "sections:", "  main:"]);
		expect(first[4]).toBe(name === "Message" ? "    - switch:" : "    - answer: {}");
	});

	test("says the same in both syntaxes", () => {
		// Block text ends with a line break.
		expect(toJson(yaml).replaceAll('\\n"', '"')).toBe(json);
	});

	test("is known for SWML under any name", () => {
		expect(detect({ name: "flow.yaml", text: yaml })).toEqual({ swml: true, reason: "the comment `# swml` says so" });
		expect(detect({ name: "flow.json", text: json }).swml).toBe(true);
	});

	test("is a snippet with places to fill in, whose text is the document", () => {
		const snippet = newDocuments(true).find((each) => each.name === name);
		expect(withoutStops(snippet?.yaml ?? "")).toBe(yaml);
		expect(withoutStops(snippet?.json ?? "")).toBe(json);
		expect(snippet?.yaml).toMatch(/\$\{1:/);
	});
});

/** What an editor makes of a snippet that nobody types into. */
function withoutStops(snippet: string): string {
	const known = new Map<string, string>();
	return snippet.replaceAll(/\$\{(\d+)(?::((?:\\.|[^\\}])*))?\}|\\([\\$}])/g, (_, stop: string | undefined, text: string | undefined, escaped: string) => {
		if (stop === undefined) return escaped;
		// The same stop again shows what stands in the first.
		if (text !== undefined) known.set(stop, text.replaceAll(/\\([\\$}])/g, "$1"));
		return known.get(stop) ?? "";
	});
}

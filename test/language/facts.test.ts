/** The facts of the language are those of facts.txt: whoever changes one sees it in the diff, and so does who reads the change. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { snapshot } from "../../scripts/snapshot.ts";

test("no fact has changed but those that facts.txt has changed with (`npm run generate` writes it)", () => {
	const kept = readFileSync(resolve(import.meta.dirname, "facts.txt"), "utf8").replaceAll("\r\n", "\n");
	expect(snapshot().split("\n")).toEqual(kept.split("\n"));
});

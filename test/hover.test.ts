/** Hovers: the first words of what they say, where a value stands for more than itself. `<|>` is the pointer. */
import { expect, test } from "vitest";
import { hover } from "../server/core/features/hover.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open } from "./fixture.ts";

const yaml = (steps: string) => `version: 1.0.0\nsections:\n  main:\n${steps}\n`;
const json = (steps: string) => `{"sections":{"main":[${steps}]}}`;

/** The first line of a hover, and what of the document it speaks about. */
function said(marked: string, format: Format): readonly [string | undefined, string | undefined] {
	const text = marked.replace("<|>", "");
	const found = hover(open(text, format), marked.indexOf("<|>"));
	return [found && text.slice(found.span.start, found.span.end), found?.text.split("\n")[0]];
}

const headers = "The type of the body, such as `application/json`.";

test.each([
	["label: me<|>nu", '"label":"me<|>nu"', "menu", "**`label`** of `label` — The name of this place in the section, for `goto`."],
	["sleep: 10<|>00", '"sleep":10<|>00', "1000", "**`duration`** of `sleep` — How long to wait, in milliseconds. `-1` waits for ever."],
	["play: say:h<|>i", '"play":"say:h<|>i"', "say:hi", "**`url`** of `play` — What to play."],
	["play: [say:h<|>i]", '"play":["say:h<|>i"]', "say:hi", "**`urls`** of `play` — What to play, one item after the other."],
	["goto: to<|>p", '"goto":"to<|>p"', "top", "**`label`** of `goto` — The label to jump to: in the same list of steps, or in one around it."],
	[
		"join_conference: sup<|>port",
		'"join_conference":"sup<|>port"',
		"support",
		"**`name`** of `join_conference` — The conference's name. All who join the same name are in the same conference.",
	],
	[
		"execute: f<|>oo",
		'"execute":"f<|>oo"',
		"foo",
		"**`dest`** of `execute` — What to run: a section of this document, the URL of a document (fetched with POST), or a document as JSON text.",
	],
	["hangup: bu<|>sy", '"hangup":"bu<|>sy"', "busy", "**`busy`** — The line is busy."],
	[
		"request: { headers: { Content<|>-Type: a } }",
		'"request":{"headers":{"Content<|>-Type":"a"}}',
		"Content-Type",
		`**\`Content-Type\`** in \`headers\` — ${headers}`,
	],
])("%s", (step, entry, what, text) => {
	expect(said(yaml(`    - ${step}`), "yaml")).toEqual([what, text]);
	const [inJson, textInJson] = said(json(`{${entry}}`), "json");
	expect([inJson?.replaceAll('"', ""), textInJson]).toEqual([what, text]);
});

test("a value in the short form belongs to the param that it stands for", () => {
	expect(hover(open(yaml("    - hangup: busy"), "yaml"), yaml("    - hangup: bu").length - 1)?.text).toBe(
		"**`busy`** — The line is busy.\n\nA value of `reason`.",
	);
});

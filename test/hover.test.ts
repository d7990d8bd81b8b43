/** Hovers: the first words of what they say, where a value stands for more than itself. `<|>` is the pointer. */
import { expect, test } from "vitest";
import { hover } from "../server/core/features/hover.ts";
import { methodProse } from "../server/core/features/prose.ts";
import { methods } from "../server/core/language/methods/index.ts";
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

test("a method: what it does and where that is explained, its params in one column of meaning, what it sets, and a short example", () => {
	const text = (step: string, format: Format) => {
		const [before, after] = step.split("<|>");
		const list = format === "yaml" ? yaml(`    - ${before}${after}`) : json(`{${before}${after}}`);
		return hover(open(list, format), list.indexOf(before ?? "") + (before ?? "").length)?.text;
	};
	const told = (syntax: Format, example: string) =>
		[
			"**`send_digits`** — Presses keys: sends digits as DTMF tones. [Reference](https://signalwire.com/docs/swml/reference/calling/send-digits)",
			"| Parameter | Meaning |\n|---|---|\n| `digits` (required) | The keys to press. |",
			"Sets:\n\n- `send_digits_result` — Whether the digits were sent. One of `success` or `failed`.",
			`\`\`\`${syntax}\n${example}\n\`\`\``,
		].join("\n\n");
	expect(text("send_di<|>gits: { digits: 1 }", "yaml")).toBe(told("yaml", '- send_digits:\n    digits: "W4w07#"'));
	expect(text('"send_di<|>gits": { "digits": "1" }', "json")).toBe(told("json", '{\n  "send_digits": {\n    "digits": "W4w07#"\n  }\n}'));
});

test("a hover fits on a screen: no more than ten rows, a short example, and the required params first", () => {
	for (const { name, forms } of methods)
		for (const form of Object.values(forms)) {
			const lines = methodProse({ name, forms }, form, "yaml").split("\n");
			const rows = lines.filter((line) => line.startsWith("| `"));
			const fence = lines.findIndex((line) => line.startsWith("```"));
			expect(lines.at(-1), name).toBe("```");
			expect(rows.length, name).toBeLessThanOrEqual(10);
			expect(lines.length - fence - 2, name).toBeLessThanOrEqual(13);
			const required = rows.map((row) => row.includes("(required)"));
			expect(
				[...required].sort((a, b) => Number(b) - Number(a)),
				name,
			).toEqual(required);
		}
});

test("values show the quotes that they need, words of a list have none", () => {
	const text = yaml("    - join_conference: { name: a, beep: 'true', status_callback_event: start }");
	const prose = (word: string) => hover(open(text, "yaml"), text.indexOf(word) + 1)?.text;
	expect(prose("beep")).toContain('Takes `"true"`, `"false"`, `onEnter` or `onExit`. Default: `"true"`.');
	expect(
		prose("beep")
			?.match(/^- .*$/gm)
			?.map((line) => line.split(" — ")[0]),
	).toEqual(['- `"true"`', '- `"false"`', "- `onEnter`", "- `onExit`"]);
	expect(prose("'true'")?.split(" — ")[0]).toBe('**`"true"`**');
	expect(prose("start }")?.split(" — ")[0]).toBe("**`start`**");
});

test("where a fact is known from", () => {
	const whole = (marked: string) => {
		const text = yaml(`    - ${marked.replace("<|>", "")}`);
		return hover(open(text, "yaml"), text.indexOf(marked.replace("<|>", "")) + marked.indexOf("<|>"))?.text.split("\n\n");
	};
	const platform = "_Source: the platform's own list of what it accepts; not in the published reference._";
	expect(whole("answer: { fs<|>vars: { a: b } }")).toEqual([
		"**`fsvars`** of `answer` — The platform accepts it; no source explains it.",
		"Takes an object.",
		platform,
	]);
	expect(whole("hangup: { reason: no<|>Answer }")).toEqual(["**`noAnswer`**", "A value of `reason`.", platform]);
	expect(whole("answer: { co<|>decs: PCMU }")).toEqual([
		"**`codecs`** of `answer` — The codecs to offer, as one string, separated by commas.",
		"Takes a string of comma-separated words. The platform also takes a list.",
		expect.stringContaining("- `PCMU` — G.711"),
	]);
	expect(whole("ri<|>ng: {}")?.slice(0, 2)).toEqual([
		"**`ring`** — The platform accepts it; no source explains it.",
		"_Undocumented:_ the platform's newest list has it, and no page explains it.",
	]);
	expect(whole("di<|>al: { to: a }")?.slice(0, 2)).toEqual([
		"**`dial`** — Calls one or more endpoints.",
		"_Deprecated._ Use `connect` instead. _Undocumented:_ the platform still takes it.",
	]);
	expect(whole("connect: { to: 'queue:a', transfer_after_<|>bridge: 'https://example.com' }")?.at(-1)).toBe("_The platform's newest list does not have it._");
	expect(whole("join_conference: { name: a, max_par<|>ticipants: 3 }")?.at(-1)).toBe("_Source: the reference this project was created from._");
	expect(whole("ai: { SWAIG: { functions: [{ function: a, ga<|>tes: [] }] } }")?.at(-1)).toBe(
		"_Source: SDKs that are not released yet; a platform without it ignores it._",
	);
});

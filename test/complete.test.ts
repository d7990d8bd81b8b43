/** Completion: what is offered, and what accepting it does to the text. `<|>` is the cursor. */
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { linesOf } from "../server/core/base/lines.ts";
import { complete } from "../server/core/features/complete.ts";
import { check } from "../server/core/rules/check.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { corpus, examples, open } from "./fixture.ts";

function at(marked: string): { readonly text: string; readonly offset: number } {
	const offset = marked.indexOf("<|>");
	return { text: marked.replace("<|>", ""), offset };
}

function items(marked: string, format: Format, snippets = false): readonly CompletionItem[] {
	const { text, offset } = at(marked);
	return complete(open(text, format), offset, { snippets, markdown: true });
}

function labels(marked: string, format: Format = "yaml"): readonly string[] {
	return items(marked, format).map((item) => item.label);
}

/** The text after accepting an item. */
function accepted(text: string, item: CompletionItem): string {
	const lines = linesOf(text);
	const edit = item.textEdit;
	if (!edit || !("range" in edit)) throw new Error("an item without a text edit");
	const edits = [edit, ...(item.additionalTextEdits ?? [])];
	return applyEdits(
		text,
		edits.map(({ range, newText }) => ({ span: { start: lines.offset(range.start), end: lines.offset(range.end) }, text: newText })),
	);
}

function accept(marked: string, label: string, format: Format = "yaml"): string {
	const item = items(marked, format).find((each) => each.label === label);
	if (!item) throw new Error(`\`${label}\` is not offered; there is ${labels(marked, format).join(", ")}`);
	return accepted(at(marked).text, item);
}

const yaml = (steps: string) => `version: 1.0.0\nsections:\n  main:\n${steps}`;
const json = (step: string) => `{\n  "sections": {\n    "main": [\n      ${step}\n    ]\n  }\n}\n`;

const params = [
	"name",
	"muted",
	"beep",
	"start_on_enter",
	"end_on_exit",
	"wait_url",
	"max_participants",
	"record",
	"region",
	"trim",
	"coach",
	"status_callback_event",
	"status_callback",
	"status_callback_method",
	"status_callback_event_type",
	"recording_status_callback",
	"recording_status_callback_method",
	"recording_status_callback_event",
	"recording_status_callback_event_type",
	"stream",
	"result",
	// From the platform's own list: last, and those that no source explains last of all.
	"meta",
	"emit_call_quality",
	"min_participants",
	"video",
	"video_layout",
	"video_preview",
	"video_quality",
];

const documents = ["document", "ivr_menu", "voicemail", "ai_agent", "ai_agent_with_data_map", "call_whisper", "conference_with_moderator", "keyword_reply"];

describe("what is offered", () => {
	test("root keys", () => {
		expect(labels("<|>")).toEqual(["sections", "version", ...documents]);
		expect(labels("ivr<|>")).toEqual(["sections", "version", ...documents]);
		expect(labels("# swml\n<|>\n")).toEqual(["sections", "version", ...documents]);
		expect(labels("ivr<|>", "json")).toEqual(documents);
		expect(labels("version: 1.0.0\nsec<|>")).toEqual(["sections"]);
		expect(labels('{ "<|>" }', "json")).toEqual(["sections", "version"]);
	});

	test("the params of a method, required ones first, without those already written", () => {
		expect(labels(yaml("    - join_conference:\n        <|>\n"))).toEqual(params);
		expect(labels(yaml("    - join_conference:\n        name: a\n        be<|>\n        muted: true\n"))).toEqual(
			params.filter((name) => name !== "name" && name !== "muted"),
		);
		expect(labels(json('{ "join_conference": { "name": "a", "<|>" } }'), "json")).toEqual(params.filter((name) => name !== "name"));
		expect(labels(json('{ "join_conference": { <|> } }'), "json")).toEqual(params);
	});

	test("methods at a step, both forms of join_conference", () => {
		const joins = (marked: string, format: Format = "yaml") => labels(marked, format).filter((label) => label.startsWith("join_c"));
		const both = ["join_conference", "join_conference: name"];
		expect(joins(yaml("    - jo<|>\n"))).toEqual(both);
		expect(joins(yaml("    - answer: {}\n    - <|>\n"))).toEqual(both);
		expect(joins(yaml("    <|>\n"))).toEqual(both);
		expect(joins(yaml("    - answer: {}\n    <|>\n"))).toEqual(both);
		expect(joins(yaml("    - jo<|>:\n        name: a\n"))).toEqual(["join_conference"]);
		expect(joins(json('{ "<|>" }'), "json")).toEqual(both);
		expect(joins(json('{ "answer": {} }, <|>'), "json")).toEqual(both);
		expect(joins(json('{ "answer": {} } <|>'), "json")).toEqual(both);
	});

	test("values, with their meanings", () => {
		expect(labels(yaml("    - join_conference:\n        beep: <|>\n"))).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(yaml("    - join_conference:\n        beep: on<|>\n        name: a\n"))).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(yaml('    - join_conference:\n        beep: "on<|>"\n'))).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(yaml("    - join_conference:\n        muted: <|>\n"))).toEqual(["true", "false"]);
		expect(labels(yaml("    - join_conference: { name: a, beep: <|> }\n"))).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(json('{ "join_conference": { "beep": <|> } }'), "json")).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(json('{ "join_conference": { "beep": "<|>" } }'), "json")).toEqual(["true", "false", "onEnter", "onExit"]);
		expect(labels(json('{ "join_conference": { "muted": t<|> } }'), "json")).toEqual(["true", "false"]);
	});

	test("event words, one by one, without those already there", () => {
		expect(labels(yaml("    - join_conference:\n        recording_status_callback_event: <|>\n"))).toEqual(["in-progress", "completed", "absent"]);
		expect(labels(yaml("    - join_conference:\n        recording_status_callback_event: completed <|>\n"))).toEqual(["in-progress", "absent"]);
		expect(labels(yaml("    - join_conference:\n        recording_status_callback_event: in<|> absent\n"))).toEqual(["in-progress", "completed"]);
		expect(labels(json('{ "join_conference": { "recording_status_callback_event": "absent <|>" } }'), "json")).toEqual(["in-progress", "completed"]);
	});

	test("nothing in comments, free text and unknown objects", () => {
		expect(labels("# a<|>\nsections:\n  main: []\n")).toEqual([]);
		expect(labels(yaml("    - play:\n        url: say:Hello b<|>\n"))).not.toContain("url");
		expect(labels(yaml("    - user_event:\n        event:\n          my_<|>\n"))).toEqual([]);
	});
});

describe("what accepting does", () => {
	test("a method comes with its required params, indented as the document is", () => {
		expect(accept(yaml("    - jo<|>\n"), "join_conference")).toBe(yaml('    - join_conference:\n        name: "my-conference"\n'));
		expect(accept(yaml("    - jo<|>\n"), "join_conference: name")).toBe(yaml('    - join_conference: "my-conference"\n'));
		expect(accept(yaml("    <|>\n"), "join_conference")).toBe(yaml('    - join_conference:\n        name: "my-conference"\n'));
		expect(accept("sections:\n    main:\n        - jo<|>\n", "join_conference")).toBe(
			'sections:\n    main:\n        - join_conference:\n              name: "my-conference"\n',
		);
		expect(accept(json('{ "jo<|>" }'), "join_conference", "json")).toBe(json('{ "join_conference": {\n        "name": "my-conference"\n      } }'));
		expect(accept(json('{ "answer": {} } <|>'), "join_conference: name", "json")).toBe(json('{ "answer": {} } , { "join_conference": "my-conference" }'));
	});

	test("quotes and commas are right", () => {
		expect(accept(yaml("    - join_conference:\n        beep: <|>\n"), "true")).toBe(yaml('    - join_conference:\n        beep: "true"\n'));
		expect(accept(yaml("    - join_conference:\n        beep: <|>\n"), "onEnter")).toBe(yaml("    - join_conference:\n        beep: onEnter\n"));
		expect(accept(yaml('    - join_conference:\n        beep: "t<|>"\n'), "true")).toBe(yaml('    - join_conference:\n        beep: "true"\n'));
		expect(accept(json('{ "join_conference": { "beep": <|> } }'), "true", "json")).toBe(json('{ "join_conference": { "beep": "true" } }'));
		expect(accept(json('{ "join_conference": { "name": "a" <|> } }'), "muted", "json")).toBe(json('{ "join_conference": { "name": "a" , "muted": true } }'));
		expect(accept(json('{ "join_conference": { <|>"name": "a" } }'), "muted", "json")).toBe(json('{ "join_conference": { "muted": true, "name": "a" } }'));
	});

	test("a snippet holds the values to choose from", () => {
		const [item] = items(yaml("    - join_conference:\n        bee<|>\n"), "yaml", true).filter((each) => each.label === "beep");
		expect(item?.textEdit).toMatchObject({ newText: 'beep: ${1|"false",onEnter,onExit,"true"|}' });
	});
});

// Every position of real documents: what is offered is well-formed, and accepting it breaks nothing.
describe("at every position", () => {
	const documents = [...(corpus() ?? []).filter((each) => each.kind === "document" && each.text.length < 6000), ...examples()];
	const some = process.env["SWML_ALL_POSITIONS"] ? documents : documents.filter((_, index) => index % 4 === 0);

	test.each(some.map((each) => [each.file, each] as const))("%s", (_, { text, format }) => {
		const before = counts(text, format);
		if (!before) return;
		const document = open(text, format);
		const lines = linesOf(text);
		const step = Math.max(1, Math.floor(text.length / 150));
		for (let offset = 0; offset <= text.length; offset += step) {
			const offered = complete(document, offset, { snippets: false, markdown: false });
			expect(new Set(offered.map((item) => item.label)).size, `duplicates at ${offset}`).toBe(offered.length);
			for (const item of [offered[0], offered[offset % Math.max(1, offered.length)], offered.at(-1)]) {
				if (!item?.textEdit || !("range" in item.textEdit)) continue;
				const { start, end } = item.textEdit.range;
				expect(start.line, `${item.label} at ${offset}: one line`).toBe(end.line);
				expect(lines.offset(start) <= offset && offset <= lines.offset(end), `${item.label} at ${offset}: around the cursor`).toBe(true);
				const after = accepted(text, item);
				const context = `${JSON.stringify(text.slice(Math.max(0, offset - 40), offset))}<|> + ${item.label}:\n${after.slice(Math.max(0, offset - 200), offset + 300)}`;
				const now = counts(after, format);
				expect(now, context).toBeDefined();
				// Naming another method can make a call of a message, which is another matter.
				if (open(after, format).binding().flavour !== document.binding().flavour) continue;
				for (const rule of ["unknown-method", "unknown-parameter", "unknown-root-key", "unknown-value", "duplicate-key"]) {
					expect(now?.get(rule) ?? 0, `${rule} after ${context}`).toBeLessThanOrEqual(before.get(rule) ?? 0);
				}
			}
		}
	});
});

/** How many problems there are of each rule; undefined where the text cannot be read. */
function counts(text: string, format: Format): ReadonlyMap<string, number> | undefined {
	const { problems } = check(open(text, format));
	if (problems.some((problem) => problem.rule === "syntax")) return undefined;
	const found = new Map<string, number>();
	for (const { rule } of problems) found.set(rule, (found.get(rule) ?? 0) + 1);
	return found;
}

/** join_conference from the keystroke to the quick fix: every row of what the project was asked for, in both syntaxes. */
import { describe, expect, test } from "vitest";
import { actionsAt, fixAll } from "../server/core/features/actions.ts";
import { hover } from "../server/core/features/hover.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf, shown } from "./fixture.ts";
import { toJson } from "./twin.ts";

const yaml = (params: string) => `version: 1.0.0\nsections:\n  main:\n    - join_conference:\n${params.replace(/^(?=.)/gm, "        ")}\n`;

/** Every problem, hints too, as one line each. */
function found(text: string, format: Format = "yaml"): readonly string[] {
	return shown(text, problemsOf(text, format));
}

/** The titles of the first problem's fixes, and the params after the first of them, in YAML. */
function mended(params: string): readonly [titles: readonly string[], after: string] {
	const text = yaml(params);
	const [problem] = problemsOf(text);
	const [first] = problem?.fixes ?? [];
	const after = first ? applyEdits(text, first.edits) : text;
	return [
		problem?.fixes.map((fix) => fix.title) ?? [],
		after
			.replace(/^version[\s\S]*join_conference:/, "")
			.replace(/^\n/, "")
			.replace(/^ {8}/gm, "")
			.trimEnd(),
	];
}

type Row = readonly [params: string, problems: readonly string[], titles: readonly string[], after: string];

const rows: readonly Row[] = [
	[
		"name: a\nbeep: onenter",
		['error unknown-value "onenter": `onenter` is not a valid value for `beep`; did you mean `onEnter`?'],
		["Change to `onEnter`"],
		"name: a\nbeep: onEnter",
	],
	[
		"name: a\nbeep: on_exit",
		['error unknown-value "on_exit": `on_exit` is not a valid value for `beep`; did you mean `onExit`?'],
		["Change to `onExit`"],
		"name: a\nbeep: onExit",
	],
	[
		"name: a\nbeep: loud",
		['error unknown-value "loud": `loud` is not a valid value for `beep`; it must be `"true"`, `"false"`, `onEnter` or `onExit`'],
		['Change to `"true"`', 'Change to `"false"`', "Change to `onEnter`", "Change to `onExit`"],
		'name: a\nbeep: "true"',
	],
	[
		"name: a\nbeep: false",
		['error wrong-type "false": `beep` must be `"true"`, `"false"`, `onEnter` or `onExit`; put it in quotes'],
		["Add quotes"],
		'name: a\nbeep: "false"',
	],
	[
		"name: a\nrecord: record_from_start",
		['error unknown-value "record_from_start": `record_from_start` is not a valid value for `record`; did you mean `record-from-start`?'],
		["Change to `record-from-start`"],
		"name: a\nrecord: record-from-start",
	],
	[
		"name: a\nrecord: record-from-start\ntrim: trim",
		['error unknown-value "trim": `trim` is not a valid value for `trim`; it must be `trim-silence` or `do-not-trim`'],
		["Change to `trim-silence`", "Change to `do-not-trim`"],
		"name: a\nrecord: record-from-start\ntrim: trim-silence",
	],
	[
		"name: a\nstatus_callback: https://a.example\nstatus_callback_method: get",
		['error unknown-value "get": `get` is not a valid value for `status_callback_method`; did you mean `GET`?'],
		["Change to `GET`"],
		"name: a\nstatus_callback: https://a.example\nstatus_callback_method: GET",
	],
	[
		"name: a\nmax_participants: 0",
		['error out-of-range "0": `max_participants` must be an integer from 1 to 250, not 0'],
		["Change to `1`"],
		"name: a\nmax_participants: 1",
	],
	[
		"name: a\nmax_participants: 251",
		['error out-of-range "251": `max_participants` must be an integer from 1 to 250, not 251; newer SDKs take any integer from 2'],
		["Change to `250`"],
		"name: a\nmax_participants: 250",
	],
	[
		"name: a\nmax_participants: 9.6",
		['error out-of-range "9.6": `max_participants` must be an integer from 1 to 250, not 9.6'],
		["Change to `10`"],
		"name: a\nmax_participants: 10",
	],
	[
		"name: a\nmax_participants: many",
		['error wrong-type "many": `max_participants` must be an integer from 1 to 250, not a string'],
		[],
		"name: a\nmax_participants: many",
	],
	[
		'name: a\nmax_participants: "50"',
		['error loose-value "\\"50\\"": `max_participants` is a number; write `50` without quotes'],
		["Change to `50`"],
		"name: a\nmax_participants: 50",
	],
	["muted: true", ['error missing-parameter "join_conference": `join_conference` requires `name`; add it'], ["Add `name`"], "name: my-conference\nmuted: true"],
	['name: "  "', ['error empty-value "\\"  \\"": `name` is empty; enter a value'], ["Add a value"], "name: my-conference"],
	[
		"name: 12\nmuted: true",
		['error wrong-type "12": `name` must be a string, not the number `12`; put it in quotes'],
		["Add quotes"],
		'name: "12"\nmuted: true',
	],
	[
		"name: a\nstart_onenter: false",
		['error unknown-parameter "start_onenter": `join_conference` has no parameter `start_onenter`; did you mean `start_on_enter`?'],
		["Rename to `start_on_enter`", "Remove `start_onenter`"],
		"name: a\nstart_on_enter: false",
	],
	['name: a\nmuted: "yes"', ['warning loose-value "\\"yes\\"": `muted` is a boolean; write `true`'], ["Change to `true`"], "name: a\nmuted: true"],
	["name: a\nend_on_exit: 1", ['warning loose-value "1": `end_on_exit` is a boolean; write `true`'], ["Change to `true`"], "name: a\nend_on_exit: true"],
	[
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: joined",
		['error word-list "joined": `joined` is not a valid value for `status_callback_event`; did you mean `join`?'],
		["Change to `join`"],
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join",
	],
	[
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join, leave",
		['warning word-list "join, leave": separate the values of `status_callback_event` with spaces, not commas'],
		["Separate with spaces"],
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join leave",
	],
	[
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join join",
		['warning word-list "join": `join` is listed twice; remove one'],
		["Remove `join`"],
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join",
	],
	[
		'name: a\nstatus_callback: https://a.example\nstatus_callback_event: ""',
		['error empty-value "\\"\\"": `status_callback_event` is empty; enter a value, or leave it out'],
		[],
		'name: a\nstatus_callback: https://a.example\nstatus_callback_event: ""',
	],
	[
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: [join, leave]",
		['error wrong-type "[join, leave]": `status_callback_event` must be a string of space-separated words, not a list'],
		["Join into one string"],
		"name: a\nstatus_callback: https://a.example\nstatus_callback_event: join leave",
	],
	[
		"name: a\nregion: us-east",
		[
			'hint unknown-value "us-east": `us-east` is not a valid value for `region`; it must be `global`, `us`, `eu` or `ch`. Sources disagree: the published schema lists `global`, `us`, `eu` and `ch`; the SDK\'s reference takes any text and its examples use `us-east`',
		],
		["Change to `global`", "Change to `us`", "Change to `eu`", "Change to `ch`"],
		"name: a\nregion: global",
	],
	[
		"name: a\nstatus_callback_event: join",
		['warning no-effect "status_callback_event": `status_callback_event` has no effect: there is no `status_callback` to report to'],
		["Remove `status_callback_event`"],
		"name: a",
	],
	[
		"name: a\nrecording_status_callback: https://a.example",
		['warning no-effect "recording_status_callback": `recording_status_callback` has no effect: the conference is not recorded'],
		["Remove `recording_status_callback`"],
		"name: a",
	],
	["name: a\ntrim: do-not-trim", ['warning no-effect "trim": `trim` has no effect: the conference is not recorded'], ["Remove `trim`"], "name: a"],
	[
		"name: a\nwait_url: https://a.example/music",
		['hint no-effect "wait_url": `wait_url` has no effect: this participant starts the conference on entering, so there is nothing to wait for'],
		["Remove `wait_url`"],
		"name: a",
	],
	[
		'name: a\nmuted: true\nbeep: "true"',
		['hint default-value "beep: \\"true\\"": `"true"` is the default of `beep`; it can be left out'],
		["Remove `beep`"],
		"name: a\nmuted: true",
	],
	[
		"name: a\nmuted: false",
		['hint simplified-form "join_conference": only `name` differs from the defaults; `join_conference: a` does the same'],
		["Use the simplified form"],
		"a",
	],
	["name: a\nresult: done", ['error wrong-type "done": `result` must be an object or a list, not a string'], [], "name: a\nresult: done"],
];

describe("what is wrong, and the key to press", () => {
	const named = rows.map((row) => [row[0].replaceAll("\n", ", "), row] as const);

	test.each(named)("%s", (_, [params, problems, titles, after]) => {
		expect(found(yaml(params))).toEqual(problems);
		const [offered, text] = mended(params);
		expect(offered).toEqual(titles);
		expect(text).toBe(after.includes("\n") || after.includes(":") ? after : ` ${after}`);
	});

	test.each(named)("the same in JSON: %s", (_, [params, problems]) => {
		const text = toJson(yaml(params));
		const bare = (line: string) => line.replace(/^(\w+ [\w-]+) .*?: (?=`|the |everything)/, "$1 ").replace(/^(\w+ [\w-]+) ".*": /, "$1 ");
		expect(problemsOf(text, "json").map((problem) => `${problem.level} ${problem.rule} ${problem.message}`)).toEqual(problems.map(bare));
	});

	test("what is only known during the call is never wrong", () => {
		expect(
			found(
				yaml(
					'name: "${vars.room}"\nbeep: "${vars.beep}"\nmax_participants: "%{vars.max}"\nmuted: "${vars.muted}"\nrecord: "${vars.record}"\ntrim: do-not-trim\nstatus_callback: "https://${vars.host}/x"\nstatus_callback_event: "${vars.events}"\nregion: "x-${vars.region}"',
				),
			),
		).toEqual([]);
	});

	test("both forms, both ways", () => {
		const short = "version: 1.0.0\nsections:\n  main:\n    - join_conference: support\n";
		const long = "version: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: support\n";
		const rewritten = (text: string, format: Format = "yaml") => {
			const at = text.indexOf("join_conference") + 2;
			const [action] = actionsAt(open(text, format), [], { start: at, end: at });
			return [action?.title, action && applyEdits(text, action.edits)];
		};
		expect(rewritten(short)).toEqual(["Expand to the object form", long]);
		expect(rewritten(long)).toEqual(["Use the simplified form", short]);
		expect(rewritten('{"sections":{"main":[{"join_conference": "support"}]}}', "json")).toEqual([
			"Expand to the object form",
			'{"sections":{"main":[{"join_conference": { "name": "support" }}]}}',
		]);
	});

	test("all that is safe is fixed at once", () => {
		const text = yaml('name: a\nbeep: onenter\nmuted: "true"\nmax_participants: "20"\nrecord: RECORD-FROM-START\nregion: us-east');
		const all = fixAll(problemsOf(text));
		expect(all && applyEdits(text, all.edits)).toBe(
			yaml("name: a\nbeep: onEnter\nmuted: true\nmax_participants: 20\nrecord: record-from-start\nregion: us-east"),
		);
	});

	test("a comment silences a rule on the next line", () => {
		expect(found(yaml("name: a\n# swml-ignore unknown-value\nbeep: loud"))).toEqual([]);
		expect(found(yaml("name: a\n# swml-ignore out-of-range, unknown-value -- on purpose\n\nbeep: loud"))).toEqual([]);
		expect(found(yaml("name: a\n# swml-ignore out-of-range\nbeep: loud")).length).toBe(1);
	});
});

describe("hover", () => {
	const text = yaml("name: a\nbeep: onEnter\nstatus_callback: https://a.example\nstatus_callback_event: start join");
	const hovered = (word: string, from = 0) => {
		const found = hover(open(text), text.indexOf(word, from) + 1);
		return found && [text.slice(found.span.start, found.span.end), found.text.split("\n")[0]];
	};

	test("on a method, a parameter, a value and an event word", () => {
		expect(hovered("join_conference")).toEqual([
			"join_conference",
			"**`join_conference`** — Joins the call to an audio conference. Everyone who joins the same `name` meets in the same conference, from SWML, RELAY and CXML calls alike. [Reference](https://signalwire.com/docs/swml/reference/calling/join-conference)",
		]);
		expect(hovered("beep")).toEqual(["beep", "**`beep`** of `join_conference` — When to play a beep to the conference."]);
		expect(hovered("onEnter")).toEqual(["onEnter", "**`onEnter`** — Beep only when someone joins."]);
		expect(hovered("join", text.indexOf("start join"))).toEqual(["join", "**`join`** — Someone joined."]);
		expect(hovered("version")).toEqual(["version", "**`version`** — The version of SWML the document is written in."]);
	});

	test("says where sources disagree about the limit", () => {
		const limited = yaml("name: a\nmax_participants: 3");
		const limit = hover(open(limited), limited.indexOf("max_"));
		expect(limit?.text).toContain("100000");
	});
});

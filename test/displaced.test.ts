/** What stands at the wrong level, under an invented name or in the wrong kind of value is one mistake, and one key puts it right. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { actionsAt } from "../server/core/features/actions.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, problemsOf, whole } from "./fixture.ts";

interface Case {
	readonly says: string;
	/** Where JSON has other words for the same. */
	readonly saysInJson?: string;
	readonly fix: string;
	readonly before: string;
	readonly after: string;
}

const cases: { readonly [name: string]: Case } = {
	"an invented method that speaks": {
		says: "unknown method `say`; did you mean `play`?",
		fix: "Change to `play`",
		before: "- say: Hello there\n",
		after: "- play:\n    url: say:Hello there\n",
	},
	"an invented method that speaks, with its text inside": {
		says: "unknown method `tts`; did you mean `play`?",
		fix: "Change to `play`",
		before: "- tts:\n    text: Hello there\n",
		after: "- play:\n    url: say:Hello there\n",
	},
	"an invented method with what `play` takes anyway": {
		says: "unknown method `say`; did you mean `play`?",
		fix: "Change to `play`",
		before: "- say: https://example.com/a.mp3\n",
		after: "- play:\n    url: https://example.com/a.mp3\n",
	},
	"an invented param that speaks": {
		says: "`play` has no parameter `text`; did you mean `url`?",
		fix: "Rename to `url`",
		before: "- play:\n    text: Hello there\n",
		after: "- play:\n    url: say:Hello there\n",
	},
	"outcomes beside `case`": {
		says: "`result` has no parameters `connected` and `failed`; they belong in `case`",
		fix: "Move them into `case`",
		before: '- connect:\n    to: "+15551230000"\n    result:\n      connected: # yes\n        - hangup: {}\n      failed:\n        - answer: {}\n',
		after:
			'- connect:\n    to: "+15551230000"\n    result:\n      case:\n        connected: # yes\n          - hangup: {}\n        failed:\n          - answer: {}\n',
	},
	"cases beside `case` in a switch": {
		says: "`switch` has no parameter `1`; it belongs in `case`",
		fix: "Move it into `case`",
		before: '- switch:\n    variable: prompt_value\n    "1":\n      - hangup: {}\n    default:\n      - hangup: {}\n',
		after: '- switch:\n    variable: prompt_value\n    case:\n      "1":\n        - hangup: {}\n    default:\n      - hangup: {}\n',
	},
	"a condition called `elseif`": {
		says: "this condition has no parameter `elseif`; did you mean `when`?",
		fix: "Rename to `when`",
		before: "- cond:\n    - elseif: vars.a == 1\n      then:\n        - hangup: {}\n",
		after: "- cond:\n    - when: vars.a == 1\n      then:\n        - hangup: {}\n",
	},
	"headers as an object": {
		says: "`headers` must be a list, not an object",
		fix: "Change to a list",
		before: "- connect:\n    to: sip:a@example.com\n    headers:\n      X-A: b\n      X-C: d\n",
		after: "- connect:\n    to: sip:a@example.com\n    headers:\n      - name: X-A\n        value: b\n      - name: X-C\n        value: d\n",
	},
	"an object where a list of such objects belongs": {
		says: "`pom` must be a list, not an object",
		fix: "Wrap in a list",
		before: "- ai:\n    prompt:\n      pom:\n        title: Task\n        body: Help.\n",
		after: "- ai:\n    prompt:\n      pom:\n        - title: Task\n          body: Help.\n",
	},
	"a function as OpenAI has it": {
		says: "`function` must be a string, not an object; move its entries up a level",
		fix: "Take its entries out of the object",
		before:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function:\n            name: now\n            description: The time.\n          web_hook_url: https://example.com\n",
		after:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: now\n          description: The time.\n          web_hook_url: https://example.com\n",
	},
	"arguments beside `properties`": {
		says: "`parameters` has no parameter `city`; it belongs in `properties`",
		fix: "Move it into `properties`",
		before:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            city:\n              type: string\n              description: Where.\n",
		after:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              city:\n                type: string\n                description: Where.\n",
	},
	"the voice of an agent": {
		says: "`voice` is deprecated; use `languages[].voice` instead",
		fix: "Move it to `languages[].voice`",
		before: "- ai:\n    voice: elevenlabs.rachel\n    prompt: { text: Hi }\n",
		after: "- ai:\n    languages:\n      - name: English\n        code: en-US\n        voice: elevenlabs.rachel\n    prompt: { text: Hi }\n",
	},
	"what belongs into the one language there is": {
		says: "`ai` has no parameter `speech_fillers`; it belongs in `languages[].speech_fillers`",
		fix: "Move it to `languages[].speech_fillers`",
		before:
			"- ai:\n    prompt: { text: Hi }\n    speech_fillers: [hm]\n    languages:\n      - name: French\n        code: fr-FR\n        voice: elevenlabs.rachel\n",
		after:
			"- ai:\n    prompt: { text: Hi }\n    languages:\n      - name: French\n        code: fr-FR\n        voice: elevenlabs.rachel\n        speech_fillers: [hm]\n",
	},
	"several destinations where one belongs": {
		says: "`to` must be a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`, not a list",
		fix: "Rename to `serial`",
		before: '- connect:\n    to: ["+15551230000", "+15551230001"]\n',
		after: '- connect:\n    serial: ["+15551230000", "+15551230001"]\n',
	},
	"a number with its unit": {
		says: "`digit_timeout` must be a number (seconds), not a string",
		fix: "Change to `1.5`",
		before: "- prompt:\n    play: say:Hi\n    digit_timeout: 1500ms\n",
		after: "- prompt:\n    play: say:Hi\n    digit_timeout: 1.5\n",
	},
	"a number of another unit": {
		says: "`duration` must be an integer of at least 0 (milliseconds), or `-1`, not a string",
		fix: "Change to `5000`",
		before: "- sleep:\n    duration: 5 seconds\n",
		after: "- sleep:\n    duration: 5000\n",
	},
	"`true` for an object without params": {
		says: "`denoise` must be an object, not the boolean `true`",
		fix: "Change to `{}`",
		before: "- denoise: true\n",
		after: "- denoise: {}\n",
	},
	"a list in one text": {
		says: "`hints` must be a list, not a string",
		fix: "Split into a list",
		before: "- ai:\n    prompt: { text: Hi }\n    hints: SignalWire, SWML\n",
		after: "- ai:\n    prompt: { text: Hi }\n    hints:\n      - SignalWire\n      - SWML\n",
	},
	"a phone number that became a number, and lost its plus": {
		says: "`to` must be a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`, not the number `15551234567`; put it in quotes",
		fix: 'Change to `"+15551234567"`',
		before: "- connect:\n    to: 15551234567\n",
		after: '- connect:\n    to: "+15551234567"\n',
	},
	"a step in words": {
		says: "`then` must be a list of steps; put `- ` before each step",
		saysInJson: "`then` must be a list of steps; wrap it in `[` and `]`",
		fix: "Change to a step",
		before: "- cond:\n    - when: vars.a == 1\n      then: goto top\n- label: top\n",
		after: "- cond:\n    - when: vars.a == 1\n      then:\n        - goto: top\n- label: top\n",
	},
	"what stands at the end of where it does not belong": {
		says: "`prompt` has no parameter `hints`; it belongs beside `prompt`, not inside it",
		fix: "Move it to `hints`",
		before: "- ai:\n    prompt:\n      text: Hi\n      hints: [SWML]\n- hangup: {}\n",
		after: "- ai:\n    prompt:\n      text: Hi\n    hints: [SWML]\n- hangup: {}\n",
	},
	"params that belong together, two levels deeper": {
		says: "`live_translate` has no parameters `from_lang`, `to_lang` and `direction`; they belong in `action.start`",
		fix: "Move them to `action.start`",
		before: "- live_translate:\n    from_lang: en-US\n    to_lang: es-ES\n    direction:\n      - remote-caller\n",
		after: "- live_translate:\n    action:\n      start:\n        from_lang: en-US\n        to_lang: es-ES\n        direction:\n          - remote-caller\n",
	},
	"a value that takes params": {
		says: "`start` takes parameters of its own; write `start:` with them below `action`",
		fix: "Expand `start` to an object",
		before: "- live_transcribe:\n    action: start\n",
		after: "- live_transcribe:\n    action:\n      start:\n        lang: en-US\n        direction:\n          - remote-caller\n",
	},
	"a header as one entry": {
		says: "this SIP header has no parameter `X-Foo`; write it as `name` and `value`",
		fix: "Change to `name` and `value`",
		before: "- connect:\n    to: sip:a@example.com\n    headers:\n      - X-Foo: bar\n",
		after: "- connect:\n    to: sip:a@example.com\n    headers:\n      - name: X-Foo\n        value: bar\n",
	},
	"a map by name where a list belongs": {
		says: "`functions` must be a list, not an object",
		fix: "Change to a list",
		before:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        now:\n          description: The time.\n          web_hook_url: https://example.com\n",
		after:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: now\n          description: The time.\n          web_hook_url: https://example.com\n",
	},
	"a list in the place of what holds it": {
		says: "`SWAIG` must be an object, not a list",
		fix: "Wrap in `functions`",
		before:
			"- amazon_bedrock:\n    prompt: { text: Hi }\n    SWAIG:\n      - function: now\n        description: The time.\n        web_hook_url: https://example.com\n",
		after:
			"- amazon_bedrock:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: now\n          description: The time.\n          web_hook_url: https://example.com\n",
	},
	"an entry that quotes have swallowed": {
		says: "`set_meta_data` must be an object, not a string",
		fix: "Remove the quotes",
		before:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          data_map:\n            output:\n              response: Done.\n              action:\n                - set_meta_data: 'customer: ${args.name}'\n",
		after:
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          data_map:\n            output:\n              response: Done.\n              action:\n                - set_meta_data:\n                    customer: ${args.name}\n",
	},
	"an object written as a list, and one inside it": {
		says: "`transfer` must be the name of a section, an http or https URL, or a SWML document written as JSON, or an object, not a list",
		fix: "Merge into one object",
		before: "- transfer:\n    - dest: https://example.com/next\n    - params:\n        - foo: bar\n",
		after: "- transfer:\n    dest: https://example.com/next\n    params:\n      foo: bar\n",
	},
	"a queue without what follows": {
		says: "`connect` requires `transfer_after_bridge` or `execute_after_queue`: it says what follows when the queue is done with the call; add one of them",
		fix: "Add `transfer_after_bridge`",
		before: "- connect:\n    to: queue:support\n",
		after: "- connect:\n    transfer_after_bridge: https://example.com\n    to: queue:support\n",
	},
};

describe.each(Object.entries(cases))("%s", (_, { says, saysInJson = says, fix, before, after }) => {
	test("in YAML, to the character", () => {
		expect(mended(whole(before), "yaml", says, fix)).toEqual({ others: [], text: whole(after) });
	});

	test("in JSON, the same data", () => {
		const json = JSON.stringify(parse(whole(before)), null, 2);
		const { others, text } = mended(json, "json", saysInJson, fix);
		expect({ others, data: JSON.parse(text) }).toEqual({ others: [], data: parse(whole(after)) });
		const oneLine = mended(JSON.stringify(parse(whole(before))), "json", saysInJson, fix);
		expect({ others: oneLine.others, data: JSON.parse(oneLine.text) }).toEqual({ others: [], data: parse(whole(after)) });
	});
});

describe("indented too little", () => {
	test.each([
		[
			"below a param without a value",
			"- ai:\n    prompt:\n    text: You are kind.\n    temperature: 0.4\n",
			"`text` and `temperature` belong to `prompt`; indent them further",
			"- ai:\n    prompt:\n      text: You are kind.\n      temperature: 0.4\n",
		],
		[
			"keys of the author's own",
			'- switch:\n    variable: x\n    case:\n    "1":\n      - hangup: {}\n',
			"`1` belongs to `case`; indent it further",
			'- switch:\n    variable: x\n    case:\n      "1":\n        - hangup: {}\n',
		],
		[
			"beside a method that has other params",
			'- connect:\n    to: "+15551230000"\n  timeout: 30\n',
			"`timeout` belongs to `connect`; indent it further",
			'- connect:\n    to: "+15551230000"\n    timeout: 30\n',
		],
		[
			"beside a method in its short form",
			"- play: say:Hi\n  volume: 3\n",
			"`volume` belongs to `play`; indent it further",
			"- play:\n    url: say:Hi\n    volume: 3\n",
		],
	])("%s", (_, before, says, after) => {
		expect(mended(whole(before), "yaml", says, "Indent it further")).toEqual({ others: [], text: whole(after) });
	});

	test("a dash without its space", () => {
		const says = "`-` needs a space after it, or it is part of a name";
		const { others, text } = mended("sections:\n  main:\n    -answer: {}\n    -play:\n        url: say:hi\n", "yaml", says, "Insert a space");
		expect({ others, text }).toEqual({ others: [], text: "sections:\n  main:\n    - answer: {}\n    - play:\n        url: say:hi\n" });
		for (const healthy of ["- set:\n    -v: 1\n    on: true\n", "- return:\n    -play: x\n", "- label: -helper\n- goto:\n    label: -helper\n"])
			expect(problemsOf(whole(healthy)).filter(({ level }) => level !== "hint")).toEqual([]);
	});

	test("what belongs nowhere is said so", () => {
		expect(problemsOf(whole("- prompt:\n    play: say:Hi\n  on_success:\n    - hangup: {}\n")).map((each) => each.message)).toEqual([
			"`on_success` is neither a method nor a parameter of `prompt`; a step has one method and nothing else",
		]);
	});
});

describe("the outermost", () => {
	const step = "- hangup: {}\n";
	test.each([
		[
			"a section too far out",
			`sections:\n  main:\n    ${step}sales:\n  ${step}`,
			"`sales` belongs in `sections.sales`",
			"Move it to `sections.sales`",
			`sections:\n  main:\n    ${step}  sales:\n    ${step}`,
		],
		[
			"a wrapper",
			`swml:\n  sections:\n    main:\n      ${step}`,
			"a SWML document cannot be inside `swml`",
			"Take it out of `swml`",
			`sections:\n  main:\n    ${step}`,
		],
		[
			"another first section",
			`sections:\n  Main:\n    ${step}`,
			"missing section `main`; every call starts there",
			"Rename `Main` to `main`",
			`sections:\n  main:\n    ${step}`,
		],
		["steps for sections", `sections:\n  ${step}`, "`sections` must be an object, not a list", "Wrap in `main`", `sections:\n  main:\n    ${step}`],
		["steps for a document", step, "the document must be an object, not a list", "Wrap in `sections.main`", `sections:\n  main:\n    ${step}`],
	])("%s", (_, before, says, fix, after) => {
		const { others, text } = mended(before, "yaml", says, fix);
		expect({ others, text: `${text.trimEnd()}\n` }).toEqual({ others: [], text: after });
		const json = mended(JSON.stringify(parse(before)), "json", says, fix);
		expect({ others: json.others, data: JSON.parse(json.text) }).toEqual({ others: [], data: parse(after) });
	});
});

describe("nothing is expanded or quoted that is wrong itself", () => {
	test.each([
		["- answer: true\n", ["wrong-type: Change to `{}`"]],
		["- send_digits: 0123\n", ["wrong-type: Add quotes"]],
		["- ai:\n    prompt: { text: Hi }\n    params: { enable_barge: 7 }\n", ["wrong-type: "]],
	])("example %#", (before, expected) => {
		expect(problemsOf(whole(before)).map(({ rule, fixes }) => `${rule}: ${fixes.map((each) => each.title).join(", ")}`)).toEqual(expected);
	});
});

test("a queue with another word for what follows lacks nothing", () => {
	expect(problemsOf(whole("- connect:\n    to: queue:support\n    execute_after_queue: https://example.com/next\n"))).toEqual([]);
});

/** The problems of a document but for the one that `says` this, and the text after its first fix. */
function mended(text: string, format: Format, says: string, title: string) {
	const problems = problemsOf(text, format);
	const problem = problems.find((each) => each.message === says);
	if (!problem) throw new Error(`not found among: ${problems.map((each) => each.message).join(" | ")}`);
	const [action] = actionsAt(open(text, format), [problem], problem.span).filter((each) => each.kind === "quickfix" && each.problem === problem);
	expect(action?.title).toBe(title);
	return {
		others: problems.filter((each) => each !== problem && each.level !== "hint").map((each) => each.message),
		text: applyEdits(text, action?.edits ?? []),
	};
}

/** What is no mistake is not called one, and what costs a call or money is said loudly enough: whole lists, in YAML and in JSON. */
import { describe, expect, test } from "vitest";
import { detect, syntaxOf } from "../server/core/detect.ts";
import { format } from "../server/core/features/format.ts";
import { applyEdits } from "../server/core/syntax/edit.ts";
import { corpus, open, problemsOf, shown } from "./fixture.ts";
import { testKinds } from "./kinds.ts";

const template = "this is a template: what its code leaves out or repeats cannot be seen here, so only what does not depend on that is checked";
const off = [["Turn SWML off in this file"]];

describe("code of templates", () => {
	testKinds(
		(
			[
				["Jinja", "    {% if open %}\n", "    {% else %}\n", "    {% endif %}\n", "{{ pause }}", "{% if open %}"],
				["Jinja, in the first column", "{%- if open %}\n", "{%- else %}\n", "{%- endif %}\n", "{{ pause }}", "{%- if open %}"],
				["Helm", "    {{- if .Values.open }}\n", "    {{- else }}\n", "    {{- end }}\n", "{{ .Values.pause | default 10 }}", "{{- if .Values.open }}"],
				["Handlebars", "    {{#if open}}\n", "    {{else}}\n", "    {{/if}}\n", "{{{ pause }}}", "{{#if open}}"],
				["ERB", "    <% if open %>\n", "    <% else %>\n", "    <% end %>\n", "<%= pause %>", "<% if open %>"],
				["PHP", "    <?php if ($open): ?>\n", "    <?php else: ?>\n", "    <?php endif; ?>\n", "<?= $pause ?>", "<?php if ($open): ?>"],
				["Terraform", "    %{ if open }\n", "    %{ else }\n", "    %{ endif }\n", "${pause}", "%{ if open }"],
			] as const
		).map(([name, begin, other, end, value, first]) => {
			// The branches say the same key twice, and leave for good in the middle.
			const before = `sections:\n  main:\n${begin}    - hangup: {}\n${other}    - sleep: ${value}\n    - connect:\n        to: ${value}\n${begin}        timeout: 10\n${other}        timeout: 20\n${end}${end}`;
			return { name, before, says: [`info syntax ${JSON.stringify(first)}: ${template}`], offers: off, after: `# swml: off\n${before}`, yamlOnly: true };
		}),
	);

	testKinds([
		{
			name: "values alone",
			before:
				'- sleep: {{ pause }}\n- connect: { to: {{ number }}, timeout: {{ t | default("a: b") }} } # {{ c }}\n- play:\n    url: {{ base }}/{{ file }}.mp3\n    volume:\n      {{ loud }}\n- play: { url: "{{ url }}" }\n- set:\n    {{ name }}: 5\n- sleep: {% if x %}5{% else %}6{% endif %}\n',
			says: [],
			yamlOnly: true,
		},
		{
			name: "lines in block text are text",
			before: "- ai:\n    prompt:\n      text: |\n        Hi\n        {% if x %}\n        {{ name }}\n        {% endif %}\n    colour: 5\n",
			says: ['error unknown-parameter "colour": `ai` has no parameter `colour`; remove it'],
			yamlOnly: true,
			offers: [["Remove `colour`"]],
			after: "- ai:\n    prompt:\n      text: |\n        Hi\n        {% if x %}\n        {{ name }}\n        {% endif %}\n",
		},
		{
			name: "what does not depend on the code is still said",
			before: "- join_conference:\n    name: a\n    {% if x %}\n    beep: onenter\n    {% endif %}\n",
			says: [`info syntax "{% if x %}": ${template}`, 'error unknown-value "onenter": `onenter` is not a valid value for `beep`; did you mean `onEnter`?'],
			offers: [["Turn SWML off in this file"], ["*Change to `onEnter`"]],
			after:
				"# swml: off\nversion: 1.0.0\nsections:\n  main:\n    - join_conference:\n        name: a\n        {% if x %}\n        beep: onenter\n        {% endif %}\n",
			yamlOnly: true,
		},
	]);

	testKinds([
		{
			name: "in place of names, steps and lists",
			before:
				'sections:\n  main: {{ steps }}\n  other:\n    - {{ step }}\n    - play:\n        {{ key }}: 5\n    - {{ method }}:\n        a: 1\n    - cond:\n        - when: x\n          then: "{{ steps }}"\n  {{ section }}:\n    - hangup: {}\n',
			says: [],
			yamlOnly: true,
		},
		{ name: "in place of all sections", before: "sections: {{ sections | toyaml }}\n", says: [], yamlOnly: true },
		{ name: "in place of the names of sections", before: "sections:\n  {{ first }}:\n    - hangup: {}\n", says: [], yamlOnly: true },
	]);

	test("is not laid out", () => {
		const options = { tabSize: 2, insertSpaces: true };
		expect(format(open("sections:\n    main:\n    {% if x %}\n    - hangup:   {}\n    {% endif %}\n"), options)).toEqual([]);
		expect(format(open('{"sections": {\n"main": [{% if x %}\n{"hangup": {}}{% endif %}]}}', "json"), options)).toEqual([]);
		const values = "sections:\n    main:\n    - sleep:   {{ pause }}\n";
		expect(applyEdits(values, format(open(values), options))).toBe("sections:\n  main:\n    - sleep: {{ pause }}\n");
	});

	test("in JSON", () => {
		const says = (text: string) => shown(text, problemsOf(text, "json"));
		expect(says('{"sections": {"main": [{"sleep": {{ n }}}, {"play": {"url": "{{ u }}", "volume": <%= v %>}}, {"sleep": <?= $n ?>}]}}')).toEqual([]);
		expect(says('{"sections": {"main": {{ s | tojson }}, "{{ x }}": [{"{{ m }}": {}}, {{ step }}, {"play": {"{{ k }}": 5}}]}}')).toEqual([]);
		for (const [begin, end] of [
			["{% for x in y %}", "{% endfor %}"],
			["<% if x %>", "<% end %>"],
			["{{#each y}}", "{{/each}}"],
		] as const) {
			const text = `{\n  "sections": {\n    "main": [\n      ${begin}\n      {"sleep": {{ n }}},\n      ${end}\n    ]\n  }\n}`;
			expect(says(text)).toEqual([`info syntax ${JSON.stringify(begin)}: ${template}`]);
			expect(problemsOf(text, "json").flatMap(({ fixes }) => fixes)).toEqual([]);
		}
	});
});

describe("words that a tool fills in", () => {
	const kinds = ["$NAME", "@@NAME@@", "%(name)s", "__NAME__", "{name}", "<NAME>"];
	testKinds(
		kinds.map((word) => ({
			name: `in place of values: ${word}`,
			before: `- join_conference:\n    name: "${word}"\n    beep: "${word}"\n    muted: "${word}"\n    max_participants: "${word}"\n- connect: { to: "+15551234567", timeout: "${word}" }\n`,
			says: [],
		})),
	);
	testKinds(
		[...kinds.slice(0, 5).map((word) => `${word}/x`)].map((word) => ({
			name: `in an address: ${word}`,
			before: `- play: { url: "${word}" }\n`,
			says: [
				`hint value-format ${JSON.stringify(`"${word}"`)}: \`${word}\` is a placeholder; write an http or https URL of a sound, \`say:\` and text, \`silence:\` and seconds, or \`ring:\` and a country`,
			],
		})),
	);
	testKinds([{ name: "in a text that is spoken they are text", before: '- play: { url: "say:{name} $5 @@x@@" }\n', says: [] }]);
});

describe("tags of a tool's own", () => {
	testKinds([
		{
			name: "are unknown values",
			before:
				"- play: { url: !ENV URL }\n- sleep: !ENV PAUSE\n- connect: !include c.yaml\n- join_conference:\n    name: a\n    beep: !If [x, y]\n    muted: !secret m\n- !include step.yaml\n- switch: { variable: a, case: { b: !include steps.yaml } }\n",
			says: [],
			yamlOnly: true,
		},
		{ name: "for whole sections", before: "sections:\n  main: !include main.yaml\n  other: !include\n", says: [], yamlOnly: true },
		{
			name: "move with their value",
			before: "- ai:\n    temperature: !ENV T # warm\n    prompt: { text: Hi }\n",
			says: ['error unknown-parameter "temperature": `ai` has no parameter `temperature`; it belongs in `prompt.temperature`'],
			offers: [["*Move it to `prompt.temperature`", "Remove `temperature`"]],
			after: "- ai:\n    # warm\n    prompt: { text: Hi, temperature: !ENV T }\n",
			yamlOnly: true,
		},
		{
			name: "of YAML itself change nothing",
			before: "- sleep: !!str five\n",
			says: ['error wrong-type "five": `sleep` must be an integer of at least 0 (milliseconds), or `-1`, or an object, not a string'],
			yamlOnly: true,
		},
	]);
});

describe("defaults that are none", () => {
	testKinds([
		{
			name: "digits beside speech",
			before: "- prompt:\n    play: say:Hi\n    speech_hints: [a]\n    max_digits: 1\n    digit_timeout: 5\n    initial_timeout: 5\n",
			says: [],
		},
		{
			name: "digits alone",
			before: "- prompt:\n    play: say:Hi\n    max_digits: 1\n",
			says: ['hint default-value "max_digits: 1": `1` is the default of `max_digits`; it can be left out'],
			offers: [["*Remove `max_digits`"]],
			after: "- prompt:\n    play: say:Hi\n",
		},
		{
			name: "what a variable may have changed",
			before: "- play: { url: say:Hi, say_voice: Polly.Salli, say_language: en-US, say_gender: female }\n",
			says: [],
		},
	]);

	test.skipIf(!corpus())("hints of healthy documents (../shared/corpus; skipped where it is not at hand)", () => {
		const counts = (corpus() ?? [])
			.filter(({ kind }) => kind === "document")
			.map(({ text, format }) => problemsOf(text, format))
			.filter((problems) => problems.every(({ level }) => level === "hint" || level === "info"))
			.map(({ length }) => length)
			.sort((a, b) => a - b);
		const [median, most] = [counts[Math.floor(counts.length / 2)], counts[Math.floor(counts.length * 0.9)]];
		console.log(`hints for each healthy document: median ${median}, p90 ${most}`);
		expect(median).toBe(0);
		expect(most).toBeLessThanOrEqual(3);
	});
});

describe("sources that disagree", () => {
	const needs =
		"`connect` requires `transfer_after_bridge` or `execute_after_queue`: it says what follows when the queue is done with the call; add one of them";
	testKinds([
		{
			name: "a queue without what follows",
			before: "- connect: { to: queue:support }\n",
			says: [`hint missing-parameter "connect": ${needs}`],
			offers: [["*Add `transfer_after_bridge`", "Add `execute_after_queue`"]],
			after: "- connect: { transfer_after_bridge: https://example.com, to: queue:support }\n",
		},
		{
			name: "a queue that nothing follows",
			before: '- connect:\n    to: queue:support\n    transfer_after_bridge: "false"\n',
			says: [
				'hint value-format "\\"false\\"": `false` is not an http or https URL; write the full URL, such as `https://example.com/…`. Sources disagree: the published schema takes the URL of a document, or a document; recipes write `"false"` for none',
			],
		},
	]);
});

const action = (rest: string) =>
	`- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          data_map:\n            output:\n              response: ok\n              action:\n${rest}`;
const moves = 'SWML: { sections: { main: [{ connect: { to: "+15551234567" } }] } }';
const stays = "this SWML moves the call, and the agent stays on the call, and is billed, until the document ends; write `transfer: true` before it";

describe("an agent that stays", () => {
	testKinds([
		{
			name: "beside nothing",
			before: action(`                - ${moves} # go\n`),
			says: [`warning agent-stays "SWML": ${stays}`],
			offers: [["*Write `transfer: true` before it"]],
			after: action(`                - transfer: true\n                  ${moves} # go\n`),
		},
		{
			name: "where another object says so",
			before: action(`                - ${moves}\n                - transfer: true\n`),
			says: [`warning agent-stays "SWML": ${stays}`],
			offers: [["*Write `transfer: true` before it"]],
			after: action(`                - transfer: true\n                  ${moves}\n                - transfer: true\n`),
		},
		{
			name: "deep in the document",
			before: action(
				"                - SWML: { sections: { main: [{ cond: [{ when: a, then: [{ enter_queue: { queue_name: a, transfer_after_bridge: https://example.com } }] }] }] } }\n",
			),
			says: [`warning agent-stays "SWML": ${stays}`],
			offers: [["*Write `transfer: true` before it"]],
			after: action(
				"                - transfer: true\n                  SWML: { sections: { main: [{ cond: [{ when: a, then: [{ enter_queue: { queue_name: a, transfer_after_bridge: https://example.com } }] }] }] } }\n",
			),
		},
		{
			name: "in a text",
			before: action(`                - SWML: '{"sections": {"main": [{"transfer": {"dest": "https://example.com"}}]}}'\n`),
			says: [`warning agent-stays "SWML": ${stays}`],
			offers: [["*Write `transfer: true` before it"]],
			after: action(`                - transfer: true\n                  SWML: '{"sections": {"main": [{"transfer": {"dest": "https://example.com"}}]}}'\n`),
		},
		{
			name: "where it is told as text",
			before: action(`                - transfer: "true"\n                  ${moves}\n`),
			says: ['hint agent-stays "\\"true\\"": `transfer` is `true` or `false`; only as such is it known to end the agent\'s part'],
			offers: [["*Change to `true`"]],
			after: action(`                - transfer: true\n                  ${moves}\n`),
		},
		{
			name: "where it is told too late",
			before: action(`                - ${moves}\n                  transfer: true\n`),
			says: ['hint agent-stays "transfer": `transfer` counts where it stands before the SWML; move it up'],
			offers: [["*Move it up"]],
			after: action(`                - transfer: true\n                  ${moves}\n`),
		},
		{ name: "that is told to", before: action(`                - transfer: true\n                  ${moves}\n`), says: [] },
		{ name: "that is told not to", before: action(`                - transfer: false\n                  ${moves}\n`), says: [] },
		{ name: "that is stopped afterwards", before: action(`                - ${moves}\n                - stop: true\n`), says: [] },
		{ name: "for what comes back", before: action("                - SWML: { sections: { main: [{ play: { url: say:Hi } }] } }\n"), says: [] },
	]);
});

describe("louder", () => {
	const params = (rest: string) => `- ai:\n    prompt: { text: Hi }\n    params: { ${rest} }\n`;
	testKinds([
		{
			name: "an action in lower case",
			before: action("                - swml: { sections: { main: [{ hangup: {} }] } }\n"),
			says: ['warning unknown-parameter "swml": this SWAIG action has no parameter `swml`; did you mean `SWML`?'],
			offers: [["*Rename to `SWML`", "Remove `swml`"]],
			after: action("                - SWML: { sections: { main: [{ hangup: {} }] } }\n"),
		},
		{
			name: "a fraction, whatever the range",
			before: params("end_of_speech_timeout: 700.5"),
			says: ['error out-of-range "700.5": `end_of_speech_timeout` must be an integer from 0 to 10000 (milliseconds), not 700.5'],
			offers: [["*Change to `701`"]],
			after: params("end_of_speech_timeout: 701"),
		},
		{
			name: "seconds for milliseconds",
			before: params("attention_timeout: 10"),
			says: [
				'warning out-of-range "10": `attention_timeout` must be an integer from 10000 to 600000 (milliseconds), or `0` or `5000`, not 10; 10 seconds are 10000 milliseconds',
			],
			offers: [["*Change to `10000`"]],
			after: params("attention_timeout: 10000"),
		},
		{
			name: "a stream that is not encrypted",
			before: "- stream: { url: ws://example.com/a }\n",
			says: ['error value-format "ws://": `ws://example.com/a` is not encrypted; SignalWire only streams to `wss://` URLs'],
			offers: [["*Change to `wss://example.com/a`"]],
			after: "- stream: { url: wss://example.com/a }\n",
		},
		{
			name: "a stream as a draft has it",
			before: "- stream: { url: rtmps://example.com/a }\n",
			says: ['hint value-format "rtmps://": `rtmps://` is not documented here; SignalWire streams to `wss://` URLs'],
		},
		{
			name: "headers that are not sent",
			before:
				"- request:\n    url: https://example.com\n    method: GET\n    headers:\n      User-Agent: x\n      Content Type: y # json\n      accept: z\n      X-Own: a\n",
			says: [
				'warning value-format "User-Agent": the header `User-Agent` is not sent; only `Accept`, `Authorization`, `Content-Type`, `Range` and names that begin with `X-` are',
				'warning value-format "Content Type": a header name cannot contain spaces; remove it',
			],
			offers: [[], ["*Rename to `Content-Type`"]],
			after:
				"- request:\n    url: https://example.com\n    method: GET\n    headers:\n      User-Agent: x\n      Content-Type: y # json\n      accept: z\n      X-Own: a\n",
		},
		{
			name: "braces that are read aloud",
			before: '- play: { url: "say:Hello {{name}}" }\n',
			says: ['hint value-format "{{name}}": unless a tool fills `{{name}}` in, it is read aloud as it stands; SWML writes `%{name}`'],
			offers: [["Change to `%{name}`"]],
			after: '- play: { url: "say:Hello %{name}" }\n',
		},
		{ name: "braces that nobody reads", before: '- ai: { prompt: { text: "Hello {{name}}" } }\n', says: [] },
		{
			name: "an argument without a name",
			before:
				'- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters: { type: object, properties: { " ": { type: string } } }\n',
			says: ['error empty-value "\\" \\"": an entry of `properties` has no name; write one'],
		},
	]);
});

describe("a document inside another", () => {
	testKinds([
		{ name: "handles what its steps say", before: action("                - SWML: { sections: { main: [{ reply: Hello }] } }\n"), says: [] },
		{
			name: "and no more than that",
			before: action("                - SWML: { sections: { main: [{ reply: Hello }, { receive: {} }, { play: { url: say:Hi } }] } }\n"),
			says: ['error unknown-method "play": `play` is a method for calls, but this document handles a message; move it to a separate document'],
		},
	]);
});

describe("JSON that begins with a comment", () => {
	test.each(["// mine\n", "/* mine\n * too */\n", "\uFEFF// a\n\n// b\n"])("%j is SWML, and JSON", (comment) => {
		const text = `${comment}{"sections": {"main": [{"hangup": {}}]}}`;
		expect(detect({ name: "a.json", text })).toEqual({ swml: true, reason: "it has `sections` that hold lists of steps" });
		expect(syntaxOf({ name: "a.swml", text })).toBe("json");
	});
	test("a path is no comment", () => {
		expect(syntaxOf({ name: "a.swml", text: "/* {" })).toBe("yaml");
		expect(syntaxOf({ name: "a.swml", text: "// {\nsections:\n" })).toBe("yaml");
	});
});

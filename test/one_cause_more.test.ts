/** One cause, one problem, with its place, its fixes in order and what the first of them writes. */
import { describe } from "vitest";
import { testKinds } from "./kinds.ts";

const swaig = (rest: string) =>
	`- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n${rest}`;
const args = (rest: string) => swaig(`          parameters:\n            type: object\n${rest}`);
const language = (rest: string) => `- ai:\n    prompt: { text: Hi }\n    languages:\n      - name: English\n        code: en-US\n${rest}`;

const listed = "its name belongs in `required` of `parameters`";

describe("`required` on a property", () => {
	testKinds([
		{
			name: "the last line of the properties",
			before: args("            properties:\n              city:\n                type: string # where\n                required: true # always\n"),
			says: [`error unknown-parameter "required": \`city\` has no \`required\`; ${listed}`],
			offers: [["*Put `city` into `required`"]],
			after: args(
				"            properties:\n              city:\n                type: string # where\n                # always\n            required:\n              - city\n",
			),
		},
		{
			name: "beside a list that is there, in braces",
			before: args("            properties: { city: { required: true, type: string }, unit: { type: string } }\n            required: [unit] # one\n"),
			says: [`error unknown-parameter "required": \`city\` has no \`required\`; ${listed}`],
			offers: [["*Put `city` into `required`"]],
			after: args("            properties: { city: { type: string }, unit: { type: string } }\n            required: [unit, city] # one\n"),
		},
		{
			name: "beside a list with dashes",
			before: args(
				'            properties:\n              city:\n                required: "yes"\n                type: string\n            required:\n            - unit # one\n',
			),
			says: [`error unknown-parameter "required": \`city\` has no \`required\`; ${listed}`],
			offers: [["*Put `city` into `required`"]],
			after: args(
				"            properties:\n              city:\n                type: string\n            required:\n            - unit # one\n            - city\n",
			),
		},
		{
			name: "that the list names already",
			before: args("            properties: { city: { type: string, required: true } }\n            required: [city]\n"),
			says: [`error unknown-parameter "required": \`city\` has no \`required\`; ${listed}`],
			offers: [["*Put `city` into `required`"]],
			after: args("            properties: { city: { type: string } }\n            required: [city]\n"),
		},
		{
			name: "on an object, which has such a list of its own",
			before: args(
				"            properties:\n              place:\n                type: object\n                properties: { city: { type: string } }\n                required: true\n",
			),
			says: [`error wrong-type "required": \`place\` has no \`required\`; ${listed}`],
			offers: [["*Put `place` into `required`"]],
			after: args(
				"            properties:\n              place:\n                type: object\n                properties: { city: { type: string } }\n            required:\n              - place\n",
			),
		},
		{
			name: "that says no",
			before: args("            properties:\n              city:\n                type: string\n                required: false\n"),
			says: ['error unknown-parameter "required": `city` has no `required`; only what `required` of `parameters` names must be there, so remove it'],
			offers: [["*Remove `required`"]],
			after: args("            properties:\n              city:\n                type: string\n"),
		},
		{
			name: "of an entry that has no name",
			before: args("            properties:\n              cities: { type: array, items: { type: string, required: true } }\n"),
			says: ['error unknown-parameter "required": `items` has no parameter `required`; remove it'],
			offers: [["Remove `required`"]],
			after: args("            properties:\n              cities: { type: array, items: { type: string } }\n"),
		},
	]);
});

describe("a list that lacks a level", () => {
	testKinds([
		{
			name: "of objects",
			before: "- connect:\n    serial_parallel:\n      - to: '+15551234567' # first\n      - to: '+15551234568'\n        timeout: 20\n",
			says: [`error wrong-type "to: '+15551234567'": each entry of \`serial_parallel\` must be a list, not an object`],
			offers: [["*Put each in a list of its own", "Put them in one list"]],
			after: "- connect:\n    serial_parallel:\n      - - to: '+15551234567' # first\n      - - to: '+15551234568'\n          timeout: 20\n",
		},
		{
			name: "of texts, in brackets",
			before: '- connect:\n    serial_parallel: ["+15551234567", "+15551234568"]\n',
			says: ['error wrong-type "\\"+15551234567\\"": each entry of `serial_parallel` must be a list, not a string'],
			offers: [["*Put each in a list of its own", "Put them in one list"]],
			after: '- connect:\n    serial_parallel: [["+15551234567"], ["+15551234568"]]\n',
		},
		{
			name: "for one entry of several",
			before: "- connect:\n    serial_parallel:\n      - - to: '+15551234567'\n      - to: '+15551234568' # last\n",
			says: [`error wrong-type "to: '+15551234568'": each entry of \`serial_parallel\` must be a list, not an object`],
			offers: [["*Put it in a list of its own"]],
			after: "- connect:\n    serial_parallel:\n      - - to: '+15551234567'\n      - - to: '+15551234568' # last\n",
		},
	]);
});

const old = "`engine` is deprecated; name the engine in `voice` instead, as in `elevenlabs.rachel`";

describe("old and needless at once", () => {
	testKinds([
		{
			name: "an engine apart from its voice",
			before: language("        voice: nova # hers\n        engine: openai\n        model: tts-1\n"),
			says: [`hint deprecated "engine": ${old}`],
			offers: [["*Write `openai.nova`"]],
			after: language("        voice: openai.nova # hers\n        model: tts-1\n"),
		},
		{
			name: "an engine that the voice names already",
			before: language("        engine: OpenAI\n        voice: openai.nova\n"),
			says: [`hint deprecated "engine": ${old}`],
			offers: [["*Remove `engine`"]],
			after: language("        voice: openai.nova\n"),
		},
		{
			name: "an engine other than the one the voice names",
			before: language("        voice: elevenlabs.rachel\n        engine: openai\n"),
			says: [`hint deprecated "engine": ${old}`],
		},
		{
			name: "an old name with its default",
			before: "- ai:\n    prompt: { text: Hi }\n    params:\n      eleven_labs_similarity: 0.75\n      end_of_speech_timeout: 900\n",
			says: ['hint deprecated "eleven_labs_similarity": `eleven_labs_similarity` is deprecated; use `languages[].params.similarity` instead'],
			offers: [["*Remove `eleven_labs_similarity`"]],
			after: "- ai:\n    prompt: { text: Hi }\n    params:\n      end_of_speech_timeout: 900\n",
		},
		{
			name: "a word for no arguments",
			before: swaig('          argument: "none" # it takes none\n'),
			says: ['error wrong-type "\\"none\\"": `argument` must be an object, not a string'],
			offers: [["*Change to `{}`"]],
			after: swaig("          argument: {} # it takes none\n"),
		},
		{
			name: "a word for no arguments beside the arguments",
			before: swaig("          argument: none\n          parameters: { type: object, properties: {} }\n"),
			says: [
				'warning parameter-conflict "parameters": this SWAIG function takes `argument` or `parameters`, not both; `parameters` replaces the older `argument`',
			],
			offers: [["Remove `argument`", "Remove `parameters`"]],
			after: swaig("          parameters: { type: object, properties: {} }\n"),
		},
		{
			name: "a number in quotes",
			before: '- sleep: { duration: "5" }\n',
			says: ['hint loose-value "\\"5\\"": `duration` is a number; write `5` without quotes'],
			offers: [["*Change to `5`"]],
			after: "- sleep: { duration: 5 }\n",
		},
	]);
});

const asDocument = "is a list of steps; a document has them in `sections`, under `main`";

describe("a list of steps inside a string", () => {
	testKinds([
		{
			name: "in single quotes",
			before: `- execute:\n    dest: '[{"hangup": {}}]' # the end\n`,
			says: [`error embedded-document "'[{\\"hangup\\": {}}]'": the SWML inside \`dest\` ${asDocument}`],
			offers: [["*Put it in `sections`"]],
			after: `- execute:\n    dest: '{"sections": {"main": [{"hangup": {}}]}}' # the end\n`,
		},
		{
			name: "in double quotes, in the short form",
			before: '- transfer: "[{\\"hangup\\": {}}]"\n',
			says: [`error embedded-document "\\"[{\\\\\\"hangup\\\\\\": {}}]\\"": the SWML inside \`transfer\` ${asDocument}`],
			offers: [["*Put it in `sections`"]],
			after: '- transfer: "{\\"sections\\": {\\"main\\": [{\\"hangup\\": {}}]}}"\n',
		},
		{
			name: "as block text",
			before: '- transfer:\n    dest: |\n      [\n        {"hangup": {}}\n      ]\n',
			says: [`error embedded-document "|\\n          [\\n            {\\"hangup\\": {}}\\n          ]": the SWML inside \`dest\` ${asDocument}`],
			offers: [["*Put it in `sections`"]],
			after: '- transfer:\n    dest: |\n      {"sections": {"main": [\n        {"hangup": {}}\n      ]}}\n',
			yamlOnly: true,
		},
		{ name: "that holds no objects", before: "- transfer: { dest: '[1, 2]' }\n", says: [] },
	]);
});

describe("`=` for a colon", () => {
	testKinds([
		{
			name: "on lines of their own",
			before: "- join_conference:\n    name = support\n    muted=true\n    max_participants = 20\n",
			says: ['warning wrong-type "name = support": the parameters of `join_conference` are written `name: value`, not `name = value`'],
			offers: [["*Write `:` for `=`"]],
			after: "- join_conference:\n    name: support\n    muted: true\n    max_participants: 20\n",
			yamlOnly: true,
		},
		{
			name: "where only an object may stand",
			before: '- set: greeting = "Good day"\n',
			says: ['error wrong-type "greeting = \\"Good day\\"": the parameters of `set` are written `name: value`, not `name = value`'],
			offers: [["*Write `:` for `=`"]],
			after: "- set:\n    greeting: Good day\n",
		},
		{ name: "in what is no name of a parameter", before: "- join_conference: a = b\n", says: [] },
		{ name: "in what may be anything", before: "- request: { url: https://example.com, method: POST, body: a=1 }\n- return: a = 1\n", says: [] },
		{ name: "in a comparison", before: "- join_conference: name == b\n", says: [] },
	]);
});

describe("a blank that is missing after a colon", () => {
	testKinds([
		{
			name: "where a text may stand as well",
			before: "- tap:\n    uri:wss://example.com/tap # here\n",
			says: ['error value-format "uri:wss://example.com/tap": `:` needs a space after it, or it is part of the value'],
			offers: [["*Insert a space"]],
			after: "- tap:\n    uri: wss://example.com/tap # here\n",
			yamlOnly: true,
		},
	]);
});

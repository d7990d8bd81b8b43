/** Slips that the description itself knows of: keys of another level, names of other platforms, values that no phone or player takes. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { methods } from "../../server/core/language/methods/index.ts";
import type { Type, Value } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import type { Format } from "../../server/core/syntax/node.ts";
import { fixed, open, problemsOf, whole } from "../fixture.ts";

interface Slip {
	readonly before: string;
	/** All that is said, but for hints. */
	readonly says: readonly string[];
	/** The text after the first fix of each, one after the other; absent where there is none but to remove it. */
	readonly after?: string;
}

const agent = "- ai:\n    prompt: { text: Hi }\n";

const slips: { readonly [name: string]: Slip } = {
	"`default` among the cases of a switch": {
		before: '- switch:\n    variable: prompt_value\n    case:\n      default:\n        - hangup: {}\n      "1":\n        - hangup: {}\n',
		says: ["warning: `case` has no parameter `default`; it belongs beside `case`, not inside it"],
		after: '- switch:\n    variable: prompt_value\n    case:\n      "1":\n        - hangup: {}\n    default:\n      - hangup: {}\n',
	},
	"`default` among the cases of a result": {
		before:
			'- connect:\n    to: "+12025550142"\n    result:\n      case:\n        default:\n          - hangup: {}\n        connected:\n          - hangup: {}\n',
		says: ["warning: `case` has no parameter `default`; it belongs beside `case`, not inside it"],
		after: '- connect:\n    to: "+12025550142"\n    result:\n      case:\n        connected:\n          - hangup: {}\n      default:\n        - hangup: {}\n',
	},
	"`default` as the last of the cases": {
		before: '- switch:\n    variable: prompt_value\n    case:\n      "1":\n        - hangup: {}\n      default:\n        - hangup: {}\n',
		says: ["warning: `case` has no parameter `default`; it belongs beside `case`, not inside it"],
		after: '- switch:\n    variable: prompt_value\n    case:\n      "1":\n        - hangup: {}\n    default:\n      - hangup: {}\n',
	},
	"`default` among the cases of a reply": {
		before: "- reply:\n    switch:\n      variable: message.body\n      case:\n        default: What?\n        hi: Hello\n",
		says: ["warning: `case` has no parameter `default`; it belongs beside `case`, not inside it"],
		after: "- reply:\n    switch:\n      variable: message.body\n      case:\n        hi: Hello\n      default: What?\n",
	},
	"`default` among the cases and beside them": {
		before: "- switch:\n    variable: prompt_value\n    case:\n      default:\n        - hangup: {}\n    default:\n      - hangup: {}\n",
		says: [],
	},
	"a variable as other systems write it, for a caller ID": {
		before: '- connect:\n    to: "+12025550142"\n    from: "%number%"\n',
		says: ["warning: `%number%` is sent literally; for the variable write `${number}`"],
		after: '- connect:\n    to: "+12025550142"\n    from: "${number}"\n',
	},
	"the same at a destination": {
		before: '- connect:\n    serial:\n      - to: "+12025550142"\n        from: $call.from\n',
		says: ["warning: `$call.from` is sent literally; for the variable write `${call.from}`"],
		after: '- connect:\n    serial:\n      - to: "+12025550142"\n        from: "${call.from}"\n',
	},
	"credentials of the report by invented names": {
		before: `${agent}    post_prompt_url: https://example.com\n    post_prompt_user: ann\n    post_prompt_pass: secret\n`,
		says: [
			"error: `ai` has no parameter `post_prompt_user`; it belongs in `post_prompt_auth_user`",
			"error: `ai` has no parameter `post_prompt_pass`; it belongs in `post_prompt_auth_password`",
		],
		after: `${agent}    post_prompt_url: https://example.com\n    post_prompt_auth_user: ann\n    post_prompt_auth_password: secret\n`,
	},
	"more invented names of the credentials": {
		before: `${agent}    post_prompt_auth: ann\n    post_prompt_password: secret\n`,
		says: [
			"error: `ai` has no parameter `post_prompt_auth`; it belongs in `post_prompt_auth_user`",
			"error: `ai` has no parameter `post_prompt_password`; it belongs in `post_prompt_auth_password`",
		],
		after: `${agent}    post_prompt_auth_user: ann\n    post_prompt_auth_password: secret\n`,
	},
	"a recording as Twilio has it": {
		before: '- record:\n    recordingStatusCallback: https://example.com\n    playBeep: true\n    maxLength: 10\n    finishOnKey: "*"\n',
		says: [
			"error: `record` has no parameter `recordingStatusCallback`; did you mean `status_url`?",
			"error: `record` has no parameter `playBeep`; did you mean `beep`?",
			"error: `record` has no parameter `maxLength`; did you mean `max_length`?",
			"error: `record` has no parameter `finishOnKey`; did you mean `terminators`?",
		],
		after: '- record:\n    status_url: https://example.com\n    beep: true\n    max_length: 10\n    terminators: "*"\n',
	},
	"the file of a reply as Twilio has it": {
		before: "- reply:\n    body: Hi\n    mediaUrl:\n      - https://example.com/a.png\n",
		says: ["error: `reply` has no parameter `mediaUrl`; did you mean `media`?"],
		after: "- reply:\n    body: Hi\n    media:\n      - https://example.com/a.png\n",
	},
	"params of the agent below its functions": {
		before: `${agent}    SWAIG:\n      hints:\n        - Lantern\n      post_prompt_url: https://example.com\n      functions: []\n`,
		says: [
			"error: `SWAIG` has no parameter `hints`; it belongs beside `SWAIG`, not inside it",
			"error: `SWAIG` has no parameter `post_prompt_url`; it belongs beside `SWAIG`, not inside it",
		],
		after: `${agent}    SWAIG:\n      functions: []\n    hints:\n      - Lantern\n    post_prompt_url: https://example.com\n`,
	},
	"languages and settings of the agent below its functions": {
		before: `${agent}    SWAIG:\n      params:\n        local_tz: Europe/Dublin\n      languages:\n        - name: English\n          code: en-US\n          voice: elevenlabs.rachel\n      functions: []\n`,
		says: [
			"error: `SWAIG` has no parameter `params`; it belongs beside `SWAIG`, not inside it",
			"error: `SWAIG` has no parameter `languages`; it belongs beside `SWAIG`, not inside it",
		],
		after: `${agent}    SWAIG:\n      functions: []\n    params:\n      local_tz: Europe/Dublin\n    languages:\n      - name: English\n        code: en-US\n        voice: elevenlabs.rachel\n`,
	},
	"the same for an agent on Bedrock": {
		before: "- amazon_bedrock:\n    prompt: { text: Hi }\n    SWAIG:\n      global_data:\n        a: 1\n      functions: []\n",
		says: ["error: `SWAIG` has no parameter `global_data`; it belongs beside `SWAIG`, not inside it"],
		after: "- amazon_bedrock:\n    prompt: { text: Hi }\n    SWAIG:\n      functions: []\n    global_data:\n      a: 1\n",
	},
	"a header with a shortened name": {
		before: "- connect:\n    to: sip:a@example.com\n    headers:\n      - name: X-A\n        val: b\n",
		says: ["error: this SIP header has no parameter `val`; did you mean `value`?"],
		after: "- connect:\n    to: sip:a@example.com\n    headers:\n      - name: X-A\n        value: b\n",
	},
	"the answer of an expression beside its output": {
		before: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          data_map:\n            expressions:\n              - string: "%{args.a}"\n                pattern: yes\n                response: Good\n`,
		says: ["error: this expression has no parameter `response`; it belongs in `output.response`"],
		after: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          data_map:\n            expressions:\n              - string: "%{args.a}"\n                pattern: yes\n                output:\n                  response: Good\n`,
	},
	"a required argument as older JSON Schema has it": {
		before: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              city:\n                required: true\n                type: string\n                description: Where.\n`,
		says: ["error: `city` has no `required`; its name belongs in `required` of `parameters`"],
		after: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              city:\n                type: string\n                description: Where.\n            required:\n              - city\n`,
	},
	"near words for the sides of a call": {
		before:
			"- stream:\n    url: wss://example.com\n    track: both\n- tap:\n    uri: wss://example.com\n    direction: outbound\n- live_transcribe:\n    action:\n      start:\n        lang: en-US\n        direction:\n          - remote\n          - local\n",
		says: [
			"error: `both` is not a valid value for `track`; did you mean `both_tracks`?",
			"error: `outbound` is not a valid value for `direction`; did you mean `listen`?",
			"error: `remote` is not a valid value for `direction`; did you mean `remote-caller`?",
			"error: `local` is not a valid value for `direction`; did you mean `local-caller`?",
		],
		after:
			"- stream:\n    url: wss://example.com\n    track: both_tracks\n- tap:\n    uri: wss://example.com\n    direction: listen\n- live_transcribe:\n    action:\n      start:\n        lang: en-US\n        direction:\n          - remote-caller\n          - local-caller\n",
	},
	"near words for how a text is changed": {
		before: "- reply:\n    switch:\n      variable: message.body\n      transform: upper\n      case:\n        HI: Hello\n",
		says: ["error: `upper` is not a valid value for `transform`; did you mean `uppercase`?"],
		after: "- reply:\n    switch:\n      variable: message.body\n      transform: uppercase\n      case:\n        HI: Hello\n",
	},
	"a near word for a stage of a payment": {
		before:
			"- pay:\n    payment_connector_url: https://example.com\n    prompts:\n      - for: card-number\n        actions:\n          - type: Say\n            phrase: Your card\n",
		says: ["error: `card-number` is not a valid value for `for`; did you mean `payment-card-number`?"],
		after:
			"- pay:\n    payment_connector_url: https://example.com\n    prompts:\n      - for: payment-card-number\n        actions:\n          - type: Say\n            phrase: Your card\n",
	},
	"kinds of values as programmers call them": {
		before: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              a:\n                type: float\n              b:\n                type: str\n              c:\n                type: dict\n              d:\n                type: bool\n`,
		says: [
			"error: `float` is not a valid value for `type`; did you mean `number`?",
			"error: `str` is not a valid value for `type`; did you mean `string`?",
			"error: `dict` is not a valid value for `type`; did you mean `object`?",
			"error: `bool` is not a valid value for `type`; did you mean `boolean`?",
		],
		after: `${agent}    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              a:\n                type: number\n              b:\n                type: string\n              c:\n                type: object\n              d:\n                type: boolean\n`,
	},
	"a path to a sound": {
		before: "- play:\n    url: /sounds/a.mp3\n",
		says: ["error: `/sounds/a.mp3` is a file path; write the full URL, such as `https://example.com/sounds/a.mp3`"],
	},
	"paths to sounds of other kinds": {
		before: "- play:\n    urls:\n      - sounds/a.wav\n      - ../a.wav\n      - ~/a.wav\n",
		says: [
			"error: `sounds/a.wav` is a file path; write the full URL, such as `https://example.com/sounds/a.wav`",
			"error: `../a.wav` is a file path; write the full URL, such as `https://example.com/a.wav`",
			"error: `~/a.wav` is a file path; write the full URL, such as `https://example.com/a.wav`",
		],
	},
	"a pause by its other name": {
		before: "- play:\n    url: pause:3\n",
		says: ["error: unknown prefix `pause:`; for silence write `silence:`"],
		after: "- play:\n    url: silence:3\n",
	},
	"a pause with a unit": {
		before: "- play:\n    url: wait:500ms\n",
		says: ["error: unknown prefix `wait:`; for silence write `silence:`"],
		after: "- play:\n    url: silence:0.5\n",
	},
	"text with a slash and a colon": {
		before: "- play:\n    url: and/or this song.mp3\n",
		says: ["error: `and/or this song.mp3` cannot be played; to speak it, write `say:` before it"],
		after: "- play:\n    url: say:and/or this song.mp3\n",
	},
};

describe.each(Object.entries(slips))("%s", (_, { before, says, after }) => {
	test("in YAML, to the character", () => {
		const text = whole(before);
		expect(loud(text, "yaml")).toEqual(says);
		if (after !== undefined) expect(mended(text, "yaml")).toBe(whole(after));
	});

	test("in JSON, the same data", () => {
		for (const indent of [2, 0]) {
			const text = JSON.stringify(parse(whole(before)), null, indent);
			expect(loud(text, "json")).toEqual(says);
			if (after !== undefined) expect(JSON.parse(mended(text, "json"))).toEqual(parse(whole(after)));
		}
	});
});

describe("what looks like a slip and is none", () => {
	const healthy: { readonly [name: string]: string } = {
		"an argument called `required`":
			"- ai:\n    prompt: { text: Hi }\n    SWAIG:\n      functions:\n        - function: f\n          description: d\n          web_hook_url: https://example.com\n          parameters:\n            type: object\n            properties:\n              required:\n                type: boolean\n                description: Whether it must be there.\n",
		"a caller ID that is a name, an extension, an amount or a word": "- connect:\n    to: sip:a@example.com\n    from: Support 24%\n",
		"a caller ID that a template fills in": '- connect:\n    to: sip:a@example.com\n    from: "{{number}}"\n',
		"speech about files": "- play:\n    url: say:Open /sounds/a.mp3, then wait:3\n",
	};
	test.each(Object.entries(healthy))("%s", (_, steps) => expect(loud(whole(steps), "yaml")).toEqual([]));
});

describe("calls and messages", () => {
	const documents: { readonly [name: string]: readonly [steps: string, flavour: string] } = {
		"a message that is received and passed on": ["- receive: {}\n- send_sms: {}\n", "messaging"],
		"a message that is received, and several slips": ["- set: {}\n- send_sms: {}\n- hangup: {}\n- reply: Hi\n", "messaging"],
		"a condition on the message": ["- cond:\n    - when: message.body == 'hi'\n      then:\n        - reply: Hello\n", "messaging"],
		"a variable of the author's own called `message`": ["- switch:\n    variable: message.kind\n    case:\n      hi:\n        - return: 1\n", "calling"],
		"one reply in a call": ["- answer: {}\n- play: say:Hi\n- reply: Hello\n", "calling"],
		"one reply beside a voice": ["- play: say:Hi\n- reply: Hello\n", "calling"],
		"replies below, and a voice above": ["- play: say:Hi\n- cond:\n    - when: message.body == 'hi'\n      then:\n        - reply: Hello\n", "calling"],
		"a text message from a call": ["- send_sms:\n    to_number: ${call.from}\n    body: Hi\n    tags: [reply, message]\n", "calling"],
		"data that has the names of methods": ["- set:\n    list:\n      - { reply: a, body: b }\n      - reply\n", "calling"],
		"steps that calls and messages share": ["- label: here\n- goto: here\n", "calling"],
	};
	test.each(Object.entries(documents))("%s", (_, [steps, flavour]) => {
		expect(open(whole(steps)).binding().flavour).toBe(flavour);
		expect(open(JSON.stringify(parse(whole(steps))), "json").binding().flavour).toBe(flavour);
	});
});

test("other words for values are no values themselves, and meant for one", () => {
	const clashes = listsOfValues().flatMap((values) => {
		const owners = new Map<string, Value>();
		return values.flatMap((value) =>
			(value.aka ?? []).flatMap((name) => {
				const owner = owners.get(name);
				owners.set(name, value);
				if (values.some((each) => each.value === name)) return [`\`${name}\` is a value itself`];
				return owner ? [`\`${name}\` is \`${owner.value}\` and \`${value.value}\``] : [];
			}),
		);
	});
	expect(clashes).toEqual([]);
	expect(listsOfValues().filter((values) => values.some((each) => each.aka)).length).toBeGreaterThan(6);
});

/** What is said of a text, hints left out. */
function loud(text: string, format: Format): readonly string[] {
	return problemsOf(text, format)
		.filter(({ level }) => level !== "hint")
		.map(({ level, message }) => `${level}: ${message}`);
}

/** The text after the first fix of what is said first, and so on until nothing is said. */
function mended(text: string, format: Format): string {
	let current = text;
	for (let rounds = 0; rounds < 9; rounds++) {
		const [first] = problemsOf(current, format).filter(({ level }) => level !== "hint");
		const [fix] = first?.fixes ?? [];
		if (!fix) return current;
		current = fixed(current, fix);
	}
	return current;
}

/** The values of every text in the language that has some, each list once. */
function listsOfValues(): readonly (readonly Value[])[] {
	const seen = new Set<Concrete>();
	const walk = (type: Type): void => {
		for (const each of alternatives([type])) {
			if (seen.has(each)) continue;
			seen.add(each);
			if (each.kind === "list") walk(each.items);
			if (each.kind !== "map") continue;
			for (const param of each.params) walk(param.type);
			if (each.rest) walk(each.rest);
		}
	};
	for (const { forms } of methods) for (const form of [forms.calling, forms.messaging]) if (form) walk(form.type);
	return [...seen].flatMap((type) => (type.kind === "text" && type.values ? [type.values] : []));
}

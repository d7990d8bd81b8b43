/** An author who does everything that authors do to a text, and much that they do not: the same for the same seed. */
import type { Span } from "../server/core/base/span.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { examples } from "./fixture.ts";

/** One change of a text: what stands in `span` becomes `text`. */
export interface Edit {
	readonly span: Span;
	readonly text: string;
}

/** Random numbers that come again with the same seed. */
export interface Chance {
	/** A whole number from 0 to `limit` - 1. */
	readonly below: (limit: number) => number;
	readonly one: <T>(list: readonly [T, ...T[]]) => T;
}

export interface Author {
	/** The text as it is now. */
	readonly text: () => string;
	/** Changes it; gives the changes, each in terms of the text that the one before it left. */
	readonly edit: () => readonly Edit[];
	/** Goes on from another text: what a client made of the changes. */
	readonly accept: (made: string) => void;
	readonly chance: Chance;
}

/** How often a torture does something: always only on demand, a part of it (a tenth) where everything has to hold, a taste of it in between. */
export function torture(all: number, taste: number, part = all / 10): number {
	return process.env["SWML_TORTURE"] === "full" ? all : process.env["CI"] === "true" ? part : taste;
}

/** `count` seeds: always the same ones, other ones on demand, or the one in SWML_SEED. */
export function seeds(count: number): readonly number[] {
	const given = process.env["SWML_SEED"];
	if (given !== undefined) return [Number(given)];
	const first = process.env["SWML_TORTURE"] === "full" ? Date.now() % 1_000_000_000 : 1;
	return Array.from({ length: count }, (_, n) => first + n);
}

function chanceOf(seed: number): Chance {
	let state = seed | 0;
	const next = () => {
		// Mulberry32.
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return { below, one: (list) => list[below(list.length)] ?? list[0] };
}

/** The text after one edit. */
function edited(text: string, { span, text: put }: Edit): string {
	return text.slice(0, span.start) + put + text.slice(span.end);
}

/** An author at work on a document in `format`; which one, and what happens to it, follows from the seed. */
export function authorOf(seed: number, format: Format): Author {
	const chance = chanceOf(seed);
	const [first = "", ...others] = [...examples().filter((each) => each.format === format), ...written]
		.filter((each) => each.format === format)
		.map(({ text }) => text);
	const start = () => chance.one([first, ...others]);
	const history: string[] = [];
	let base = start();
	let text = base;

	const replaced = (next: string): readonly Edit[] => [difference(text, next)];
	/** One thing that an author does. */
	const doing = (): readonly Edit[] => {
		const whim = chance.below(100);
		// Whatever was done is soon undone, or every text would be rubble.
		if (whim < 15 && history.length > 0) return replaced(history[Math.max(0, history.length - 1 - chance.below(6))] ?? text);
		if (whim < 35) return replaced(base);
		if (whim < 38 || text.length > 6000 || text.length < 10) {
			base = start();
			return [{ span: { start: 0, end: text.length }, text: base }];
		}
		if (whim < 48) {
			const edits: Edit[] = [];
			let now = text;
			for (let count = 2 + chance.below(3); count > 0; count--) {
				const edit = oneEdit(now, format, chance);
				edits.push(edit);
				now = edited(now, edit);
			}
			return edits;
		}
		return [oneEdit(text, format, chance)];
	};

	return {
		text: () => text,
		chance,
		edit: () => {
			const edits = doing();
			history.push(text);
			if (history.length > 12) history.shift();
			for (const edit of edits) text = edited(text, edit);
			return edits;
		},
		accept: (made) => {
			text = made;
		},
	};
}

/** The one edit that makes `next` of `text`. */
function difference(text: string, next: string): Edit {
	let start = 0;
	while (start < text.length && text[start] === next[start]) start++;
	let end = 0;
	while (end < text.length - start && end < next.length - start && text[text.length - 1 - end] === next[next.length - 1 - end]) end++;
	return { span: { start, end: text.length - end }, text: next.slice(start, next.length - end) };
}

type Doing = (text: string, format: Format, chance: Chance) => Edit;

function oneEdit(text: string, format: Format, chance: Chance): Edit {
	return chance.one(doings)(text, format, chance);
}

const insert = (start: number, text: string): Edit => ({ span: { start, end: start }, text });
const remove = (start: number, end: number): Edit => ({ span: { start, end: Math.max(start, end) }, text: "" });

/** The beginnings of lines, and the end of the text. */
function edges(text: string): readonly [number, ...number[]] {
	return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length), text.length];
}

/** The beginnings of what begins with a dash or a bracket: where steps begin and end. */
function stepEdges(text: string): readonly [number, ...number[]] {
	return [0, ...Array.from(text.matchAll(/^[ \t]*(?=[-{[}\]])/gm), (found) => found.index), text.length];
}

/** The places of one kind of sign. */
function places(text: string, signs: RegExp): readonly [number, ...number[]] {
	return [0, ...Array.from(text.matchAll(signs), (found) => found.index)];
}

const doings: readonly [Doing, ...Doing[]] = [
	// A key.
	(text, _, chance) => insert(chance.below(text.length + 1), chance.one(keys)),
	(text, _, chance) => insert(chance.below(text.length + 1), chance.one(keys)),
	// Backspace, and a selection deleted or typed over.
	(text, _, chance) => {
		const start = chance.below(text.length + 1);
		return remove(start, Math.min(text.length, start + 1 + chance.below(4)));
	},
	(text, _, chance) => {
		const start = chance.below(text.length + 1);
		return { span: { start, end: Math.min(text.length, start + chance.below(40)) }, text: chance.one([...keys, ""]) };
	},
	// Something strange.
	(text, _, chance) => insert(chance.below(text.length + 1), chance.one(oddities)),
	(text, _, chance) => insert(chance.one(edges(text)), chance.one(oddities)),
	// Enter, with and without indentation.
	(text, _, chance) => insert(chance.below(text.length + 1), `\n${" ".repeat(chance.below(12))}`),
	// Quotes and brackets, opened and closed.
	(text, _, chance) => insert(chance.below(text.length + 1), chance.one(['"', "'", "{", "}", "[", "]", "{ ", " }", '": ', '",'])),
	(text, _, chance) => {
		const at = chance.one(places(text, /["'{}[\],:]/g));
		return remove(at, Math.min(text.length, at + 1));
	},
	// Steps and sections, pasted at lines and at steps.
	(text, format, chance) => insert(chance.one(edges(text)), chance.one(pastes[format])),
	(text, format, chance) => insert(chance.one(stepEdges(text)), chance.one(pastes[format])),
	// Cut between two edges, or from anywhere to one.
	(text, _, chance) => {
		const all = stepEdges(text);
		const from = chance.below(all.length);
		return remove(all[from] ?? 0, all[Math.min(all.length - 1, from + 1 + chance.below(3))] ?? text.length);
	},
	(text, _, chance) => {
		const start = chance.below(text.length + 1);
		return remove(start, stepEdges(text).find((edge) => edge >= start) ?? text.length);
	},
	// A line twice, gone, or indented.
	(text, _, chance) => {
		const all = edges(text);
		const line = chance.below(all.length);
		return insert(all[line] ?? 0, text.slice(all[line] ?? 0, all[line + 1] ?? text.length));
	},
	(text, _, chance) => {
		const all = edges(text);
		const line = chance.below(all.length);
		return remove(all[line] ?? 0, all[line + 1] ?? text.length);
	},
	(text, _, chance) => insert(chance.one(edges(text)), chance.one(["  ", " ", "    ", "\t"])),
	(text, _, chance) => {
		const start = chance.one(edges(text));
		return remove(start, start + Math.min(/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0, 1 + chance.below(4)));
	},
	// The beginning of the file, where one mark concerns everything.
	(text) => (text.startsWith("---\n") ? remove(0, 4) : insert(0, "---\n")),
	(_text, _, chance) => insert(0, chance.one(["%YAML 1.2\n---\n", "\uFEFF", "# a note\n", "\n", " ", "# swml: off\n"])),
	(text, _, chance) => remove(0, chance.one(edges(text))),
	// A line near the top: all that follows moves, faults and all.
	(text, _, chance) => insert(edges(text)[chance.below(4)] ?? 0, chance.one(["# a note\n", "\n"])),
	(text, _, chance) => insert(edges(text)[chance.below(4)] ?? 0, chance.one(["# a note\n", "\n"])),
	(text, _, chance) => insert(edges(text)[chance.below(4)] ?? 0, chance.one(["# a note\n", "\n"])),
	// Line breaks of other systems: one, or all.
	(text, _, chance) => {
		const at = chance.one(places(text, /\r\n|\r|\n/g));
		const found = /^(?:\r\n|\r|\n)/.exec(text.slice(at))?.[0].length ?? 0;
		return { span: { start: at, end: at + found }, text: chance.one(["\r\n", "\r", "\n", "\n\n", ""]) };
	},
	(text, _, chance) => ({ span: { start: 0, end: text.length }, text: text.replace(/\r\n|\r|\n/g, chance.one(["\r\n", "\n", "\n", "\r"])) }),
];

const keys = ["e", "x", " ", "1", "_", "-", ":", ",", ".", "#", "@", "/", "\\", "$", "%", "*", "&", "|", ">", "?", "!", "\t"] as const;

const oddities = [
	"\u{1F4DE}",
	"\uD83D",
	"\uDCDE",
	"\u2028",
	"\u00a0",
	"\u0000",
	"\r",
	"\r\n",
	"\t",
	"---\n",
	"...\n",
	"&a ",
	"*a",
	"<<: *a\n",
	"!!str ",
	"? ",
	"|\n",
	">-\n",
	"%{args.x}",
	"${prompt_value}",
	"{{ template }}",
	"<<<<<<< HEAD\n",
	"// note\n",
	"/* ",
	" # note",
	"True",
	"0x1F",
	"1e3",
	"~",
] as const;

const pastes: { readonly [Of in Format]: readonly [string, ...string[]] } = {
	yaml: [
		"    - play: say:Hello\n",
		"    - join_conference:\n        name: support\n        beep: onenter\n        max_participants: 300\n",
		"    - switch:\n        variable: x\n        case:\n          '1':\n            - hangup: {}\n          '2': [{ play: { url: say:Two } }]\n",
		"      - hangup\n",
		"  other:\n    - answer: {}\n    - goto: { label: again }\n",
		"  main:\n    - &a { play: { urls: [say:One, say:Two] } }\n    - *a\n",
		"  text: |\n    several lines\n\n     of text\n",
		'        name: "two\n          lines"\n',
		"sections:\n  main:\n    - hangup: {}\n",
	],
	json: [
		'{ "play": "say:Hello" },\n',
		'{ "join_conference": { "name": "support", "beep": "onenter", "max_participants": 300 } },\n',
		'{ "switch": { "variable": "x", "case": { "1": [{ "hangup": {} }], "2": [] } } }',
		', "hangup"\n',
		'"other": [{ "answer": {} }, { "goto": { "label": "again" } }],\n',
		'"sections": { "main": [{ "hangup": {} }] }\n',
		"{ play: 'say:Hello', }\n",
	],
};

/** What the examples lack: several sections, anchors, long text, everything on one line. */
const written: readonly { readonly text: string; readonly format: Format }[] = [
	{
		format: "yaml",
		text: `version: 1.0.0
# what is said
sections:
  main:
    - answer: {}
    - play: &hello { urls: [say:Hello, "silence:1.5"] }   # twice
    - ai:
        prompt:
          text: |
            You are an assistant.

              - You answer: briefly
        post_prompt: >-
          Summarise
          everything
    - execute: { dest: menu }
  menu:
  - prompt:
      play: *hello
      max_digits: 1
  - switch:
      variable: prompt_value
      case:
        "1": [{ transfer: { dest: main } }]
        '2':
          - join_conference: { name: "a \\"b\\" c", beep: onenter }
      default:
        - hangup: {}
  empty:
  last: [{ hangup: {} }]
`,
	},
	{ format: "yaml", text: '{version: 1.0.0, sections: {main: [{answer: {}}, {play: {url: "say:Hello"}}, {join_conference: {name: x, beep: onenter}}]}}\n' },
	{
		format: "json",
		text: '{"version":"1.0.0","sections":{"main":[{"answer":{}},{"play":{"url":"say:\\u0048ello"}},{"join_conference":{"name":"x","beep":"onenter"}}],"menu":[]}}',
	},
];

/** The documents that are measured, and the places in them where a key is typed and something is asked. */

import { linesOf, type Position } from "../../server/core/base/lines.ts";
import type { Format } from "../../server/core/syntax/node.ts";
import { type Printable, printValue } from "../../server/core/syntax/print.ts";

/** A document in a state that an author leaves it in, with the places that are asked about. */
export interface Scene {
	/** What is special about it. */
	readonly state: string;
	readonly text: string;
	/** Where the letters go. Nothing that is asked about stands behind it on its line. */
	readonly typed: Position;
	/** On a key that has a hover. */
	readonly hover: Position;
	/** On nothing. */
	readonly nowhere: Position;
	/** Where completion is asked for, and where the letters go then; not every state has all three. */
	readonly value?: Position;
	readonly key?: Position;
	readonly step?: Position;
}

/** Every state of a document of about `size` characters, everything in `main`, as in nearly all real files. */
export function scenes(size: number, format: Format): readonly Scene[] {
	const text = print(size, format, true);
	const count = text.split("again_").length >> 1;
	const middle = count >> 1;
	return [
		sound("some mistakes", text, middle),
		sound("no mistakes", print(size, format, false), middle),
		...(count > 2 ? [sound("key at the top", text, 0), sound("key at the end", text, count - 1)] : []),
		...(format === "yaml" ? [sound("begins with ---", `---\n${text}`, middle)] : []),
		openQuote(text, format, middle),
		halfWord(text, format, middle),
		missingBracket(text, format, middle),
	];
}

/** A document whose every part is whole. */
function sound(state: string, text: string, block: number): Scene {
	const at = placesIn(text, block);
	return scene(state, text, { typed: at.value + 3, hover: at.step + 2, value: at.value + 3, key: at.key + 3, step: at.step + 4 });
}

/** A value whose quote nobody closed yet. */
function openQuote(text: string, format: Format, block: number): Scene {
	const { value } = placesIn(text, block);
	// Without what follows the first two letters; in YAML with a quote before them.
	const quote = format === "yaml" ? '"' : "";
	const typed = value + quote.length + "on".length;
	const half = `${text.slice(0, value)}${quote}on${text.slice(text.indexOf("\n", value))}`;
	return scene("an open quote", half, { typed, hover: above(text, block), value: typed });
}

/** A new step of which two letters are there. */
function halfWord(text: string, format: Format, block: number): Scene {
	const { label } = placesIn(text, block);
	const line = lineOf(text, label);
	const start = format === "json" ? text.lastIndexOf("{", label) : line;
	const indent = /^ */.exec(text.slice(line))?.[0] ?? "";
	const [before, after] = format === "json" ? ['{ "pl', `" },\n${indent.slice(2)}`] : [`${indent}- pl`, "\n"];
	const half = text.slice(0, start) + before + after + text.slice(start);
	const typed = start + before.length;
	return scene("half a word", half, { typed, hover: above(text, block), step: typed });
}

/** Something in brackets that nobody closed yet. */
function missingBracket(text: string, format: Format, block: number): Scene {
	const { label, event } = placesIn(text, block);
	if (format === "json") {
		const end = text.indexOf("\n", event);
		const bracket = text.indexOf("}", end);
		return scene("a missing bracket", text.slice(0, end) + text.slice(bracket + 1), { typed: event + 3, hover: above(text, block), value: event + 3 });
	}
	const line = lineOf(text, label);
	const indent = /^ */.exec(text.slice(line))?.[0] ?? "";
	const before = `${indent}- play: { url: say:Hel`;
	return scene("a missing bracket", `${text.slice(0, line)}${before}\n${text.slice(line)}`, {
		typed: line + before.length,
		hover: above(text, block),
		value: line + before.length,
	});
}

type Offsets = { readonly [Place in "typed" | "hover" | "value" | "key" | "step"]?: number };

function scene(state: string, text: string, at: Offsets & { readonly typed: number; readonly hover: number }): Scene {
	const { position } = linesOf(text);
	return {
		state,
		text,
		typed: position(at.typed),
		hover: position(at.hover),
		nowhere: position(text.length),
		...(at.value === undefined ? {} : { value: position(at.value) }),
		...(at.key === undefined ? {} : { key: position(at.key) }),
		...(at.step === undefined ? {} : { step: position(at.step) }),
	};
}

/** Offsets in one block of steps. */
function placesIn(text: string, block: number) {
	const label = text.indexOf(`again_${block}`);
	const after = (words: string, from: number) => text.indexOf(words, from);
	const step = after("join_conference", label);
	return {
		label,
		prompt: after("prompt", label),
		step,
		value: text.slice(step).search(/onEnter|onenter/) + step,
		key: after("record", step),
		event: after("start join leave end", step),
	};
}

/** On a key above a block, where a fault in it does not reach. */
function above(text: string, block: number): number {
	return block > 0 ? placesIn(text, block - 1).prompt + 2 : text.indexOf("answer") + 2;
}

function lineOf(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset) + 1;
}

/** A document of about `size` characters and at least one block; `mistaken`: with a mistake here and there. */
function print(size: number, format: Format, mistaken: boolean): string {
	const layout = { format, style: "block", indent: "", unit: "  " } as const;
	const whole = (blocks: number) => {
		const main: Printable[] = [{ answer: {} }, ...Array.from({ length: blocks }, (_, n) => block(n, mistaken)).flat()];
		return `${printValue({ version: "1.0.0", sections: { main } }, layout)}\n`;
	};
	const one = whole(1).length;
	return whole(Math.max(1, Math.round((size - one) / (whole(2).length - one)) + 1));
}

function block(n: number, mistaken: boolean): Printable[] {
	return [
		{ label: `again_${n}` },
		{
			prompt: {
				play: "say:Press 1 for sales, 2 for support, or 3 to hear this again",
				max_digits: mistaken && n % 3 === 0 ? 1 : 2,
				terminators: "#",
				digit_timeout: 3,
			},
		},
		{
			switch: {
				variable: "prompt_value",
				case: {
					"1": [{ connect: { from: "+15551230001", to: "+15551230002", timeout: 20, answer_on_bridge: true } }],
					"2": [
						{
							join_conference: {
								name: `support-${n}`,
								beep: mistaken && n % 10 === 0 ? "onenter" : "onEnter",
								record: "record-from-start",
								max_participants: mistaken && n % 10 === 5 ? 300 : 20,
								status_callback: "https://example.com/conference-events",
								status_callback_event: "start join leave end",
							},
						},
					],
					"3": [{ goto: { label: `again_${n}`, max: 3, when: "vars.tries < 3" } }],
				},
			},
		},
	];
}

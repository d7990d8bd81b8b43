/** Texts that cannot be read, of every kind that people write: the whole list of what is said, where, the fixes in order, and where the first leads. */
import { describe, expect, test } from "vitest";
import { actionsAt } from "../../server/core/features/actions.ts";
import { applyEdits } from "../../server/core/syntax/edit.ts";
import type { Format } from "../../server/core/syntax/node.ts";
import { open, problemsOf } from "../fixture.ts";

/** What is written, what is told (the level, where that is not error, the text in question and the message, then the titles of the fixes), and the text after the first fix, where there is one. */
type Row = readonly [name: string, format: Format, before: string, told: readonly (readonly string[])[], after?: string];

const steps = (text: string) => `sections:\n  main:\n${text}`;
const list = (text: string) => `{ "sections": { "main": [ ${text} ] } }`;

const kinds: { readonly [kind: string]: readonly Row[] } = {
	"braces and brackets in YAML": [
		[
			"a `}` too many",
			"yaml",
			steps("    - play: { url: say:Hi }}\n    - hangup: {}\n"),
			[['"}": this `}` closes nothing; remove it', "Remove the `}`"]],
			steps("    - play: { url: say:Hi }\n    - hangup: {}\n"),
		],
		[
			"a `}` too many in the middle",
			"yaml",
			steps("    - play: { url: say:Hi }, volume: 3 }\n    - hangup: {}\n"),
			[['"}": this `}` closes nothing; remove it', "Remove the `}`"]],
			steps("    - play: { url: say:Hi, volume: 3 }\n    - hangup: {}\n"),
		],
		[
			"a `]` too many in braces",
			"yaml",
			steps("    - play: { urls: [say:Hi]] }\n    - hangup: {}\n"),
			[['"]": this `]` closes nothing; remove it', "Remove the `]`"]],
			steps("    - play: { urls: [say:Hi] }\n    - hangup: {}\n"),
		],
		[
			"a `]` too many below a key",
			"yaml",
			steps("    - play:\n        urls: [say:Hi]]\n    - hangup: {}\n"),
			[['"]": this `]` closes nothing; remove it', "Remove the `]`"]],
			steps("    - play:\n        urls: [say:Hi]\n    - hangup: {}\n"),
		],
		[
			"a `}` too many on a line of its own",
			"yaml",
			steps("    - play: {\n        url: say:Hi\n      }\n      }\n    - hangup: {}\n"),
			[['"}": this `}` closes nothing; remove it', "Remove the `}`"]],
			steps("    - play: {\n        url: say:Hi\n      }\n    - hangup: {}\n"),
		],
		[
			"a missing `}`",
			"yaml",
			steps("    - play: { url: say:Hi, volume: 3\n    - hangup: {}\n"),
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			steps("    - play: { url: say:Hi, volume: 3 }\n    - hangup: {}\n"),
		],
		[
			"a missing `}` of the last step",
			"yaml",
			steps("    - play: { url: say:Hi\n"),
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			steps("    - play: { url: say:Hi }\n"),
		],
		[
			"a missing `]` in braces",
			"yaml",
			steps("    - play: { urls: [ say:Hi }\n    - hangup: {}\n"),
			[['"[": this `[` is never closed; add `]`', "Insert `]`"]],
			steps("    - play: { urls: [ say:Hi ] }\n    - hangup: {}\n"),
		],
		[
			"a missing `]` above another param",
			"yaml",
			steps("    - play:\n        urls: [say:Hi, say:Ho\n        volume: 3\n    - hangup: {}\n"),
			[['"[": this `[` is never closed; add `]`', "Insert `]`"]],
			steps("    - play:\n        urls: [say:Hi, say:Ho]\n        volume: 3\n    - hangup: {}\n"),
		],
		[
			"a missing `}` of several lines",
			"yaml",
			steps("    - play: {\n        url: say:Hi,\n        volume: 3\n    - hangup: {}\n"),
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			steps("    - play: {\n        url: say:Hi,\n        volume: 3 }\n    - hangup: {}\n"),
		],
		[
			"two missing",
			"yaml",
			steps("    - set: { a: { b: [1, 2\n    - hangup: {}\n"),
			[['"[": this `[` is never closed; add `]}}`', "Insert `]}}`"]],
			steps("    - set: { a: { b: [1, 2] } }\n    - hangup: {}\n"),
		],
		[
			"a `]` for a `}`",
			"yaml",
			steps("    - play: { url: say:Hi ]\n    - hangup: {}\n"),
			[['"]": expected `}`, not `]`', "Change to `}`"]],
			steps("    - play: { url: say:Hi }\n    - hangup: {}\n"),
		],
	],
	quotes: [
		[
			"inside a string of the same",
			"yaml",
			steps('    - play:\n        url: "say:He said "hi" to me"\n    - hangup: {}\n'),
			[['"\\"": inside a string `"` is written `\\"`', 'Change to `\\"`']],
			steps('    - play:\n        url: "say:He said \\"hi\\" to me"\n    - hangup: {}\n'),
		],
		[
			"inside, at its end",
			"yaml",
			steps('    - play:\n        url: "say:He said "hi""\n    - hangup: {}\n'),
			[['"\\"": inside a string `"` is written `\\"`', 'Change to `\\"`']],
			steps('    - play:\n        url: "say:He said \\"hi\\""\n    - hangup: {}\n'),
		],
		[
			"inside, with a comma behind them",
			"yaml",
			steps('    - play:\n        url: "say:Say "hi", please" # now\n    - hangup: {}\n'),
			[['"\\"": inside a string `"` is written `\\"`', 'Change to `\\"`']],
			steps('    - play:\n        url: "say:Say \\"hi\\", please" # now\n    - hangup: {}\n'),
		],
		[
			"inside, in a list",
			"yaml",
			steps('    - play:\n        urls:\n          - "say:He said "hi" to me"\n    - hangup: {}\n'),
			[['"\\"": inside a string `"` is written `\\"`', 'Change to `\\"`']],
			steps('    - play:\n        urls:\n          - "say:He said \\"hi\\" to me"\n    - hangup: {}\n'),
		],
		[
			"inside, in braces",
			"yaml",
			steps('    - play: { url: "say:He said "hi"", volume: 3 }\n    - hangup: {}\n'),
			[['"\\"": inside a string `"` is written `\\"`', 'Change to `\\"`']],
			steps('    - play: { url: "say:He said \\"hi\\"", volume: 3 }\n    - hangup: {}\n'),
		],
		[
			"an apostrophe",
			"yaml",
			steps("    - play:\n        url: 'say:It's me'\n    - hangup: {}\n"),
			[["\"'\": inside a string `'` is written `''`", "Change to `''`"]],
			steps("    - play:\n        url: 'say:It''s me'\n    - hangup: {}\n"),
		],
		[
			"an apostrophe in braces",
			"yaml",
			steps("    - play: { url: 'say:It's me', volume: 3 }\n    - hangup: {}\n"),
			[["\"'\": inside a string `'` is written `''`", "Change to `''`"]],
			steps("    - play: { url: 'say:It''s me', volume: 3 }\n    - hangup: {}\n"),
		],
		[
			"a key without its second",
			"yaml",
			steps('    - play:\n        "url: say:Hi\n        volume: 3\n    - hangup: {}\n'),
			[['"\\"url": this key is never closed; add `"`', 'Insert `"`']],
			steps('    - play:\n        "url": say:Hi\n        volume: 3\n    - hangup: {}\n'),
		],
		[
			"a step without its second",
			"yaml",
			steps("    - 'play:\n        url: say:Hi\n    - hangup: {}\n"),
			[["\"'play\": this key is never closed; add `'`", "Insert `'`"]],
			steps("    - 'play':\n        url: say:Hi\n    - hangup: {}\n"),
		],
		[
			"a key without its second above quotes",
			"yaml",
			steps('    - play:\n        "url: "say:Hi"\n    - hangup: {}\n'),
			[['"\\"url": this key is never closed; add `"`', 'Insert `"`']],
			steps('    - play:\n        "url": "say:Hi"\n    - hangup: {}\n'),
		],
		[
			"keys without their second in braces",
			"yaml",
			steps('    - play: { "url: "say:Hi", "volume: 3 }\n    - hangup: {}\n'),
			[
				['"\\"url": this key is never closed; add `"`', 'Insert `"`', 'Insert `"` (in all 2 places)'],
				['"\\"volume": this key is never closed; add `"`', 'Insert `"`', 'Insert `"` (in all 2 places)'],
			],
			steps('    - play: { "url": "say:Hi", "volume: 3 }\n    - hangup: {}\n'),
		],
		[
			"keys without their second",
			"json",
			list('{ "play": { "url: "say:Hi", "volume: 3 } }, { "hangup: {} }'),
			[
				['"\\"url": this key is never closed; add `"`', 'Insert `"`', 'Insert `"` (in all 3 places)'],
				['"\\"volume": this key is never closed; add `"`', 'Insert `"`', 'Insert `"` (in all 3 places)'],
				['"\\"hangup": this key is never closed; add `"`', 'Insert `"`', 'Insert `"` (in all 3 places)'],
			],
			list('{ "play": { "url": "say:Hi", "volume: 3 } }, { "hangup: {} }'),
		],
		[
			"keys and texts without their first",
			"json",
			list('{ play": { "url": say:Hi", "volume": 3 } }'),
			[
				['"play\\"": this key is never opened; add `"`', 'Insert `"`', 'Insert `"` (in all 2 places)'],
				['"say:Hi\\"": this string is never opened; add `"`', 'Insert `"`', 'Insert `"` (in all 2 places)'],
			],
			list('{ "play": { "url": say:Hi", "volume": 3 } }'),
		],
	],
	"a blank missing behind a colon": [
		[
			"before a text in quotes",
			"yaml",
			steps('    - play:\n        url:"say:Hi"\n    - hangup: {}\n'),
			[['":": `:` needs a space after it, or it is part of the value', "Insert a space"]],
			steps('    - play:\n        url: "say:Hi"\n    - hangup: {}\n'),
		],
		[
			"before one with a colon in it",
			"yaml",
			steps("    - play:\n        url:'say: Hi'\n        volume: 3\n    - hangup: {}\n"),
			[['":": `:` needs a space after it, or it is part of the name', "Insert a space"]],
			steps("    - play:\n        url: 'say: Hi'\n        volume: 3\n    - hangup: {}\n"),
		],
		[
			"behind a method",
			"yaml",
			steps('    - play:"say: Hi"\n    - hangup: {}\n'),
			[['":": `:` needs a space after it, or it is part of the name', "Insert a space"]],
			steps('    - play: "say: Hi"\n    - hangup: {}\n'),
		],
		[
			"on the first line",
			"yaml",
			"version:1.0.0\nsections:\n  main:\n    - hangup: {}\n",
			[['":": `:` needs a space after it, or it is part of the value', "Insert a space"]],
			"version: 1.0.0\nsections:\n  main:\n    - hangup: {}\n",
		],
		[
			"in braces",
			"yaml",
			steps('    - play: { volume: 3, url:"say: Hi" }\n    - hangup: {}\n'),
			[['"url:\\"say": `:` needs a space after it, or it is part of the name', "Insert a space"]],
			steps('    - play: { volume: 3, url: "say: Hi" }\n    - hangup: {}\n'),
		],
		["is none", "json", list('{ "play": { "url":"say: Hi" } }'), []],
	],
	"signs that nobody sees": [
		[
			"no-break spaces as indentation",
			"yaml",
			steps("    - play:\n\u00a0\u00a0      url: say:Hi\n        volume: 3\n"),
			[['"\u00a0": a no-break space (U+00A0) where a space belongs, here and in 1 more place; replace it', "Replace all 2 by spaces"]],
			steps("    - play:\n        url: say:Hi\n        volume: 3\n"),
		],
		[
			"no-break spaces behind colons and dashes",
			"yaml",
			steps("    -\u00a0play:\n        url:\u00a0say:Hi\u00a0there\n        volume\u00a0: 3\u00a0\n"),
			[['"\u00a0": a no-break space (U+00A0) where a space belongs, here and in 3 more places; replace it', "Replace all 4 by spaces"]],
			steps("    - play:\n        url: say:Hi\u00a0there\n        volume : 3 \n"),
		],
		[
			"in braces, where a no-break space is none of a text",
			"yaml",
			steps("    - play: {\u00a0url: say:Hi,\u00a0volume:\u00a03 }\u00a0\n"),
			[['"\u00a0": a no-break space (U+00A0) where a space belongs, here and in 3 more places; replace it', "Replace all 4 by spaces"]],
			steps("    - play: { url: say:Hi, volume: 3 } \n"),
		],
		[
			"none inside texts",
			"yaml",
			steps(
				'    - play:\n        url: "say: Hi:\u00a0you"\n    - ai:\n        prompt:\n          text: |\n            \u00a0Hi:\u00a0you\n    - set:\n        a: Voilà,\u00a0b\u00a0:you\u00a0\n        c: d,\u00a0e:\u00a0f\n    - hangup: {} # a:\u00a0b\n',
			),
			[],
		],
		[
			"a zero-width space",
			"yaml",
			steps("    - play:\n        url: say:Hi\n        volume: \u200b3\n"),
			[['"\u200b": a zero-width space (U+200B), which nobody sees; remove it', "Remove it"]],
			steps("    - play:\n        url: say:Hi\n        volume: 3\n"),
		],
		[
			"a control character",
			"yaml",
			steps('    - play:\n        url: "say:Hi\u0007"\n'),
			[['"\\u0007": a control character (U+0007) has no place in YAML; remove it', "Remove the control character"]],
			steps('    - play:\n        url: "say:Hi"\n'),
		],
		[
			"no-break spaces",
			"json",
			list('{ "play": {\u00a0"url":\u00a0"say:Hi\u00a0there" } }'),
			[['"\u00a0": a no-break space (U+00A0) where a space belongs, here and in 1 more place; replace it', "Replace all 2 by spaces"]],
			list('{ "play": { "url": "say:Hi\u00a0there" } }'),
		],
		[
			"a byte order mark in the middle",
			"json",
			list('\ufeff{ "hangup": {} }'),
			[['"\ufeff": a byte order mark (U+FEFF), which nobody sees; remove it', "Remove it"]],
			list('{ "hangup": {} }'),
		],
		[
			"control characters",
			"json",
			list('{ \u0001"play": { "url": "say:Hi\u0007\b" } }'),
			[
				['"\\u0001": a control character (U+0001) has no place in JSON; remove it', "Remove the control character"],
				['"\\u0007": a control character (U+0007) inside a string is written `\\u0007`', "Change to `\\u0007`"],
				['"\\b": a control character (U+0008) inside a string is written `\\b`', "Change to `\\b`"],
			],
			list('{ "play": { "url": "say:Hi\u0007\b" } }'),
		],
	],
	"expressions without quotes": [
		[
			"in braces",
			"yaml",
			steps("    - play: { url: ${vars.url}, volume: 3 }\n    - hangup: {}\n"),
			[['"${vars.url}": in braces and brackets a value with `${` in it needs quotes', "Add quotes"]],
			steps('    - play: { url: "${vars.url}", volume: 3 }\n    - hangup: {}\n'),
		],
		[
			"in brackets, with words around",
			"yaml",
			steps("    - play:\n        urls: [say:Hi ${a.b} you, %{c}]\n    - hangup: {}\n"),
			[
				['"say:Hi ${a.b} you": in braces and brackets a value with `${` in it needs quotes', "Add quotes", "Add quotes (in all 2 places)"],
				['"%{c}": in braces and brackets a value with `%{` in it needs quotes', "Add quotes", "Add quotes (in all 2 places)"],
			],
			steps('    - play:\n        urls: ["say:Hi ${a.b} you", %{c}]\n    - hangup: {}\n'),
		],
		["none outside of them", "yaml", steps('    - play:\n        url: ${vars.url}\n    - set: { a: "${b}" }\n'), []],
		[
			"anywhere",
			"json",
			list('{ "play": { "url": ${vars.url} } }'),
			[['"${vars.url}": `${vars.url}` needs double quotes', "Use double quotes"]],
			list('{ "play": { "url": "${vars.url}" } }'),
		],
	],
	"block text": [
		[
			"`+|` for `|+`",
			"yaml",
			steps("    - ai:\n        prompt:\n          text: +|\n            Hello: you\n    - hangup: {}\n"),
			[['warning "+|": `+|` does not begin a block of text; write `|+`', "Change to `|+`"]],
			steps("    - ai:\n        prompt:\n          text: |+\n            Hello: you\n    - hangup: {}\n"),
		],
		[
			"`->` for `>-`",
			"yaml",
			steps("    - ai:\n        prompt:\n          text: ->\n            Hello\n    - hangup: {}\n"),
			[['warning "->": `->` does not begin a block of text; write `>-`', "Change to `>-`"]],
			steps("    - ai:\n        prompt:\n          text: >-\n            Hello\n    - hangup: {}\n"),
		],
		[
			"a name",
			"yaml",
			steps("    - join_conference:\n        name: |\n          support\n"),
			[['warning "|": `support` has spaces or line breaks around it; remove them', "Change to `support`"]],
			steps("    - join_conference:\n        name: support\n"),
		],
		[
			"a name by itself",
			"yaml",
			steps("    - join_conference: >\n        support\n"),
			[['warning ">": `support` has spaces or line breaks around it; remove them', "Change to `support`"]],
			steps("    - join_conference: support\n"),
		],
		[
			"a label",
			"yaml",
			steps("    - label: |\n        a\n    - goto: { label: a }\n"),
			[['warning "|": `a` has spaces or line breaks around it; remove them', "Change to `a`"]],
			steps("    - label: a\n    - goto: { label: a }\n"),
		],
		[
			"a name with a line break",
			"json",
			list('{ "join_conference": { "name": "support\\n" } }'),
			[['warning "\\\\n": `support` has spaces or line breaks around it; remove them', "Change to `support`"]],
			list('{ "join_conference": { "name": "support" } }'),
		],
		[
			"a URL over two lines",
			"yaml",
			steps('    - play:\n        url: "https://example.com/a/\n          b.mp3"\n'),
			[['warning "\\n          ": `url` goes on over several lines, which puts a space into it; write it on one line', "Join the lines"]],
			steps('    - play:\n        url: "https://example.com/a/b.mp3"\n'),
		],
		[
			"a URL over two lines, folded",
			"yaml",
			steps("    - play:\n        url: >-\n          https://example.com/a/\n          b.mp3\n"),
			[['warning "\\n          ": `url` goes on over several lines, which puts a space into it; write it on one line', "Join the lines"]],
			steps("    - play:\n        url: https://example.com/a/b.mp3\n"),
		],
		[
			"a URL with blanks",
			"yaml",
			steps("    - play:\n        url: https://example.com/a b.mp3\n"),
			[['warning " ": a URL cannot contain spaces; write `%20` for a space', "Change to `https://example.com/a%20b.mp3`"]],
			steps("    - play:\n        url: https://example.com/a%20b.mp3\n"),
		],
	],
	"JSON in a file of YAML": [
		[
			"a missing comma",
			"yaml",
			'{ "sections": { "main": [ { "answer": {} } { "hangup": {} } ] } }\n',
			[['"{": missing `,` before this', "Insert `,`"]],
			'{ "sections": { "main": [ { "answer": {} }, { "hangup": {} } ] } }\n',
		],
		[
			"a missing bracket",
			"yaml",
			'{ "sections": { "main": [ { "answer": {}, { "hangup": {} } ] } }\n',
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			'{ "sections": { "main": [ { "answer": {} }, { "hangup": {} } ] } }\n',
		],
		[
			"a bracket too many",
			"yaml",
			'{ "sections": { "main": [ { "answer": {} }} ] } }\n',
			[['"}": this `}` closes nothing; remove it', "Remove the `}`"]],
			'{ "sections": { "main": [ { "answer": {} } ] } }\n',
		],
		[
			"a text that is never closed",
			"yaml",
			'{\n  "sections": {\n    "main": [\n      { "play": "say:Hi },\n      { "hangup": {} }\n    ]\n  }\n}\n',
			[['"\\"say:Hi": this string is never closed; add `"`', 'Insert `"`']],
			'{\n  "sections": {\n    "main": [\n      { "play": "say:Hi" },\n      { "hangup": {} }\n    ]\n  }\n}\n',
		],
		["what YAML takes", "yaml", '{ "sections": { "main": [ { answer: {} }, { "hangup": {} }, ] } } # x\n', []],
	],
	"a lone `\\r`": [
		[
			"breaks lines of JSON",
			"json",
			'{\r  "sections": {\r    "main": [\r      { "answer": {},\r      { "hangup": {} }\r    ]\r  }\r}\r',
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			'{\r  "sections": {\r    "main": [\r      { "answer": {} },\r      { "hangup": {} }\r    ]\r  }\r}\r',
		],
		[
			"inside a string",
			"json",
			list('{ "play": "say:Hi\rthere" }'),
			[['"\\"say:Hi": a line break inside a string is written `\\n`', "Change to `\\n`"]],
			list('{ "play": "say:Hi\\nthere" }'),
		],
		[
			"breaks lines of YAML",
			"yaml",
			steps("    - play: { url: say:Hi\r    - hangup: {}\r"),
			[['"{": this `{` is never closed; add `}`', "Insert `}`"]],
			steps("    - play: { url: say:Hi }\r    - hangup: {}\r"),
		],
	],
};

function loud(text: string, format: Format) {
	return problemsOf(text, format).filter(({ level }) => level !== "hint");
}

/** The text after the first fix. */
function firstFix(text: string, format: Format): string | undefined {
	const action = loud(text, format).flatMap((problem) => actionsAt(open(text, format), [problem], problem.span).filter((each) => each.problem === problem))[0];
	return action && applyEdits(text, action.edits);
}

/** The letters and digits of a text in their order, with escapes for what they stand for. */
function words(text: string): string {
	return text.replace(/\\(?:u[0-9a-f]{4}|[nb])/g, "").replace(/[^\p{L}\d]+/gu, "");
}

describe.each(Object.entries(kinds))("%s", (_, rows) => {
	test.each(rows.map((row) => [row[0], row] as const))("%s", (_, [, format, before, told, after]) => {
		expect(
			loud(before, format).map(({ level, span, message, fixes }) => [
				`${level === "error" ? "" : `${level} `}${JSON.stringify(before.slice(span.start, span.end))}: ${message}`,
				...fixes.map(({ title }) => title),
			]),
		).toEqual(told);
		expect(firstFix(before, format)).toBe(after);
		let now = before;
		for (let next = firstFix(now, format); next !== undefined; next = firstFix(now, format)) now = next;
		expect(loud(now, format)).toEqual([]);
		// `%20` is written for a blank.
		expect(words(now.replace("%20", ""))).toBe(words(before));
	});
});

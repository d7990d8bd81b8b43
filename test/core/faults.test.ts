/** Texts that cannot be read, or not as they are meant: what is said, where, and the text after everything on offer is done. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf, openDocument, remember } from "../../server/core/document.ts";
import { actionsAt, fixAll } from "../../server/core/features/actions.ts";
import { applyEdits } from "../../server/core/syntax/edit.ts";
import type { Format } from "../../server/core/syntax/node.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { examples, open, problemsOf, shown } from "../fixture.ts";

/** The whole list of problems; of syntax faults, which are all errors, without level and rule. */
function told(text: string, format: Format): readonly string[] {
	return shown(text, problemsOf(text, format)).map((each) => each.replace(/^error syntax /, ""));
}

/** The text after the first action offered for each syntax fault, one after the other, until nothing is offered any more. */
function mended(text: string, format: Format): string {
	let current = text;
	for (let round = 0; round < 30; round++) {
		const problems = problemsOf(current, format);
		const action = problems
			.filter((problem) => problem.rule === "syntax")
			.flatMap((problem) =>
				actionsAt(open(current, format), problems, problem.span).filter((each) => each.problem === problem && !/\(in all/.test(each.title)),
			)[0];
		if (!action) return current;
		current = applyEdits(current, action.edits);
	}
	return current;
}

type Row = readonly [name: string, before: string, problems: readonly string[], after: string];

const steps = (text: string) => `sections:\n  main:\n${text}`;
const list = (text: string) => `{ "sections": { "main": [ ${text} ] } }`;

const tooMany = '",": trailing comma; remove it';
const unspaced = '"-": `-` needs a space after it';
const slashes = '"//": a comment starts with `#`, not with `//`';
const noComments = "JSON has no comments; remove this one";
const tab = '"\\t": YAML is indented with spaces, not tabs; replace the tab';
const lineBreak = "a line break inside a string is written `\\n`";

const json: readonly Row[] = [
	[
		"words of other languages",
		list('{ "record_call": { "stereo": True, "beep": TRUE } }, { "answer": None }'),
		['"True": `True` is not valid JSON; write `true`', '"TRUE": `TRUE` is not valid JSON; write `true`', '"None": `None` is not valid JSON; write `null`'],
		list('{ "record_call": { "stereo": true, "beep": true } }, { "answer": null }'),
	],
	[
		"an equals sign",
		'{ "version" = "1.0.0", "sections": { "main": [ { "answer": {} } ] } }',
		['"=": expected `:`, not `=`'],
		'{ "version" : "1.0.0", "sections": { "main": [ { "answer": {} } ] } }',
	],
	[
		"a line break inside a string",
		list('{ "play": { "url": "say:Hello\n  you\n  there", "volume": 3 } }, { "hangup": {} }'),
		[`"\\"say:Hello": ${lineBreak}`],
		list('{ "play": { "url": "say:Hello\\nyou\\nthere", "volume": 3 } }, { "hangup": {} }'),
	],
	[
		"a text without its end",
		'{\n  "sections": {\n    "main": [\n      { "play": { "url": "say:Hello } },\n      { "hangup": {} }\n    ]\n  }\n}\n',
		['"\\"say:Hello": this string is never closed; add `"`'],
		'{\n  "sections": {\n    "main": [\n      { "play": { "url": "say:Hello" } },\n      { "hangup": {} }\n    ]\n  }\n}\n',
	],
	[
		"a text without its end, and others behind it",
		list('{ "play": "say:hi }, { "hangup": {} }'),
		['"\\"say:hi }, { \\"": this string is never closed; add `"`'],
		"=",
	],
	[
		"single quotes",
		list(`{ 'play': { 'url': 'say:It's "me"' } }`),
		["\"'play'\": JSON strings use `\"`, not `'`", "\"'url'\": JSON strings use `\"`, not `'`", `"'say:It's \\"me\\"'": JSON strings use \`"\`, not \`'\``],
		list(`{ "play": { "url": "say:It's \\"me\\"" } }`),
	],
	["curly quotes", list("{ “hangup”: {} }"), ['"“hangup”": JSON strings use `"`, not `“`'], list('{ "hangup": {} }')],
	[
		"quotes inside a string",
		list('{ "play": { "url": "say:I said "hello" to you" } }'),
		['"\\"": inside a string `"` is written `\\"`'],
		list('{ "play": { "url": "say:I said \\"hello\\" to you" } }'),
	],
	[
		"keys and texts without quotes",
		list("{ connect: { to: +15551234567, from: sip:a@example.com, timeout: 5 } }"),
		[
			'"connect": the key `connect` needs double quotes',
			'"to": the key `to` needs double quotes',
			'"+15551234567": `+15551234567` needs double quotes',
			'"from": the key `from` needs double quotes',
			'"sip:a@example.com": `sip:a@example.com` needs double quotes',
			'"timeout": the key `timeout` needs double quotes',
		],
		list('{ "connect": { "to": "+15551234567", "from": "sip:a@example.com", "timeout": 5 } }'),
	],
	[
		"commas before closing brackets",
		'{\n  "sections": {\n    "main": [\n      { "answer": {}, },\n    ],\n  }\n}\n',
		[tooMany, tooMany, tooMany],
		'{\n  "sections": {\n    "main": [\n      { "answer": {} }\n    ]\n  }\n}\n',
	],
	["a comma too many", list('{ "answer": {} },, { "hangup": {} }'), ['",": extra comma; remove it'], list('{ "answer": {} }, { "hangup": {} }')],
	[
		"missing commas",
		'{ "version": "1.0.0"\n  "sections": { "main": [ { "answer": {} } { "hangup": {} } ] } }',
		['"\\"sections\\"": missing `,` before this', '"{": missing `,` before this'],
		'{ "version": "1.0.0",\n  "sections": { "main": [ { "answer": {} }, { "hangup": {} } ] } }',
	],
	["a missing colon", list('{ "sleep" 5 }'), ['"5": missing `:` between the key and its value'], list('{ "sleep": 5 }')],
	[
		"comments",
		'{\n  // first\n  "sections": { /* second */\n    "main": [ { "answer": {} } ] # third\n  }\n}\n',
		[`"// first": ${noComments}`, `"/* second */": ${noComments}`, `"# third": ${noComments}`],
		'{\n  "sections": {\n    "main": [ { "answer": {} } ]\n  }\n}\n',
	],
	["half a number", list('{ "set": { "a": .5 } }'), ['".5": `.5` is not a valid number in JSON; write `0.5`'], list('{ "set": { "a": 0.5 } }')],
	[
		"a backslash",
		list('{ "set": { "a": "\\d+" } }'),
		['"\\\\d": unknown escape sequence `\\d`; a backslash itself is written `\\\\`'],
		list('{ "set": { "a": "\\\\d+" } }'),
	],
	["a tab inside a string", list('{ "set": { "a": "x\ty" } }'), ['"\\t": a tab inside a string is written `\\t`'], list('{ "set": { "a": "x\\ty" } }')],
	[
		"a bracket that is missing, behind another fault",
		'{ version: "1.0.0", "sections": { "main": [ { "answer": {} ] } }',
		['"version": the key `version` needs double quotes', '"{": this `{` is never closed; add `}`'],
		'{ "version": "1.0.0", "sections": { "main": [ { "answer": {} } ] } }',
	],
	[
		"two brackets that are missing, behind another fault",
		'{ version: "1.0.0", "sections": { "main": [ { "answer": {} ] }',
		['"{": this `{` is never closed; add `}`', '"version": the key `version` needs double quotes', '"{": this `{` is never closed; add `}`'],
		'{ "version": "1.0.0", "sections": { "main": [ { "answer": {} } ] } }',
	],
	[
		"a fault that cannot be mended, behind some that can",
		list('{ answer: {} }, { "set": { "a": } }'),
		['"answer": the key `answer` needs double quotes', '"}": a value is missing here'],
		list('{ "answer": {} }, { "set": { "a": } }'),
	],
	[
		"Markdown around it",
		`\`\`\`json\n${list('{ "answer": {} }')}\n\`\`\`\n`,
		['"```json": this line is Markdown, not part of the document; remove it, and the one at the end'],
		`${list('{ "answer": {} }')}\n`,
	],
	["a byte order mark", `\uFEFF${list('{ "answer": {} },')}`, [tooMany], `\uFEFF${list('{ "answer": {} }')}`],
];

const yaml: readonly Row[] = [
	["no space after one of the dashes", steps("    - answer: {}\n    -hangup: {}\n"), [unspaced], steps("    - answer: {}\n    - hangup: {}\n")],
	["no space after the first dash", steps("    -answer: {}\n    - hangup: {}\n"), [unspaced], steps("    - answer: {}\n    - hangup: {}\n")],
	[
		"a step without its dash",
		steps("    - answer: {}\n    play:\n      url: say:hi\n      # loud\n      volume: 3\n"),
		['"play": `play` is an entry of a list; put `- ` before it'],
		steps("    - answer: {}\n    - play:\n        url: say:hi\n        # loud\n        volume: 3\n"),
	],
	[
		"steps without their dashes, deep enough",
		steps("    - answer: {}\n    play:\n        url: say:hi\n    hangup: {}\n"),
		['"play": `play` is an entry of a list; put `- ` before it', '"hangup": `hangup` is an entry of a list; put `- ` before it'],
		steps("    - answer: {}\n    - play:\n        url: say:hi\n    - hangup: {}\n"),
	],
	["a comment with slashes", steps("    - answer: {}\n    // then\n    - hangup: {}\n"), [slashes], steps("    - answer: {}\n    # then\n    - hangup: {}\n")],
	["one at the top", `// mine\n${steps("    - answer: {}\n")}`, [slashes], `# mine\n${steps("    - answer: {}\n")}`],
	[
		"a text that is not deeper",
		steps("    - ai:\n        prompt:\n          text: |\n          You are kind.\n          Be brief.\n          temperature: 0.3\n"),
		['"|": the text after `|` must be indented more than `text`'],
		steps("    - ai:\n        prompt:\n          text: |\n            You are kind.\n            Be brief.\n          temperature: 0.3\n"),
	],
	[
		"curly quotes",
		steps("    - ai:\n        prompt: { text: “Hello” }\n    - play:\n        url: “say: hi”\n"),
		['"“say: hi”": `“` is not a quotation mark in YAML; use `"`'],
		steps('    - ai:\n        prompt: { text: “Hello” }\n    - play:\n        url: "say: hi"\n'),
	],
	["tabs", "sections:\n\tmain:\n\t\t- answer: {}\n\t\t- hangup: {}\n", [tab], "sections:\n  main:\n    - answer: {}\n    - hangup: {}\n"],
	["tabs among spaces", steps("    - play:\n\turl: say:hi\n\tvolume: 3\n"), [tab], steps("    - play:\n        url: say:hi\n        volume: 3\n")],
	[
		"a missing colon",
		steps('    - play "say: hi"\n').replace("say: hi", "https://example.com/a.mp3: x"),
		['"play": missing `:` after `play`'],
		steps('    - play: "https://example.com/a.mp3: x"\n'),
	],
	[
		"several that need quotes",
		steps("    - play:\n        url: say: Hello\n    - play:\n        url: %{vars.x}\n"),
		['"say: Hello": a value that contains `: ` needs quotes', '"%": a value that starts with `%` needs quotes'],
		steps('    - play:\n        url: "say: Hello"\n    - play:\n        url: "%{vars.x}"\n'),
	],
	[
		"a text without its end",
		steps('    - play:\n        url: "say:hi\n    - hangup: {}\n'),
		['"\\"say:hi": this string is never closed; add `"`'],
		steps('    - play:\n        url: "say:hi"\n    - hangup: {}\n'),
	],
	[
		"a line between two columns",
		steps("    - answer: {}\n   - hangup: {}\n"),
		['"- hangup: {}": this line is not aligned with the ones above; use the same number of spaces'],
		"=",
	],
	[
		"Markdown around it",
		`\`\`\`yaml\n${steps("    - answer: {}\n")}\`\`\`\n`,
		['"```yaml": this line is Markdown, not part of the document; remove it, and the one at the end'],
		steps("    - answer: {}\n"),
	],
	["a mark at the top", `\uFEFF---\n${steps("    - answer: {}\n")}`, [], "="],
	[
		"two documents",
		`---\n${steps("    - answer: {}\n")}---\nsections: {}\n`,
		['"---": a second document starts here; only the first is read, so keep one document per file'],
		"=",
	],
	[
		"nothing inside texts",
		steps(
			"    - ai:\n        prompt:\n          text: |\n            -answer: x\n            // no\n            “hi”\n    - set:\n        a: \"\n          -answer: {}\n          // x\"\n        b: '-c: d'\n        c: Say “hi” and “ho”\n",
		),
		[],
		"=",
	],
];

describe.each([
	["json", json],
	["yaml", yaml],
] as const)("%s", (format, rows) => {
	test.each(rows)("%s", (_, before, problems, after) => {
		const hints = (text: string) => problemsOf(text, format).filter((each) => each.level === "hint" && each.rule !== "syntax");
		expect(told(before, format).filter((each) => !each.startsWith("hint "))).toEqual(problems);
		expect(mended(before, format)).toBe(after === "=" ? before : after);
		if (after !== "=" && problems.length > 0 && !problems.some((each) => each.endsWith("a value is missing here"))) {
			expect(problemsOf(mended(before, format), format).filter((each) => each.level !== "hint" && each.rule === "syntax")).toEqual([]);
		}
		expect(hints(before).length).toBeLessThanOrEqual(hints(mended(before, format)).length);
	});
});

test("what cannot change what is meant is fixed with all the rest", () => {
	const before = '{\n  "sections": {\n    "main": [\n      { "answer": None, }\n      { "record_call": { "stereo": True } },\n    ],\n  }\n}\n';
	let after = before;
	for (let round = 0; round < 4; round++) after = applyEdits(after, fixAll(problemsOf(after, "json"))?.edits ?? []);
	expect(after).toBe('{\n  "sections": {\n    "main": [\n      { "answer": null },\n      { "record_call": { "stereo": true } }\n    ]\n  }\n}\n');
	for (const unsure of ["{ a: 1 }", "{ 'a': 1 }", '{ "a": 1 /* b */ }', '{ "a" = 1 }', "[1 2]", '{ "a": +15551234567 }']) {
		expect(
			problemsOf(unsure, "json").flatMap((each) => (each.rule === "syntax" ? each.fixes.filter((fix) => fix.safe) : [])),
			unsure,
		).toEqual([]);
	}
});

test("the same mistake in many places is put right at once", () => {
	const text = "{ sections: { main: [ { hangup: {} } ] } }";
	const all = problemsOf(text, "json")[0]?.fixes[1];
	expect(all?.title).toBe("Use double quotes (in all 3 places)");
	expect(applyEdits(text, all?.edits ?? [])).toBe('{ "sections": { "main": [ { "hangup": {} } ] } }');
});

test("a document inside a string tells its faults where they are", () => {
	const text = steps(`    - execute:\n        dest: '{"sections": {"main": [{"hangup": {},}]},}'\n`);
	expect(told(text, "yaml").map((each) => each.replace(/^.*?": /, ""))).toEqual([
		"in the SWML inside `dest`: trailing comma; remove it",
		"in the SWML inside `dest`: trailing comma; remove it",
	]);
	expect(problemsOf(text).flatMap((each) => each.fixes)).toEqual([]);
});

test("faults keep their places, and their fixes, when their section moves", () => {
	const before = steps("    - answer: {}\n    hangup: {}\n  other:\n    - answer: {}\n    -hangup: {}\n");
	const after = `# above\n${before}`;
	const memory = remember();
	faultsOf(openDocument(before, "yaml", memory));
	const moved = faultsOf(openDocument(after, "yaml", memory));
	expect(moved).toEqual(faultsOf(openDocument(after, "yaml")));
	expect(
		applyEdits(
			after,
			moved.flatMap((each) => each.mend?.edits ?? []),
		),
	).toBe(`# above\n${steps("    - answer: {}\n    - hangup: {}\n  other:\n    - answer: {}\n    - hangup: {}\n")}`);
});

describe("any text", () => {
	const pieces = [
		"{",
		"}",
		"[",
		"]",
		",",
		":",
		'"',
		"'",
		"“",
		"”",
		"\\",
		"\n",
		"\t",
		" ",
		"  ",
		"- ",
		"-a: ",
		"a: ",
		"b",
		"|",
		"// x",
		"/*",
		"#",
		"=",
		"True",
		"+1555",
		"1.",
		"```",
		"---",
		"\r\n",
		"%{",
	];
	const texts = examples().map((each) => each.text.slice(0, 1500));

	test("is read without an exception, and no place lies outside", () => {
		fc.assert(
			fc.property(
				fc.constantFrom("", ...texts),
				fc.nat(),
				fc.array(fc.constantFrom(...pieces), { maxLength: 25 }),
				fc.constantFrom<Format>("json", "yaml"),
				(text, place, typed, format) => {
					const at = place % (text.length + 1);
					const whole = text.slice(0, at) + typed.join("") + text.slice(at);
					const { faults } = parse(whole, format);
					for (const { span, reach = span, mend } of faults) {
						for (const each of [span, reach, ...(mend?.edits ?? []).map((edit) => edit.span)]) {
							expect(0 <= each.start && each.start <= each.end && each.end <= whole.length, JSON.stringify([whole, each])).toBe(true);
						}
					}
				},
			),
			{ numRuns: 1500 },
		);
	});
});

test("texts that start with `*` in brackets are put in quotes one by one, not up to the end of the line", () => {
	const text = "sections:\n  main:\n    - play: { urls: [*a, *b ] }\n";
	expect(told(text, "yaml").slice(0, 2)).toEqual([
		'"*a": no anchor `&a` is defined above this; a value that starts with `*` needs quotes',
		'"*b": no anchor `&b` is defined above this; a value that starts with `*` needs quotes',
	]);
	const mends = parse(text, "yaml").faults.map(({ mend }) => applyEdits(text, mend?.edits ?? []));
	expect(mends).toEqual(["*a", "*b"].map((alias) => text.replace(alias, `"${alias}"`)));
});

test("more faults in one text than a call takes arguments", () => {
	expect(parse(`["${"\t".repeat(200_000)}"]`, "json").faults.length).toBe(60);
});

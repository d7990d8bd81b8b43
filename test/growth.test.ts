/**
 * Four times the text takes about four times the work, whatever the text. Measured as the ratio of processor time of two sizes, never as a time:
 * a machine that is busy is as good as another. Every pattern of the server's source and every rule is covered without being named here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isIgnored, readIgnoreLines } from "../server/cli/ignored.ts";
import { detect } from "../server/core/detect.ts";
import { actionsAt, fixAll } from "../server/core/features/actions.ts";
import { complete } from "../server/core/features/complete.ts";
import { hover } from "../server/core/features/hover.ts";
import { formats } from "../server/core/language/formats.ts";
import { check } from "../server/core/rules/check.ts";
import { rules } from "../server/core/rules/index.ts";
import type { Format } from "../server/core/syntax/node.ts";
import { open, unmark } from "./fixture.ts";
import { hasTwin, toJson } from "./twin.ts";

/** A square law gives 16 for four times the size, a line 4; what is between is noise and the warming up of a program. */
const most = 9;

/** How often `most` may be passed by chance before it counts: each time with a larger text, measured more often. */
const rounds = 3;

/** Processor milliseconds. */
function cost(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Work of fewer milliseconds is drowned by what else the processor does: it is measured again with more. */
const telling = 2;

/**
 * How much more `work` costs for four times as much, measured until that is little, `runs` times at most; 1 where it costs next to nothing.
 * With what the smaller one costs.
 */
function growth(work: (size: number) => () => void, size: number, runs: number): { readonly times: number; readonly less: number } {
	const [small, large] = [work(size), work(4 * size)];
	// The first time, a program is read rather than run.
	let less = Math.min(cost(small), cost(small));
	let more = Number.POSITIVE_INFINITY;
	// By turns, so that a busy moment meets both.
	for (let run = 0; run < runs; run++) {
		more = Math.min(more, cost(large));
		if (more < 3 || more / less <= most) break;
		less = Math.min(less, cost(small));
	}
	return { times: more < 3 ? 1 : more / Math.max(less, 0.3), less };
}

/** The growth of work that does not grow in line, as words; undefined for work that does. `make` gives the work for a size. */
function tooMuch(make: (size: number) => () => void, size: number, times = rounds): string | undefined {
	let found = 0;
	let counted = 0;
	for (let round = 0; counted < times; round++) {
		const measured = growth(make, size * 2 ** round, 2 + 2 * round);
		found = measured.times;
		if (found <= most) return undefined;
		if (measured.less >= telling || round >= times + 4) counted++;
	}
	return `grows ${found.toFixed(0)} times for four times the size`;
}

/** Everything that is done with a document: at its middle, at its end, and about the problem in the midst of them. */
function everything(text: string, format: Format): void {
	detect({ name: "", text });
	const document = open(text, format);
	const { problems, failures } = check(document);
	expect(failures).toEqual([]);
	for (const offset of [text.length >> 1, text.length]) {
		hover(document, offset);
		complete(document, offset, { snippets: true, markdown: true });
	}
	const middle = problems[problems.length >> 1]?.span ?? { start: 0, end: 0 };
	actionsAt(document, problems, middle);
	fixAll(problems);
}

/** The inputs whose work grows too much, each with how much. */
function unruly(inputs: readonly (readonly [name: string, make: (size: number) => string])[], size: number, formats: readonly Format[]): readonly string[] {
	return inputs.flatMap(([name, make]) =>
		formats.flatMap((format) => {
			const found = tooMuch((length) => {
				const text = make(length);
				return () => everything(text, format);
			}, size);
			return found ? [`${format}: ${name} ${found}`] : [];
		}),
	);
}

/** A piece over and over, up to a length. */
function filled(piece: string, length: number): string {
	return piece.repeat(Math.ceil(length / piece.length));
}

/** The same with a number in each, up to a length. */
function numbered(piece: (n: number) => string, length: number): string {
	const parts: string[] = [];
	for (let n = 0, done = 0; done < length; n++) {
		const part = piece(n);
		parts.push(part);
		done += part.length;
	}
	return parts.join("");
}

describe("patterns", () => {
	const server = resolve(import.meta.dirname, "../server");
	const files = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
	const patterns = new Map(files.flatMap((file) => patternsIn(readFileSync(join(server, file), "utf8")).map((pattern) => [String(pattern), pattern] as const)));

	test("are all found", () => {
		expect(patternsIn("a = b / c; d = /x[/]\\/y/g; // /z/\nf('/no/', `/no/ ${/yes/.test(e)}`); return /r/u; /* /no/ */ x.split(/,/)").map(String)).toEqual([
			"/x[/]\\/y/g",
			"/yes/",
			"/r/u",
			"/,/",
		]);
		expect(patterns.size).toBeGreaterThan(200);
	});

	test("a pattern of square growth is noticed", () => {
		for (const pattern of [/\s+$/, /"(?:[^"\\\n]|\\.)*"/g, /\s*,?\s*x/y]) expect(slowTextFor(pattern), String(pattern)).toBeDefined();
		for (const pattern of [/^\s+$/, /^[ \t]*#/m, /"[^"]*/g]) expect(slowTextFor(pattern), String(pattern)).toBeUndefined();
	});

	test("of the server grow in line with the text", { timeout: 600_000 }, () => {
		expect([...patterns.values()].flatMap((pattern) => slowTextFor(pattern) ?? [])).toEqual([]);
	});
});

/** The first text of those made from a pattern's own signs with which it does not grow in line, in words. */
function slowTextFor(pattern: RegExp): string | undefined {
	const signs = signsOf(pattern.source);
	const units = signs.flatMap((a) => [a, ...signs.filter((b) => b !== a).map((b) => a + b)]);
	const run = (text: string) => () => {
		pattern.lastIndex = 0;
		if (pattern.global) for (const _ of text.matchAll(pattern));
		else pattern.exec(text);
	};
	for (const unit of units) {
		for (const before of ["", ...signs.filter((sign) => sign !== unit)]) {
			for (const end of ["\u0001", "\u0001\n"]) {
				const make = (length: number) => run(before + filled(unit, length) + end);
				// Where the text costs nothing, its growth need not be looked at.
				if (unit.length > 1 && before !== "" && end !== "\u0001") continue;
				if (cost(make(1200)) < 0.4) continue;
				const found = tooMuch(make, 1200);
				if (found) return `${pattern} with ${JSON.stringify(before)} and ${JSON.stringify(unit)} over and over ${found}`;
			}
		}
	}
	return undefined;
}

/** Signs that the parts of a pattern take: those that stand in it, and one of each kind that it names. */
function signsOf(source: string): readonly string[] {
	const kinds: { readonly [kind: string]: string } = {
		s: " ",
		S: "x",
		w: "a",
		W: "-",
		d: "1",
		D: "a",
		n: "\n",
		r: "\r",
		t: "\t",
		b: "",
		B: "",
		p: "é",
		P: "-",
		u: "",
	};
	const found = new Set<string>(["a", " "]);
	for (const [sign] of source.replace(/\\[pP]\{[^}]*\}|\\u[0-9a-f]{4}|\{\d*,?\d*\}|\(\?<?[:=!]/gi, "").matchAll(/\\.|[^\\]/gs)) {
		if (sign.length > 1) found.add(kinds[sign[1] ?? ""] ?? sign.slice(1));
		else if (!"()|?+*^$.".includes(sign)) found.add(sign);
	}
	found.delete("");
	const all = [...found];
	// Of many letters and digits one is as good as another.
	return [...all.filter((sign) => !/[a-z0-9]/i.test(sign)), ...all.filter((sign) => /[a-z0-9]/i.test(sign)).slice(0, 3)].slice(0, 9);
}

/** The regular expressions in a source text: strings and comments are passed over. */
function patternsIn(source: string): readonly RegExp[] {
	const found: RegExp[] = [];
	const tokens =
		/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`|\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)|[{}]|[^\s]/g;
	/** Whether a template, or an expression inside one, is being read. */
	const within: ("template" | "braces")[] = [];
	let last = "";
	for (let token = tokens.exec(source); token; token = tokens.exec(source)) {
		const [text, pattern, flags] = token;
		if (within.at(-1) === "template") {
			tokens.lastIndex = token.index;
			const rest = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y;
			rest.lastIndex = token.index;
			const end = rest.exec(source)?.[1];
			tokens.lastIndex = end === undefined ? source.length : rest.lastIndex;
			if (end === "`") within.pop();
			else within.push("braces");
			last = end === "`" ? "`" : "{";
			continue;
		}
		if (text.startsWith("//") || text.startsWith("/*")) continue;
		// Behind a value a slash divides.
		if (pattern !== undefined && /[\w$)\]`"']$/.test(last) && !/^(?:return|typeof|case|of|in)$/.test(last)) {
			tokens.lastIndex = token.index + 1;
			last = "/";
			continue;
		}
		if (pattern !== undefined) found.push(new RegExp(pattern, flags));
		if (text === "`") within.push("template");
		if (text === "{") within.push("braces");
		if (text === "}") within.pop();
		last = /\w/.test(text) && /\w/.test(source[token.index - 1] ?? "") ? last + text : text;
	}
	return found;
}

describe("rules", () => {
	/** What is wrong in an example, many times: as it stands, line for line in one object or list, and word for word in one text. */
	const inputs = rules.flatMap((rule) =>
		rule.bad.flatMap((bad, index) => manyTimes(bad).map(([how, make]) => [`${rule.id} ${index + 1}, ${how}`, make] as const)),
	);

	test("of square growth are noticed", () => {
		const [, make] = inputs.find(([name]) => name.startsWith("unknown-parameter 2, the line")) ?? ["", () => ""];
		const square = (size: number) => {
			const document = open(make(size), "yaml");
			document.bounds();
			return () => {
				for (const { bound } of document.binding().mismatches) if (bound.node.kind === "map") bound.node.entries.filter(({ key }) => key.value === "x");
			};
		};
		expect(tooMuch(square, 40_000, 1)).toBeDefined();
	});

	test.each(rules.map(({ id }) => id))("%s", { timeout: 600_000 }, (id) => {
		const own = inputs.filter(([name]) => name.startsWith(`${id} `));
		expect(unruly(own, 2000, ["yaml"])).toEqual([]);
		const twins = own.filter(([, make]) => hasTwin(make(400))).map(([name, make]) => [name, (size: number) => toJson(make(size))] as const);
		expect(unruly(twins, 2000, ["json"])).toEqual([]);
	});
});

/** Ways to have what is wrong in an example of a rule many times. */
function manyTimes(bad: string): readonly (readonly [how: string, make: (size: number) => string])[] {
	const { text, marks } = unmark(bad);
	const steps = /^\s*- /.test(bad.replace(/^\n/, ""));
	const head = "version: 1.0.0\nsections:\n  main:\n";
	const list = steps ? [["in one list", (size: number) => head + filled(text.slice(head.length), size)] as const] : [];
	const ways = marks.flatMap(({ at }) => {
		const start = text.lastIndexOf("\n", at) + 1;
		const next = text.indexOf("\n", at);
		const end = next < 0 ? text.length : next + 1;
		const line = text.slice(start, end);
		const key = /^(\s*(?:- )?)([\w-]+)(:.*\n)$/.exec(line);
		const value = /^(.*: )(["']?)([^"'{}[\]\n]+)(["']?\n)$/.exec(line);
		const around = (middle: string) => text.slice(0, start) + middle + text.slice(end);
		return [
			["the line in one place", (size: number) => around(filled(line, size))] as const,
			...(key
				? [["the line with other keys", (size: number) => around(line + numbered((n) => `${key[1]?.replace("-", " ")}${key[2]}${n}${key[3]}`, size))] as const]
				: []),
			...(value
				? [" ", ",", ", "].map(
						(sign) => [`the value, parted by ${JSON.stringify(sign)}`, (size: number) => around(`${value[1]}"${filled(value[3] + sign, size)}"\n`)] as const,
					)
				: []),
		];
	});
	return [...list, ...ways];
}

describe("texts", () => {
	const signs = [
		"[",
		"]",
		"{",
		"}",
		'"',
		"'",
		"*",
		"&",
		"#",
		"-",
		"\\",
		":",
		",",
		"|",
		">",
		"?",
		"!",
		"%",
		"@",
		"`",
		"a",
		"1",
		"é",
		" ",
		"\t",
		"\n",
		"\r",
		"\r\n",
		"“",
		"/",
		"<",
		"$",
		"${",
		"//",
		"/*",
		'\\"',
		"''",
		"- ",
		"? ",
		": ",
		", ",
		"# ",
		"* ",
		"<<<<<<< a\n",
	];
	const contexts: readonly (readonly [name: string, make: (text: string) => string])[] = [
		["alone", (text) => text],
		["a value", (text) => `sections:\n  main:\n    - play: ${text}\n`],
		["in a text", (text) => `{"sections":{"main":[{"play":"${text}"}]}}`],
		["in a text that is open", (text) => `sections:\n  main:\n    - play: "${text}`],
	];

	test.each(signs)("%j over and over", { timeout: 600_000 }, (sign) => {
		const inputs = contexts.map(([name, make]) => [name, (size: number) => make(filled(sign, size))] as const);
		expect(unruly(inputs, 1500, ["yaml", "json"])).toEqual([]);
	});

	/** What people write, a line or an item each. */
	const pieces = [
		"a: 1",
		"a:",
		"- a",
		"-",
		"-a: 1",
		"- - - a",
		"- *a",
		"&a b",
		"*a : 1",
		"? a",
		"a: b: c",
		'a: "b',
		"a: 'b",
		'a: "\\"b',
		"a: |",
		"a: b #c",
		"# x",
		"// x",
		"/* x */",
		"# swml-ignore x",
		"“a”",
		"\ta: 1",
		"%a",
		"---",
		"...",
		'"a"',
		'"a" "b"',
		'"a"b',
		"'a",
		"a",
		"True",
		"+1",
		".5",
		"${",
		"{",
		"a: [",
		"a: {b",
		"]",
		"<<: *a",
	];
	test.each(pieces)("%j as lines, as items, as numbered keys", { timeout: 600_000 }, (piece) => {
		const inputs = [
			["lines", (size: number) => filled(`${piece}\n`, size)],
			["lines in a section", (size: number) => `sections:\n  main:\n${filled(`    ${piece}\n`, size)}`],
			["lines in a step", (size: number) => `sections:\n  main:\n    - ai:\n${numbered((n) => `        ${piece.replace("a", `a${n}`)}\n`, size)}`],
			["items", (size: number) => `[${filled(`${piece}, `, size)}]`],
			["entries", (size: number) => `{${numbered((n) => `"k${n}": ${piece}, `, size)}}`],
		] as const;
		expect(unruly(inputs, 1500, ["yaml", "json"])).toEqual([]);
	});

	test("slips that are mended", { timeout: 600_000 }, () => {
		const section = "sections:\n  main:\n";
		const yaml = [
			["dashes without a blank", (size: number) => section + filled("    -answer: {}\n", size)],
			["dashes that are lost", (size: number) => `${section}    - a: 1\n${filled("    b:\n      c: 1\n", size)}`],
			["texts that are not indented", (size: number) => `${section}    - prompt:\n        play: |\n${filled("        b\n", size)}`],
			["a curly quote after dashes", (size: number) => `a: \n${filled("-", size)}x\n  b: “`],
			["tabs before keys", (size: number) => `${section}    - play:\n${filled("\t\turl: a\n", size)}`],
			["brackets that close nothing", (size: number) => section + filled("    - play: { url: [a]]}}\n", size)],
			["brackets that are never closed", (size: number) => section + filled("    - play: { url: [a\n", size)],
			["brackets in one place", (size: number) => `${section}    - play: { ${filled("a: b }, ", size)}`],
			["quotes inside texts", (size: number) => `${section}    - play: "${filled('a "b" ', size)}"\n`],
			["quotes inside texts in braces", (size: number) => `${section}    - play: { a: "${filled('a "b" ', size)}" }\n`],
			["keys without their second quote", (size: number) => `${section}    - play:\n${filled('        "a: b\n', size)}`],
			["keys without their second quote in braces", (size: number) => `${section}    - play: { ${filled('"a: "b", ', size)} }\n`],
			["blanks that are none", (size: number) => section + filled("    -\u00a0a:\u00a0b\n", size)],
			["blanks that are none, and quotes, in one line", (size: number) => `${section}    - { a: [\u00a0${filled('"\\"\u00a0\', ', size)} }\n`],
			["expressions in braces", (size: number) => `${section}    - set: { ${numbered((n) => `a${n}: \${b}, `, size)} }\n`],
			["control characters", (size: number) => `${section}    - play: ${filled("a\u0007", size)}\n`],
			["JSON", (size: number) => `{ "sections": { "main": [ ${filled('{ "a": {} } ', size)} ] } }`],
			["values of templates", (size: number) => section + filled("    - sleep: {{ a }}\n", size)],
			["lines of templates", (size: number) => section + filled("    {% if a %}\n    - sleep: 5\n", size)],
			["code of templates in one line", (size: number) => `${section}    - sleep: ${filled("{{ a }}", size)}`],
			[
				"code of templates that does not end",
				(size: number) => `${section}    - sleep: "${filled("{{ {% <% <? ", size)}"\n    - sleep: a${filled("{{ ", size)}`,
			],
		] as const;
		expect(unruly(yaml, 3000, ["yaml"])).toEqual([]);
		const json = [
			["keys and texts in other quotes", (size: number) => `{ a: [ ${filled("{ b: 'c', }, ", size)} ] }`],
			["colons that are lost, and comments", (size: number) => `{ "a": [ ${filled('{ "b" 5 /* c */ }, ', size)} ] }`],
			["a text of several lines", (size: number) => `{ a: "${filled("x   y\n", size)}" }`],
			["quotes inside texts", (size: number) => `["${filled('a "b" c ', size)}"]`],
			["code of templates", (size: number) => `[${filled("{% a %}{{ b }},", size)} 1]`],
			["apostrophes that end nothing", (size: number) => `[${filled("'a,", size)}`],
			...["}", "]", "{}", "}{", "][", '{"a":', '{"a":[', '"a":', '{"a":{}},}', '[{"a":1},', "[{},", "{{"].map(
				(piece) => [`brackets ${piece}`, (size: number) => `{"a":[${filled(piece, size)}`] as const,
			),
			...['      { "a": {\n', '      { "a": {} }},\n', '      "a": {} },\n', "      }\n", "      ],\n", '    "a": [\n', "      {},,\n"].map(
				(line) => [`lines ${JSON.stringify(line)}`, (size: number) => `{\n  "sections": {\n    "main": [\n${filled(line, size)}`] as const,
			),
			["quotes that lack their first", (size: number) => `{ ${filled('a": b", ', size)} }`],
			["blanks that are none", (size: number) => `[${filled('\u00a0"a",', size)}]`],
			["control characters", (size: number) => `["${filled("\u0007", size)}"]`],
		] as const;
		expect(unruly(json, 3000, ["json"])).toEqual([]);
	});

	test("many mistakes in one place", { timeout: 600_000 }, () => {
		const step = "sections:\n  main:\n    - join_conference:\n        name: a\n";
		const inputs = [
			["unknown params", (size: number) => step + numbered((n) => `        k${n}: 1\n`, size)],
			["the same param", (size: number) => step + filled("        muted: false\n", size)],
			["unknown words", (size: number) => `${step}        status_callback: https://a.b\n        status_callback_event: ${numbered((n) => `w${n} `, size)}\n`],
			["unknown root keys", (size: number) => step + numbered((n) => `k${n}: 1\n`, size)],
		] as const;
		expect(unruly(inputs, 20_000, ["yaml"])).toEqual([]);
	});

	test("many of what fits", { timeout: 600_000 }, () => {
		const inputs = [
			["sections", (size: number) => `sections:\n${numbered((n) => `  s${n}:\n    - hangup: {}\n`, size)}`],
			["labels and jumps", (size: number) => `sections:\n  main:\n${numbered((n) => `    - label: l${n}\n    - goto: { label: l${n} }\n`, size)}`],
			[
				"functions",
				(size: number) =>
					`sections:\n  main:\n    - ai:\n        prompt: { text: x }\n        SWAIG:\n          functions:\n${numbered((n) => `            - function: f${n}\n              description: x\n`, size)}`,
			],
			["anchors", (size: number) => `a:\n${numbered((n) => `  b${n}: &a${n} 1\n  c${n}: *a${n}\n`, size)}sections: {}\n`],
			["documents in texts", (size: number) => `sections:\n  main:\n${filled(`    - execute: { dest: '{"sections": {"main": [{"paly": 1}]}}' }\n`, size)}`],
		] as const;
		expect(unruly(inputs, 3000, ["yaml"])).toEqual([]);
		expect(
			unruly(
				inputs.filter(([name]) => name !== "anchors").map(([name, make]) => [name, (size: number) => toJson(make(size))] as const),
				6000,
				["json"],
			),
		).toEqual([]);
	});
});

describe("values of a format", () => {
	const seeds = ["a", "a.", "a-", "0 ", "1,", "[:", "(?", "(?#", "\\Q", "[", "(", "|", "a:", "a@", "<a", "1h", ": ", " /", "- ", "+1", "%20", "X-", "é", "xxx"];
	const around = ["*", "*!", "https://*", "sip:*", "ring:*", "x* x"];
	test.each(Object.entries(formats))("%s", (_, { check: look }) => {
		const found = seeds.flatMap((seed) =>
			around.flatMap((shape) => {
				const make = (size: number) => {
					const value = shape.replace("*", () => filled(seed, size));
					return () => void look(value);
				};
				const grows = tooMuch(make, 4000);
				return grows ? [`${shape} of ${JSON.stringify(seed)} ${grows}`] : [];
			}),
		);
		expect(found).toEqual([]);
	});
});

test(".gitignore", () => {
	for (const [line, path] of [
		["*a*a*a*a*b", "a"],
		["**/a/**/a/**/a/b", "a/"],
		["a*".repeat(20), "a"],
		[`${"?*".repeat(20)}b`, "a"],
	] as const) {
		const lines = readIgnoreLines(line, "/");
		expect(
			tooMuch((size) => {
				const long = `/${filled(path, size)}`;
				return () => isIgnored(lines, long, false);
			}, 20_000),
		).toBeUndefined();
	}
	const blanks = (size: number) => () => readIgnoreLines(`a${filled(" ", size)}b`, "/");
	expect(tooMuch(blanks, 20_000)).toBeUndefined();
});

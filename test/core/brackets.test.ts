/** Brackets of JSON that do not match: what is said, where, and where pressing the first fix leads. */
import { describe, expect, test } from "vitest";
import { actionsAt } from "../../server/core/features/actions.ts";
import { applyEdits } from "../../server/core/syntax/edit.ts";
import { open, problemsOf, shown } from "../fixture.ts";

const sound = `{
  "version": "1.0.0",
  "sections": {
    "main": [
      { "answer": {} },
      {
        "play": {
          "url": "say:Hi",
          "volume": 3
        }
      },
      { "hangup": {} }
    ],
    "other": [
      { "hangup": {} }
    ]
  }
}
`;

/** What is told of a text, with the fixes in order, and the text after the first fixes. */
function pressed(text: string) {
	const found = shown(text, problemsOf(text, "json")).map((each, index) => [each, ...(problemsOf(text, "json")[index]?.fixes.map(({ title }) => title) ?? [])]);
	let now = text;
	for (let round = 0; round < 12; round++) {
		const problems = problemsOf(now, "json").filter(({ level }) => level !== "hint");
		const action = problems.flatMap((problem) => actionsAt(open(now, "json"), [problem], problem.span).filter((each) => each.problem === problem))[0];
		if (!action) break;
		now = applyEdits(now, action.edits);
	}
	return { found, now };
}

const surplus = (bracket: string) => [`error syntax "${bracket}": this \`${bracket}\` closes nothing; remove it`, `Remove the \`${bracket}\``];
const unclosed = (bracket: string, by = bracket === "{" ? "}" : "]") => [
	`error syntax "${bracket}": this \`${bracket}\` is never closed; add \`${by}\``,
	`Insert \`${by}\``,
];
const missing = (bracket: string, before: string) => [`error syntax ${JSON.stringify(before)}: missing \`${bracket}\` before this`, `Insert \`${bracket}\``];
const instead = (bracket: string, of: string) => [`error syntax "${of}": expected \`${bracket}\`, not \`${of}\``, `Change to \`${bracket}\``];

/** A place in the sound text, what stands there instead, what is told; and, where that is not the sound text, what it becomes. */
type Row = readonly [name: string, from: string, to: string, found: readonly (readonly string[])[], after?: string];

const rows: readonly Row[] = [
	["a `}` too many behind a step", '{ "answer": {} },', '{ "answer": {} }},', [surplus("}")]],
	["a `}` too many inside a step", '{ "answer": {} },', '{ "answer": {}} },', [surplus("}")], '{ "answer": {}},'],
	["a `}` too many behind the last step", '{ "hangup": {} }\n    ],', '{ "hangup": {} }}\n    ],', [surplus("}")]],
	["a `}` too many on a line of its own", "        }\n      },\n", "        }\n      }\n      },\n", [surplus("}")]],
	["a `}` and its comma too many", "      },\n", "      },\n      },\n", [surplus("}")]],
	["a `]` too many behind a section", '    ],\n    "other"', '    ]],\n    "other"', [surplus("]")]],
	["a `]` too many on a line of its own", '    ],\n    "other"', '    ]\n    ],\n    "other"', [surplus("]")]],
	["a `}` too many between sections", '    ],\n    "other"', '    ]\n  },\n    "other"', [surplus("}")]],
	["a `}` too many behind what an object holds", '"volume": 3\n        }\n', '"volume": 3\n        }}\n', [surplus("}")]],
	["a `}` too many at the end", "\n}\n", "\n}\n}\n", [surplus("}")]],
	["a `]` too many at the end", "\n}\n", "\n}\n]\n", [surplus("]")]],
	["a missing `}` of a step", '{ "answer": {} },', '{ "answer": {},', [unclosed("{")]],
	["a missing `}` of a step, a blank left", '{ "answer": {} },', '{ "answer": {} ,', [unclosed("{")], '{ "answer": {} } ,'],
	["a missing `}` of the last step", '{ "hangup": {} }\n    ],', '{ "hangup": {}\n    ],', [unclosed("{")]],
	["a missing `}` of a step in several lines", "        }\n      },\n", "        },\n", [unclosed("{")]],
	["a missing `}` of what a step holds", '"volume": 3\n        }\n', '"volume": 3\n', [unclosed("{")]],
	["two missing `}` in one place", '"volume": 3\n        }\n      },\n', '"volume": 3,\n', [unclosed("{", "}}")]],
	["a missing `]` of a section", '    ],\n    "other"', ',\n    "other"', [unclosed("[")], '    ]\n,\n    "other"'],
	["a missing `]` of the last section", "    ]\n  }\n}", "  }\n}", [unclosed("[")]],
	["a missing `}` of the sections", "  }\n}\n", "}\n", [unclosed("{")]],
	["a missing `}` at the end", "\n}\n", "\n", [unclosed("{")]],
	["an end that is not written yet", "\n    ]\n  }\n}\n", "", [unclosed("[", "]}}")], "\n    ]\n  }\n}"],
	["a `]` for a `}`", '{ "answer": {} },', '{ "answer": {} ],', [instead("}", "]")]],
	["a `}` for a `]`", '    ],\n    "other"', '    },\n    "other"', [instead("]", "}")]],
	["a `{` missing before a step", '{ "answer": {} },', '"answer": {} },', [missing("{", '"answer"')]],
	["a `{` missing before params", '"play": {\n          "url"', '"play":\n          "url"', [missing("{", '"url"')], '"play":\n          { "url"'],
	["a `[` missing before steps", '"main": [\n      {', '"main":\n      {', [missing("[", "{")], '"main":\n      [ {'],
	["a `{` missing behind its name", '"answer": {}', '"answer": }', [missing("{", "}")], '"answer": { }'],
	["a `{` missing at the beginning", "{\n  ", "  ", [missing("{", '"version"')], "  { "],
	["a `{` too many", '{ "answer"', '{ { "answer"', [['error syntax "{": extra `{`; remove it', "Remove the `{`"]]],
	["a `[` too many", '"main": [', '"main": [[', [['error syntax "[": extra `[`; remove it', "Remove the `[`"]]],
	["a semicolon between steps", '{ "answer": {} },', '{ "answer": {} };', [['error syntax ";": expected `,`, not `;`', "Change to `,`"]]],
];

describe("in lines", () => {
	test.each(rows.map((row) => [row[0], row] as const))("%s", (_, [, from, to, found, after]) => {
		const text = sound.replace(from, to);
		expect(text).not.toBe(sound);
		const { found: told, now } = pressed(text);
		expect(told).toEqual(found);
		expect(now).toBe(sound.replace(from, after ?? from));
		expect(JSON.parse(now)).toEqual(JSON.parse(sound));
	});
});

test("several of them", () => {
	const text = sound
		.replace('{ "answer": {} },', '{ "answer": {},')
		.replace('    ],\n    "other"', '    ]],\n    "other"')
		.replace('{ "hangup": {} }\n    ]\n', '{ "hangup": {} ]\n');
	const { found, now } = pressed(text);
	expect(found).toEqual([unclosed("{"), surplus("]"), unclosed("["), instead("}", "]")]);
	expect(JSON.parse(now)).toEqual(JSON.parse(sound));
});

describe("any one bracket left out, doubled or taken for another", () => {
	test.each([
		["in lines", sound],
		["in one line", JSON.stringify(JSON.parse(sound))],
		["with tabs", JSON.stringify(JSON.parse(sound), null, "\t")],
	])("%s", (_, text) => {
		const brackets = [...text.matchAll(/"[^"]*"|[{}[\]]/g)].flatMap(({ 0: sign, index }) => (sign.length === 1 ? [[sign, index] as const] : []));
		for (const [sign, at] of brackets) {
			const other = { "}": "]", "]": "}" }[sign];
			for (const by of ["", ...(other ? [sign + sign, other] : [])]) {
				const { now } = pressed(text.slice(0, at) + by + text.slice(at + 1));
				expect(JSON.parse(now), `${sign} at ${at}: ${by}`).toEqual(JSON.parse(text));
			}
		}
	});
});

test("what matches is left alone, however it is indented", () => {
	const text = '{ "sections": {\n"main": [ { "play":\n{ "url": "say:a ] b", "volume": 2 },\n  }\n] } }';
	expect(pressed(text).found).toEqual([['error syntax ",": trailing comma; remove it', "Remove the comma"]]);
});

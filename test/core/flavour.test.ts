/** Calls or messages: by all that speaks for one of them. */
import { expect, test } from "vitest";
import { openDocument } from "../../server/core/document.ts";
import { problemsOf } from "../fixture.ts";
import { toJson } from "../twin.ts";

const stray = "`play` is a method for calls, but this document handles a message; move it to a separate document";

test.each([
	[
		"replies in branches outweigh one stray step at the top",
		`sections:
  main:
    - play: say:Hi
    - switch:
        variable: reply_to
        case: { a: [{ reply: one }], b: [{ reply: two }] }
        default: [{ reply: three }]
`,
		"messaging",
		[stray],
	],
	[
		"a placeholder",
		`sections:
  main:
    - request: { url: "https://a.example/%{message.from}", method: GET }
`,
		"messaging",
		[],
	],
	[
		"a document inside a string speaks for itself",
		`sections:\n  main:\n    - execute: { dest: '{"sections":{"main":[{"reply":"hi %{message.from}"},{"play":"say:a"},{"reply":"ho"}]}}' }\n`,
		"calling",
		[stray],
	],
] as const)("%s", (_, text, flavour, problems) => {
	for (const [source, format] of [
		[text, "yaml"],
		[toJson(text), "json"],
	] as const) {
		expect(openDocument(source, format).binding().flavour).toBe(flavour);
		expect(problemsOf(source, format).map(({ message }) => message)).toEqual(problems);
	}
});

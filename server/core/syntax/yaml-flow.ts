/** Braces and brackets in YAML: as a row of signs, those that do not match, and texts in them that need quotes. Never here: lines and columns of what is around. */
import { lineEnd } from "../base/lines.ts";
import { bracketSlipsIn } from "./json-brackets.ts";
import type { Sign } from "./json-signs.ts";
import type { SyntaxFault } from "./node.ts";
import { matchAt } from "./slip.ts";

/** The slips of what begins with a bracket at `start` and ends at `end` at the latest. */
export function slipsInFlow(text: string, start: number, end: number): readonly SyntaxFault[] {
	const { signs, faults } = flowSigns(text, start, end);
	return faults.length > 0 ? faults : bracketSlipsIn({ text, signs, inline: true });
}

/** A plain text in braces, with expressions as a part of it. */
const plain = /(?:[$%]\{[^}\n]{0,200}\}|:(?![\s,[\]{}]|$)|[^\s,[\]{}:#]|[ \t]+(?![\s#,[\]{}]|:\s)|(?<=\S)#){1,2000}/y;

function flowSigns(text: string, from: number, end: number): { readonly signs: readonly Sign[]; readonly faults: readonly SyntaxFault[] } {
	const signs: Sign[] = [];
	const faults: SyntaxFault[] = [];
	let line = text.lastIndexOf("\n", from - 1) + 1;
	let indent = /^ */.exec(text.slice(line, from))?.[0].length ?? 0;
	let first = false;
	for (let at = from; at < end; ) {
		const char = text[at] ?? "";
		if (char === "\n") {
			line = ++at;
			first = true;
			continue;
		}
		if (/\s/.test(char)) {
			at++;
			continue;
		}
		if (char === "#" && /\s/.test(text[at - 1] ?? " ")) {
			at = lineEnd(text, at);
			continue;
		}
		if (first) indent = at - line;
		const start = at;
		let kind: Sign["kind"] = "a";
		if (/[{}[\],]/.test(char)) {
			kind = char as Sign["kind"];
			at++;
		} else if (char === ":") {
			kind = ":";
			at++;
		} else {
			const quoted = char === '"' || char === "'" ? matchAt(char === '"' ? /"(?:[^"\\\n]|\\.)*"/y : /'(?:[^'\n]|'')*'/y, text, at) : undefined;
			const token = quoted ?? matchAt(plain, text, at) ?? char;
			if (quoted === undefined && /[$%]\{/.test(token)) faults.push(unquoted(token, at));
			at += token.length;
		}
		const key = kind === "a" && matchAt(/[ \t]*:(?=[\s,[\]{}]|$)/y, text, at) !== undefined ? text.slice(start, at) : undefined;
		signs.push({ kind, start, end: at, key, line, indent, first });
		first = false;
	}
	return { signs, faults };
}

function unquoted(written: string, start: number): SyntaxFault {
	const span = { start, end: start + written.length };
	const sign = written.includes("${") ? "${" : "%{";
	return {
		span,
		message: `in braces and brackets a value with \`${sign}\` in it needs quotes`,
		mend: { title: "Add quotes", edits: [{ span, text: JSON.stringify(written) }] },
	};
}

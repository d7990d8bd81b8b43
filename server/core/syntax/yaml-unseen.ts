/** Signs in YAML that nobody sees, and that are not the blanks they are taken for. Never here: those of texts, which are the author's. */
import { closingQuote } from "../base/quoted.ts";
import { mostFaults } from "./mend.ts";
import type { SyntaxFault } from "./node.ts";
import { controlAt, isControl, isOdd, isUnseen, oddBlank, oddBlanksAt } from "./odd-signs.ts";
import { structure } from "./yaml-lines.ts";

const oddKey = `[\\w.$-]+[ ${oddBlank}]*:[ ${oddBlank}]*`;
/** What a line begins with, and the same behind the signs of braces: where blanks are structure. */
const oddBefore = new RegExp(`^[ ${oddBlank}]*(?:-[ ${oddBlank}]+)*(?:${oddKey})?`);
const oddInBraces = new RegExp(`[{[,][ ${oddBlank}]*(?:${oddKey})?`, "g");
const hasOdd = new RegExp(`[${oddBlank}]`);

/** Signs that nobody sees: control characters anywhere, and blanks of other kinds where lines are indented, and around dashes and colons. */
export function unseenIn(text: string): readonly SyntaxFault[] {
	const faults: SyntaxFault[] = [];
	for (let at = 0; at < text.length && faults.length < mostFaults; at++) if (isControl(text.charCodeAt(at))) faults.push(controlAt(text, at, "YAML"));
	if (!hasOdd.test(text)) return faults;
	const places: number[] = [];
	for (const { start, raw } of structure(text)) {
		if (!hasOdd.test(raw)) continue;
		const whole = withoutTexts(raw);
		const comment = whole.search(/[ \t]#/);
		const bare = comment < 0 ? whole : whole.slice(0, comment);
		const note = (from: number, to: number) => {
			// The mark that a file begins with.
			for (let at = start + from === 0 && bare[0] === "\ufeff" ? 1 : from; at < to; at++) if (isOdd(bare[at] ?? "")) places.push(start + at);
		};
		const before = oddBefore.exec(bare)?.[0].length ?? 0;
		note(0, before);
		if (bare[before] === "{" || bare[before] === "[") {
			for (const { 0: blanks, index } of bare.slice(before).matchAll(oddInBraces)) note(before + index, before + index + blanks.length);
		}
		let end = bare.length;
		while (end > before && isUnseen(bare[end - 1] ?? "")) end--;
		// Behind what is no text.
		if (/(?:: *(?:-?\d+|-?\d+\.\d+|true|false)|[}\]])$/.test(bare.slice(0, end))) note(end, bare.length);
	}
	const fault = oddBlanksAt(text, places);
	return fault ? [...faults, fault] : faults;
}

/** A line with `x` for every sign of its quoted texts. */
function withoutTexts(line: string): string {
	const pieces: string[] = [];
	let done = 0;
	for (let at = 0; at < line.length; at++) {
		const quote = line[at];
		if (quote !== '"' && quote !== "'") continue;
		const end = quote === '"' ? closingQuote(line, at) : line.indexOf("'", at + 1);
		if (line[end] !== quote) break;
		pieces.push(line.slice(done, at), "x".repeat(end + 1 - at));
		done = end + 1;
		at = end;
	}
	return pieces.join("") + line.slice(done);
}

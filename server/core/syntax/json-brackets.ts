/** The brackets of a JSON text that do not match: the fewest changes after which they do, with indentation as evidence. Never here: what else is wrong. */
import { withLineFeeds } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type Sign, signsIn } from "./json-signs.ts";
import type { SyntaxFault } from "./node.ts";
import { replacement } from "./slip.ts";

/** An object or list that is open, and what may come next in it. Never changed: several readings share it. */
interface Level {
	readonly up: Level | undefined;
	readonly closing: "}" | "]" | "";
	/** Where it begins, and the indentation of that line. */
	readonly start: number;
	readonly indent: number;
	readonly wants: "first" | "key" | "colon" | "value" | "joint";
	/** The indentation of what begins a line in it, and which sign its last value begins with; -1 before there is one. */
	readonly column: number;
	readonly value: number;
	/** The same for levels that are open in the same brackets. */
	readonly mark: number;
}

/** A change of brackets: at a sign, or, to close and to open, before it. */
interface Change {
	readonly what: "remove" | "replace" | "close" | "open";
	readonly sign: number;
	readonly by: string;
	/** Where what is closed begins. */
	readonly opened: number;
	readonly before: Change | undefined;
}

/** One way to read what was read so far. */
interface Reading {
	readonly top: Level;
	readonly changes: Change | undefined;
	readonly count: number;
	readonly cost: number;
}

/** What counts against a reading: changes of its brackets, signs in unlikely columns, other slips. The cheapest is what was meant. */
const costs = { change: 1, another: 0.5, replaced: 1.1, opened: 1.2, wrapped: 1.3, doubled: 0.9, displaced: 0.6, apart: 0.1, slip: 0.3, odd: 0.9 } as const;

/** How many readings are followed at a time, how much more one may cost than the best, how many changes are believed, and how many levels closed in one place. */
const limits = { readings: 10, behind: 4, changes: 12, levels: 12 } as const;

/** How often in a text a sign may fail to fit: where hardly anything does, nobody can tell. */
const patience = 5000;

/** What is looked through, what was found for the sign at hand, and the patience that is left. */
interface Search {
	readonly signs: readonly Sign[];
	next: Reading[];
	left: number;
}

const root: Level = { up: undefined, closing: "", start: -1, indent: -1, wants: "value", column: -1, value: -1, mark: 0 };
const beginning: Reading = { top: root, changes: undefined, count: 0, cost: 0 };

/** The brackets to write, to remove and to replace, in order of place. None where they match, or where nobody can tell. */
export function bracketSlips(written: string): readonly SyntaxFault[] {
	const text = withLineFeeds(written);
	const signs = signsIn(text);
	return signs ? bracketSlipsIn({ text, signs }) : [];
}

/** A text and the signs of it that are looked at. */
export interface Bracketed {
	readonly text: string;
	readonly signs: readonly Sign[];
	/** Brackets are closed where the text before them ends, not on lines of their own. */
	readonly inline?: true;
}

/** The same for signs that were read already, of JSON or of braces in YAML. */
export function bracketSlipsIn(bracketed: Bracketed): readonly SyntaxFault[] {
	const { signs } = bracketed;
	if (matches(signs)) return [];
	const changes: Change[] = [];
	for (let each = cheapest(signs)?.changes; each; each = each.before) changes.push(each);
	return faultsFor(bracketed, changes.reverse());
}

/** Whether every sign can stand where it stands. */
function matches(signs: readonly Sign[]): boolean {
	let reading = beginning;
	for (const [index, sign] of signs.entries()) {
		const next = placed(reading, sign, index);
		if (!next) return false;
		reading = next;
	}
	return reading.top.closing === "";
}

function cheapest(signs: readonly Sign[]): Reading | undefined {
	const search: Search = { signs, next: [], left: patience };
	let readings: readonly Reading[] = [beginning];
	for (let index = 0; index < signs.length; index++) {
		search.next = [];
		for (const reading of readings) follow(search, reading, index, 0);
		readings = search.next.length > 1 ? best(search.next) : search.next;
		if (readings.length === 0 || search.left <= 0) return undefined;
	}
	return best(readings.map((reading) => closed(reading, signs.length)))[0];
}

/** The cheapest readings, the best first; of those that come to the same, one. */
function best(readings: readonly Reading[]): readonly Reading[] {
	const known = new Map<number, Reading>();
	for (const reading of readings) if (reading.cost < (known.get(reading.top.mark)?.cost ?? Number.POSITIVE_INFINITY)) known.set(reading.top.mark, reading);
	const sorted = [...known.values()].sort((a, b) => a.cost - b.cost);
	const most = (sorted[0]?.cost ?? 0) + limits.behind;
	return sorted.slice(0, limits.readings).filter(({ cost }) => cost <= most);
}

/** What is open at the end is closed there: a text that is not finished is one thing, however much of it is open. */
function closed(reading: Reading, end: number): Reading {
	let { top, changes, cost } = reading;
	if (top.up) cost += costs.change;
	for (; top.up; top = top.up) {
		changes = { what: "close", sign: end, by: top.closing, opened: top.start, before: changes };
		cost += costs.apart;
	}
	return { ...reading, top: { ...root, wants: "joint" }, changes, cost };
}

/** Adds what a sign makes of a reading: as it stands, and, where it does not fit or stands in an unlikely column, with a change. `above`: how many levels were closed before it. */
function follow(search: Search, reading: Reading, index: number, above: number): void {
	const { signs, next: into } = search;
	const sign = signs[index];
	if (!sign) return;
	const { top, count } = reading;
	const plain = placed(reading, sign, index);
	if (plain) into.push(plain);
	const before = signs[index - 1];
	const changed = (level: Level, what: Change["what"], at: number, by: string, cost: number): Reading => {
		const changes = { what, sign: at, by, opened: top.start, before: reading.changes };
		return { top: level, changes, count: count + 1, cost: reading.cost + cost };
	};
	const then = (next: Reading) => {
		const after = placed(next, sign, index);
		if (after) into.push(after);
	};
	if (count >= limits.changes) return;
	const closer = sign.kind === "}" || sign.kind === "]";
	if (plain && plain.cost - reading.cost < costs.displaced) {
		if (closer && (plain.top.closing === "" ? index + 1 < signs.length : leadsOut(signs, index, plain.top)))
			into.push(changed(top, "remove", index, "", costs.change));
		if (closer && top.wants === "value" && top.closing === "}")
			then(changed(inside(top, sign.kind, sign), "open", index, sign.kind === "}" ? "{" : "[", costs.opened));
		// A second bracket that nothing asks for.
		if (sign.kind === "[" && before?.kind === "[") into.push(changed(top, "remove", index, "", costs.doubled));
		return;
	}
	search.left--;
	if (top.up && top.up.closing !== "" && above < limits.levels) {
		const outer = wanting(top.up, before?.kind !== "," ? "joint" : top.up.closing === "}" ? "key" : "value");
		follow(search, changed(outer, "close", index, top.closing, above === 0 ? costs.change : costs.another), index, above + 1);
	}
	if (closer) {
		into.push(changed(top, "remove", index, "", before?.kind === "," ? costs.doubled : costs.change));
		if (top.up && sign.kind !== top.closing) into.push(changed(wanting(top.up, "joint"), "replace", index, top.closing, costs.replaced));
	} else if (sign.key !== undefined && (top.wants === "value" || (top.wants === "first" && top.closing !== "}"))) {
		// Items of a list are often alike.
		const alike = signs[top.value + 1]?.key === sign.key && signs[top.value]?.kind === "{";
		then(changed(inside(top, "}", sign), "open", index, "{", alike ? costs.doubled : costs.opened));
		if (top.wants === "first" && before?.kind === "[") then(changed(relabelled(top), "replace", index - 1, "{", costs.change));
	} else if (top.wants === "first" && sign.kind === "{" && before?.kind === "{" && top.up) {
		then(changed(wanting(top.up, "value"), "remove", index - 1, "", costs.change));
	} else if (top.wants === "key" && top.value >= 0 && sign.key === undefined) {
		const first = signs[top.value];
		if (first) then(changed(wanting(inside(top, "]", { ...first, indent: Math.max(top.column, 0) }), "value"), "open", top.value, "[", costs.wrapped));
	}
}

/** Whether what follows a closing bracket does not line up with what is around it then. */
function leadsOut(signs: readonly Sign[], index: number, { indent, column }: Level): boolean {
	const next = signs[signs[index + 1]?.kind === "," ? index + 2 : index + 1];
	if (!next?.first) return false;
	return next.kind === "}" || next.kind === "]" ? next.indent !== indent : column >= 0 && next.indent !== column;
}

/** A reading with a sign as it stands; undefined where it cannot stand there. */
function placed(reading: Reading, sign: Sign, index: number): Reading | undefined {
	const { top } = reading;
	const go = (level: Level, cost = 0): Reading => ({ top: level, changes: reading.changes, count: reading.count, cost: reading.cost + cost });
	if (sign.kind === "}" || sign.kind === "]") {
		if (sign.kind !== top.closing || !top.up) return undefined;
		const displaced = sign.first ? sign.indent !== top.indent : false;
		const cost = displaced ? costs.displaced : !sign.first && sign.line > top.start ? costs.apart : 0;
		return go(wanting(top.up, "joint"), cost + (top.wants === "first" || top.wants === "joint" ? 0 : costs.slip));
	}
	if (top.closing === "" && top.wants === "joint") return undefined;
	const inObject = top.closing === "}";
	if (sign.kind === ",") return go(wanting(top, inObject ? "key" : "value"), top.wants === "joint" ? 0 : costs.slip);
	if (sign.kind === ":") return top.wants === "colon" ? go(wanting(top, "value")) : go(top, costs.odd);
	const within = sign.first && !(inObject && top.wants === "value") ? sign : undefined;
	const displaced = within && ((top.closing !== "" && sign.line > top.start && sign.indent <= top.indent) || (top.column >= 0 && sign.indent !== top.column));
	const cost = displaced ? costs.displaced : 0;
	const level = within && top.column < 0 ? { ...top, column: sign.indent } : top;
	if (inObject && top.wants !== "value" && top.wants !== "colon") {
		if (sign.key !== undefined) return go(wanting(level, "colon"), cost + (top.wants === "joint" ? costs.slip : 0));
		return sign.kind === "a" ? go(top.wants === "joint" ? level : wanting(level, "colon"), cost + costs.odd) : undefined;
	}
	// A key before it that lacks its value.
	if (inObject && sign.key !== undefined) return go(wanting(level, "colon"), cost + costs.odd);
	if (sign.key !== undefined) return undefined;
	const around = { ...wanting(level, "joint"), value: index };
	const slip = top.wants === "joint" || top.wants === "colon" ? costs.slip : 0;
	return go(sign.kind === "a" ? around : inside(around, sign.kind === "{" ? "}" : "]", sign), cost + slip);
}

/** A level with something else to come. */
function wanting(level: Level, wants: Level["wants"]): Level {
	const { up, closing, start, indent, column, value } = level;
	return level.wants === wants ? level : made(up, closing, start, indent, wants, column, value);
}

/** A list that was meant to be an object. */
function relabelled({ up, start, indent, wants, column, value }: Level): Level {
	return made(up, "}", start, indent, wants, column, value);
}

/** A level below another that begins with a sign. */
function inside(up: Level, closing: "}" | "]", { start, indent }: Sign): Level {
	return made(up, closing, start, indent, "first", -1, -1);
}

function made(up: Level | undefined, closing: Level["closing"], start: number, indent: number, wants: Level["wants"], column: number, value: number): Level {
	const own = Math.imul(start + 2, 0x9e3779b1) ^ (closing === "}" ? 0 : 97) ^ wants.charCodeAt(0);
	return { up, closing, start, indent, wants, column, value, mark: Math.imul((up?.mark ?? 0) ^ own, 0x85ebca6b) >>> 0 };
}

function faultsFor({ text, signs, inline }: Bracketed, changes: readonly Change[]): readonly SyntaxFault[] {
	const faults: SyntaxFault[] = [];
	for (let index = 0; index < changes.length; index++) {
		const { what, sign, by } = changes[index] ?? { what: "remove", sign: 0, by: "" };
		const { start, end } = signs[sign] ?? signs.at(-1) ?? { start: 0, end: 0 };
		const char = text[start] ?? "";
		if (what === "close") {
			const first = index;
			while (changes[index + 1]?.what === "close" && changes[index + 1]?.sign === sign) index++;
			faults.push(closing({ text, signs, ...(inline ? { inline } : {}) }, changes.slice(first, index + 1)));
		} else if (what === "replace") faults.push(replacement(start, end, by, `expected \`${by}\`, not \`${char}\``));
		else if (what === "open") {
			const blank = /^\s?$/.test(text[start - 1] ?? "") ? " " : "";
			const edits = [{ span: { start, end: start }, text: by + blank }];
			faults.push({ span: { start, end }, message: `missing \`${by}\` before this`, mend: { title: `Insert \`${by}\``, edits } });
		} else {
			const message = char === "}" || char === "]" ? `this \`${char}\` closes nothing; remove it` : `extra \`${char}\`; remove it`;
			const edits = [{ span: withBlanks(text, signs, sign), text: "" }];
			faults.push({ span: { start, end }, message, mend: { title: `Remove the \`${char}\``, edits } });
		}
	}
	return faults.sort((a, b) => a.span.start - b.span.start);
}

/** A bracket with the blanks around it, and with a comma that nothing else needs. */
function withBlanks(text: string, signs: readonly Sign[], index: number): Span {
	const { start, end, kind } = signs[index] ?? { start: 0, end: 0, kind: "a" };
	const [before, after] = [signs[index - 1], signs[index + 1]];
	const blank = (from: number, to: number) => text.slice(from, to).trim() === "";
	if (kind === "{" || kind === "[") return { start, end: after && /^[ \t]*$/.test(text.slice(end, after.start)) ? after.start : end };
	const ends = !after || after.kind === "}" || after.kind === "]";
	// Before the end of what is around, the comma above it goes too.
	const last = before?.kind === "," && ends && index > 1 && blank(before.end, start) ? signs[index - 2] : before;
	const from = last && (last !== before || blank(last.end, start)) ? last.end : start;
	return { start: from, end: before?.kind === "," && after?.kind === "," && blank(end, after.start) ? after.end : end };
}

/** What closes some levels before a sign: where the last of them ends, laid out as they begin. */
function closing({ text, signs, inline }: Bracketed, changes: readonly Change[]): SyntaxFault {
	const sign = signs[changes[0]?.sign ?? 0];
	let last = (changes[0]?.sign ?? 0) - 1;
	// A comma before it parts what is around.
	while (last > 0 && sign && signs[last]?.kind === ",") last--;
	const at = signs[last]?.end ?? 0;
	const line = text.lastIndexOf("\n", at - 1) + 1;
	const written = changes.map(({ opened, by }) => {
		if (inline || opened >= line) return (/\s/.test(text[opened + 1] ?? "") ? " " : "") + by;
		const start = text.lastIndexOf("\n", opened) + 1;
		return `\n${/^[ \t]*/.exec(text.slice(start, opened))?.[0] ?? ""}${by}`;
	});
	const all = changes.map(({ by }) => by).join("");
	const opened = changes[0]?.opened ?? 0;
	const bracket = text[opened] ?? "";
	const isBracket = bracket === "{" || bracket === "[";
	const end = signs.at(-1)?.end ?? 1;
	return {
		span: isBracket ? { start: opened, end: opened + 1 } : { start: end - 1, end },
		message: isBracket ? `this \`${bracket}\` is never closed; add \`${all}\`` : `\`${all}\` is missing after this`,
		mend: { title: `Insert \`${all}\``, edits: [{ span: { start: at, end: at }, text: written.join("") }] },
	};
}

/** Runs every rule over a file, part by part: each part once, one problem for each cause. Severities from settings are applied later, at the edge. */
import { lineEnd, linesIn, nextLine } from "../base/lines.ts";
import { legible } from "../base/quote.ts";
import { led, outermost, type Span } from "../base/span.ts";
import { type Document, type Part, partAt } from "../document.ts";
import { losesAnchor } from "../syntax/edit.ts";
import { elsewhere } from "../syntax/parts.ts";
import { rules } from "./index.ts";
import type { Finding, Fix, Problem, Rule } from "./rule.ts";

/** What checking a document gives. */
export interface Verdict {
	/** In the order of the text. */
	readonly problems: readonly Problem[];
	/** Rules that broke down: a fault of ours, to be logged. */
	readonly failures: readonly Failure[];
}

interface Failure {
	readonly rule: string;
	readonly error: unknown;
}

const verdicts = new WeakMap<Document, Verdict>();

/** The problems of a file; kept for as long as the document lives. Those of a part are kept with the part. */
export function check(file: Document): Verdict {
	let verdict = verdicts.get(file);
	if (!verdict) {
		verdict = run(file);
		verdicts.set(file, verdict);
	}
	return verdict;
}

function run(file: Document): Verdict {
	const { frame, steps } = file.parts();
	const found = checkPart(frame.document);
	const problems = steps.length === 0 ? [...found.problems] : found.problems.map((problem) => withoutGaps(placed(problem, frame)));
	const failures = [...found.failures];
	for (const part of steps) {
		const { problems: own, failures: broke } = checkPart(part.document);
		failures.push(...broke);
		for (const problem of own) problems.push(placed(problem, part));
	}
	const sound = soundFixes(file, []);
	for (const rule of rules) {
		for (const finding of attempt(rule, () => rule.across?.(file), failures)) {
			const part = partAt(file, finding.span.start);
			const { silences } = checkPart(part.document);
			if (!silences(rule, { ...finding, span: led(finding.span, part.inner) })) problems.push(problemOf(rule, finding, sound));
		}
	}
	problems.sort(inOrder);
	return { problems, failures: [...new Map(failures.map((failure) => [failure.rule, failure])).values()] };
}

function inOrder(a: Finding, b: Finding): number {
	return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** A part with what the rules say of it by itself. */
interface Checked extends Verdict {
	/** Whether a finding is not told: it follows from a fault, or a comment switches it off. */
	readonly silences: (rule: Rule, finding: Finding) => boolean;
}

const parts = new WeakMap<Document, Checked>();

function checkPart(document: Document): Checked {
	const kept = parts.get(document);
	if (kept) return kept;
	const follows = followsFrom(document);
	const lines = linesIn(document);
	const ignored = ignores(document.text);
	const blind = document.tree().faults.some((fault) => fault.blind);
	const silences = (rule: Rule, finding: Finding) =>
		(rule.id !== "syntax" && (follows(finding) || (blind && (finding.ofAll || finding.absentFrom !== undefined)))) ||
		(ignored.size > 0 && ignored.get(lines.start(finding.span.start))?.has(rule.id) === true);
	const sound = soundFixes(
		document,
		document.binding().embeddings.map((bound) => bound.node.span),
	);
	const problems: Problem[] = [];
	const failures: Failure[] = [];
	for (const rule of rules) {
		for (const finding of attempt(rule, () => rule.check?.(document), failures)) if (!silences(rule, finding)) problems.push(problemOf(rule, finding, sound));
	}
	problems.sort(inOrder);
	const found = { problems, failures, silences };
	parts.set(document, found);
	return found;
}

/** What a rule finds, until it breaks down. */
function* attempt(rule: Rule, find: () => Iterable<Finding> | undefined, failures: Failure[]): Iterable<Finding> {
	try {
		yield* find() ?? [];
	} catch (error) {
		failures.push({ rule: rule.id, error });
	}
}

function problemOf(rule: Rule, { disputed, ...finding }: Finding, sound: (finding: Finding) => readonly Fix[]): Problem {
	const fixes = sound(finding).map((fix) => ({ ...fix, title: legible(fix.title) }));
	const message = disputed
		? `${finding.message}. Sources disagree: ${disputed.charAt(0).toLowerCase()}${disputed.slice(1).replace(/\.$/, "")}`
		: finding.message;
	return { ...finding, message: legible(message), rule: rule.id, level: finding.level ?? rule.level, fixes };
}

/** A problem of a part, in the file. */
function placed(problem: Problem, { place }: Part): Problem {
	const fixes = problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: led(edit.span, place) })) }));
	const { absentFrom } = problem;
	return { ...problem, span: led(problem.span, place), fixes, ...(absentFrom ? { absentFrom: led(absentFrom, place) } : {}) };
}

/** A change that would write what stands for steps cannot be made. */
function withoutGaps(problem: Problem): Problem {
	const fixes = problem.fixes.filter((fix) => !fix.edits.some((edit) => edit.text.includes(elsewhere)));
	return fixes.length === problem.fixes.length ? problem : { ...problem, fixes };
}

/** Of the fixes of a finding in this document those that leave it sound, with its line breaks. `embedded`: where its texts hold documents. */
function soundFixes(document: Document, embedded: readonly Span[]): (finding: Finding) => readonly Fix[] {
	const inText = outermost(embedded);
	const anchors = document.format === "yaml" && /[&*]/.test(document.text);
	const { lineBreak } = document.style();
	/** Many faults may offer one and the same fix. */
	const looked = new Map<Fix, Fix | undefined>();
	const soundOnce = (fix: Fix): Fix | undefined => {
		if (!looked.has(fix)) {
			const lost = anchors && fix.edits.some((edit) => losesAnchor(document, edit));
			looked.set(fix, lost ? undefined : lineBreak === "\n" ? fix : withBreaks(fix, lineBreak));
		}
		return looked.get(fix);
	};
	const blind = document.tree().faults.some((fault) => fault.blind);
	const keepsCode = (fix: Fix) =>
		fix.edits.every(
			({ span, text }) => !/\{\{|\{%|<%|<\?|%\{/.test(document.text.slice(span.start, span.end)) || text.includes(document.text.slice(span.start, span.end)),
		);
	return ({ span, fixes: all = [] }) => {
		const fixes = blind ? all.filter(keepsCode) : all;
		// Text inside a string would need its own escapes: nothing is offered there.
		const outer = inText(span.start, span.end);
		if (outer && outer.start < span.start && span.end < outer.end) return [];
		return anchors || lineBreak !== "\n" ? fixes.flatMap((each) => soundOnce(each) ?? []) : fixes;
	};
}

function withBreaks(fix: Fix, lineBreak: string): Fix {
	return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, lineBreak) })) };
}

/** The lines of syntax faults: what else is wrong there follows from them. */
function brokenParts(document: Document): readonly Span[] {
	const lines = linesIn(document);
	return document.tree().faults.map(({ span, reach }) => {
		const { start, end } = reach ?? span;
		const line = { start: lines.start(start), end: lines.end(end) };
		// A document on one long line is still worth checking, but for the surroundings of the fault.
		return line.end - line.start < 300 ? line : { start: Math.max(line.start, start - 60), end: Math.min(line.end, end + 60) };
	});
}

/** Whether a finding is no more than what follows from a fault. */
function followsFrom(document: Document): (finding: Finding) => boolean {
	const broken = outermost(brokenParts(document));
	return ({ span, absentFrom }) =>
		broken(span.start, span.end) !== undefined || (absentFrom !== undefined && broken(absentFrom.start, absentFrom.end + 1) !== undefined);
}

/** `# swml-ignore rule-id` on a line of its own: start of the next line → the rules it silences there. */
function ignores(text: string): ReadonlyMap<number, ReadonlySet<string>> {
	const found = new Map<number, Set<string>>();
	if (!text.includes("swml-ignore")) return found;
	let pending: string[] = [];
	for (let start = 0; start < text.length; ) {
		const end = lineEnd(text, start);
		const line = text.slice(start, end).trim();
		const names = /^#\s*swml-ignore\s+/.exec(line)?.[0];
		if (names) for (const name of line.slice(names.length).split(/[\s,]+/)) pending.push(name);
		else if (line !== "" && !line.startsWith("#")) {
			if (pending.length > 0) found.set(start, new Set(pending));
			pending = [];
		}
		start = nextLine(text, end);
	}
	return found;
}

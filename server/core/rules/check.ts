/** Runs every rule over a document: once for each version, one problem for each cause. Severities from settings are applied later, at the edge. */
import { breakOf, lineEnd, linesIn, nextLine } from "../base/lines.ts";
import { outermost, type Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import { losesAnchor } from "../syntax/edit.ts";
import { rules } from "./index.ts";
import type { Finding, Fix, Problem } from "./rule.ts";

/** What checking a document gives. */
export interface Verdict {
	/** In the order of the text. */
	readonly problems: readonly Problem[];
	/** Rules that broke down: a fault of ours, to be logged. */
	readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

const verdicts = new WeakMap<Document, Verdict>();

/** The problems of a document; kept for as long as the document lives. */
export function check(document: Document): Verdict {
	let verdict = verdicts.get(document);
	if (!verdict) {
		verdict = run(document);
		verdicts.set(document, verdict);
	}
	return verdict;
}

function run(document: Document): Verdict {
	const problems: Problem[] = [];
	const failures: { rule: string; error: unknown }[] = [];
	const follows = followsFrom(document);
	const lines = linesIn(document);
	const ignored = ignores(document.text);
	const sound = soundFixes(document);
	for (const rule of rules) {
		try {
			for (const finding of rule.check(document)) {
				if (rule.id !== "syntax" && follows(finding)) continue;
				if (ignored.size > 0 && ignored.get(lines.start(finding.span.start))?.has(rule.id)) continue;
				problems.push({ ...finding, rule: rule.id, level: finding.level ?? rule.level, fixes: sound(finding) });
			}
		} catch (error) {
			failures.push({ rule: rule.id, error });
		}
	}
	problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	return { problems, failures };
}

/** Of the fixes of a finding in this document those that leave it sound, with its line breaks. */
function soundFixes(document: Document): (finding: Finding) => readonly Fix[] {
	const embedded = outermost(document.binding().embeddings.map((bound) => bound.node.span));
	const anchors = document.format === "yaml" && /[&*]/.test(document.text);
	const lineBreak = breakOf(document.text);
	/** Many faults may offer one and the same fix. */
	const looked = new Map<Fix, { readonly sound: Fix | undefined }>();
	const soundOnce = (fix: Fix): Fix | undefined => {
		let found = looked.get(fix);
		if (!found) {
			const lost = anchors && fix.edits.some((edit) => losesAnchor(document, edit));
			found = { sound: lost ? undefined : lineBreak === "\n" ? fix : withBreaks(fix, lineBreak) };
			looked.set(fix, found);
		}
		return found.sound;
	};
	return ({ span, fixes = [] }) => {
		// Text inside a text would need its own escapes: nothing is offered there.
		const outer = embedded(span.start, span.end);
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

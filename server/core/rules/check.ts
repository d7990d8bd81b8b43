/** Runs every rule over a document: once for each version, one problem for each cause. Severities from settings are applied later, at the edge. */
import { legible } from "../base/quote.ts";
import { meets, type Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import { lineEnd, lineStart, losesAnchor } from "../syntax/edit.ts";
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
	const broken = brokenParts(document);
	const ignored = ignores(document.text);
	const sound = soundFixes(document);
	for (const rule of rules) {
		try {
			for (const finding of rule.check(document)) {
				if (rule.id !== "syntax" && followsFrom(broken, finding)) continue;
				if (ignored.size > 0 && ignored.get(lineStart(document.text, finding.span.start))?.has(rule.id)) continue;
				const fixes = sound(finding).map((fix) => ({ ...fix, title: legible(fix.title) }));
				problems.push({ ...finding, message: legible(finding.message), rule: rule.id, level: finding.level ?? rule.level, fixes });
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
	const embedded = document.binding().embeddings.map((bound) => bound.node.span);
	const anchors = document.format === "yaml" && /[&*]/.test(document.text);
	const crlf = document.text.includes("\r\n");
	return ({ span, fixes = [] }) => {
		// Text inside a text would need its own escapes: nothing is offered there.
		if (embedded.some((outer) => outer.start < span.start && span.end < outer.end)) return [];
		const kept = anchors ? fixes.filter((fix) => !fix.edits.some((edit) => losesAnchor(document, edit))) : fixes;
		return crlf ? kept.map(withCrlf) : kept;
	};
}

function withCrlf(fix: Fix): Fix {
	return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, "\r\n") })) };
}

/** The lines of syntax faults: what else is wrong there follows from them. */
function brokenParts(document: Document): readonly Span[] {
	return document.tree().faults.map(({ span, reach }) => {
		const { start, end } = reach ?? span;
		const line = { start: lineStart(document.text, start), end: lineEnd(document.text, end) };
		// A document on one long line is still worth checking, but for the surroundings of the fault.
		return line.end - line.start < 300 ? line : { start: Math.max(line.start, start - 60), end: Math.min(line.end, end + 60) };
	});
}

function followsFrom(broken: readonly Span[], finding: Finding): boolean {
	return broken.some(
		(part) => meets(part, finding.span) || (finding.absentFrom && finding.absentFrom.start <= part.end && finding.absentFrom.end + 1 >= part.start),
	);
}

/** `# swml-ignore rule-id` on a line of its own: start of the next line → the rules it silences there. */
function ignores(text: string): ReadonlyMap<number, ReadonlySet<string>> {
	const found = new Map<number, Set<string>>();
	if (!text.includes("swml-ignore")) return found;
	let pending: string[] = [];
	for (let start = 0; start < text.length; ) {
		const end = lineEnd(text, start);
		const comment = /^\s*#\s*swml-ignore\s+(.+?)\s*$/.exec(text.slice(start, end));
		if (comment) pending.push(...(comment[1] ?? "").split(/[\s,]+/));
		else if (!/^\s*(?:#|$)/.test(text.slice(start, end))) {
			if (pending.length > 0) found.set(start, new Set(pending));
			pending = [];
		}
		const next = text.indexOf("\n", end);
		if (next < 0) break;
		start = next + 1;
	}
	return found;
}

/** From our terms to the protocol's: offsets to positions, problems to diagnostics, actions to code actions. */
import { type CodeAction, type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range, type TextEdit } from "vscode-languageserver";
import type { Lines } from "../core/base/lines.ts";
import type { Span } from "../core/base/span.ts";
import type { Action } from "../core/features/actions.ts";
import { rulePage } from "../core/rules/page.ts";
import type { Level, Problem } from "../core/rules/rule.ts";
import type { TextEdit as Edit } from "../core/syntax/edit.ts";

const severities: { readonly [level in Level]: DiagnosticSeverity } = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export function toRange(lines: Lines, span: Span): Range {
	return { start: lines.position(span.start), end: lines.position(span.end) };
}

export function toSpan(lines: Lines, range: Range): Span {
	return { start: lines.offset(range.start), end: lines.offset(range.end) };
}

/** A problem with its rule's id, and the rule's page for clients that `link` to it. Its fixes come with the code actions. */
export function toDiagnostic(lines: Lines, problem: Problem, link: boolean): Diagnostic {
	return {
		range: toRange(lines, problem.span),
		severity: severities[problem.level],
		code: problem.rule,
		...(link ? { codeDescription: { href: rulePage(problem.rule) } } : {}),
		source: "swml",
		message: problem.message,
		...(problem.tag ? { tags: [tags[problem.tag]] } : {}),
	};
}

function toEdits(lines: Lines, edits: readonly Edit[]): TextEdit[] {
	return edits.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.text }));
}

/** An action on one document, tied to the client's diagnostic it answers. */
export function toCodeAction(lines: Lines, uri: string, action: Action, diagnostics: readonly Diagnostic[]): CodeAction {
	const { problem } = action;
	const answered = problem && diagnostics.filter((each) => each.code === problem.rule && sameRange(each.range, toRange(lines, problem.span)));
	return {
		title: action.title,
		kind: action.kind,
		edit: { changes: { [uri]: toEdits(lines, action.edits) } },
		...(answered && answered.length > 0 ? { diagnostics: [...answered] } : {}),
		...(action.preferred ? { isPreferred: true } : {}),
	};
}

function sameRange(a: Range, b: Range): boolean {
	return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

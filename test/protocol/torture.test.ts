/** A session that follows a document through thousands of edits answers like one that sees its text for the first time. */
import { expect, onTestFinished, test } from "vitest";
import type { Position, TextDocumentContentChangeEvent } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Format } from "../../server/core/syntax/node.ts";
import { type Author, authorOf, type Edit, seeds, torture } from "../edits.ts";
import { modern, type Session, start } from "./client.ts";

const editsOfOne = 50;

test.each<Format>(["yaml", "json"])("carried through edits and opened afresh, %s", { timeout: 3_600_000 }, async (format) => {
	const [following, fresh] = [await start(modern), await start(modern)];
	onTestFinished(async () => {
		for (const session of [following, fresh]) expect(await session.end()).toBe(0);
	});
	for (const seed of seeds(torture(5000, 200) / editsOfOne / 2)) await follow(following, fresh, authorOf(seed, format), `${format}, SWML_SEED=${seed}`);
	// Nothing went wrong behind the scenes either.
	expect([...following.log, ...fresh.log]).toEqual([]);
});

/** One author's work in one file. */
async function follow(following: Session, fresh: Session, author: Author, name: string): Promise<void> {
	const uri = `file:///torture/${name.replace(/\W+/g, "-")}.swml.${name.slice(0, 4)}`;
	const languageId = `swml-${name.slice(0, 4)}`;
	// The client's own text: what a position means is for the protocol to say, not for us.
	let mine = TextDocument.create(uri, languageId, 1, author.text());
	await following.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text: mine.getText() } });
	let last: { readonly id: string; readonly items: unknown } | undefined;

	for (let version = 2; version < editsOfOne + 2; version++) {
		const before = mine.getText();
		const edits = author.edit();
		const contentChanges: TextDocumentContentChangeEvent[] = [];
		for (const edit of edits) {
			const change = changeOf(mine, edit, author);
			contentChanges.push(change);
			mine = TextDocument.update(mine, [change], version);
		}
		// A position never stands between the two signs of one line break.
		author.accept(mine.getText());
		// An editor asks and types on without waiting.
		const hasty = author.chance.below(5) === 0 ? [following.hover(uri, 1, 1), following.complete(uri, 3, 8)] : [];
		await following.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
		await Promise.all(hasty);
		if (author.chance.below(6) === 0) continue;

		const text = mine.getText();
		const places = [(edits.at(-1)?.span.start ?? 0) + author.chance.below(3), author.chance.below(text.length + 1)].map((offset) => mine.positionAt(offset));
		await fresh.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
		const [report, carried, problems, scratch] = await Promise.all([
			following.pull(uri, last?.id),
			seen(following, uri, places),
			fresh.pull(uri),
			seen(fresh, uri, places),
		]);
		await fresh.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
		const items = report.kind === "full" ? report.items : last?.items;
		last = report.resultId === undefined ? undefined : { id: report.resultId, items };
		const story = () => `${name}, version ${version}: ${JSON.stringify({ before, edits, text, places })}`;
		const wanted = { problems: problems.kind === "full" ? problems.items : undefined, ...scratch };
		// Compared as text first: quick, and what cannot be told apart there cannot be told apart by a client.
		if (JSON.stringify({ problems: items, ...carried }) !== JSON.stringify(wanted)) expect({ problems: items, ...carried }, story()).toEqual(wanted);
	}
	await following.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
}

async function seen(session: Session, uri: string, places: readonly Position[]) {
	const hovers = await Promise.all(places.map(({ line, character }) => session.hover(uri, line, character)));
	const completions = await Promise.all(places.slice(0, 1).map(({ line, character }) => session.complete(uri, line, character)));
	return { hovers, completions };
}

/** An edit as a client says it: a range, or now and then the whole text. */
function changeOf(text: TextDocument, { span, text: put }: Edit, author: Author): TextDocumentContentChangeEvent {
	const range = { start: text.positionAt(span.start), end: text.positionAt(span.end) };
	const change = { range, text: put };
	return author.chance.below(40) === 0 ? { text: TextDocument.applyEdits(text, [{ range, newText: put }]) } : change;
}

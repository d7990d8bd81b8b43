/** The verbs of the tests in the extension host. They poll for what a user waits for and never sleep. */
import { strict as assert } from "node:assert";
import {
	type CodeAction,
	type CompletionItem,
	type CompletionList,
	commands,
	type Diagnostic,
	DiagnosticSeverity,
	EventEmitter,
	type FileChangeEvent,
	FileSystemError,
	FileType,
	type Hover,
	languages,
	MarkdownString,
	type Position,
	Range,
	Selection,
	SnippetString,
	type TextDocument,
	type TextEditor,
	Uri,
	window,
	workspace,
} from "vscode";

/** What mocha hands to every spec. */
export type Bdd = Pick<typeof import("mocha"), "describe" | "it">;

/** Where a file of the test workspace lies. */
export function fileUri(name: string): Uri {
	const folder = workspace.workspaceFolders?.[0];
	assert.ok(folder, "the tests need a workspace folder");
	return Uri.joinPath(folder.uri, name);
}

/** Writes a file and opens it in an editor. The mark `<|>` in the text is where the cursor goes. */
export async function edit(name: string, marked: string): Promise<TextEditor> {
	await write(name, marked.replace("<|>", ""));
	// Not `openTextDocument`, which would keep the document alive for minutes after its tab is closed.
	await commands.executeCommand("vscode.open", fileUri(name), { preview: false });
	const editor = window.activeTextEditor;
	assert.ok(editor && editor.document.uri.toString() === fileUri(name).toString(), `${name} did not open`);
	const cursor = marked.indexOf("<|>");
	if (cursor >= 0) {
		const at = editor.document.positionAt(cursor);
		editor.selection = new Selection(at, at);
	}
	return editor;
}

/** Writes a file of the workspace. */
export async function write(name: string, text: string): Promise<void> {
	await workspace.fs.writeFile(fileUri(name), Buffer.from(text));
}

/** A file of a file system of its own, that can be read only or written. */
export async function serveFile(scheme: string, name: string, text: string, { isReadonly }: { readonly isReadonly: boolean }): Promise<Uri> {
	const file = Uri.from({ scheme, path: `/${name}` });
	const nothing = new EventEmitter<FileChangeEvent[]>();
	workspace.registerFileSystemProvider(
		scheme,
		{
			onDidChangeFile: nothing.event,
			watch: () => nothing,
			stat: ({ path }) => {
				if (path !== file.path) throw FileSystemError.FileNotFound();
				return { type: FileType.File, ctime: 0, mtime: 0, size: text.length };
			},
			readFile: () => Buffer.from(text),
			readDirectory: () => [[name, FileType.File]],
			writeFile: () => undefined,
			createDirectory: () => undefined,
			delete: () => undefined,
			rename: () => undefined,
		},
		{ isReadonly },
	);
	return file;
}

/** What is on disk. */
export async function read(name: string): Promise<string> {
	return Buffer.from(await workspace.fs.readFile(fileUri(name))).toString();
}

/** Closes every tab and forgets what was not saved. */
export async function closeAll(): Promise<void> {
	while (window.activeTextEditor?.document.isDirty) await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	await commands.executeCommand("workbench.action.closeAllEditors");
}

/** The document of a file as it is now: a change of language replaces the object. */
export function documentOf(name: string): TextDocument {
	const uri = fileUri(name).toString();
	const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
	assert.ok(document, `${name} is not open`);
	return document;
}

/** Tries again until `expectation` no longer throws; at the end throws what it threw last. */
export async function eventually(expectation: () => void | Promise<void>, timeout = 15_000): Promise<void> {
	const deadline = Date.now() + timeout;
	for (;;) {
		try {
			return await expectation();
		} catch (error) {
			if (Date.now() > deadline) throw error;
		}
		await new Promise((wake) => setTimeout(wake, 50));
	}
}

/** Holds when a file's problems become exactly these, each written `error rule text`. */
export async function expectProblems(name: string, expected: readonly string[]): Promise<void> {
	await eventually(() => assert.deepEqual(problems(name), expected));
}

/** A file's problems, in order of their place. */
export function problems(name: string): string[] {
	const document = documentOf(name);
	return languages
		.getDiagnostics(document.uri)
		.filter(({ source }) => source === "swml")
		.sort((a, b) => a.range.start.compareTo(b.range.start))
		.map((problem) => `${DiagnosticSeverity[problem.severity].toLowerCase()} ${ruleOf(problem)} ${document.getText(problem.range)}`);
}

/** The rule that a problem broke. */
function ruleOf({ code }: Diagnostic): string {
	return String(typeof code === "object" ? code.value : code);
}

/** The text of the hovers over the first `text` in a document. */
export async function hoverOver(document: TextDocument, text: string): Promise<string> {
	const at = document.positionAt(document.getText().indexOf(text) + 1);
	const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at);
	return hovers
		.flatMap(({ contents }) => contents)
		.map((content) => (content instanceof MarkdownString ? content.value : typeof content === "string" ? content : content.value))
		.join("\n");
}

/** What is offered at the cursor. */
export async function completionsAt(editor: TextEditor): Promise<CompletionItem[]> {
	const list = await commands.executeCommand<CompletionList>("vscode.executeCompletionItemProvider", editor.document.uri, editor.selection.active);
	return list.items;
}

/** The label of a completion without what only decorates it. */
export function labelOf({ label }: CompletionItem): string {
	return typeof label === "string" ? label : label.label;
}

/** Does what VS Code does when a completion is accepted. */
export async function accept(editor: TextEditor, item: CompletionItem): Promise<void> {
	const insert = item.insertText ?? labelOf(item);
	const snippet = insert instanceof SnippetString ? insert : new SnippetString().appendText(insert);
	const range = item.range instanceof Range ? item.range : (item.range?.replacing ?? new Range(editor.selection.active, editor.selection.active));
	assert.ok(await editor.insertSnippet(snippet, range), "the completion could not be inserted");
}

/** The fixes that are offered for the first problem of a rule. */
export async function fixesFor(name: string, rule: string): Promise<CodeAction[]> {
	const { uri } = documentOf(name);
	const problem = languages.getDiagnostics(uri).find((each) => ruleOf(each) === rule);
	assert.ok(problem, `no problem of rule ${rule}`);
	return actionsAt(uri, problem.range);
}

async function actionsAt(uri: Uri, range: Range): Promise<CodeAction[]> {
	return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", uri, range, "quickfix", 100);
}

/** Applies a fix. */
export async function apply({ edit: changes, command }: CodeAction): Promise<void> {
	assert.ok(changes, "the fix has no edit");
	assert.ok(await workspace.applyEdit(changes), "the edit was refused");
	if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Replaces the first `before` in a document. */
export async function replace(editor: TextEditor, before: string, after: string): Promise<void> {
	const { document } = editor;
	const start = document.getText().indexOf(before);
	assert.ok(start >= 0, `the document has no ${before}`);
	const range: [Position, Position] = [document.positionAt(start), document.positionAt(start + before.length)];
	assert.ok(await editor.edit((edits) => edits.replace(new Range(...range), after)), "the edit was refused");
}

/** What a person does with a document: sees problems, reads, completes, fixes, saves. In both syntaxes, with the same outcome. */
import { strict as assert } from "node:assert";
import { commands, type Location, type LocationLink, languages, type WorkspaceEdit, workspace } from "vscode";
import {
	accept,
	apply,
	type Bdd,
	closeAll,
	completionsAt,
	documentOf,
	edit,
	eventually,
	expectProblems,
	fileUri,
	fixesFor,
	hoverOver,
	labelOf,
	read,
} from "./fixture.ts";
import { faulty, halfStep, halfValue, healthy, syntaxes } from "./samples.ts";

/** Declares the tests. */
export function editing({ describe, it }: Bdd): void {
	for (const syntax of syntaxes) {
		const name = `editing.swml.${syntax}`;
		const quoted = (value: string) => (syntax === "json" ? `"${value}"` : value);

		describe(`editing ${syntax.toUpperCase()}`, function () {
			this.afterEach(closeAll);

			it("shows the problems, each at its value", async () => {
				await edit(name, faulty[syntax]);
				await expectProblems(name, [`error unknown-value ${quoted("onenter")}`, "error out-of-range 300"]);
				for (const { code } of languages.getDiagnostics(fileUri(name))) {
					assert.ok(typeof code === "object" && code.target.path.length > 1, "a problem's rule has no page to read");
				}
			});

			it("finds nothing wrong with a healthy document", async () => {
				await edit(name, faulty[syntax]);
				await eventually(() => assert.equal(languages.getDiagnostics(fileUri(name)).length, 2));
				await closeAll();
				await edit(name, healthy[syntax]);
				await expectProblems(name, []);
			});

			it("is written in two columns a level, without words from elsewhere, and Enter takes no whole step", async () => {
				const editor = await edit(
					name,
					healthy[syntax].replaceAll(/^ +/gm, (indent) => indent.repeat(2)),
				);
				const set = (section: string, key: string) => workspace.getConfiguration(section, editor.document).get(key);
				assert.deepEqual(
					[
						editor.options.insertSpaces,
						set("editor", "wordBasedSuggestions"),
						set("editor", "acceptSuggestionOnEnter"),
						set("editor", "quickSuggestions.strings"),
					],
					[true, "off", "smart", "on"],
				);
				// Lists stand four columns in from their section's name, which VS Code would take for the file's own indentation.
				if (syntax === "yaml") assert.deepEqual([editor.options.tabSize, set("diffEditor", "ignoreTrimWhitespace")], [2, false]);
			});

			it("renames a section wherever it is named, and says why another name is refused", async () => {
				const text =
					syntax === "yaml"
						? "sections:\n  main:\n    - execute: { dest: sales }\n  sales:\n    - hangup: {}\n"
						: '{"sections": {"main": [{"execute": {"dest": "sales"}}], "sales": [{"hangup": {}}]}}\n';
				const { document } = await edit(name, text);
				const at = document.positionAt(text.indexOf("sales") + 1);
				await eventually(async () => {
					const found: readonly (Location | LocationLink)[] = await commands.executeCommand("vscode.executeDefinitionProvider", document.uri, at);
					const places = found.map((each) => document.offsetAt(("targetRange" in each ? each.targetRange : each.range).start));
					assert.deepEqual(places, [text.lastIndexOf("sales")]);
				});
				const edits: WorkspaceEdit = await commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, at, "orders");
				await workspace.applyEdit(edits);
				assert.equal(document.getText(), text.replaceAll("sales", "orders"));
				await assert.rejects(async () => commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, at, "main"), /another section/);
			});

			it("explains a parameter", async () => {
				const { document } = await edit(name, faulty[syntax]);
				await eventually(async () => assert.match(await hoverOver(document, "beep"), /beep[\s\S]*onEnter/));
			});

			it("completes a value", async () => {
				const editor = await edit(name, halfValue[syntax]);
				await eventually(async () => {
					const labels = (await completionsAt(editor)).map((item) => labelOf(item).replaceAll('"', ""));
					assert.deepEqual([...labels].sort(), ["false", "onEnter", "onExit", "true"]);
				});
				const onExit = (await completionsAt(editor)).find((item) => labelOf(item).includes("onExit"));
				assert.ok(onExit);
				await accept(editor, onExit);
				assert.equal(editor.document.getText(), halfValue[syntax].replace("<|>", "onExit"));
			});

			it("completes a step", async () => {
				const editor = await edit(name, halfStep[syntax]);
				await eventually(async () => assert.ok((await completionsAt(editor)).some((item) => labelOf(item) === "join_conference")));
				const found = (await completionsAt(editor)).find((item) => labelOf(item) === "join_conference");
				assert.ok(found);
				await accept(editor, found);
				assert.match(editor.document.getText(), syntax === "yaml" ? /^ {4}- join_conference:/m : /^ {6}\{ "join_conference":/m);
			});

			it("fixes all that is safe by one command", async () => {
				const { document } = await edit(name, faulty[syntax]);
				await expectProblems(name, [`error unknown-value ${quoted("onenter")}`, "error out-of-range 300"]);
				await commands.executeCommand("swml.fixAll");
				await eventually(() => assert.equal(document.getText(), faulty[syntax].replace("onenter", "onEnter")));
			});

			it("fixes both problems and saves", async () => {
				const { document } = await edit(name, faulty[syntax]);
				await expectProblems(name, [`error unknown-value ${quoted("onenter")}`, "error out-of-range 300"]);

				const [toOnEnter] = await fixesFor(name, "unknown-value");
				assert.match(toOnEnter?.title ?? "", /onEnter/);
				assert.ok(toOnEnter?.isPreferred, "the only near value is not the preferred fix");
				await apply(toOnEnter);
				await expectProblems(name, ["error out-of-range 300"]);

				const [to250] = await fixesFor(name, "out-of-range");
				assert.match(to250?.title ?? "", /250/);
				if (to250) await apply(to250);
				await expectProblems(name, [`hint default-value ${syntax === "json" ? '"max_participants"' : "max_participants"}: 250`]);

				const expected = faulty[syntax].replace("onenter", "onEnter").replace("300", "250");
				assert.equal(document.getText(), expected);
				assert.ok(await documentOf(name).save());
				assert.equal(await read(name), expected);
			});
		});
	}
}

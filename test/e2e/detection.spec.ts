/** Which files are taken for SWML: by name, by content, by the user's word. */
import { strict as assert } from "node:assert";
import { ConfigurationTarget, commands, languages, Position, type TextDocument, window, workspace } from "vscode";
import { type Bdd, closeAll, documentOf, edit, eventually, expectProblems, fileUri, problems, replace, serveFile } from "./fixture.ts";
import { faulty, halfStep, healthy } from "./samples.ts";

/** Declares the tests. */
export function detection({ describe, it }: Bdd): void {
	describe("recognising SWML", function () {
		this.afterEach(closeAll);

		const byName = {
			"a.swml": "swml-yaml",
			"b.swml.yaml": "swml-yaml",
			"c.SWML.YML": "swml-yaml",
			"d.swml.json": "swml-json",
			"swml.yaml": "swml-yaml",
			"SWML.yml": "swml-yaml",
			"sWmL.jSoN": "swml-json",
		};
		for (const [name, language] of Object.entries(byName)) {
			it(`takes ${name} for ${language} by its name`, async () => {
				const text = language === "swml-json" ? "{}" : "";
				assert.equal((await edit(name, text)).document.languageId, language);
			});
		}

		it("takes ivr.yaml for SWML by its content, and checks it", async () => {
			await edit("ivr.yaml", faulty.yaml);
			await expectLanguage("ivr.yaml", "swml-yaml");
			await expectProblems("ivr.yaml", ["error unknown-value onenter", "error out-of-range 300"]);
		});

		it("takes ivr.json for SWML by its content", async () => {
			await edit("ivr.json", healthy.json);
			await expectLanguage("ivr.json", "swml-json");
		});

		it("takes a .swml file that is written in JSON for JSON", async () => {
			await edit("inner.swml", healthy.json);
			await expectLanguage("inner.swml", "swml-json");
		});

		it("takes a file for SWML as soon as an edit makes it so", async () => {
			const editor = await edit("growing.yaml", "version: 1.0.0\nsections:\n");
			assert.equal(editor.document.languageId, "yaml");
			await replace(editor, "sections:\n", "sections:\n  main:\n    - answer: {}\n");
			await expectLanguage("growing.yaml", "swml-yaml");
		});

		it("takes a file that begins with `# swml`, with an extension and without", async () => {
			await edit("said.yaml", "# swml\n");
			await expectLanguage("said.yaml", "swml-yaml");
			await edit("said", "# swml\n");
			await expectLanguage("said", "swml-yaml");
		});

		it("gives a file back when told to, and remembers it", async () => {
			for (const [name, text, command, language] of [
				["back.yaml", faulty.yaml, "swml.treatAsYaml", "yaml"],
				["back.json", faulty.json, "swml.treatAsJson", "json"],
			] as const) {
				await edit(name, text);
				await expectLanguage(name, `swml-${language}`);
				await eventually(() => assert.equal(problems(name).length, 2));
				await commands.executeCommand(command);
				await expectLanguage(name, language);
				await expectProblems(name, []);
				await reopened(name, text);
				await seesAnother();
				assert.equal(documentOf(name).languageId, language);
				await edit(name, text);
				await commands.executeCommand("swml.treatAsSwml");
				await expectLanguage(name, `swml-${language}`);
				await reopened(name, text);
				await expectLanguage(name, `swml-${language}`);
			}
		});

		it("leaves what cannot be edited in peace, as the old side of a diff", async () => {
			const old = await serveFile("swml-old", "diff.swml.yaml", faulty.yaml, { isReadonly: true });
			await edit("diff.swml.yaml", faulty.yaml.replace("300", "299"));
			await commands.executeCommand("vscode.diff", old, fileUri("diff.swml.yaml"));
			await eventually(() => assert.equal(find({ uri: old })?.languageId, "swml-yaml"));
			await expectProblems("diff.swml.yaml", ["error unknown-value onenter", "error out-of-range 299"]);
			await edit("after.swml.yaml", faulty.yaml);
			await expectProblems("after.swml.yaml", ["error unknown-value onenter", "error out-of-range 300"]);
			assert.deepEqual(languages.getDiagnostics(old), []);
			assert.deepEqual(await commands.executeCommand("vscode.executeHoverProvider", old, new Position(5, 9)), []);
		});

		it("checks what can be edited, wherever it is", async () => {
			const elsewhere = await serveFile("swml-elsewhere", "far.swml.yaml", faulty.yaml, { isReadonly: false });
			await commands.executeCommand("vscode.open", elsewhere);
			await eventually(() => assert.equal(languages.getDiagnostics(elsewhere).length, 2));
		});

		it("leaves other YAML and JSON alone", async () => {
			await edit("config.yaml", "services:\n  web:\n    image: nginx\n");
			await edit("data.json", '{ "sections": { "main": "text" } }');
			await seesAnother();
			assert.equal(documentOf("config.yaml").languageId, "yaml");
			assert.equal(documentOf("data.json").languageId, "json");
		});

		it("leaves a file alone that says `# swml: off`", async () => {
			await edit("off.yaml", `# swml: off\n${faulty.yaml}`);
			await seesAnother();
			assert.equal(documentOf("off.yaml").languageId, "yaml");
		});

		it("reports nothing in a file of its own that says `# swml: off`", async () => {
			const editor = await edit("off.swml.yaml", faulty.yaml);
			await eventually(() => assert.equal(problems("off.swml.yaml").length, 2));
			await replace(editor, "version", "# swml: off\nversion");
			await expectProblems("off.swml.yaml", []);
		});

		it("does not argue with a user who sets the language back", async () => {
			const editor = await edit("mine.yaml", healthy.yaml);
			await expectLanguage("mine.yaml", "swml-yaml");
			await languages.setTextDocumentLanguage(editor.document, "yaml");
			await expectLanguage("mine.yaml", "yaml");
			await replace(editor, "25", "26");
			await seesAnother();
			assert.equal(documentOf("mine.yaml").languageId, "yaml");
		});

		it("looks afresh at a file that was closed", async () => {
			const editor = await edit("again.yaml", healthy.yaml);
			await expectLanguage("again.yaml", "swml-yaml");
			await languages.setTextDocumentLanguage(editor.document, "yaml");
			await expectLanguage("again.yaml", "yaml");
			await reopened("again.yaml", healthy.yaml);
			await expectLanguage("again.yaml", "swml-yaml");
		});

		it("looks at names only while `swml.detect` is off", async () => {
			const settings = workspace.getConfiguration("swml", fileUri("quiet.yaml"));
			await settings.update("detect", "off", ConfigurationTarget.Workspace);
			try {
				await edit("quiet.yaml", healthy.yaml);
				await edit("loud.swml.yaml", faulty.yaml);
				await eventually(() => assert.equal(problems("loud.swml.yaml").length, 2));
				assert.equal(documentOf("quiet.yaml").languageId, "yaml");
			} finally {
				await settings.update("detect", undefined, ConfigurationTarget.Workspace);
			}
			await expectLanguage("quiet.yaml", "swml-yaml");
		});

		it("takes any file when told to", async () => {
			await edit("step.yaml", halfStep.yaml.replace(/sections:[\s\S]*/, "sections: {}\n"));
			assert.equal(documentOf("step.yaml").languageId, "yaml");
			await commands.executeCommand("swml.treatAsSwml");
			await expectLanguage("step.yaml", "swml-yaml");
			await eventually(() => assert.notDeepEqual(problems("step.yaml"), []));
		});

		it("takes a new, unnamed document for SWML", async () => {
			const untitled = await workspace.openTextDocument({ language: "yaml", content: healthy.yaml });
			await window.showTextDocument(untitled);
			await eventually(() => assert.equal(find(untitled)?.languageId, "swml-yaml"));
		});
	});
}

async function expectLanguage(name: string, language: string): Promise<void> {
	await eventually(() => assert.equal(documentOf(name).languageId, language));
}

/** Closes a file, until VS Code has forgotten it, and opens it again. */
async function reopened(name: string, text: string): Promise<void> {
	await closeAll();
	await eventually(() => assert.equal(find({ uri: fileUri(name) }), undefined));
	await edit(name, text);
}

/** What was opened or edited before has been looked at once a later file has: the proof that something does not happen needs no sleep. */
async function seesAnother(): Promise<void> {
	const editor = await edit("another.yaml", "version: 1.0.0\n");
	await replace(editor, "1.0.0\n", "1.0.0\nsections:\n  main:\n    - answer: {}\n");
	await expectLanguage("another.yaml", "swml-yaml");
	await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

function find(wanted: Pick<TextDocument, "uri">): TextDocument | undefined {
	return workspace.textDocuments.find(({ uri }) => uri.toString() === wanted.uri.toString());
}

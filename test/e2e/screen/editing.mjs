// One file, from its first problem to the saved text: the squiggle, the Problems panel, hover, lightbulb, suggestions, the language
// status. With SWML_SCREENSHOT=1 it also takes the picture in docs/images.
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { until } from "../vscode.mjs";
import { aboutSwml, check, chooseInStatus, expectStatus, expectText, languageOf, leaveStatus, openFile, statusCard, word } from "./parts.mjs";

const images = resolve(import.meta.dirname, "../../../docs/images");

const document = `# Whoever calls support waits in one conference.
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:Hello \${call.from}, we will be with you in a moment."
    - execute:
        dest: support
  support:
    - join_conference:
        name: support
        start_on_enter: false
        wait_url: https://example.com/music.xml
        record: record-from-start
        status_callback: https://example.com/calls/\${call.call_id}
        status_callback_event: start end join leave
        beep: onenter
        max_participants: 300
    - hangup: {}
`;

const steps = {
	"the problems are underlined": async (page) => {
		await until("two squiggles", async () => (await page.locator(".squiggly-error").count()) === 2);
	},

	"the expression in a string is coloured apart": async (page) => {
		const line = page.locator(".view-line", { hasText: "say:Hello" });
		const colours = await line.locator("span > span").evaluateAll((spans) => spans.map((span) => `${getComputedStyle(span).color} ${span.textContent}`));
		const of = (text) => colours.find((each) => each.includes(text))?.replace(/ [^)]*$/, "");
		check(of("Hello") !== of("from"), `the text and the expression have one colour: ${colours.join(" | ")}`);
	},

	"the file is indented by two columns a level, whatever VS Code guessed before it knew the language": async (page) => {
		await expectText(page.locator('[id="status.editor.indentation"]'), /^Spaces: 2$/);
	},

	"a boolean is coloured apart from text": async (page) => {
		const colourOf = (text) => word(page, text).evaluate((span) => getComputedStyle(span).color);
		check((await colourOf("false")) !== (await colourOf("onenter")), "`false` looks like a text");
	},

	"F12 leads from a name to its place": async (page) => {
		await page.locator(".view-line", { hasText: "dest: support" }).locator("span > span", { hasText: "support" }).last().click();
		await page.keyboard.press("F12");
		const line = document.split("\n").indexOf("  support:") + 1;
		await expectText(page.locator('[id="status.editor.selection"]'), new RegExp(`^Ln ${line}, `));
	},

	"the Problems panel lists them": async (page) => {
		await page.locator(".view-line", { hasText: "onenter" }).click();
		await page.keyboard.press("Control+Shift+M");
		await expectText(page.locator(".markers-panel .monaco-list-row", { hasText: "onenter" }), /unknown-value/);
		await expectText(page.locator(".markers-panel .monaco-list-row", { hasText: "300" }), /out-of-range/);
	},

	"the hover explains the parameter": async (page, { lane }) => {
		await word(page, "beep").hover();
		await expectText(page.locator(".monaco-hover:visible").first(), /onEnter/);
		if (process.env.SWML_SCREENSHOT === "1" && lane === "current") await takePicture(page);
	},

	"the language status says why": async (page) => {
		await page.keyboard.press("Escape");
		await expectStatus(page, /^SWML\s+the file's name says so$/);
		await leaveStatus(page);
		await page.locator(statusCard, aboutSwml).waitFor({ state: "hidden" });
	},

	"the lightbulb's first fix mends the value": async (page) => {
		await word(page, "onenter").click();
		await page.keyboard.press("Control+.");
		await expectText(page.locator(".action-widget .monaco-list-row.action").first(), /onEnter/);
		await page.keyboard.press("Enter");
		await until("one squiggle", async () => (await page.locator(".squiggly-error").count()) === 1);
		await word(page, "onEnter").waitFor();
	},

	"a suggestion is accepted": async (page) => {
		await word(page, "onEnter").dblclick();
		await page.keyboard.press("Delete");
		await page.keyboard.press("Control+Space");
		const rows = page.locator(".suggest-widget.visible .monaco-list-row");
		await until("four suggestions", async () => (await rows.count()) === 4);
		await page.keyboard.type("onEx");
		await until("one suggestion", async () => (await rows.count()) === 1);
		await page.keyboard.press("Enter");
		await word(page, "onExit").waitFor();
	},

	"the mended file is saved": async (page, { file }) => {
		await page.keyboard.press("Control+S");
		const saved = document.replace("onenter", "onExit");
		await until("the file on disk to change", () => readFileSync(file, "utf8") === saved, 10_000).catch((error) => {
			throw new Error(`${error.message}; it holds ${JSON.stringify(readFileSync(file, "utf8"))}`);
		});
	},

	"steps are written by typing, in the columns of their neighbours": async (page, { file }) => {
		// Behind `hangup: {}`, the last step, on a line of its own.
		await page.locator(".view-line", { hasText: "hangup" }).click();
		await page.keyboard.press("Control+End");
		await page.keyboard.type("    - conn");
		await page.keyboard.press("Control+Space");
		await page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "connect" }).waitFor();
		await page.keyboard.press("Enter");
		await word(page, "connect").waitFor();
		await page.keyboard.press("Escape");
		await page.keyboard.press("Control+End");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Home");
		await page.keyboard.press("Shift+End");
		await page.keyboard.press("Delete");
		await page.keyboard.type("    - play:");
		await page.keyboard.press("Escape");
		await page.keyboard.press("Enter");
		await page.keyboard.type('url: "say:hi"');
		await page.keyboard.press("Escape");
		await page.keyboard.press("Control+S");
		const written = `${document.replace("onenter", "onExit")}    - connect:\n        to: "+15551234567"\n    - play:\n        url: "say:hi"`;
		await until("the steps on disk", () => readFileSync(file, "utf8") === written, 10_000).catch((error) => {
			throw new Error(`${error.message}; it ends with ${JSON.stringify(readFileSync(file, "utf8").slice(-160))}`);
		});
	},

	"the language status takes another file in": async (page) => {
		await openFile(page, "plain.yaml");
		await word(page, "services").waitFor();
		const before = /^Not SWML\s+it has no `sections` that hold lists of steps\s+Treat This File as SWML$/;
		await chooseInStatus(page, before, "Treat This File as SWML", async () => (await languageOf(page)) === "SWML (YAML)");
		await expectStatus(page, /^SWML\s+its language is set to SWML$/);
	},
};

/** The story. */
export const editing = { files: { "support.swml.yaml": document, "plain.yaml": "services: {}\n" }, open: "support.swml.yaml", steps };

/** The picture of the README: without the explorer, and with a panel that is no higher than it needs to be. */
async function takePicture(page) {
	const before = page.viewportSize();
	const size = { width: 1040, height: 650 };
	await page.keyboard.press("Escape");
	await page.keyboard.press("Control+B");
	await page.setViewportSize(size);
	await page.locator(".explorer-viewlet").waitFor({ state: "hidden" });
	const panel = await page.locator(".part.panel").boundingBox();
	await page.mouse.move(size.width / 2, panel.y - 1);
	await page.mouse.down();
	await page.mouse.move(size.width / 2, size.height - 150, { steps: 5 });
	await page.mouse.up();
	await word(page, "beep").hover();
	await expectText(page.locator(".monaco-hover:visible").first(), /onEnter/);
	mkdirSync(images, { recursive: true });
	await page.screenshot({ path: join(images, "editor.png"), animations: "disabled" });
	await page.keyboard.press("Control+B");
	await page.setViewportSize(before);
}

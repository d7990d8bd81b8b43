// The first minutes: a new call flow from the list of new files, a problem explained inside the editor.
import { until } from "../vscode.mjs";
import { expectLanguage, expectText, pick, run } from "./parts.mjs";

const steps = {
	"a new call flow is chosen, written and healthy": async (page) => {
		await run(page, "Create: New File...");
		await pick(page, "SWML Call Flow");
		await pick(page, "Voicemail");
		await pick(page, "YAML");
		await expectLanguage(page, "SWML (YAML)");
		await expectText(page.locator(".view-lines"), /# swml[\s\S]*version: 1\.0\.0[\s\S]*answer: \{\}[\s\S]*max_length: 120[\s\S]*hangup: \{\}/);
		await page.keyboard.press("Escape");
		await page.keyboard.press("Control+End");
		await page.keyboard.type("x: 1");
		const squiggles = page.locator(".squiggly-error, .squiggly-warning, .squiggly-info");
		await until("the squiggle of what was added, and no other", async () => (await squiggles.count()) === 1);
	},

	"a problem is explained inside the editor": async (page) => {
		await run(page, "SWML: Explain Problem");
		await page.locator(".tab.active", { hasText: "unknown-root-key" }).waitFor();
		const shown = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("body");
		await expectText(shown, /unknown-root-key[\s\S]*Reports keys[\s\S]*Severity[\s\S]*Wrong[\s\S]*Fixed[\s\S]*Silence it/);
	},
};

/** The story. */
export const firstLook = { files: { "notes.txt": "nothing yet\n" }, open: "notes.txt", steps };

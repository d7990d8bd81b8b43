// What the stories on the screen share: where things are, and waiting for them. Never here: what is tested.
import { spawnSync } from "node:child_process";
import { until } from "../vscode.mjs";

const languageStatus = '[id="status.languageStatus"]';
export const aboutSwml = { hasText: "SWML" };
export const statusCard = ".monaco-hover:visible .hover-language-status .element";

/** Opens the card over the status bar as often as it closes, until it says this about SWML. */
export async function expectStatus(page, pattern) {
	let text = "";
	await until(`the status ${pattern}`, async () => {
		text = await readStatus(page);
		return pattern.test(text);
	}).catch((error) => {
		throw new Error(`${error.message}; it says ${JSON.stringify(text)}`);
	});
}

export async function readStatus(page) {
	const card = page.locator(statusCard, aboutSwml);
	if (!(await card.isVisible())) {
		await leaveStatus(page);
		await page.locator(languageStatus).hover();
	}
	// It may close again at any time.
	const texts = await card.waitFor({ timeout: 3000 }).then(
		() => card.allInnerTexts(),
		() => [],
	);
	return texts.join("\n").replaceAll("\u00a0", " ");
}

/** The ids of the servers that run from a folder of extensions. */
export function serversOf(extensions) {
	const { stdout } = spawnSync("pgrep", ["-f", `${extensions}/.*/dist/server\\.js`], { encoding: "utf8" });
	return stdout.split("\n").filter(Boolean).map(Number);
}

export async function leaveStatus(page) {
	await page.mouse.move(640, 300);
}

/** The piece of the editor that shows a word. */
export function word(page, text) {
	return page.locator(".view-line span > span", { hasText: new RegExp(`^\\s*${text}\\s*$`) }).first();
}

export async function expectText(locator, pattern) {
	let text = "";
	await until(`${pattern}`, async () => {
		text = (await locator.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
		return pattern.test(text);
	}).catch((error) => {
		throw new Error(`${error.message}; there is ${JSON.stringify(text)}`);
	});
}

export function check(holds, otherwise) {
	if (!holds) throw new Error(otherwise);
}

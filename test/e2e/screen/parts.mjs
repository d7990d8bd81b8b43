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

/** Clicks an action of the language status until `done` holds: VS Code draws the card anew now and then, and a click may fall in between. */
export async function chooseInStatus(page, pattern, action, done) {
	await until(
		`what "${action}" does`,
		async () => {
			if (await done()) return true;
			await expectStatus(page, pattern);
			await page.locator(statusCard, aboutSwml).getByText(action).click();
			return until(action, done, 5000).then(
				() => true,
				() => false,
			);
		},
		60_000,
	);
}

async function readStatus(page) {
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
		const now = (await locator.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
		// What comes and goes is told as it was.
		if (now) text = now;
		return pattern.test(now);
	}).catch((error) => {
		throw new Error(`${error.message}; there is ${JSON.stringify(text)}`);
	});
}

export function check(holds, otherwise) {
	if (!holds) throw new Error(otherwise);
}

const toast = ".notifications-toasts .notification-toast";
const listed = ".notifications-center .notification-list-item";
const held = '[id="status.notifications"] .codicon-bell-dot';

/** The notifications, once there are some: in the corner, or behind the bell, where a newer VS Code holds them back while it starts. */
export async function notices(page) {
	const shown = page.locator(`${toast}, ${listed}`);
	await until("a notification", async () => {
		if ((await shown.count()) === 0 && (await page.locator(held).count()) > 0) await page.locator(held).click();
		return (await shown.count()) > 0;
	});
	return shown;
}

/** Whether there is no notification, not even behind the bell. */
export async function isQuiet(page) {
	return (await page.locator(`${toast}, ${listed}, ${held}`).count()) === 0;
}

/** Holds when the status bar names this language. */
export async function expectLanguage(page, name) {
	await expectText(page.locator('[id="status.editor.mode"]'), new RegExp(`^${name.replaceAll(/[()]/g, "\\$&")}$`));
}

/** The language of the file in front, as the status bar names it. */
export async function languageOf(page) {
	return (await page.locator('[id="status.editor.mode"]').innerText()).trim();
}

/** Runs a command by its title in the palette. */
export async function run(page, title) {
	// Until VS Code has started, keys go nowhere.
	await until("the palette", async () => {
		await page.keyboard.press("F1");
		return page
			.locator(".quick-input-widget:visible input.input")
			.waitFor({ timeout: 2000 })
			.then(
				() => true,
				() => false,
			);
	});
	await pick(page, title);
}

/** Chooses the row of the open list that begins with a text. */
export async function pick(page, text) {
	await page.locator(".quick-input-widget:visible input.input").waitFor();
	await page.keyboard.type(text);
	const begins = new RegExp(`^\\s*${text.replaceAll(/[.()]/g, "\\$&")}`);
	await page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: begins }).first().click();
}

/** Opens a file of the folder by its name. */
export async function openFile(page, name) {
	await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
	await page.locator(".tab.active", { hasText: name }).waitFor();
}

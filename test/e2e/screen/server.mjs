// The server is killed, again and again, while somebody types: no key is lost, it comes back; when it dies too often it is left alone.
import { readFileSync } from "node:fs";
import { until } from "../vscode.mjs";
import { check, chooseInStatus, expectStatus, expectText, isQuiet, leaveStatus, notices, statusCard, word } from "./parts.mjs";

const before = "# Written while the server dies.\nversion: 1.0.0\nsections:\n  main:\n";

/** What is typed between two deaths, as keys; `Enter` keeps the line's indentation. */
const lines = [
	"    - answer: {}",
	"# one",
	'- play: "say:Thank you for calling, please hold the line"',
	"- hangpu: {}",
	"# Who reads a comment like this one waits for a server that comes back by itself.",
	"- sleep: 2000",
	"# three",
	"- denoise: {}",
	"- hangup: {}",
	"# four: { [ \" ' ] }",
];

const written = `${before}${lines.map((line, index) => (index === 0 ? line : `    ${line}`)).join("\n")}`;

const steps = {
	"four times it comes back while text is typed": async (page, { servers }) => {
		await word(page, "main").click();
		await page.keyboard.press("Control+End");
		for (const line of lines.slice(0, 4)) {
			const [dead] = await runningServers(servers);
			await Promise.all([type(page, line), kill(dead)]);
			await until("another server", () => servers().some((id) => id !== dead));
		}
	},

	"the fifth time it stays off, and says so once": async (page, { servers }) => {
		const [dead] = await runningServers(servers);
		await Promise.all([type(page, lines[4]), kill(dead)]);
		await expectNotice(page);
		await expectStatus(page, /^SWML server stopped\s+nothing is checked\s+Restart Server$/);
		await leaveStatus(page);
		await page.locator(statusCard).first().waitFor({ state: "hidden" });
		check(servers().length === 0, "it was started again");
	},

	"the button brings it back, and it sees what was typed meanwhile": async (page, { servers }) => {
		await (await notices(page)).getByText("Restart Server").click();
		await runningServers(servers);
		await until("the squiggle", async () => (await page.locator(".squiggly-error").count()) === 1);
		check(await isQuiet(page), "the notification is still there");
	},

	"it may die as often again": async (page, { servers }) => {
		for (const line of lines.slice(5)) {
			const [dead] = await runningServers(servers);
			await Promise.all([type(page, line), kill(dead)]);
			if (line !== lines.at(-1)) await until("another server", () => servers().some((id) => id !== dead));
		}
		await expectNotice(page);
		check(servers().length === 0, "it was started again");
	},

	"the language status brings it back too": async (page, { servers }) => {
		await chooseInStatus(page, /^SWML server stopped\s+nothing is checked\s+Restart Server$/, "Restart Server", () => servers().length > 0);
		await expectStatus(page, /^SWML\s+the file's name says so$/);
		check((await runningServers(servers)).length === 1, "there is not one server");
	},

	"every key is in the file": async (page, { file }) => {
		await page.locator(".view-line", { hasText: "hangup" }).click();
		await page.keyboard.press("Control+S");
		// While it is written it is empty; the blanks of the line that was left may be gone.
		await until("every key to be in the file", () => readFileSync(file, "utf8").trimEnd() === written).catch((error) => {
			throw new Error(`${error.message}; it holds ${JSON.stringify(readFileSync(file, "utf8"))}`);
		});
	},
};

/** The story. */
export const server = { files: { "typed.swml.yaml": before }, open: "typed.swml.yaml", steps };

async function expectNotice(page) {
	const shown = await notices(page);
	await expectText(shown, /The SWML server stopped five times within three minutes\. Nothing is checked until it is restarted\./);
	check((await shown.count()) === 1, "there is more than one notification");
}

/** A line, its keys one after the other, and Enter without a suggestion. In comments there is none, and Escape would close the notification. */
async function type(page, line) {
	await page.keyboard.type(line, { delay: 15 });
	if (!line.startsWith("#")) await page.keyboard.press("Escape");
	await page.keyboard.press("Enter");
}

/** In the middle of a line. */
async function kill(id) {
	await new Promise((wake) => setTimeout(wake, 100));
	process.kill(id, "SIGKILL");
}

/** The ids of the servers of this window, once there is one. */
function runningServers(servers) {
	return until("a server", () => {
		const running = servers();
		return running.length > 0 && running;
	});
}

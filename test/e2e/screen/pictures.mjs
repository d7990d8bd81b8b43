// The pictures of the README and of the walkthrough, taken with SWML_SCREENSHOT=1, and the colours, to be looked at by a person.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expectText, pick, run, word } from "./parts.mjs";

const project = resolve(import.meta.dirname, "../../..");
const images = join(project, "docs/images");

const document = `# Whoever calls support waits in one conference.
version: 1.0.0
sections:
  main:
    - answer: {}
    - cond:
        - when: call.type == 'phone' && vars.tries < 3
          then:
            - play: say:Hello \${call.from}, please hold.
    - join_conference:
        name: support
        start_on_enter: false
        beep: onenter
        max_participants: 300
`;

const steps = {
	"the problems": async (page) => {
		await page.setViewportSize({ width: 900, height: 520 });
		await page.locator(".view-line", { hasText: "onenter" }).click();
		await run(page, "View: Toggle Primary Side Bar Visibility");
		await page.locator(".explorer-viewlet").waitFor({ state: "hidden" });
		await page.keyboard.press("Control+Shift+M");
		await expectText(page.locator(".markers-panel .monaco-list-row", { hasText: "onenter" }), /unknown-value/);
		await lower(page);
		await shoot(page, "problems");
	},

	"the fixes": async (page) => {
		await word(page, "onenter").click();
		await page.keyboard.press("Control+.");
		await expectText(page.locator(".action-widget .monaco-list-row.action").first(), /onEnter/);
		await shoot(page, "fix");
		await page.keyboard.press("Escape");
	},

	"the hover": async (page) => {
		await word(page, "beep").hover();
		await expectText(page.locator(".monaco-hover:visible").first(), /onEnter/);
		await shoot(page, "hover");
		await page.mouse.move(450, 20);
	},

	"the colours, the hover of a method, the list and the outline in four themes": async (page, { folder }) => {
		await run(page, "View: Toggle Primary Side Bar Visibility");
		await run(page, "Explorer: Focus on Outline View");
		await page.setViewportSize({ width: 1280, height: 900 });
		for (const theme of ["Light Modern", "Dark Modern", "Dark High Contrast", "Light High Contrast"]) {
			await run(page, "Preferences: Color Theme");
			await pick(page, theme);
			await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
			await word(page, "join_conference").hover();
			await expectText(page.locator(".monaco-hover:visible").first(), /Parameter/);
			await page.screenshot({ path: join(folder, `${theme}, hover and outline.png`), animations: "disabled" });
			await page.mouse.move(640, 20);
			await word(page, "onenter").click();
			await page.keyboard.press("Control+Space");
			await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
			await page.screenshot({ path: join(folder, `${theme}, list.png`), animations: "disabled" });
			await page.keyboard.press("Escape");
		}
		await run(page, "Preferences: Color Theme");
		await pick(page, "Light Modern");
		await run(page, "View: Toggle Primary Side Bar Visibility");
		await page.setViewportSize({ width: 900, height: 520 });
	},

	"the list": async (page) => {
		await word(page, "onenter").dblclick();
		await page.keyboard.press("Delete");
		await page.keyboard.press("Control+Space");
		await expectText(page.locator(".suggest-widget.visible .monaco-list-row"), /onExit/);
		await shoot(page, "completion");
	},

	"the terminal": async (page) => {
		const command = ["dist/cli.js", "check", "examples/conference-mistakes.swml.yaml"];
		const { stdout } = spawnSync(process.execPath, command, { cwd: project, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: undefined } });
		const shown = stdout.split("\n").slice(0, 20).join("\n");
		const terminal = await page.context().browser().newPage();
		await terminal.setViewportSize({ width: 900, height: 520 });
		await terminal.setContent(
			`<body style="margin:0;background:#181818;color:#ccc;font:13px/18px monospace;white-space:pre-wrap;padding:12px">$ swml check examples/conference-mistakes.swml.yaml\n${html(shown)}`,
		);
		await shoot(terminal, "terminal");
		await terminal.close();
	},
};

/** The story, told only when pictures are wanted. */
export const pictures = { files: { "support.swml.yaml": document }, open: "support.swml.yaml", steps };

async function shoot(page, name) {
	mkdirSync(images, { recursive: true });
	await page.screenshot({ path: join(images, `${name}.png`), animations: "disabled", scale: "css" });
}

/** The panel no higher than it needs to be. */
async function lower(page) {
	const { height } = page.viewportSize();
	const panel = await page.locator(".part.panel").boundingBox();
	await page.mouse.move(450, panel.y - 1);
	await page.mouse.down();
	await page.mouse.move(450, height - 160, { steps: 5 });
	await page.mouse.up();
	await page.mouse.move(450, 20);
}

const colours = {
	1: "font-weight:bold",
	2: "opacity:.7",
	4: "text-decoration:underline",
	31: "color:#f14c4c",
	32: "color:#23d18b",
	33: "color:#f5f543",
	34: "color:#3b8eea",
	35: "color:#d670d6",
	36: "color:#29b8db",
	90: "color:#888",
};

/** What a terminal makes of its colours. */
function html(text) {
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	let open = 0;
	return escaped.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`, "g"), (_, codes) => {
		const styles = codes
			.split(";")
			.map((code) => colours[Number(code)])
			.filter(Boolean);
		if (styles.length > 0) {
			open++;
			return `<span style="${styles.join(";")}">`;
		}
		const closing = "</span>".repeat(open);
		open = 0;
		return closing;
	});
}

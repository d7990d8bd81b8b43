// What a person sees and does on the screen of a real VS Code: each story opens a window of its own on a folder of its own.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editing } from "./screen/editing.mjs";
import { firstLook } from "./screen/first-look.mjs";
import { serversOf } from "./screen/parts.mjs";
import { pictures } from "./screen/pictures.mjs";
import { server } from "./screen/server.mjs";
import { takingOver } from "./screen/taking-over.mjs";
import { workbenchUrl } from "./vscode.mjs";

/** By name: the files of the folder, the one that is open, and the steps, each on the screen that the one before left. */
const stories = { editing, "first-look": firstLook, "taking-over": takingOver, server, ...(process.env.SWML_SCREENSHOT === "1" && { pictures }) };

/** Runs the stories, or those that `only` names; the first failure ends a story. */
export async function testScreen({ browser, port, root, lane, only }) {
	const total = { passed: 0, failed: 0 };
	for (const [name, story] of Object.entries(stories)) {
		if (only && !only.includes(name)) continue;
		const results = await tell({ browser, port, root, lane, name, story });
		total.passed += results.passed;
		total.failed += results.failed;
	}
	return total;
}

async function tell({ browser, port, root, lane, name, story: { files, open, steps } }) {
	const folder = join(root, `workspace-${name}`);
	const file = join(folder, open);
	mkdirSync(folder);
	for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);

	const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
	let passed = 0;
	let current = "";
	try {
		// The windows of other stories are closed, but their extension hosts live on for a while.
		const others = serversOf(join(root, "extensions"));
		const servers = () => serversOf(join(root, "extensions")).filter((id) => !others.includes(id));
		await page.goto(workbenchUrl(port, { folder, file }));
		// Before its status bar says so, the editor takes no keys; before the last item is there, some commands fail.
		await page.locator('[id="status.editor.mode"]').waitFor({ timeout: 120_000 });
		await page.locator(".statusbar .codicon-radio-tower").waitFor({ timeout: 120_000 });
		for (const [title, step] of Object.entries(steps)) {
			current = title;
			await step(page, { file, folder, lane, port, servers });
			passed++;
		}
		console.log(`  on the screen, ${name}: ${passed} passed, 0 failed`);
		return { passed, failed: 0 };
	} catch (error) {
		const picture = join(root, `failed-${name}.png`);
		await page.screenshot({ path: picture });
		console.log(`  on the screen, ${name}: ${passed} passed, 1 failed: ${current}\n    ${error.message.split("\n")[0]}\n    see ${picture}`);
		return { passed, failed: 1 };
	} finally {
		await page.close();
	}
}

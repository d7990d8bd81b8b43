// What real keys leave in the file: nothing that was not typed. Each scenario types into a file of its own, saves, and compares what is on disk.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until, workbenchUrl } from "./vscode.mjs";

const yaml = (steps) => `version: 1.0.0\nsections:\n  main:\n${steps}`;
const json = (step) => `{\n  "sections": {\n    "main": [\n${step}\n    ]\n  }\n}\n`;

/** Waits until the list has this item first; without one, until there is no list. */
const list = (label) => ({ list: label });
const enter = { press: "Enter" };
/** Time enough for a list to come, and none does. */
const quiet = { quiet: 700 };
const leave = { press: "Escape" };

/** `<|>` is the cursor. What is typed is text, `Enter` and the like stand apart. Blanks at the end of lines are not compared. */
const scenarios = [
	["con and Enter is connect.yaml", yaml("    <|>"), ["- con", list("connect"), enter, leave], yaml('    - connect:\n        to: "+15551234567"')],
	[
		"a step without params.yaml",
		yaml("    <|>"),
		["- hangup: {}", quiet, enter, "-", quiet, " answer: {}", quiet, enter],
		yaml("    - hangup: {}\n    - answer: {}\n"),
	],
	[
		"whole values end the line.yaml",
		yaml("    - join_conference:\n        name: a\n        <|>"),
		["muted: true", list(), enter, "beep: onEnter", list(), enter, "status_callback_event: start join", list(), enter, "max_participants: 10", enter],
		yaml(
			"    - join_conference:\n        name: a\n        muted: true\n        beep: onEnter\n        status_callback_event: start join\n        max_participants: 10\n",
		),
	],
	[
		"a variable and its cases.yaml",
		yaml("    - prompt:\n        play: say:x\n    - switch:\n        <|>"),
		["variable: prompt_value", list(), enter, "case:", quiet, enter],
		yaml("    - prompt:\n        play: say:x\n    - switch:\n        variable: prompt_value\n        case:\n"),
	],
	["an object in braces.yaml", yaml("    <|>"), ['- play: {url: "say:x"', quiet, enter], yaml('    - play: {url: "say:x"\n    }')],
	[
		"a text with a colon.yaml",
		yaml("    <|>"),
		["- pla", list("play"), enter, "say: Press 1: sales", leave],
		yaml('    - play:\n        url: "say: Press 1: sales"'),
	],
	["a text with a sign.yaml", yaml("    <|>"), ["- pla", list("play"), enter, "say:Call #1", leave], yaml('    - play:\n        url: "say:Call #1"')],
	[
		"a prompt is block text.yaml",
		yaml("    <|>"),
		["- ai", list("ai"), enter, "Note: call #1", leave],
		yaml("    - ai:\n        prompt:\n          text: |\n            Note: call #1"),
	],
	["an empty file.yaml", "<|>", ["ivr", list("ivr_menu"), enter, "again", leave], undefined],
	[
		"a comma after a value.json",
		json('      {\n        "join_conference": {\n          <|>\n        }\n      }'),
		['"name": "team",', quiet, enter, '"muted": true', list(), leave],
		json('      {\n        "join_conference": {\n          "name": "team",\n          "muted": true\n        }\n      }'),
	],
	[
		"a comma after a step.json",
		json("      <|>"),
		['{ "answer": {} },', quiet, enter, '{ "hangup": {} }'],
		json('      { "answer": {} },\n      { "hangup": {} }'),
	],
];

/** Runs them; gives how many passed and failed. */
export async function testTyping({ browser, port, root }) {
	const folder = join(root, "workspace-typing");
	mkdirSync(folder);
	const files = scenarios.map(([name, marked], index) => {
		const file = join(folder, `typing-${index}.swml.${name.endsWith("json") ? "json" : "yaml"}`);
		writeFileSync(file, marked.replace("<|>", ""));
		return file;
	});
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	const failures = [];
	try {
		await page.goto(workbenchUrl(port, { folder, file: files[0] }));
		await serverReady(page);
		for (const [index, scenario] of scenarios.entries()) {
			await run(page, files[index], scenario).catch(async (error) => {
				const picture = join(root, `failed-typing-${index}.png`);
				await page.screenshot({ path: picture });
				failures.push(`${scenario[0]}: ${error.message.split("\n")[0]}; see ${picture}`);
				await page.keyboard.press("Escape");
				await page.keyboard.press("Control+S");
			});
		}
	} finally {
		await page.close();
	}
	console.log(`  by typing: ${scenarios.length - failures.length} passed, ${failures.length} failed`);
	for (const failure of failures) console.log(`    ${failure}`);
	return { passed: scenarios.length - failures.length, failed: failures.length };
}

/** The server is there when asking brings a list. */
async function serverReady(page) {
	await page.locator(".monaco-editor .view-line").last().click();
	await until("the server", async () => {
		await page.keyboard.press("Control+Space");
		return page
			.locator(".suggest-widget.visible .monaco-list-row")
			.first()
			.waitFor({ timeout: 2000 })
			.then(
				() => true,
				() => false,
			);
	});
	await page.keyboard.press("Escape");
}

async function run(page, file, [, marked, keys, expected]) {
	const name = file.slice(file.lastIndexOf("/") + 1);
	await open(page, name);
	const before = marked.slice(0, marked.indexOf("<|>")).split("\n");
	await page.keyboard.press("Control+G");
	await page.locator(".quick-input-widget:visible input").fill(`:${before.length}:${(before.at(-1) ?? "").length + 1}`);
	await page.keyboard.press("Enter");
	await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
	let typed = "";
	for (const key of keys) {
		if (typeof key === "string") {
			typed = key;
			await page.keyboard.type(key, { delay: 40 });
		} else if (key.press) await page.keyboard.press(key.press);
		else if (key.quiet) await expectQuiet(page, key.quiet);
		else await expectList(page, key.list, typed.slice(-1));
	}
	await page.keyboard.press("Control+S");
	const wanted = expected ?? menu;
	let saved = "";
	await until(
		"the file on disk",
		() => {
			saved = readFileSync(file, "utf8").replace(/[ \t]+$/gm, "");
			return saved.trimEnd() === wanted.trimEnd();
		},
		8000,
	).catch((error) => {
		throw new Error(`${error.message}; it holds ${JSON.stringify(saved)}`);
	});
}

async function open(page, name) {
	const tab = page.locator(".tab.active", { hasText: name });
	if ((await tab.count()) === 0) {
		await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().dblclick();
		await tab.waitFor();
	}
	await page.locator(".monaco-editor .view-line").first().click();
}

async function expectQuiet(page, timeout) {
	const row = page.locator(".suggest-widget.visible .monaco-list-row").first();
	const came = await row.waitFor({ timeout }).then(
		() => row.innerText(),
		() => undefined,
	);
	if (came !== undefined) throw new Error(`a list came that begins with ${JSON.stringify(came)}`);
}

/** VS Code drops a list that comes while the next key is down, and asks again with the next one: on a busy machine `last` is typed again. */
async function expectList(page, label, last) {
	const widget = page.locator(".suggest-widget.visible");
	if (label === undefined) {
		await until("the list to be gone", async () => (await widget.count()) === 0, 10_000);
		// One that was asked for while the word was typed may still be on its way.
		return expectQuiet(page, 400);
	}
	const first = widget.locator(".monaco-list-row.focused", { hasText: label });
	const came = () => until(`the list to begin with ${label}`, async () => (await first.count()) === 1, 10_000);
	return came().catch(async () => {
		await page.keyboard.press("Backspace");
		await page.keyboard.type(last);
		return came();
	});
}

const menu = `# swml
version: 1.0.0
sections:
  main:
    - answer: {}
    - label: again
    - prompt:
        play: "say:For sales, press 1. For support, press 2."
    - switch:
        variable: prompt_value
        case:
          "1":
            - connect:
                to: "+15551230001"
          "2":
            - connect:
                to: "+15551230002"
        default:
          - play:
              url: "say:I did not get that."
          - goto:
              label: again
              max: 3
`;

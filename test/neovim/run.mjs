// Runs the language server under headless Neovim, on a YAML and a JSON file, with and without a file type.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const server = resolve(import.meta.dirname, "../../dist/server.js");
const client = resolve(import.meta.dirname, "client.lua");

const yaml = `version: 1.0.0
sections:
  main:
    - join_conference:
        name: support
        beep: onenter
        max_participants: 300
`;
const json = `{
  "version": "1.0.0",
  "sections": {
    "main": [
      { "join_conference": { "name": "support", "beep": "onenter" } }
    ]
  }
}
`;

const probes = [
	{
		name: "ivr.swml.yaml",
		filetype: "",
		text: yaml,
		problems: ["error unknown-value onenter", "error out-of-range 300"],
		before: "beep: ",
		left: ["error out-of-range 300"],
	},
	{
		name: "ivr.yaml",
		filetype: "yaml",
		text: yaml,
		problems: ["error unknown-value onenter", "error out-of-range 300"],
		before: "beep: ",
		left: ["error out-of-range 300"],
	},
	{ name: "ivr.json", filetype: "json", text: json, problems: ['error unknown-value "onenter"'], before: '"beep": "', left: [] },
];

const total = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), "swml-neovim-"));
try {
	for (const { name, text, ...rest } of probes) {
		const file = join(folder, name);
		writeFileSync(file, text);
		const probe = {
			...rest,
			file,
			command: [process.execPath, server, "--stdio"],
			completions: ["false", "onEnter", "onExit", "true"],
			fixed: text.replace("onenter", "onEnter"),
		};
		const args = ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${client}`];
		const { stdout, stderr, error } = spawnSync("nvim", args, {
			env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder, XDG_STATE_HOME: folder, SWML_PROBE: JSON.stringify(probe) },
			encoding: "utf8",
			timeout: 120_000,
		});
		const counts = /^(\d+) passed, (\d+) failed$/m.exec(stdout ?? "");
		console.log(`${name}, file type ${rest.filetype || "none"}: ${counts?.[0] ?? "no result"}`);
		if (counts?.[2] !== "0") console.log(error?.message ?? `${stdout}${stderr}`);
		total.passed += Number(counts?.[1] ?? 0);
		total.failed += Number(counts?.[2] ?? 1);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

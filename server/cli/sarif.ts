/** `--format sarif`: SARIF 2.1.0, for code scanning. */
import { rules } from "../core/rules/index.ts";
import { rulePage } from "../core/rules/page.ts";
import type { Level, Rule } from "../core/rules/rule.ts";
import { version } from "./package.ts";
import { jsonOf, uriPath } from "./printable.ts";
import { type Checked, placesIn } from "./report.ts";

const levels: { readonly [level in Level]: string } = { error: "error", warning: "warning", info: "note", hint: "note" };

export function asSarif(files: readonly Checked[]): string {
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: { driver: { name: "swml", semanticVersion: version, rules: rules.map(describe) } },
				columnKind: "utf16CodeUnits",
				artifacts: files.map(({ path }) => ({ location: locate(path) })),
				results: files.flatMap(results),
			},
		],
	};
	return `${jsonOf(log, 2)}\n`;
}

function describe({ id, level, says, why }: Rule): unknown {
	const page = rulePage(id);
	return {
		id,
		shortDescription: { text: says },
		fullDescription: { text: why },
		help: { text: `${says} ${why}` },
		helpUri: page,
		defaultConfiguration: { level: levels[level] },
	};
}

function results({ path, text, problems }: Checked): readonly unknown[] {
	const place = placesIn(text);
	return problems.map((problem) => {
		const { line, column, endLine, endColumn } = place(problem);
		const region = { startLine: line, startColumn: column, endLine, endColumn };
		return {
			ruleId: problem.rule,
			ruleIndex: rules.findIndex((rule) => rule.id === problem.rule),
			level: levels[problem.level],
			message: { text: unlinked(problem.message) },
			locations: [{ physicalLocation: { artifactLocation: locate(path), region } }],
		};
	});
}

/** In SARIF even plain text has links, as Markdown writes them. */
function unlinked(message: string): string {
	return message.includes("](") ? message.replaceAll("[", "\\[") : message;
}

/** Relative to the folder the check ran in, which code scanning takes as the root of the sources; what is on another disk of Windows is not. */
function locate(path: string): { readonly uri: string; readonly uriBaseId?: string } {
	const uri = uriPath(path);
	const drive = process.platform === "win32" && /^([a-z])%3A(\/.*)/i.exec(uri);
	return drive ? { uri: `file:///${drive[1]}:${drive[2]}` } : { uri, uriBaseId: "%SRCROOT%" };
}

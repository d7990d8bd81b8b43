/** `swml explain` and `swml rules`: the rules in words. Never here: a word about a single rule; rules speak for themselves. */
import { rules } from "../core/rules/index.ts";
import { rulePage } from "../core/rules/page.ts";
import type { Rule } from "../core/rules/rule.ts";
import { type Complaint, unknownRule } from "./options.ts";

/** What a rule reports, why, and examples. */
export function explain(id: string): string | Complaint {
	const rule = rules.find((each) => each.id === id);
	if (!rule) return unknownRule(id);
	return `${[
		`${rule.id} (${rule.level})`,
		wrap(rule.says, ""),
		`Why\n${wrap(rule.why, "  ")}`,
		...(rule.prevents ? [`At run time\n  ${rule.prevents}`] : []),
		examples("Wrong", rule.bad),
		examples("Right", rule.good),
		`Set its severity\n  --rule ${rule.id}=off on the command line, or in .swmlrc.yaml:\n\n    rules:\n      ${rule.id}: off`,
		...(rule.bad.length > 0 && rule.id !== "syntax" ? [`Silence it on one line of YAML, from the line above\n\n    # swml-ignore ${rule.id}`] : []),
		`More\n  ${rulePage(rule.id)}`,
	].join("\n\n")}\n`;
}

/** Every rule with its severity, one a line. */
export function listRules(): string {
	const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
	const ids = Math.max(...sorted.map((rule) => rule.id.length));
	const row = ({ id, level, says }: Rule) => `${id.padEnd(ids)}  ${level.padEnd(7)}  ${says}\n`;
	return sorted.map(row).join("");
}

function examples(title: string, texts: readonly string[]): string {
	return [
		title,
		...texts.map((text) =>
			text
				.replace(/^\n/, "")
				.trimEnd()
				.replace(/^(?=.)/gm, "    "),
		),
	].join("\n\n");
}

function wrap(text: string, indent: string): string {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/)) {
		if (line && indent.length + line.length + 1 + word.length > 100) {
			lines.push(line);
			line = word;
		} else line = line ? `${line} ${word}` : word;
	}
	return [...lines, line].map((each) => indent + each).join("\n");
}

/** `--format github`: workflow commands, which GitHub Actions turns into annotations. */
import type { Level } from "../core/rules/rule.ts";
import { printable } from "./printable.ts";
import { type Checked, placesIn } from "./report.ts";

const commands: { readonly [level in Level]: string } = { error: "error", warning: "warning", info: "notice", hint: "notice" };

export function asGithub(files: readonly Checked[]): string {
	return files
		.flatMap(({ path, text, problems }) => {
			const place = placesIn(text);
			return problems.map((problem) => {
				const { line, column, endLine, endColumn } = place(problem);
				// GitHub takes columns only where the problem is on one line.
				const columns = line === endLine ? { col: column, endLine, endColumn } : { endLine };
				const properties = Object.entries({ file: path, line, ...columns, title: problem.rule });
				return `::${commands[problem.level]} ${properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",")}::${data(problem.message)}\n`;
			});
		})
		.join("");
}

function data(text: string): string {
	return printable(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** `--format json`: one array, one object a problem. */
import { jsonOf } from "./printable.ts";
import { type Checked, isFixable, placesIn } from "./report.ts";

export function asJson(files: readonly Checked[]): string {
	const rows = files.flatMap(({ path, text, problems }) => {
		const place = placesIn(text);
		return problems.map((problem) => ({
			file: path,
			...place(problem),
			severity: problem.level,
			rule: problem.rule,
			message: problem.message,
			fixable: isFixable(problem),
		}));
	});
	return rows.length === 0 ? "[]\n" : `[\n${rows.map((row) => `  ${jsonOf(row)}`).join(",\n")}\n]\n`;
}

/** `--format text`: for people, with the source and a mark under what is wrong. */
import type { Level, Problem } from "../core/rules/rule.ts";
import { framesOf } from "./frame.ts";
import type { Colour, Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import { type Checked, isFixable, placesIn } from "./report.ts";

const colours: { readonly [level in Level]: Colour } = { error: "red", warning: "yellow", info: "blue", hint: "cyan" };
const levels: readonly Level[] = ["error", "warning", "info", "hint"];

/** How much of it is shown. */
export interface Shown {
	readonly hints: boolean;
	/** Errors only, and nothing where there are none. */
	readonly quiet: boolean;
	/** How many fixes `--fix` applied. */
	readonly fixed: number;
}

export function asText(files: readonly Checked[], shown: Shown, paint: Paint): string {
	const blocks = files.flatMap((file) => {
		const draw = drawIn(file, paint);
		return file.problems.filter((problem) => shown.hints || problem.level !== "hint").map(draw);
	});
	const last = summary(files, shown);
	return [...blocks, ...(last ? [`${last}\n`] : [])].join("\n");
}

function drawIn({ path, text }: Checked, paint: Paint): (problem: Problem) => string {
	const place = placesIn(text);
	const frame = framesOf(text, paint);
	return (problem) => {
		const { line, column } = place(problem);
		const colour = colours[problem.level];
		const [fix] = problem.fixes;
		const rows = [
			`${paint("bold", `${printable(path)}:${line}:${column}`)}: ${paint(colour, problem.level)}: ${printable(problem.message)} ${paint("dim", `[${problem.rule}]`)}`,
			...frame(problem.span, (mark) => paint(colour, mark)),
			...(fix ? [`  ${paint("green", "fix:")} ${printable(fix.title)}`] : []),
		];
		return `${rows.join("\n")}\n`;
	};
}

/** "2 errors, 1 warning in 4 files; 3 can be fixed with --fix". Empty where there is nothing to say. */
function summary(files: readonly Checked[], { hints, quiet, fixed }: Shown): string {
	if (files.length === 0) return "";
	const problems = files.flatMap((file) => file.problems);
	if (quiet && problems.length === 0) return "";
	const counts = levels.flatMap((level) => {
		const count = problems.filter((problem) => problem.level === level).length;
		return count > 0 ? [counted(count, level)] : [];
	});
	const fixable = problems.filter(isFixable).length;
	return [
		...(fixed > 0 ? [`${counted(fixed, "problem")} fixed`] : []),
		`${counts.join(", ") || "no problems"} in ${counted(files.length, "file")}`,
		...(fixable > 0 ? [`${fixable} can be fixed with --fix`] : []),
		...(!hints && problems.some((problem) => problem.level === "hint") ? ["--hints lists hints"] : []),
	].join("; ");
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 || word === "info" ? "" : "s"}`;
}

/** The same document in layouts that people use: braces and indentation, quotes of both kinds, comments, tabs. Never here: an expectation. */
import type { Format } from "../server/core/syntax/node.ts";
import { type Printable, printValue } from "../server/core/syntax/print.ts";

/** A document as text; the choices decide about its layout, one after the other and round again. */
export function laidOut(value: Printable, format: Format, choices: readonly number[]): string {
	let at = 0;
	const choose = <T>(...from: readonly T[]): T => from[(choices[at++ % choices.length] ?? 0) % from.length] as T;
	if (format === "json") return `${JSON.stringify(value, null, choose<string | number>("\t", 0, 2, 4))}\n`;
	let comments = 0;
	const comment = () => `# note ${++comments}`;
	const scalar = (each: Printable, indent: string, inBraces: boolean): string => {
		if (typeof each !== "string") return String(each);
		const plain = printValue(each, { format, style: inBraces ? "flow" : "block", indent: "", unit: "  " });
		const block = inBraces || each.trim() !== each || each === "" ? plain : `|-\n${indent}  ${each}`;
		return choose(plain, plain, JSON.stringify(each), `'${each.replaceAll("'", "''")}'`, block);
	};
	const inBraces = (each: Printable): string => {
		if (Array.isArray(each)) return `[${each.map(inBraces).join(", ")}]`;
		if (isMap(each))
			return `{${Object.entries(each)
				.map(([key, inner]) => ` ${scalar(key, "", true)}: ${inBraces(inner)}`)
				.join(",")} }`;
		return scalar(each, "", true);
	};
	/** What follows a colon or a dash, to the end of the line; `indent` is that of the key or behind the dash. */
	const below = (each: Printable, indent: string, unit: string, behindDash: boolean): string => {
		const entries = isMap(each) ? Object.entries(each) : [];
		const isList = Array.isArray(each) && each.length > 0;
		if ((entries.length === 0 && !isList) || (indent.length > 6 && choose(true, false, false))) {
			const printed = isMap(each) || Array.isArray(each) ? inBraces(each) : scalar(each, indent.slice(0, behindDash ? -2 : undefined), false);
			return ` ${printed}${printed.includes("\n") ? "" : choose("", "", ` ${comment()}`)}\n`;
		}
		const inner = behindDash ? indent : indent + unit;
		const lines = isList
			? (each as readonly Printable[]).map((item) => `-${below(item, `${inner}  `, unit, true)}`)
			: entries.map(([key, item]) => `${printValue(key, { format, style: "block", indent: "", unit })}:${below(item, inner, unit, false)}`);
		const all = lines.map((line, index) => `${index === 0 && behindDash ? "" : `${choose("", "", `${inner}${comment()}\n`)}${inner}`}${line}`).join("");
		return behindDash ? ` ${all}` : `${choose("", "", ` ${comment()}`)}\n${all}`;
	};
	const unit = choose("  ", "    ");
	return isMap(value)
		? Object.entries(value)
				.map(([key, each]) => `${key}:${below(each, "", unit, false)}`)
				.join("")
		: "";
}

function isMap(value: Printable): value is { readonly [key: string]: Printable } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

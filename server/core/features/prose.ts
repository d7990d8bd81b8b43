/** What hovers and completion lists say about methods, params and values. One short line first; markdown, or plain text for clients without it. */
import { quote } from "../base/quote.ts";
import { docsUrl } from "../language/lookup.ts";
import type { Form, MapType, Method, Param, Type, Value, Variable } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import { defaultOf, dependencesOf, describe, isUnpublished, listed, provenanceOf, shown, sourceOf } from "../model/describe.ts";
import { dataOf, type Format, keyText } from "../syntax/node.ts";
import { parse } from "../syntax/parse.ts";
import { type Printable, printValue } from "../syntax/print.ts";
import { exampleStep, shortExample } from "./short-example.ts";

/** Every step completed lists all methods; descriptions never change, so each is put into words once. */
const written: { readonly [format in Format]: WeakMap<Form, string> } = { json: new WeakMap(), yaml: new WeakMap() };

/** A method: what it does, its params as a table, what it sets, an example in the syntax of the document, its page. */
export function methodProse(method: Method, form: Form, format: Format): string {
	let prose = written[format].get(form);
	if (prose === undefined) {
		prose = writeMethodProse(method, form, format);
		written[format].set(form, prose);
	}
	return prose;
}

function writeMethodProse(method: Method, form: Form, format: Format): string {
	const url = docsUrl(form);
	return [
		`**\`${method.name}\`** — ${form.summary}${url ? ` [Reference](${url})` : ""}`,
		stateOf(form),
		paramTable(method.name, form),
		form.sets && variables(form.sets),
		form.note,
		`\`\`\`${format}\n${shortExample(method.name, form, format)}\n\`\`\``,
	]
		.filter(Boolean)
		.join("\n\n");
}

/** The variables that a method sets: with their meanings where they are few. */
function variables(sets: readonly Variable[]): string {
	const names = sets.map(({ name }) => `\`${name}\``);
	if (sets.length > 3) return `Sets ${listed(names, "and")}.`;
	const lines = sets.map(({ name, summary, values = [] }, index) => {
		const again = sets.slice(0, index).some((each) => each.values?.join() === values.join());
		const oneOf = again ? [] : values.map((value) => `\`${value}\``);
		return `- \`${name}\`${summary ? ` — ${summary}` : ""}${oneOf.length > 0 ? ` One of ${listed(oneOf, "or")}.` : ""}`;
	});
	return `Sets:\n\n${lines.join("\n")}`;
}

/** What a method's standing is: deprecated, experimental, undocumented. Markdown. */
export function stateOf({ replacedBy, experimental, undocumented }: Form): string {
	return [
		replacedBy && `_Deprecated._ Use \`${replacedBy}\` instead.`,
		experimental && "_Experimental_, says the platform's own list.",
		undocumented && `_Undocumented:_ ${undocumented}.`,
	]
		.filter(Boolean)
		.join(" ");
}

/** A form's example in either syntax. */
export function exampleOf(form: Form, format: Format): string {
	const yaml = form.example.trim();
	if (format === "yaml") return yaml;
	const { root } = parse(yaml, "yaml");
	return root ? printValue(dataOf(root) as Printable, { format: "json", style: "block", indent: "", unit: "  " }) : yaml;
}

/** More rows than this are more than anybody reads in a hover. */
const mostRows = 10;

/** Params one to a row: required ones first, then those of the example, which matter most; nothing where there are none. */
function paramTable(name: string, form: Form): string {
	const maps = alternatives([form.type]).filter((each): each is MapType => each.kind === "map");
	const params = [...new Map(maps.flatMap((each) => each.params.map((param) => [param.name, param] as const))).values()].filter(
		(param) => !param.unlisted && !param.unexplained && !param.deprecated,
	);
	if (params.length === 0) return "";
	const { value } = exampleStep(name, form);
	const usual = value?.kind === "map" ? value.entries.map(({ key }) => keyText(key)) : [];
	const chosen = maps.flatMap((each) => (each.choices ?? []).flatMap((choice) => (choice.required ? choice.of : [])));
	const place = (param: Param) => (param.required ? 0 : chosen.includes(param.name) ? 1 : usual.includes(param.name) ? 2 : param.tier === "engine" ? 4 : 3);
	const ordered = [...params].sort((a, b) => place(a) - place(b));
	const rows = ordered.slice(0, mostRows).map((param) => `| \`${param.name}\`${param.required ? " (required)" : ""} | ${cell(inShort(param))} |`);
	const more = ordered.length > rows.length ? `\n\n… and ${ordered.length - rows.length} more.` : "";
	return `| Parameter | Meaning |\n|---|---|\n${rows.join("\n")}${more}`;
}

/** The first sentence of what a param means, and its default. */
function inShort(param: Param): string {
	const [sentence = ""] = /^.*?[.:](?= [A-Z`]|$)/.exec(param.summary.replaceAll("\n", " ")) ?? [param.summary];
	const standard = param.default === undefined ? undefined : defaultOf(param);
	return `${sentence.replace(/:$/, ".")}${standard ? ` Default: ${standard}.` : ""}`;
}

function cell(text: string): string {
	return text.replaceAll("|", "\\|");
}

/** A param: what it means, what it may be, its default, what to know beside. */
export function paramProse(param: Param, inside?: string): string {
	const parts = [`**\`${param.name}\`**${inside ? ` of ${quote(inside)}` : ""} — ${param.summary}`];
	const facts = [
		param.required ? "Required." : undefined,
		`Takes ${describe(param.type)}.`,
		defaultOf(param) ? `Default: ${defaultOf(param)}.` : undefined,
		alsoTaken(param.type),
		...dependencesOf(param),
	].filter((each) => each !== undefined);
	parts.push(facts.join(" "));
	const values = valuesOf(param.type);
	if (values.some((value) => value.summary))
		parts.push(values.map((value) => `- ${writtenAs(value, param.type)}${value.summary ? ` — ${value.summary}` : ""}`).join("\n"));
	if (param.deprecated) parts.push(`_Deprecated._ ${param.deprecated}`);
	if (param.note) parts.push(param.note);
	if (param.disputed) parts.push(`_Sources disagree._ ${param.disputed}`);
	const provenance = provenanceOf(param);
	if (provenance.length > 0) parts.push(`_${provenance.join(" ")}_`);
	return parts.join("\n\n");
}

/** The kinds of value that another source than the reference adds, as a sentence. */
function alsoTaken(type: Type): string | undefined {
	const all = alternatives([type]);
	const more = all.filter(isUnpublished);
	return more.length > 0 && more.length < all.length ? `The platform also takes ${describe(...more)}.` : undefined;
}

/** One value or word of a param; `type` is the list that it is a word of. */
export function valueProse(value: Value, owner: string, type?: Type): string {
	const source = sourceOf(value.tier);
	return `**${writtenAs(value, type)}**${value.summary ? ` — ${value.summary}` : ""}\n\nA value of ${quote(owner)}.${source ? `\n\n_Source: ${source}._` : ""}`;
}

/** A value with the quotes that it needs; a word of a list has none of its own. */
function writtenAs(value: Value, type: Type | undefined): string {
	return type && alternatives([type]).some((each) => each.kind === "text" && each.words?.of.includes(value)) ? `\`${value.value}\`` : shown(value);
}

/** One known name among keys of the author's choosing. */
export function keyProse(key: Value, owner: string | undefined): string {
	return `**\`${key.value}\`**${owner ? ` in ${quote(owner)}` : ""}${key.summary ? ` — ${key.summary}` : ""}`;
}

/** The values that are known of a type: allowed, suggested, words. */
export function valuesOf(type: Type): readonly Value[] {
	return alternatives([type]).flatMap((each) => {
		if (each.kind === "number") return each.also ?? [];
		if (each.kind !== "text") return [];
		return each.values ?? each.words?.of ?? [];
	});
}

/** A block of code, the line below a table's head, code, a link, and the marks of bold and slanted text, in this order. */
const markup =
	/^```\w*\n([\s\S]*?)\n```$|^\|[-|\s]+\|$\n?|(?<!`)(`{1,9})( ?)(.+?)\3\2(?!`)|\[([^[\]]+)\]\(([^()]+)\)|\*\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\\(?=\|)/gm;

/** Markdown as it reads without markup; what is code stays as it is. */
export function plain(markdown: string): string {
	return markdown.replace(markup, (_, block?: string, _fence?: string, _pad?: string, code?: string, label?: string, target?: string) =>
		label === undefined ? (block ?? code ?? "") : `${plain(label)}: ${target}`,
	);
}

/** The objects on one page of the reference, each with a table of its params; what is deeper than a page lies behind a link. */

import type { MapType, Param } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";
import { defaultOf, dependencesOf, describe, listed } from "../../server/core/model/describe.ts";
import { hasFacts, mapsOf, type Part } from "./parts.ts";
import { cell, choiceSentence, code, knownValues, type Linker, meaning, typePhrase } from "./words.ts";

interface Facts {
	/** Makes headings unique where a page has two flavours. */
	readonly suffix: string;
	/** The heading of a section: `##`. */
	readonly level: string;
	readonly parts: ReadonlyMap<MapType, Part>;
	/** The page this is for: its own part is written out. */
	readonly page: string;
}

interface Section {
	readonly heading: string;
	/** What a link to it says after the `#`. */
	readonly anchor: string;
	readonly types: readonly MapType[];
	readonly summary?: string;
	/** Where a nested object stands below the page's own: `prompt.contexts`. */
	readonly path: string;
}

/** The tables of some objects and of all that are nested in them, and where on the page each is. */
export function objectsBelow(types: readonly MapType[], facts: Facts): { readonly text: string; readonly link: Linker } {
	const sections: Section[] = [];
	const placed = new Map<MapType, Section>();
	const place = (maps: readonly MapType[], path: string, summary?: string): void => {
		const shown = maps.filter(hasFacts);
		const [first] = shown;
		if (!first || placed.has(first) || (path !== "" && isElsewhere(first, facts))) return;
		const heading = `${path === "" ? "Parameters" : path}${facts.suffix}`;
		const before = sections.filter((each) => slug(each.heading) === slug(heading)).length;
		const anchor = before > 0 ? `${slug(heading)}-${before}` : slug(heading);
		const section: Section = { heading, anchor, types: shown, path, ...(summary ? { summary } : {}) };
		sections.push(section);
		for (const type of shown) placed.set(type, section);
		for (const type of shown) {
			for (const param of type.params) if (!isHidden(param)) place(mapsOf(param.type), path === "" ? param.name : `${path}.${param.name}`, param.summary);
			if (type.rest) place(mapsOf(type.rest), path === "" ? "each entry" : `${path}, each entry`);
		}
	};
	place(types, "");
	const link: Linker = (maps) => {
		const first = maps.find(hasFacts);
		if (!first) return undefined;
		const part = isElsewhere(first, facts);
		if (part) return `${part.page}.md`;
		const section = placed.get(first);
		return section && `#${section.anchor}`;
	};
	return { text: sections.map((section) => sectionText(section, facts.level, link)).join("\n\n"), link };
}

/** The page of a part that is not this one. */
function isElsewhere(type: MapType, facts: Facts): Part | undefined {
	const part = facts.parts.get(type);
	return part && part.page !== facts.page ? part : undefined;
}

/** The anchor that GitHub gives a heading; one that it has given before gets a number. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\w\- ]/g, "")
		.replaceAll(" ", "-");
}

function sectionText(section: Section, level: string, link: Linker): string {
	const { types, heading, summary, path } = section;
	const head = path === "" ? `${level} ${heading}` : `${level}# ${heading}`;
	const kinds = merge(types);
	const names = kinds.map((each) => each.type.name ?? "object");
	const distinct = new Set(names).size === names.length;
	const titled = (each: Kind, index: number) =>
		`**${index + 1}. ${distinct ? capital(names[index] ?? "") : `With ${each.oneOf.length > 0 ? listed(each.oneOf.map(code), "or") : listed(required(each.type).map(code), "and")}`}**`;
	const bodies = kinds.map((each, index) => objectText(each, link, kinds.length > 1 ? titled(each, index) : undefined));
	return [head, ...(path !== "" && summary ? [summary] : []), ...(kinds.length > 1 ? ["One of these objects:"] : []), ...bodies].filter(Boolean).join("\n\n");
}

/** A kind of object, or several that differ only in what has to be there. */
interface Kind {
	readonly type: MapType;
	/** At least one of these params is needed. */
	readonly oneOf: readonly string[];
}

/** Objects that have the same params but for one are one kind. */
function merge(types: readonly MapType[]): readonly Kind[] {
	const kinds: Kind[] = [];
	for (const type of types) {
		const index = kinds.findIndex((each) => covers(each.type, type) || covers(type, each.type));
		const kind = kinds[index];
		if (!kind) kinds.push({ type, oneOf: [] });
		else {
			const larger = covers(kind.type, type) ? kind.type : type;
			const always = required(kind.type).filter((name) => required(type).includes(name));
			const params = larger.params.map((param) => (always.includes(param.name) ? param : optional(param)));
			const sometimes = [...kind.oneOf, ...required(kind.type), ...required(type)].filter((name) => !always.includes(name));
			kinds[index] = { type: { ...larger, params }, oneOf: [...new Set(sometimes)] };
		}
	}
	return kinds;
}

/** Whether an object has all the params of another, with values of the same types, and no more than one besides. */
function covers(type: MapType, other: MapType): boolean {
	const [mine, its] = [shownOf(type), shownOf(other)];
	return (
		!type.rest && its.length > 1 && mine.length - its.length <= 1 && its.every((param) => mine.some((each) => each.name === param.name && isAlike(each, param)))
	);
}

function isAlike(one: Param, other: Param): boolean {
	return one.type === other.type || JSON.stringify(one.type) === JSON.stringify(other.type);
}

function optional(param: Param): Param {
	const { required: _, ...rest } = param;
	return rest;
}

function required(type: MapType): readonly string[] {
	return type.params.filter((param) => param.required).map((param) => param.name);
}

function shownOf(type: MapType): readonly Param[] {
	return type.params.filter((param) => !isHidden(param));
}

/** Not in the tables: what is only accepted, and what no source explains. */
function isHidden({ unlisted, unexplained, type }: Param): boolean {
	return unlisted === true || (unexplained === true && mapsOf(type).length === 0);
}

function objectText({ type, oneOf }: Kind, link: Linker, title: string | undefined): string {
	const shown = shownOf(type);
	const ordered = [
		...shown.filter((param) => param.required),
		...shown.filter((param) => !param.required && !param.deprecated),
		...shown.filter((param) => !param.required && param.deprecated),
	];
	const parts = [
		title,
		ordered.length > 0 && table(ordered, link),
		...(type.choices ?? []).map(choiceSentence),
		oneOf.length > 0 && `At least one of ${listed(oneOf.map(code), "and")} is needed.`,
		restText(type, link),
		...ordered.map(details),
		unexplainedText(type),
		unlistedText(type),
	];
	return parts.filter(Boolean).join("\n\n");
}

function table(params: readonly Param[], link: Linker): string {
	const rows = params.map(
		(param) =>
			`| ${code(param.name)} | ${cell(typePhrase(param.type, link))} | ${param.required ? "**required**" : cell(defaultOf(param) ?? "")} | ${meaning(param)} |`,
	);
	return `| Name | Type | Default | Meaning |\n|---|---|---|---|\n${rows.join("\n")}`;
}

/** Keys of the author's choosing. */
function restText(type: MapType, link: Linker): string {
	if (!type.rest) return "";
	const value = typePhrase(type.rest, link);
	const any = value === "any value" ? "any value" : `a value that is: ${value}`;
	const keys = type.params.length > 0 ? "Every other key is of your own choosing, with" : "The keys are of your own choosing, each with";
	const known = (type.restKeys ?? []).filter((each) => each.summary);
	const few =
		known.length > 0 && known.length <= 24
			? `\n\nSome keys have a meaning:\n\n${known.map((each) => `- ${code(each.value)}: ${each.summary}`).join("\n")}`
			: "";
	return `${keys} ${any}.${few}`;
}

/** What a row has no room for. */
function details(param: Param): string {
	const values = knownValues(param).filter((each) => each.summary ?? each.tier);
	const open = alternatives([param.type]).some((type) => type.kind === "text" && !type.values && !type.words) || isOpen(param);
	const lines = [
		[...(param.note?.includes("\n") ? [] : [param.note]), ...dependencesOf(param)].filter(Boolean).join(" "),
		param.note?.includes("\n") && param.note,
		param.disputed && `_Sources disagree._ ${param.disputed}`,
		param.absent && "The platform's newest list does not have it.",
		param.unsure,
		values.length > 1 &&
			`${open ? "Known values" : "Values"}:\n\n${values.map((each) => `- ${code(String(each.value))}${each.tier === "engine" ? " _(platform)_" : ""}${each.summary ? `: ${each.summary}` : ""}`).join("\n")}`,
	].filter(Boolean);
	return lines.length > 0 ? `**${code(param.name)}** · ${lines.join("\n\n")}` : "";
}

function isOpen(param: Param): boolean {
	return alternatives([param.type]).some((type) => (type.kind === "text" && (type.open || type.words?.open)) || type.kind === "number");
}

function unexplainedText(type: MapType): string {
	const params = type.params.filter((param) => param.unexplained && isHidden(param));
	if (params.length === 0) return "";
	const byKind = new Map<string, string[]>();
	for (const { name, type: kind } of params) byKind.set(describe(kind), [...(byKind.get(describe(kind)) ?? []), code(name)]);
	const lines = [...byKind].map(([kind, names]) => `${kind}: ${names.join(", ")}`);
	return `Also accepted by the platform, as its own list has it; no source explains what they do:\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function unlistedText(type: MapType): string {
	const names = type.params.filter((param) => param.unlisted).map((param) => code(param.name));
	if (names.length === 0) return "";
	if (names.length > 20) return `${names.length} other keys are accepted as well and not checked, such as ${listed(names.slice(0, 3), "and")}.`;
	return `Also accepted, though the published reference has no such parameter: ${names.join(", ")}.`;
}

function capital(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

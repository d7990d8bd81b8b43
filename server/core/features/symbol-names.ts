/** How a step or an object is called in the outline: by what the description says of its params, never by a method's name. */
import type { Span } from "../base/span.ts";
import type { Form, MapType, NameKind, Param } from "../language/type.ts";
import { alternatives } from "../model/alternatives.ts";
import type { Bound } from "../model/bind.ts";
import { keyText } from "../syntax/node.ts";

/** `name: label`, or the name alone. */
export function spoken(name: string, label: string | undefined): string {
	return label === undefined || label.trim() === "" ? name : `${name}: ${label}`;
}

/** What a step was called with, in short: the value of the param that says most. */
export function labelOf(value: Bound, form?: Form): string | undefined {
	const { node } = value;
	if (node.kind === "alias") return node.name.startsWith("!") ? node.name : `*${node.name}`;
	if (node.kind === "scalar") return textOf(value);
	if (node.kind === "list") return listLabel(value);
	const type = mapOf(value);
	if (!type) return undefined;
	if (type.params.length === 0 && type.restDefines) return node.entries.map((entry) => keyText(entry.key)).join(", ");
	for (const param of telling(type, form)) {
		const child = value.below.find((each) => each.param === param);
		const label = child && labelOf(child);
		if (label !== undefined && label.trim() !== "") return label;
	}
	return undefined;
}

/** The name that an object introduces, and the value that holds it. */
export function nameOf(bound: Bound): { readonly text: string; readonly kind: NameKind; readonly bound: Bound } | undefined {
	for (const child of bound.below) {
		const kind = child.param && definesName(child.param);
		if (kind && child.node.kind === "scalar" && child.node.value !== null) return { text: String(child.node.value), kind, bound: child };
	}
	return undefined;
}

/** What to call an object that introduces no name: `key: value` of the param that says most. */
export function titled(bound: Bound): { readonly text: string; readonly span: Span } | undefined {
	const type = mapOf(bound);
	if (!type) return undefined;
	for (const param of telling(type)) {
		const child = bound.below.find((each) => each.param === param);
		if (!child?.entry || child.node.kind !== "scalar" || child.node.value === null) continue;
		const text = textOf(child) ?? "";
		return { text: param.titles && text.trim() !== "" ? text : spoken(param.name, text), span: child.entry.key.span };
	}
	return undefined;
}

/** Where a name stands. */
export function nameSpan({ node, entry }: Bound): Span {
	return node.span.start < node.span.end ? node.span : (entry?.key.span ?? node.span);
}

function mapOf(bound: Bound): MapType | undefined {
	const [type] = bound.types;
	return type?.kind === "map" ? type : undefined;
}

/** The params that may speak for an object, the best first: the one its short form stands for, its title, the name it introduces, what it must have. */
function telling(type: MapType, form?: Form): readonly Param[] {
	const { shorthand } = form ?? {};
	const short = [shorthand?.param, shorthand?.list];
	const chosen = type.choices?.filter((choice) => choice.required).flatMap((choice) => choice.of) ?? [];
	const ranks: readonly ((param: Param) => boolean)[] = [
		(param) => short.includes(param.name),
		(param) => param.titles === true,
		(param) => definesName(param) !== undefined,
		(param) => param.required === true,
		(param) => chosen.includes(param.name),
	];
	const speaking = type.params.filter((param) => param.deprecated === undefined && speaks(param));
	return [...new Set(ranks.flatMap((rank) => speaking.filter(rank)))];
}

/** Whether a value can say what something is about; steps and bare switches cannot. */
function speaks({ type }: Param): boolean {
	return alternatives([type]).some((each) => each.kind === "text" || each.kind === "map" || each.kind === "list" || each.kind === "number");
}

function definesName({ type }: Param): NameKind | undefined {
	const [first] = alternatives([type]);
	return first?.kind === "text" ? first.defines : undefined;
}

function listLabel(list: Bound): string | undefined {
	const [first] = list.below;
	if (!first || list.stepsType || first.stepsType) return undefined;
	const label = labelOf(first);
	return label !== undefined && list.below.length > 1 && !label.endsWith("…") ? `${label}, …` : label;
}

/** A value as it is said, without what only says how. */
function textOf({ node, types }: Bound): string | undefined {
	if (node.kind !== "scalar" || node.value === null) return undefined;
	const text = String(node.value);
	const [type] = types;
	const lead = type?.kind === "text" ? type.lead : undefined;
	return lead !== undefined && text.startsWith(lead) ? text.slice(lead.length).trimStart() : text;
}

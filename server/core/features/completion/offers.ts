/** What may be written at a place, as completion items in LSP's shape. */
import type { CompletionItem, MarkupContent, Range } from "vscode-languageserver-types";
import { linesOf } from "../../base/lines.ts";
import type { Document } from "../../document.ts";
import { formats } from "../../language/formats.ts";
import { methodNamed, methodsOf } from "../../language/lookup.ts";
import { type Blank, openingSteps, type Shape, shapes, type Template } from "../../language/shapes.ts";
import type { Flavour, Form, MapType, Method, Param, Type, Value } from "../../language/type.ts";
import { alternatives, type Concrete } from "../../model/alternatives.ts";
import { misfitOf } from "../../model/bind.ts";
import { defaultOf, shortType } from "../../model/describe.ts";
import { neededIn, startingValue } from "../../rules/find.ts";
import { afterColon, Hole, type Layout, type Printable, printKey, printText, printValue } from "../../syntax/print.ts";
import { methodProse, paramProse, plain, valueProse } from "../prose.ts";
import type { Place, Slot } from "./place.ts";

/** What the client can show. */
export interface Client {
	readonly snippets: boolean;
	readonly markdown: boolean;
}

/** LSP's numbers for the kinds of items, by what they stand for here. */
const kinds = { method: 3, param: 10, value: 20, snippet: 15 } as const;
const deprecatedTag = 1;
const snippetFormat = 2;

/** What is offered, before it takes LSP's shape. */
interface Offer {
	readonly label: string;
	readonly kind: keyof typeof kinds;
	/** The text put in: with a layout that makes tab stops, or as it is. */
	readonly print: (layout: Layout) => string;
	readonly detail?: string;
	readonly prose?: string;
	readonly deprecated?: boolean;
	/** Lower comes first. */
	readonly rank: number;
}

/** The items for a place, best first. */
export function offersAt(document: Document, place: Place, client: Client): readonly CompletionItem[] {
	const lines = linesOf(document.text);
	const range = { start: lines.position(place.slot.span.start), end: lines.position(place.slot.span.end) };
	const typed = document.text.slice(place.slot.span.start, place.slot.span.end);
	const seen = new Set<string>();
	return offers(document, place).flatMap((offer, index) => {
		if (seen.has(offer.label)) return [];
		seen.add(offer.label);
		return [item(offer, index, place.slot, range, typed, client)];
	});
}

function item(offer: Offer, index: number, slot: Slot, range: Range, typed: string, client: Client): CompletionItem {
	const stops = { next: 1 };
	const layout: Layout = client.snippets ? { ...slot.layout, stops } : slot.layout;
	const printed = `${slot.before}${offer.print(layout)}${slot.after}`;
	const usesStops = stops.next > 1;
	const newText = client.snippets && !usesStops ? `${slot.before}${offer.print(slot.layout)}${slot.after}` : printed;
	const quote = slot.coversQuote ? (/^["']/.exec(typed)?.[0] ?? "") : "";
	return {
		label: offer.label,
		kind: kinds[offer.kind],
		sortText: `${offer.rank}${String(index).padStart(4, "0")}`,
		filterText: quote ? `${quote}${offer.label}${quote}` : offer.label,
		textEdit: { range, newText },
		...(usesStops ? { insertTextFormat: snippetFormat } : {}),
		...(offer.detail ? { detail: offer.detail } : {}),
		...(offer.prose ? { documentation: documentation(offer.prose, client) } : {}),
		...(offer.deprecated ? { tags: [deprecatedTag] } : {}),
	};
}

function documentation(prose: string, client: Client): string | MarkupContent {
	return client.markdown ? { kind: "markdown", value: prose } : plain(prose);
}

function offers(document: Document, place: Place): readonly Offer[] {
	switch (place.kind) {
		case "key":
			return keyOffers(place.maps, place.written, place.slot, document.binding().flavour);
		case "step":
			return stepOffers(document, place.steps.only, place.slot);
		case "value":
			return valueOffers(place.types, place.param, place.slot);
		case "word":
			return wordOffers(place);
	}
}

// --- Keys

function keyOffers(maps: readonly MapType[], written: ReadonlySet<string>, slot: Slot, flavour: Flavour): readonly Offer[] {
	const excluded = new Set(
		maps.flatMap((map) => (map.choices ?? []).filter((choice) => choice.of.some((name) => written.has(name))).flatMap((choice) => choice.of)),
	);
	const own = maps.flatMap((map) => map.params).find((param) => param.name === slot.name)?.type;
	const params = maps
		.flatMap((map) => map.params)
		.filter((param) => !param.unlisted && !written.has(param.name) && !excluded.has(param.name) && suits(slot, param.type, flavour, own));
	const keys = maps.flatMap((map) => (map.restKeys ?? []).map((key) => ({ key, type: map.rest }))).filter(({ key }) => !written.has(String(key.value)));
	return [...params.map((param) => paramOffer(param, slot)), ...keys.map(({ key, type }) => keyOffer(key, type, slot))].sort((a, b) => a.rank - b.rank);
}

/** Whether the value that is there already would do for another name; under a name that is still being typed it may have a few mistakes. */
function suits(slot: Slot, type: Type, flavour: Flavour, own: Type | undefined): boolean {
	const { value } = slot;
	if (!value || (value.kind === "scalar" && value.value === null)) return true;
	const misfit = misfitOf(value, type, flavour);
	if (own) return type === own || misfit.all === 0;
	return misfit.own <= (value.kind === "map" ? Math.floor(value.entries.length / 2) : 0);
}

function paramOffer(param: Param, slot: Slot): Offer {
	const standard = defaultOf(param);
	return {
		label: param.name,
		kind: "param",
		detail: `${shortType(param.type)}${param.required ? ", required" : standard ? `, default ${standard.replaceAll("`", "")}` : ""}`,
		prose: paramProse(param),
		print: (layout) => entryText(param.name, holesFor(param), slot, layout),
		rank: param.deprecated ? 9 : param.required ? 1 : 3,
		...(param.deprecated ? { deprecated: true } : {}),
	};
}

function keyOffer(key: Value, type: Type | undefined, slot: Slot): Offer {
	const name = String(key.value);
	return {
		label: name,
		kind: "param",
		print: (layout) => entryText(name, type ? startHoles(type, name) : new Hole(""), slot, layout),
		rank: 5,
		...(key.summary ? { prose: key.summary } : {}),
	};
}

/** `key: value`, or only the key where its colon is there already. */
function entryText(key: string, value: Printable, slot: Slot, layout: Layout): string {
	return slot.value ? printKey(key, layout) : `${printKey(key, layout)}:${afterColon(value, layout)}`;
}

// --- Values to start from, with tab stops

function holesFor(param: Param): Printable {
	return startHoles(param.type, param.name, param);
}

function startHoles(type: Type, name: string, param?: Param): Printable {
	const first = alternatives([type])[0];
	switch (first?.kind) {
		case "text": {
			const closed = first.values && !first.open ? first.values.filter((value) => !value.deprecated).map((value) => value.value) : [];
			const standard = param?.default;
			if (closed.length > 1 && closed.length <= 12) return new Hole(closed[0] ?? "", closed);
			if (closed[0] !== undefined) return new Hole(closed[0]);
			if (typeof standard === "string" && standard !== "") return new Hole(standard);
			const start = param ? startingValue(param) : name;
			return new Hole(typeof start === "string" ? start : name);
		}
		case "boolean":
			return param?.default === true ? new Hole(false, [false, true]) : new Hole(true, [true, false]);
		case "number": {
			const start = param ? startingValue(param) : (first.min ?? 1);
			return new Hole(typeof start === "number" ? start : 1);
		}
		case "list": {
			const inner = alternatives([first.items])[0];
			return inner?.kind === "text" || inner?.kind === "map" || inner?.kind === "number" ? [startHoles(first.items, name)] : [];
		}
		case "map":
			return requiredHoles(first);
		case "steps":
			return openingSteps.map(withHoles);
		case "any":
			return new Hole("value");
		default:
			return new Hole("");
	}
}

function requiredHoles(map: MapType): Printable {
	return Object.fromEntries(neededIn(map).map((param) => [param.name, holesFor(param)]));
}

// --- Steps

function stepOffers(document: Document, only: readonly string[] | undefined, slot: Slot): readonly Offer[] {
	const { flavour } = document.binding();
	const own = slot.name === undefined ? undefined : methodNamed(slot.name)?.forms[flavour]?.type;
	const methods = methodsOf(flavour)
		.filter((method) => !only || only.includes(method.name))
		.flatMap((method) => {
			const form = method.forms[flavour];
			return form && suits(slot, form.type, flavour, own) ? methodOffers(method, form, document, slot) : [];
		});
	return [...methods, ...shapeOffers(document, only, slot, flavour)];
}

function stepText(entry: string, slot: Slot): string {
	return slot.braces ? `{ ${entry} }` : entry;
}

/** Steps that are often written together, where a whole new item of a list is written. */
function shapeOffers(document: Document, only: readonly string[] | undefined, slot: Slot, flavour: Flavour): readonly Offer[] {
	const inBlock = slot.layout.format === "yaml" && slot.layout.style === "block";
	if (only || slot.value || !(slot.braces || inBlock)) return [];
	return shapes
		.filter((shape) => shape.flavour === flavour)
		.map((shape) => ({
			label: shape.name,
			kind: "snippet",
			detail: firstSentence(shape.summary),
			prose: `${shape.summary}\n\n\`\`\`${document.format}\n${printSteps(shape, { ...slot.layout, indent: inBlock ? "  " : "", style: "block" }, inBlock)}\n\`\`\``,
			print: (layout) => printSteps(shape, layout, inBlock).slice(inBlock ? 2 : 0),
			rank: 6,
		}));
}

/** A shape's steps as items of a list, the first where the cursor is. */
function printSteps(shape: Shape, layout: Layout, inBlock: boolean): string {
	const steps = shape.steps.map((step) => printValue(withHoles(step), layout));
	return inBlock ? steps.map((step) => `- ${step}`).join(`\n${layout.indent.slice(2)}`) : steps.join(`,\n${layout.indent}`);
}

function withHoles(template: Template): Printable {
	if (Array.isArray(template)) return template.map(withHoles);
	if (typeof template !== "object" || template === null) return template as Printable;
	if (isBlank(template)) return new Hole(template.blank);
	return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, withHoles(value)]));
}

function isBlank(template: Template): template is Blank {
	return typeof template === "object" && template !== null && "blank" in template;
}

function methodOffers(method: Method, form: Form, document: Document, slot: Slot): readonly Offer[] {
	const prose = methodProse(method, form, document.format);
	const map = alternatives([form.type]).find((each) => each.kind === "map");
	const value: Printable = map ? requiredHoles(map) : startHoles(form.type, method.name);
	const rank = form.undocumented ? 9 : 3;
	const detail = firstSentence(form.summary);
	const offer: Offer = {
		label: method.name,
		kind: "method",
		detail,
		prose,
		rank,
		print: (layout) => stepText(entryText(method.name, value, slot, layout), slot),
	};
	const { shorthand } = form;
	const param = map?.params.find((each) => each.name === shorthand?.param);
	if (shorthand?.style !== "simpler" || !param || slot.value) return [offer];
	const short: Offer = {
		...offer,
		label: `${method.name}: ${param.name}`,
		rank: 4,
		print: (layout) => stepText(entryText(method.name, holesFor(param), slot, layout), slot),
	};
	return [offer, short];
}

function firstSentence(markdown: string): string {
	return plain(/^.*?\.(?=\s|$)/.exec(markdown)?.[0] ?? markdown);
}

// --- Values

function valueOffers(types: readonly Concrete[], param: Param | undefined, slot: Slot): readonly Offer[] {
	const found = types.flatMap((type): readonly Offer[] => {
		switch (type.kind) {
			case "text":
				return (type.values ?? (type.format === undefined ? undefined : formats[type.format]?.offers) ?? []).map((value) => valueOffer(value, param, slot));
			case "boolean":
				return slot.inQuotes ? [] : [true, false].map((value) => valueOffer({ value }, param, slot));
			case "number": {
				const numbers: readonly Value[] = [
					...(typeof param?.default === "number" ? [{ value: param.default, summary: "The default." }] : []),
					...(type.also ?? []),
				];
				return slot.inQuotes ? [] : numbers.map((value) => valueOffer(value, param, slot));
			}
			default:
				return [];
		}
	});
	return found.sort((a, b) => a.rank - b.rank);
}

function valueOffer(value: Value, param: Param | undefined, slot: Slot): Offer {
	const isDefault = param?.default === value.value;
	return {
		label: String(value.value),
		kind: "value",
		...(isDefault ? { detail: "default" } : {}),
		...(value.summary ? { prose: valueProse(value, param?.name ?? "this list") } : {}),
		print: (layout) => (slot.inQuotes ? quotedInside(String(value.value), layout) : printValue(value.value, layout)),
		rank: value.deprecated ? 9 : 3,
		...(value.deprecated ? { deprecated: true } : {}),
	};
}

/** A text as it stands between double quotes. */
function quotedInside(value: string, layout: Layout): string {
	return printText(value, layout, "double").slice(1, -1);
}

function wordOffers(place: Extract<Place, { kind: "word" }>): readonly Offer[] {
	const list = place.type.words;
	if (!list) return [];
	const others = new Set(place.others);
	return list.of
		.filter((word) => !others.has(String(word.value)))
		.map((word) => ({
			label: String(word.value),
			kind: "value",
			...(word.summary ? { detail: word.summary } : {}),
			print: (layout) => (place.slot.inQuotes ? String(word.value) : printValue(word.value, layout)),
			rank: 3,
		}));
}

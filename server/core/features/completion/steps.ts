/** Steps: methods with what they need, and shapes. */
import type { Document } from "../../document.ts";
import { methodNamed, methodsOf } from "../../language/lookup.ts";
import { documentOf, type Shape, shapes, smallDocument, type Template } from "../../language/shapes.ts";
import type { Flavour, Form, Method } from "../../language/type.ts";
import { mostUsedFirst } from "../../language/use.ts";
import { alternatives } from "../../model/alternatives.ts";
import { neededIn } from "../../rules/find.ts";
import type { Layout } from "../../syntax/layout.ts";
import { type Printable, printValue } from "../../syntax/print.ts";
import { methodProse } from "../prose.ts";
import { holesFor, objectHoles, startHoles, withHoles } from "./holes.ts";
import { entryText, suits } from "./keys.ts";
import type { Offer } from "./offer.ts";
import type { Slot } from "./place.ts";

/** Every method of the flavour that may stand here, and steps that are often written together. */
export function stepOffers(document: Document, only: readonly string[] | undefined, slot: Slot): readonly Offer[] {
	const { flavour } = document.binding();
	const own = slot.name === undefined ? undefined : methodNamed(slot.name)?.forms[flavour]?.type;
	const methods = mostUsedFirst(methodsOf(flavour))
		.filter((method) => !only || only.includes(method.name))
		.flatMap((method) => {
			const form = method.forms[flavour];
			return form && suits(slot, form.type, flavour, own) ? methodOffers(method, form, document, flavour, slot) : [];
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
			detail: "several steps",
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

/** Whole documents, where nothing is written yet. */
export function documentOffers({ format, text }: Document): readonly Offer[] {
	const offer = (label: string, summary: string, template: Template, rank: number): Offer => {
		const print = (layout: Layout) => `${format === "yaml" && !/^#\s*swml\b/m.test(text) ? "# swml\n" : ""}${printValue(withHoles(template), layout)}`;
		const shown = print({ format, style: "block", indent: "", unit: "  " });
		return { label, kind: "snippet", detail: "whole document", prose: `${summary}\n\n\`\`\`${format}\n${shown}\n\`\`\``, print, rank };
	};
	return [
		offer("document", "A call that is answered and greeted.", smallDocument(), 5),
		...shapes.map((shape) => offer(shape.name, shape.summary, documentOf(shape), 6)),
	];
}

function methodOffers(method: Method, form: Form, document: Document, flavour: Flavour, slot: Slot): readonly Offer[] {
	const prose = methodProse(method, form, document.format);
	const map = alternatives([form.type]).find((each) => each.kind === "map");
	const value: Printable = map ? objectHoles(map, flavour) : startHoles(form.type, method.name, flavour);
	// Without a param of its own, what it takes is the author's.
	const opens = map?.params.length === 0 && map.rest !== undefined;
	const rank = form.undocumented ? 9 : 3;
	const needed = map ? neededIn(map).map((param) => param.name) : [];
	const offer: Offer = {
		label: method.name,
		kind: "method",
		...(needed.length > 0 ? { detail: `needs ${needed.join(", ")}` } : {}),
		prose,
		rank,
		print: (layout) => stepText(entryText(method.name, value, opens, slot, layout), slot),
	};
	const { shorthand } = form;
	const param = map?.params.find((each) => each.name === shorthand?.param);
	if (shorthand?.style !== "simpler" || !param || slot.value) return [offer];
	const short: Offer = {
		...offer,
		label: `${method.name}: ${param.name}`,
		detail: "short form",
		rank: 4,
		print: (layout) => stepText(entryText(method.name, holesFor(param, flavour), false, slot, layout), slot),
	};
	return [offer, short];
}

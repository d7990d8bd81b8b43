/** Which of several objects was meant, by what is written of it. */
import { nearest } from "../base/nearest.ts";
import { keyText, type MapNode, type Node } from "../syntax/node.ts";
import { type Expected, fixedValue, type Known, type Shape } from "./expected.ts";
import { isDynamic } from "./expression.ts";

/** The shapes that fit best what was written, best first: by fixed values, then by unknown keys, then by missing ones. */
export function narrow({ shapes, telling }: Expected, node: MapNode): readonly Shape[] {
	if (shapes.length < 2) return shapes;
	const slips = node.entries.filter(({ key }) => shapes.every((shape) => !shape.params.has(keyText(key)) && !shape.rest)).map(({ key }) => keyText(key));
	const scored = shapes.map((shape) => ({ shape, score: misfit(shape, node, telling) - (slips.length > 0 ? nearMisses(shape, slips) : 0) }));
	// Nothing written yet that any of them knows: all are open.
	if (!node.entries.some((entry) => shapes.some((shape) => shape.params.has(keyText(entry.key)))))
		return scored.sort((a, b) => a.score - b.score).map((each) => each.shape);
	const least = Math.min(...scored.map((each) => each.score));
	return scored.filter((each) => each.score === least).map((each) => each.shape);
}

/** `telling` are the keys whose values tell the alternatives apart: not to know one is as bad as to want another value. */
function misfit(shape: Shape, node: MapNode, telling: ReadonlySet<string>): number {
	// An object without params stands for an empty one.
	let score = shape.params.size === 0 && !shape.rest && node.entries.length > 0 ? 1000 : 0;
	for (const entry of node.entries) {
		const key = keyText(entry.key);
		const known = shape.params.get(key);
		if (!known) score += telling.has(key) ? 10_100 : shape.rest ? 1 : meantIn(shape, key) ? 50 : 100;
		else if (contradicts(known, entry.value)) score += 10_000;
	}
	for (const { name, aka } of shape.required) {
		if (!node.entries.some((entry) => keyText(entry.key) === name || aka?.includes(keyText(entry.key)))) score += 10;
	}
	return score;
}

/** What keys that no shape knows count for in a shape that has a param they are a slip of. */
function nearMisses({ params }: Shape, slips: readonly string[]): number {
	return slips.filter((key) => nearest(key, params.keys()) !== undefined).length * 60;
}

/** Whether people mean one of a shape's params when they write this key. */
function meantIn({ type }: Shape, key: string): boolean {
	return type.params.some((param) => param.aka?.includes(key));
}

/** Whether a param with one fixed value is written with another. */
function contradicts({ param }: Known, value: Node): boolean {
	const fixed = fixedValue(param);
	if (fixed === undefined || value.kind !== "scalar" || value.value === null) return false;
	return value.value !== fixed.value && !(typeof value.value === "string" && isDynamic(value.value));
}

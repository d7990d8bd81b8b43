/** What is said of an object by what is and what is not written in it: what is missing, has no effect, is old, or is no name. */
import { formats } from "../language/formats.ts";
import type { MapType, Param } from "../language/type.ts";
import { type Entry, keyText, type MapNode } from "../syntax/node.ts";
import type { Bound } from "./bind.ts";
import { repeatsDefault, unmetNeed, unmetRequirement } from "./effect.ts";
import type { Shape } from "./expected.ts";
import { isDynamic } from "./expression.ts";
import { lacksOf } from "./ignored.ts";
import type { Mismatch } from "./mismatch.ts";
import { hasParam } from "./step.ts";

const nothing: readonly never[] = [];

/** What can be said of a param by itself, whatever its value is worth: one thing, where it is both old and needless. */
export function remark(bound: Bound, entry: Entry, param: Param, report: Mismatch[]): void {
	if (param.deprecated) report.push({ kind: "deprecated-key", bound, entry, param });
	else if (repeatsDefault(param, bound.node, bound.parent?.node)) report.push({ kind: "default", bound, entry, param });
}

/** The params that have no effect beside the others, and those that ask for another one. */
export function checkDependence(bound: Bound, node: MapNode, type: MapType, report: Mismatch[]): void {
	for (const child of bound.below) {
		const { param, entry } = child;
		if (!param || !entry) continue;
		const need = unmetNeed(param, node, type);
		if (need) report.push({ kind: "no-effect", bound: child, entry, param, need });
		const lacking = unmetRequirement(param, node, child.node);
		const params = type.params.filter((each) => !each.unlisted && lacking?.params.includes(each.name));
		if (lacking) report.push({ kind: "missing-key", bound, params, type, because: lacking.because, ...(lacking.level ? { level: lacking.level } : {}) });
	}
}

/** What is missing in an object, and what may not stand beside each other. */
export function checkPresence(bound: Bound, node: MapNode | undefined, shape: Shape, report: Mismatch[]): void {
	const { type, required } = shape;
	const entriesOf = node?.entries ?? nothing;
	for (const param of required) if (!hasParam(entriesOf, param)) report.push({ kind: "missing-key", bound, params: [param], type });
	const lacks = type.ignoredWithout ? lacksOf(bound, entriesOf, type) : nothing;
	if (lacks.length > 0) report.push({ kind: "ignored", bound, lacks, type });
	if (!type.choices) return;
	for (const choice of type.choices) {
		const entries = entriesOf.filter((entry) => typeof entry.key.value === "string" && choice.of.includes(entry.key.value));
		if (entries.length > 1 && !choice.several && new Set(entries.map((entry) => entry.key.value)).size > 1)
			report.push({ kind: "conflict", bound, entries, choice });
		if (entries.length === 0 && choice.required && !shape.forIgnored?.has(choice.of[0] ?? "")) {
			report.push({ kind: "missing-key", bound, params: type.params.filter((param) => choice.of.includes(param.name)), type });
		}
	}
}

/** A key of the author's own that is no name, or none of the form that it must have. */
export function checkKey(bound: Bound, entry: Entry, { restFormat, restNamed }: MapType, report: Mismatch[]): void {
	if (restFormat === undefined && !restNamed) return;
	const key = keyText(entry.key);
	if (restNamed && key.trim() === "") report.push({ kind: "blank-key", bound, entry });
	const problem = restFormat === undefined || isDynamic(key) ? undefined : formats[restFormat]?.check(key);
	if (problem) report.push({ kind: "key-format", bound, entry, problem });
}

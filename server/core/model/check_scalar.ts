/** Whether one scalar fits one of the types it may have, and if not, the one thing that is wrong with it. */
import { isStandIn } from "../base/stand_in.ts";
import { formats } from "../language/formats.ts";
import type { Json, NumberType, TextType, Type } from "../language/type.ts";
import type { ScalarNode } from "../syntax/node.ts";
import type { Concrete } from "./alternatives.ts";
import type { Bound } from "./bind.ts";
import type { Expected } from "./expected.ts";
import { isDynamic } from "./expression.ts";
import type { Mismatch } from "./mismatch.ts";
import { wordsAreGood } from "./words.ts";

/** Reports at most one mismatch: the one of the type that comes nearest. */
export function checkScalar(bound: Bound, node: ScalarNode, { all: expected, open }: Expected, report: Mismatch[]): void {
	if (open) return;
	const { value } = node;
	const tooLong = typeof value === "string" ? lengthOf(value, expected) : undefined;
	if (tooLong) {
		report.push({ kind: "too-long", bound, ...tooLong });
		return;
	}
	if (typeof value === "string" && isDynamic(value)) {
		// Where an object belongs, a text like `key: value` is one that quotes have swallowed, whatever placeholders it holds.
		const swallowed = expected.every((type) => type.kind === "map") && /^[^\s:]+(?::[^\s:]+)*:\s+\S/.test(value);
		if (swallowed) report.push({ kind: "wrong-kind", bound, expected });
		return;
	}
	if (bound.param?.default !== undefined && value === bound.param.default) return;
	let nearest: Mismatch | undefined;
	for (const type of expected) {
		const found = compare(bound, node, type);
		if (found === undefined) return;
		if (found !== "other" && (nearest === undefined || weight(found) < weight(nearest))) nearest = found;
	}
	// Only a format says of a word that is filled in later that it is one.
	if (typeof value === "string" && nearest?.kind !== "format" && isStandIn(value)) return;
	report.push(nearest ?? { kind: "wrong-kind", bound, expected });
}

/** How many bytes of UTF-8 a text has. */
export function bytesOf(value: string): number {
	let bytes = 0;
	for (const char of value) {
		const code = char.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}

/** The length of a text that is longer than all of these allow, whatever a placeholder will bring. */
function lengthOf(value: string, expected: readonly Concrete[]): { readonly bytes: number; readonly max: number } | undefined {
	const max = Math.max(...expected.map((type) => (type.kind === "text" ? (type.maxBytes ?? Infinity) : 0)));
	if (value.length * 3 <= max) return undefined;
	const bytes = bytesOf(value);
	return bytes > max && max > 0 ? { bytes, max } : undefined;
}

/** How far off a mismatch is; a value that is merely untidy comes before one that is wrong. */
function weight(mismatch: Mismatch): number {
	if (mismatch.kind === "elsewhere") return 0;
	if (mismatch.kind === "coerced") return mismatch.strict ? 1 : 0;
	if (mismatch.kind === "format" || mismatch.kind === "words") return 2;
	return 3;
}

/** Undefined: it fits. "other": it is something else altogether. */
function compare(bound: Bound, node: ScalarNode, type: Concrete): Mismatch | "other" | undefined {
	const { value } = node;
	switch (type.kind) {
		case "text":
			return typeof value === "string" ? compareText(bound, node, value, type) : "other";
		case "number":
			return compareNumber(bound, value, type);
		case "boolean":
			if (typeof value === "boolean" || (typeof value === "number" && type.reads?.includes("numbers"))) return undefined;
			return compareBoolean(bound, value, type, type.strict === true);
		case "null":
			return value === null ? undefined : "other";
		default:
			return "other";
	}
}

/** Whether a text is one of those a type takes; what is merely untidy about it does not count. */
export function takesText(type: TextType, value: string): boolean {
	if (value.trim() === "") return false;
	if (type.values && !type.open && !type.values.some((each) => each.value === value)) return false;
	const problem = type.format === undefined ? undefined : formats[type.format]?.check(value);
	return wordsAreGood(value, type) && (problem === undefined || problem.level === "hint");
}

function compareText(bound: Bound, node: ScalarNode, value: string, type: TextType): Mismatch | undefined {
	if (value.trim() === "") return type.notBlank || type.values || type.words || type.format ? { kind: "blank", bound } : undefined;
	if (type.values && !type.open && !type.values.some((each) => each.value === value)) return { kind: "not-a-value", bound, node, type };
	if (!wordsAreGood(value, type)) return { kind: "words", bound, node, type };
	const problem = type.format === undefined ? undefined : formats[type.format]?.check(value);
	return problem && { kind: "format", bound, node, problem, type };
}

function compareNumber(bound: Bound, value: ScalarNode["value"], type: NumberType): Mismatch | "other" | undefined {
	if (typeof value === "number") return compareRange(bound, value, type);
	if (typeof value !== "string" || !/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value)) return "other";
	const number = Number(value);
	const inRange = compareRange(bound, number, type);
	return inRange ?? { kind: "coerced", bound, to: number, type, strict: type.strict === true };
}

function compareRange(bound: Bound, value: number, type: NumberType): Mismatch | undefined {
	if (type.also?.some((each) => each.value === value)) return undefined;
	if (type.whole && !Number.isInteger(value) && !type.reads?.includes("numbers")) return { kind: "not-whole", bound, value, type };
	if (
		(type.min !== undefined && value < type.min) ||
		(type.above !== undefined && value <= type.above) ||
		(type.max !== undefined && value > type.max) ||
		Number.isNaN(value)
	)
		return { kind: "out-of-range", bound, value, type };
	if (type.elsewhere && !isWithin(value, type.elsewhere)) return { kind: "elsewhere", bound, value, says: type.elsewhere.says };
	return undefined;
}

/** Whether a number lies in a range. */
export function isWithin(value: number, { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number }): boolean {
	return value >= min && value <= max;
}

const truths: ReadonlyMap<Json, boolean> = new Map<Json, boolean>([
	["true", true],
	["yes", true],
	["on", true],
	["y", true],
	["1", true],
	[1, true],
	["false", false],
	["no", false],
	["off", false],
	["n", false],
	["0", false],
	[0, false],
]);

function compareBoolean(bound: Bound, value: string | number | null, type: Type, strict: boolean): Mismatch | "other" {
	const to = truths.get(typeof value === "string" ? value.trim().toLowerCase() : value);
	return to === undefined ? "other" : { kind: "coerced", bound, to, type, strict };
}

/** Keeps what several places share under `definitions`, and puts what only one place uses right there. */
import type { Flavour, Json } from "../../server/core/language/type.ts";
import type { Schema } from "./scalars.ts";
import type { Definitions } from "./types.ts";

interface Definition {
	readonly name: string;
	schema: Schema;
}

/** Definitions that can be completed to a whole schema. */
export interface Gathering extends Definitions {
	/** The root with the definitions it needs. */
	readonly complete: (root: Schema, more: { readonly [name: string]: Schema }) => Schema;
}

/** An empty set of definitions. */
export function gatherDefinitions(): Gathering {
	const made = new Map<object, Map<string, Definition>>();
	const byName = new Map<string, Definition>();
	return {
		refer(of, flavour, variant, name, make) {
			const variants = made.get(of) ?? new Map<string, Definition>();
			made.set(of, variants);
			const key = `${flavour} ${variant}`;
			let definition = variants.get(key);
			if (!definition) {
				definition = { name: freeName(name, flavour, byName), schema: {} };
				variants.set(key, definition);
				byName.set(definition.name, definition);
				definition.schema = make();
			}
			return { $ref: `#/definitions/${definition.name}` };
		},
		complete(root, more) {
			const all = new Map([...byName].map(([name, definition]) => [name, definition.schema]));
			for (const [name, schema] of Object.entries(more)) all.set(name, schema);
			const uses = countUses([root, ...all.values()]);
			const inline = (name: string) => !name.includes(".") && !(name in more) && (uses.get(name) === 1 || isSmall(all.get(name)));
			const written = (schema: Schema) => tidy(inlined(schema, all, inline));
			const kept = [...all].filter(([name]) => !inline(name)).sort(([a], [b]) => (a < b ? -1 : 1));
			return { ...object(written(root)), definitions: Object.fromEntries(kept.map(([name, schema]) => [name, written(schema)])) };
		},
	};
}

/** `SWAIG function` → `SWAIGFunction`; a name that is taken gets a number. Definitions of messages say so. */
function freeName(name: string, flavour: Flavour, taken: ReadonlyMap<string, unknown>): string {
	const plain = name.replace(/[^\w.]+(\w)/g, (_, letter: string) => letter.toUpperCase());
	const base = plain.includes(".") || flavour === "calling" ? plain : `messaging${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
	let free = base;
	for (let number = 2; taken.has(free); number++) free = `${base}${number}`;
	return free;
}

/** Not worth a name of its own. */
function isSmall(schema: Schema | undefined): boolean {
	const text = JSON.stringify(schema);
	return text.length < 150 && !text.includes("$ref");
}

function countUses(schemas: readonly Schema[]): ReadonlyMap<string, number> {
	const uses = new Map<string, number>();
	const visit = (value: Json): void => {
		if (isList(value)) for (const each of value) visit(each);
		else if (isObject(value)) {
			const name = referredTo(value);
			if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
			for (const each of Object.values(value)) visit(each);
		}
	};
	for (const schema of schemas) visit(schema);
	return uses;
}

/** The same schema with references to what is used once replaced by what they refer to. */
function inlined(value: Json, all: ReadonlyMap<string, Schema>, inline: (name: string) => boolean): Json {
	if (isList(value)) return value.map((each) => inlined(each, all, inline));
	if (!isObject(value)) return value;
	const name = referredTo(value);
	if (name !== undefined) {
		const found = all.get(name);
		if (!found) throw new Error(`No definition ${name}.`);
		return inline(name) ? inlined(found, all, inline) : value;
	}
	let whole: Schema = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inlined(each, all, inline)]));
	// An object's shape joins the place it stands in, as long as they do not say the same thing twice.
	const { allOf, ...rest } = whole;
	if (isList(allOf) && isList(value.allOf)) {
		const apart: Json[] = [];
		let joined: Schema = rest;
		value.allOf.forEach((original, index) => {
			const part = allOf[index] ?? null;
			const fits =
				isObject(original) && referredTo(original) !== undefined && isObject(part) && Object.keys(part).every((key) => key === "allOf" || !(key in joined));
			if (!fits || !isObject(part) || referredTo(part) !== undefined) {
				apart.push(part);
				return;
			}
			const { allOf: more, ...keys } = part;
			joined = { ...joined, ...keys };
			if (isList(more)) apart.push(...more);
		});
		whole = apart.length > 0 ? { ...joined, allOf: apart } : joined;
	}
	return whole;
}

/** A message of our own about a wrong kind would also be shown for an unknown key: there only texts keep it, and the rest is left to the editor. */
function tidy(value: Json): Json {
	if (isList(value)) return value.map(tidy);
	if (!isObject(value)) return value;
	const { errorMessage, ...rest } = value;
	const whole =
		errorMessage === undefined || !("type" in value) || !("additionalProperties" in value)
			? value
			: "pattern" in value
				? { patternErrorMessage: errorMessage, ...rest }
				: rest;
	return Object.fromEntries(Object.entries(whole).map(([key, each]) => [key, tidy(each)]));
}

/** The name of the definition that a schema refers to and no more. */
function referredTo(schema: Schema): string | undefined {
	const { $ref } = schema;
	return typeof $ref === "string" && Object.keys(schema).length === 1 ? $ref.replace("#/definitions/", "") : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

function isObject(value: Json): value is Schema {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

function object(value: Json): Schema {
	return isObject(value) ? value : {};
}

/** What a SWAIG function takes: the part of JSON Schema in which its arguments are described. */
import {
	anyMap,
	anything,
	boolean,
	integer,
	lazy,
	list,
	map,
	mapOf,
	meaning,
	number,
	oneOf,
	optional,
	required,
	suggested,
	text,
	type Unnamed,
	union,
} from "../build.ts";
import type { MapType, Mark, Type } from "../type.ts";

/** Any one property. Each kind of property has keys of its own. */
const schema: Type = lazy(() => schemaType);
const schemas = list(schema);

const description = optional(text(), "What the value is and how to write it. The model reads this when it fills the argument in.", { aka: ["desc"] });
const nullable = optional(boolean(), "Whether the value may also be `null`.");
const propertyNames = list(text());

/**
 * Keywords of JSON Schema that the reference leaves out. They pass through to the model. Only an object has `required`, as a list of names:
 * what people write as `required: true` on a property.
 */
const keywords: readonly string[] = [
	"title",
	"default",
	"examples",
	"example",
	"deprecated",
	"readOnly",
	"writeOnly",
	"nullable",
	"enum",
	"const",
	"format",
	"pattern",
	"minLength",
	"maxLength",
	"contentEncoding",
	"contentMediaType",
	"minimum",
	"maximum",
	"exclusiveMinimum",
	"exclusiveMaximum",
	"multipleOf",
	"minItems",
	"maxItems",
	"uniqueItems",
	"contains",
	"prefixItems",
	"minProperties",
	"maxProperties",
	"additionalProperties",
	"patternProperties",
	"dependentRequired",
	"oneOf",
	"anyOf",
	"allOf",
	"not",
	"if",
	"then",
	"else",
	"$schema",
	"$id",
	"$ref",
	"$defs",
	"definitions",
	"$comment",
];

/** The given keys, and beside them every other keyword as one that is accepted but not offered. */
function withKeywords(listed: { readonly [name: string]: Unnamed }): { readonly [name: string]: Unnamed } {
	const others = keywords.filter((keyword) => !(keyword in listed));
	return { ...listed, ...Object.fromEntries(others.map((keyword) => [keyword, optional(anything, "A keyword of JSON Schema.", { unlisted: true })])) };
}

/** The list of required properties stands beside the properties, not in one of them. */
export const marks: readonly Mark[] = [{ key: "required", to: "../../required" }];

function kind(type: string, summary: string): Unnamed {
	return required(oneOf({ [type]: summary }), "The kind of value.");
}

const textProperty = map(
	withKeywords({
		type: kind("string", "Text."),
		description,
		enum: optional(list(text()), "The only values that are allowed.", { aka: ["values", "options", "choices"] }),
		default: optional(text(), "The value that stands for a missing one."),
		format: optional(
			suggested({
				date_time: "A date with a time.",
				"date-time": "A date with a time, as JSON Schema spells it.",
				date: "A date without a time.",
				time: "A time of day.",
				duration: "A length of time.",
				email: "An e-mail address.",
				hostname: "The name of a host.",
				ipv4: "An IPv4 address.",
				ipv6: "An IPv6 address.",
				uri: "A URI.",
				uuid: "A UUID.",
			}),
			"The format that the text follows.",
			{ note: "The published schema spells the first one `date_time`, JSON Schema spells it `date-time`." },
		),
		pattern: optional(text({ format: "regex" }), "A regular expression that the text matches."),
		nullable,
	}),
	{ name: "string property", marks },
);

const integerProperty = map(
	withKeywords({
		type: kind("integer", "A number without a fraction."),
		description,
		enum: optional(list(integer()), "The only values that are allowed.", { aka: ["values", "options", "choices"] }),
		default: optional(integer(), "The value that stands for a missing one."),
		nullable,
	}),
	{ name: "integer property", marks },
);

const numberProperty = map(
	withKeywords({
		type: kind("number", "A number, whole or not."),
		description,
		enum: optional(list(number()), "The only values that are allowed.", { aka: ["values", "options", "choices"] }),
		default: optional(number(), "The value that stands for a missing one."),
		nullable,
	}),
	{ name: "number property", marks },
);

const booleanProperty = map(
	withKeywords({
		type: kind("boolean", "`true` or `false`."),
		description,
		default: optional(boolean(), "The value that stands for a missing one."),
		nullable,
	}),
	{ name: "boolean property", marks },
);

const arrayProperty = map(
	withKeywords({
		type: kind("array", "A list."),
		description,
		items: optional(union(schema, schemas), "What each entry of the list is.", {
			note: "The published schema takes one description for all entries. The reference's pages also show a list of them; `anyOf` inside one description says the same in both.",
		}),
		default: optional(list(anything), "The value that stands for a missing one."),
		nullable,
	}),
	// A choice of one, so that a list without it is still told from other kinds by its `type`.
	{ name: "array property", marks, choices: [{ of: ["items"], required: true }] },
);

const objectProperty = map(
	withKeywords({
		type: kind("object", "An object."),
		description,
		properties: optional(mapOf(schema, { name: "properties", restNamed: true }), "The object's own properties, each with its description."),
		required: optional(propertyNames, "The names of the properties that must be there."),
		default: optional(anyMap, "The value that stands for a missing one."),
		nullable,
	}),
	{ name: "object property", marks },
);

const nullProperty = map(
	withKeywords({
		type: kind("null", "Only `null`."),
		description: optional(text(), "What the absence of a value means.", { note: "The published schema asks for it here." }),
	}),
	{ name: "null property", marks },
);

const oneOfProperty = map(
	withKeywords({ oneOf: required(schemas, "Alternatives of which exactly one fits the value."), description: { ...description, unlisted: true } }),
	{ name: "oneOf property", marks },
);

const anyOfProperty = map(
	withKeywords({ anyOf: required(schemas, "Alternatives of which at least one fits the value."), description: { ...description, unlisted: true } }),
	{ name: "anyOf property", marks },
);

const allOfProperty = map(withKeywords({ allOf: required(schemas, "Descriptions that all fit the value."), description: { ...description, unlisted: true } }), {
	name: "allOf property",
	marks,
});

const constProperty = map(withKeywords({ const: required(anything, "The one value that is allowed."), description: { ...description, unlisted: true } }), {
	name: "const property",
	marks,
});

/** What is left when `type` is none of the kinds: here every kind is offered. */
const anyProperty = map(
	withKeywords({
		type: required(
			oneOf({
				string: meaning("Text.", "str", "text", "char", "varchar"),
				integer: meaning("A number without a fraction.", "int", "long", "int32", "int64"),
				number: meaning("A number, whole or not.", "float", "double", "decimal", "num"),
				boolean: meaning("`true` or `false`.", "bool"),
				array: meaning("A list.", "list", "arr", "tuple"),
				object: meaning("An object.", "dict", "map", "obj", "dictionary", "hash"),
				null: meaning("Only `null`.", "none", "nil"),
			}),
			"The kind of value.",
		),
		description,
		items: optional(anything, "What each entry of a list is."),
		properties: optional(anything, "The properties of an object."),
	}),
	{ name: "property", marks },
);

/** One property. The last alternative only counts where no other fits. */
const schemaType: Type = union(
	textProperty,
	integerProperty,
	numberProperty,
	booleanProperty,
	arrayProperty,
	objectProperty,
	nullProperty,
	oneOfProperty,
	anyOfProperty,
	allOfProperty,
	constProperty,
	anyProperty,
);

/** The object around the properties; `property` is what one of them may be. */
export function parametersOf(property: Type): { readonly [name: string]: Unnamed } {
	return {
		type: required(oneOf({ object: "The arguments come as one object." }), "Always `object`."),
		properties: required(mapOf(property, { name: "properties", restNamed: true }), "The arguments by name, each with its description."),
		required: optional(propertyNames, "The names of the arguments that the model must fill in."),
	};
}

const described: MapType = map(withKeywords({ ...parametersOf(schema), description: { ...description, unlisted: true } }), {
	name: "parameters",
	strays: "properties",
});

/** The arguments of a function. An empty object stands for none. */
export const functionParameters: Type = union(described, map({}, { name: "parameters" }));

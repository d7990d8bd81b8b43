/** The JSON Schema of SWML, made from the description. Why it is built this way stands in docs/schema.md. */
import { formOf, methodsOf } from "../server/core/language/lookup.ts";
import type { Flavour } from "../server/core/language/type.ts";
import { gatherDefinitions } from "./schema/definitions.ts";
import type { Schema } from "./schema/scalars.ts";
import { documentSchema } from "./schema/types.ts";

/** The schema of SWML documents, calls and messages alike. */
export function swmlSchema(): Schema {
	const definitions = gatherDefinitions();
	const root = {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "SWML",
		description: "A SWML document of SignalWire: a script for a phone call or for a message.",
		type: "object",
		if: handlesMessages(),
		then: documentSchema(definitions, "messaging"),
		else: documentSchema(definitions, "calling"),
	};
	return definitions.complete(root, { mentionsMessaging: mentionsMessaging() });
}

/** A document is for a message when it has a method that only messages have, and no section has one that only calls have. */
function handlesMessages(): Schema {
	return {
		type: "object",
		required: ["sections"],
		patternProperties: {
			"^sections$": {
				type: "object",
				additionalProperties: { not: namesOneOf(onlyIn("calling", "messaging")) },
				not: { additionalProperties: { not: { $ref: "#/definitions/mentionsMessaging" } } },
			},
		},
	};
}

/** A list with one of these methods, at any depth. */
function mentionsMessaging(): Schema {
	const itself: Schema = { $ref: "#/definitions/mentionsMessaging" };
	return {
		anyOf: [
			namesOneOf(onlyIn("messaging", "calling")),
			{ type: "array", contains: itself },
			{ type: "object", not: { additionalProperties: { not: itself } } },
		],
	};
}

/** A list of steps one of which is one of these methods. */
function namesOneOf(names: readonly string[]): Schema {
	return { type: "array", contains: { anyOf: [{ type: "object", not: { propertyNames: { not: { enum: names } } } }, { enum: names }] } };
}

function onlyIn(flavour: Flavour, other: Flavour): readonly string[] {
	return methodsOf(flavour)
		.filter((method) => !formOf(method, other))
		.map((method) => method.name);
}

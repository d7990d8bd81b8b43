/** The prose of the schema: what editors show when the pointer rests on a key. */

import { stateOf } from "../../server/core/features/prose.ts";
import { docsUrl } from "../../server/core/language/lookup.ts";
import type { Form, Param, Type } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";
import { defaultOf, describe, provenanceOf } from "../../server/core/model/describe.ts";
import { type Schema, withoutMarkup } from "./scalars.ts";

/** What is said of a method. */
export function methodProse(form: Form): Schema {
	const sets = form.sets?.map((each) => `\`${each.name}\``).join(", ");
	const url = docsUrl(form);
	return prose([form.summary, stateOf(form), form.note, sets && `Sets ${sets}.`, url && `[SignalWire's reference](${url})`]);
}

/** What is said of a param, with the facts that editors cannot read off the schema. */
export function paramProse(param: Param): Schema {
	const lastly = param.default === undefined || alternatives([param.type]).length > 1 ? defaultOf(param) : undefined;
	return {
		...prose([
			param.summary,
			param.deprecated && `_Deprecated._ ${param.deprecated}`,
			lastly && `Default: ${lastly}.`,
			apart(param.type),
			param.note,
			param.disputed && `_Sources disagree._ ${param.disputed}`,
			provenanceOf(param).join(" "),
		]),
		...(param.default === undefined ? {} : { default: param.default }),
		...(param.deprecated ? { deprecated: true, deprecationMessage: withoutMarkup(param.deprecated) } : {}),
		...(param.unlisted || param.unexplained ? { doNotSuggest: true } : {}),
	};
}

/** Numbers outside a range that mean something of their own. */
function apart(type: Type): string | undefined {
	const values = alternatives([type]).flatMap((each) => (each.kind === "number" ? (each.also ?? []) : []));
	return values.length > 0 ? values.map((each) => `- \`${each.value}\`${each.summary ? `: ${each.summary}` : ""}`).join("\n") : undefined;
}

function prose(parts: readonly (string | undefined)[]): Schema {
	const text = parts.filter((each) => each).join("\n\n");
	const [first] = parts;
	const plain = withoutMarkup(first ?? "");
	return plain === text ? { description: plain } : { description: plain, markdownDescription: text };
}

/** What is said of a value of the wrong kind. */
export function wrongKind(types: readonly Type[]): string {
	return `Must be ${describe(...types)}.`;
}

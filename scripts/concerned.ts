/** Which methods a rule is about, by what the description says of them. Never here: a method's name. */
import { methods } from "../server/core/language/methods/index.ts";
import { semanticGate } from "../server/core/language/shared/gates.ts";
import type { Form, Method, Type } from "../server/core/language/type.ts";
import { alternatives, type Concrete } from "../server/core/model/alternatives.ts";

const inForm: { readonly [rule: string]: (form: Form) => boolean } = {
	"bare-step": (form) => form.bare === true,
	"default-value": (form) => typesIn(form).some((type) => type.kind === "map" && type.params.some((param) => param.default !== undefined)),
	deprecated: (form) => form.replacedBy !== undefined || typesIn(form).some(isDeprecated),
	"embedded-document": (form) => typesIn(form).some((type) => type.kind === "text" && type.embeds !== undefined),
	"legacy-form": (form) => form.shorthand?.style === "legacy",
	"list-size": (form) => typesIn(form).some((type) => (type.kind === "list" || type.kind === "map") && (type.min ?? 0) > 0),
	"missing-parameter": (form) => alternatives([form.type]).some((type) => type.kind === "map" && type.params.some((param) => param.required)),
	"no-effect": (form) =>
		typesIn(form).some((type) => type.kind === "map" && (type.ignoredWithout !== undefined || type.params.some((param) => param.needs !== undefined))),
	"parameter-conflict": (form) => typesIn(form).some((type) => type.kind === "map" && type.choices?.some((choice) => !choice.several && choice.of.length > 1)),
	"semantic-gate": (form) => typesIn(form).includes(semanticGate),
	"simplified-form": (form) => form.shorthand?.style === "simpler",
	"undocumented-method": (form) => form.undocumented !== undefined,
	"unreachable-step": (form) => form.flow === "terminal",
	"word-list": (form) => typesIn(form).some((type) => type.kind === "text" && type.words !== undefined),
};

/** More names than this say no more than "most methods". */
const most = 24;

/** The methods that a rule can speak of, where they are some and not most. */
export function methodsConcernedBy(rule: string): readonly Method[] {
	const test = inForm[rule];
	const found = test ? methods.filter(({ forms }) => Object.values(forms).some((form) => form && test(form))) : [];
	return found.length <= most ? found : [];
}

function isDeprecated(type: Concrete): boolean {
	if (type.kind === "map") return type.params.some((param) => param.deprecated !== undefined);
	return type.kind === "text" && type.values?.some((value) => value.deprecated) === true;
}

const known = new WeakMap<Form, readonly Concrete[]>();

/** All types in a form, each once; steps inside it are other methods' business. */
function typesIn(form: Form): readonly Concrete[] {
	let found = known.get(form);
	if (!found) {
		const seen = new Set<Concrete>();
		collect(form.type, seen);
		found = [...seen];
		known.set(form, found);
	}
	return found;
}

function collect(from: Type, seen: Set<Concrete>): void {
	for (const type of alternatives([from])) {
		if (seen.has(type)) continue;
		seen.add(type);
		if (type.kind === "list") collect(type.items, seen);
		if (type.kind !== "map") continue;
		for (const param of type.params) collect(param.type, seen);
		if (type.rest) collect(type.rest, seen);
	}
}

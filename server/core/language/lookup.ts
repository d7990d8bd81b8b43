/** Finding things in the language by name. */
import { methods } from "./methods/index.ts";
import type { Flavour, Form, Method, Param } from "./type.ts";

const byName: ReadonlyMap<string, Method> = new Map(methods.map((method) => [method.name, method]));

/** A name people write for a method that is called otherwise → that method. */
const byOtherName: ReadonlyMap<string, Method> = new Map(methods.flatMap((method) => (method.aka ?? []).map((name) => [letters(name), method] as const)));

/** The method of this exact name. */
export function methodNamed(name: string): Method | undefined {
	return byName.get(name);
}

/** The method that is meant by a name people invent for it: `say` for `play`. */
export function methodMeant(name: string): Method | undefined {
	return byOtherName.get(letters(name));
}

/** A name as people spell it: `endCall`, `end_call`. */
function letters(name: string): string {
	return name.toLowerCase().replace(/[-_\s]/g, "");
}

/** What the text of such a name lacks at the beginning: `say: Hello` means `play: say:Hello`. */
export function prefixFor({ akaPrefix }: Pick<Method | Param, "akaPrefix">, name: string): string {
	return akaPrefix?.[name.toLowerCase()] ?? "";
}

const outcomes: ReadonlyMap<unknown, readonly string[]> = new Map(
	methods
		.flatMap(({ forms }) => [...(forms.messaging?.sets ?? []), ...(forms.calling?.sets ?? [])])
		.flatMap(({ name, values }) => (values ? [[name, values] as const] : [])),
);

/** The values that a variable of this name can have, where some method says so. */
export function valuesOfVariable(name: unknown): readonly string[] {
	return outcomes.get(name) ?? [];
}

/** A method as it is in this flavour. */
export function formOf(method: Method, flavour: Flavour): Form | undefined {
	return method.forms[flavour];
}

/** The methods of a flavour, in alphabetical order. */
export function methodsOf(flavour: Flavour): readonly Method[] {
	return methods.filter((method) => method.forms[flavour]);
}

/** A documentation page's address, from a form's `docs`. */
export function docsUrl(form: Form): string | undefined {
	return form.docs && `https://signalwire.com/docs/swml/reference/${form.docs}`;
}

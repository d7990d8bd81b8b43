/** The description of the language hangs together: examples are healthy, and every name that stands for a sibling, a format or a place is one. */
import { describe, expect, test } from "vitest";
import { documentType } from "../../server/core/language/document.ts";
import { formats } from "../../server/core/language/formats.ts";
import { methodNamed } from "../../server/core/language/lookup.ts";
import { methods } from "../../server/core/language/methods/index.ts";
import type { Flavour, Form, MapType, Type } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import { problemsOf, shown } from "../fixture.ts";
import { toJson } from "../twin.ts";

const flavours: readonly Flavour[] = ["calling", "messaging"];

/** Every form of every method: `calling/play`. */
const forms = methods.flatMap((method) =>
	flavours.flatMap((flavour) => {
		const form = method.forms[flavour];
		return form ? [{ name: `${flavour}/${method.name}`, method, form }] : [];
	}),
);

/** A type at its place, with the other types of that place, and those of the maps around it, nearest last. */
interface Place {
	readonly at: string;
	readonly type: Concrete;
	readonly beside: readonly Concrete[];
	readonly around: readonly (readonly Concrete[])[];
}

/** Every type of a form, each once. */
function placesOf(name: string, form: Form): readonly Place[] {
	const found: Place[] = [];
	const seen = new Set<Concrete>();
	const walk = (at: string, type: Type, around: Place["around"]): void => {
		const beside = alternatives([type]);
		for (const each of beside) {
			if (each === documentType || seen.has(each)) continue;
			seen.add(each);
			found.push({ at, type: each, beside, around });
			if (each.kind === "list") walk(`${at}[]`, each.items, around);
			if (each.kind !== "map") continue;
			for (const param of each.params) walk(`${at}.${param.name}`, param.type, [...around, beside]);
			if (each.rest) walk(`${at}.*`, each.rest, [...around, beside]);
		}
	};
	walk(name, form.type, []);
	return found;
}

const places = forms.flatMap(({ name, form }) => placesOf(name, form));
const maps = places.flatMap((place) => (place.type.kind === "map" ? [{ ...place, type: place.type }] : []));

function has(type: MapType, name: string): boolean {
	return type.params.some((param) => param.name === name);
}

describe("examples of methods", () => {
	test.each(forms.map(({ name, form }) => [name, form.example] as const))("%s", (_, example) => {
		const yaml = example.replace(/^\n/, "");
		for (const [format, text] of [["yaml", yaml] as const, ["json", toJson(yaml)] as const]) {
			const loud = problemsOf(text, format).filter((problem) => problem.level !== "hint");
			expect(shown(text, loud)).toEqual([]);
		}
	});

	test("each shows its method", () => {
		const without = forms.filter(({ method, form }) => !new RegExp(`^\\s*- ${method.name}(?::|$)`, "m").test(form.example));
		expect(without.map(({ name }) => name)).toEqual([]);
	});
});

describe("params", () => {
	test("each has a summary that is a sentence", () => {
		const poor = maps.flatMap(({ at, type }) =>
			type.params.filter((param) => !/^[\p{Lu}`\d].*[.?]$/su.test(param.summary)).map((param) => `${at}.${param.name}: ${param.summary}`),
		);
		expect(poor).toEqual([]);
	});

	test("no name stands twice in a map", () => {
		const twice = maps.flatMap(({ at, type }) =>
			type.params.filter((param, index) => type.params.findIndex((other) => other.name === param.name) !== index).map((param) => `${at}.${param.name}`),
		);
		expect(twice).toEqual([]);
	});

	test("needs, replacements and choices name siblings", () => {
		const lost = maps.flatMap(({ at, type }) => [
			...type.params.flatMap((param) =>
				[...(param.needs ?? []).map((need) => need.param), ...(param.replacedBy ? [param.replacedBy] : [])]
					.filter((name) => !has(type, name) || name === param.name)
					.map((name) => `${at}.${param.name} → ${name}`),
			),
			...(type.choices ?? []).flatMap((choice) => choice.of.filter((name) => !has(type, name)).map((name) => `${at} choice → ${name}`)),
		]);
		expect(lost).toEqual([]);
	});

	test("a need's values are ones that the sibling takes", () => {
		const strange = maps.flatMap(({ at, type }) =>
			type.params.flatMap((param) =>
				(param.needs ?? []).flatMap((need) => {
					const sibling = type.params.find((each) => each.name === need.param);
					const closed = alternatives(sibling ? [sibling.type] : []).flatMap((each) =>
						each.kind === "text" && each.values && !each.open ? [each.values] : [],
					);
					const texts = closed.flat().map((each) => each.value);
					return (need.is ?? [])
						.filter((value) => typeof value === "string" && texts.length > 0 && !texts.includes(value))
						.map((value) => `${at}.${param.name}: ${value}`);
				}),
			),
		);
		expect(strange).toEqual([]);
	});

	test("other names are neither those of siblings nor meant for two of them", () => {
		const clashes = maps.flatMap(({ at, type }) => {
			const owners = new Map<string, string>();
			return type.params.flatMap((param) =>
				(param.aka ?? []).flatMap((name) => {
					const owner = owners.get(name);
					owners.set(name, param.name);
					if (has(type, name)) return [`${at}.${param.name}: \`${name}\` is a param itself`];
					return owner ? [`${at}: \`${name}\` is ${owner} and ${param.name}`] : [];
				}),
			);
		});
		expect(clashes).toEqual([]);
	});

	test("misplaced keys are no params here, and lead to a place that exists", () => {
		const lost = maps.flatMap(({ at, type, beside, around }) =>
			(type.misplaced ?? []).flatMap(({ key, to }) => {
				if (has(type, key)) return [`${at}: \`${key}\` is a param here`];
				return leads(to, beside, around) ? [] : [`${at}: \`${key}\` → ${to}`];
			}),
		);
		expect(lost).toEqual([]);
	});

	test("an `also` of a number lies outside its range", () => {
		const inside = places.flatMap(({ at, type }) =>
			type.kind === "number"
				? (type.also ?? [])
						.filter(({ value }) => Number(value) >= (type.min ?? -Infinity) && Number(value) <= (type.max ?? Infinity))
						.map(({ value }) => `${at}: ${value}`)
				: [],
		);
		expect(inside).toEqual([]);
	});
});

/** Whether a path leads from a map to a param or a method: `../prompt.text`, `SWML.sections.main[].play`. */
function leads(to: string, from: readonly Concrete[], around: Place["around"]): boolean {
	let scope = [...around];
	let types = from;
	let rest = to;
	while (rest.startsWith("../")) {
		const outer = scope.at(-1);
		if (!outer) return false;
		types = outer;
		scope = scope.slice(0, -1);
		rest = rest.slice(3);
	}
	for (const step of rest.split(".")) {
		const name = step.replace(/(?:\[\])+$/, "");
		const depth = (step.length - name.length) / 2;
		if (types.some((type) => type.kind === "steps") && methodNamed(name)) {
			types = [];
			continue;
		}
		let next = alternatives(
			types.flatMap((type) => {
				if (type.kind !== "map") return [];
				const param = type.params.find((each) => each.name === name);
				return param ? [param.type] : type.rest ? [type.rest] : [];
			}),
		);
		if (next.length === 0) return false;
		for (let level = 0; level < depth; level++) {
			next = next.flatMap((type) => (type.kind === "list" ? alternatives([type.items]) : type.kind === "steps" ? [type] : []));
		}
		if (next.length === 0) return false;
		types = next;
	}
	return true;
}

describe("forms and formats", () => {
	test("every format exists", () => {
		const lost = places.flatMap(({ at, type }) => (type.kind === "text" && type.format && !formats[type.format] ? [`${at}: ${type.format}`] : []));
		expect(lost).toEqual([]);
	});

	test("a shorthand stands for a param, and the bare value is one that the param takes", () => {
		const lost = forms.flatMap(({ name, form }) => {
			const { shorthand } = form;
			if (!shorthand) return [];
			const params = alternatives([form.type]).flatMap((type) => (type.kind === "map" ? type.params : []));
			return [shorthand.param, ...(shorthand.list ? [shorthand.list] : [])]
				.filter((each) => !params.some((param) => param.name === each))
				.map((each) => `${name} → ${each}`);
		});
		expect(lost).toEqual([]);
	});

	test("a form that takes text, a number or a list beside an object says what that stands for", () => {
		const silent = forms.filter(({ form }) => {
			const types = alternatives([form.type]);
			return (
				types.some((type) => type.kind === "map") &&
				types.some((type) => type.kind === "text" || type.kind === "number" || type.kind === "list") &&
				!form.shorthand
			);
		});
		expect(silent.map(({ name }) => name)).toEqual(["messaging/reply"]);
	});

	test("other names of methods are no methods, and meant for one", () => {
		const owners = new Map<string, string>();
		const clashes = methods.flatMap((method) =>
			(method.aka ?? []).flatMap((name) => {
				const owner = owners.get(name);
				owners.set(name, method.name);
				return methodNamed(name) ? [`${name} is a method`] : owner ? [`${name} is ${owner} and ${method.name}`] : [];
			}),
		);
		expect(clashes).toEqual([]);
	});

	test("every form has a summary and, where it is documented, a page", () => {
		const poor = forms.filter(({ form }) => !/[.?]$/.test(form.summary) || (!form.undocumented && !/^(?:calling|messaging)\/[a-z/-]+$/.test(form.docs ?? "")));
		expect(poor.map(({ name }) => name)).toEqual([]);
	});
});

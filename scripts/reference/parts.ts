/** Which parts of methods are so large that they get pages of their own. */
import { documentType } from "../../server/core/language/document.ts";
import type { Flavour, MapType, Method, Type } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";

/** A part of a method with a page of its own. */
export interface Part {
	/** The file's name, without `.md`. */
	readonly page: string;
	/** What it is called: "SWAIG function". */
	readonly name: string;
	/** A place where it is written, as the way from the method to it. */
	readonly path: string;
	/** The method it is reached from first. */
	readonly owner: string;
	readonly flavour: Flavour;
	readonly types: readonly MapType[];
	readonly summary: string;
}

/** From this many params on, those of its own objects included, an object gets a page. */
const large = 18;

/** The parts by the first of their objects. */
export function partsOf(methods: readonly Method[]): ReadonlyMap<MapType, Part> {
	const parts = new Map<MapType, Part>();
	for (const method of methods) {
		for (const flavour of ["calling", "messaging"] as const) {
			const form = method.forms[flavour];
			if (!form) continue;
			const seen = new Set<MapType>();
			const visit = (types: readonly MapType[], path: string, summary: string): void => {
				const [first] = types;
				if (!first || seen.has(first)) return;
				for (const type of types) seen.add(type);
				for (const type of types) {
					for (const param of type.params.filter((each) => !each.unlisted)) visit(mapsOf(param.type), `${path}.${param.name}`, param.summary);
					if (type.rest) visit(mapsOf(type.rest), path, summary);
				}
				// What lies deeper comes first: a part whose own parts have pages may be small enough to stay.
				const named = first.params.some((param) => !param.unlisted);
				if (!named || path === method.name || parts.has(first) || sizeOf(types, parts, new Set()) < large) return;
				const name = types.length === 1 && first.name ? first.name : path.split(".").slice(-2).join(".");
				parts.set(first, { page: `${method.name}.${name.replaceAll(" ", "_")}`, name, path, owner: method.name, flavour, types, summary });
			};
			visit(mapsOf(form.type), method.name, form.summary);
		}
	}
	return parts;
}

/** How many params stand on the page of an object. */
function sizeOf(types: readonly MapType[], parts: ReadonlyMap<MapType, Part>, seen: Set<MapType>): number {
	let size = 0;
	for (const type of types) {
		if (seen.has(type)) continue;
		seen.add(type);
		const below = [...type.params.filter((param) => !param.unlisted).map((param) => mapsOf(param.type)), ...(type.rest ? [mapsOf(type.rest)] : [])];
		size += type.params.filter((param) => !param.unlisted).length;
		for (const maps of below) if (!maps.some((map) => parts.has(map))) size += sizeOf(maps, parts, seen);
	}
	return size;
}

/** The objects that a value may be, or that the entries of its lists may be. */
export function mapsOf(type: Type): readonly MapType[] {
	const all = alternatives([type]).flatMap((each) => (each.kind === "map" ? [each] : each.kind === "list" ? mapsOf(each.items) : []));
	return [...new Set(all)].filter((each) => each !== documentType);
}

/** Whether there is anything to say about an object beyond that it is one. */
export function hasFacts(type: MapType): boolean {
	return type.params.some((param) => !param.unlisted) || (type.restKeys?.length ?? 0) > 0 || (type.rest !== undefined && mapsOf(type.rest).some(hasFacts));
}

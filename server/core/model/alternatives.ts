/** Types without unions and detours: the flat list of what a value may be. */
import { documentType } from "../language/document.ts";
import type { DocumentType, LazyType, Type, UnionType } from "../language/type.ts";

/** A type that stands for itself. */
export type Concrete = Exclude<Type, UnionType | LazyType | DocumentType>;

/** The alternatives among `types`, in the order they are described. */
export function alternatives(types: readonly Type[]): readonly Concrete[] {
	const [only] = types;
	return types.length === 1 && only ? flat(only) : types.flatMap(flat);
}

/** Descriptions never change, so each is flattened once. */
const flattened = new WeakMap<Type, readonly Concrete[]>();

function flat(type: Type): readonly Concrete[] {
	let found = flattened.get(type);
	if (!found) {
		found = flatten(type);
		flattened.set(type, found);
	}
	return found;
}

function flatten(type: Type): readonly Concrete[] {
	switch (type.kind) {
		case "union":
			return alternatives(type.of);
		case "lazy":
			return flat(type.to());
		case "document":
			return [documentType];
		default:
			return [type];
	}
}

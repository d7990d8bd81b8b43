/** Whether a document handles calls or messages. Decided once, from the text alone. */
import { methodMeant, methodNamed } from "../language/lookup.ts";
import type { Flavour, Method } from "../language/type.ts";
import { children, keyText, type Node } from "../syntax/node.ts";

/**
 * Calling or messaging: by the methods the sections use, then by those inside their branches; where both leave it open, calling.
 * Methods that work without audio decide nothing, though only calls have them: who answers a message reaches for them as well.
 */
export function flavourOf(root: Node | undefined): Flavour {
	const sections = root?.kind === "map" ? root.entries.find((entry) => entry.key.value === "sections")?.value : undefined;
	const lists = sections?.kind === "map" ? sections.entries.map((entry) => entry.value) : [];
	return prevailing(lists.flatMap(methodsIn)) ?? prevailing(lists.flatMap(methodsBelow)) ?? "calling";
}

/** The flavour most of these methods speak for. */
function prevailing(used: readonly Method[]): Flavour | undefined {
	let messaging = 0;
	let calling = 0;
	for (const { forms } of used) {
		if (!forms.calling) messaging++;
		if (!forms.messaging && forms.calling?.beforeAnswer !== "safe") calling++;
	}
	if (messaging === calling) return messaging > 0 ? "calling" : undefined;
	return messaging > calling ? "messaging" : "calling";
}

/** The methods of a list of steps, not of those below. */
function methodsIn(list: Node): readonly Method[] {
	const found: Method[] = [];
	const add = (name: string) => {
		const method = methodNamed(name) ?? methodMeant(name);
		if (method) found.push(method);
	};
	if (list.kind !== "list") return found;
	for (const item of list.items) {
		if (item.kind === "map") for (const entry of item.entries) add(keyText(entry.key));
		else if (item.kind === "scalar") add(String(item.value));
	}
	return found;
}

/** The methods in lists below: only under their real names, and only where one stands alone, since most lists there hold something else. */
function methodsBelow(node: Node): readonly Method[] {
	return children(node).flatMap((child) => [...(child.kind === "list" ? stepsOf(child.items) : []), ...methodsBelow(child)]);
}

function stepsOf(items: readonly Node[]): readonly Method[] {
	return items.flatMap((item) => {
		const [entry, ...more] = item.kind === "map" ? item.entries : [];
		return (entry && more.length === 0 && methodNamed(keyText(entry.key))) || [];
	});
}

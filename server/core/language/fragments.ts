/** Parts of a document that people keep in files of their own, and what they are. */
import { swaigFunction } from "./shared/swaig_function.ts";

/** What a file holds that is no document. */
export interface Fragment {
	readonly is: string;
	/** Where it belongs, as the end of "it …". */
	readonly place: string;
	/** The keys it may have, and the one that tells it from anything else. */
	readonly keys: readonly string[];
	readonly telling: string;
}

const fragments: readonly Fragment[] = [
	{
		is: "a SWAIG function",
		place: "belongs in `SWAIG.functions` of an agent",
		keys: swaigFunction.params.flatMap((param) => [param.name, ...(param.aka ?? [])]),
		telling: "function",
	},
	{
		is: "the answer to a SWAIG function",
		place: "is sent by a server, not run as a script",
		keys: ["response", "action", "post_process"],
		telling: "response",
	},
];

/** What a file with these keys at its outermost holds, if not a document. */
export function fragmentWith(keys: readonly string[]): Fragment | undefined {
	return fragments.find((each) => keys.includes(each.telling) && keys.every((key) => each.keys.includes(key)));
}

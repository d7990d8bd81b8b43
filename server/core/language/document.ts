/** What a SWML document is at its outermost, in both flavours; described with the same words as the methods. */
import { map, mapOf, oneOf, optional, required, steps } from "./build.ts";
import type { MapType, StepsType } from "./type.ts";

/** What a section is. */
export const sectionType: StepsType = steps();

/** `sections`: named lists of steps, among them `main`. */
const sections: MapType = {
	...mapOf(sectionType, { name: "sections", restDefines: "section" }),
	params: map({ main: required(sectionType, "The section that runs first. Its steps run from top to bottom.") }).params,
};

/** The root of every SWML document. */
export const documentType: MapType = map(
	{
		version: optional(oneOf({ "1.0.0": "The only version there is." }), "The version of SWML the document is written in."),
		sections: required(sections, "The document's sections: named lists of steps. Every call starts in `main`; other sections run by `execute` or `transfer`.", {
			aka: ["section"],
		}),
	},
	{ name: "document", misplaced: [{ key: "main", to: "sections.main" }] },
);

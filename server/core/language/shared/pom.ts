/** The Prompt Object Model: a prompt written as titled sections, each with text, bullets or subsections. */
import { boolean, lazy, list, map, optional, text, type Unnamed } from "../build.ts";
import type { ListType, MapType } from "../type.ts";

const bullets = list(text(), { min: 1 });
const subsections = list(
	lazy(() => section),
	{ min: 1 },
);

/** The params of every section; a section is of use only with one of the first three. */
const params: { readonly [name: string]: Unnamed } = {
	body: optional(text(), "The section's text, written out as a paragraph.", { aka: ["text", "content"] }),
	bullets: optional(bullets, "The section's points, written out as a list.", { aka: ["items", "points"] }),
	subsections: optional(subsections, "Sections within this one, one heading level lower.", { aka: ["sections", "children"] }),
	title: optional(text({ notBlank: true }), "The section's heading.", { titles: true, aka: ["section", "heading", "name"] }),
	numbered: optional(boolean(), "Whether the section is numbered.", { aka: ["number"] }),
	numberedBullets: optional(boolean(), "Whether `bullets` become a numbered list.", { aka: ["numbered_bullets"] }),
};

/** The published schema asks for `body` or `bullets`; a section that only holds subsections works as well. */
const section: MapType = map(params, {
	name: "section",
	ignoredWithout: [{ of: ["body", "bullets", "subsections"] }],
	choices: [{ of: ["body", "bullets", "subsections"], required: true, several: true }],
});

/** A prompt as a list of sections. */
export const pomSections: ListType = list(section, { min: 1 });

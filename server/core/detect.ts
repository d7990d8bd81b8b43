/**
 * Whether a file is SWML, and in which syntax: by name, by content, by the author's word. Needs no parser, so that looking at
 * every YAML and JSON file that is opened costs nothing. Never here: anything about methods.
 */

/** What is known of a file. */
export interface Candidate {
	/** Its path or URI; only the end is looked at. Empty where there is none (standard input). */
	readonly name: string;
	/** The editor's language id, where there is an editor. */
	readonly languageId?: string;
	readonly text: string;
	/** `auto`: decide by content as well; `off`: by name and language only. */
	readonly mode?: "auto" | "off";
}

/** The verdict, with a reason for a person to read: a clause that follows "SWML: " or "Not SWML: ". */
export interface Detection {
	readonly swml: boolean;
	readonly reason: string;
}

const swmlName = /(?:\.swml(?:\.(?:ya?ml|json))?|(?:^|[\\/])swml\.(?:ya?ml|json))$/i;
const switchedOff = /^\s*#\s*swml:\s*off\s*$/m;

/** Only the beginning of a file is read for its content; `sections` stands near the top of every SWML document. */
const lookedAt = 100_000;

/** Whether a file is to be treated as SWML. */
export function detect(file: Candidate): Detection {
	const text = file.text.slice(0, lookedAt);
	if (switchedOff.test(text)) return { swml: false, reason: "the comment `# swml: off` turns it off in this file" };
	if (swmlName.test(bare(file.name))) return { swml: true, reason: "the file's name says so" };
	if (file.languageId?.startsWith("swml")) return { swml: true, reason: "its language is set to SWML" };
	if (file.mode === "off") return { swml: false, reason: "the file's name does not say so, and the setting `swml.detect` is `off`" };
	if (looksLikeSwml(text)) return { swml: true, reason: "it has `sections` that hold lists of steps" };
	return { swml: false, reason: "it has no `sections` that hold lists of steps" };
}

/** Which of the two syntaxes a file is written in: by name and language id, and for a plain `.swml` by its first character. */
export function syntaxOf(file: Pick<Candidate, "name" | "languageId" | "text">): "json" | "yaml" {
	const name = bare(file.name).toLowerCase();
	if (name.endsWith(".json")) return "json";
	if (/\.ya?ml$/.test(name)) return "yaml";
	if (/^\uFEFF?\s*[{[]/.test(file.text)) return "json";
	if (file.languageId === "json" || file.languageId === "jsonc" || file.languageId === "swml-json") return "json";
	return "yaml";
}

/** Without the query and fragment of a URI. */
function bare(name: string): string {
	return /^[a-z][a-z0-9+.-]+:/i.test(name) ? name.replace(/[?#].*$/, "") : name;
}

const jsonMain = /"sections"\s*:\s*\{[\s\S]{0,20000}?"main"\s*:\s*\[/;
const jsonSection = /"sections"\s*:\s*\{\s*"[^"\n]+"\s*:\s*\[\s*(?:\{\s*"|\])/;
const jsonMainAny = /"sections"\s*:\s*\{\s*"main"\s*:/;
const jsonVersion = /"version"\s*:\s*"1\.0\.0"/;
const yamlSections = /^( *)(["']?)sections\2[ \t]*:[ \t]*(?:#.*)?\r?$/m;
const yamlVersion = /^ *version[ \t]*:[ \t]*["']?1\.0\.0["']?[ \t]*(?:#.*)?\r?$/m;

function looksLikeSwml(text: string): boolean {
	if (jsonMain.test(text)) return true;
	if (jsonVersion.test(text) && (jsonSection.test(text) || jsonMainAny.test(text))) return true;
	const sections = yamlSections.exec(text);
	if (!sections) return false;
	const margin = sections[1]?.length ?? 0;
	// Some documents are indented as a whole; deeper than what stands above it, `sections` is no root key.
	if (
		margin > 0 &&
		text
			.slice(0, sections.index)
			.split("\n")
			.some((line) => /^\s*[^#\s]/.test(line) && line.search(/\S/) < margin)
	)
		return false;
	return hasSteps(text.slice(sections.index + sections[0].length), margin, yamlVersion.test(text));
}

/** Whether the lines below `sections:` hold a list under `main`; beside the right version, a `main` or a list under any name will do. */
function hasSteps(rest: string, margin: number, versioned: boolean): boolean {
	let indent: number | undefined;
	let inside = false;
	for (const line of rest.split("\n")) {
		const body = line.trimStart();
		if (body === "" || body.startsWith("#") || body === "\r") continue;
		const column = line.length - body.length;
		if (inside && body.startsWith("-") && column >= (indent ?? 0)) return true;
		if (column <= margin) return false;
		indent ??= column;
		if (column < indent) return false;
		if (column > indent) continue;
		const key = /^(["']?)([^"':]+)\1[ \t]*:[ \t]*(.*)$/.exec(body.trimEnd());
		if (versioned && key?.[2] === "main") return true;
		inside = key !== null && (versioned || key[2] === "main");
		if (inside && key?.[3]?.startsWith("[")) return true;
	}
	return false;
}

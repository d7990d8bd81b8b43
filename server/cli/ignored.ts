/** What `.gitignore` files leave out. Reads their text; never here: walking folders. */

/** One line of a `.gitignore`. */
export interface IgnoreLine {
	/** The folder of the `.gitignore`, with forward slashes and a slash at its end. */
	readonly base: string;
	/** Matches paths relative to `base`. */
	readonly pattern: RegExp;
	readonly foldersOnly: boolean;
	/** Begins with `!`: takes back what earlier lines left out. */
	readonly takesBack: boolean;
}

/** The lines of a `.gitignore` in the folder `base`. */
export function readIgnoreLines(text: string, base: string): readonly IgnoreLine[] {
	return text.split(/\r?\n/).flatMap((line) => {
		const written = line.replace(/(?<!\\)[ \t]+$/, "");
		if (written === "" || written.startsWith("#")) return [];
		const takesBack = written.startsWith("!");
		const body = takesBack ? written.slice(1) : written;
		const glob = body.replace(/\/$/, "");
		const pattern = patternOf(glob.replace(/^\//, ""), glob.includes("/"));
		return pattern ? [{ base, pattern, foldersOnly: body.endsWith("/"), takesBack }] : [];
	});
}

/** Whether `path` (absolute, forward slashes) is left out; the last line that matches decides. */
export function isIgnored(lines: readonly IgnoreLine[], path: string, isFolder: boolean): boolean {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (!line || (line.foldersOnly && !isFolder) || !path.startsWith(line.base)) continue;
		if (line.pattern.test(path.slice(line.base.length))) return !line.takesBack;
	}
	return false;
}

/** A pattern with a slash in it counts from its own folder, any other at every depth. */
function patternOf(glob: string, anchored: boolean): RegExp | undefined {
	const parts = /\*\*\/|\/\*\*$|\*+|\?|\[!?\]?[^\]]*\]|\\.|./gs;
	const body = glob.replace(parts, (part) => {
		if (part === "**/") return "(?:.*/)?";
		if (part === "/**") return "/.+";
		if (part.startsWith("*")) return "[^/]*";
		if (part === "?") return "[^/]";
		if (part.length > 2 && part.startsWith("[")) return part.replace(/^\[!/, "[^");
		return escaped(part.length === 2 && part.startsWith("\\") ? part.slice(1) : part);
	});
	try {
		return new RegExp(`^${anchored ? "" : "(?:.*/)?"}${body}$`);
	} catch {
		// Git matches nothing with a pattern it cannot read either.
		return undefined;
	}
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** What `.gitignore` files leave out. Reads their text; never here: walking folders. */

/** One line of a `.gitignore`. */
export interface IgnoreLine {
	/** The folder of the `.gitignore`, with forward slashes and a slash at its end. */
	readonly base: string;
	/** Whether it speaks of a path relative to `base`. */
	readonly matches: (path: string) => boolean;
	readonly foldersOnly: boolean;
	/** Begins with `!`: takes back what earlier lines left out. */
	readonly takesBack: boolean;
}

/** The lines of a `.gitignore` in the folder `base`. */
export function readIgnoreLines(text: string, base: string): readonly IgnoreLine[] {
	return text.split(/\r?\n/).flatMap((line) => {
		const written = withoutBlanks(line);
		if (written === "" || written.startsWith("#")) return [];
		const takesBack = written.startsWith("!");
		const body = takesBack ? written.slice(1) : written;
		const glob = body.replace(/\/$/, "");
		const parts = partsOf(glob.replace(/^\//, ""), glob.includes("/"));
		return parts ? [{ base, matches: (path) => matches(parts, path), foldersOnly: body.endsWith("/"), takesBack }] : [];
	});
}

/** Whether `path` (absolute, forward slashes) is left out; the last line that matches decides. */
export function isIgnored(lines: readonly IgnoreLine[], path: string, isFolder: boolean): boolean {
	for (let i = lines.length - 1; i >= 0; i--) {
		const line = lines[i];
		if (!line || (line.foldersOnly && !isFolder) || !path.startsWith(line.base)) continue;
		if (line.matches(path.slice(line.base.length))) return !line.takesBack;
	}
	return false;
}

/** A line without the blanks at its end; one behind a backslash stays. */
function withoutBlanks(line: string): string {
	let end = line.length;
	while (end > 0 && /[ \t]/.test(line[end - 1] ?? "")) end--;
	return line.slice(0, end < line.length && line[end - 1] === "\\" ? end + 1 : end);
}

/** Any number of anything: characters of a name, or folders of a path. */
const any = Symbol("any");

/** What one character of a name has to be. */
type Sign = (char: string) => boolean;
/** A name in a path: its characters, with gaps. */
type Name = readonly (Sign | typeof any)[];

/** A pattern with a slash in it counts from its own folder, any other at every depth. Undefined where Git cannot read it either, and matches nothing. */
function partsOf(glob: string, anchored: boolean): readonly (Name | typeof any)[] | undefined {
	const written = glob.split("/");
	const parts: (Name | typeof any)[] = anchored ? [] : [any];
	for (const [index, part] of written.entries()) {
		if (part === "**" && written.length > 1) {
			parts.push(any);
			// What is left out below a folder is something, not the folder itself.
			if (index === written.length - 1) parts.push([anyChar, any]);
			continue;
		}
		const name = nameOf(part);
		if (!name) return undefined;
		parts.push(name);
	}
	return parts;
}

const anyChar: Sign = () => true;

function nameOf(part: string): Name | undefined {
	const signs: (Sign | typeof any)[] = [];
	const lastClosing = part.lastIndexOf("]");
	for (let at = 0; at < part.length; at++) {
		const char = part[at] ?? "";
		if (char === "*") {
			if (signs.at(-1) !== any) signs.push(any);
		} else if (char === "?") signs.push(anyChar);
		else if (char === "[" && at + 1 < lastClosing) {
			// The first sign of a set may be a `]` itself.
			const inside = at + (part[at + 1] === "!" ? 2 : 1);
			const end = part.indexOf("]", inside + 1);
			const set = end < 0 ? undefined : setOf(part.slice(at, end + 1));
			if (!set) return undefined;
			signs.push(set);
			at = end;
		} else {
			const written = char === "\\" && at + 1 < part.length ? (part[++at] ?? "") : char;
			signs.push((each) => each === written);
		}
	}
	return signs;
}

/** `[a-z]`, `[!a]`: one character of some. */
function setOf(set: string): Sign | undefined {
	try {
		const one = new RegExp(`^${set.replace(/^\[!/, "[^").replace(/^(\[\^?)\]/, "$1\\]")}$`, "s");
		return (char) => one.test(char);
	} catch {
		return undefined;
	}
}

/** Whether a path is what the parts say, name for name. */
function matches(parts: readonly (Name | typeof any)[], path: string): boolean {
	return fits(parts, path.split("/"), (part, name) => fits(part, name, (sign, char) => sign(char)));
}

/**
 * Whether a row of things is what a pattern says. At a gap as little as possible is left out, and more only from the last gap on: with an
 * earlier one nothing else could be reached. So the work is at most the length of the one times that of the other.
 */
function fits<P, T>(pattern: readonly (P | typeof any)[], row: ArrayLike<T>, one: (part: P, thing: T) => boolean): boolean {
	let at = 0;
	let place = 0;
	let gap = -1;
	let from = 0;
	while (at < row.length) {
		const part = pattern[place];
		const thing = row[at];
		if (part === any) {
			gap = place++;
			from = at;
		} else if (part !== undefined && thing !== undefined && one(part, thing)) {
			place++;
			at++;
		} else if (gap >= 0) {
			place = gap + 1;
			at = ++from;
		} else return false;
	}
	while (pattern[place] === any) place++;
	return place === pattern.length;
}

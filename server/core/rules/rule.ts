/** What a rule is, and what it finds. Never here: a rule. */
import type { Span } from "../base/span.ts";
import type { Document } from "../document.ts";
import type { TextEdit } from "../syntax/edit.ts";

/** How loud a problem is. `error`: the call fails or the value cannot be meant. `hint`: it works, but could be tidier. */
export type Level = "error" | "warning" | "info" | "hint";

/** One rule. It is stateless; its examples are its tests and its documentation. */
export interface Rule {
	/** Stable; users write it in settings and comments. */
	readonly id: string;
	/** The level of its findings, unless they carry one of their own. */
	readonly level: Level;
	/** What it finds, in one sentence that begins with "Reports". Markdown. */
	readonly says: string;
	/** Why: what happens in the call otherwise. Markdown. */
	readonly why: string;
	/** The run-time error it prevents. */
	readonly prevents?: string;
	/** About YAML's own ways; JSON cannot have the problem. */
	readonly yamlOnly?: true;
	/** Examples in YAML: whole documents, or lists of steps. A comment line `# ~~~ message` marks what is found in the line above. */
	readonly bad: readonly string[];
	readonly good: readonly string[];
	/** Looks at one document: a file that is not cut, or one part of it. */
	readonly check?: (document: Document) => Iterable<Finding>;
	/** Looks at what no part can see alone: findings in the file's offsets. */
	readonly across?: (file: Document) => Iterable<Finding>;
}

/** One thing a rule found. */
export interface Finding {
	/** The smallest stretch of text that is wrong. */
	readonly span: Span;
	/** What is wrong, then what to do. The user's words in backticks; no full stop. */
	readonly message: string;
	readonly level?: Level;
	/** Where sources disagree: who says what, which the message ends with. */
	readonly disputed?: string;
	/** Best first. */
	readonly fixes?: readonly Fix[];
	/** `unnecessary` is shown faded, `deprecated` struck through. */
	readonly tag?: "unnecessary" | "deprecated";
	/** What it follows from elsewhere: while one of these is being written, it may be about to change. */
	readonly dependsOn?: readonly Span[];
	/** For findings about something that is not there: the part of the document where it should be. */
	readonly absentFrom?: Span;
	/** It holds only where all is seen that stands beside it: not among the code of a template, which may leave it out or put it elsewhere. */
	readonly ofAll?: true;
}

/** A change that puts a problem right. */
export interface Fix {
	/** What it does, as a command: "Change to `onEnter`". */
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** May be applied without looking: it cannot change what is meant. */
	readonly safe?: true;
	/** One of several that are as good as each other: the author has to choose. */
	readonly choice?: true;
	/** It takes away what was written: offered last, and never the one that a key press applies. */
	readonly drops?: true;
}

/** A finding with the rule it comes from. */
export interface Problem extends Finding {
	readonly rule: string;
	readonly level: Level;
	readonly fixes: readonly Fix[];
}

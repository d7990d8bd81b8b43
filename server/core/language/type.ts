/**
 * What SWML can say, as plain data: the vocabulary in which every method is described.
 * Lives here: the shapes of a description. Never here: text, offsets, messages, or the name of any method.
 */

/** A JSON value, as written in a description (defaults, allowed values). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a fact comes from. One without a tier is in SignalWire's published reference. */
export type Tier =
	/** The document that this project was created from. */
	| "seed"
	/** What the platform itself accepts, as the newest SDKs list it; in no published reference. */
	| "engine"
	/** SDKs that are not released yet, for a platform that is not there yet. */
	| "next"
	/** The SDKs, and their schemas of earlier versions. */
	| "sdk"
	/** Pages and examples of the documentation that the published reference does not agree with. */
	| "docs"
	/** Documents, schemas and SignalWire's editor of earlier years. */
	| "older";

/** What a value may be. */
export type Type = TextType | NumberType | BooleanType | NullType | AnyType | ListType | MapType | UnionType | StepsType | DocumentType | LazyType;

/** One allowed (or suggested) value, with what it does. */
export interface Value {
	readonly value: string | number | boolean;
	/** What choosing it means; absent only where the word says it all. */
	readonly summary?: string;
	readonly deprecated?: true;
	readonly tier?: Tier;
	/** Words that people write when they mean this value. */
	readonly aka?: readonly string[];
}

/** One of the kinds of value that a place takes. */
interface Kind {
	/** Where it is known from that this kind of value is taken here, if not from where the place itself is. */
	readonly tier?: Tier;
	/** Values of other kinds that the platform reads here as well; what it makes of them is known for numbers and booleans in quotes only. */
	readonly reads?: "text" | "text and numbers" | "numbers" | "anything";
}

export interface TextType extends Kind {
	readonly kind: "text";
	/** The allowed values. With `open` they are suggestions and anything else is accepted as well. */
	readonly values?: readonly Value[];
	readonly open?: true;
	/** Members of a word list written as one text. */
	readonly words?: WordList;
	/** A named format of `formats.ts` that a literal text has to follow. */
	readonly format?: string;
	/** May not be empty or blank. */
	readonly notBlank?: true;
	/** The most it may be long, in bytes of UTF-8. */
	readonly maxBytes?: number;
	/** What kind of name this text refers to, or introduces. */
	readonly refers?: NameKind;
	readonly defines?: NameKind;
	/** The whole text is an expression without `${}`: JavaScript, or a path to a variable. */
	readonly expression?: "js" | "path";
	/** How a text begins that only says what is done with the rest; left out where it is told in short. */
	readonly lead?: string;
	/** The text may be a SWML document written as JSON. */
	readonly embeds?: "document";
}

/** The kinds of names that SWML documents introduce and refer to. */
export type NameKind = "section" | "label" | "variable" | "control-id" | "function" | "context" | "context-step";

export interface WordList {
	readonly of: readonly Value[];
	readonly separator: " " | ",";
	/** What may follow a word after a colon (`spell:500`), in words. */
	readonly suffix?: string;
	readonly ignoreCase?: true;
	/** Words outside the list are accepted. */
	readonly open?: true;
}

export interface NumberType extends Kind {
	readonly kind: "number";
	readonly whole?: true;
	readonly min?: number;
	readonly max?: number;
	/** It must be more than this, which it may not be itself. */
	readonly above?: number;
	readonly unit?: Unit;
	/** Another range, with who says so: within it our own range is still the rule, and only outside of it there is something to say of numbers that we allow. */
	readonly elsewhere?: Elsewhere;
	/** Single numbers outside the range that have a meaning of their own (0 = off, -1 = for ever). */
	readonly also?: readonly Value[];
	/** A number written as text is an error here, not merely untidy. */
	readonly strict?: true;
}

/** What a source that does not decide says of a number. */
export interface Elsewhere {
	readonly min?: number;
	readonly max?: number;
	/** Who says what, as the end of a message: "newer SDKs take any integer from 2". */
	readonly says: string;
}

export type Unit = "s" | "ms" | "dB" | "Hz" | "tokens" | "%";

export interface BooleanType extends Kind {
	readonly kind: "boolean";
	/** A boolean written as text or number is a warning here, not merely untidy. */
	readonly strict?: true;
}

export interface NullType {
	readonly kind: "null";
}

/** Anything at all: user data, values passed along. */
export interface AnyType {
	readonly kind: "any";
}

export interface ListType extends Kind {
	readonly kind: "list";
	readonly items: Type;
	/** The list is positional: what its first entry stands for. What the others (`items`) do is not known. */
	readonly first?: Type;
	readonly min?: number;
	readonly max?: number;
}

export interface MapType extends Kind {
	readonly kind: "map";
	/** What the map is called in messages and pages: `SWAIG function`, `language`. */
	readonly name?: string;
	readonly params: readonly Param[];
	/** What the value of any other key must be. Absent: other keys are mistakes. */
	readonly rest?: Type;
	/** Known keys among the `rest`, for completion. */
	readonly restKeys?: readonly Value[];
	/** A named format that a key of the `rest` has to follow. */
	readonly restFormat?: string;
	/** Keys of the `rest` are names, which may not be blank. */
	readonly restNamed?: true;
	/** What a key of the `rest` is the name of. */
	readonly restDefines?: NameKind;
	/** The param beside this object that names the variable whose values the keys of the `rest` are. */
	readonly restValuesOf?: string;
	/** Params of which at most one (or, with `required`, exactly one) may be written. */
	readonly choices?: readonly Choice[];
	/** Keys people write here that belong elsewhere, or are called otherwise. */
	readonly misplaced?: readonly Misplaced[];
	/** The param whose entries people write beside it: keys that are unknown here are meant for it. */
	readonly strays?: string;
	/** Keys that people write with `true` in an entry of an object, where the name of that entry belongs into a list. */
	readonly marks?: readonly Mark[];
	/** Fewest keys. */
	readonly min?: number;
	/** What the platform accepts, and then ignores as a whole, when one of these is not met: params of which one must be written. */
	readonly ignoredWithout?: readonly Lack[];
}

/** Params of which one must be written for an object to count. */
export interface Lack {
	readonly of: readonly string[];
	/** A path like that of `Misplaced`: what is written there does as well. */
	readonly orAt?: string;
}

export interface Choice {
	readonly of: readonly string[];
	readonly required?: true;
	/** Several of them may stand side by side. */
	readonly several?: true;
	/** What happens when several are written, as a sentence; makes that a warning instead of an error. */
	readonly tolerated?: string;
	/** As for a param. */
	readonly unneeded?: true;
}

/** A key that people write at the wrong level. */
export interface Misplaced {
	readonly key: string;
	/** Where it belongs, as a path from this map: `SWAIG.functions`, `../prompt.temperature`. After `[]` comes a key of an item of the list. */
	readonly to: string;
}

/** A key whose `true` says of the entry it stands in what a list of names says. */
export interface Mark {
	readonly key: string;
	/** Where the list is, as a path like that of `Misplaced`. */
	readonly to: string;
}

export interface UnionType {
	readonly kind: "union";
	readonly of: readonly Type[];
}

/** A list of steps; with `only`, of these methods at its top level. */
export interface StepsType {
	readonly kind: "steps";
	readonly only?: readonly string[];
}

/** A whole SWML document as an object (SWML inside an AI action). */
export interface DocumentType {
	readonly kind: "document";
}

/** A type that is written elsewhere; breaks circles. */
export interface LazyType {
	readonly kind: "lazy";
	readonly to: () => Type;
}

/** One named parameter of a method or of a nested object. */
export interface Param {
	readonly name: string;
	readonly type: Type;
	/** What it means, in one or two plain sentences. Markdown. */
	readonly summary: string;
	readonly required?: true;
	/** Required by the published reference, optional in what the platform accepts: without it there is a hint. */
	readonly unneeded?: true;
	/** The value it has when it is not written. */
	readonly default?: Json;
	/** Siblings beside which writing it changes something, even with its default. */
	readonly keepsOn?: readonly string[];
	/** A variable that takes its place where it is not written, so that its default may be another one. */
	readonly unlessSet?: string;
	/** Other spellings of its name that may be taken: at most a warning. */
	readonly maybe?: readonly string[];
	/** Set on a document that runs while a session waits: what leaves that session for good, where the document moves the call. */
	readonly leaves?: Leave;
	/** The default in words, where it is no literal: "the caller's number". */
	readonly defaultNote?: string;
	/** Set where sources disagree: says who says what; mistakes of value here are at most hints. Markdown. */
	readonly disputed?: string;
	/** More for the hover: limits, what happens together with what. Markdown. */
	readonly note?: string;
	/** No longer the way to write it: what to write instead, as a sentence. */
	readonly deprecated?: string;
	/** The sibling that replaces a deprecated param one to one, so that renaming is a safe fix. */
	readonly replacedBy?: string;
	/** Where a deprecated param stands today, as a path like that of `Misplaced`. */
	readonly movedTo?: string;
	/** The sibling that a deprecated param's text begins today, with a dot between them: `openai` and `nova` as `openai.nova`. */
	readonly joins?: string;
	/** Names that people write when they mean this param. */
	readonly aka?: readonly string[];
	/** For such a name, what its text lacks at the beginning: `say: Hello` means `url: say:Hello`. */
	readonly akaPrefix?: { readonly [name: string]: string };
	/** Without these this param has no effect. */
	readonly needs?: readonly Need[];
	/** What must be written beside this param, for some of its values. */
	readonly requires?: readonly Requirement[];
	/** A value worth writing first, for completion and for the fix that inserts it. */
	readonly example?: Json;
	/** Accepted at run time but absent from the published reference: not offered, never a mistake. */
	readonly unlisted?: true;
	/** Its value is what people call the object by. */
	readonly titles?: true;
	readonly tier?: Tier;
	/** No source says what it does. Accepted, and offered last. */
	readonly unexplained?: true;
	/** In the published reference, and not among what the platform accepts according to the newest SDKs. Sources of different age: no mistake. */
	readonly absent?: true;
	/** Set where no source says that the platform refuses wrong values, with what it does instead: mistakes of value here are at most warnings. Markdown. */
	readonly unsure?: string;
	/** The platform finds it in any mix of upper and lower case. */
	readonly anyCase?: true;
}

/** A sibling that must be written beside some values of a param. */
export interface Requirement {
	/** The siblings' names; one of them is enough. */
	readonly params: readonly string[];
	/** The values, or how they begin. */
	readonly is?: readonly Json[];
	readonly starts?: string;
	/** Why, as the end of "`x` needs `y`: …". */
	readonly because: string;
	/** How loudly to say it; an error unless given. */
	readonly level?: "warning" | "hint";
}

/** What has to be said beside a document that moves the call, so that the session does not wait for its end. */
export interface Leave {
	/** The sibling that says so with `true`, written before the document. */
	readonly by: string;
	/** Params of the objects beside this one, one of which ends the session as well. */
	readonly or: readonly string[];
	/** What happens otherwise, as the end of a message. */
	readonly because: string;
}

/** The condition on a sibling under which a param has an effect. */
export interface Need {
	/** The sibling's name. */
	readonly param: string;
	/** The sibling must have one of these values (its default counts when it is not written). Absent: it must be written. */
	readonly is?: readonly Json[];
	/** What goes wrong otherwise, as the end of "`x` has no effect: …". */
	readonly because: string;
	/** How loudly to say it; a warning unless given. */
	readonly level?: "warning" | "hint";
}

/** Calls and messages have different method sets and different params for shared names. */
export type Flavour = "calling" | "messaging";

/** Where control goes after a step. */
export type Flow =
	| "next"
	/** Leaves for good; following steps of the same list never run. */
	| "terminal"
	| "jump"
	| "call"
	| "branch"
	| "label"
	/** Goes on when the session or the peer ends. */
	| "after-session";

/** A variable that a method sets. */
export interface Variable {
	readonly name: string;
	readonly summary?: string;
	/** The values it can take, where they are known. */
	readonly values?: readonly string[];
	readonly type?: "text" | "number" | "boolean" | "list" | "map" | "any";
}

/** A method as it is in one flavour. */
export interface Form {
	/** What it does, in one or two plain sentences. Markdown. */
	readonly summary: string;
	/** What is written after `method:`; a union where there are several ways to write it. */
	readonly type: Type;
	/** The documentation page, as a path below `https://signalwire.com/docs/swml/reference/`. */
	readonly docs?: string;
	/** A whole, healthy document in YAML that shows it at work. */
	readonly example: string;
	readonly sets?: readonly Variable[];
	readonly flow: Flow;
	/** It puts the call through to somebody, or somewhere else: whoever started the document has it no longer. */
	readonly moves?: true;
	/** Control: whether the call must be answered first. */
	readonly beforeAnswer?: "safe" | "answers" | "needs-answer";
	/** The param whose bare value may stand for the whole object, when nothing else is written. */
	readonly shorthand?: Shorthand;
	/** The step may be the bare method name: `- hangup`. */
	readonly bare?: true;
	/** Works, but is not in the published reference; says where it was seen. */
	readonly undocumented?: string;
	readonly tier?: Tier;
	/** The platform's own list calls it an experiment. */
	readonly experimental?: true;
	/** No longer the way to write it: the method that replaces it. */
	readonly replacedBy?: string;
	/** Besides an object the platform's check of kinds lets a string, a number or a list pass here; what such a value does, no source says. */
	readonly anyBody?: true;
	/** More for the hover. Markdown. */
	readonly note?: string;
}

/** `method: value` for `method: { param: value }`. */
export interface Shorthand {
	readonly param: string;
	/** The param a bare list stands for, where that is another one. */
	readonly list?: string;
	/** `simpler`: the short form is the tidy one when nothing but defaults are left. `legacy`: the object form is. */
	readonly style: "simpler" | "legacy";
}

/** One method of SWML. */
export interface Method {
	readonly name: string;
	readonly forms: { readonly [flavour in Flavour]?: Form };
	/** Names that people write when they mean this method. */
	readonly aka?: readonly string[];
	/** For such a name, what its text lacks at the beginning: `say: Hello` means `play: say:Hello`. */
	readonly akaPrefix?: { readonly [name: string]: string };
}

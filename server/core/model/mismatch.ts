/** The ways in which what is written can differ from what the language asks for or would do without: facts, not messages. Rules phrase them. */
import type { Span } from "../base/span.ts";
import type { FormatProblem } from "../language/formats.ts";
import type { Choice, Flavour, Json, Lack, MapType, Need, NumberType, Param, Requirement, TextType, Type, Value } from "../language/type.ts";
import type { Entry, ScalarNode, SyntaxFault } from "../syntax/node.ts";
import type { Bound } from "./bind.ts";

export type Mismatch =
	/** A key that the map does not know. */
	| { readonly kind: "unknown-key"; readonly bound: Bound; readonly entry: Entry; readonly type: MapType }
	/** A key that nothing is known of, in a map that takes any besides those it knows. */
	| { readonly kind: "open-key"; readonly bound: Bound; readonly entry: Entry; readonly type: MapType }
	/** None of `params` is written, and one must be; `because` of what is written beside. */
	| {
			readonly kind: "missing-key";
			readonly bound: Bound;
			readonly params: readonly Param[];
			readonly type: MapType;
			readonly because?: string;
			readonly level?: Requirement["level"];
	  }
	/** Several params of which only one may be written. */
	| { readonly kind: "conflict"; readonly bound: Bound; readonly entries: readonly Entry[]; readonly choice: Choice }
	/** A param that is no longer the way to write it. */
	| { readonly kind: "deprecated-key"; readonly bound: Bound; readonly entry: Entry; readonly param: Param }
	/** A value that is no longer the way to write it. */
	| { readonly kind: "deprecated-value"; readonly bound: Bound; readonly node: ScalarNode; readonly value: Value }
	/** A param that does nothing, because of what is or is not written beside it. */
	| { readonly kind: "no-effect"; readonly bound: Bound; readonly entry: Entry; readonly param: Param; readonly need: Need }
	/** An object that the platform accepts and then ignores, for want of these. */
	| { readonly kind: "ignored"; readonly bound: Bound; readonly lacks: readonly Lack[]; readonly type: MapType }
	/** A number within the range, of which another source says that it is outside. */
	| { readonly kind: "elsewhere"; readonly bound: Bound; readonly value: number; readonly says: string }
	/** A param that is written with the value it has anyway. */
	| { readonly kind: "default"; readonly bound: Bound; readonly entry: Entry; readonly param: Param }
	/** A value of a kind that is not expected: text for a list, nothing for a number. */
	| { readonly kind: "wrong-kind"; readonly bound: Bound; readonly expected: readonly Type[] }
	/** A value that is understood, but written as another kind: `"5"` for 5. `to` is the tidy value. */
	| { readonly kind: "coerced"; readonly bound: Bound; readonly to: Json; readonly type: Type; readonly strict: boolean }
	/** A text that is none of the allowed ones. */
	| { readonly kind: "not-a-value"; readonly bound: Bound; readonly node: ScalarNode; readonly type: TextType }
	| { readonly kind: "out-of-range"; readonly bound: Bound; readonly value: number; readonly type: NumberType }
	/** A text that is longer than it may be. */
	| { readonly kind: "too-long"; readonly bound: Bound; readonly bytes: number; readonly max: number }
	| { readonly kind: "not-whole"; readonly bound: Bound; readonly value: number; readonly type: NumberType }
	/** Empty or blank text where there must be some. */
	| { readonly kind: "blank"; readonly bound: Bound }
	/** A key that is a name, and blank. */
	| { readonly kind: "blank-key"; readonly bound: Bound; readonly entry: Entry }
	/** A key of the author's own that does not have the form it must have. */
	| { readonly kind: "key-format"; readonly bound: Bound; readonly entry: Entry; readonly problem: FormatProblem }
	| { readonly kind: "format"; readonly bound: Bound; readonly node: ScalarNode; readonly problem: FormatProblem; readonly type: TextType }
	/** A text of words with something wrong in it. */
	| { readonly kind: "words"; readonly bound: Bound; readonly node: ScalarNode; readonly type: TextType }
	/** A list or map with too few or too many members. */
	| { readonly kind: "size"; readonly bound: Bound; readonly count: number; readonly min?: number; readonly max?: number }
	/** Where a list of steps belongs stands something else. */
	| { readonly kind: "not-steps"; readonly bound: Bound }
	| { readonly kind: "no-steps"; readonly bound: Bound }
	/** A method or param, with params that stand beside it instead of below it. */
	| { readonly kind: "outdented"; readonly bound: Bound; readonly entry: Entry; readonly params: readonly Entry[] }
	/** A list item that is not exactly one method. */
	| { readonly kind: "step-shape"; readonly bound: Bound }
	/** A step with a name that is no method, or (with `flavour`) none of this kind of document, or not allowed in this place; `flavour` is that of the document it stands in. */
	| {
			readonly kind: "unknown-method";
			readonly bound: Bound;
			readonly name: string;
			readonly span: Span;
			readonly why: "unknown" | "flavour" | "place";
			readonly flavour: Flavour;
	  }
	/** A step written as the bare method name. */
	| { readonly kind: "bare-step"; readonly bound: Bound; readonly name: string; readonly legal: boolean }
	/** Params written as `name = value`, which makes one text of them. */
	| { readonly kind: "assigned"; readonly bound: Bound; readonly pairs: readonly (readonly [name: string, value: string])[]; readonly isText: boolean }
	/** A text that holds a list of steps as JSON, where a document belongs. */
	| { readonly kind: "embedded-list"; readonly bound: Bound; readonly node: ScalarNode }
	/** SWML inside a string that cannot be read as JSON. */
	| { readonly kind: "embedded-syntax"; readonly bound: Bound; readonly fault: SyntaxFault };

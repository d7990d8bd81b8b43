/** The words of the reference pages: types as phrases, and what is always said the same way. */
import { documentType } from "../../server/core/language/document.ts";
import type { Choice, Flow, Form, MapType, Param, TextType, Type, Value } from "../../server/core/language/type.ts";
import { alternatives, type Concrete } from "../../server/core/model/alternatives.ts";
import { describe, listed } from "../../server/core/model/describe.ts";

/** A text in a cell of a table. */
export function cell(text: string): string {
	return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}

/** A name as code. */
export function code(name: unknown): string {
	return `\`${typeof name === "string" ? name : JSON.stringify(name)}\``;
}

/** Where the page says more about an object: a link, or nothing. */
export type Linker = (types: readonly MapType[]) => string | undefined;

/** What a value may be, with links to the objects among it. */
export function typePhrase(type: Type, link: Linker): string {
	return listed(
		waysToWrite(type, link).map((way) => way.replace(/^(?:an?|the) /, "")),
		"or",
	);
}

/** Each of the things a value may be, with its article. */
export function waysToWrite(type: Type, link: Linker): readonly string[] {
	const all = alternatives([type]);
	const maps = all.filter((each): each is MapType => each.kind === "map");
	const objects = maps.filter((each) => each !== documentType);
	const phrases = all.filter((each) => each.kind !== "map").map((each) => phraseOf(each, link));
	if (objects.length > 0) phrases.push(objectPhrase(objects, link));
	if (objects.length < maps.length) phrases.push("a SWML document");
	return [...new Set(phrases)];
}

function phraseOf(type: Exclude<Concrete, MapType>, link: Linker): string {
	if (type.kind === "list" && type.first) return "a list that begins with that";
	if (type.kind === "list") {
		const items = typePhrase(type.items, link);
		if (alternatives([type.items]).every((each) => each.kind === "list")) return `a list of ${items.replace(/^list/, "lists")}`;
		return /, | or /.test(items.replace(/`[^`]*`|\([^)]*\)|http or https/g, "")) ? `a list, each entry ${items}` : `a list of ${plural(items)}`;
	}
	if (type.kind === "steps") return type.only ? `a list of steps of certain methods` : "a list of steps";
	if (type.kind === "boolean") return "a boolean";
	return type.kind === "text" ? textPhrase(type) : describe(type);
}

/** "string" as "strings", "http or https URL" as "http or https URLs", "[object](#a)" as "[objects](#a)"; what has no noun at an end stays. */
function plural(items: string): string {
	return items.replace(/^(string|integer|number|name)(?= |$)|^\[object(?=\])|(?:URL|item|tag|object|any value)$/, "$&s");
}

function textPhrase(type: TextType): string {
	if (type.expression) return type.expression === "js" ? "a JavaScript condition" : "the path of a variable";
	const name = type.refers ?? type.defines;
	if (name && !type.format) return `the name of a ${name.replace("-", " ")}`;
	// The whole description of a format stands in notes and messages; here its beginning will do.
	const looks = describe(type).replace(/, such as `[^`]*`(?: or `[^`]*`)?/, "");
	const short = looks.length > 50 && type.format ? looks.replace(/: .*$/, "") : looks;
	return short.length > 60 && type.format?.includes("-") ? `a ${type.format.replaceAll("-", " ")}` : short;
}

function objectPhrase(maps: readonly MapType[], link: Linker): string {
	const target = link(maps);
	const [first] = maps;
	if (target) return `an [object](${target})`;
	if (maps.length === 1 && first?.rest && first.params.length === 0) {
		const rest = typePhrase(first.rest, link);
		return rest === "any value" ? "an object" : `an object, each value ${rest}`;
	}
	return "an object";
}

/** "Write exactly one of `url` and `urls`." */
export function choiceSentence(choice: Choice): string {
	const names = listed(choice.of.map(code), "and");
	const [only, ...more] = choice.of;
	if (more.length === 0) return choice.required ? `${code(only)} must be written.` : "";
	if (choice.tolerated) return `${choice.required ? `Write one of ${names}` : `Write at most one of ${names}`}; with several, ${choice.tolerated}.`;
	return `Write ${choice.several ? "at least" : choice.required ? "exactly" : "at most"} one of ${names}.`;
}

/** The last cell of a row: what a param means, in short. */
export function meaning(param: Param): string {
	const [only, ...more] = knownValues(param);
	const value = only?.summary && more.length === 0 ? ` ${code(String(only.value))}: ${only.summary}` : "";
	const tier = param.tier === "engine" ? "_platform_ · " : param.tier === "next" ? "_next_ · " : "";
	return cell(`${tier}${param.deprecated ? `_Deprecated._ ${param.deprecated} ` : ""}${param.summary}${value}`);
}

/** The values of a param that are worth naming. */
export function knownValues(param: Param): readonly Value[] {
	return alternatives([param.type])
		.flatMap((each) => (each.kind === "number" ? (each.also ?? []) : each.kind === "text" ? (each.values ?? each.words?.of ?? []) : []))
		.filter((each) => !each.deprecated);
}

const flows: { readonly [flow in Flow]: string } = {
	next: "The script goes on with the next step.",
	terminal: "The steps after it do not run.",
	jump: "When the jump is made, the script goes on at its target; otherwise with the next step.",
	call: "What it calls runs first, then the script goes on with the next step.",
	branch: "The chosen steps run, then the script goes on with the next step.",
	label: "It does nothing by itself; the script goes on with the next step.",
	"after-session": "The script goes on with the next step when the session has ended.",
};

/** How the script goes on after a step. */
export function flowSentence(form: Form): string {
	return flows[form.flow];
}

/** Whether a step may stand before the call is answered. */
export function answerSentence(form: Form): string {
	switch (form.beforeAnswer) {
		case "safe":
			return "It may stand before `answer`.";
		case "answers":
			return "A call that is not answered yet is answered first.";
		case "needs-answer":
			return "The call must be answered first.";
		default:
			return "";
	}
}

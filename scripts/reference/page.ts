/** One page of the reference: of a method, or of one of its large parts. */
import { exampleOf, stateOf } from "../../server/core/features/prose.ts";
import { docsUrl } from "../../server/core/language/lookup.ts";
import type { Flavour, Form, MapType, Method } from "../../server/core/language/type.ts";
import { alternatives } from "../../server/core/model/alternatives.ts";
import { listed } from "../../server/core/model/describe.ts";
import { objectsBelow } from "./objects.ts";
import { mapsOf, type Part } from "./parts.ts";
import { answerSentence, code, flowSentence, type Linker, waysToWrite } from "./words.ts";

const flavours: { readonly [flavour in Flavour]: string } = { calling: "calls", messaging: "messages" };

/** The page of a method, in both flavours where it has both. */
export function methodPage(method: Method, parts: ReadonlyMap<MapType, Part>): string {
	const forms = (["calling", "messaging"] as const).flatMap((flavour) => {
		const form = method.forms[flavour];
		return form ? [{ flavour, form }] : [];
	});
	const [only, ...more] = forms;
	const both = more.length > 0;
	const intro = both
		? `For calls and for messages, with different parameters: [in calls](#in-calls), [in messages](#in-messages).`
		: `For ${flavours[only?.flavour ?? "calling"]} only.`;
	const content = forms.map(({ flavour, form }) => formPart(method, form, flavour, both, parts));
	return `# ${method.name}\n\n${intro} [All methods](README.md)\n\n${content.join("\n\n")}\n`;
}

function formPart(method: Method, form: Form, flavour: Flavour, both: boolean, parts: ReadonlyMap<MapType, Part>): string {
	const level = both ? "###" : "##";
	const url = docsUrl(form);
	const objects = objectsBelow(mapsOf(form.type), { suffix: both ? ` in ${flavours[flavour]}` : "", level, parts, page: method.name });
	return paragraphs([
		both && `## In ${flavours[flavour]}`,
		form.summary,
		stateOf(form),
		form.note,
		url && `[SignalWire's page on \`${method.name}\`](${url})`,
		`${level} Example${both ? ` in ${flavours[flavour]}` : ""}`,
		`\`\`\`yaml\n${exampleOf(form, "yaml")}\n\`\`\``,
		`The same in JSON:`,
		`\`\`\`json\n${exampleOf(form, "json").trim()}\n\`\`\``,
		`${level} How it is written`,
		writtenAs(method, form, objects.link),
		objects.text,
		form.sets?.length && `${level} What it sets`,
		form.sets
			?.map((each) => `- ${code(each.name)}${each.summary ? `: ${each.summary}` : ""}${each.values ? ` One of ${listed(each.values.map(code), "or")}.` : ""}`)
			.join("\n"),
		`${level} How the script goes on`,
		[flowSentence(form), answerSentence(form)].filter(Boolean).join(" "),
	]);
}

/** The ways to write the value, and what short forms stand for. */
function writtenAs(method: Method, form: Form, link: Linker): string {
	const { name } = method;
	const ways = waysToWrite(form.type, link);
	const short = form.shorthand;
	const positional = alternatives([form.type]).some((type) => type.kind === "list" && type.first !== undefined);
	const after = `After ${code(`${name}:`)} comes`;
	const lines = ways.length > 1 ? [`${after} one of:\n\n${ways.map((way) => `- ${way}`).join("\n")}\n\n`] : [`${after} ${ways.join("")}.`];
	if (short && ways.length > 1) lines.push(`${code(`${name}: value`)} is short for ${code(`${name}: { ${short.param}: value }`)}.`);
	if (short?.list) lines.push(`A list is short for ${code(`${name}: { ${short.list}: […] }`)}.`);
	if (positional && short) lines.push(`Of a list only the first entry is known to mean something: ${code(short.param)}.`);
	if (short?.style === "legacy") lines.push("The short form works as well; the published reference writes the object.");
	if (form.bare) lines.push(`The step may also be the bare name, ${code(`- ${name}`)}; ${code(`${name}: {}`)} is the documented form.`);
	return lines.join(" ").replace(/\n\n /g, "\n\n").trim();
}

/** The page of a large part. */
export function partPage(part: Part, parts: ReadonlyMap<MapType, Part>): string {
	const objects = objectsBelow(part.types, { suffix: "", level: "##", parts, page: part.page });
	const where = `A part of [\`${part.owner}\`](${part.owner}.md), written at \`${part.path}\`. [All methods](README.md)`;
	return `${paragraphs([`# ${part.owner}: ${part.name}`, where, part.summary, objects.text])}\n`;
}

function paragraphs(parts: readonly (string | false | 0 | undefined)[]): string {
	return parts.filter((each) => each).join("\n\n");
}

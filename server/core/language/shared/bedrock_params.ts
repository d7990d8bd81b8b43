/** The nested objects of `amazon_bedrock`: its prompts and its settings. What they share with `ai` is taken from there. */
import { anything, engineAll, map, oneOf, optional, readingLoosely, text, type Unnamed } from "../build.ts";
import type { Choice, MapType, Type } from "../type.ts";
import { aiParams } from "./ai_params.ts";
import { postPrompt } from "./ai_prompt.ts";
import { pomSections } from "./pom.ts";

/** The named params of another map, without what the platform's own list says of them there. */
function taken(from: MapType, names: readonly string[]): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(
		from.params.filter((param) => names.includes(param.name)).map(({ name, absent: _, ...param }) => [name, { ...param, type: strict(param.type) }]),
	);
}

function strict(type: Type): Type {
	if (type.kind !== "number") return type;
	const { reads: _, ...rest } = type;
	return rest;
}

/** The given params, which the platform's own list does not have here. */
function absent(params: { readonly [name: string]: Unnamed }): { readonly [name: string]: Unnamed } {
	return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, { ...param, absent: true as const }]));
}

const generation = taken(postPrompt, ["temperature", "top_p", "confidence", "presence_penalty", "frequency_penalty", "max_tokens", "barge_confidence"]);
const { temperature, ...writing } = generation;

const textOrPom: Choice = { of: ["text", "pom"], required: true, tolerated: "`pom` wins and `text` is ignored" };

const misplaced = ["post_prompt", "post_prompt_url", "SWAIG", "global_data", "params"].map((key) => ({ key, to: `../${key}` }));

/** What the agent is told for the whole conversation. */
export const bedrockPrompt: MapType = map(
	{
		text: optional(text(), "What the agent is told: who it is, what it shall do, and what it must not do.", {
			aka: ["content", "system_prompt", "instructions", "prompt"],
		}),
		pom: optional(pomSections, "What the agent is told, as a list of sections. It is written out as Markdown.", { aka: ["sections"] }),
		voice_id: optional(
			oneOf({
				tiffany: "The voice Tiffany.",
				matthew: "The voice Matthew.",
				amy: "The voice Amy.",
				lupe: "The voice Lupe.",
				carlos: "The voice Carlos.",
			}),
			"The voice that the agent speaks with.",
			{ default: "matthew", disputed: "The published schema lists five voices; an SDK's example uses `joanna`.", aka: ["voice"] },
		),
		...readingLoosely(taken(postPrompt, ["temperature", "top_p"])),
		...absent(taken(postPrompt, ["confidence", "presence_penalty", "frequency_penalty", "max_tokens"])),
		...taken(postPrompt, ["barge_confidence"]),
	},
	{ name: "prompt", choices: [textOrPom], misplaced },
);

/** What the agent is told when the conversation is over. */
export const bedrockPostPrompt: MapType = map(
	{
		text: optional(text(), "What the agent is told to write about the finished conversation, such as a summary.", {
			aka: ["content", "system_prompt", "instructions", "prompt"],
		}),
		pom: optional(pomSections, "What the agent is told to write about the finished conversation, as a list of sections.", { aka: ["sections"] }),
		...(temperature ? { temperature: { ...temperature, note: "The published schema allows up to 1.5; the reference's page says 1." } } : {}),
		...writing,
	},
	{ name: "post_prompt", choices: [textOrPom], misplaced: misplaced.filter(({ key }) => key !== "post_prompt") },
);

/** Settings of the session. Other keys are passed over in silence. */
export const bedrockParams: MapType = map(
	{
		...readingLoosely(taken(aiParams, ["attention_timeout", "inactivity_timeout"])),
		...taken(aiParams, ["hard_stop_time"]),
		...engineAll(text(), ["compact_conversation_time", "compact_strategy"]),
		hard_stop_prompt: optional(text(), "What the agent is told when `hard_stop_time` is up.", {
			defaultNote: "a built-in text: time is up, bring the conversation to an end",
			needs: [{ param: "hard_stop_time", because: "there is no `hard_stop_time`" }],
		}),
		...taken(aiParams, ["video_talking_file", "video_listening_file", "video_idle_file"]),
	},
	{ name: "params", rest: anything },
);

/** `prompt` and `post_prompt`: what an AI agent is told, and how its model writes answers. */
import { engine, engineAll, integer, list, map, number, optional, reads, text, type Unnamed } from "../build.ts";
import type { Choice, MapType, Misplaced } from "../type.ts";
import { aiParams } from "./ai_params.ts";
import { contextStep, contexts } from "./contexts.ts";
import { pomSections } from "./pom.ts";

/** How the model writes: the same for the prompt and the post prompt. */
const generation: { readonly [name: string]: Unnamed } = {
	temperature: optional(number({ min: 0, max: 1.5 }), "How freely the model picks its words. Closer to 0, answers vary less.", { default: 1 }),
	top_p: optional(number({ min: 0, max: 1 }), "Another way to limit how freely the model picks its words. Closer to 0, answers vary less.", {
		default: 1,
		note: "Change this or `temperature`, not both.",
		aka: ["topP"],
	}),
	confidence: optional(
		number({ min: 0, max: 1 }),
		"How sure speech recognition has to be that the caller has finished. Lower values shorten the pause before the agent answers, and may cut the caller off.",
		{ default: 0.6, absent: true },
	),
	presence_penalty: optional(
		reads("anything", number({ min: -2, max: 2 })),
		"How much the model avoids staying on a topic. Higher values make it more likely to change to a new one.",
		{
			default: 0,
		},
	),
	frequency_penalty: optional(
		reads("anything", number({ min: -2, max: 2 })),
		"How much the model avoids repeating itself. Higher values make the same wording less likely.",
		{
			default: 0,
		},
	),
	max_tokens: optional(reads("numbers", integer({ min: 0, max: 4096, unit: "tokens" })), "The longest answer the model may write.", {
		default: 256,
		aka: ["maxTokens"],
	}),
	barge_confidence: optional(number(), "How sure speech recognition has to be before the caller interrupts the agent.", {
		unlisted: true,
		tier: "sdk",
	}),
};

/** What the platform's own list has besides. */
const listedByPlatform: { readonly [name: string]: Unnamed } = {
	max_completion_tokens: engine(number()),
	...engineAll(text(), ["model", "reasoning_effort", "verbosity"]),
};

/** Text or sections, and the sections count where both are written. */
const textOrPom: Choice = { of: ["text", "pom"], required: true, tolerated: "`pom` wins and `text` is ignored" };

/** Params of the agent that people write into its prompt. */
const misplaced: readonly Misplaced[] = [
	...aiParams.params.filter((param) => !param.unlisted && !param.unexplained).map((param) => ({ key: param.name, to: `../params.${param.name}` })),
	{ key: "voice", to: "../languages[].voice" },
	{ key: "languages", to: "../languages" },
	{ key: "hints", to: "../hints" },
	{ key: "global_data", to: "../global_data" },
	{ key: "SWAIG", to: "../SWAIG" },
	{ key: "functions", to: "../SWAIG.functions" },
	{ key: "params", to: "../params" },
];

const insertions =
	"Variables are filled in: `${caller_id_number}`, `${call_direction}`, `${local_date}`, `${spoken_date}`, `${local_time}`, `${time_of_day}`, `${supported_languages}`, `${default_language}` and all of `${global_data.…}`.";

/** What the agent is told for the whole conversation. */
export const prompt: MapType = map(
	{
		text: optional(text(), "What the agent is told: who it is, what it shall do, and what it must not do. Markdown helps the model to see the structure.", {
			note: insertions,
			example: "You are a friendly receptionist. Keep your answers short.\n",
			aka: ["content", "system", "system_prompt", "instructions", "prompt", "message"],
		}),
		pom: optional(pomSections, "What the agent is told, as a list of sections. It is written out as Markdown, or as XML with `params.pom_format`.", {
			note: insertions,
			aka: ["sections"],
		}),
		contexts: optional(contexts, "Parts of the conversation with steps of their own, in addition to `text` or `pom`. It starts in `default`.", {
			note: "The SDKs allow at most 50 contexts.",
			aka: ["context"],
		}),
		...generation,
		...listedByPlatform,
		steps: engine(list(contextStep)),
	},
	{
		name: "prompt",
		choices: [textOrPom],
		misplaced: [...misplaced, { key: "post_prompt", to: "../post_prompt" }, { key: "post_prompt_url", to: "../post_prompt_url" }],
	},
);

/** What the agent is told when the conversation is over. */
export const postPrompt: MapType = map(
	{
		text: optional(text(), "What the agent is told to write about the finished conversation, such as a summary.", {
			example: "Summarize the conversation in two sentences.\n",
			aka: ["content", "system_prompt", "instructions", "prompt"],
		}),
		pom: optional(pomSections, "What the agent is told to write about the finished conversation, as a list of sections.", { aka: ["sections"] }),
		...generation,
		...listedByPlatform,
	},
	{
		name: "post_prompt",
		choices: [textOrPom],
		misplaced: [...misplaced, { key: "post_prompt_url", to: "../post_prompt_url" }, { key: "url", to: "../post_prompt_url" }],
	},
);

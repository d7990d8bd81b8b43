/** `prompt.contexts`: a conversation parted into contexts, each a list of steps that the agent goes through. */
import { anyMap, anything, boolean, engine, list, map, oneOf, optional, readingLoosely, required, suggested, text, type Unnamed, union } from "../build.ts";
import type { MapType } from "../type.ts";
import { functionFillers } from "./fillers.ts";
import { pomSections } from "./pom.ts";

const contextNames = list(text({ refers: "context" }));
const stepNames = list(suggested({ next: "The step that follows in the list." }, { refers: "context-step" }));
const functionNames = union(list(text({ refers: "function" })), oneOf({ none: "No function at all." }));

/** What the SDKs write about one question of `gather_info`. */
const question = map(
	{
		key: required(text({ notBlank: true }), "The name under which the answer is kept."),
		question: required(text({ notBlank: true }), "The question to ask."),
		type: optional(
			suggested({ string: "Text.", integer: "A number without a fraction.", number: "A number.", boolean: "Yes or no." }),
			"The kind of answer expected.",
		),
		confirm: optional(boolean(), "Whether the caller has to confirm the answer."),
		prompt: optional(text(), "Further instructions for this question."),
		functions: optional(functionNames, "The functions the agent may call while asking."),
		isolated: optional(boolean(), "Whether the question is asked without the history of the conversation."),
	},
	{ name: "question" },
);

const gatherInfo = map(
	{
		questions: required(list(question, { min: 1 }), "The questions to ask, one after another."),
		prompt: optional(text(), "Instructions for asking all of the questions."),
		output_key: optional(text(), "The key of `global_data` under which the answers are kept."),
		completion_action: optional(
			suggested({ next_step: "Go to the step that follows in the list." }),
			"Where to go when all questions are answered: `next_step`, or a step's name.",
		),
		isolated: optional(boolean(), "Whether the questions are asked without the history of the conversation."),
	},
	{ name: "gather_info" },
);

const reset = map(
	{
		system_prompt: optional(text(), "The system prompt from here on."),
		user_prompt: optional(text(), "A message added as if the caller had said it."),
		consolidate: optional(boolean(), "Whether the conversation so far is replaced by a summary of it."),
		full_reset: optional(boolean(), "Whether the conversation so far is forgotten."),
	},
	{ name: "reset" },
);

const history = suggested({
	keep: "The conversation so far stays.",
	default: "The usual treatment.",
	hide: "The conversation so far is hidden from the agent.",
});

const stepParams: { readonly [name: string]: Unnamed } = readingLoosely({
	name: required(text({ defines: "context-step", notBlank: true }), "The step's name, by which `valid_steps` and the action `change_step` refer to it.", {
		note: "Names are unique within their context, and `next` is reserved.",
		example: "greeting",
	}),
	text: optional(text(), "What the agent is told to do in this step.", {
		example: "Greet the caller and ask what they need.\n",
		aka: ["prompt", "instructions", "content", "body"],
	}),
	pom: optional(pomSections, "What the agent is told to do in this step, as a list of sections.", { aka: ["sections"] }),
	step_criteria: optional(text(), "When the step is finished, told to the agent in words. The agent goes on to another step only then.", {
		example: "The caller has said what they need.",
		aka: ["criteria", "completion_criteria", "complete_when"],
	}),
	functions: optional(functionNames, "The SWAIG functions the agent may call in this step. An empty list means none of them.", {
		note: "The published schema knows only the list; the SDKs also write the text `none`.",
		aka: ["tools"],
	}),
	valid_steps: optional(
		stepNames,
		"The steps the agent may go to from this one. `next` stands for the step that follows; so does leaving the list out or empty.",
		{
			needs: [{ param: "end", is: [false], because: "`end` is on, so the context ends with this step" }],
			aka: ["next_steps", "steps"],
		},
	),
	valid_contexts: optional(contextNames, "The contexts the agent may change to from this step.", { aka: ["contexts"] }),
	end: optional(boolean(), "Whether the context ends with this step.", { default: false, note: "Not together with `valid_steps`." }),
	skip_user_turn: optional(boolean(), "Whether the agent goes on without waiting for the caller to speak.", { default: false }),
	skip_to_next_step: optional(boolean(), "Whether the agent goes to the next step at once, without weighing `step_criteria`.", {
		tier: "engine",
	}),
	history: optional(history, "What the agent sees of the conversation before this step.", { tier: "engine" }),
	reset: optional(reset, "What to reset on entering the step.", { tier: "engine" }),
	gather_info: optional(gatherInfo, "Questions whose answers the agent collects in this step.", { tier: "engine" }),
});

/** One step of a context. */
export const contextStep = map(stepParams, { name: "context step", choices: [{ of: ["text", "pom"], required: true }] });

/** The page and the newest schema have a map of languages; older schemas have a list of such maps. */
const fillers = union(functionFillers, list(functionFillers));
const fillersDisputed =
	"The documentation and the current schema have an object with languages as keys; older schemas, which the SDKs carry, have a list of such objects.";

const contextParams: { readonly [name: string]: Unnamed } = readingLoosely({
	steps: required(list(contextStep, { min: 1 }), "The steps of the context. The agent goes through them in order, unless they say otherwise.", {
		note: "The SDKs allow at most 100 steps.",
	}),
	text: optional(text(), "What the agent is told throughout this context.", { absent: true, aka: ["instructions", "content"] }),
	pom: optional(pomSections, "What the agent is told throughout this context, as a list of sections.", { aka: ["sections"] }),
	isolated: optional(boolean(), "Whether entering the context clears the conversation so far, except for the system prompt.", { default: false }),
	enter_fillers: optional(fillers, "What to say on entering the context, by language. One of the texts is picked each time.", { disputed: fillersDisputed }),
	exit_fillers: optional(fillers, "What to say on leaving the context, by language. One of the texts is picked each time.", { disputed: fillersDisputed }),
	initial_step: optional(text({ refers: "context-step" }), "The step to start with.", { tier: "engine" }),
	valid_steps: optional(stepNames, "The steps the agent may go to from any step of this context.", { tier: "engine" }),
	valid_contexts: optional(contextNames, "The contexts the agent may change to from any step of this one.", { tier: "engine" }),
	prompt: optional(text(), "What the agent is told throughout this context.", { tier: "engine" }),
	system_prompt: optional(text(), "The system prompt while in this context.", { tier: "engine" }),
	user_prompt: optional(text(), "A message added on entering, as if the caller had said it.", { tier: "engine" }),
	post_prompt: optional(anyMap, "The post prompt while in this context.", { tier: "engine" }),
	consolidate: optional(boolean(), "Whether entering replaces the conversation so far by a summary of it.", { tier: "engine" }),
	full_reset: optional(boolean(), "Whether entering forgets the conversation so far.", { tier: "engine" }),
	history: optional(history, "What the agent sees of the conversation before this context.", { tier: "engine" }),
	reset: engine(anything),
});

const context = map(contextParams, { name: "context", choices: [{ of: ["text", "pom"] }] });

/** All contexts by name; the conversation starts in `default`. */
export const contexts: MapType = map(
	{ default: required(context, "The context in which the conversation starts.") },
	{
		name: "contexts",
		rest: context,
		restDefines: "context",
		misplaced: [{ key: "steps", to: "default.steps" }],
	},
);

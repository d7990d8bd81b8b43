/** `ai.params` about the agent itself: its models, its name, what it remembers and how it thinks. */
import { anything, boolean, engine, integer, list, map, oneOf, optional, required, suggested, text, type Unnamed } from "../build.ts";

const models = suggested({
	"gpt-4o-mini": "OpenAI's GPT-4o mini.",
	"gpt-4.1-mini": "OpenAI's GPT-4.1 mini.",
	"gpt-4.1-nano": "OpenAI's GPT-4.1 nano, the smallest and fastest of the three.",
});

/** For models of single tasks. */
const likeTheAgent = "the value of `ai_model`";

const message = map(
	{
		role: required(
			oneOf({
				user: "The caller said it.",
				assistant: "The agent said it.",
				system: "An instruction to the agent.",
			}),
			"Who the message is from.",
		),
		content: required(text(), "What was said.", { aka: ["text", "message"] }),
		lang: optional(text({ format: "language" }), "The language of the message, as a code such as `en` or `es`.", { default: "en", aka: ["language"] }),
		tool_call_id: engine(text()),
		tool_calls: engine(list(anything)),
	},
	{ name: "message" },
);

const withInnerDialog = [{ param: "enable_inner_dialog", is: [true], because: "the inner dialog is off" }] as const;

export const agentParams: { readonly [name: string]: Unnamed } = {
	ai_model: optional(models, "The language model that leads the conversation.", { default: "gpt-4o-mini", aka: ["llm", "llm_model", "model_name"] }),
	ai_name: optional(text(), "The name by which callers address the agent to wake it. Upper and lower case do not matter.", {
		default: "computer",
		note: "Used with `enable_pause`, `start_paused` and `speak_when_spoken_to`. To give the agent a name of its own, tell it in the prompt.",
		aka: ["agent_name", "wake_word"],
	}),
	app_name: optional(text(), "A name for this agent, sent along with its webhooks so that your server can tell agents apart.", {
		default: "swml app",
		aka: ["application_name"],
	}),
	conscience: optional(text(), "A reminder that keeps the agent to its role. It is given to the model again after each function call.", {
		defaultNote: "a built-in text: stay in character, do nothing outside the role, never reveal the prompts",
		aka: ["guardrails"],
	}),
	convo: optional(list(message), "Messages that the conversation starts with, as if they had already been exchanged.", {
		aka: ["conversation", "messages", "history"],
	}),
	conversation_id: optional(text(), "Your own id for the conversation. `save_conversation` and the function `check_for_input` find it by this id."),
	conversation_sliding_window: optional(integer(), "How much of the conversation the model still sees: only its latest part, of this size.", {
		aka: ["sliding_window"],
	}),
	direction: optional(
		oneOf({
			inbound: "The agent takes it that the caller called.",
			outbound: "The agent takes it that it called.",
		}),
		"Which way the agent takes the call to go, whichever way it really went.",
		{ defaultNote: "the call's own direction" },
	),
	wait_for_user: optional(boolean(), "Whether the agent lets the caller speak first.", { default: false, aka: ["user_speaks_first", "wait_for_caller"] }),
	local_tz: optional(text({ format: "timezone" }), "The agent's time zone, as an IANA name such as `Europe/Paris`. The time and date it tells follow it.", {
		default: "US/Central",
		aka: ["timezone", "time_zone", "tz"],
	}),
	pom_format: optional(
		oneOf({
			markdown: "Markdown headings and lists.",
			xml: "XML tags.",
		}),
		"How prompts written as `pom` are handed to the model.",
		{ default: "markdown" },
	),
	max_response_tokens: optional(
		integer({ min: 1, max: 16384, unit: "tokens" }),
		"The longest answer the model may write in one turn. A lower number makes answers shorter and quicker.",
		{ aka: ["max_completion_tokens"] },
	),
	cache_mode: optional(boolean(), "Whether answers are cached, so that repeated questions are answered faster.", { default: false, absent: true }),
	persist_global_data: optional(boolean(), "Whether `global_data` is kept when the agent ends and given to the next agent on the same call.", {
		default: true,
	}),
	save_conversation: optional(
		boolean(),
		"Whether a summary of the conversation is sent to `post_prompt_url` at its end, and fetched from there at the start of the next one.",
		{
			default: false,
			note: "Needs `post_prompt_url` of the agent as well. It makes a `post_prompt` unnecessary.",
			needs: [{ param: "conversation_id", because: "there is no `conversation_id` to save it under" }],
		},
	),
	summary_mode: optional(oneOf(["string", "original"]), "How the summary of the conversation is given.", {
		note: "What the two values mean is documented nowhere.",
	}),
	transfer_summary: optional(boolean(), "Whether a summary of the conversation goes along when the call passes to another agent.", { default: false }),
	redact_prompt: optional(text(), "What to leave out of logs, events, webhooks and transcripts, told in words: `credit card numbers and full names`.", {
		note: "What is left out is shown as `----`. The caller and the model still get the real words, and something may slip through.",
		aka: ["redact", "redaction_prompt"],
	}),
	enable_thinking: optional(boolean(), "Whether the model thinks before it answers. Each answer takes one more round, and so a little longer.", {
		default: false,
		aka: ["thinking"],
	}),
	thinking_model: optional(models, "The model that thinks.", {
		defaultNote: likeTheAgent,
		needs: [{ param: "enable_thinking", is: [true], because: "thinking is off" }],
	}),
	enable_vision: optional(boolean(), "Whether the agent can look at the caller's video. It gets the function `get_visual_input` for that.", {
		default: false,
		aka: ["vision"],
	}),
	vision_model: optional(models, "The model that looks at pictures.", {
		defaultNote: likeTheAgent,
		needs: [{ param: "enable_vision", is: [true], because: "vision is off" }],
	}),
	utility_model: optional(
		models,
		"The model for small tasks on the way, such as `redact_prompt` and `auto_correct`. A small and fast one keeps the caller from waiting.",
		{
			defaultNote: likeTheAgent,
		},
	),
	enable_inner_dialog: optional(boolean(), "Whether a second model follows the conversation in the background and advises the agent.", {
		default: false,
	}),
	inner_dialog_model: optional(models, "The model that follows in the background.", { defaultNote: likeTheAgent, needs: withInnerDialog }),
	inner_dialog_prompt: optional(text(), "What the model in the background is told.", {
		defaultNote: "a built-in text: the assistant is intelligent and to the point, and not overly polite",
		needs: withInnerDialog,
	}),
	inner_dialog_synced: optional(boolean(), "Whether the model in the background waits for each turn of the conversation to end before it advises.", {
		default: false,
		absent: true,
		needs: withInnerDialog,
	}),
	enable_pause: optional(boolean(), "Whether the agent can pause when the caller asks for it, by a function `pause_conversation`, until it hears its name.", {
		default: false,
		note: "The name is `ai_name`.",
		needs: [{ param: "speak_when_spoken_to", is: [false], because: "`speak_when_spoken_to` is on, and the two exclude each other" }],
		aka: ["pause"],
	}),
	start_paused: optional(boolean(), "Whether the agent starts paused and stays silent until it hears its name. It turns `enable_pause` on.", {
		default: false,
		note: "The name is `ai_name`.",
	}),
	speak_when_spoken_to: optional(boolean(), "Whether the agent answers only when it is addressed by its name.", {
		default: false,
		note: "The name is `ai_name`. Not together with `enable_pause`.",
	}),
	wake_prefix: optional(text(), "A word that has to be said before the agent's name to wake it: with `hey` and the name `computer`, “hey computer”.", {
		note: "Used with `enable_pause`, `start_paused` and `speak_when_spoken_to`.",
	}),
	languages_enabled: optional(boolean(), "Does nothing.", {
		deprecated: "Leave it out: it has no effect. `languages` and `multilingual` count as soon as they are written.",
	}),
};

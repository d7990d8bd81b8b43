/** `ai`. The params of its parts are in `shared/`: prompt, params, languages, multilingual, SWAIG and more. */
import { anyMap, engine, form, map, method, optional, required, sets, text, url } from "../build.ts";
import { aiParams } from "../shared/ai_params.ts";
import { postPrompt, prompt } from "../shared/ai_prompt.ts";
import { globalData } from "../shared/global_data.ts";
import { hints } from "../shared/hints.ts";
import { languages } from "../shared/languages.ts";
import { multilingual } from "../shared/multilingual.ts";
import { pronounce } from "../shared/pronounce.ts";
import { swaigOrFunctions } from "../shared/swaig.ts";
import type { Misplaced, Param } from "../type.ts";

/** What is known without a meaning is nothing that people mean elsewhere. */
function isOffered({ unlisted, unexplained }: Param): boolean {
	return !unlisted && !unexplained;
}

/** Params that people write one level too high. */
const misplaced: readonly Misplaced[] = [
	...aiParams.params.filter(isOffered).map((param) => ({ key: param.name, to: `params.${param.name}` })),
	...prompt.params.filter(isOffered).map((param) => ({ key: param.name, to: `prompt.${param.name}` })),
	...["functions", "defaults", "includes", "native_functions", "internal_fillers", "mcp_servers"].map((key) => ({ key, to: `SWAIG.${key}` })),
	{ key: "tools", to: "SWAIG.functions" },
	{ key: "web_hook_url", to: "SWAIG.defaults.web_hook_url" },
	{ key: "model", to: "params.ai_model" },
	{ key: "language", to: "languages[].code" },
	...["post_prompt_user", "post_prompt_username", "post_prompt_auth"].map((key) => ({ key, to: "post_prompt_auth_user" })),
	...["post_prompt_pass", "post_prompt_password", "post_prompt_auth_pass"].map((key) => ({ key, to: "post_prompt_auth_password" })),
	{ key: "steps", to: "prompt.contexts.default.steps" },
	...["speech_fillers", "function_fillers", "turn_fillers"].map((key) => ({ key, to: `languages[].${key}` })),
];

const outcomes = ["success", "failed"];

export const ai = method("ai", {
	aka: [
		"ai_agent",
		"agent",
		"voice_ai",
		"assistant",
		"llm",
		"openai",
		"gpt",
		"chatgpt",
		"bot",
		"chatbot",
		"virtual_agent",
		"voice_agent",
		"ai_assistant",
		"conversation",
		"start_ai",
	],
	forms: {
		calling: form({
			summary:
				"Starts an AI agent that talks with the caller: it hears by speech recognition, answers by a language model, speaks by text-to-speech, and can call functions of yours.",
			docs: "calling/ai",
			flow: "after-session",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "The script goes on with the next step when the session ends, unless a function has hung up or moved the call elsewhere.",
			sets: [sets("ai_result", "How the session ended.", { values: outcomes }), sets("return_value", "The same as `ai_result`.", { values: outcomes })],
			type: map(
				{
					prompt: required(prompt, "What the agent is told: who it is, what it shall do, and how.", { unneeded: true, aka: ["system_prompt", "instructions"] }),
					post_prompt: optional(
						postPrompt,
						"What the agent is told when the conversation is over, such as to summarise it. The answer goes to `post_prompt_url`.",
						{
							aka: ["summary_prompt", "postPrompt"],
						},
					),
					post_prompt_url: optional(
						url(),
						"The URL that receives the report when the session has ended: the answer to `post_prompt` and a log of the conversation. `user:password@` may stand before the host.",
						{ aka: ["postPromptUrl", "post_url"] },
					),
					params: optional(aiParams, "How the agent behaves: its model, how it listens and speaks, its timeouts.", { aka: ["parameters", "settings"] }),
					SWAIG: optional(swaigOrFunctions, "The functions the agent may call, and where they come from.", {
						example: {
							functions: [{ function: "look_up_hours", description: "Looks up the opening hours of a day.", web_hook_url: "https://example.com/hours" }],
						},
						aka: ["swaig"],
					}),
					languages: optional(languages, "The languages the agent speaks, each with its voice. One entry is enough to choose a voice.", {
						aka: ["voices"],
					}),
					multilingual: optional(
						multilingual,
						"Lets the agent follow the caller from one language to another within the call. It takes the place of `languages`.",
						{
							note: "Written out as an object, not as a variable: it is read before variables are filled in.",
						},
					),
					hints: optional(hints, "Words that speech recognition should expect, such as names, and corrections of what it mishears.", {
						aka: ["hint", "keywords"],
					}),
					pronounce: optional(pronounce, "How the agent says certain words.", { aka: ["pronunciation", "pronunciations"] }),
					global_data: optional(
						globalData,
						"Data of your own that lasts as long as the session. Prompts and functions read it as `${global_data.…}`, and functions change it by the action `set_global_data`.",
						{ aka: ["globalData"] },
					),
					post_prompt_auth_user: engine(text(), "The user name with which the report is sent to `post_prompt_url`."),
					post_prompt_auth_password: engine(text(), "The password with which the report is sent to `post_prompt_url`."),
					voice: engine(text({ format: "voice" }), "The agent's voice, as `engine.voice`.", {
						deprecated: "Use `languages[].voice` instead.",
						movedTo: "languages[].voice",
					}),
					engine: engine(text(), "The engine of the agent's voice, such as `elevenlabs`.", {
						deprecated: "Name the engine in `languages[].voice` instead, as in `elevenlabs.rachel`.",
					}),
					agent: engine(text()),
					agent_meta_data: optional(anyMap, "Data of your own about the agent.", { unlisted: true, tier: "older" }),
				},
				{
					name: "ai",
					choices: [{ of: ["languages", "multilingual"], tolerated: "`multilingual` wins and `languages` is ignored" }],
					misplaced,
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - ai:
        prompt:
          text: |
            You are Mira and take reservations for the restaurant Blue Lantern.
            Ask for the day, the time and the number of guests, one at a time.
            Repeat all three, and check that a table is free before you confirm.
          temperature: 0.4
        post_prompt:
          text: Write down the day, the time, the number of guests and the name as JSON.
        post_prompt_url: https://example.com/reservations/report
        params:
          static_greeting: Blue Lantern, this is Mira. For which day would you like a table?
          end_of_speech_timeout: 500
          local_tz: Europe/Dublin
          hard_stop_time: 10m
        languages:
          - name: English
            code: en-GB
            voice: gcloud.en-GB-Neural2-A
            function_fillers:
              - One moment, I am looking.
              - Let me see what is free.
        hints:
          - Blue Lantern
        SWAIG:
          functions:
            - function: check_table
              description: Find out whether a table is free.
              parameters:
                type: object
                properties:
                  time:
                    type: string
                    description: The day and the time, as 2026-05-01T19:30.
                  guests:
                    type: integer
                    description: The number of guests.
                required:
                  - time
                  - guests
              web_hook_url: https://example.com/reservations/check
    - hangup: {}
`,
		}),
	},
});

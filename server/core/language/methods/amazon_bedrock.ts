/** `amazon_bedrock`. Facts: the published SWML schema; where it is silent, the reference's pages and the SDKs. */
import { anything, engine, engineAll, form, map, method, optional, required, text, url } from "../build.ts";
import { bedrockParams, bedrockPostPrompt, bedrockPrompt } from "../shared/bedrock_params.ts";
import { globalData } from "../shared/global_data.ts";
import { bedrockSwaig } from "../shared/swaig.ts";

const notRead = "Amazon Bedrock agents do not read this.";

export const amazonBedrock = method("amazon_bedrock", {
	aka: ["bedrock", "amazonBedrock", "ai_bedrock"],
	forms: {
		calling: form({
			summary: "Lets an AI agent on Amazon Bedrock talk to the caller. The script goes on when the session ends.",
			docs: "calling/amazon-bedrock",
			flow: "after-session",
			anyBody: true,
			beforeAnswer: "needs-answer",
			note: "Knows less than `ai`: no languages, hints, contexts or fillers, and six of the actions that functions may return.",
			type: map(
				{
					prompt: required(bedrockPrompt, "The instructions that the agent follows, and how it speaks and answers.", {
						unneeded: true,
						aka: ["system_prompt", "instructions"],
					}),
					post_prompt: optional(bedrockPostPrompt, "What the model does with the whole conversation when it is over, to summarize it for example.", {
						aka: ["summary_prompt"],
					}),
					post_prompt_url: optional(url(), "The URL that receives the outcome of `post_prompt` and a report of the session.", {
						note: "`user:password@` may stand before the host.",
						aka: ["postPromptUrl"],
					}),
					params: optional(bedrockParams, "Settings of the session: how long it lasts, and what a video call shows.", { aka: ["parameters", "settings"] }),
					SWAIG: optional(bedrockSwaig, "The functions that the agent may call.", {
						example: { functions: [{ function: "look_up_hours", description: "Looks up the opening hours of a day." }] },
						aka: ["swaig", "Swaig"],
					}),
					global_data: optional(globalData, "Data of your own that the prompt and all functions can read, as `${global_data.name}`.", { aka: ["globalData"] }),
					...engineAll(text(), ["app_name", "assistant_name", "assistant_prompt", "conversation_id"]),
					greeting_prompt: engine(map({ role: engine(text()), text: engine(text()) }, { name: "greeting_prompt" })),
					transcript_webhook_url: engine(text()),
					voice_id: optional(anything, "The voice that the agent speaks with.", {
						unlisted: true,
						tier: "sdk",
						note: "Sources differ on whether it stands here or in `prompt`.",
					}),
					languages: optional(anything, notRead, { unlisted: true, tier: "docs" }),
					hints: optional(anything, notRead, { unlisted: true, tier: "docs" }),
					pronounce: optional(anything, notRead, { unlisted: true, tier: "docs" }),
				},
				{
					name: "amazon_bedrock",
					misplaced: [
						{ key: "text", to: "prompt.text" },
						{ key: "pom", to: "prompt.pom" },
						{ key: "temperature", to: "prompt.temperature" },
						{ key: "top_p", to: "prompt.top_p" },
						{ key: "functions", to: "SWAIG.functions" },
						{ key: "inactivity_timeout", to: "params.inactivity_timeout" },
						{ key: "attention_timeout", to: "params.attention_timeout" },
						{ key: "hard_stop_time", to: "params.hard_stop_time" },
					],
				},
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - amazon_bedrock:
        prompt:
          voice_id: amy
          temperature: 0.4
          text: |
            You work at the front desk of the Harbour Hotel.
            Answer questions about rooms, and look up free rooms with find_room.
        post_prompt:
          text: Say in one sentence what the caller wanted.
        post_prompt_url: https://example.com/reports
        params:
          inactivity_timeout: 60000
          hard_stop_time: 10m
        SWAIG:
          functions:
            - function: find_room
              description: Find out whether a room is free on a given day.
              parameters:
                type: object
                properties:
                  day:
                    type: string
                    description: The day of arrival, as year-month-day.
                  beds:
                    type: integer
                    description: The number of beds.
                required:
                  - day
              web_hook_url: https://example.com/rooms
    - hangup: {}
`,
		}),
	},
});

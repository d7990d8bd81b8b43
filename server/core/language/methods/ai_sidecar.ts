/** `ai_sidecar`. Facts: the published SWML schema; where it is silent, the reference's pages. */
import { form, list, map, method, optional, required, sets, text, url } from "../build.ts";
import { globalData } from "../shared/global_data.ts";
import { callLeg, sidecarModel, sidecarParams, sidecarPermissions, sidecarPrompt } from "../shared/sidecar_params.ts";
import { sidecarSwaig } from "../shared/sidecar_swaig.ts";

/** Settings that people write beside `params`. */
const settings = sidecarParams.params.map(({ name }) => ({ key: name, to: `params.${name}` }));
const permissions = ["swaig_allow_swml", "swaig_allow_settings", "swaig_set_global_data"].map((key) => ({ key, to: `permissions.${key}` }));

export const aiSidecar = method("ai_sidecar", {
	aka: ["sidecar", "aiSidecar"],
	forms: {
		calling: form({
			summary:
				"Has an AI listen to the call and advise your application while two people talk. It never speaks on the call: its advice arrives as events. The script goes on at once.",
			docs: "calling/ai-sidecar",
			flow: "next",
			anyBody: true,
			beforeAnswer: "needs-answer",
			sets: [
				sets("ai_agents_global_data", "The sidecar's `global_data`. It stays with this leg of the call and is there for the next session.", {
					type: "map",
				}),
			],
			note: "Cannot run on a call together with `live_transcribe`. Ends with the call.",
			type: map(
				{
					lang: required(text({ format: "language", notBlank: true }), "The language of the conversation, as a tag such as `en-US`.", {
						unneeded: true,
						aka: ["language", "locale"],
					}),
					prompt: optional(sidecarPrompt, "What to watch for, when to advise and when to keep silent.", {
						defaultNote: "a few general instructions; write your own",
						note: "Tell the model to call `sidecar_skip` when there is nothing worth saying. Variables such as `${global_data.name}` and `${caller_id_number}` are filled in.",
						aka: ["instructions", "system_prompt"],
					}),
					url: optional(url(), "The URL that receives the sidecar's events and the transcript.", {
						note: "Without it the events go to RELAY clients only, which get them in any case. `user:password@` may stand before the host.",
						aka: ["webhook", "webhook_url", "status_url"],
					}),
					model: optional(sidecarModel, "The model that gives the advice and writes the summaries.", { default: "gpt-4o-mini", aka: ["ai_model"] }),
					direction: optional(list(callLeg, { min: 2 }), "The parties to listen to. Both must be in the list.", {
						default: ["remote-caller", "local-caller"],
						aka: ["directions"],
					}),
					customer_role: optional(callLeg, "Which party is the customer. The sidecar gives advice each time the customer has finished speaking.", {
						default: "remote-caller",
						aka: ["customer"],
					}),
					hints: optional(list(text(), { min: 1 }), "Words that speech recognition should expect: names of products, companies and people.", {
						aka: ["keywords"],
					}),
					SWAIG: optional(sidecarSwaig, "The functions that the sidecar may call.", {
						example: { functions: [{ function: "look_up_hours", description: "Looks up the opening hours of a day." }] },
						aka: ["swaig", "Swaig"],
					}),
					permissions: optional(sidecarPermissions, "What the results of functions may do. Everything, unless written otherwise.", {
						note: "Without effect when `params.act_on_channel` is `false`: then nothing is carried out.",
					}),
					global_data: optional(globalData, "Data of your own that the prompt and all functions can read, as `${global_data.name}`.", { aka: ["globalData"] }),
					params: optional(sidecarParams, "Settings of the sidecar: how quickly it reacts, what it sums up, how speech is recognized.", {
						aka: ["parameters", "settings"],
					}),
					action: optional(
						map(
							{
								summarize: required(
									map(
										{
											webhook: optional(url(), "The URL that receives the summary.", { defaultNote: "the sidecar's own `url`", aka: ["url", "web_hook_url"] }),
											prompt: optional(text(), "The instructions for the summary.", { defaultNote: "`params.ai_summary_prompt`" }),
										},
										{ name: "summarize" },
									),
									"Summarizes the conversation up to now.",
									{ aka: ["summary"] },
								),
							},
							{ name: "action" },
						),
						"Does one thing for the conversation instead of starting a sidecar.",
					),
				},
				{ name: "ai_sidecar", misplaced: [...settings, ...permissions, { key: "functions", to: "SWAIG.functions" }] },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - ai_sidecar:
        lang: en-US
        prompt: |
          You help an agent who sells garden tools.
          When the customer hesitates, name one reason to buy. Otherwise call sidecar_skip.
        url: https://example.com/advice
        hints:
          - Greenblade
          - hedge trimmer
        SWAIG:
          functions:
            - function: check_stock
              description: Find out how many pieces of a product are in stock.
              parameters:
                type: object
                properties:
                  product:
                    type: string
                    description: The name of the product.
                required:
                  - product
              web_hook_url: https://example.com/stock
        params:
          ai_summary: true
    - connect:
        from: "+15557654321"
        to: "+15552345678"
    - hangup: {}
`,
		}),
	},
});

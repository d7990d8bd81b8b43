/** `user_event`. Facts: the published SWML schema. */
import { anyMap, form, map, method, required } from "../build.ts";

export const userEvent = method("user_event", {
	aka: ["user_events", "send_event", "send_user_event", "custom_event", "emit_event", "userEvent", "event", "emit", "publish", "notify", "trigger_event"],
	forms: {
		calling: form({
			summary: "Sends an event of your own to the client that is connected to the call, for example a browser. The client hears it as `user_event`.",
			docs: "calling/user-event",
			flow: "next",
			experimental: true,
			anyBody: true,
			beforeAnswer: "needs-answer",
			type: map(
				{
					event: required(anyMap, "The event: any keys and values of your own.", {
						disputed: "The published schema wants an object; the documentation page gives the type as anything.",
						unneeded: true,
						aka: ["data", "payload", "events"],
					}),
				},
				{ name: "user_event" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - user_event:
        event:
          type: queue
          position: 3
          waiting: true
    - play:
        url: "say:You are the third in line."
    - hangup: {}
`,
		}),
	},
});

/** `sleep`. Facts: the published SWML schema. */
import { form, integer, map, method, positional, required, union } from "../build.ts";

const duration = integer({
	min: 0,
	unit: "ms",
	also: [{ value: -1, summary: "Sleep for ever: no later step runs." }],
});

export const sleep = method("sleep", {
	aka: ["wait", "pause", "delay", "hold_on", "wait_seconds", "silence"],
	forms: {
		calling: form({
			summary: "Waits for a number of milliseconds, then goes on with the next step. `-1` waits for ever.",
			docs: "calling/sleep",
			flow: "next",
			beforeAnswer: "safe",
			shorthand: { param: "duration", style: "simpler" },
			type: union(
				duration,
				positional(duration, { min: 1 }),
				map(
					{
						duration: required(duration, "How long to wait, in milliseconds. `-1` waits for ever.", {
							note: "The documentation asks for `-1` or a positive number; the published schema lets 0 pass as well.",
							example: 1000,
							aka: ["time", "ms", "milliseconds", "timeout"],
						}),
					},
					{ name: "sleep" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - sleep: 1500
    - play:
        url: "say:Good morning. Here is your wake-up call."
    - hangup: {}
`,
		}),
	},
});

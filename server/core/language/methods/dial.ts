/** `dial`. Facts: the platform's own list, as the newest SDKs have it; no published reference knows it. */
import { anyMap, anything, boolean, engine, form, integer, list, map, method, number, oneOf, reads, text, type Unnamed, union } from "../build.ts";
import type { Type } from "../type.ts";

/** What `connect` has under the same name, as its own page says it. */
function asInConnect(type: Type, name: string): Unnamed {
	return engine(type, `The same as \`${name}\` of \`connect\`.`);
}

const types: { readonly [name: string]: Type } = {
	answer_on_bridge: reads("text", boolean()),
	call_state_events: list(text()),
	call_state_url: text(),
	codecs: anything,
	confirm: anything,
	confirm_timeout: integer(),
	encryption: oneOf(["mandatory", "optional", "forbidden"]),
	execute_after_queue: text(),
	from: text(),
	from_name: text(),
	headers: anything,
	max_duration: number(),
	parallel: anything,
	password: text(),
	result: anything,
	ringback: anything,
	serial: anything,
	serial_parallel: anything,
	session_timeout: integer(),
	status_url: text(),
	stop_all_on_reject: anything,
	timeout: integer(),
	to: text(),
	username: text(),
	webrtc_media: boolean(),
};

export const dial = method("dial", {
	aka: [],
	forms: {
		calling: form({
			summary: "Calls one or more endpoints.",
			flow: "next",
			tier: "engine",
			replacedBy: "connect",
			undocumented: "the platform still takes it",
			type: map(
				{
					...Object.fromEntries(Object.entries(types).map(([name, type]) => [name, asInConnect(type, name)])),
					dest_swml: engine(union(text(), anyMap, list(anything))),
				},
				{ name: "dial" },
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - dial:
        to: "+12025550142"
        timeout: 20
    - hangup: {}
`,
		}),
	},
});

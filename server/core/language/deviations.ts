/**
 * Where our description deliberately says something else than the facts it was written from, and why.
 * Read by `npm run drift`, which fails when an entry explains nothing any more. Never read by the language server.
 */

/** What two descriptions of a value can differ in. */
export type Aspect =
	| "existence"
	/** Whether it is offered, or only accepted. */
	| "listed"
	| "kind"
	| "required"
	/** Which keys may stand beside each other. */
	| "together"
	| "default"
	| "deprecated"
	/** Where it is known from. */
	| "tier"
	/** Which other kinds of value are read. */
	| "reads"
	/** Without what an object is ignored. */
	| "ignored"
	| "values"
	| "range"
	| "unit"
	| "words"
	| "format"
	/** What a text is the name of. */
	| "refers"
	| "size"
	/** Keys of the author's own choosing. */
	| "keys"
	| "sets"
	| "flow"
	| "bare";

/** Where the facts come from, beside the published schema: the documentation's pages, the SDKs, the editor of 2023. */
export type Source = "docs" | "sdk" | "ed23";

/** A deviation that is meant. */
export interface Deviation {
	/** Where: one path or several. `*` stands for any key, `**` for anything. */
	readonly at: string | readonly string[];
	readonly about: Aspect | readonly Aspect[];
	/** What the facts say, where the reason holds for just that. */
	readonly facts?: string;
	/** What we say, where the reason holds for just that. */
	readonly ours?: string;
	/** The source that says what we say. */
	readonly agrees?: Source;
	/** Why. One or two true sentences. */
	readonly because: string;
}

const action = "calling/*.SWAIG.functions[].data_map.expressions[].output.action[]";
const property = "calling/ai.SWAIG.functions[].parameters.properties.*";
const sidecarProperty = "calling/ai_sidecar.SWAIG.functions[].parameters.properties.*";

/** Every deviation, by the part of the language it belongs to. */
export const deviations: readonly Deviation[] = [
	// Conferences
	{
		at: "calling/join_conference.max_participants",
		about: ["default", "range"],
		agrees: "sdk",
		because: "The reference this project was created from wins: 1 to 250, and 250 when it is not written. It agrees with the SDKs.",
	},
	{
		at: "calling/join_conference.recording_status_callback_event",
		about: "default",
		agrees: "sdk",
		because: "The SDKs and the reference this project was created from name the default; the published schema names none.",
	},

	// Defaults that only the documentation's pages name
	{
		at: [
			"calling/ai.params.convo[].lang",
			"calling/ai.params.save_conversation",
			"calling/ai.params.asr_diarize",
			"calling/ai.params.asr_smart_format",
			"calling/ai.params.asr_speaker_affinity",
			"calling/ai.params.llm_diarize_aware",
			"calling/ai.params.swaig_post_swml_vars",
			"calling/ai.params.enable_accounting",
			"calling/ai.params.debug",
			"calling/ai.params.debug_webhook_level",
			"calling/*.params.attention_timeout",
			"calling/ai.multilingual.engine",
			"calling/connect.codec",
			"calling/connect.serial[].codec",
			"calling/connect.result.variable",
			"calling/execute.result.variable",
			"calling/live_*.action.start.live_events",
			"calling/live_*.action.start.ai_summary",
			"calling/live_translate.action.start.from_voice",
			"calling/live_translate.action.start.to_voice",
			`${action}.toggle_functions[].active`,
		],
		about: "default",
		facts: "none",
		agrees: "docs",
		because: "The documentation's page names the default and the published schema names none; nothing contradicts it.",
	},
	{
		at: "action/stop_playback_bg",
		about: "kind",
		because: "The platform's own list takes anything; nothing at all, `null`, is the one further value that means something by itself.",
	},
	{
		at: `${action}.hold`,
		about: "default",
		ours: "300",
		because: "The default of `hold.timeout` is that of a `hold` without a number too, as the table of actions in the facts has it.",
	},
	{
		at: "calling/live_*.action.start.vad_silence_ms",
		about: "default",
		facts: "300",
		because: "The published schema's 300 holds for the engine `deepgram` only; with `google` the documentation says 500. We say both in words.",
	},
	{
		at: [
			"calling/connect.serial[].timeout",
			"calling/connect.serial[].encryption",
			"calling/connect.serial[].webrtc_media",
			"calling/connect.serial[].session_timeout",
			"calling/connect.serial[].call_state_events",
		],
		about: "default",
		ours: "none",
		because: "Without a value of its own a destination has the one that stands beside the list, so the schema's default comes second. We say so in words.",
	},

	// Ranges about which sources differ: the widest, with a hint where they disagree
	{
		at: "calling/*.params.attention_timeout",
		about: "range",
		ours: "0 or 5000 or 10000 to 600000",
		because: "The documented default of 5000 lies outside the schema's own range of 10000 to 600000; it cannot be called wrong.",
	},
	{
		at: "calling/*.params.inactivity_timeout",
		about: "range",
		agrees: "docs",
		because: "The documentation lets 0 turn it off; the published schema begins at 10000.",
	},
	{
		at: "calling/ai.params.end_of_speech_timeout",
		about: "range",
		agrees: "docs",
		because: "The documentation begins at 0, the published schema at 250.",
	},
	{
		at: ["calling/connect.session_timeout", "calling/connect.serial[].session_timeout"],
		about: "range",
		facts: "at least 1",
		because: "The published schema's own default is 0, below its minimum of 1.",
	},
	{
		at: [
			"calling/live_*.action.start.speech_timeout",
			"calling/live_*.action.start.vad_silence_ms",
			"calling/live_*.action.start.vad_thresh",
			"calling/live_*.action.start.debug_level",
		],
		about: "range",
		agrees: "docs",
		because: "The documentation names limits where the published schema names none. Outside of them there is no more than a hint.",
	},
	{
		at: ["calling/record.input_sensitivity", "calling/record_call.input_sensitivity"],
		about: "range",
		agrees: "docs",
		because: "The published schema gives the bounds of 0 to 100 in words only.",
	},
	{
		at: "calling/sleep",
		about: "range",
		facts: "any number",
		because: "The bare number is the same as `duration`, for which schema and documentation agree on -1 or more.",
	},

	// Other spellings and kinds that work
	{
		at: ["messaging/execute", "messaging/transfer"],
		about: "kind",
		facts: "map",
		because: "Newer documentation writes the bare name; the published schema and the editor of 2023 only know the object here.",
	},
	{
		at: "calling/ai",
		about: "kind",
		facts: "list or map or text",
		because: "The platform's check lets a string and a list pass, and no source says what they would do: we warn.",
	},
	{
		at: ["calling/pay.security_code", "calling/pay.min_postal_code_length", "calling/pay.max_attempts", "calling/pay.timeout"],
		about: "kind",
		because: "The platform's own list and the newest tests of the SDKs have texts here. Neither form is reported or rewritten.",
	},
	{
		at: ["calling/record_call.initial_timeout", "calling/record_call.end_silence_timeout"],
		about: "default",
		because: "The platform's newest list refuses 0, the schema's default, and fractions below 1. A hint says so.",
	},
	{
		at: ["calling/record_call.initial_timeout", "calling/record_call.end_silence_timeout"],
		about: "range",
		because: "The platform's newest list refuses less than 1. A hint says so.",
	},
	{
		at: "calling/**.code",
		about: "kind",
		because: "Nothing is documented of what a block's `code` holds. A list is read as steps, as in the editor of 2023; an object is accepted as it is.",
	},
	{
		at: ["calling/join_conference.result.case.*", "calling/join_conference.result.default"],
		about: "kind",
		because: "As in every other `result`: a block may stand where steps do.",
	},
	{
		at: "calling/dial.dest_swml",
		about: "keys",
		because: "No source says what stands in it, so anything may.",
	},
	{
		at: "calling/ai.params.turn_detection",
		about: "kind",
		because: "Another name of `enable_turn_detection`, whose words documentation later than August 2026 gives it too.",
	},
	{
		at: "calling/ai.params.turn_detection_min_length",
		about: "range",
		because: "Documentation later than August 2026 names the limits. Outside of them there is no more than a warning.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps[].gather_info.questions",
		about: "size",
		because: "The SDKs refuse to gather nothing.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps[].gather_info.questions[].functions",
		about: "kind",
		because: "As in a step: the SDKs write the text `none` for no function.",
	},
	{
		at: "calling/ai.SWAIG.functions[].gates[].id",
		about: "format",
		because: "The rule about gates checks it, together with what makes ids differ.",
	},
	{
		at: "messaging/transfer.dest",
		about: "format",
		because: "The schema takes a URL only; the introduction to messages and newer documentation also transfer to a section. The value is disputed.",
	},
	{
		at: "calling/connect.serial[]",
		about: "kind",
		because: "The editor of 2023 takes a destination's bare address.",
	},
	{
		at: ["calling/connect.parallel[]", "calling/connect.serial_parallel[][]"],
		about: "kind",
		because: "As in `serial`: the editor of 2023 takes a destination's bare address.",
	},
	{
		at: "calling/connect.ringback.say_*",
		about: "existence",
		because: "The SDKs' schema has an object as in `play`; the platform's own list has less in it.",
	},
	{
		at: "calling/eval.*",
		about: "kind",
		because: "Undocumented method: a number or a boolean is an expression as good as any.",
	},
	{
		at: "calling/execute_rpc.params",
		about: "keys",
		because: "Undocumented method: the facts leave open what stands in `params`, which depends on the remote method.",
	},
	{
		at: "calling/pay.prompts[].for",
		about: "values",
		because: "The schema takes any text, but its description and the documentation each list eight stages; we know the stages of both, with both spellings.",
	},
	{
		at: "calling/pay.prompts[].attempts",
		about: "words",
		facts: 'integer parted by " "',
		because: "The facts ask for whole numbers. We offer 1 to 5 and accept every other word.",
	},
	{
		at: ["calling/live_translate.action.start.filter_from", "calling/live_translate.action.start.filter_to"],
		about: "format",
		because: "We offer the presets and accept any text: there is no format for `prompt:` with instructions.",
	},
	{
		at: ["calling/ai.prompt.contexts.default.enter_fillers", "calling/ai.prompt.contexts.default.exit_fillers"],
		about: "kind",
		because: "The SDKs' schemas have a list of such objects.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps[].functions",
		about: "kind",
		because: "The SDKs write the text `none` for no function.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps[].history",
		about: "values",
		because: "Known from the SDKs only, so their three values are offered and others accepted.",
	},
	{
		at: ["calling/ai.params.interrupt_on_noise", "calling/ai.params.acknowledge_interruptions"],
		about: "kind",
		because: "The documentation also takes a whole number.",
	},
	{
		at: "calling/ai.params.enable_turn_detection",
		about: "kind",
		facts: "boolean",
		because: "Types that newer SDKs generate take a string beside the boolean.",
	},
	{
		at: "calling/ai.params.hold_music",
		about: "format",
		because: "A FreeSWITCH `tone_stream://…` works as well, which the form of an http(s) URL would refuse.",
	},
	{
		at: "calling/ai.languages[].function_fillers",
		about: "kind",
		facts: "list",
		because: "Documents written by the dashboard hold a single text.",
	},

	// What must be written, and what may stand together
	{
		at: ["calling/ai", "calling/ai.languages[]", "calling/*.SWAIG.functions[]"],
		about: "together",
		because: "The schema lets an old and a new name, or `languages` and `multilingual`, stand together; one of the two is then ignored, which is a warning.",
	},
	{
		at: "calling/*.SWAIG.functions[]",
		about: "required",
		facts: "description, function required",
		because: "`purpose` is the older name of `description`, and real documents have it instead.",
	},
	{
		at: "calling/ai.languages[]",
		about: "required",
		facts: "code, name, voice required",
		because: "`listen_language` is the older name of `code`, and older documents have it instead.",
	},
	{
		at: "calling/ai.prompt.pom[]",
		about: "required",
		because: "A section that only holds subsections works, though the published schema asks for `body` or `bullets`.",
	},
	{
		at: "calling/*.SWAIG.functions[].parameters",
		about: "required",
		facts: "properties, type required",
		because: "An empty object stands for a function without arguments.",
	},
	{
		at: "calling/enter_queue",
		about: "required",
		facts: "queue_name, transfer_after_bridge required",
		because: "Newer documentation writes `execute_after_queue` instead of `transfer_after_bridge`.",
	},
	{
		at: "calling/connect",
		about: "together",
		because: "The stream and SIP params of a single destination are reported beside a list as params without effect, not as conflicts.",
	},
	{
		at: action,
		about: ["required", "size"],
		because: "One object with all actions in place of one object per action; at least one key must be written.",
	},
	{
		at: action,
		about: "together",
		because: "The schema's alternatives exclude each other, but no source says what happens to two actions in one object, so it is not called wrong.",
	},
	{
		at: [`${action}.context_switch.system_prompt`, `${action}.toggle_functions[].active`],
		about: "required",
		because: "The published schema requires it; the documentation's pages do not, and give `active` a default.",
	},

	// Sizes
	{
		at: ["calling/play.urls", "calling/prompt.play"],
		about: "size",
		because: "An empty list leaves nothing to play.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps",
		about: "size",
		because: "A context needs steps, say documentation and SDKs; the schema lets the list be empty.",
	},
	{
		at: "calling/ai.prompt.contexts.default.steps[].pom",
		about: "size",
		because: "Everywhere else the schema asks for at least one section; without one the step tells the agent nothing.",
	},
	{
		at: "calling/ai_sidecar.direction",
		about: "size",
		because: "The documentation says that both legs must be listed.",
	},

	// Deprecated according to the documentation only
	{
		at: "calling/ai.params.languages_enabled",
		about: "deprecated",
		because: "The documentation says that it has no effect.",
	},
	{
		at: "calling/ai.languages[].listen_language",
		about: "deprecated",
		because: "The facts call it the legacy name of `code`.",
	},

	{
		at: ["calling/ai.voice", "calling/ai.engine", "calling/*.SWAIG.functions[].web_hook_auth_pass", "calling/*.SWAIG.defaults.web_hook_auth_pass"],
		about: "deprecated",
		because: "The platform's own list marks nothing as deprecated; documentation and older schemas say what is written in their place. A hint, no more.",
	},

	// SWAIG actions
	{
		at: [
			`${action}.transfer`,
			`${action}.SWML`,
			`${action}.unset_global_data`,
			`${action}.unset_meta_data`,
			`${action}.hold`,
			`${action}.context_switch`,
			`${action}.playback_bg`,
			`${action}.stop_playback_bg`,
			`${action}.toggle_functions[].active`,
		],
		about: "kind",
		because: "The published schema knows fewer kinds than the documentation's pages and the SDKs, as the table of actions in the facts shows.",
	},
	{
		at: [`${action}.unset_global_data`, `${action}.unset_meta_data`],
		about: "keys",
		because: "The published schema takes an empty object, the documentation's page one with the data to put in place.",
	},
	{
		at: `${action}.hold.timeout`,
		about: "unit",
		because: "The number means seconds in the object as it does alone.",
	},
	{
		at: [
			`${action}.user_event`,
			`${action}.settings`,
			`${action}.back_to_back_functions`,
			`${action}.extensive_data`,
			`${action}.add_dynamic_hints`,
			`${action}.clear_dynamic_hints`,
			`${action}.end_of_speech_timeout`,
			`${action}.speech_event_timeout`,
			`${action}.functions_on_speaker_timeout`,
			`${action}.replace_in_history`,
			`${action}.wait_for_user`,
		],
		about: "existence",
		because: "Not in the schema's type, but in the facts' table of actions: the SDKs write it.",
	},
	{
		at: [`${action}.change_voice`, `${action}.stop_playback`, `${action}.input_text`],
		about: "existence",
		because: "Written by real documents and SDKs of other versions than the facts.",
	},
	{
		at: "calling/amazon_bedrock.SWAIG.functions[].data_map.expressions[].output.action[].*",
		about: "listed",
		because: "The schema gives Amazon Bedrock the actions of `ai`, but its pages list six; agents ignore the rest.",
	},

	// Keys that are accepted and not offered
	{
		at: ["calling/ai.agent_meta_data", "calling/ai.languages[].language"],
		about: "existence",
		because: "Found in real documents: of 2023, or written by the dashboard.",
	},
	{
		at: ["calling/*.prompt.barge_confidence", "calling/*.post_prompt.barge_confidence"],
		about: "existence",
		because: "Written by the SDKs and by older documents.",
	},
	{
		at: [
			"calling/amazon_bedrock.SWAIG.functions[].web_hook_auth_user",
			"calling/amazon_bedrock.SWAIG.functions[].web_hook_auth_password",
			"calling/amazon_bedrock.SWAIG.functions[].web_hook_auth_pass",
		],
		about: "existence",
		because: "Documented for functions of `ai` only; Amazon Bedrock ignores what it does not know.",
	},
	{
		at: [
			"calling/amazon_bedrock.SWAIG.functions[].argument",
			"calling/amazon_bedrock.SWAIG.functions[].purpose",
			"calling/amazon_bedrock.SWAIG.functions[].fillers",
			"calling/amazon_bedrock.SWAIG.functions[].skip_fillers",
			"calling/amazon_bedrock.SWAIG.functions[].wait_for_fillers",
			"calling/amazon_bedrock.SWAIG.functions[].gates",
			"calling/amazon_bedrock.SWAIG.functions[].gate_fillers",
			"calling/amazon_bedrock.SWAIG.functions[].wait_file",
			"calling/amazon_bedrock.SWAIG.functions[].wait_file_loops",
			"calling/amazon_bedrock.SWAIG.functions[].data_map.error_keys",
			"calling/amazon_bedrock.SWAIG.functions[].data_map.expressions[].output.post_process",
			"calling/amazon_bedrock.SWAIG.includes",
			"calling/amazon_bedrock.SWAIG.internal_fillers",
			"calling/amazon_bedrock.SWAIG.mcp_servers",
			"calling/amazon_bedrock.SWAIG.native_functions",
			"calling/amazon_bedrock.hints",
			"calling/amazon_bedrock.languages",
			"calling/amazon_bedrock.pronounce",
		],
		about: "existence",
		because: "A param of `ai`. Amazon Bedrock ignores it without a word, so it is no mistake that stops a call.",
	},
	{
		at: "calling/amazon_bedrock.voice_id",
		about: "existence",
		because: "Sources differ on whether it stands here or in `prompt`.",
	},
	{
		at: "calling/connect.serial[].execute_after_queue",
		about: "existence",
		because: "In the types that newer SDKs generate.",
	},
	{
		at: "calling/connect**.sip_auth_*",
		about: "existence",
		because: "The platform's own names of `username` and `password`, which the documentation mentions.",
	},
	{
		at: ["calling/prompt.result", "calling/sip_refer.result"],
		about: "existence",
		because: "The editor of 2023 has it.",
	},
	{
		at: "calling/execute_rpc.jsonrpc",
		about: "existence",
		because: "Undocumented method: a call over JSON-RPC carries its version.",
	},

	{
		at: [
			`${action}.hold.step`,
			`${action}.hold.timeout_step`,
			`${action}.context_switch.full_reset`,
			`${action}.context_switch.system_pom`,
			`${action}.context_switch.user_pom`,
		],
		about: "listed",
		because: "The facts' table of actions has them from the platform's own list, their types from the SDKs only.",
	},

	// Arguments of SWAIG functions: JSON Schema
	{
		at: [`${property}.*`, "calling/ai.SWAIG.functions[].parameters.*"],
		about: "existence",
		because: "Keywords of JSON Schema that the reference leaves out; real documents have them, and they pass through to the model.",
	},
	{
		at: property,
		about: "required",
		because: "The schema asks a `null` property for a description; nothing depends on it.",
	},
	{
		at: property,
		about: "together",
		because: "Every alternative accepts the keywords of the others as part of JSON Schema.",
	},
	{
		at: `${property}.format`,
		about: "values",
		because: "JSON Schema has more formats, and spells `date-time` what the published schema spells `date_time`.",
	},
	{
		at: `${property}.items`,
		about: "kind",
		because: "The documentation's pages also show a list of descriptions.",
	},
	{
		at: `${property}.*`,
		about: ["listed", "kind"],
		because: "Where a property's `type` does not tell what it is, or does not take the keyword, the keyword is accepted with any value.",
	},
	{
		at: sidecarProperty,
		about: "together",
		because: "A property with an unknown `type` is held against all keys at once, so that only its `type` is reported.",
	},
	{
		at: `${sidecarProperty}.**`,
		about: "kind",
		because: "A property with an unknown `type` takes any value for its other keys, so that only its `type` is reported.",
	},

	// What methods set, and how control goes on
	{
		at: "calling/answer",
		about: "sets",
		because: "`success` is the one value seen in example payloads; others cannot be ruled out.",
	},
	{
		at: "calling/join_room",
		about: "sets",
		because: "The documentation says `joined` or `failed`, an SDK's reference `success` or `failed`.",
	},
	{
		at: "calling/answer",
		about: "flow",
		because: "The facts list what may run before the call is answered; `answer` itself is what answers it.",
	},
	{
		at: "calling/enter_queue",
		about: "flow",
		because: "Only a bridged call leaves for good; after a timeout or a failure the next step runs, as the values of `queue_result` show.",
	},
];

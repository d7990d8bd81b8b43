/** `ai.params` about hearing the caller: speech recognition, the end of a turn, interruptions and keys. */
import { boolean, integer, number, oneOf, optional, suggested, text, type Unnamed, union, words } from "../build.ts";

const turnDetection = union(
	boolean(),
	oneOf({
		both: "By the punctuation of what is recognised and by the sound of the voice; the same as `true`.",
		punct_only: "By the punctuation alone.",
		acoustic_only: "By the sound of the voice alone.",
		off: "By neither: the agent waits for the silence of `end_of_speech_timeout`; the same as `false`.",
	}),
);
const turnDetectionOn = [{ param: "enable_turn_detection", is: [true, "both", "punct_only", "acoustic_only"], because: "turn detection is off" }] as const;

export const listeningParams: { readonly [name: string]: Unnamed } = {
	openai_asr_engine: optional(
		suggested({
			"deepgram:nova-3": "Deepgram's Nova-3.",
			"deepgram:nova-2": "Deepgram's Nova-2.",
		}),
		"The speech recognition engine and its model, as `engine:model`. It decides which language codes `languages` can have.",
		{
			default: "deepgram:nova-3",
			disputed:
				"The published schema and the documentation give `deepgram:nova-3` as the default; the older schema in the SDKs gives `gcloud_speech_v2_async`.",
			note: "Wins over `engine` and `model` of `multilingual`.",
			aka: ["asr_engine", "stt_engine", "stt_model", "asr_model"],
		},
	),
	asr_diarize: optional(boolean(), "Whether the transcript tells speakers apart, as `speaker1`, `speaker2` and so on.", { default: false, aka: ["diarize"] }),
	asr_smart_format: optional(boolean(), "Whether speech recognition writes numbers, dates and times the usual way.", { default: false, aka: ["smart_format"] }),
	asr_speaker_affinity: optional(boolean(), "Whether the agent listens only to the first person who answers it.", {
		default: false,
		aka: ["speaker_affinity"],
	}),
	llm_diarize_aware: optional(boolean(), "Whether the agent knows which speaker said what, so that it can recognise people who gave their names.", {
		default: false,
		note: "Meant for use with `asr_diarize`.",
	}),
	auto_correct: optional(
		boolean(),
		"Whether a model tidies what was recognised before the agent reads it: numbers become digits, addresses are formatted, obvious mishearings are put right.",
		{
			default: false,
			note: "Together with `redact_prompt` both are done in one go.",
			needs: [{ param: "enable_text_normalization", is: ["off", "false", "none", false], because: "`enable_text_normalization` is on, as it is by default" }],
		},
	),
	enable_text_normalization: optional(
		oneOf({
			both: "In both directions.",
			heard: "What the caller says: “twenty-three dollars” becomes `$23`.",
			spoken: "What the agent says: `$23` becomes “twenty-three dollars”.",
			true: "The same as `both`.",
			on: "The same as `both`.",
			false: "Not at all.",
			off: "Not at all.",
			none: "Not at all.",
		}),
		"Whether numbers, amounts and dates are turned from spoken into written form and back.",
		{
			default: "both",
			note: 'The value is a string: write `"true"`, `"false"`, `"on"` and `"off"` in quotes. A direction that is not available for a language is skipped.',
			aka: ["text_normalization"],
		},
	),
	energy_level: optional(number({ min: 0, max: 100, unit: "dB" }), "How loud the caller has to be for the agent to hear them.", { default: 52 }),
	vad_config: optional(
		text({ format: "vad" }),
		"How speech is told from silence: a threshold from 0 to 100, and after a colon the length of a frame from 16 to 40 ms, as in `50:20`.",
		{ aka: ["vad"] },
	),
	first_word_timeout: optional(integer({ min: 0, max: 10000, unit: "ms" }), "How long to wait for the first word once speech is heard.", { default: 1000 }),
	end_of_speech_timeout: optional(
		integer({ min: 0, max: 10000, unit: "ms" }),
		"How long the caller has to be silent to have finished. Lower values make the agent answer sooner and cut in more.",
		{
			default: 700,
			disputed: "The published schema starts at 250 ms, the documentation at 0.",
			aka: ["eos_timeout", "endpointing"],
		},
	),
	speech_event_timeout: optional(integer({ min: 0, max: 10000, unit: "ms" }), "How long to wait for the next event of the speech recognition.", {
		default: 1400,
	}),
	speech_timeout: optional(integer({ min: 0, max: 600000, unit: "ms" }), "The longest time the caller may speak in one go.", {
		default: 60000,
		note: "For developers of the platform, says the documentation.",
	}),
	enable_turn_detection: optional(turnDetection, "Whether the agent tries to recognise the end of a turn by what was said, instead of waiting for silence.", {
		default: true,
		note: "The schema of August 2026 knows only `true` and `false`; later documentation adds the texts.",
	}),
	turn_detection_timeout: optional(
		integer({ min: 0, max: 10000, unit: "ms" }),
		"How long the agent waits for more words after a turn seems to have ended. Words that arrive meanwhile keep the turn open.",
		{ default: 250, needs: turnDetectionOn },
	),
	turn_detection: optional(turnDetection, "Another name of `enable_turn_detection`.", { tier: "engine" }),
	turn_detection_min_length: optional(integer({ min: 0, max: 1000 }), "How many characters have to be recognised before punctuation alone can end the turn.", {
		tier: "engine",
		needs: turnDetectionOn,
	}),
	enable_barge: optional(
		union(
			boolean(),
			words(",", {
				complete: "By something the caller has said to its end.",
				partial: "By the first words the caller says.",
				all: "By anything.",
			}),
		),
		"By what the caller can interrupt the agent, as one string, separated by commas. `false` stops all interruptions.",
		{ default: "complete,partial", aka: ["barge", "barge_in", "allow_interruptions", "interruptible"] },
	),
	barge_match_string: optional(text({ format: "regex" }), "A regular expression: only what matches it interrupts the agent.", {
		aka: ["barge_match", "barge_regex"],
	}),
	barge_min_words: optional(integer({ min: 1, max: 99 }), "How many words the caller has to say to interrupt the agent.", { aka: ["min_barge_words"] }),
	barge_functions: optional(boolean(), "Whether functions may be called while the caller speaks over the agent.", { default: true }),
	transparent_barge: optional(
		boolean(),
		"Whether the agent, when the caller speaks over it, lets them finish before it answers. Answers it had begun are dropped and leave no trace in the log.",
		{ default: true },
	),
	transparent_barge_max_time: optional(integer({ min: 0, max: 60000, unit: "ms" }), "How long `transparent_barge` waits at most.", {
		default: 3000,
		needs: [{ param: "transparent_barge", is: [true], because: "`transparent_barge` is off" }],
	}),
	interrupt_on_noise: optional(
		union(boolean(), integer({ min: 1 })),
		"Whether any noise longer than a second interrupts the agent. A number sets the threshold.",
		{
			disputed: "The published schema has only `true` and `false`; the documentation also has a number.",
		},
	),
	acknowledge_interruptions: optional(
		union(boolean(), integer({ min: 1 })),
		"Whether the agent remarks that both spoke at once and makes sure it understood. A number says for how many interruptions at most.",
		{ disputed: "The published schema has only `true` and `false`; the documentation also has a number." },
	),
	interrupt_prompt: optional(text(), "What the agent is told when the caller speaks over it.", {
		defaultNote: "a built-in text: remark that both were talking, and verify what the caller said",
	}),
	digit_terminators: optional(text({ format: "dtmf" }), "The keys that end what the caller types, such as `#`.", { aka: ["terminators"] }),
	digit_timeout: optional(integer({ min: 0, max: 30000, unit: "ms" }), "How long to wait after a key for the next one.", { default: 3000 }),
};
